import { createHash } from 'node:crypto';
import type { z } from 'zod';

/** The same text for the same content, in whatever order its fields were written. */
function canonical(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** What tells whether something still is as it was seen: equal content has one version. */
export function versionOf(content: unknown): string {
  return createHash('sha256')
    .update(canonical(content) ?? '')
    .digest('hex')
    .slice(0, 32);
}

/** Of a thing that is shown, what an edit of it writes. */
export function contentOf(fields: z.ZodObject, thing: object): Readonly<Record<string, unknown>> {
  const values = thing as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.keys(fields.shape).map((name) => [name, values[name] ?? null]));
}

/** Adds to things that are shown the version that an edit of them must have seen. */
export function withVersion(fields: z.ZodObject): <T extends object>(thing: T) => T & { readonly version: string } {
  return (thing) => ({ ...thing, version: versionOf(contentOf(fields, thing)) });
}

/** Adds to things that are set as a whole, such as all that holds for one service, the version of that whole. */
export function withVersionOfAll<T extends object>(
  things: readonly T[],
  wholeOf: (thing: T) => string,
): (T & { readonly version: string })[] {
  const wholes = Map.groupBy(things, wholeOf);
  return things.map((thing) => ({ ...thing, version: versionOf(wholes.get(wholeOf(thing))) }));
}
