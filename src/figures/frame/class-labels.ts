/** Names of the classes that figures break down by, where no room above has them. */

import { benefitNames } from '../../casework/client/words.ts';
import { cooperationTexts } from '../../casework/cooperation/texts.ts';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { payerNames } from '../../casework/participation/words.ts';
import { lineKindNames } from '../../casework/rate/words.ts';
import { workerTexts } from '../../casework/worker/texts.ts';
import { formatMonth, type Language, pick } from '../../kernel/language.ts';
import { classWords } from '../words.ts';

/** Payers by their classes: by themselves some of their names are names of other things too. */
const payerClasses = (language: Language): Record<string, string> =>
  Object.fromEntries(Object.entries(pick(payerNames, language)).map(([payer, name]) => [`payer-${payer}`, name]));

const isId = (key: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key);

/** The name of a class; two with > between are from and to; one that no list names (a year, a code) is its own name. */
export function labelOf(key: string, language: Language): string {
  // An identifier says nothing to a reader: what has no name is told to have none.
  if (isId(key)) return (classWords['without-name'] as { readonly [L in Language]: string })[language];
  if (/^\d{4}-\d{2}$/.test(key)) return formatMonth(key, language);
  if (key.includes('>')) {
    return key
      .split('>')
      .map((one) => labelOf(one, language))
      .join(' → ');
  }
  const { services, provisionModes } = pick(organiserTexts, language);
  const { otherServices } = pick(cooperationTexts, language);
  const { roles } = pick(workerTexts, language);
  const lists: readonly Record<string, string>[] = [
    services,
    provisionModes,
    roles,
    otherServices,
    pick(benefitNames, language),
    pick(lineKindNames, language),
    payerClasses(language),
  ];
  return classWords[key]?.[language] ?? lists.find((list) => key in list)?.[key] ?? key;
}
