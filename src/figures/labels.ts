/** Names of the classes that figures break down by, where no room above has them. */
import { formatMonth, type Language, pick } from '../kernel/language.ts';
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

/** A language by its code, as the reader's language names it; an unknown code is its own name. */
export function tongueName(code: string, language: Language): string {
  if (!/^[a-z]{2,3}$/.test(code)) return code;
  return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
}

/** The name of a class; two with > between are from and to; one that no list names (a year, a code) is its own name. */
export function labelOf(key: string, language: Language): string {
  if (/^\d{4}-\d{2}$/.test(key)) return formatMonth(key, language);
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
