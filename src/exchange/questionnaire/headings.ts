/**
 * Finds the questions of the questionnaire where they stand as headings.
 *
 * Two questions may stand in one heading, words of help may follow, and the answer may begin on the same line.
 * What is like two questions at once is not decided: it stays unrecognised.
 */

import { addedHeadings, questions } from '../../description/questions.ts';
import type { QuestionId } from '../../kernel/question.ts';
import type { DocumentLine } from './lines.ts';
import {
  afterJoiningWord,
  type FoundWording,
  LIKE_ENOUGH,
  nextPlace,
  type WordingPlace,
  wordingAt,
} from './wording.ts';

export interface Heading {
  readonly kind: 'questions' | 'added' | 'unanswered' | 'ambiguous';
  readonly ids: readonly QuestionId[];
  /** As it stands in the document. */
  readonly text: string;
  readonly end: WordingPlace;
  readonly likeness: number;
}

interface Asked {
  readonly ids: readonly QuestionId[];
  readonly end: WordingPlace;
  readonly likeness: number;
}

const wordings = questions.flatMap(({ id, wording }) =>
  Object.values(wording).flatMap(({ asked: query, alsoAsked = [], help = [] }) =>
    [query, ...alsoAsked].map((words) => ({ id, words, help })),
  ),
);

const leftUnanswered = [
  /seuraaviin\s+kysymyksiin\s+ei\b[^.?!]*\bvastat/iu,
  /följande\s+frågor\b[^.?!]*\b(?:inte|ej|obesvarad)/iu,
  /following\s+questions\b[^.?!]*\b(?:not\s+answered|unanswered|left\s+without)/iu,
];

/** The heading that begins with this line, or null. */
export function headingAt(lines: readonly DocumentLine[], index: number): Heading | null {
  const line = lines[index] as DocumentLine;
  const from = { index, at: numberingLength(line.text) };
  const made = (kind: Heading['kind'], ids: readonly QuestionId[], end: WordingPlace, likeness: number): Heading => ({
    kind,
    ids,
    text: textBetween(lines, { index, at: 0 }, end),
    end,
    likeness,
  });
  const announced = unansweredAt(lines, index);
  if (announced) return made('unanswered', [], announced, 1);
  const query = askedAt(lines, from);
  if (query === 'ambiguous') return made('ambiguous', [], { index: index + 1, at: 0 }, 0);
  if (query) return made('questions', query.ids, query.end, query.likeness);
  for (const added of addedHeadings) {
    const match = wordingAt(lines, from, added);
    const end = match && nextPlace(lines, match.end);
    // A word or two can also be the end of a wrapped sentence: as a heading they begin with a capital.
    if (end?.at === 0 && (added.length > 30 || /^\p{Lu}/u.test(line.text.slice(from.at))))
      return made('added', [], end, match?.likeness ?? 0);
  }
  return null;
}

function unansweredAt(lines: readonly DocumentLine[], index: number): WordingPlace | null {
  const own = (lines[index] as DocumentLine).text;
  if (!/^[^\p{L}\p{N}]*(?:seuraaviin|följande|(?:the\s+)?following)/iu.test(own)) return null;
  const says = (text: string) => leftUnanswered.some((one) => one.test(text));
  if (says(own)) return { index: index + 1, at: 0 };
  const two = `${own} ${lines[index + 1]?.text ?? ''}`;
  return says(two) && two.length < 160 ? { index: index + 2, at: 0 } : null;
}

/** '3.', 'Q3:', 'Kysymys 3:' or '##' before the words of a heading. */
function numberingLength(text: string): number {
  const numbering = /^(?:[#*_>\s]*)(?:(?:kysymys|fråga|question|[qk])?\s*\d{1,2}\s*[.):–-]+\s*)?(?:[*_]*)/iu.exec(text);
  return numbering?.[0].length ?? 0;
}

function askedAt(lines: readonly DocumentLine[], from: WordingPlace): Asked | 'ambiguous' | null {
  const first = oneAskedAt(lines, from);
  if (first === null || first === 'ambiguous') return first;
  let { ids, end, likeness } = first;
  for (;;) {
    const more = mergedAt(lines, end);
    if (more === null) break;
    ids = [...ids, ...more.ids.filter((id) => !ids.includes(id))];
    end = more.end;
    likeness = Math.min(likeness, more.likeness);
  }
  return goesOnAsText(lines, from, end) ? null : { ids, end, likeness };
}

/** What goes on in small letters after the words of a question is running text that only quotes it, unless a sentence ended before. */
function goesOnAsText(lines: readonly DocumentLine[], from: WordingPlace, end: WordingPlace): boolean {
  if (end.at === 0 || !/^[^\p{L}\p{N}]*\p{Ll}/u.test(lines[end.index]?.text.slice(end.at) ?? '')) return false;
  const before = lines[from.index - 1]?.text;
  return before !== undefined && !/[.?!:]\)?$/u.test(before);
}

/** A second question in the same heading: after a comma or a joining word, or on the same line. */
function mergedAt(lines: readonly DocumentLine[], end: WordingPlace): Asked | null {
  const joined = afterJoiningWord(lines, end);
  const before = end.at > 0 ? lines[end.index]?.text.slice(0, end.at) : lines[end.index - 1]?.text;
  const goesOn = /,\s*$/u.test(before ?? '') || end.at > 0;
  const start = joined ?? (goesOn ? end : null);
  if (!start || start.index >= lines.length) return null;
  if (start.at === 0 && lines[start.index]?.mark !== null) return null;
  const second = oneAskedAt(lines, start);
  return second === 'ambiguous' ? null : second;
}

function oneAskedAt(lines: readonly DocumentLine[], from: WordingPlace): Asked | 'ambiguous' | null {
  let best: (FoundWording & { id: QuestionId; help: readonly string[] }) | null = null;
  let rival = 0;
  for (const { id, words, help } of wordings) {
    const match = wordingAt(lines, from, words);
    if (!match) continue;
    if (best && best.id !== id) rival = Math.max(rival, Math.min(best.likeness, match.likeness));
    const covers = (one: FoundWording) => one.letters * one.likeness;
    if (!best || (best.id === id ? covers(match) > covers(best) : match.likeness > best.likeness))
      best = { ...match, id, help };
  }
  if (!best) return null;
  if (rival > 0 && best.likeness - rival < (1 - LIKE_ENOUGH) / 2) return 'ambiguous';
  return { ids: [best.id], end: afterHelp(lines, best.end, best.help), likeness: best.likeness };
}

/** Past the questionnaire's own words of help, and past a short remark in brackets such as the month of the count. */
function afterHelp(lines: readonly DocumentLine[], from: WordingPlace, help: readonly string[]): WordingPlace {
  let end = nextPlace(lines, from);
  for (;;) {
    const place = end;
    const helped = help.map((words) => wordingAt(lines, place, words)).find((match) => match !== null);
    const next = helped ? nextPlace(lines, helped.end) : afterRemark(lines, place);
    if (!next) return end;
    end = next;
  }
}

function afterRemark(lines: readonly DocumentLine[], place: WordingPlace): WordingPlace | null {
  const closing = closingBracket(lines, place);
  if (!closing) return null;
  const inside = textBetween(lines, place, closing).replace(/^\(|\)[\s?!.:]*$/gu, '');
  const wholeLine = closing.at >= (lines[closing.index] as DocumentLine).text.length;
  const sameLine = place.at > 0 && inside.split(/\s+/u).length <= 6;
  // On a line of its own only a time or an example belongs to the heading; anything else may be the answer.
  const aside = /^(?:esim|t\.\s?ex|e\.\s?g)|\b(?:19|20)\d\d\b/iu.test(inside) && inside.length < 40;
  const ownLine = place.at === 0 && wholeLine && aside && lines[place.index]?.mark === null;
  return sameLine || ownLine ? nextPlace(lines, closing) : null;
}

/** Past the bracket that closes what opens at the place, at most two lines below. */
function closingBracket(lines: readonly DocumentLine[], place: WordingPlace): WordingPlace | null {
  if (lines[place.index]?.text[place.at] !== '(') return null;
  for (let index = place.index; index < lines.length && index <= place.index + 2; index++) {
    const start = index === place.index ? place.at : 0;
    const hit = /^[^)]*\)[\s?!.:]*/u.exec((lines[index] as DocumentLine).text.slice(start));
    if (hit) return { index, at: start + hit[0].length };
  }
  return null;
}

/** The words between two places, with single spaces for the breaks of lines. */
function textBetween(lines: readonly DocumentLine[], from: WordingPlace, to: WordingPlace): string {
  const parts: string[] = [];
  for (let index = from.index; index <= to.index && index < lines.length; index++) {
    const { text, mark } = lines[index] as DocumentLine;
    const part = text.slice(index === from.index ? from.at : 0, index === to.index ? to.at : text.length).trim();
    if (part !== '') parts.push(mark !== null && /\w/u.test(mark) ? `${mark} ${part}` : part);
  }
  return parts.join(' ');
}

const questionWords =
  /^(?:mikä|mitkä|mitä|mihin|mistä|missä|minkä|millä|millai|miten|miksi|milloin|kuinka|kuka|ketkä|kenellä|kenen|\p{L}{2,}(?:ko|kö)\s|vad|vem|vilk|hur|vart?\s|när|varför|finns|what|which|who|how|where|when|why|is\s|are\s|do\s|does\s)/iu;
const askingWords =
  /^(?:kuvaile|kuvaa|pohdi|arvioi|kerro|luettele|nimeä|selitä|perustele|mainitse|beskriv|berätta|bedöm|fundera|nämn|redogör|describe|consider|estimate|explain|list|name)[\s,]/iu;

/**
 * How many lines from this one on read as a heading that the questionnaire does not have; 0 when none does.
 * That is a question or a request alone on its lines; a question in the midst of a paragraph is part of the answer.
 */
export function strangeHeadingLength(lines: readonly DocumentLine[], index: number, width: number): number {
  const line = lines[index] as DocumentLine;
  const start = line.text.slice(numberingLength(line.text));
  const requests = askingWords.test(start);
  if (isStyledHeading(lines, index)) return 1;
  if (line.mark === '-' || !/^\p{Lu}/u.test(start) || !(requests || questionWords.test(start))) return 0;
  let text = '';
  for (let n = 1; n <= 4 && index + n <= lines.length; n++) {
    const one = lines[index + n - 1] as DocumentLine;
    if (n > 1 && one.mark !== null) return 0;
    text = `${text} ${one.text}`.trim();
    if (!requests && /[.!]\s+\p{Lu}|\?\s+\p{Ll}/u.test(text)) return 0;
    if (/\?\)?$/u.test(text)) return n;
    if (requests && (/[.:]$/u.test(text) || one.text.length < width * 0.75)) return n;
  }
  return 0;
}

/** Marked as a heading by hashes or stars, or written in capitals above a line that is not. */
function isStyledHeading(lines: readonly DocumentLine[], index: number): boolean {
  const { text, mark } = lines[index] as DocumentLine;
  if (mark === '-') return false;
  if (/^#{1,6}\s*\S|^\*\*[^*]+\*\*:?$/u.test(text)) return true;
  return inCapitals(text) && /\p{Ll}{2,}/u.test(lines[index + 1]?.text ?? '');
}

const inCapitals = (text: string) => /\p{Lu}{3,}\P{L}+\p{Lu}{3,}/u.test(text) && !/\p{Ll}/u.test(text);
