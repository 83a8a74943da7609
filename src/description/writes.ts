import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Day } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import type { Write } from '../server/database/pool.ts';
import { change, rowsOf } from '../server/database/statement.ts';
import { newId } from '../server/id.ts';
import type { ImportedDescription } from './words.ts';

const zWriteAnswerRow = z.object({ version: z.number() });

/** Writes one answer; what stood before stays in the history, and the version grows. */
export async function writeAnswer(
  tx: Write,
  answer: {
    readonly organiserId: string;
    readonly group: string;
    readonly question: string;
    readonly heading: string;
    readonly text: string;
    readonly language: Language;
    readonly writtenById: string | null;
    readonly writtenOn: Day;
    readonly importId?: string;
  },
): Promise<number> {
  const { rows } = await rowsOf(zWriteAnswerRow)`
    insert into description_answer (organiser_id, service_group, question, heading, text, language, answered, import_id, written_by_id, written_on)
    values (${answer.organiserId}, ${answer.group}, ${answer.question}, ${answer.heading}, ${answer.text}, ${answer.language}, ${answer.text !== ''},
      ${answer.importId ?? null}, ${answer.writtenById}, ${answer.writtenOn})
    on conflict (organiser_id, service_group, question) do update set heading = excluded.heading, text = excluded.text, language = excluded.language,
      answered = excluded.answered, import_id = excluded.import_id, written_by_id = excluded.written_by_id,
      written_on = excluded.written_on, version = description_answer.version + 1
    returning version`.execute(tx);
  return rows[0]?.version ?? 1;
}

/** Takes descriptions of a document in: texts that stood before become the earlier version, nothing is doubled. */
export async function insertImport(
  tx: Write,
  document: { readonly fileName: string; readonly bytes: Uint8Array; readonly report: unknown },
  descriptions: readonly ImportedDescription[],
  writtenOn: Day,
): Promise<{ importId: string; answers: number }> {
  const importId = newId();
  await tx
    .insertInto('description_import')
    .values({
      id: importId,
      file_name: document.fileName,
      sha256: createHash('sha256').update(document.bytes).digest(),
      report: JSON.stringify(document.report),
    })
    .execute();
  let answers = 0;
  for (const description of descriptions) {
    await change`insert into description_description (organiser_id, service_group, title, services, import_id)
      values (${description.organiserId}, ${description.group}, ${description.title}, ${[...description.services]}, ${importId})
      on conflict (organiser_id, service_group) do update set title = excluded.title, services = excluded.services, import_id = excluded.import_id`.execute(
      tx,
    );
    for (const { id, heading, text } of description.questions) {
      const { organiserId, group } = description;
      await writeAnswer(tx, {
        organiserId,
        group,
        question: id,
        heading,
        text,
        // The questionnaire is in Finnish.
        language: 'fi',
        writtenById: null,
        writtenOn,
        importId,
      });
      answers += 1;
    }
  }
  return { importId, answers };
}
