/**
 * Finds a wording at a place in the text, however it is wrapped, spaced, punctuated or slightly misspelt.
 *
 * Letters and digits alone are compared, so that 'TE-toimiston', 'te toimiston' and a word cut by a wrap are the same.
 */
import type { DocumentLine } from './lines.ts';

/** A place in the text: a line by its index, and a character in it. */
export interface WordingPlace {
  readonly index: number;
  readonly at: number;
}

export interface FoundWording {
  /** Where the wording and the punctuation right after it end. */
  readonly end: WordingPlace;
  /** 1 when every letter agrees. */
  readonly likeness: number;
  readonly letters: number;
}

/** One letter in seven may differ; more would be a guess. */
export const LIKE_ENOUGH = 0.86;

const MOST_LINES = 8;

const lettersCache = new Map<string, string>();

/** The letters and digits of a text, small. */
export function lettersOf(text: string): string {
  let letters = lettersCache.get(text);
  if (letters === undefined) {
    letters = text.toLocaleLowerCase('fi').replace(/[^\p{L}\p{N}]/gu, '');
    if (lettersCache.size < 5000) lettersCache.set(text, letters);
  }
  return letters;
}

/** Where the wording ends that begins at the place, or null when none like it does. */
export function wordingAt(lines: readonly DocumentLine[], from: WordingPlace, wording: string): FoundWording | null {
  const wanted = lettersOf(wording);
  const firstWord = /[\p{L}\p{N}]{1,60}/u.exec(lines[from.index]?.text.slice(from.at) ?? '')?.[0] ?? '';
  if (!beginsAlike(wanted, lettersOf(firstWord))) return null;
  const { letters, places } = lettersFrom(lines, from, Math.ceil(wanted.length * (2 - LIKE_ENOUGH)) + 1);
  if (Math.min(...prefixDistances(wanted.slice(0, 12), letters.slice(0, 16))) > 4) return null;
  const allowed = Math.floor(wanted.length * (1 - LIKE_ENOUGH));
  const distances = prefixDistances(wanted, letters);
  let best: { distance: number; end: WordingPlace } | null = null;
  for (let n = Math.max(1, wanted.length - allowed); n <= letters.length; n++) {
    const distance = distances[n] as number;
    const place = places[n - 1] as WordingPlace;
    if (distance > allowed || (best && distance >= best.distance)) continue;
    const end = afterPunctuation(lines, place, distance === 0);
    if (end) best = { distance, end };
  }
  return best && { end: best.end, likeness: 1 - best.distance / wanted.length, letters: wanted.length };
}

/** The letters from a place on, each with the place right after it; a line with a list mark begins something else. */
function lettersFrom(
  lines: readonly DocumentLine[],
  from: WordingPlace,
  most: number,
): { letters: string; places: WordingPlace[] } {
  let letters = '';
  const places: WordingPlace[] = [];
  for (let index = from.index; index < lines.length && index < from.index + MOST_LINES; index++) {
    const line = lines[index] as DocumentLine;
    if (index > from.index && line.mark !== null) break;
    const start = index === from.index ? from.at : 0;
    for (const hit of line.text.slice(start).matchAll(/[\p{L}\p{N}]/gu)) {
      for (const letter of lettersOf(hit[0])) {
        letters += letter;
        places.push({ index, at: start + hit.index + hit[0].length });
      }
      if (letters.length >= most) return { letters, places };
    }
  }
  return { letters, places };
}

/**
 * A heading begins with the first word of its wording: a word before it belongs to something else.
 * This is also the cheap look that spares most lines the full comparison.
 */
function beginsAlike(wanted: string, firstWord: string): boolean {
  const length = firstWord.length;
  if (length === 0 || length > wanted.length) return false;
  if (![0, 1, -1].some((shift) => firstWord[1] === wanted[1 + shift]) && firstWord[0] !== wanted[0]) return false;
  return (prefixDistances(wanted.slice(0, length), firstWord)[length] as number) <= Math.ceil(length / 3);
}

/** How many letters must change for all of `wanted` to become the first n of `letters`, for each n. */
function prefixDistances(wanted: string, letters: string): number[] {
  let row = Array.from({ length: letters.length + 1 }, (_, n) => n);
  for (let w = 1; w <= wanted.length; w++) {
    const next = [w];
    for (let n = 1; n <= letters.length; n++) {
      const change = (row[n - 1] as number) + (wanted[w - 1] === letters[n - 1] ? 0 : 1);
      next.push(Math.min(change, (row[n] as number) + 1, (next[n - 1] as number) + 1));
    }
    row = next;
  }
  return row;
}

const joining = /^(?:ja|sekä|och|samt|and)(?=\s)/iu;

/**
 * A wording can end only where something ends: at punctuation, at the end of its line, or before a joining word.
 * When every letter agrees, a capital letter after it shows that something new begins.
 */
function afterPunctuation(lines: readonly DocumentLine[], place: WordingPlace, exact: boolean): WordingPlace | null {
  const text = (lines[place.index] as DocumentLine).text;
  const rest = text.slice(place.at);
  if (/^[\p{L}\p{N}]/u.test(rest)) return null;
  const marks = /^(?:[?!.:,;)\]"”’*_#…/–—-]|\s+(?=[?!:)\]"”*_#–—]))*\s*/u.exec(rest)?.[0] ?? '';
  const after = rest.slice(marks.length);
  if (after === '' || /[?!.:,;)–—]/u.test(marks) || after.startsWith('(') || joining.test(after))
    return { index: place.index, at: place.at + marks.length };
  return exact && /^\p{Lu}/u.test(after) ? { index: place.index, at: place.at + marks.length } : null;
}

/** The place after a joining word (ja, sekä, och, and) that stands at the place, or null. */
export function afterJoiningWord(lines: readonly DocumentLine[], place: WordingPlace): WordingPlace | null {
  const text = lines[place.index]?.text.slice(place.at) ?? '';
  const word = joining.exec(text) ?? /^(?:ja|sekä|och|samt|and)$/iu.exec(text);
  if (!word) return null;
  const rest = text.slice(word[0].length);
  const space = rest.length - rest.trimStart().length;
  return nextPlace(lines, { index: place.index, at: place.at + word[0].length + space });
}

/** The same place, or the start of the next line when nothing is left of this one. */
export function nextPlace(lines: readonly DocumentLine[], place: WordingPlace): WordingPlace {
  const text = lines[place.index]?.text;
  return text !== undefined && place.at >= text.length ? { index: place.index + 1, at: 0 } : place;
}
