import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { partAtWorkplace, takingPart } from '../../../tests/taking-part.ts';
import { makeWorld, type World } from '../../../tests/world.ts';
import { day } from '../../kernel/day.ts';
import { codeOf, ProblemError } from '../../kernel/problem.ts';
import { clientPage } from '../../screens/client/board.ts';
import { beginAssessment, writeAssessment } from '../assessment/acts.ts';
import { correctionsOf } from '../client/acts.ts';
import { withdrawReferral } from '../referral/acts.ts';
import { endOwnWorker, nameOwnWorker, ownWorkersOf, takeBackOwnWorker } from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const official = 'pori-social-worker';
const of = (clientId: string) => world.perform(ownWorkersOf, { clientId }, official);
const name = (clientId: string, from: string, who: 'pori-social-worker' | 'pori-coach' = official) =>
  world.perform(nameOwnWorker, { clientId, workerId: world.workerId(who), from }, official);
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof ProblemError ? codeOf(error.problem) : String(error)),
  );

describe('the own worker of a client', () => {
  test('is missing while nobody answers, until one is named from a day', async () => {
    const { clientId } = await world.refer();
    expect(await of(clientId)).toMatchObject({ stand: 'needed', own: null, basis: expect.stringContaining('42') });
    await name(clientId, '2021-06-01');
    expect(await of(clientId)).toMatchObject({
      stand: 'named',
      own: { workerId: world.workerId(official), during: { from: '2021-06-01', to: null } },
    });
  });

  test('is one at a time: the one before is it until then, and no day has two', async () => {
    const { clientId } = await world.refer();
    await name(clientId, '2021-06-01');
    expect(await refusal(name(clientId, '2021-06-10'))).toBe('named-already');
    await name(clientId, '2021-06-10', 'pori-coach');
    expect((await of(clientId)).namings.map(({ during }) => during)).toEqual([
      { from: '2021-06-10', to: null },
      { from: '2021-06-01', to: '2021-06-10' },
    ]);
    expect(await refusal(name(clientId, '2021-06-10'))).toBe('named-then');
    // Told late, the first one is it until the next.
    await name(clientId, '2021-05-20', 'pori-coach');
    expect((await of(clientId)).namings.at(-1)?.during).toEqual({ from: '2021-05-20', to: '2021-06-01' });
    await expect(
      db.ownerPool.query(
        `insert into ownworker_naming (organiser_id, client_id, worker_id, during)
         select organiser_id, client_id, worker_id, daterange('2021-06-12', '2021-06-14') from ownworker_naming where client_id = $1 limit 1`,
        [clientId],
      ),
    ).rejects.toMatchObject({ constraint: 'ownworker_naming_client_id_during_key' });
  });

  test('taken back, it has not been: the one before goes on, and the reason stays readable', async () => {
    const { clientId } = await world.refer();
    await name(clientId, '2021-06-01');
    await name(clientId, '2021-06-10', 'pori-coach');
    const [wrong] = (await of(clientId)).namings;
    const namingId = wrong?.id as string;
    await world.perform(takeBackOwnWorker, { clientId, namingId, why: 'Väärä asiakas' }, official);
    expect(await of(clientId)).toMatchObject({ namings: [{ during: { from: '2021-06-01', to: null } }] });
    const { corrections } = await world.perform(correctionsOf, { clientId }, official);
    expect(corrections).toMatchObject([{ act: 'takeBackOwnWorker', why: 'Väärä asiakas' }]);
    expect(await refusal(world.perform(takeBackOwnWorker, { clientId, namingId, why: 'Taas' }, official))).toBe(
      'no-such-naming',
    );
  });

  test('who was ended by somebody stays so when the next one is taken back', async () => {
    const { clientId } = await world.refer();
    await name(clientId, '2021-06-01');
    const [first] = (await of(clientId)).namings;
    await world.perform(endOwnWorker, { clientId, namingId: first?.id ?? '', lastDay: '2021-06-09' }, official);
    // Named later than the end was told.
    const next = day('2021-06-18');
    const coach = { clientId, workerId: world.workerId('pori-coach'), from: '2021-06-10' };
    await world.perform(nameOwnWorker, coach, official, next);
    const [wrong] = (await of(clientId)).namings;
    const mistake = { clientId, namingId: wrong?.id ?? '', why: 'Väärä asiakas' };
    await world.perform(takeBackOwnWorker, mistake, official, next);
    expect((await of(clientId)).namings).toMatchObject([{ during: { from: '2021-06-01', to: '2021-06-10' } }]);
  });

  test('ends on a day, and is missing the day after', async () => {
    const { clientId } = await world.refer();
    await name(clientId, '2021-06-01');
    const [naming] = (await of(clientId)).namings;
    const end = { clientId, namingId: naming?.id as string };
    expect(await refusal(world.perform(endOwnWorker, { ...end, lastDay: '2021-05-31' }, official))).toBe(
      'ends-before-named',
    );
    await world.perform(endOwnWorker, { ...end, lastDay: '2021-06-16' }, official);
    expect(await of(clientId)).toMatchObject({ stand: 'needed', own: null });
  });

  test('needs a post in which one can be it', async () => {
    const { clientId } = await world.refer();
    const administrator = { clientId, workerId: world.workerId('pori-administrator'), from: '2021-06-01' };
    expect(await refusal(world.perform(nameOwnWorker, administrator, official))).toBe('no-such-own-worker');
  });

  test('is not asked for where another answers, nor where the assessment found none needed', async () => {
    const { workplaceId } = await partAtWorkplace(world, 'Omakahvila');
    const { clientId } = await takingPart(world, { service: 'open-work', workplaceId });
    expect((await of(clientId)).stand).toBe('answered');

    const { clientId: assessed, referralId } = await world.refer();
    const begin = { clientId: assessed, referralId, begunOn: '2021-05-05' };
    const { assessmentId } = await world.perform(beginAssessment, begin, official);
    const content = {
      ...{ begunOn: '2021-05-05', finishedOn: '2021-05-20', tookPart: 'Asiakas', situation: 'Hakee työtä.' },
      ...{ clientView: 'Haluan töihin.', viewMissingBecause: null, conclusions: 'Avotyö.', need: 'recurring' as const },
      ...{ specialSupport: true, ownWorker: false, ownWorkerView: null },
    };
    await world.perform(writeAssessment, { clientId: assessed, assessmentId, ...content }, official);
    expect(await of(assessed)).toMatchObject({ stand: 'unnecessary', specialSupport: true });
  });

  test('may open the client for as long as it lasts, whoever has the matter', async () => {
    const { clientId, referralId } = await world.refer();
    await world.perform(withdrawReferral, { clientId, referralId, on: '2021-06-10' }, official);
    const opens = () => refusal(world.perform(clientPage, { clientId }, 'pori-coach'));
    expect(await opens()).toBe('not-found');
    await name(clientId, '2021-06-01', 'pori-coach');
    expect(await opens()).toBeNull();
  });

  test('is nobody whose post ends, and hangs on the post of whoever is named', async () => {
    const { clientId } = await world.refer();
    await db.ownerPool.query(
      `insert into worker_post (worker_id, organiser_id, role, during) select id, organiser_id, 'coach', '[2021-01-01,2021-12-01)'
       from worker_worker where id = $1`,
      [world.workerId('pori-planner')],
    );
    const leaving = { clientId, workerId: world.workerId('pori-planner'), from: '2021-06-01' };
    expect(await world.refusal(nameOwnWorker, leaving, official)).toBe('post-ends-before');
    await name(clientId, '2021-06-01', 'pori-coach');
    await expect(
      db.ownerPool.query(
        `update worker_post set during = daterange(lower(during), '2021-07-01') where worker_id = $1`,
        [world.workerId('pori-coach')],
      ),
    ).rejects.toMatchObject({ constraint: 'post_holds_clients' });
  });
});
