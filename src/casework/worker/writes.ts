import type { Day } from '../../kernel/day.ts';
import { type Range, toSql } from '../../kernel/range.ts';
import type { Write } from '../../server/database/pool.ts';
import { change } from '../../server/database/statement.ts';
import { newId } from '../../server/id.ts';
import type { LetterShare, NewDecidingRights, PostDetails, WorkerDetails } from './words.ts';

/** Sets who leads a group from a day on; turns planned for later give way, turns before keep their days. */
export async function replaceGroupLeads(
  tx: Write,
  organiserId: string,
  groupId: string,
  turns: readonly { readonly workerId: string; readonly during: Range }[],
  from: Day,
): Promise<void> {
  await change`delete from worker_group_lead where group_id = ${groupId} and lower(during) >= ${from}::date`.execute(
    tx,
  );
  await change`update worker_group_lead set during = daterange(lower(during), ${from}::date)
    where group_id = ${groupId} and during @> ${from}::date`.execute(tx);
  for (const { workerId, during } of turns) {
    await tx
      .insertInto('worker_group_lead')
      .values({ organiser_id: organiserId, group_id: groupId, worker_id: workerId, during: toSql(during) })
      .execute();
  }
}

/** Who leads a group does so on its days: what lies outside them ends, or never comes. */
export async function fitGroupLeads(tx: Write, groupId: string, during: Range): Promise<void> {
  await change`delete from worker_group_lead where group_id = ${groupId} and not during && ${toSql(during)}::daterange`.execute(
    tx,
  );
  await change`update worker_group_lead l set during = l.during * ${toSql(during)}::daterange
    where l.group_id = ${groupId} and not l.during <@ ${toSql(during)}::daterange`.execute(tx);
}

/** Who led a group to its end leads on where the group goes on. */
export async function lengthenGroupLeads(
  tx: Write,
  groupId: string,
  endedOn: Day | null,
  to: Day | null,
): Promise<void> {
  if (endedOn === null || (to !== null && to <= endedOn)) return;
  await change`update worker_group_lead set during = daterange(lower(during), ${to}::date)
    where group_id = ${groupId} and upper(during) = ${endedOn}::date`.execute(tx);
}

/** Shares the letters anew from a day on; shares planned for later give way, those before keep their days. */
export async function replaceLetterShares(
  tx: Write,
  organiserId: string,
  shares: readonly LetterShare[],
  from: Day,
): Promise<void> {
  await change`delete from worker_letter_share where organiser_id = ${organiserId} and lower(during) >= ${from}::date`.execute(
    tx,
  );
  await change`update worker_letter_share set during = daterange(lower(during), ${from}::date)
    where organiser_id = ${organiserId} and during @> ${from}::date`.execute(tx);
  const rows = shares.map((share) => ({ worker_id: share.workerId, letters: `[${share.from},${share.to})` }));
  await change`insert into worker_letter_share (organiser_id, worker_id, letters, during)
    select ${organiserId}::uuid, s.worker_id, s.letters, daterange(${from}::date, null)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(worker_id uuid, letters int4range)`.execute(tx);
}

export async function insertWorker(tx: Write, organiserId: string, input: WorkerDetails): Promise<string> {
  const id = newId();
  await tx
    .insertInto('worker_worker')
    .values({
      id,
      organiser_id: organiserId,
      family_name: input.familyName,
      given_name: input.givenName,
      phone: input.phone,
      email: input.email,
      language: input.language,
    })
    .execute();
  return id;
}

export async function updateWorker(tx: Write, workerId: string, input: WorkerDetails): Promise<void> {
  await tx
    .updateTable('worker_worker')
    .set({
      family_name: input.familyName,
      given_name: input.givenName,
      phone: input.phone,
      email: input.email,
      language: input.language,
    })
    .where('id', '=', workerId)
    .execute();
}

export async function insertPost(
  tx: Write,
  organiserId: string,
  workerId: string,
  input: PostDetails,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('worker_post')
    .values({
      id,
      worker_id: workerId,
      organiser_id: organiserId,
      role: input.role,
      unit_id: input.unitId,
      full_time_share: input.fullTimeShare,
      hours_a_week: input.hoursAWeek,
      agreed_caseload: input.agreedCaseload,
      team: input.team,
      public_office: input.publicOffice,
      professional: input.professional,
      tasks: [...input.tasks],
      during: toSql(input.during),
    })
    .execute();
  return id;
}

/** A post's rights to decide end with it at the latest; one that ran as long as the post goes on as long as the post does. */
async function fitDecidingRights(tx: Write, postId: string, { from, to }: Range): Promise<void> {
  await change`delete from worker_deciding_right where post_id = ${postId} and not during && ${toSql({ from, to })}::daterange`.execute(
    tx,
  );
  await change`update worker_deciding_right d set during = d.during * ${toSql({ from, to })}::daterange
    where d.post_id = ${postId} and not d.during <@ ${toSql({ from, to })}::daterange`.execute(tx);
}

async function lengthenDecidingRights(tx: Write, postId: string, endedOn: Day | null, to: Day | null): Promise<void> {
  if (endedOn === null || (to !== null && to <= endedOn)) return;
  await change`update worker_deciding_right set during = daterange(lower(during), ${to}::date)
    where post_id = ${postId} and upper(during) = ${endedOn}::date`.execute(tx);
}

export async function insertDecidingRights(
  tx: Write,
  organiserId: string,
  post: { readonly id: string; readonly professional: boolean },
  input: NewDecidingRights,
): Promise<void> {
  for (const service of new Set(input.services))
    await tx
      .insertInto('worker_deciding_right')
      .values({
        organiser_id: organiserId,
        post_id: post.id,
        service,
        provision: input.provision,
        delegation: input.delegation,
        professional: post.professional,
        during: toSql(input.during),
      })
      .execute();
}

/** Sets the days of a right; one that never held is taken away. */
export async function updateDecidingRight(tx: Write, rightId: string, during: Range): Promise<void> {
  await tx
    .updateTable('worker_deciding_right')
    .set({ during: toSql(during) })
    .where('id', '=', rightId)
    .execute();
}

export async function deleteDecidingRight(tx: Write, rightId: string): Promise<void> {
  await tx.deleteFrom('worker_deciding_right').where('id', '=', rightId).execute();
}

export async function updatePost(tx: Write, postId: string, input: PostDetails, endedOn: Day | null): Promise<void> {
  await fitDecidingRights(tx, postId, input.during);
  await tx
    .updateTable('worker_post')
    .set({
      role: input.role,
      unit_id: input.unitId,
      full_time_share: input.fullTimeShare,
      hours_a_week: input.hoursAWeek,
      agreed_caseload: input.agreedCaseload,
      team: input.team,
      public_office: input.publicOffice,
      professional: input.professional,
      tasks: [...input.tasks],
      during: toSql(input.during),
    })
    .where('id', '=', postId)
    .execute();
  await lengthenDecidingRights(tx, postId, endedOn, input.during.to);
}

/** Asks for a post that a second person is to confirm. A new one is tried first, so that what stands in its way is told at once. */
export async function askForPost(
  tx: Write,
  who: { readonly organiserId: string; readonly workerId: string },
  workerId: string,
  postId: string | null,
  post: PostDetails,
): Promise<string> {
  if (postId === null)
    await change`select worker_try_post(${workerId}, ${who.organiserId}, ${post.role}, ${post.unitId}, ${post.team}, ${toSql(post.during)}::daterange)`.execute(
      tx,
    );
  const id = newId();
  await change`insert into worker_post_request (id, organiser_id, worker_id, post_id, post, asked_by_id, asked_at)
    values (${id}, ${who.organiserId}, ${workerId}, ${postId}, ${JSON.stringify(post)}, ${who.workerId}, (select app_now()))`.execute(
    tx,
  );
  return id;
}

/** Decides on a post that was asked for; the operator at the command line is no worker, and stands in the trail alone. */
export async function decidePostRequest(
  tx: Write,
  requestId: string,
  outcome: 'confirmed' | 'refused',
  decidedById: string,
): Promise<void> {
  await change`update worker_post_request set outcome = ${outcome}, decided_by_id = (select id from worker_worker where id = ${decidedById}), decided_at = (select app_now())
    where id = ${requestId}`.execute(tx);
}
