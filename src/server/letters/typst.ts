import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Day, day, startInstantOf } from '../../kernel/day.ts';
import { keptTogether, type Language } from '../../kernel/language.ts';
import { PaperLimit, type PressLimits, pressLimits, roughPages } from './limits.ts';
import type { PaperSection } from './paper.ts';
import { PressRoom } from './press-room.ts';

export interface Letter {
  /** The .typ file, inside src. */
  readonly template: string | URL;
  /** Plain data, as JSON can say it. */
  readonly data: object;
  /** What it tells of data protection, at its end; null on a paper that is about nobody. */
  readonly notice: PaperSection | null;
  readonly pdf: 'ua-1';
  readonly title: string;
  readonly lang: Language;
  /** The day that stands in the file as its date; the machine's own clock never does. */
  readonly day: Day;
}

const workspace = fileURLToPath(new URL('../../', import.meta.url));
// A rough count is only roughly right: what may still fit is set, and its pages counted.
const surelyTooLong = 1.5;

/** Sets letters within limits. The process has one; tests make smaller ones. */
export function letterPress(limits: PressLimits): (letter: Letter) => Promise<Uint8Array> {
  const room = new PressRoom(limits);
  return async (letter) => {
    const templatePath = pathOf(letter.template);
    if (roughPages(letter.data) > limits.pages * surelyTooLong) throw new PaperLimit('paper-too-long');
    const answer = await room.set({
      templatePath,
      data: textsKeptTogether({ ...letter.data, notice: letter.notice }) as object,
      pdf: letter.pdf,
      title: letter.title,
      lang: letter.lang,
      day: day(letter.day),
      creationTimestamp: Date.parse(startInstantOf(letter.day)) / 1000,
      pages: limits.pages,
    });
    if (answer.kind === 'too-long') throw new PaperLimit('paper-too-long');
    if (answer.kind === 'fault') throw new LetterError(answer.message);
    return answer.pdf;
  };
}

/**
 * Sets a letter as an accessible PDF (PDF/UA-1), in a thread of its own.
 * The data reaches the template as one JSON text that it parses, so nothing in it is ever read as markup.
 * The same letter gives the same bytes on every machine.
 */
export const compileLetter = letterPress(pressLimits);

/** All texts of a paper, as they are read. */
function textsKeptTogether(value: unknown): unknown {
  if (typeof value === 'string') return keptTogether(value);
  if (Array.isArray(value)) return value.map(textsKeptTogether);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, textsKeptTogether(part)]));
}

/** A template does not fit its data: a fault in the program, never in what a person wrote. */
export class LetterError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LetterError';
  }
}

function pathOf(template: string | URL): string {
  const path = typeof template === 'string' ? template : fileURLToPath(template);
  if (relative(workspace, path).startsWith('..')) throw new RangeError('A template lies inside src.');
  return path;
}
