/** Asking acts over HTTP: an input that is nearly right from an act's own description, and how it travels. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AnyAct } from '../../src/server/act.ts';
import { inAddress } from '../../src/server/http/openapi.ts';
import type { WorkerName } from '../world.ts';

export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
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

export type Answer = { statusCode: number; headers: Record<string, unknown>; body: string };

/** Sends acts as a client would: parts of the address, the query or the JSON body. */
export function clientOf(app: FastifyInstance, tokenOf: (name: WorkerName) => string) {
  return async (act: AnyAct, input: unknown, by: WorkerName | null): Promise<Answer> => {
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
