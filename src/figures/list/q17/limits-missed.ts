import { sql } from 'kysely';
import { blockOn, dueDay } from '../../../casework/coaching/rules.ts';
import { reviewIsLate } from '../../../casework/plan/rules.ts';
import { clockOn } from '../../../casework/referral/rules.ts';
import { addDays, type Day, startOfYear } from '../../../kernel/day.ts';
import { contains, fromSql } from '../../../kernel/range.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { coachedIn, coachedOf } from '../../frame/coached.ts';
import { byClass, personsOf, sum } from '../../frame/count.ts';
import { figure, type Part, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

export const limitsMissed = figure({
  id: 'limits-missed',
  question: 'Q17',
  unit: 'count',
  basis: 'day',
  about: 'persons',
  divides: true,
  label: { fi: 'Ylittyneet rajat', sv: 'Överskridna gränser', en: 'Limits missed' },
  definition: {
    fi: 'Kysyttynä päivänä ylittyneet rajat yhteensä: yli lain määräajan (kolme kuukautta) odottaneet, työntekijät, joilla on sovittua enemmän asiakkaita, asiakkaat, joiden yhteydenotto on myöhässä, ja suunnitelmat, joita ei ole tarkistettu ajallaan.',
    sv: 'Gränser som på dagen har överskridits sammanlagt: de som väntat över lagens tid (tre månader), arbetstagare med fler klienter än avtalat, klienter vars kontakt är försenad och planer som inte har granskats i tid.',
    en: 'Limits missed on the day, all together: persons waiting beyond the time of the law (three months), workers with more clients than agreed, clients whose contact is overdue, and plans not reviewed in time.',
  },
  population:
    'Referrals pending, or granted in a service that has not begun; workers who answer for clients; coached client relationships; plans of clients in force, on the day.',
  example:
    'Pending since 1.3. on 17.6. (the limit was 1.6.), and a plan to be reviewed by 31.5.: 2; waiting too long 1, plan not reviewed 1.',
  facts: [
    'fact_referral',
    'fact_decision',
    'fact_relationship',
    'fact_responsible',
    'fact_post',
    'fact_contact',
    'fact_rhythm',
    'fact_agreed_rhythm',
    'fact_pause',
    'fact_agreement',
    'fact_plan',
    'fact_interruption',
  ],
  twin: 'myDay',
  // Where no days are given, `rhythm-kept` asks for those of the year: asked for the same, both are read at once.
  besides: (scope) => {
    const { asOf, period, periodAsked } = scope;
    const begins = periodAsked && period.from <= asOf ? period.from : startOfYear(asOf);
    return coachedIn(scope, begins, addDays(asOf, 1));
  },
  cases: (scope) => {
    const day = sql`${scope.asOf}::date`;
    return rowsOf(zFact)`
      select r.person_id as person, r.client_id as client, r.referral_id::text as thing, 'waiting' as category, null as also, null as name,
        null as during, r.received_on as "on", null::int as amount, null::json as extra
      from fact_referral r where ${within(scope, 'r')} and r.pending @> ${day}
      union all
      select r.person_id, r.client_id, r.referral_id::text, 'waiting', null, null, null, r.received_on, null, null
      from fact_referral r join fact_decision d on d.referral_id = r.referral_id
      where ${within(scope, 'r')} and d.outcome = 'grant' and d.in_force && daterange(${day}, null) and d.decided_on <= ${day}
        -- The three months run until the first day of the service; who is in the service goes on by the new decision.
        and not exists (select from fact_relationship x where x.person_id = r.person_id and lower(x.during) <= ${day}
          and (x.decision_id = d.decision_id or (x.service = d.service and x.during && d.during)))
      union all
      select w.person_id, w.client_id, w.worker_id::text, 'answers', null, null, null, null, max(p.agreed), null
      from fact_responsible w
      join (select worker_id, max(agreed_caseload) as agreed from fact_post where during @> ${day} group by worker_id) p
        on p.worker_id = w.worker_id and p.agreed is not null
      where ${within(scope, 'w')} and w.during @> ${day} and w.role <> 'case-manager'
      group by w.person_id, w.client_id, w.worker_id
      union all
      select p.person_id, p.client_id, p.plan_id::text, 'plan', p.reviewed_on::text, null, p.during::text, p.review_on, null, null
      from fact_plan p where ${within(scope, 'p')} and p.review_on is not null and p.during @> ${day} and p.signed_on <= ${day}
        and exists (select from fact_relationship r where r.client_id = p.client_id and r.service = p.service and r.during @> ${day})
        and not exists (select from fact_interruption i where i.plan_id = p.plan_id and i.during @> ${day})
        and not exists (select from fact_plan n where n.client_id = p.client_id and n.service = p.service and n.made_on > p.made_on
          -- A draft takes no plan's place, nor does one made ahead.
          and n.during @> ${day} and n.signed_on <= ${day})`;
  },
  value: (read, scope) => {
    const facts = read.filter(
      ({ name, during }) => name !== 'relationship' || contains(fromSql(during as string), scope.asOf),
    );
    const of = (category: string) => facts.filter((fact) => fact.category === category);
    const waiting = of('waiting').filter(({ on }) => on && clockOn(on, scope.asOf).daysLeft < 0);
    const over = byClass(of('answers'), ({ thing }) => thing).filter(
      ([, own]) => personsOf(own).size > (own[0]?.amount ?? Number.POSITIVE_INFINITY),
    );
    const overdue = coachedOf(facts).filter(
      ({ facts: own }) => blockOn(dueDay(own, scope.asOf), null, scope.asOf) === 'overdue',
    );
    const plans = of('plan').filter(({ on, also, during }) =>
      reviewIsLate(
        {
          reviewOn: on ?? null,
          reviewedOn: (also as Day | null) ?? null,
          during: fromSql(during as string),
          // One that rests is not among the facts.
          interruptions: [],
        },
        scope.asOf,
      ),
    );
    const parts: Part[] = [
      { key: 'waiting-too-long', value: waiting.length, persons: personsOf(waiting).size },
      { key: 'over-caseload', value: over.length, persons: 0 },
      { key: 'contact-overdue', value: overdue.length, persons: new Set(overdue.map(({ person }) => person)).size },
      { key: 'plan-not-reviewed', value: plans.length, persons: personsOf(plans).size },
    ];
    const value = sum(parts.map((part) => part.value ?? 0));
    return {
      value,
      recorded: facts.length,
      cases: value,
      persons: Math.max(...parts.map((part) => part.persons)),
      behind: [
        ...waiting.map(({ client }) => ({ client, category: 'waiting-too-long' })),
        ...overdue.map(({ client }) => ({ client, category: 'contact-overdue' })),
        ...plans.map(({ client }) => ({ client, category: 'plan-not-reviewed' })),
      ],
      breakdown: { by: 'limit', tellsNothing: true, parts },
    };
  },
});
