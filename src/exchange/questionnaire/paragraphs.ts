/**
 * Wrapped lines back into paragraphs and lists.
 *
 * No word is changed, added or left out, and none changes its place: only the breaks between lines are decided here.
 * Where it is not clear that a line goes on, it stays a line of its own: a break too many reads better than two answers in one.
 */
import type { DocumentLine } from './lines.ts';

const goesOn = /[,;(\-–—/=]$|\s(?:ja|tai|sekä|eli|että|joka|jotka|och|eller|samt|som|and|or|the|of)$/iu;
const ended = /[.!?:…]["”’)]*$/u;

/** How wide the document's lines are when they are full. */
export function widthOf(lines: readonly DocumentLine[]): number {
  const lengths = lines.map((one) => one.text.length).sort((a, b) => a - b);
  return Math.max(40, lengths[Math.floor(lengths.length * 0.95)] ?? 0);
}

/** The text of an answer: paragraphs with an empty line between, list items a line each with their mark. */
export function rejoined(lines: readonly DocumentLine[], width: number): string {
  const pairs = lines.slice(1).filter((one) => one.mark === null);
  // Where wrapped lines follow each other closely an empty line ends a paragraph; elsewhere every line has one.
  const close = pairs.filter((one) => one.gap === 0).length * 2 >= pairs.length && pairs.length > 0;
  let text = '';
  let before: DocumentLine | null = null;
  let inItem = false;
  for (const one of lines) {
    const visible = one.mark === null ? one.text : `${one.mark} ${one.text}`;
    if (before === null) text = visible;
    else if (one.mark !== null) text += (inItem ? '\n' : '\n\n') + visible;
    else if (continues(before, one, width, close)) text += ` ${visible}`;
    else {
      text += (one.gap === 0 && !inItem ? '\n' : '\n\n') + visible;
      inItem = false;
    }
    if (one.mark !== null) inItem = true;
    before = one;
  }
  return text;
}

function continues(before: DocumentLine, next: DocumentLine, width: number, close: boolean): boolean {
  const firstWord = /^\S*/u.exec(next.text)?.[0] ?? '';
  const full = before.text.length + 1 + firstWord.length > width * 0.88;
  const lower = /^[\p{Ll}(&]/u.test(next.text);
  if (next.gap > 1 && !lower) return false;
  if (goesOn.test(before.text)) return true;
  // In small letters the sentence goes on after 'mm.' or 'ns.'; in capitals the paragraph may, where lines are full.
  if (ended.test(before.text)) return full && (lower || (before.mark === null && !(close && next.gap > 0)));
  if (lower) return full || before.text.length > width * 0.6 || (before.mark !== null && next.gap > 0);
  return full && /^\d/u.test(next.text);
}
