import { sql } from 'kysely';
import { z } from 'zod';
import { agreementHash } from '../../casework/agreement/reads.ts';
import type { AgreedParts } from '../../casework/agreement/rules.ts';
import { parties, zApproval } from '../../casework/agreement/words.ts';
import { fromSql } from '../../kernel/range.ts';
import { type Fact, factsOf, type Scope } from './figure.ts';
import { within, withinOrganiser } from './scope.ts';

const zContent = z.object({
  placed: z.string(),
  renewed: z.boolean(),
  tasks: z.string(),
  hours: z.string(),
  terms: z.string().nullable(),
  approvals: z.array(zApproval.omit({ id: true, approvedBy: true })),
});

/** The agreements of the services whose days, or those of their placement, touch the period; a row has the columns of `Fact`. */
export function agreementFacts(scope: Scope) {
  return sql`
    with whole as materialized (
      select v.agreement_id, v.content_hash from fact_approval v where ${withinOrganiser(scope, 'v')}
      group by v.agreement_id, v.content_hash having count(distinct v.party) = ${parties.length}
    ), agreed as materialized (
      -- Only one that all three have approved as it stands renews the one before it.
      select a.*, max(lower(a.during)) filter (where w.agreement_id is not null) over (partition by a.placement_id) as newest
      from fact_agreement a
      left join whole w on w.agreement_id = a.agreement_id and w.content_hash = app_agreement_hash(a.tasks, a.hours, a.during, a.terms)
      where ${within(scope, 'a')}
    ), approved as materialized (
      select v.agreement_id, json_agg(json_build_object('party', v.party, 'approvedOn', v.approved_on, 'contentHash', v.content_hash)
        order by v.approved_on, v.approval_id) as list
      from fact_approval v where ${withinOrganiser(scope, 'v')} group by v.agreement_id
    )
    select a.person_id as person, a.client_id as client, a.agreement_id as thing, a.service as category, a.during::text as during,
      json_build_object('placed', a.placed_during, 'tasks', a.tasks, 'hours', a.hours, 'terms', a.terms, 'renewed', coalesce(a.newest >= upper(a.during), false),
        'approvals', coalesce(v.list, '[]')) as extra
    from agreed a left join approved v on v.agreement_id = a.agreement_id
    where a.placed_during && daterange(${scope.period.from}::date, ${scope.period.to}::date)`;
}

/** The same as the facts of a figure: read once for all that count agreements alone. */
export const agreementsIn = (scope: Scope) => factsOf(agreementFacts(scope));

/** An agreement as the agreement room's rules ask for it. */
export function agreementIn(fact: Fact): AgreedParts {
  const { placed, renewed, tasks, hours, terms, approvals } = zContent.parse(fact.extra);
  const during = fromSql(fact.during as string);
  return {
    during,
    placedDuring: fromSql(placed),
    renewed,
    // Who signed for a party is nobody's fact to count.
    approvals: approvals.map((approval) => ({ ...approval, id: '', approvedBy: '' })),
    contentHash: agreementHash({ tasks, hours, during }, terms),
  };
}
