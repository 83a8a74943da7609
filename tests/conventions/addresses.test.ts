/** An address is kept in histories and in logs of proxies: it has ids, days and codes in it, and nothing that is typed of somebody. */
import { expect, test } from 'vitest';
import { allActs } from '../../src/screens/app/registry.ts';
import { schemaOf } from './asking.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** What an organiser, a unit of figures or a service is called in an address; it is of no person. */
const codes = ['organiser', 'code', 'service', 'services', 'id', 'question'];
/** Marks of what was seen, and what is yes or no. */
const marks = ['contentHash', 'seen', 'everyWorkplace', 'successors'];

/** The fields of an address into which one could type anything. */
function free(schema: Schema, name = ''): readonly string[] {
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])];
  if (inner.length > 0) return inner.flatMap((one) => free(one, name));
  if (schema.properties) return Object.entries(schema.properties).flatMap(([field, one]) => free(one, field));
  const isText = [schema.type].flat().includes('string');
  const isBound =
    schema.enum !== undefined ||
    schema.const !== undefined ||
    ['uuid', 'date', 'date-time'].includes(schema.format ?? '') ||
    /\\d|\[0-9\]/.test(schema.pattern ?? '');
  return isText && !isBound && ![...codes, ...marks].includes(name) ? [name] : [];
}

const inAddress = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, field]) => field ?? '');

test('no act takes anything that is typed of a person in its address', () => {
  const typed = allActs.flatMap((act) => {
    const schema = schemaOf(act) as Schema;
    const all = free(schema);
    const sent =
      act.method === 'GET' || act.method === 'DELETE' ? all : all.filter((one) => inAddress(act.path).includes(one));
    return sent.map((field) => `${act.name}: ${field}`);
  });
  expect(typed).toEqual([]);
  expect(allActs.filter(({ method }) => method === 'GET').length).toBeGreaterThan(50);
});

test('what could be typed would be found', () => {
  const text = { type: 'string', minLength: 1 };
  expect(free({ properties: { name: text, on: { type: 'string', format: 'date' } } })).toEqual(['name']);
  expect(free({ properties: { names: { type: 'array', items: text }, show: { enum: ['all'] } } })).toEqual(['names']);
  expect(free({ properties: { name: { anyOf: [text, { type: 'null' }] }, code: text } })).toEqual(['name']);
});
