import { sql } from 'kysely';
import { z } from 'zod';
import { type Day, type Weekday, zDay, zWeekday } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { type Range, toSql, zSqlRange } from '../../kernel/range.ts';
import type { StandingPart, Who } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { amongSeen } from '../client/reads.ts';
import { awayFrom } from '../relationship/reads.ts';
import { type Expected, type Kept, markVersion, noMark, type Place, zMark } from './words.ts';

function ofPlace({ groupId, workplaceId }: Place) {
  if (groupId) return sql`p.group_id = ${groupId}::uuid`;
  return workplaceId ? sql`p.workplace_id = ${workplaceId}::uuid` : sql`p.workplace_id is not null`;
}

const zExpectedDuringRow = z.object({
  placementId: zId,
  clientId: zId,
  name: z.string(),
  place: z.string(),
  service: z.string(),
  weekdays: z.array(zWeekday),
  meal: z.boolean(),
  during: zSqlRange,
  pauses: z.array(zSqlRange),
  undecided: z.array(zSqlRange),
  decided: z.boolean(),
});

/** Placements of a group or workplace that overlap the days, with their half-days: never a frozen list of members. */
export async function expectedDuring(tx: Read, place: Place, days: Range): Promise<Expected[]> {
  const { rows } = await rowsOf(zExpectedDuringRow)`
    select p.id as "placementId", p.client_id as "clientId", c.family_name || ' ' || c.given_names as name, coalesce(g.name, w.name) as place,
      p.service, p.during, p.meal,
      array(select distinct s.weekday from placement_slot s where s.placement_id = p.id order by s.weekday) as weekdays,
      array(select w.during::text from ${awayFrom(sql`p.relationship_id`, sql`p.service`)} and w.during && ${toSql(days)}::daterange) as pauses,
      array(select u::text from unnest(f.undecided) u) as undecided, coalesce(f.rests, false) as decided
    from placement_placement p join client_client c on c.id = p.client_id
    cross join lateral relationship_footing(p.relationship_id) f
    left join organiser_group g on g.id = p.group_id left join employer_workplace w on w.id = p.workplace_id
    where ${ofPlace(place)} and p.during && ${toSql(days)}::daterange
    order by c.family_name, c.given_names, p.id`.execute(tx);
  return rows;
}

const zExpectedOfRow = z.object({
  placementId: zId,
  clientId: zId,
  name: z.string(),
  place: z.string(),
  service: z.string(),
  meal: z.boolean(),
  during: zSqlRange,
  pauses: z.array(zSqlRange),
  undecided: z.array(zSqlRange),
  decided: z.boolean(),
  weekdays: z.array(zWeekday),
});

/** The same for placements by their keys; those that the worker may not see are missing. */
export async function expectedOf(
  tx: Read,
  placementIds: readonly string[],
): Promise<(Expected & { readonly weekdays: Weekday[] })[]> {
  const { rows } = await rowsOf(zExpectedOfRow)`
    select p.id as "placementId", p.client_id as "clientId", '' as name, '' as place, p.service, p.during, p.meal,
      array(select distinct s.weekday from placement_slot s where s.placement_id = p.id order by s.weekday) as weekdays,
      array(select w.during::text from ${awayFrom(sql`p.relationship_id`, sql`p.service`)}) as pauses,
      array(select u::text from unnest(f.undecided) u) as undecided, coalesce(f.rests, false) as decided
    from placement_placement p cross join lateral relationship_footing(p.relationship_id) f where p.id = any(${[...placementIds]}::uuid[])`.execute(
    tx,
  );
  return rows;
}

const zKept = zMark.extend({ placementId: zId, heldOn: zDay });

/** Marks of placements in the days. */
export async function marksDuring(tx: Read, placementIds: readonly string[], days: Range): Promise<Kept[]> {
  const { rows } = await rowsOf(zKept)`
    select placement_id as "placementId", held_on as "heldOn", kind, reason, meal from attendance_mark
    where placement_id = any(${[...placementIds]}::uuid[]) and held_on >= ${days.from}::date and held_on < ${days.to}::date`.execute(
    tx,
  );
  return rows;
}

const zMarkableOfRow = z.object({ id: zId });

/** Of the clients, those whose attendance the worker who asks may mark today. */
export async function markableOf(
  tx: Read,
  clientIds: readonly string[],
  relations: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await rowsOf(zMarkableOfRow)`
    select id from app_related_among(${[...relations]}::text[], ${[...clientIds]}::uuid[]) r(id)`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

const zPlaceOnDay = z.object({
  groupId: zId.nullable(),
  workplaceId: zId.nullable(),
  name: z.string(),
  unit: z.string().nullable(),
  leader: z.string().nullable(),
  mine: z.boolean(),
  clients: z.number(),
  due: z.number(),
  marked: z.number(),
});
type PlaceOnDay = z.output<typeof zPlaceOnDay>;

/** Groups and workplaces where a client that the worker may see has a placement on the day, with how many are not marked. */
export async function placesOn(tx: Read, on: Day, who: Pick<Who, 'workerId' | 'roles'>): Promise<PlaceOnDay[]> {
  const { rows } = await rowsOf(zPlaceOnDay)`
    with placed as (
      select p.id, p.client_id, p.group_id, p.workplace_id,
        exists (select from placement_slot s where s.placement_id = p.id and s.weekday = extract(isodow from ${on}::date)) as due,
        exists (select from attendance_mark m where m.placement_id = p.id and m.held_on = ${on}::date) as marked
      from placement_placement p where p.during @> ${on}::date and ${amongSeen(who, sql`p.client_id`)})
    select p.group_id as "groupId", p.workplace_id as "workplaceId", coalesce(g.name, w.name) as name, u.name as unit,
      (select k.family_name || ' ' || k.given_name from worker_group_lead l join worker_worker k on k.id = l.worker_id
        where l.group_id = p.group_id and l.during @> ${on}::date) as leader,
      exists (select from worker_group_lead l where l.group_id = p.group_id and l.during @> ${on}::date and l.worker_id = ${who.workerId}::uuid) as mine,
      count(*) as clients, count(*) filter (where p.due) as due, count(*) filter (where p.due and p.marked) as marked
    from placed p
    left join organiser_group g on g.id = p.group_id left join organiser_unit u on u.id = g.unit_id
    left join employer_workplace w on w.id = p.workplace_id
    group by p.group_id, p.workplace_id, g.name, w.name, u.name order by u.name nulls last, name`.execute(tx);
  return rows;
}

const zUnmarkedDuringRow = z.object({ place: z.string(), days: z.number() });

/** Agreed days without a mark, of 62 days at most, by group or workplace: what attendance still owes to the services named. */
export async function unmarkedDuring(
  tx: Read,
  organiserId: string,
  days: Range & { readonly to: Day },
  services: readonly string[],
  closed: readonly Day[],
): Promise<{ place: string; days: number }[]> {
  const { rows } = await rowsOf(zUnmarkedDuringRow)`
    -- Days are bits (attendance_days_in), so that each placement is looked at once: a county's month has half a million agreed days.
    with calendar as materialized (
      select extract(isodow from e.day)::int as weekday, bit_or(1::bigint << n) as days
      from (select ${days.from}::date + n as day, n from generate_series(0, ${days.to}::date - ${days.from}::date - 1) n) e
      where e.day <> all(${[...closed]}::date[]) group by 1
    ), agreed as materialized (
      select s.placement_id, bit_or(c.days) as days from placement_slot s join calendar c on c.weekday = s.weekday
      where s.organiser_id = ${organiserId} group by s.placement_id
    ), open as materialized (
      select p.relationship_id, p.service, p.group_id, p.workplace_id, d.days
      from placement_placement p
      join agreed a on a.placement_id = p.id
      left join attendance_days_in(${organiserId}::uuid, ${days.from}::date, ${days.to}::date) m on m.placement_id = p.id
      cross join lateral (select a.days & attendance_bits(p.during, ${days.from}::date) & ~coalesce(m.marked, 0) as days) d
      where p.organiser_id = ${organiserId} and p.during && ${toSql(days)}::daterange and p.service = any(${[...services]}::text[]) and d.days <> 0
    )
    select coalesce(u.name || ', ' || g.name, w.name) as place, sum(d.days) as days
    from open p
    -- Breaks, and on which days there is no decision, are looked up where a day is open: such a day is owed no mark.
    cross join lateral (select coalesce(range_agg(w.during), '{}') as days
      from ${awayFrom(sql`p.relationship_id`, sql`p.service`)} and w.during && ${toSql(days)}::daterange) away
    cross join lateral (select coalesce(f.undecided, '{}') as days from relationship_footing(p.relationship_id) f offset 0) undecided
    cross join lateral (select count(*) as days from generate_series(0, 61) n
      where (p.days >> n) & 1 = 1 and not away.days @> (${days.from}::date + n) and not undecided.days @> (${days.from}::date + n)) d
    left join organiser_group g on g.id = p.group_id left join organiser_unit u on u.id = g.unit_id
    left join employer_workplace w on w.id = p.workplace_id
    where d.days > 0
    group by u.name, g.name, w.name order by days desc, place`.execute(tx);
  return rows;
}

const zMarksOfRow = zMark.extend({ placementId: zId, heldOn: zDay }).extend({ place: z.string(), service: z.string() });

/** A client's marks in the days, newest first. */
export async function marksOf(
  tx: Read,
  clientId: string,
  days: Range,
): Promise<(Kept & { readonly place: string; readonly service: string })[]> {
  const { rows } = await rowsOf(zMarksOfRow)`
    select m.placement_id as "placementId", m.held_on as "heldOn", m.kind, m.reason, m.meal, coalesce(g.name, w.name) as place, p.service
    from attendance_mark m join placement_placement p on p.id = m.placement_id
    left join organiser_group g on g.id = p.group_id left join employer_workplace w on w.id = p.workplace_id
    where m.client_id = ${clientId} and m.held_on >= ${days.from}::date and m.held_on < ${days.to}::date
    order by m.held_on desc`.execute(tx);
  return rows;
}

const zVersionsOfRow = z.object({
  kind: z.enum(['present', 'absent', 'holiday']),
  reason: zMark.extend({ placementId: zId, heldOn: zDay }).shape.reason,
  meal: z.boolean(),
  knownFrom: z.string(),
  knownUntil: z.string().nullable(),
  markedBy: z.string().nullable(),
});

/** Every version of one mark, as it was known, oldest first. */
export async function versionsOf(tx: Read, clientId: string, placementId: string, heldOn: Day) {
  const { rows } = await rowsOf(zVersionsOfRow)`
    select v.kind, v.reason, v.meal, lower(v.recorded) as "knownFrom", upper(v.recorded) as "knownUntil",
      w.family_name || ' ' || w.given_name as "markedBy"
    from (select kind, reason, meal, recorded, marked_by_id, client_id, placement_id, held_on from attendance_mark
      union all select kind, reason, meal, recorded, marked_by_id, client_id, placement_id, held_on from attendance_mark_history) v
    left join worker_worker w on w.id = v.marked_by_id
    where v.client_id = ${clientId} and v.placement_id = ${placementId} and v.held_on = ${heldOn}::date
    order by lower(v.recorded)`.execute(tx);
  return rows;
}

const zParticipationOfRow = z.object({
  clientId: zId,
  placementId: zId,
  heldOn: zDay,
  hoursADay: z.number().nullable(),
});

/** Days on which clients were present in rehabilitative work, at whatever site, and on whichever record of the person. */
export async function participationOf(
  tx: Read,
  clientIds: readonly string[],
): Promise<{ clientId: string; placementId: string; heldOn: Day; hoursADay: number | null }[]> {
  const { rows } = await rowsOf(zParticipationOfRow)`
    select client_id as "clientId", placement_id as "placementId", held_on as "heldOn", hours_a_day as "hoursADay"
    from attendance_taken(${[...clientIds]}::uuid[])`.execute(tx);
  return rows;
}

const zStandingMarkRow = zMark.extend({
  placementId: zId,
  heldOn: zDay,
  changedAt: z.string(),
  changedBy: z.string().nullable(),
});

/** A mark to be, with the version that was seen of what stands there, and the version that it would be. */
interface MarkToBe {
  readonly placementId: string;
  readonly on: Day;
  readonly seen: string | null;
  readonly becomes: string;
}

/** The marks that stand where others would come, each beside the version that was seen of it; what stands so already, as after a lost answer, is none. */
export async function standingMarks(tx: Read, marks: readonly MarkToBe[]): Promise<StandingPart[]> {
  const wanted = JSON.stringify(marks.map(({ placementId, on }) => ({ placementId, heldOn: on })));
  const { rows } = await rowsOf(zStandingMarkRow)`
    select a.placement_id as "placementId", a.held_on as "heldOn", a.kind, a.reason, a.meal, lower(a.recorded) as "changedAt",
      w.family_name || ' ' || w.given_name as "changedBy"
    from (select distinct * from jsonb_to_recordset(${wanted}::jsonb) as m("placementId" uuid, "heldOn" date)) m
    join attendance_mark a on a.placement_id = m."placementId" and a.held_on = m."heldOn"
    left join worker_worker w on w.id = a.marked_by_id`.execute(tx);
  const standing = new Map(rows.map((row) => [`${row.placementId} ${row.heldOn}`, row]));
  return marks.flatMap(({ placementId, on, seen, becomes }, n): StandingPart[] => {
    const mark = standing.get(`${placementId} ${on}`);
    const field = `marks.${n}.kind`;
    if (markVersion(mark ?? null) === becomes) return [];
    if (mark) {
      const { kind, reason, meal, changedAt, changedBy } = mark;
      return [{ version: markVersion(mark), content: { kind, reason, meal }, changedAt, changedBy, seen, field }];
    }
    if (seen === null || seen === noMark) return [];
    return [{ version: noMark, content: { kind: null }, changedAt: null, changedBy: null, seen, field }];
  });
}
