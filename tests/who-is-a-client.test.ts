import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  changeClient,
  client,
  findDuplicates,
  identityCode,
  joinRecords,
  registerClient,
  separateRecords,
} from '../src/casework/client/acts.ts';
import { insertClient, keptIdentity } from '../src/casework/client/writes.ts';
import { receiveReferral, withdrawReferral } from '../src/casework/referral/acts.ts';
import { checkCharacter, parseIdentityCode } from '../src/kernel/id.ts';
import { codeOf, ProblemError } from '../src/kernel/problem.ts';
import { allActs } from '../src/screens/app/registry.ts';
import { searchClients } from '../src/screens/clients/board.ts';
import { likelyDuplicates, personRecords } from '../src/screens/same-person/board.ts';
import type { AnyAct } from '../src/server/act.ts';
import { enterAs } from '../src/server/perform.ts';
import { fieldNamesOf, schemaOf } from './conventions/asking.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

// Whether somebody is a client is not learnt by sending an identity code, or a name with a birthday, to any act.

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const official = 'pori-social-worker';
const coach = 'pori-coach';
const code = (number: number) => `020290-${number}${checkCharacter(`020290${number}`)}`;

const newcomer = (more: object) => ({ familyName: 'Piilo', givenNames: 'Pirjo', birthOn: '1990-02-02', ...more });
const referral = (more: object, service = 'open-work') =>
  ({
    client: newcomer(more),
    service,
    source: 'own-contact',
    kind: 'own-contact',
    receivedOn: '2021-06-01',
  }) as Parameters<typeof world.perform<typeof receiveReferral>>[1];

/** Clients whom the coach may not open: of another service, withdrawn, of another organiser. */
async function hidden(identity: string, kind: 'other-service' | 'withdrawn' | 'other-organiser') {
  const by = kind === 'other-organiser' ? 'rauma-social-worker-a' : official;
  const service = kind === 'withdrawn' ? 'open-work' : 'day-activity';
  const came = await world.perform(receiveReferral, referral({ identityCode: identity }, service), by);
  if (kind === 'withdrawn') {
    const { clientId, referralId } = came;
    await world.perform(withdrawReferral, { clientId, referralId, on: '2021-06-02' }, by);
  }
  return came.clientId;
}

/** What an act answers, with the ids of what it made left out. */
async function answered(act: AnyAct, input: object, by: WorkerName = coach): Promise<string> {
  const uuid = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
  try {
    return JSON.stringify(await world.perform(act, input as never, by)).replace(uuid, '');
  } catch (error) {
    if (error instanceof ProblemError) return `${codeOf(error.problem)} ${JSON.stringify(error.problem)}`;
    throw error;
  }
}

test('every act that takes an identity code, or a name with a birthday, is tried here', () => {
  const taking = allActs.filter((act) => {
    const names = new Set(fieldNamesOf(schemaOf(act)));
    return names.has('identityCode') || (names.has('birthOn') && names.has('familyName'));
  });
  expect(taking.map(({ name }) => name).sort()).toEqual([
    'changeClient',
    'findDuplicates',
    'receiveReferral',
    'registerClient',
  ]);
});

describe.each(['other-service', 'withdrawn', 'other-organiser'] as const)(
  'whoever may not open a client (%s)',
  (kind) => {
    const numbers = { 'other-service': 900, withdrawn: 920, 'other-organiser': 940 }[kind];
    const known = code(numbers);
    let clientId: string;
    beforeAll(async () => {
      clientId = await hidden(known, kind);
    });

    test('gets the same answer for the code as for one that nobody has', async () => {
      expect(await world.refusal(client, { clientId }, coach)).toBe('not-found');
      const unknown = code(numbers + 1);
      for (const [act, input] of [
        [findDuplicates, (identity: string) => newcomer({ identityCode: identity })],
        [searchClients, (text: string) => ({ text })],
        [registerClient, (identity: string) => newcomer({ identityCode: identity })],
        [receiveReferral, (identity: string) => referral({ identityCode: identity })],
      ] as const)
        expect([act.name, await answered(act, input(known))]).toEqual([act.name, await answered(act, input(unknown))]);
    });

    test('gets the same answer where the code is given to an own client', async () => {
      const own = async () => (await world.perform(receiveReferral, referral({ birthOn: null }), coach)).clientId;
      const change = async (identity: string) =>
        answered(changeClient, { clientId: await own(), identityCode: identity, birthOn: null });
      expect(await change(code(numbers + 2))).toBe('{"done":true}');
      // One's own newcomers of the test before have this one, and one may open those.
      expect(await change(known)).toMatch(/^identity-code-taken/);
      const other = code(numbers + 3);
      await hidden(other, kind);
      expect(await change(other)).toBe('{"done":true}');
    });
  },
);

test('the database finds out as much before a code that is hidden as before one that nobody has: its time told them apart', async () => {
  const [known, unknown] = [code(980), code(981)];
  await hidden(known, 'other-service');
  const { keys } = world.house();
  const foundOnTheWay = (identity: string) =>
    db.app.transaction().execute(async (tx) => {
      await enterAs(tx, world.who(coach), { purpose: 'case', today: world.today, now: world.house().clock.now() });
      const parsed = parseIdentityCode(identity);
      if (!parsed.ok) throw new Error(parsed.why);
      const details = { gender: null, motherTongue: null, serviceLanguage: 'fi', easyLanguage: false } as const;
      const { familyName, givenNames } = { familyName: 'Piilo', givenNames: 'Pirjo' };
      await insertClient(tx, world.pori.id, {
        ...{ ...details, familyName, givenNames, birthOn: null, municipalityCode: null },
        identity: keptIdentity(keys, parsed),
      });
      const { rows } = await sql<{ kept: boolean[] }>`
        select array(select coalesce(current_setting(name, true), '') <> ''
          from unnest('{app.clients,app.narrow,app.task_clients}'::text[]) name) as kept`.execute(tx);
      return rows[0]?.kept;
    });
  expect(await foundOnTheWay(unknown)).toEqual(await foundOnTheWay(known));
});

describe('two records of one code', () => {
  test('are told to officials as the same, whatever their names are; are joined, and come apart only with another code', async () => {
    const [known, other] = [code(960), code(961)];
    const before = await hidden(known, 'other-service');
    const { clientId } = await world.perform(
      receiveReferral,
      referral({ familyName: 'Keksitty', givenNames: 'Kalle', birthOn: null, identityCode: known }),
      coach,
    );
    const { pairs } = await world.perform(likelyDuplicates, {}, official);
    const pair = pairs.find(({ one, other: second }) => [one.id, second.id].includes(clientId));
    expect(pair).toMatchObject({ likeness: 'same' });
    const { alike } = await world.perform(personRecords, { clientId }, official);
    expect(alike).toContainEqual(expect.objectContaining({ id: before, likeness: 'same' }));
    await world.perform(joinRecords, { clientId, otherId: before }, official);
    const apart = { clientId, recordIds: [before] };
    expect(await world.refusal(separateRecords, apart, official)).toBe('identity-code-shared');
    await world.perform(changeClient, { clientId, identityCode: other }, official);
    await world.perform(separateRecords, apart, official);
    expect((await world.perform(identityCode, { clientId: before }, official)).identityCode).toBe(known);
  });

  test('are refused to whoever may open the first', async () => {
    const known = code(970);
    await hidden(known, 'other-service');
    expect(await world.refusal(receiveReferral, referral({ identityCode: known }), official)).toBe(
      'identity-code-taken',
    );
    const { clientId } = await world.perform(receiveReferral, referral({ birthOn: null }), official);
    expect(await world.refusal(changeClient, { clientId, identityCode: known }, official)).toBe('identity-code-taken');
  });
});
