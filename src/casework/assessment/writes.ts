import type { Day } from '../../kernel/day.ts';
import type { Write } from '../../server/database/pool.ts';
import { newId } from '../../server/id.ts';
import type { AssessmentContent } from './words.ts';

export async function insertAssessment(
  tx: Write,
  { organiserId, clientId, begunById }: Readonly<Record<'organiserId' | 'clientId' | 'begunById', string>>,
  { referralId, begunOn }: { readonly referralId: string; readonly begunOn: Day },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('assessment_assessment')
    .values({
      id,
      organiser_id: organiserId,
      client_id: clientId,
      referral_id: referralId,
      begun_on: begunOn,
      begun_by_id: begunById,
    })
    .execute();
  return id;
}

export async function updateAssessment(
  tx: Write,
  assessmentId: string,
  content: AssessmentContent & { readonly begunOn: Day },
  finishedById: string | null,
): Promise<void> {
  await tx
    .updateTable('assessment_assessment')
    .set({
      begun_on: content.begunOn,
      took_part: content.tookPart,
      situation: content.situation,
      client_view: content.clientView,
      view_missing_because: content.viewMissingBecause,
      conclusions: content.conclusions,
      need: content.need,
      special_support: content.specialSupport,
      own_worker: content.ownWorker,
      own_worker_view: content.ownWorkerView,
      finished_on: content.finishedOn,
      finished_by_id: finishedById,
    })
    .where('id', '=', assessmentId)
    .execute();
}

export async function deleteAssessment(tx: Write, assessmentId: string): Promise<void> {
  await tx.deleteFrom('assessment_assessment').where('id', '=', assessmentId).execute();
}
