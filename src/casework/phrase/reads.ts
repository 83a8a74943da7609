import { sql } from 'kysely';
import type { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zSqlRange } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf } from '../../server/version.ts';
import { type OwnPhrase, zPhraseAsKept, zPhraseDetails } from './words.ts';

const zPhraseRow = zPhraseAsKept.extend({ id: zId, during: zSqlRange });
type PhraseRow = z.output<typeof zPhraseRow>;

/** The ready reasons of an organiser, of every time. */
export async function phrasesOf(tx: Read, organiserId: string): Promise<PhraseRow[]> {
  const { rows } = await rowsOf(zPhraseRow)`
    select p.id, p.service, p.against, p.provision, p.name, p.text_fi as "textFi", p.text_sv as "textSv", p.easy_fi as "easyFi",
      p.easy_sv as "easySv", p.during
    from phrase_phrase p join organiser_service s on s.code = p.service
    where p.organiser_id = ${organiserId} order by s.place, p.against, p.name`.execute(tx);
  return rows;
}

/** Those of a service in force on a day, in the language of a decision. */
export async function phrasesOn(
  tx: Read,
  organiserId: string,
  { service, language }: { readonly service: Service; readonly language: 'fi' | 'sv' },
  on: Day,
): Promise<OwnPhrase[]> {
  const all = await phrasesOf(tx, organiserId);
  return all
    .filter((one) => one.service === service && one.during.from <= on && (one.during.to === null || on < one.during.to))
    .map(({ id, name, against, provision, textFi, textSv, easyFi, easySv }) => ({
      id,
      name,
      against,
      provision,
      text: language === 'sv' ? textSv : textFi,
      easy: language === 'sv' ? easySv : easyFi,
    }));
}

export async function phraseOf(tx: Read, organiserId: string, phraseId: string): Promise<PhraseRow | null> {
  return (await phrasesOf(tx, organiserId)).find(({ id }) => id === phraseId) ?? null;
}

/** A ready reason as an edit of it must have seen it. */
export async function standingPhrase(tx: Read, organiserId: string, phraseId: string): Promise<Standing | null> {
  const phrase = await phraseOf(tx, organiserId, phraseId);
  if (!phrase) return null;
  return {
    content: contentOf(zPhraseDetails, phrase),
    ...(await lastChange(tx, sql`phrase_phrase where id = ${phraseId}`, phraseId)),
  };
}
