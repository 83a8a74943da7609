/** Inputs that an act may well take: its own schema filled with what stands in the database, mended by what the act objects to. */
import type { Random } from '../../demo/random.ts';
import { addDays, day } from '../../src/kernel/day.ts';
import { checkCharacter } from '../../src/kernel/id.ts';
import type { AnyAct } from '../../src/server/act.ts';
import { type Schema, schemaOf } from '../conventions/asking.ts';
import type { SignedInWorker, Thing, Things } from './facts.ts';

export interface Guess {
  readonly by: SignedInWorker;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What is written besides into the fields that one chooses, by hand where the schema alone tells too little. */
export type Filling = (at: {
  readonly by: SignedInWorker;
  readonly luck: Random;
  readonly facts: Things;
  readonly chosen: ReadonlyMap<string, Thing>;
  /** Reads as the one who asks, by the name of an act that reads; nothing where it is refused. */
  readonly read: (name: string, input: Readonly<Record<string, unknown>>) => Promise<Record<string, unknown> | null>;
}) => Readonly<Record<string, unknown>> | Promise<Readonly<Record<string, unknown>>>;

const today = day('2021-06-17');
const provisions = ['519/1977:35', '380/1987:8b', '710/1982:27d', '710/1982:27e', '189/2001:13', '1301/2014:36'];
const words = ['Kahvila', 'Työpaja', 'Päivärytmi', 'Tukea tarvitaan', 'Satama', 'Pihlaja', 'Kulkeminen', 'Metsätähti'];

function identityCodeOf(luck: Random): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const nine = `${two(luck.int(1, 28))}${two(luck.int(1, 12))}${two(luck.int(50, 99))}${luck.int(900, 999)}`;
  return `${nine.slice(0, 6)}-${nine.slice(6)}${checkCharacter(nine)}`;
}

/** Texts of a form of their own, by field. */
const texts: Readonly<Record<string, (luck: Random) => string>> = {
  identityCode: identityCodeOf,
  postalCode: (luck) => luck.pick(['28100', '28120', '26100']),
  phone: (luck) => `044 701 ${luck.int(1000, 9999)}`,
  contactPhone: (luck) => `044 701 ${luck.int(1000, 9999)}`,
  email: (luck) => `osoite${luck.int(1, 9999)}@example.fi`,
  dataProtectionPage: () => 'https://example.fi/tietosuoja',
  businessCode: (luck) => luck.pick(['0174866-9', '0209602-6']),
  municipalityCode: (luck) => luck.pick(['609', '684']),
  code: (luck) => luck.pick(['pori-perusturva', 'rauma', '609', String(luck.int(100, 999))]),
  month: (luck) => luck.pick(['2021-05', '2021-04', '2021-03', '2021-06', '2020-12']),
  username: (luck) => `uusi.${luck.int(1000, 999_999)}`,
  motherTongue: (luck) => luck.pick(['fi', 'sv', 'en']),
  id: (luck) => luck.pick(['clients-on-day', 'new-clients', 'exits']),
  knownAt: () => '2021-06-10T09:00:00Z',
  number: (luck) => `${luck.int(1, 40)}/${luck.pick([2020, 2021])}`,
  provision: (luck) => luck.pick(provisions),
  provisions: (luck) => luck.pick(provisions),
  municipalityCodes: (luck) => luck.pick(['609', '684']),
  successors: () => 'true',
};

const dayNear = (luck: Random, chosen: ReadonlyMap<string, Thing>): string => {
  const days = [...chosen.values()].flatMap(({ row }) =>
    Object.values(row)
      .flat()
      .filter((value): value is string => typeof value === 'string' && /^20[12]\d-\d\d-\d\d$/.test(value)),
  );
  const base = days.length > 0 && luck.chance(0.5) ? day(luck.pick(days)) : today;
  return addDays(
    base,
    luck.weighted([
      [0, 4] as const,
      [1, 2] as const,
      [-1, 2] as const,
      [luck.int(-40, 60), 3] as const,
      [luck.int(-400, 400), 1] as const,
    ]),
  );
};

const pickOf = <T>(list: readonly T[], luck: Random): T | undefined => (list.length > 0 ? luck.pick(list) : undefined);

/** One thing for each id that the act asks for, all of one client where they are of clients. */
function choose(act: AnyAct, facts: Things, by: SignedInWorker, luck: Random): ReadonlyMap<string, Thing> | null {
  const chosen = new Map<string, Thing>();
  const properties = schemaOf(act).properties ?? {};
  const fields = Object.keys(properties).filter((field) => /Ids?$/.test(field) && field !== 'clientId');
  const own = (fact: Thing) => fact.organiserId === null || fact.organiserId === by.organiserId;
  let clientId: string | null = null;
  // What is rarest decides of whom the rest is.
  const sized = fields
    .map((field) => ({ field, tables: facts.tablesOf(field, act.name) }))
    .filter(({ tables }) => tables.length > 0)
    .toSorted((x, y) => Number(x.field.endsWith('s')) - Number(y.field.endsWith('s')));
  for (const { field, tables } of sized) {
    const table = luck.pick(tables);
    const ofClients: boolean = facts.of(table)[0]?.clientId !== null;
    const from: readonly Thing[] =
      clientId !== null && ofClients ? facts.ofClient(table, clientId) : facts.of(table).filter(own);
    const linked = from.filter(({ row }) =>
      [...chosen].every(([name, { id }]) => {
        const column = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
        return !(column in row) || row[column] === id;
      }),
    );
    const list = linked.length > 0 ? linked : from;
    if (list.length === 0) continue;
    // The latest come first: what has just been recorded waits for its next step.
    const fact = luck.chance(0.5) ? (list[Math.min(luck.int(0, 9), list.length - 1)] as Thing) : luck.pick(list);
    chosen.set(field, fact);
    clientId ??= fact.clientId;
  }
  if ('clientId' in properties) {
    const among = luck.pick(['relationship_relationship', 'referral_referral', 'client_client']);
    const fact = [...chosen.values()].find((one) => one.clientId !== null) ?? pickOf(facts.of(among).filter(own), luck);
    if (!fact?.clientId) return null;
    chosen.set('clientId', { ...fact, id: fact.clientId });
  }
  return chosen;
}

interface At {
  readonly luck: Random;
  readonly chosen: ReadonlyMap<string, Thing>;
  readonly by: SignedInWorker;
  readonly facts: Things;
  readonly act: AnyAct;
}

const isNullable = ({ anyOf, oneOf }: Schema) => (anyOf ?? oneOf)?.some(({ type }) => type === 'null') ?? false;

function filled(schema: Schema, name: string, at: At): unknown {
  const { luck, chosen } = at;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return luck.pick(schema.enum);
  const some = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (some) {
    const rest = some.filter(({ type }) => type !== 'null');
    if (isNullable(schema) && luck.chance(name === 'to' ? 0.6 : 0.5)) return null;
    return rest.length > 0 ? filled(luck.pick(rest), name, at) : null;
  }
  if (name === 'during' || (schema.properties && 'from' in schema.properties && 'to' in schema.properties)) {
    const from = dayNear(luck, chosen);
    const to = luck.chance(0.4) ? null : addDays(day(from), luck.pick([1, 14, 90, 183, 365]));
    return { from, to };
  }
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).flatMap(([field, of]) =>
        schema.required?.includes(field) || luck.chance(0.4) ? [[field, filled(of, field, at)]] : [],
      ),
    );
  if (schema.type === 'array') {
    const fact = chosen.get(name);
    if (fact) return [fact.id];
    const items = schema.items;
    return items ? Array.from({ length: luck.int(schema.minItems ?? 0, 2) }, () => filled(items, name, at)) : [];
  }
  if (name === 'fullTimeShare') return luck.pick([1, 0.5]);
  if (schema.type === 'integer' || schema.type === 'number') {
    const least = Math.max(schema.minimum ?? 1, 0);
    return luck.int(least, Math.min(schema.maximum ?? 5, Math.max(least, 5)));
  }
  if (Array.isArray(schema.type) && schema.type.includes('boolean')) return luck.pick([true, false]);
  if (schema.type === 'boolean') return luck.chance(0.3);
  if (schema.format === 'uuid') {
    const fact = chosen.get(name);
    if (fact) return fact.id;
    const [table] = at.facts.tablesOf(name, at.act.name);
    const facts = table ? at.facts.of(table).filter(({ organiserId }) => organiserId === at.by.organiserId) : [];
    return facts.length > 0 ? luck.pick(facts).id : '0190a3c5-0000-7000-8000-000000000000';
  }
  if (schema.format === 'date') return dayNear(luck, chosen);
  if (name === 'startsAt') return '09:00';
  if (name === 'endsAt') return '12:00';
  if (name === 'organiser') return at.by.organiserCode;
  return texts[name]?.(luck) ?? `${luck.pick(words)} ${luck.int(1, 9999)}`;
}

/** Whoever may in principle: in the act's roles, and of those who work with clients where it is on one. */
function askersFor({ may }: AnyAct, { askers }: Things): readonly SignedInWorker[] {
  const roles = may.kind === 'signed-in' ? undefined : may.roles;
  const withClients = ['social-worker', 'coach', 'instructor', 'rehabilitative-instructor'];
  const usual =
    may.kind !== 'client'
      ? undefined
      : may.relations.includes('paymaster_for')
        ? ['finance']
        : may.relations.includes('supervisor_of')
          ? ['manager']
          : withClients;
  const fitting = (list: readonly string[] | undefined) => (one: SignedInWorker) =>
    !list || one.roles.some((role) => list.includes(role));
  return askers.filter(fitting(roles)).filter(fitting(usual));
}

type Reading = (by: SignedInWorker) => Parameters<Filling>[0]['read'];

export async function guess(
  act: AnyAct,
  facts: Things,
  luck: Random,
  { filling, reading }: { readonly filling?: Filling | undefined; readonly reading: Reading },
): Promise<Guess | null> {
  const able = askersFor(act, facts);
  if (able.length === 0) return null;
  const officials = able.filter(({ roles }) => roles.includes('social-worker'));
  const some =
    act.may.kind === 'client' && officials.length > 0 && luck.chance(0.5) ? luck.pick(officials) : luck.pick(able);
  const chosen = choose(act, facts, some, luck);
  if (!chosen) return null;
  const by = luck.chance(0.5) ? (answering(chosen, facts, able, luck) ?? some) : some;
  const schema = schemaOf(act);
  const at: At = { luck, chosen, by, facts, act };
  const input: Record<string, unknown> = {};
  for (const [field, of] of Object.entries(schema.properties ?? {})) {
    if (field === 'seen') continue;
    const fact = chosen.get(field);
    if (fact) input[field] = field.endsWith('Ids') ? [fact.id] : fact.id;
    else if (schema.required?.includes(field) || luck.chance(0.25)) input[field] = filled(of, field, at);
  }
  const byHand = await filling?.({ by, luck, facts, chosen, read: reading(by) });
  return { by, input: { ...input, ...byHand } };
}

/** Who answers for the client of what was chosen, among those who may at all. */
function answering(
  chosen: ReadonlyMap<string, Thing>,
  facts: Things,
  able: readonly SignedInWorker[],
  luck: Random,
): SignedInWorker | undefined {
  const clientId = [...chosen.values()].find((one) => one.clientId !== null)?.clientId;
  if (!clientId) return undefined;
  const ids = facts.ofClient('relationship_responsible', clientId).map(({ row }) => row.worker_id);
  return pickOf(
    able.filter(({ workerId }) => ids.includes(workerId)),
    luck,
  );
}

/** The same again, with other values where the act objected. */
export function mended(
  act: AnyAct,
  { by, input }: Guess,
  fields: readonly string[],
  facts: Things,
  luck: Random,
): Guess {
  const schema = schemaOf(act);
  const chosen = new Map<string, Thing>();
  for (const [field, value] of Object.entries(input)) {
    const table = typeof value === 'string' && /Id$/.test(field) ? facts.tablesOf(field, act.name) : [];
    const fact = table.flatMap((one) => facts.of(one)).find(({ id }) => id === value);
    if (fact) chosen.set(field, fact);
  }
  const next: Record<string, unknown> = { ...input };
  for (const field of fields) {
    const of = schema.properties?.[field];
    if (!of || /Ids?$/.test(field)) continue;
    if (!schema.required?.includes(field) && luck.chance(0.3)) delete next[field];
    else next[field] = filled(of, field, { luck, chosen, by, facts, act });
  }
  return { by, input: next };
}
