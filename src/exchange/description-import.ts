import { organiserByCode } from '../casework/organiser/reads.ts';
import { groupOf } from '../description/answer.ts';
import { type Authored, authoredAnswers, earlierAnswers, titleOf } from '../description/reads.ts';
import type { ImportedDescription } from '../description/words.ts';
import { insertImport } from '../description/writes.ts';
import type { Day } from '../kernel/day.ts';
import { services } from '../kernel/service.ts';
import type { Write } from '../server/database/pool.ts';
import type { ReadDescription, ReadDocument } from './description-text.ts';

export interface TakenIn {
  /** Answers that are new or read otherwise than those that stood. */
  readonly answers: number;
  readonly descriptions: readonly { readonly title: string; readonly organiser: string }[];
  /** Descriptions that could not be taken in, or answers that were not, and why. */
  readonly left: readonly { readonly title: string; readonly why: string }[];
}

/** Takes a read document in: descriptions of organisers and services that are known here; the others are told, not guessed. */
export async function takeIn(
  tx: Write,
  document: ReadDocument,
  file: { readonly name: string; readonly bytes: Uint8Array },
  writtenOn: Day,
): Promise<TakenIn> {
  const known: (ImportedDescription & { organiser: string })[] = [];
  const left: { title: string; why: string }[] = [];
  for (const description of document.descriptions) {
    const organiser = await organiserByCode(tx, description.organiser, 'fi');
    const service = services.find((one) => description.services.includes(one));
    if (!organiser) left.push({ title: description.title, why: `there is no organiser ${description.organiser}` });
    else if (!service) left.push({ title: description.title, why: 'no known service is named' });
    else known.push({ ...imported(description, organiser.id), group: groupOf(service), organiser: organiser.code });
  }
  const changed: ImportedDescription[] = [];
  for (const description of known) {
    const { rewritten, ...fresh } = await withoutRewritten(tx, description);
    const why = 'was written anew here since the document was taken in, and stands';
    left.push(...rewritten.map((id) => ({ title: `${description.title}, ${id}`, why })));
    changed.push(...(await changedIn(tx, fresh)));
  }
  const { answers } =
    changed.length === 0
      ? { answers: 0 }
      : await insertImport(
          tx,
          {
            fileName: file.name,
            bytes: file.bytes,
            report: { ...document.report, unrecognised: document.unrecognised },
          },
          changed,
          writtenOn,
        );
  return { answers, descriptions: known.map(({ title, organiser }) => ({ title, organiser })), left };
}

/** Without the answers that a worker has changed since the document was taken in: the same document again takes nothing back. */
async function withoutRewritten<D extends ImportedDescription & { organiser: string }>(
  tx: Write,
  description: D,
): Promise<D & { readonly rewritten: readonly string[] }> {
  const { organiser, organiserId, group } = description;
  const rewritten: string[] = [];
  for (const one of await authoredAnswers(tx, organiserId, group)) {
    const read = description.questions.find(({ id }) => id === one.question);
    if (!read || one.writtenBy === null || one.text === read.text) continue;
    const earlier = await earlierAnswers(tx, organiser, group, one.question);
    if (earlier.some(({ text }) => text === read.text)) rewritten.push(read.id);
  }
  const questions = description.questions.filter(({ id }) => !rewritten.includes(id));
  return { ...description, questions, rewritten };
}

/** What of the description does not stand here already, word for word: only that becomes a new version. */
async function changedIn(tx: Write, description: ImportedDescription): Promise<ImportedDescription[]> {
  const { organiserId, group, title } = description;
  const stood = new Map<string, Authored>(
    (await authoredAnswers(tx, organiserId, group)).map((one) => [one.question, one]),
  );
  const questions = description.questions.filter(({ id, heading, text }) => {
    const one = stood.get(id);
    return !one || one.heading !== heading || one.text !== text;
  });
  return questions.length === 0 && (await titleOf(tx, organiserId, group)) === title
    ? []
    : [{ ...description, questions }];
}

function imported(description: ReadDescription, organiserId: string): Omit<ImportedDescription, 'group'> {
  const { title, services: named, questions } = description;
  return {
    organiserId,
    title,
    services: named,
    questions: questions.map(({ id, heading, text, answered }) => ({
      id,
      heading,
      text: answered ? text : '',
      answered,
    })),
  };
}
