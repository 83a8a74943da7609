import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { explanations, makeWorld, type World } from '../../../tests/world.ts';
import { beginAssessment } from '../../casework/assessment/acts.ts';
import { decide, decisionFrame, serveDecision } from '../../casework/decision/acts.ts';
import { receiveRequest } from '../../casework/rectification/acts.ts';
import { receiveReferral } from '../../casework/referral/acts.ts';
import { day } from '../../kernel/day.ts';
import { matterPage } from './board.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const by = 'pori-social-worker';

test('a matter tells its steps, its next one, who may decide it and its clocks, from the day it came to the request for rectification', async () => {
  const matter = await world.refer({ receivedOn: '2021-04-12' });
  const page = (on = '2021-06-17') => world.perform(matterPage, matter, by, day(on));
  const first = await page();
  expect(first.matter).toMatchObject({ number: '1/2021', state: 'pending', decisionDueOn: '2021-07-12', daysLeft: 25 });
  expect(first.acts).toEqual(['plan']);
  expect(first.deciders.find(({ isMe }) => isMe)).toMatchObject({ name: 'Sjöblom Päivi' });

  const { provisions } = await world.perform(decisionFrame, matter, by);
  const { decisionId } = await world.perform(
    decide,
    {
      ...matter,
      outcome: 'grant',
      decidedOn: '2021-05-18',
      during: { from: '2021-05-24', to: null },
      reasons: 'Vastaa tarvetta.',
      explanations,
      provisions: provisions.map(({ id }) => id),
    },
    by,
    day('2021-05-18'),
  );
  expect((await page()).acts).toEqual(['serve', 'start']);
  await world.perform(serveDecision, { clientId: matter.clientId, decisionId, way: 'post', sentOn: '2021-05-19' }, by);
  const open = await page();
  expect(open.decisions).toMatchObject([{ number: '1/2021', stand: 'open', standOn: '2021-06-28' }]);
  // Thirty days end on Midsummer Eve: the last day moves past the holiday, and it is told why.
  expect(open.decisions[0]?.reckoning).toMatchObject({ movedFrom: '2021-06-25' });
  expect(open.decisions[0]?.reckoning?.cites.join()).toMatch(/150\/1930\) 2 §.*150\/1930\) 5 §/);
  await world.perform(
    receiveRequest,
    { clientId: matter.clientId, decisionId, receivedOn: '2021-06-11', demands: 'Neljä päivää viikossa' },
    by,
  );
  const challenged = await page();
  expect(challenged.line.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'received done',
    'decided done',
    'served done',
    'requested done',
    'begun next',
    'request-decided ahead',
  ]);
  expect(challenged.decisions[0]?.requests).toMatchObject([{ late: false, demands: 'Neljä päivää viikossa' }]);
});

test('a matter of another client, and one that is not open to the asker, are not told', async () => {
  const own = await world.refer();
  const other = await world.refer({ familyName: 'Toinen' });
  expect(await world.refusal(matterPage, { clientId: own.clientId, referralId: other.referralId }, by)).toBe(
    'no-such-referral',
  );
  expect(await world.refusal(matterPage, own, 'rauma-social-worker-a')).toBe('not-found');
});

test('a matter of the joint service tells by when its multi-sectoral plan is to be made, until it is', async () => {
  const receivedOn = '2021-06-01';
  const matter = await world.perform(
    receiveReferral,
    {
      client: { familyName: 'Yhteinen', givenNames: 'Aino' },
      service: 'rehabilitative-work',
      source: 'te-office-multisectoral-plan',
      kind: 'application',
      receivedOn,
    },
    'work-social-worker',
    day(receivedOn),
  );
  const { clientId, referralId } = matter;
  const planBy = async () => (await world.perform(matterPage, { clientId, referralId }, 'work-social-worker')).planBy;
  expect(await planBy()).toBeNull();
  await world.perform(beginAssessment, { clientId, referralId, begunOn: '2021-06-14' }, 'work-social-worker');
  expect(await planBy()).toEqual({ by: '2021-09-14', basis: expect.stringContaining('1369/2014') });
});
