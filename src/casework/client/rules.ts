import type { Day } from '../../kernel/day.ts';
import type { Known, Likeness, NewClient, Relation } from './words.ts';

const plain = (name: string) =>
  name
    .normalize('NFC')
    .toLocaleLowerCase('fi')
    .replace(/[\s-]+/g, ' ')
    .trim();
const firstName = (names: string) => plain(names).split(' ')[0] ?? '';

/**
 * How alike a newcomer and a known client are, or null when they are not: the same identity code is the same person,
 * the same name and birthday likely, the same name with a missing birthday, or the same birthday and family name, possible.
 * An identity code can change and a birthday be mistyped, so only a person decides.
 */
export function likeness(
  newcomer: Pick<NewClient, 'familyName' | 'givenNames' | 'birthOn'>,
  known: Known,
): Likeness | null {
  if (known.sameIdentityCode) return 'same';
  const sameFamily = plain(newcomer.familyName) === plain(known.familyName);
  const sameFirst = firstName(newcomer.givenNames) === firstName(known.givenNames);
  const bothBorn = newcomer.birthOn !== null && known.birthOn !== null;
  const sameBirth = bothBorn && newcomer.birthOn === known.birthOn;
  if (sameFamily && sameFirst && sameBirth) return 'likely';
  if (sameFamily && sameFirst && !bothBorn) return 'possible';
  if (sameBirth && (sameFamily || sameFirst)) return 'possible';
  return null;
}

/** Patterns of the words of a text, all of which must be in a name; a sign that means something to a pattern means itself. */
export function namePatterns(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.map((word) => `%${word.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`);
}

/**
 * Whether a worker may read where a client with a protected address lives.
 * Source: act 661/2009, sections 36 and 37: only those whose task needs it; here the client's officials.
 */
export function maySeeProtectedAddress(relations: readonly Relation[]): boolean {
  return relations.includes('official_for');
}

/** A day of birth that cannot be: in the future of the day it is told on. */
export function bornInFuture(birthOn: Day | null, today: Day): boolean {
  return birthOn !== null && birthOn > today;
}
