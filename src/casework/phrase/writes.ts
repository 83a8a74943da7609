import { toSql } from '../../kernel/range.ts';
import type { Write } from '../../server/database/pool.ts';
import { newId } from '../../server/id.ts';
import type { PhraseDetails } from './words.ts';

const columnsOf = ({ against, provision, name, textFi, textSv, easyFi, easySv, during }: PhraseDetails) => ({
  against,
  provision,
  name,
  text_fi: textFi,
  text_sv: textSv,
  easy_fi: easyFi,
  easy_sv: easySv,
  during: toSql(during),
});

export async function insertPhrase(tx: Write, organiserId: string, phrase: PhraseDetails): Promise<string> {
  const id = newId();
  await tx
    .insertInto('phrase_phrase')
    .values({ id, organiser_id: organiserId, service: phrase.service, ...columnsOf(phrase) })
    .execute();
  return id;
}

export async function updatePhrase(tx: Write, phraseId: string, phrase: PhraseDetails): Promise<void> {
  await tx.updateTable('phrase_phrase').set(columnsOf(phrase)).where('id', '=', phraseId).execute();
}
