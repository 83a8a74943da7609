/**
 * What is read sign by sign, as a day or a code, as it comes from letters, tables and web pages: without spaces and signs that nobody
 * sees, any dash a hyphen, wide digits as others.
 */
export const withoutPaste = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{White_Space}\p{Cf}\p{Cc}]/gu, '')
    .replace(/\p{Dash}/gu, '-');
