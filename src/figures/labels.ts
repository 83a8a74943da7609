/** Names of the classes that figures break down by, in the words of the rooms they come from. */
import type { Language } from '../kernel/language.ts';
import { pick } from '../kernel/language.ts';
import { organiserTexts } from '../path/organiser/texts.ts';
import type { Words } from './figure.ts';

const labels: Readonly<Record<string, Words>> = {
  'not-recorded': { fi: 'Ei kirjattu', sv: 'Inte antecknat', en: 'Not recorded' },
  other: { fi: 'Muu', sv: 'Annat', en: 'Other' },

  // what a breakdown is by
  class: { fi: 'Luokka', sv: 'Klass', en: 'Class' },
  service: { fi: 'Palvelu', sv: 'Service', en: 'Service' },
  month: { fi: 'Kuukausi', sv: 'Månad', en: 'Month' },
  year: { fi: 'Vuosi', sv: 'År', en: 'Year' },
};

/** The name of a class; a class that no list names (a year, a code) is its own name. */
export function labelOf(key: string, language: Language): string {
  const { services, provisionModes } = pick(organiserTexts, language);
  return (
    labels[key]?.[language] ??
    (services as Record<string, string>)[key] ??
    (provisionModes as Record<string, string>)[key] ??
    key
  );
}
