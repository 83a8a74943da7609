import { sql } from 'kysely';
import { z } from 'zod';
import { type CoachingFacts, zContact } from '../../casework/coaching/words.ts';
import { zRhythm } from '../../casework/rhythm/words.ts';
import type { Day } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { fromSql } from '../../kernel/range.ts';
import { type Fact, factsOf, type Scope, type SharedQuery } from './figure.ts';
import { within } from './scope.ts';

/** The organiser's rhythm, or what one of its relationships has. */
const zOfRhythm = z.object({
  organiserId: zId,
  rhythm: zRhythm.omit({ service: true, groupMeetingsAYear: true, version: true }).extend({ during: z.string() }),
});
const zOfRelationship = z.object({
  organiserId: zId,
  contacts: z.array(zContact.pick({ kind: true, party: true, heldOn: true })),
  pauses: z.array(z.string()),
  agreed: z.array(z.object({ everyDays: z.int(), during: z.string() })),
  agreements: z.array(z.string()),
});

/**
 * Client relationships of services with a rhythm that are in force on a day from `from` up to but without `to`, with all
 * that their contacts follow from, and the rhythms. Contacts are read from a year before, and of older ones the last.
 */
function coachedFacts(scope: Scope, from: Day, to: Day) {
  return sql`
    with coached as materialized (
      select r.* from fact_relationship r
      where ${within(scope, 'r')} and r.during && daterange(${from}::date, ${to}::date)
        and exists (select from fact_rhythm h where h.organiser_id = r.organiser_id and h.service = r.service)
    ), held as (
      select k.relationship_id, k.kind, k.party, k.held_on from fact_contact k
      where ${within(scope, 'k')} and k.held_on >= ${from}::date - 366 and k.held_on < ${to}::date
      union all
      select k.relationship_id, k.kind, k.party, max(k.held_on) from fact_contact k
      where ${within(scope, 'k')} and k.held_on < ${from}::date - 366 group by 1, 2, 3
    ), contacts as materialized (
      select relationship_id, json_agg(json_build_object('kind', kind, 'party', party, 'heldOn', held_on) order by held_on, kind, party) as list
      from held group by 1
    ), pauses as materialized (
      select p.relationship_id, json_agg(p.during order by p.during) as list from fact_pause p where ${within(scope, 'p')} group by 1
    ), agreed as materialized (
      select a.relationship_id, json_agg(json_build_object('everyDays', a.every_days, 'during', a.during) order by a.during) as list
      from fact_agreed_rhythm a where ${within(scope, 'a')} group by 1
    ), agreements as materialized (
      select g.relationship_id, json_agg(g.during * m.during order by g.during) as list
      from fact_agreement g join fact_placement m on m.placement_id = g.placement_id and m.during && g.during
      where ${within(scope, 'g')} group by 1
    )
    select null::uuid as person, null::uuid as client, null::text as thing, h.service as category, null::text as also, 'rhythm' as name,
      null::text as during, null::date as "on", null::int as amount,
      json_build_object('organiserId', h.organiser_id, 'rhythm', json_build_object('phase', h.phase, 'phaseDays', h.phase_days,
        'everyDays', h.every_days, 'everyDaysAtMost', h.every_days_at_most, 'visitAtRenewal', h.visit_at_renewal, 'during', h.during)) as extra
    from fact_rhythm h where ${within(scope, 'h')}
    union all
    select r.person_id, r.client_id, r.relationship_id::text, r.service, null, 'relationship', r.during::text, null, null,
      json_build_object('organiserId', r.organiser_id, 'contacts', coalesce(c.list, '[]'), 'pauses', coalesce(p.list, '[]'),
        'agreed', coalesce(a.list, '[]'), 'agreements', coalesce(g.list, '[]'))
    from coached r
    left join contacts c on c.relationship_id = r.relationship_id
    left join pauses p on p.relationship_id = r.relationship_id
    left join agreed a on a.relationship_id = r.relationship_id
    left join agreements g on g.relationship_id = r.relationship_id`;
}

/** The same as the facts of a figure: read once for all that ask it of the same days. */
export const coachedIn = (scope: Scope, from: Day, to: Day): SharedQuery => ({
  ...factsOf(coachedFacts(scope, from, to)),
  same: `coached ${from} ${to}`,
});

export interface CoachedClient {
  readonly person: string;
  readonly client: string;
  readonly facts: CoachingFacts;
}

/** The client relationships of those facts, each with the rhythms of its own organiser and service. */
export function coachedOf(facts: readonly Fact[]): CoachedClient[] {
  const key = (organiserId: string, service: Fact['category']) => `${organiserId} ${service}`;
  const rhythms = Map.groupBy(
    facts.flatMap(({ name, category, extra }) => {
      if (name !== 'rhythm') return [];
      const { organiserId, rhythm } = zOfRhythm.parse(extra);
      return [{ key: key(organiserId, category), rhythm: { ...rhythm, during: fromSql(rhythm.during) } }];
    }),
    (one) => one.key,
  );
  return facts.flatMap((fact): CoachedClient[] => {
    if (fact.name !== 'relationship') return [];
    const { organiserId, contacts, pauses, agreed, agreements } = zOfRelationship.parse(fact.extra);
    return [
      {
        person: fact.person as string,
        client: fact.client as string,
        facts: {
          relationship: fromSql(fact.during as string),
          rhythms: (rhythms.get(key(organiserId, fact.category)) ?? []).map(({ rhythm }) => rhythm),
          contacts,
          pauses: pauses.map(fromSql),
          agreed: agreed.map(({ everyDays, during }) => ({ everyDays, during: fromSql(during) })),
          agreements: agreements.map(fromSql),
        },
      },
    ];
  });
}
