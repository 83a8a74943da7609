/** Names of the classes that figures break down by, where no room above has them. */
import { type Language, pick } from '../kernel/language.ts';
import { organiserTexts } from '../path/organiser/texts.ts';
import { workerTexts } from '../path/worker/texts.ts';
import { classWords } from './words.ts';

/** The eight services that the questionnaire names, in its order. */
export const namedServices: readonly string[] = [
  'social-rehabilitation',
  'te-services',
  'kela-rehabilitation',
  'municipal-employment',
  'mental-health-and-substance',
  'adult-social-work',
  'ohjaamo',
  'typ',
];

/** Those, and the other services that cooperation is recorded with. */
export const otherServices: readonly string[] = [
  ...namedServices,
  'disability-services',
  'health-services',
  'physiotherapy',
  'hospital-social-work',
  'other',
];

/** The name of a class; two with > between are from and to; one that no list names (a year, a code) is its own name. */
export function labelOf(key: string, language: Language): string {
  if (key.includes('>')) {
    return key
      .split('>')
      .map((one) => labelOf(one, language))
      .join(' → ');
  }
  const { services, provisionModes } = pick(organiserTexts, language);
  const lists: readonly Record<string, string>[] = [services, provisionModes, pick(workerTexts, language).roles];
  return classWords[key]?.[language] ?? lists.find((list) => key in list)?.[key] ?? key;
}
