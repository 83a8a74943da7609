/** What is pasted from letters and web pages but kept as it is written: spaces plain, dashes hyphens, wide digits as others, no unseen signs. */
export const asPasted = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Zs}/gu, ' ')
    .replace(/\p{Dash}/gu, '-');

/** What is read sign by sign, as a day or a code: without spaces and control signs too. */
export const withoutPaste = (text: string): string => asPasted(text).replace(/[\p{White_Space}\p{Cc}]/gu, '');
