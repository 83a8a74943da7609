/** The facts by which contacts are held against the agreed rhythm: read by the figures that speak of it. */
import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { fromSql, type Range } from '../../kernel/range.ts';
import type { Coached, RhythmRule } from '../method/rhythm.ts';
import type { Fact, Scope } from './figure.ts';
import { within } from './scope.ts';

/**
 * Client relationships of coached services in force on a day from `from` up to but without `to`, with their contacts
 * before `to`, and the rules. Contacts are read from a year before, which no agreed rhythm exceeds.
 */
export function coachedFacts(scope: Scope, from: Day, to: Day) {
  const days = sql`daterange(${from}::date, ${to}::date)`;
  return sql<Fact>`
    select null::uuid as person, null::uuid as client, h.service as thing, 'rule:' || h.phase as category, h.during, null::date as "on",
      coalesce(h.every_days_at_most, h.every_days) as amount, h.phase_days as times, h.visit_at_renewal as flag
    from fact_rhythm h where ${within(scope, 'h')}
    union all
    select r.person_id, r.client_id, r.relationship_id::text, 'relationship:' || r.service, r.during, null, null, null, null
    from fact_relationship r where ${within(scope, 'r')} and r.during && ${days}
      and exists (select from fact_rhythm h where h.organiser_id = r.organiser_id and h.service = r.service)
    union all
    select k.person_id, k.client_id, k.relationship_id::text, k.kind, null, k.held_on, null, null, k.party <> 'employer'
    from fact_contact k where ${within(scope, 'k')} and k.held_on >= ${from}::date - 366 and k.held_on < ${to}::date
    union all
    select a.person_id, a.client_id, a.relationship_id::text, 'wish', a.during, null, a.every_days, null, null
    from fact_agreed_rhythm a where ${within(scope, 'a')}
    union all
    select p.person_id, p.client_id, p.relationship_id::text, 'pause', p.during, null, null, null, null
    from fact_pause p where ${within(scope, 'p')} and p.during && ${days}
    union all
    select g.person_id, g.client_id, g.relationship_id::text, 'agreement', g.during, null, null, null, null
    from fact_agreement g where ${within(scope, 'g')} and upper(g.during) >= ${from}::date and upper(g.during) < ${to}::date`;
}

export interface CoachedClient {
  readonly person: string;
  readonly client: string;
  readonly coached: Coached;
  readonly rules: readonly RhythmRule[];
}

/** The client relationships of those facts, each with what is needed to say when contacts were due. */
export function coachedOf(facts: readonly Fact[]): CoachedClient[] {
  const rules = Map.groupBy(
    facts.filter(({ category }) => category?.startsWith('rule:')),
    ({ thing }) => thing as string,
  );
  const own = Map.groupBy(
    facts.filter(({ category }) => !category?.startsWith('rule:')),
    ({ thing }) => thing as string,
  );
  return [...own.values()].flatMap((some) => {
    const relationship = some.find(({ category }) => category?.startsWith('relationship:'));
    if (!relationship) return [];
    const service = (relationship.category as string).slice('relationship:'.length);
    return [
      {
        person: relationship.person as string,
        client: relationship.client as string,
        coached: {
          during: rangeOf(relationship),
          contacts: daysOf(some.filter(({ on, flag }) => on && flag)),
          visits: daysOf(some.filter(({ category }) => category === 'workplace-visit')),
          wishes: some
            .filter(({ category }) => category === 'wish')
            .map((fact) => ({ everyDays: fact.amount as number, during: rangeOf(fact) })),
          pauses: some.filter(({ category }) => category === 'pause').map(rangeOf),
          agreements: some.filter(({ category }) => category === 'agreement').map(rangeOf),
        },
        rules: (rules.get(service) ?? []).map(ruleOf),
      },
    ];
  });
}

const rangeOf = (fact: Fact): Range => fromSql(fact.during as string);

const daysOf = (facts: readonly Fact[]): Day[] => facts.map(({ on }) => on as Day).sort();

function ruleOf(fact: Fact): RhythmRule {
  return {
    phase: fact.category === 'rule:starting' ? 'starting' : 'steady',
    phaseDays: fact.times ?? null,
    everyDays: fact.amount ?? null,
    visitAtRenewal: fact.flag ?? false,
    during: rangeOf(fact),
  };
}
