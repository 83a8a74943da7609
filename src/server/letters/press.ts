// The thread in which papers are set. It takes one job at a time; whoever asked waits outside, and others go on.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { coverageOf } from './coverage.ts';

/** A paper to set: the template's path, its data, and what stands in the file itself. */
export interface PressJob {
  readonly templatePath: string;
  readonly data: object;
  readonly pdf: 'ua-1';
  readonly title: string;
  readonly lang: string;
  readonly day: string;
  readonly creationTimestamp: number;
  readonly pages: number;
}

export type PressAnswer =
  | { readonly kind: 'paper'; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'fault'; readonly message: string };

const workspace = fileURLToPath(new URL('../../', import.meta.url));
const weights = ['Regular', 'It', 'Semibold', 'Bold'];
/** Memoised pages are kept for this many letters, so that a month's run does not fill the memory. */
const lettersRemembered = 8;

type Draws = (codePoint: number) => boolean;

async function makePress() {
  const folder = new URL('./TTF/', import.meta.resolve('source-sans/package.json'));
  const fonts = await Promise.all(weights.map((weight) => readFile(new URL(`SourceSans3-${weight}.ttf`, folder))));
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] });
  return { compiler, draws: coverageOf(fonts[0] as Buffer) };
}

/** One compiler serves the thread: loading its fonts costs far more than setting a letter. */
const pressed = makePress();

async function set(job: PressJob): Promise<PressAnswer> {
  const { compiler, draws } = await pressed;
  const inputs = {
    data: JSON.stringify(printable(job.data, draws)),
    title: printableText(job.title, draws),
    lang: job.lang,
    day: job.day,
  };
  const compiled = compiler.compile({ mainFilePath: job.templatePath, inputs });
  const made = compiled.result;
  if (made === null) {
    const answer = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
    const message = answer.map(({ message: what, path }) => `${path ?? 'letter'}: ${what ?? 'unknown'}`).join('; ');
    return { kind: 'fault', message };
  }
  if (made.numOfPages > job.pages) return { kind: 'too-long' };
  const pdf = compiler.pdf(made, { pdfStandard: job.pdf, creationTimestamp: job.creationTimestamp });
  compiler.evictCache(lettersRemembered);
  return { kind: 'paper', pdf: new Uint8Array(pdf) };
}

parentPort?.on('message', async (job: PressJob) => {
  const answer = await set(job).catch(
    (error: unknown): PressAnswer => ({ kind: 'fault', message: error instanceof Error ? error.message : 'unknown' }),
  );
  parentPort?.postMessage(answer, answer.kind === 'paper' ? [answer.pdf.buffer] : []);
});

function printable(value: unknown, draws: Draws): unknown {
  if (typeof value === 'string') return printableText(value, draws);
  if (Array.isArray(value)) return value.map((one) => printable(one, draws));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printable(one, draws)]));
}

/**
 * An accessible PDF refuses characters without a shape, and one such in a name must not stop a decision.
 * What the font cannot draw becomes an empty box, which a reader can see and ask about.
 */
function printableText(text: string, draws: Draws): string {
  return [...text.toWellFormed().normalize('NFC')]
    .map((character) => {
      if (character === '\n') return character;
      if (/[\p{Cc}\p{Cf}]/u.test(character)) return character === '\t' ? ' ' : '';
      if (draws(character.codePointAt(0) ?? 0)) return character;
      // A letter that the font has not as one may be drawn as a letter and its marks: Ǩ as K with a caron.
      const parts = [...character.normalize('NFD')];
      const drawn = parts.length > 1 && parts.every((part) => draws(part.codePointAt(0) ?? 0));
      return drawn ? parts.join('') : '\u25a1';
    })
    .join('');
}
