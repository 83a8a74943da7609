import { forceOf } from '../../casework/agreement/rules.ts';
import { overlaps } from '../../kernel/range.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { agreementFacts, agreementIn } from './agreements-on.ts';
import { countCases, partsOfCases } from './count.ts';
import { type Fact, type Scope, zFact } from './figure.ts';
import { within } from './scope.ts';

/** Visits and contacts with employers, and the agreements of the period: read once for both figures. */
export function contactFacts(scope: Scope) {
  return rowsOf(zFact)`
    select k.person_id as person, k.client_id as client, k.contact_id as thing, k.kind as category, k.party as also, null as during, null::json as extra
    from fact_contact k where ${within(scope, 'k')} and (k.kind = 'workplace-visit' or k.party in ('employer', 'both'))
      and k.held_on >= ${scope.period.from}::date and k.held_on < ${scope.period.to}::date
    union all
    select a.person, a.client, a.thing, 'agreement', null, a.during, a.extra from (${agreementFacts(scope)}) a`;
}

/** Some contacts counted by kind, beside the agreements in force on a day of the period and the contacts for each of these, to two decimals. */
export function contactsPerAgreement(facts: readonly Fact[], { period }: Scope, isOne: (contact: Fact) => boolean) {
  const contacts = facts.filter((fact) => fact.category !== 'agreement' && isOne(fact));
  const agreements = countCases(
    facts.filter((fact) => {
      const force = fact.category === 'agreement' ? forceOf(agreementIn(fact)) : null;
      return force !== null && overlaps(force, period);
    }),
  );
  const counted = countCases(contacts);
  const each = agreements.cases === 0 ? null : Math.round((counted.cases / agreements.cases) * 100) / 100;
  return {
    ...counted,
    breakdown: partsOfCases(contacts, { by: 'kind' }),
    more: [
      {
        by: 'per-agreement',
        apart: true,
        together: true,
        parts: [
          { key: 'agreements', value: agreements.cases, persons: agreements.persons },
          { key: 'per-agreement', value: each, persons: counted.persons, unit: 'count' as const },
        ],
      },
    ],
  };
}
