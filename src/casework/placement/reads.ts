import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type Day, zWeekday } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zSqlRange } from '../../kernel/range.ts';
import { services } from '../../kernel/service.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import { contentOf } from '../../server/version.ts';
import { type Placement, type PlacingFrame, type RehabilitativeWeek, zPlacement, zPlacementDetails } from './words.ts';

const zPlacementRow = zPlacement.extend({ during: zSqlRange });

async function placements(tx: Read, where: RawBuilder<unknown>, order?: RawBuilder<unknown>): Promise<Placement[]> {
  const { rows } = await rowsOf(zPlacementRow)`
    select p.id, p.client_id as "clientId", trim(c.family_name || ' ' || c.given_names) as client, p.relationship_id as "relationshipId",
      p.service, p.group_id as "groupId", u.name as unit, p.workplace_id as "workplaceId", e.id as "employerId", e.name as employer,
      coalesce(g.name, w.name) as place, to_char(p.starts_at, 'HH24:MI') as "startsAt", to_char(p.ends_at, 'HH24:MI') as "endsAt",
      p.hours_a_day as "hoursADay", p.tasks, p.wage_subsidy as "wageSubsidy", p.meal, p.during,
      coalesce((select json_agg(json_build_object('weekday', s.weekday, 'half', s.half) order by s.weekday, s.half)
        from placement_slot s where s.placement_id = p.id), '[]'::json) as slots
    from placement_placement p
    join client_client c on c.id = p.client_id
    left join organiser_group g on g.id = p.group_id
    left join organiser_unit u on u.id = g.unit_id
    left join employer_workplace w on w.id = p.workplace_id
    left join employer_employer e on e.id = w.employer_id
    where ${where} order by ${order ?? sql`c.family_name, c.given_names, c.id, lower(p.during), p.id`}`.execute(tx);
  return rows;
}

/** Whose placements are asked for. */
type PlacementScope = { readonly clientId: string } | { readonly workplaceId: string };

const inScope = (scope: PlacementScope): RawBuilder<unknown> =>
  'clientId' in scope ? sql`p.client_id = ${scope.clientId}` : sql`p.workplace_id = ${scope.workplaceId}`;

/** The placements in force on a day with their half-days, by the client's name. */
export function placementsOn(tx: Read, scope: PlacementScope, on: Day): Promise<Placement[]> {
  return placements(tx, sql`${inScope(scope)} and p.during @> ${on}::date`);
}

/** All placements of a client, newest first. */
export function placementsOf(tx: Read, clientId: string): Promise<Placement[]> {
  return placements(tx, sql`p.client_id = ${clientId}`, sql`lower(p.during) desc, p.id desc`);
}

const zWeekElsewhere = z.object({ during: zSqlRange, weekdays: z.array(zWeekday), hoursADay: z.number().nullable() });

/** The weeks of rehabilitative work of the client's other records, also under an organiser that served before: days and no place. */
export async function weeksElsewhere(tx: Read, clientId: string): Promise<RehabilitativeWeek[]> {
  const { rows } = await rowsOf(zWeekElsewhere)`
    select during, weekdays, hours_a_day as "hoursADay" from placement_weeks_elsewhere(${clientId}::uuid)`.execute(tx);
  return rows.map(({ during, weekdays, hoursADay }) => ({
    service: 'rehabilitative-work',
    during,
    hoursADay,
    slots: weekdays.map((weekday) => ({ weekday, half: 'am' })),
  }));
}

/** One placement of a client, or null. */
export async function placementOf(tx: Read, clientId: string, placementId: string): Promise<Placement | null> {
  return (await placements(tx, sql`p.client_id = ${clientId} and p.id = ${placementId}`))[0] ?? null;
}

const zFrameOfRow = z.object({
  relationshipId: zId,
  service: z.enum(services),
  during: zSqlRange,
  plannedDays: z.number().nullable(),
  plannedHours: z.number().nullable(),
});

/** The relationship of a client that placements are to lie within, with what the plan of the decision of a day says; or null. */
export async function placingFrameOf(
  tx: Read,
  clientId: string,
  relationshipId: string,
  on: Day,
): Promise<PlacingFrame | null> {
  const { rows } = await rowsOf(zFrameOfRow)`
    select r.id as "relationshipId", r.service, r.during, planned.days_a_week as "plannedDays", planned.hours_a_day as "plannedHours"
    from relationship_relationship r
    left join lateral (select p.days_a_week, p.hours_a_day from decision_granted g join plan_plan p on p.id = g.plan_id
      where g.client_id = r.client_id and g.service = r.service and g.during @> ${on}::date
      order by g.decided_on desc, g.decision_id desc limit 1) planned on true
    where r.client_id = ${clientId} and r.id = ${relationshipId}`.execute(tx);
  return rows[0] ?? null;
}

const zTaken = z.object({ groupId: zId.nullable(), workplaceId: zId.nullable(), taken: z.number() });
export type Taken = z.output<typeof zTaken>;

/** How many placements each group and workplace has on a day, whoever's clients they are. */
export async function placesTakenOn(tx: Read, organiserId: string, on: Day): Promise<Taken[]> {
  const { rows } = await rowsOf(zTaken)`
    select group_id as "groupId", workplace_id as "workplaceId", count(*) as taken from placement_taken
    where organiser_id = ${organiserId} and during @> ${on}::date group by group_id, workplace_id`.execute(tx);
  return rows;
}

/** What ending a placement must have seen: nothing while it has no end. */
export async function endedPlacement(tx: Read, clientId: string, placementId: string): Promise<Standing | null> {
  const placement = await placementOf(tx, clientId, placementId);
  return placement && placement.during.to !== null ? standingPlacement(tx, clientId, placementId) : null;
}

/** How a client takes part in a placement and until when, as an edit of it must have seen it. */
export async function standingPlacement(tx: Read, clientId: string, placementId: string): Promise<Standing | null> {
  const placement = await placementOf(tx, clientId, placementId);
  if (!placement) return null;
  return {
    content: contentOf(zPlacementDetails, placement),
    ...(await lastChange(tx, sql`placement_placement where id = ${placementId}`, clientId)),
  };
}
