import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { readPaper } from '../../../tests/paper.ts';
import { takingPart } from '../../../tests/taking-part.ts';
import { makeWorld, type NewReferral, type World } from '../../../tests/world.ts';
import { day } from '../../kernel/day.ts';
import { correctionsOf, recordBenefit } from '../client/acts.ts';
import { decide, decisionFrame } from '../decision/acts.ts';
import { correctReferral, takeBackReferral, withdrawReferral } from '../referral/acts.ts';
import {
  assessmentOf,
  assessmentPaper,
  beginAssessment,
  correctAssessment,
  takeBackAssessment,
  writeAssessment,
} from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const by = 'pori-social-worker';
const content = {
  begunOn: '2021-05-05',
  tookPart: 'Asiakas ja hänen sisarensa, tapaaminen 5.5.2021.',
  situation: 'Asuu yksin. Tarvitsee tukea työn löytämiseen.',
  clientView: 'Haluan töihin, mutta en jaksa koko päivää.',
  viewMissingBecause: null,
  conclusions: 'Tuen tarve on pitkäaikainen.',
  need: 'long-term' as const,
  specialSupport: false,
  ownWorker: true,
  ownWorkerView: 'Haluan yhden työntekijän, jolle voin soittaa.',
  finishedOn: '2021-05-20',
};

async function begun(input: NewReferral = {}) {
  const matter = await world.refer(input);
  const { assessmentId } = await world.perform(beginAssessment, { ...matter, begunOn: '2021-05-05' }, by);
  return { ...matter, assessmentId, of: { clientId: matter.clientId, assessmentId } };
}
const read = (clientId: string, referralId: string, on = '2021-06-17') =>
  world.perform(assessmentOf, { clientId, referralId }, by, day(on));

describe('an assessment', () => {
  test('is begun, written over several visits and finished, the client’s own view apart', async () => {
    const { clientId, referralId, of } = await begun();
    const draft = {
      ...content,
      conclusions: null,
      need: null,
      specialSupport: null,
      ownWorker: null,
      finishedOn: null,
    };
    await world.perform(writeAssessment, { ...of, ...draft }, by);
    expect((await read(clientId, referralId)).assessment).toMatchObject({
      situation: content.situation,
      finishedOn: null,
    });
    expect(await world.refusal(assessmentPaper, of, by)).toBe('not-finished');
    await world.perform(writeAssessment, { ...of, ...content }, by);
    expect((await read(clientId, referralId)).assessment).toMatchObject({ ...content, finishedBy: 'Sjöblom Päivi' });
    const { text } = await readPaper((await world.perform(assessmentPaper, of, by)).bytes);
    expect(text).toContain('Asiakkaan oma näkemys tuen tarpeestaan');
    expect(text).toContain('Haluan töihin, mutta en jaksa koko päivää.');
    expect(text).toMatch(/1301\/2014\) 37 §/);
    expect(await world.refusal(writeAssessment, { ...of, ...content }, by)).toBe('finished-already');
  });

  test.each(['tookPart', 'situation', 'conclusions'] as const)(
    'is not finished without %s, nor with a dash',
    async (part) => {
      const { of } = await begun();
      for (const value of [null, '-', ' … '])
        expect(await world.problem(writeAssessment, { ...of, ...content, [part]: value }, by)).toMatchObject({
          type: '/problems/part-missing',
          errors: [expect.objectContaining({ field: part })],
        });
    },
  );

  test.each(['need', 'specialSupport', 'ownWorker'] as const)(
    'is not finished without an answer to %s',
    async (part) => {
      const { of } = await begun();
      expect(await world.refusal(writeAssessment, { ...of, ...content, [part]: null }, by)).toBe('part-missing');
    },
  );

  test('has the client’s own view, or the obvious obstacle to it, and not both', async () => {
    const { of } = await begun();
    const write = (clientView: string | null, viewMissingBecause: string | null) => ({
      ...{ ...of, ...content, clientView, viewMissingBecause },
    });
    expect(await world.refusal(writeAssessment, write('-', null), by)).toBe('view-missing');
    expect(await world.refusal(writeAssessment, write('Haluan töihin.', 'Ei tavoitettu.'), by)).toBe('view-is-there');
    await world.perform(writeAssessment, write(null, 'Asiakasta ei ole tavoitettu.'), by);
    const { text } = await readPaper((await world.perform(assessmentPaper, of, by)).bytes);
    expect(text).toContain('Asiakkaan näkemystä ei ole, koska: Asiakasta ei ole tavoitettu.');
  });

  test('lies between the day of its matter and today', async () => {
    const { clientId, referralId, of } = await begun({ receivedOn: '2021-05-03' });
    const other = await world.refer({ receivedOn: '2021-05-03' });
    expect(await world.refusal(beginAssessment, { ...other, begunOn: '2021-06-18' }, by)).toBe('begun-in-future');
    expect(await world.refusal(beginAssessment, { ...other, begunOn: '2021-05-02' }, by)).toBe('begun-before-received');
    const write = (days: object) => world.refusal(writeAssessment, { ...of, ...content, ...days }, by);
    expect(await write({ begunOn: '2021-05-02' })).toBe('begun-before-received');
    expect(await write({ finishedOn: '2021-06-18' })).toBe('finished-in-future');
    expect(await write({ finishedOn: '2021-05-04' })).toBe('finished-before-begun');
    const correct = { source: 'school', kind: 'referral', referredBy: null, why: 'Väärä päivä' } as const;
    expect(
      await world.refusal(correctReferral, { clientId, referralId, ...correct, receivedOn: '2021-05-06' }, by),
    ).toBe('assessed-before');
  });

  test('is one of a matter, of a matter that waits', async () => {
    const { clientId, referralId } = await begun();
    const again = { clientId, referralId, begunOn: '2021-05-05' };
    expect(await world.refusal(beginAssessment, again, by)).toBe('assessed-already');
    expect(await world.refusal(takeBackReferral, { clientId, referralId, why: 'Väärä' }, by)).toBe(
      'assessment-stands-on-it',
    );
    const withdrawn = await world.refer();
    await world.perform(withdrawReferral, { ...withdrawn, on: '2021-06-10' }, by);
    expect(await world.refusal(beginAssessment, { ...withdrawn, begunOn: '2021-05-04' }, by)).toBe('already-withdrawn');
    const decided = await world.refer();
    const frame = await world.perform(decisionFrame, decided, by);
    await world.perform(
      decide,
      {
        ...decided,
        outcome: 'grant',
        decidedOn: '2021-06-17',
        during: { from: '2021-07-01', to: null },
        reasons: 'Vastaa tarvetta.',
        provisions: frame.provisions.map(({ id }) => id),
      },
      by,
    );
    expect(await world.refusal(beginAssessment, { ...decided, begunOn: '2021-06-01' }, by)).toBe('already-decided');
  });

  test('that is finished is corrected with a reason, and taken back with one; what it said stays readable', async () => {
    const { clientId, referralId, of } = await begun();
    const correction = {
      ...of,
      ...content,
      conclusions: 'Tarve on toistuva.',
      need: 'recurring' as const,
      why: 'Erehdys',
    };
    expect(await world.refusal(correctAssessment, correction, by)).toBe('not-finished');
    await world.perform(writeAssessment, { ...of, ...content }, by);
    await world.perform(correctAssessment, correction, by);
    expect((await read(clientId, referralId)).assessment).toMatchObject({ need: 'recurring' });
    await world.perform(takeBackAssessment, { ...of, why: 'Väärä asiakas' }, by);
    expect((await read(clientId, referralId)).assessment).toBeNull();
    const { corrections } = await world.perform(correctionsOf, { clientId }, by);
    expect(corrections.map(({ act, why }) => [act, why])).toEqual([
      ['takeBackAssessment', 'Väärä asiakas'],
      ['correctAssessment', 'Erehdys'],
    ]);
    expect(await world.refusal(takeBackAssessment, { ...of, why: 'Uudelleen' }, by)).toBe('no-such-assessment');
  });
});

describe('the clock of the seventh working day', () => {
  test('runs for those older than 75 and with the highest care allowance, and for nobody else before 2025', async () => {
    const young = await world.refer({ receivedOn: '2021-06-03' });
    expect((await read(young.clientId, young.referralId)).clock).toBeNull();
    const old = await world.refer({ receivedOn: '2021-06-03', birthOn: '1944-02-11' });
    expect((await read(old.clientId, old.referralId)).clock).toEqual({
      beginBy: '2021-06-11',
      daysLeft: -6,
      begunLate: false,
    });
    const allowance = { benefit: 'care-allowance', main: false, during: { from: '2021-01-01', to: null } } as const;
    await world.perform(recordBenefit, { clientId: young.clientId, ...allowance, highest: true }, by);
    expect((await read(young.clientId, young.referralId)).clock?.beginBy).toBe('2021-06-11');
    const wrong = { ...allowance, clientId: old.clientId, benefit: 'wage', highest: true } as const;
    expect(await world.refusal(recordBenefit, wrong, by)).toBe('no-highest');
  });

  test('stops at the beginning, and tells how late that was', async () => {
    const { clientId, referralId } = await world.refer({ receivedOn: '2021-06-03', birthOn: '1944-02-11' });
    await world.perform(beginAssessment, { clientId, referralId, begunOn: '2021-06-15' }, by);
    expect((await read(clientId, referralId)).clock).toEqual({
      beginBy: '2021-06-11',
      daysLeft: -4,
      begunLate: true,
    });
  });
});

test('whoever leads or instructs the client’s group neither reads nor makes an assessment', async () => {
  const { clientId } = await takingPart(world, { service: 'work-activity', group: 'work-activity' });
  const { referralId, ...waits } = await world.refer();
  for (const who of ['pori-instructor', 'pori-finance', 'pori-manager', 'rauma-social-worker-a'] as const)
    expect(['not-allowed', 'not-found']).toContain(await world.refusal(assessmentOf, { clientId, referralId }, who));
  expect(await world.refusal(beginAssessment, { ...waits, referralId, begunOn: '2021-06-01' }, 'pori-coach')).toBe(
    'not-allowed',
  );
});
