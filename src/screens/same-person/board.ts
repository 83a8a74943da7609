import { z } from 'zod';
import { clientAccess } from '../../casework/client/access.ts';
import {
  clientsLike,
  clientsOn,
  identityHashOf,
  recordsCompared,
  recordsOfPerson,
  registeredOn,
  workedWith,
} from '../../casework/client/reads.ts';
import { candidatesOf, likeness, pairsAlike } from '../../casework/client/rules.ts';
import { clientRefusals } from '../../casework/client/texts.ts';
import { type Known, listName, zRecordCompared } from '../../casework/client/words.ts';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zSqlRange } from '../../kernel/range.ts';
import { services } from '../../kernel/service.ts';
import { ask, inRole } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';

type Record = z.output<typeof zRecordCompared>;

const zWay = z.object({
  clientId: zId,
  referrals: z.array(z.object({ service: z.enum(services), receivedOn: zDay })),
  services: z.array(z.object({ service: z.enum(services), during: zSqlRange })),
});
type Way = z.output<typeof zWay>;

async function waysOf(tx: Read, clientIds: readonly string[]): Promise<Way[]> {
  const { rows } = await rowsOf(zWay)`
    select c.id as "clientId",
      coalesce((select jsonb_agg(jsonb_build_object('service', r.service, 'receivedOn', r.received_on) order by r.received_on)
        from referral_referral r where r.client_id = c.id), '[]') as referrals,
      coalesce((select jsonb_agg(jsonb_build_object('service', r.service, 'during', r.during) order by lower(r.during))
        from relationship_relationship r where r.client_id = c.id), '[]') as services
    from client_client c where c.id = any(${[...clientIds]}::uuid[])`.execute(tx);
  return rows;
}

/** Two records side by side; of one whom one knows by the register alone only what the register tells. */
async function recordsOn(tx: Read, alike: ReadonlyMap<string, Record['likeness']>, on: Day): Promise<Record[]> {
  const ids = [...alike.keys()];
  const registered = await registeredOn(tx, ids, on);
  const { whole } = await workedWith(tx, ids);
  const worked = new Map((await clientsOn(tx, [...whole], on)).map((client) => [client.id, client]));
  const ways = new Map((await waysOf(tx, [...whole])).map((way) => [way.clientId, way]));
  return registered.map((one) => {
    const { id } = one;
    const client = worked.get(id);
    const way = ways.get(id);
    return {
      ...one,
      open: client !== undefined,
      gender: client?.gender ?? null,
      serviceLanguage: client?.serviceLanguage ?? null,
      identityMasked: client?.identityMasked ?? null,
      identityTemporary: client?.identityTemporary ?? null,
      likeness: alike.get(id) ?? null,
      referrals: [...(way?.referrals ?? [])],
      services: [...(way?.services ?? [])],
    };
  });
}

export const personRecords = ask({
  name: 'personRecords',
  method: 'GET',
  path: '/api/clients/{clientId}/records',
  says: 'Tell which records are the same person as a client’s, and which might be, so that they can be compared side by side',
  input: z.strictObject({ clientId: zId, withId: zId.optional() }),
  output: z.object({
    record: zRecordCompared,
    joined: z.array(zRecordCompared),
    alike: z.array(zRecordCompared),
    other: zRecordCompared.nullable(),
  }),
  may: clientAccess.joinRecords,
  audited: {
    clients: (_input, { record, joined, alike, other }) =>
      [record, ...joined, ...alike, ...(other ? [other] : [])].map(({ id }) => id),
  },
  refuses: clientRefusals,
  run: async ({ tx, input: { clientId, withId }, who, today, refuse }) => {
    const [client] = await clientsOn(tx, [clientId], today);
    if (!client) return refuse('no-such-client');
    const own = await recordsOfPerson(tx, clientId);
    const code = await identityHashOf(tx, clientId);
    const known = await clientsLike(tx, who.organiserId, candidatesOf(client), code);
    const alike = new Map<string, Record['likeness']>(own.map((id) => [id, null]));
    for (const other of known) {
      const match = alike.has(other.id) ? null : likeness(client, other);
      if (match) alike.set(other.id, match);
    }
    if (withId !== undefined && !alike.has(withId)) alike.set(withId, null);
    const records = await recordsOn(tx, alike, today);
    const record = records.find(({ id }) => id === clientId);
    const other = withId === undefined ? null : (records.find(({ id }) => id === withId) ?? null);
    if (!record || (withId !== undefined && !other)) return refuse('no-such-client', { field: 'withId' });
    const order = { same: 0, likely: 1, possible: 2 };
    return {
      record,
      other,
      joined: records.filter(({ id }) => id !== clientId && own.includes(id)),
      alike: records
        .flatMap((one) => (one.likeness ? [{ ...one, likeness: one.likeness }] : []))
        .sort((a, b) => order[a.likeness] - order[b.likeness]),
    };
  },
});

const zPaired = z.object({ id: zId, name: z.string(), birthOn: zDay.nullable() });

/** More than these nobody goes through at once; the next come when these are joined. */
const pairsAtMost = 200;

export const likelyDuplicates = ask({
  name: 'likelyDuplicates',
  method: 'GET',
  path: '/api/duplicates',
  says: 'List the records of one’s organiser that may be one person, likely ones first; joined records are told no more',
  input: z.strictObject({}),
  output: z.object({
    pairs: z.array(z.object({ one: zPaired, other: zPaired, likeness: z.enum(['same', 'likely', 'possible']) })),
    total: z.int(),
  }),
  may: inRole(['social-worker']),
  audited: { clients: (_input, { pairs }) => pairs.flatMap(({ one, other }) => [one.id, other.id]) },
  refuses: {},
  run: async ({ tx, who }) => {
    const pairs = pairsAlike(await recordsCompared(tx, who.organiserId));
    const inBrief = (known: Known) => ({ id: known.id, name: listName(known), birthOn: known.birthOn });
    return {
      pairs: pairs
        .slice(0, pairsAtMost)
        .map(({ one, other, likeness: alike }) => ({ one: inBrief(one), other: inBrief(other), likeness: alike })),
      total: pairs.length,
    };
  },
});
