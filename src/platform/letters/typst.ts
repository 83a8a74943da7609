import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type Day, day, startInstantOf } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import { coverageOf } from './coverage.ts';

export interface Letter {
  /** The .typ file, inside src. */
  readonly template: string | URL;
  /** Plain data, as JSON can say it. */
  readonly data: object;
  readonly pdf: 'ua-1';
  readonly title: string;
  readonly lang: Language;
  /** The day that stands in the file as its date; the machine's own clock never does. */
  readonly day: Day;
}

const workspace = fileURLToPath(new URL('../../', import.meta.url));
const weights = ['Regular', 'It', 'Semibold', 'Bold'];
/** Memoised pages are kept for this many letters, so that a month's run does not fill the memory. */
const lettersRemembered = 8;

interface Press {
  readonly compiler: NodeCompiler;
  readonly draws: (codePoint: number) => boolean;
}

let pressed: Promise<Press> | null = null;

/** One compiler serves the process: loading its fonts costs far more than setting a letter. */
function press(): Promise<Press> {
  pressed ??= makePress();
  return pressed;
}

async function makePress(): Promise<Press> {
  const folder = new URL('./TTF/', import.meta.resolve('source-sans/package.json'));
  const fonts = await Promise.all(weights.map((weight) => readFile(new URL(`SourceSans3-${weight}.ttf`, folder))));
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] });
  return { compiler, draws: coverageOf(fonts[0] as Buffer) };
}

/**
 * Sets a letter as an accessible PDF (PDF/UA-1).
 * The data reaches the template as one JSON text that it parses, so nothing in it is ever read as markup.
 * The same letter gives the same bytes on every machine.
 */
export async function compileLetter(letter: Letter): Promise<Uint8Array> {
  const { compiler, draws } = await press();
  const inputs = {
    data: JSON.stringify(printable(letter.data, draws)),
    title: printableText(letter.title, draws),
    lang: letter.lang,
    day: day(letter.day),
  };
  const compiled = compiler.compile({ mainFilePath: templatePath(letter.template), inputs });
  const made = compiled.result;
  if (made === null) throw new LetterError(compiled.takeDiagnostics()?.shortDiagnostics ?? []);
  const pdf = compiler.pdf(made, {
    pdfStandard: letter.pdf,
    creationTimestamp: Date.parse(startInstantOf(letter.day)) / 1000,
  });
  compiler.evictCache(lettersRemembered);
  // A set page is freed only between turns of the event loop; a month's run must also let others in.
  await setImmediate();
  return new Uint8Array(pdf);
}

/** A template does not fit its data: a fault in the program, never in what a person wrote. */
export class LetterError extends Error {
  constructor(diagnostics: readonly { readonly message?: string; readonly path?: string }[]) {
    super(diagnostics.map(({ message, path }) => `${path ?? 'letter'}: ${message ?? 'unknown'}`).join('; '));
    this.name = 'LetterError';
  }
}

function templatePath(template: string | URL): string {
  const path = typeof template === 'string' ? template : fileURLToPath(template);
  if (relative(workspace, path).startsWith('..')) throw new RangeError('A template lies inside src.');
  return path;
}

function printable(value: unknown, draws: Press['draws']): unknown {
  if (typeof value === 'string') return printableText(value, draws);
  if (Array.isArray(value)) return value.map((one) => printable(one, draws));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printable(one, draws)]));
}

/**
 * An accessible PDF refuses characters without a shape, and one such in a name must not stop a decision.
 * What the font cannot draw becomes an empty box, which a reader can see and ask about.
 */
function printableText(text: string, draws: Press['draws']): string {
  return [...text.toWellFormed().normalize('NFC')]
    .map((character) => {
      if (character === '\n') return character;
      if (/[\p{Cc}\p{Cf}]/u.test(character)) return character === '\t' ? ' ' : '';
      return draws(character.codePointAt(0) ?? 0) ? character : '\u25a1';
    })
    .join('');
}
