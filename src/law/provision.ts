import { type Day, day } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import { contains, overlaps, type Range, range, rangeThrough } from '../kernel/range.ts';

export type StatuteWords = Readonly<Record<Language, string>>;

/** A statute by its number in the statute book. */
export interface Statute {
  readonly number: string;
  readonly title: StatuteWords;
}

/** One wording of a provision, and what it says as a value, for the days when it was in force. */
export interface Version<Value> {
  readonly during: Range;
  readonly value: Value;
  /** The statute where this wording is found. */
  readonly source: string;
  /** False when the wording or its days were recalled and are still to be checked against the statute book. */
  readonly seen: boolean;
}

/** A section of a statute, once in the whole system. */
export interface Provision<Value = unknown> {
  /** Number of the act and section: 189/2001:9 */
  readonly id: string;
  readonly act: Statute;
  readonly section: string;
  readonly subject: StatuteWords;
  readonly versions: readonly Version<Value>[];
}

/** Makes a provision; its versions may not overlap. */
export function enacted<Value>(
  act: Statute,
  section: string,
  subject: StatuteWords,
  versions: readonly Version<Value>[],
): Provision<Value> {
  versions.forEach((version, i) => {
    if (versions.slice(i + 1).some((later) => overlaps(version.during, later.during))) {
      throw new RangeError(`Two wordings of ${act.number} ${section} on one day`);
    }
  });
  return { id: `${act.number}:${section.replaceAll(' ', '')}`, act, section, subject, versions };
}

/** In force from the day on. */
export function since<Value>(from: string, value: Value, source: string, seen = true): Version<Value> {
  return { during: range(day(from)), value, source, seen };
}

/** In force from the first to the last day, both included. */
export function between<Value>(from: string, last: string, value: Value, source: string, seen = true): Version<Value> {
  return { during: rangeThrough(day(from), day(last)), value, source, seen };
}

/** The wording in force on the day, or null. */
export function versionOn<Value>(provision: Provision<Value>, d: Day): Version<Value> | null {
  return provision.versions.find(({ during }) => contains(during, d)) ?? null;
}

/** What the provision says on the day; throws a RangeError when it is not in force. */
export function valueOn<Value>(provision: Provision<Value>, d: Day): Value {
  const version = versionOn(provision, d);
  if (!version) throw new RangeError(`${provision.id} is not in force on ${d}`);
  return version.value;
}
