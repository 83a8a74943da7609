import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { type Range, toSql, zSqlRange } from '../../kernel/range.ts';
import type { Role } from '../../kernel/relation.ts';
import type { Standing, Who } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf, versionOf, withVersion } from '../../server/version.ts';
import {
  type DecidingRight,
  type GroupLead,
  type LetterShare,
  type Post,
  type PostDetails,
  type PostRequest,
  type Worker,
  type WorkerDetails,
  workersApart,
  zDecidingRight,
  zGroupLead,
  zPost,
  zPostDetails,
  zPostRequest,
  zRightDays,
  zServiceTask,
  zWorker,
  zWorkerDetails,
} from './words.ts';

const zReach = z.string().nullable();
const zWorkerRow = zWorker.extend({ reach: zReach });

/** Workers of an organiser with a post in force on a day, by name; of some roles only where given. */
export async function workersOn(
  tx: Read,
  organiserId: string,
  on: Day,
  ofRoles: readonly Role[] | null = null,
): Promise<Worker[]> {
  const { rows } = await rowsOf(zWorkerRow)`
    select w.id, w.family_name || ' ' || w.given_name as name, coalesce(w.email, w.phone) as reach,
      array_agg(distinct p.role order by p.role) as roles
    from worker_worker w join worker_post p on p.worker_id = w.id
    where p.organiser_id = ${organiserId} and p.during @> ${on}::date
      and (${ofRoles === null} or p.role = any(${ofRoles === null ? [] : [...ofRoles]}::text[]))
    group by w.id order by name`.execute(tx);
  return workersApart(rows, ({ id }) => id);
}

const zLetterShare = z.object({ workerId: zId, from: z.number(), to: z.number() });

export async function letterSharesOn(tx: Read, organiserId: string, on: Day): Promise<LetterShare[]> {
  const { rows } = await rowsOf(zLetterShare)`
    select worker_id as "workerId", lower(letters) as "from", upper(letters) as "to" from worker_letter_share
    where organiser_id = ${organiserId} and during @> ${on}::date order by lower(letters)`.execute(tx);
  return rows;
}

const zTurnRow = z.object({ workerId: zId, during: zSqlRange });

const zGroupLeadsOnRow = zGroupLead
  .omit({ version: true })
  .extend({ during: zSqlRange.nullable(), turns: z.array(zTurnRow) });

const versionOfTurns = (turns: readonly unknown[]) => (turns.length === 0 ? null : versionOf(turns));

/** Groups of an organiser with who leads each on a day and until when, and in how many months the lead changes. */
export async function groupLeadsOn(tx: Read, organiserId: string, on: Day): Promise<GroupLead[]> {
  const { rows } = await rowsOf(zGroupLeadsOnRow)`
    select g.id as "groupId", g.name as "group", u.name as unit, g.lead_rotation_months as "rotationMonths", l.worker_id as "workerId",
      w.family_name || ' ' || w.given_name as leader, l.during,
      array(select n.family_name || ' ' || n.given_name from worker_group_lead f join worker_worker n on n.id = f.worker_id
        where f.group_id = g.id and lower(f.during) > ${on}::date order by lower(f.during)) as next,
      coalesce((select json_agg(json_build_object('workerId', t.worker_id, 'during', t.during::text) order by lower(t.during))
        from worker_group_lead t where t.group_id = g.id), '[]') as turns
    from organiser_group g join organiser_unit u on u.id = g.unit_id
    left join worker_group_lead l on l.group_id = g.id and l.during @> ${on}::date
    left join worker_worker w on w.id = l.worker_id
    where g.organiser_id = ${organiserId} and g.during @> ${on}::date order by u.name, g.name`.execute(tx);
  return rows.map(({ turns, ...row }) => ({ ...row, version: versionOfTurns(turns) }));
}

const zLetterSharesFromRow = z.object({
  workerId: zId,
  from: z.number(),
  to: z.number(),
  worker: z.string(),
  during: zSqlRange,
});

/** The shares of letters in force on a day and those to come, by the day from which they hold. */
export async function letterSharesFrom(
  tx: Read,
  organiserId: string,
  on: Day,
): Promise<(LetterShare & { worker: string; during: Range })[]> {
  const { rows } = await rowsOf(zLetterSharesFromRow)`
    select s.worker_id as "workerId", w.family_name || ' ' || w.given_name as worker, lower(s.letters) as "from",
      upper(s.letters) as "to", s.during
    from worker_letter_share s join worker_worker w on w.id = s.worker_id
    where s.organiser_id = ${organiserId} and (upper(s.during) is null or upper(s.during) > ${on}::date)
    order by lower(s.during), lower(s.letters)`.execute(tx);
  return rows;
}

const zStaffOfRow = zWorkerDetails.extend({
  id: zId,
  name: z.string(),
  posts: z.array(
    zPost.omit({ version: true }).extend({
      during: zSqlRange,
      decides: z.array(zPost.shape.decides.element.omit({ version: true }).extend({ during: zSqlRange })),
    }),
  ),
});

const asSeen = withVersion(zWorkerDetails);
const postAsSeen = withVersion(zPostDetails);
const rightAsSeen = withVersion(zRightDays);

/** Everybody who works or worked for an organiser, by name, with all their posts. */
export async function staffOf(
  tx: Read,
  organiserId: string,
): Promise<(WorkerDetails & { id: string; name: string; posts: Post[]; version: string })[]> {
  const { rows } = await rowsOf(zStaffOfRow)`
    select w.id, w.family_name || ' ' || w.given_name as name, w.family_name as "familyName", w.given_name as "givenName",
      w.phone, w.email, w.language,
      coalesce((select json_agg(json_build_object('id', p.id, 'role', p.role, 'unitId', p.unit_id, 'unit', u.name,
          'fullTimeShare', p.full_time_share, 'hoursAWeek', p.hours_a_week, 'agreedCaseload', p.agreed_caseload, 'team', p.team,
          'tasks', to_json(p.tasks), 'publicOffice', p.public_office, 'professional', p.professional, 'during', p.during::text,
          'decides', coalesce((select json_agg(json_build_object('id', d.id, 'service', d.service, 'provision', d.provision,
              'delegation', d.delegation, 'during', d.during::text) order by s.place, lower(d.during))
            from worker_deciding_right d join organiser_service s on s.code = d.service where d.post_id = p.id), '[]')) order by lower(p.during) desc, p.role)
        from worker_post p left join organiser_unit u on u.id = p.unit_id
        where p.worker_id = w.id and p.organiser_id = ${organiserId}), '[]') as posts
    from worker_worker w where w.organiser_id = ${organiserId} order by name`.execute(tx);
  return rows.map((row) => ({
    ...asSeen(row),
    posts: row.posts.map((post) => ({ ...postAsSeen(post), decides: post.decides.map(rightAsSeen) })),
  }));
}

type KnownRight = DecidingRight & { readonly workerId: string; readonly name: string };

const zRightsRow = zDecidingRight.extend({ workerId: zId, name: z.string(), reach: zReach, during: zSqlRange });

/** The rights to decide of an organiser's posts, by service and name; those that hold on a day, or on it and later. */
async function rights(tx: Read, organiserId: string, when: RawBuilder<unknown>): Promise<KnownRight[]> {
  const { rows } = await rowsOf(zRightsRow)`
    select d.id, d.post_id as "postId", d.service, d.provision, d.delegation, d.during, w.id as "workerId",
      w.family_name || ' ' || w.given_name as name, coalesce(w.email, w.phone) as reach
    from worker_deciding_right d
    join worker_post p on p.id = d.post_id
    join worker_worker w on w.id = p.worker_id
    join organiser_service s on s.code = d.service
    where d.organiser_id = ${organiserId} and ${when}
    order by s.place, name, lower(d.during)`.execute(tx);
  return workersApart(rows, ({ workerId }) => workerId);
}

/** Who may decide what for an organiser on a day. */
export function decidingRightsOn(tx: Read, organiserId: string, on: Day): Promise<KnownRight[]> {
  return rights(tx, organiserId, sql`d.during @> ${on}::date`);
}

/** What the worker may decide for the organiser on a day: of those of all its workers, which are many, a page that asks for one's own needs none. */
export function ownRightsOn(tx: Read, { organiserId, workerId }: Pick<Who, 'organiserId' | 'workerId'>, on: Day) {
  return rights(tx, organiserId, sql`p.worker_id = ${workerId} and d.during @> ${on}::date`);
}

/** Who may decide what for an organiser on a day and after it. */
export function decidingRightsFrom(tx: Read, organiserId: string, on: Day): Promise<KnownRight[]> {
  return rights(tx, organiserId, sql`(upper(d.during) is null or upper(d.during) > ${on}::date)`);
}

/** Whether a unit is the organiser's. */
export async function isUnitOf(tx: Read, organiserId: string, unitId: string): Promise<boolean> {
  const { rows } = await rowsOf(
    z.object({}),
  )`select from organiser_unit where id = ${unitId} and organiser_id = ${organiserId}`.execute(tx);
  return rows.length > 0;
}

const zWorkersDuringRow = z.object({ id: zId });

/** Workers whose posts, of some roles only where given, hold on every day of a range. */
export async function workersDuring(
  tx: Read,
  organiserId: string,
  days: Range,
  ofRoles: readonly Role[] | null = null,
): Promise<Set<string>> {
  const { rows } = await rowsOf(zWorkersDuringRow)`
    select p.worker_id as id from worker_post p
    where p.organiser_id = ${organiserId} and (${ofRoles === null} or p.role = any(${ofRoles === null ? [] : [...ofRoles]}::text[]))
    group by p.worker_id having range_agg(p.during) @> ${toSql(days)}::daterange`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

const zOfUnitRow = z.object({ of: z.boolean() });

/** Whether whoever asks works at the group's unit today, or leads there now or later; the database holds it of what is written, too. */
export async function worksAtUnitOf(tx: Read, groupId: string): Promise<boolean> {
  const { rows } = await rowsOf(zOfUnitRow)`select worker_works_at_group(${groupId}) as of`.execute(tx);
  return rows[0]?.of ?? false;
}

/** Every turn of leading a group, earlier and planned. */
async function leadsOf(tx: Read, groupId: string): Promise<{ workerId: string; during: Range }[]> {
  const { rows } = await rowsOf(zTurnRow)`
    select worker_id as "workerId", during from worker_group_lead where group_id = ${groupId}`.execute(tx);
  return rows;
}

const colleagueOf = async (tx: Read, organiserId: string, workerId: string) =>
  (await staffOf(tx, organiserId)).find(({ id }) => id === workerId);

export async function standingWorker(tx: Read, organiserId: string, workerId: string): Promise<Standing | null> {
  const worker = await colleagueOf(tx, organiserId, workerId);
  if (!worker) return null;
  return {
    content: contentOf(zWorkerDetails, worker),
    ...(await lastChange(tx, sql`worker_worker where id = ${workerId}`, workerId)),
  };
}

export async function standingPost(
  tx: Read,
  organiserId: string,
  workerId: string,
  postId: string,
): Promise<Standing | null> {
  const post = (await colleagueOf(tx, organiserId, workerId))?.posts.find(({ id }) => id === postId);
  if (!post) return null;
  return {
    content: contentOf(zPostDetails, post),
    ...(await lastChange(tx, sql`worker_post where id = ${postId}`, postId)),
  };
}

export async function standingRight(
  tx: Read,
  organiserId: string,
  workerId: string,
  rightId: string,
): Promise<Standing | null> {
  const { posts = [] } = (await colleagueOf(tx, organiserId, workerId)) ?? {};
  const right = posts.flatMap(({ decides }) => decides).find(({ id }) => id === rightId);
  if (!right) return null;
  return {
    content: contentOf(zRightDays, right),
    ...(await lastChange(tx, sql`worker_deciding_right where id = ${rightId}`, rightId)),
  };
}

/** How letters are shared on a day and later; null where they are not. */
export async function standingShares(tx: Read, organiserId: string, on: Day): Promise<Standing | null> {
  const shares = (await letterSharesFrom(tx, organiserId, on)).map(({ worker: _, ...share }) => share);
  if (shares.length === 0) return null;
  return {
    version: versionOf(shares),
    content: { shares },
    ...(await lastChange(tx, sql`worker_letter_share where organiser_id = ${organiserId}`, organiserId)),
  };
}

/** Who leads a group and when, as a new plan of it must have seen it; null where nobody ever did. */
export async function standingLeads(tx: Read, organiserId: string, groupId: string): Promise<Standing | null> {
  const turns = (await leadsOf(tx, groupId)).toSorted((a, b) => (a.during.from < b.during.from ? -1 : 1));
  if (turns.length === 0) return null;
  return {
    version: versionOfTurns(turns) ?? '',
    content: { turns },
    ...(await lastChange(
      tx,
      sql`worker_group_lead where group_id = ${groupId} and organiser_id = ${organiserId}`,
      groupId,
    )),
  };
}

const zHeldRow = z.object({
  unitId: zId.nullable(),
  team: z.string().nullable(),
  tasks: z.array(zServiceTask),
  during: zSqlRange,
});

/** A post as it stands and as it was before, by what opens clients. */
export async function postAsHeld(tx: Read, postId: string): Promise<z.output<typeof zHeldRow>[]> {
  const { rows } = await rowsOf(zHeldRow)`
    select unit_id as "unitId", team, tasks, during from worker_post_held(${postId})`.execute(tx);
  return rows;
}

const zRequestRow = zPostRequest.omit({ role: true, during: true }).extend({
  postId: zId.nullable(),
  post: z.string(),
});

/** Posts that wait for a second person, oldest first. */
export async function postRequestsOf(
  tx: Read,
  organiserId: string,
): Promise<(PostRequest & { readonly postId: string | null; readonly post: PostDetails })[]> {
  const { rows } = await rowsOf(zRequestRow)`
    select q.id, q.worker_id as "workerId", w.family_name || ' ' || w.given_name as worker, q.post_id as "postId", q.post,
      u.name as unit, q.post_id is not null as widens, b.family_name || ' ' || b.given_name as "askedBy", b.id as "askedById",
      q.asked_at as "askedAt"
    from worker_post_request q join worker_worker w on w.id = q.worker_id join worker_worker b on b.id = q.asked_by_id
    left join organiser_unit u on u.id = (q.post::jsonb ->> 'unitId')::uuid
    where q.organiser_id = ${organiserId} and q.outcome is null order by q.asked_at, q.id`.execute(tx);
  return rows.map((row) => {
    const post = zPostDetails.parse(JSON.parse(row.post));
    return { ...row, post, role: post.role, during: post.during };
  });
}
