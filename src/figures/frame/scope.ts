/** Where, when and as known when a figure is asked: read once, the same for every figure. */

import { sql } from 'kysely';
import { z } from 'zod';
import { coachedServices, groupCodes, type ServiceGroup, serviceGroups } from '../../casework/organiser/words.ts';
import { addDays, addMonths, addYears, type Day, day, startOfYear, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import { services as allServices, type Service, services } from '../../kernel/service.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import type { Basis, Scope } from './figure.ts';

export interface ScopeQuery {
  /** Code of the organiser. */
  readonly organiser: string;
  /** A service, a group of services, or several services with commas between. */
  readonly service: string;
  readonly asOf: Day;
  /** Nobody asked for the day: outside the organiser it becomes the end of the last month. */
  readonly anyDay?: boolean | undefined;
  /** Half-open, as every range: `to` is the first day that does not count. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly knownAt?: string | undefined;
  readonly successors?: boolean | undefined;
  readonly language: Language;
}

/** What an organiser says that it does not record, and which services it offers: read beside every figure. */
export interface Ground {
  readonly scope: Omit<Scope, 'period' | 'inside'>;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly today: Day;
  readonly gaps: readonly Gap[];
  readonly offered: readonly Service[];
}

export interface Gap {
  readonly service: Service;
  /** A figure's id, or * for every figure of the service. */
  readonly figure: string;
  readonly reason: string;
  /** Said by the organiser asked for, not by a member of the region. */
  readonly own: boolean;
}

/** Job coaching is what clients of these services get; it has no client relationships of its own. */
const coaching: readonly Service[] = ['job-coaching', ...coachedServices];

/** The services that a word names; null when it names none. */
export function servicesOf(word: string): readonly Service[] | null {
  const matches = word.split(',').map((part): readonly Service[] => {
    const name = part.trim();
    if (name in serviceGroups) return serviceGroups[name as ServiceGroup];
    if (name === 'job-coaching') return coaching;
    return allServices.filter((service) => service === name);
  });
  return matches.every((some) => some.length > 0) ? [...new Set(matches.flat())] : null;
}

/** The groups that services belong to: job coaching's own word does not decide. */
function groupsOf(services: readonly Service[]): ServiceGroup[] {
  return groupCodes.filter((group) =>
    (serviceGroups[group] as readonly Service[]).some((one) => services.includes(one)),
  );
}

const zFound = z.object({
  id: zId,
  code: z.string(),
  name: z.string(),
  register_from_on: zDay,
  ids: z.array(zId),
  today: zDay,
  gaps: z
    .array(z.object({ service: z.enum(services), figure: z.string(), reason: z.string(), own: z.boolean() }))
    .nullable(),
  offered: z.array(z.enum(services)).nullable(),
});

/** Reads the ground on which figures stand, in one query; null when there is no such organiser or service. */
export async function groundOf(tx: Read, figureQuery: ScopeQuery): Promise<Ground | null> {
  const services = servicesOf(figureQuery.service);
  if (!services) return null;
  const until = figureQuery.to ?? addDays(figureQuery.asOf, 1);
  const { rows } = await rowsOf(zFound)`
    with recursive asked as (
      select id, code, register_from_on, coalesce(
        (select ${sql.ref(`h.name_${figureQuery.language}`)} from organiser_organiser_history h where h.id = o.id
          and upper(h.recorded) > ${figureQuery.knownAt ?? null}::timestamptz order by lower(h.recorded) limit 1),
        ${sql.ref(`o.name_${figureQuery.language}`)}) as name
      from organiser_organiser o where code = ${figureQuery.organiser}
    ), later as (
      select id from asked
      union
      select s.successor_id from organiser_succession s join later on later.id = s.predecessor_id
      where ${figureQuery.successors ?? false}::boolean and s.from_on <= ${figureQuery.asOf}::date
    ), ids as (
      select id from later
      union
      select m.organiser_id from organiser_membership m join later on later.id = m.region_id
      where m.during && daterange(${figureQuery.from ?? figureQuery.asOf}::date, ${until}::date, '[)')
    )
    -- What a region comes to is known in whole from when the last of its members that give the services keeps a register.
    select asked.id, asked.code, asked.name, (select app_today()) as today,
      coalesce((select max(o.register_from_on) from organiser_organiser o where o.id in (select id from ids)
        and not exists (select from later where later.id = o.id) and exists (select from organiser_offering f
          where f.organiser_id = o.id and f.service = any(${[...services]}::text[]))), asked.register_from_on) as register_from_on,
      array(select id from ids) as ids,
      (select json_agg(json_build_object('service', g.service, 'figure', g.figure, 'reason', g.${sql.ref(`reason_${figureQuery.language}`)}, 'own', g.organiser_id = asked.id))
        from organiser_recording_gap g where g.organiser_id in (select id from ids) and g.service = any(${[...services]}::text[])
          and g.during @> ${figureQuery.asOf}::date) as gaps,
      array(select distinct f.service from organiser_offering f where f.organiser_id in (select id from ids)
        and lower(f.during) <= ${figureQuery.asOf}::date) as offered
    from asked`.execute(tx);
  const match = rows[0];
  if (!match) return null;
  return {
    scope: {
      organiser: { id: match.id, code: match.code, name: match.name, registerFrom: day(match.register_from_on) },
      organiserIds: match.ids,
      services,
      groups: groupsOf(services),
      asOf: figureQuery.asOf,
      periodAsked: figureQuery.from !== undefined || figureQuery.to !== undefined,
      knownAt: figureQuery.knownAt ?? null,
      language: figureQuery.language,
    },
    from: figureQuery.from ?? null,
    to: figureQuery.to ?? null,
    today: match.today,
    gaps: match.gaps ?? [],
    offered: match.offered ?? [],
  };
}

/** The scope of a figure of that basis; see `Basis` for the period when none is asked. */
export function scopeFor(ground: Ground, basis: Basis, inside: boolean): Scope {
  const { asOf, organiser } = ground.scope;
  const to = ground.to ?? addDays(asOf, 1);
  const begins: Readonly<Record<Basis, Day>> = {
    day: asOf,
    period: startOfYear(addDays(to, -1)),
    month: addMonths(to, -1),
    year: addYears(to, -1),
    cohort: organiser.registerFrom < to ? organiser.registerFrom : asOf,
  };
  if (!inside && !ground.scope.periodAsked && basis !== 'day' && basis !== 'month') return ofWholeYears(ground, basis);
  const from = ground.from ?? begins[basis];
  // Of days to come nothing is known: what is due on them is not missed, and nobody has waited them yet.
  const known = addDays(ground.today, 1);
  return { ...ground.scope, period: { from, to: from < known && known < to ? known : to }, inside };
}

/** Outside the organiser: the last calendar year that had ended by the day, or all of them since the register began. */
function ofWholeYears({ scope }: Ground, basis: Basis): Scope {
  const to = startOfYear(addDays(scope.asOf, 1));
  const { registerFrom } = scope.organiser;
  const from = basis === 'cohort' && registerFrom < to ? registerFrom : addYears(to, -1);
  return { ...scope, asOf: addDays(to, -1), period: { from, to }, inside: false };
}

/** The condition that a fact belongs to the scope; `alias` names the fact view in the query. */
export function within(scope: Scope, alias: string) {
  return sql`${sql.ref(`${alias}.organiser_id`)} = any(${[...scope.organiserIds]}::uuid[])
    and ${sql.ref(`${alias}.service`)} = any(${[...scope.services]}::text[])`;
}

/** The same for facts of the organiser that no single service has. */
export function withinOrganiser(scope: Scope, alias: string) {
  return sql`${sql.ref(`${alias}.organiser_id`)} = any(${[...scope.organiserIds]}::uuid[])`;
}

/** Does the scope speak of days of which nothing is known: none has come yet, or the register had not begun? */
export function isOutsideKnown({ asOf, period, periodAsked, organiser }: Scope, basis: Basis, until: Day): boolean {
  const first = periodAsked && basis !== 'day' ? period.from : asOf;
  const last = periodAsked && basis !== 'day' ? addDays(period.to, -1) : asOf;
  return first > until || last < organiser.registerFrom;
}

/** Views of facts that no single service has. */
const ofOrganiser = new Set([
  'fact_answer',
  'fact_approval',
  'fact_benefit',
  'fact_client',
  'fact_cooperation_link',
  'fact_employer',
  'fact_month',
  'fact_post',
  'fact_rate',
  'fact_reason',
  'fact_transition',
  'fact_workplace',
]);

/** Facts without which there is no client at all: whoever offers a service records them. */
const always = new Set(['fact_referral', 'fact_decision', 'fact_relationship', 'fact_placement']);

const zHasRecordedRow = z.object({ recorded: z.boolean() });

/** Has an organiser of the scope ever recorded a fact of one of those views, in the services where facts have one? */
export async function hasRecorded(tx: Read, scope: Scope, views: readonly string[]): Promise<boolean> {
  if (views.some((view) => always.has(view))) return true;
  const own = views.filter((view) => !ofOrganiser.has(view));
  const some = (own.length > 0 ? own : views).map(
    (view) =>
      sql`exists (select from ${sql.table(view)} f where ${ofOrganiser.has(view) ? withinOrganiser(scope, 'f') : within(scope, 'f')})`,
  );
  const { rows } = await rowsOf(zHasRecordedRow)`select ${sql.join(some, sql` or `)} as recorded`.execute(tx);
  return rows[0]?.recorded ?? false;
}

/** The period of the scope as the database writes it. */
export function periodOf(scope: Scope) {
  return sql`daterange(${scope.period.from}::date, ${scope.period.to}::date)`;
}

const zOrganiserOfRow = z.object({ client: zId, organiser: zId });

/** Whose record each client of the scope's organisers is. */
export async function organisersOf(tx: Read, scope: Scope): Promise<ReadonlyMap<string, string>> {
  const { rows } = await rowsOf(zOrganiserOfRow)`
    select c.client_id as client, c.organiser_id as organiser from fact_client c where ${withinOrganiser(scope, 'c')}`.execute(
    tx,
  );
  return new Map(rows.map(({ client, organiser }) => [client, organiser]));
}
