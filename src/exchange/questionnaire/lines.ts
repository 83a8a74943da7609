/**
 * A document as its lines: what each says, the list mark before it, and the space and page breaks that set it apart.
 *
 * Text that was copied from a printed page keeps only these signs of what was a heading, a list or a paragraph.
 */
import { ProblemError, problem } from '../../kernel/problem.ts';

export interface DocumentLine {
  /** The line of the file, from 1. */
  readonly line: number;
  /** Without its list mark, and with single spaces. */
  readonly text: string;
  /** '-' for a bullet of any form, a dash or a number as it stands; null for a line of running text. */
  readonly mark: string | null;
  /** Blank lines before it. */
  readonly gap: number;
  readonly startsPage: boolean;
  readonly endsPage: boolean;
}

/** A document that cannot be read as text is refused with the reason; nothing is taken in from it. */
function unreadable(why: string): ProblemError {
  return new ProblemError(problem('unreadable-document', 400, 'The document cannot be read as text', { detail: why }));
}

/** The text of a file in UTF-8, UTF-16 or, if it is neither, Windows-1252; throws when it is no text at all. */
export function textOf(bytes: Uint8Array): string {
  const starts = (...head: number[]) => head.every((byte, i) => bytes[i] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46)) throw unreadable('It is a PDF; save its text first, for example with pdftotext.');
  if (starts(0x50, 0x4b, 0x03, 0x04))
    throw unreadable('It is a packed file, such as a word processor’s; save it as plain text first.');
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    throw unreadable('It is an old word processor file; save it as plain text first.');
  return checkedText(decoded(bytes, starts));
}

function decoded(bytes: Uint8Array, starts: (...head: number[]) => boolean): string {
  if (starts(0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (starts(0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (isBrokenUtf8(bytes)) throw unreadable('It is UTF-8 that breaks off, or in which some letters are broken.');
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** UTF-8 but for a few bytes, as where a file was cut off within a letter: read as anything else all its other letters are wrong. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/[^\p{ASCII}\uFFFD]/gu) > count(/\uFFFD/gu);
}

/** Gives the text back, or throws when it holds what no text does. */
export function checkedText(text: string): string {
  let control = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) throw unreadable('It holds zero bytes, as only binary files do.');
    if ((code < 32 && (code < 9 || code > 13)) || (code >= 0x80 && code < 0xa0 && code !== 0x85) || code === 0xfffd)
      control++;
  }
  if (control > 2 + text.length / 200) throw unreadable('It holds too many characters that no text has.');
  return text;
}

const bullets = /^(?:[\uE000-\uF8FF•·●○◦▪▫■□‣⁃∙➢➤✓*]|o(?=\s))\s*/u;
const dashes = /^([-–—])\s+/u;
const numbers = /^(\(?(?:\d{1,2}|[a-zåäö])[.)])\s+(?=\S)/iu;

/** The lines that say something, in order. */
export function linesOf(source: string): DocumentLine[] {
  const rows = checkedText(source)
    .normalize('NFC')
    .split(/\r\n|[\r\n\u0085\u2028\u2029\v]/u);
  // One space before the first word is what is left of a page break in some texts; in an indented text it is not.
  const spaced = rows.filter((row) => /^ \S/u.test(row)).length;
  const spaceMeansPage = spaced * 8 < rows.filter((row) => row.trim() !== '').length;
  const matches: DocumentLine[] = [];
  let gap = 0;
  let startsPage = true;
  let pending: string | null = null;
  const endPage = () => {
    const last = matches.at(-1);
    if (last) matches[matches.length - 1] = { ...last, endsPage: true };
  };
  rows.forEach((row, i) => {
    row.split('\f').forEach((part, nth) => {
      if (nth > 0) startsPage = true;
      if (spaceMeansPage && /^ \S/u.test(part)) startsPage = true;
      const clean = cleaned(part);
      if (clean === '') {
        // A page break is no empty line.
        if (!row.includes('\f')) gap++;
        return;
      }
      const { mark, text } = marked(clean, matches.at(-1));
      if (text === '') {
        // The mark of a list item can stand on a line of its own, above what it marks.
        pending = mark;
        return;
      }
      if (startsPage) endPage();
      matches.push({ line: i + 1, text, mark: mark ?? pending, gap, startsPage, endsPage: false });
      gap = 0;
      startsPage = false;
      pending = null;
    });
  });
  endPage();
  return matches;
}

function cleaned(row: string): string {
  return row
    .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/\u00AD\s*$/u, '-')
    .replace(/\u00AD/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function marked(row: string, before: DocumentLine | undefined): { mark: string | null; text: string } {
  const bullet = bullets.exec(row);
  // Two stars are emphasis, not a mark.
  if (bullet && !row.startsWith('**')) return { mark: '-', text: row.slice(bullet[0].length) };
  const dash = dashes.exec(row);
  if (dash) return { mark: dash[1] as string, text: row.slice(dash[0].length) };
  const number = numbers.exec(row);
  if (number && beginsItem(number[1] as string, row.slice(number[0].length), before))
    return { mark: number[1] as string, text: row.slice(number[0].length) };
  return { mark: null, text: row };
}

/** '35 §' and '2. momentti' can begin a line by chance of wrapping: a number marks an item when it opens or continues a list. */
function beginsItem(mark: string, rest: string, before: DocumentLine | undefined): boolean {
  const count = /\d+/u.exec(mark)?.[0];
  if (/^\p{Lu}/u.test(rest)) return true;
  if (count === undefined) return /[ab]/iu.test(mark) || before?.mark != null;
  return count === '1' || (before?.mark?.includes(String(Number(count) - 1)) ?? false);
}

const address = /^https?:\/\/\S+$/iu;
const pageNumber =
  /^(?:(?:sivu|sida|page)\s*\d{1,4}(?:\s*[/(]\s*\d{1,4}\)?)?|\d{1,4}\s*(?:\/\s*\d{1,4}|\(\s*\d{1,4}\s*\)))$/iu;

/** Takes out what a page carries at its edge and no answer says: its number, or the address of a link on it once more. */
export function withoutPageFurniture(all: readonly DocumentLine[]): {
  lines: DocumentLine[];
  furniture: DocumentLine[];
} {
  const lines: DocumentLine[] = [];
  const furniture: DocumentLine[] = [];
  let startsPage = false;
  for (const one of all) {
    const numbered = pageNumber.test(one.text) && (one.startsPage || one.endsPage);
    const linked = address.test(one.text) && (one.endsPage || one.gap > 1) && saidElsewhere(one, all);
    if (numbered || linked) {
      furniture.push(one);
      startsPage ||= one.startsPage;
      continue;
    }
    lines.push(startsPage ? { ...one, startsPage } : one);
    startsPage = false;
  }
  return { lines, furniture };
}

const saidElsewhere = (line: DocumentLine, all: readonly DocumentLine[]) =>
  all.some((other) => other.text.includes(line.text) && (other.line < line.line || other.text !== line.text));
