/** Asking acts over HTTP: an input that is nearly right from an act's own description, and how it travels. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AnyAct } from '../../src/server/act.ts';
import { inAddress } from '../../src/server/http/openapi.ts';
import { addSessions } from '../signed-in.ts';
import type { WorkerName, World } from '../world.ts';

export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly default?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

const schemas = new Map<string, Schema>();

export function schemaOf(act: AnyAct): Schema {
  const known = schemas.get(act.name);
  if (known) return known;
  const made = z.toJSONSchema(act.input, { io: 'input', unrepresentable: 'any' }) as Schema;
  schemas.set(act.name, made);
  return made;
}

/** Every name of a field in the schema, at any depth. */
export function fieldNamesOf(schema: Schema): readonly string[] {
  const parts = [
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.allOf ?? []),
    ...(schema.items ? [schema.items] : []),
  ];
  const fields = Object.entries(schema.properties ?? {});
  return [...fields.map(([name]) => name), ...[...fields.map(([, of]) => of), ...parts].flatMap(fieldNamesOf)];
}

/** A value that the schema would take, with ids of things that are there where a field is named after one. */
export function sampleOf(schema: Schema, ids: Readonly<Record<string, string>>, name = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const some = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (name === 'to' && some?.some(({ type }) => type === 'null')) return null;
  if (some?.[0]) return sampleOf(some[0], ids, name);
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([field, of]) => [field, sampleOf(of, ids, field)]),
    );
  if (schema.type === 'array') return schema.items ? [sampleOf(schema.items, ids, name)] : [];
  if (schema.type === 'number' || schema.type === 'integer') return Math.max(schema.minimum ?? 1, 1);
  if (schema.type === 'boolean') return false;
  if (schema.format === 'uuid') return ids[name] ?? '0190a3c5-0000-7000-8000-000000000000';
  if (schema.format === 'date') return '2021-06-10';
  if (schema.format === 'date-time') return '2021-06-10T09:00:00Z';
  if (name === 'startsAt' || name === 'endsAt') return name === 'startsAt' ? '09:00' : '13:00';
  return name === 'organiser' ? 'pori-perusturva' : 'teksti';
}

export type ActAnswer = { statusCode: number; headers: Record<string, unknown>; body: string };

/** Sends acts as a client would: parts of the address, the query or the JSON body. */
export function clientOf<Who extends string = WorkerName>(app: FastifyInstance, tokenOf: (name: Who) => string) {
  return async (act: AnyAct, input: unknown, by: Who | null): Promise<ActAnswer> => {
    const left = new Map(Object.entries(input as object));
    const asText = (value: unknown) =>
      (typeof value === 'object' ? JSON.stringify(value) : String(value)).toWellFormed();
    const path = act.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = left.get(name);
      left.delete(name);
      // A part of an address that is empty or too long is another address.
      return encodeURIComponent(asText(value).slice(0, 150) || '-');
    });
    const query = new URLSearchParams();
    if (inAddress(act))
      for (const [name, value] of left) if (value !== undefined) query.append(name, asText(value).slice(0, 5000));
    const authorization = by === null ? {} : { authorization: `Bearer ${tokenOf(by)}` };
    return app.inject({
      method: act.method,
      url: query.size > 0 ? `${path}?${query}` : path,
      headers: inAddress(act) ? authorization : { ...authorization, 'content-type': 'application/json' },
      ...(inAddress(act) ? {} : { payload: JSON.stringify(Object.fromEntries(left)) }),
    });
  };
}

/** Who asks: one of each kind. */
export const askers: readonly WorkerName[] = [
  'pori-coach',
  'pori-instructor',
  'pori-social-worker',
  'pori-finance',
  'pori-planner',
  'pori-administrator',
  'work-instructor',
];

/** A session for each worker, with the worker's name as its token. */
export async function sessionsOf(world: World): Promise<(name: WorkerName) => string> {
  await addSessions(world, askers);
  return (name) => name;
}

/** What is wrong with an answer to a wrong question; nothing where it is done, or refused as it should be. */
export function faultOf(
  broken: readonly string[],
  answer: { statusCode: number; headers: Record<string, unknown>; body: string },
  field?: string,
): string | null {
  const { statusCode, headers, body } = answer;
  if (statusCode < 300) return null;
  if (statusCode >= 500) return `${statusCode} ${broken.at(-1) ?? ''}`;
  if (!String(headers['content-type']).startsWith('application/problem+json')) return `is ${headers['content-type']}`;
  if (/\n\s+at |node_modules|\bselect\b.*\bfrom\b/.test(body)) return 'tells of our insides';
  const message = JSON.parse(body) as { type?: string; title?: string; status?: number; errors?: { field: string }[] };
  if (!message.type?.startsWith('/problems/') || !message.title || message.status !== statusCode)
    return 'is no problem document';
  if (statusCode !== 400 || field === undefined) return null;
  // A rule between two fields names the one that is easier to change.
  const named = message.errors?.map((one) => one.field).filter(Boolean) ?? [];
  if (field === '' ? named.length > 0 : named.some((one) => one === field || one.startsWith(`${field}.`))) return null;
  return `names ${message.errors?.map((one) => one.field).join(', ') || 'no field'}`;
}

/** What nobody means, and what an attacker might. */
export const nasty: readonly unknown[] = [
  null,
  '',
  ' ',
  'x'.repeat(100_000),
  'nul\u0000nul',
  '\ud800',
  '💩ﷺ\u202e',
  "'; drop table client_client; --",
  '$(id) `id`',
  '%00',
  '../../etc/passwd',
  0,
  -1,
  1.5,
  1e308,
  9007199254740992,
  '99999999999999999999',
  'NaN',
  true,
  [],
  [[]],
  {},
  [null],
  { a: { b: { c: [1] } } },
  '2021-02-30',
  '0000-00-00',
  '9999-12-31',
  '2199-12-31',
  '1900-01-01',
  '2021-06-17T00:00:00Z',
  '+275760-09-13',
  'infinity',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'not-a-uuid',
  { from: '2021-06-17', to: '2021-06-16' },
  { from: '2199-12-30', to: null },
];
