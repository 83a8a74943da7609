import { forceOf } from '../../casework/agreement/rules.ts';
import { overlaps } from '../../kernel/range.ts';
import { agreementIn } from './agreements-on.ts';
import { countCases, partsOfCases } from './count.ts';
import type { Fact, Scope } from './figure.ts';

/** Contacts counted by kind, beside the agreements in force on a day of the period and the contacts for each of these, to two decimals. */
export function contactsPerAgreement(facts: readonly Fact[], { period }: Scope) {
  const contacts = facts.filter(({ category }) => category !== 'agreement');
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
