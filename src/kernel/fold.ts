/**
 * One folding of texts for every search, list and comparison: José is found by jose, Nguyễn by nguyen, Straße by strasse,
 * O’Connor by oconnor, Mäki-Aho by maki aho. The database has the same as fold_text; a test holds them equal.
 * Sorting does not fold: å ä ö keep their places at the end of the alphabet.
 */

/** Signs within a word that nobody says: apostrophes of every kind, and what cannot be seen. */
const silent = /['’‘‛`´ʼʻʹʾʿ＇\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** Marks that stand on a letter, of the scripts that write them so. */
const markRanges =
  '0300-036f 0483-0487 0591-05bd 05bf-05bf 05c1-05c2 05c4-05c5 05c7-05c7 0610-061a 064b-065f 0670-0670 1ab0-1aff 1dc0-1dff 20d0-20ff fe20-fe2f';
const marks = new RegExp(`[${markRanges.replace(/([0-9a-f]{4})-([0-9a-f]{4}) ?/g, '\\u$1-\\u$2')}]`, 'gu');

/** Letters that have a mark in their body, which no normal form takes apart. */
const bare: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  ħ: 'h',
  ı: 'i',
  ə: 'e',
  ĸ: 'k',
  ǥ: 'g',
  ʒ: 'z',
  ς: 'σ',
};
const bodied = new RegExp(`[${Object.keys(bare).join('')}]`, 'gu');

/** Most names have no other letters than these, for which folding comes to far less. */
const plain = /^[A-Za-zÅÄÖåäö -]*$/;

/** The text as searches compare it: words of plain letters and digits with a space between. */
export function fold(text: string): string {
  if (plain.test(text))
    return text.toLowerCase().replace(/[åä]/g, 'a').replaceAll('ö', 'o').replace(/[ -]+/g, ' ').trim();
  return text
    .replace(silent, '')
    .normalize('NFKD')
    .replace(silent, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .replace(bodied, (letter) => bare[letter] ?? letter)
    .replace(/[^\p{Alphabetic}\p{Nd}]+/gu, ' ')
    .trim();
}

/** The words of a text, folded. */
export function foldedWords(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/** The text as one word: a hyphen or a space between two parts of a name makes no other name. */
export function squeeze(text: string): string {
  return fold(text).replaceAll(' ', '');
}

/** Whether every word of the query is in one of the texts, in whatever order; an empty query is in all. */
export function isFound(query: string, ...texts: readonly (string | null | undefined)[]): boolean {
  const words = foldedWords(query);
  if (words.length === 0) return true;
  const whole = texts.map((text) => fold(text ?? '')).join(' ');
  return words.every((word) => whole.includes(word)) || squeeze(whole).includes(words.join(''));
}
