import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreementsOn } from '../src/casework/agreement/reads.ts';
import { agreementStateOn, isInForce, termsOf } from '../src/casework/agreement/rules.ts';
import type { Figure } from '../src/figures/frame/figure.ts';
import { figures } from '../src/figures/frame/registry.ts';
import { fixedClock } from '../src/kernel/clock.ts';
import { day } from '../src/kernel/day.ts';
import type { Role } from '../src/kernel/relation.ts';
import { myDay } from '../src/screens/my-day/board.ts';
import { waitingBoard } from '../src/screens/waiting/board.ts';
import { workplaceBoard } from '../src/screens/workplaces/board.ts';
import type { AnyAct, InputOf, OutputOf } from '../src/server/act.ts';
import { perform } from '../src/server/perform.ts';
import { demoKeys, type FreshDatabase, freshDatabase } from './database.ts';
import { figureIn, figuresIn, numbersOf } from './facts.ts';

// A figure and the screen that tells the same number ask one rule: on ten days, of each organiser and of the region.

const days = [
  '2018-06-29',
  '2019-01-01',
  '2019-11-20',
  '2020-03-02',
  '2020-09-15',
  '2020-12-31',
  '2021-03-15',
  '2021-05-31',
  '2021-06-16',
  '2021-06-17',
];
const organisers = ['pori-perusturva', 'rauma', 'pori-tyollisyys'];
let db: FreshDatabase;
const workers = new Map<string, { id: string; organiserId: string }>();
beforeAll(async () => {
  db = await freshDatabase({ demo: true });
  const { rows } = await db.ownerPool.query(
    `select distinct on (o.code, p.role) o.code || ' ' || p.role as name, p.worker_id as id, o.id as "organiserId"
     from worker_post p join organiser_organiser o on o.id = p.organiser_id order by o.code, p.role, lower(p.during)`,
  );
  for (const row of rows) workers.set(row.name, row);
}, 240_000);
afterAll(() => db?.close());

/** What an act answers to somebody of the organiser in the role, on the day. */
async function ask<A extends AnyAct>(
  act: A,
  input: InputOf<A>,
  code: string,
  role: Role,
  on: string,
): Promise<OutputOf<A> | null> {
  const worker = workers.get(`${code} ${role}`);
  if (!worker) return null;
  const who = {
    workerId: worker.id,
    organiserId: worker.organiserId,
    organiserCode: code,
    name: role,
    roles: [role],
    language: 'fi' as const,
  };
  const house = { db: db.app, clock: fixedClock(day(on)), keys: demoKeys };
  return (await perform(house, act, input, { who, language: 'fi' })) as OutputOf<A>;
}

interface Twin {
  readonly service: string;
  /** Which of the figure's numbers the screen tells. */
  readonly of: string;
  readonly screen: (code: string, on: string) => Promise<number | null>;
  /** The first day that is asked: a page of earlier days knows what began since. */
  readonly since?: string;
}

const everyService = 'disability-work,social-welfare-27,rehabilitative-work';
const twins: readonly (Twin & { readonly id: string })[] = [
  {
    id: 'limits-missed',
    service: everyService,
    of: 'plan-not-reviewed',
    screen: async (code, on) => {
      const board = await ask(waitingBoard, { show: 'review', limit: 5000 }, code, 'social-worker', on);
      return board?.rows.filter(({ dueOn }) => dueOn !== null && dueOn < on).length ?? null;
    },
  },
  {
    id: 'limits-missed',
    service: everyService,
    of: 'waiting-too-long',
    since: '2019-01-01',
    screen: async (code, on) => (await ask(waitingBoard, {}, code, 'social-worker', on))?.counts.overdue ?? null,
  },
  {
    id: 'limits-missed',
    service: 'job-coaching',
    of: 'contact-overdue',
    screen: async (code, on) => (await ask(myDay, { whose: 'team' }, code, 'coach', on))?.counts.overdue ?? null,
  },
  {
    id: 'pending',
    service: everyService,
    of: 'value',
    screen: async (code, on) => (await ask(waitingBoard, {}, code, 'social-worker', on))?.counts.pending ?? null,
  },
  {
    id: 'agreements-to-renew',
    service: 'disability-work,rehabilitative-work',
    of: 'value',
    screen: async (code, on) => {
      const board = await ask(workplaceBoard, { show: 'renew', limit: 5000 }, code, 'social-worker', on);
      expect(board?.waiting.length).toBe(board?.counts.renew);
      return board?.counts.renew ?? null;
    },
  },
  {
    id: 'agreements-in-force',
    service: 'disability-work,rehabilitative-work',
    of: 'value',
    screen: async (code, on) => {
      // A page of each workplace lists its own: all of them are read as a page reads one.
      const { organiserId } = workers.get(`${code} manager`) ?? workers.get(`${code} rehabilitative-instructor`) ?? {};
      if (organiserId === undefined) return null;
      const read = await agreementsOn(db.owner, termsOf, { organiserId, roles: ['social-worker'] }, day(on));
      return read.filter((one) => isInForce(agreementStateOn(one, day(on)))).length;
    },
  },
];

it('every figure that names a screen has its pair here, and no other', () => {
  const named = figures.filter(({ twin }: Figure) => twin !== undefined).map(({ id }) => id);
  expect([...new Set(twins.map(({ id }) => id))].toSorted()).toEqual(named.toSorted());
});

describe.each(twins)('$id, $of', ({ id, service, of, screen, since }) => {
  it('is what the screen tells, of each organiser, and their sum in the region', async () => {
    let answer = 0;
    for (const asOf of days.filter((one) => since === undefined || one >= since)) {
      let sum = 0;
      for (const organiser of organisers) {
        const figure = numbersOf(await figureIn(db.app, id, { organiser, service, asOf }))[of];
        const seen = await screen(organiser, asOf);
        if (seen !== null) expect(figure ?? 0, `${id} of ${organiser} on ${asOf}`).toBe(seen);
        sum += figure ?? 0;
      }
      const region = numbersOf(await figureIn(db.app, id, { organiser: 'satakunta', service, asOf }))[of];
      expect(region ?? 0, `${id} of the region on ${asOf}`).toBe(sum);
      answer += sum;
    }
    expect(answer).toBeGreaterThan(0);
  }, 120_000);
});

it('no figure of the region tells two numbers under one key, and none tells another order the next time', async () => {
  const query = { organiser: 'satakunta', service: 'disability-work' };
  const [first, second] = [await figuresIn(db.app, query), await figuresIn(db.app, query)];
  for (const [id, one] of first) {
    for (const parts of [one.breakdown ?? [], ...(one.more ?? []).map((more) => more.parts)]) {
      const own = parts.map(({ key }) => key);
      expect(new Set(own).size, `${id}: ${own.join(', ')}`).toBe(own.length);
    }
    expect(second.get(id), id).toEqual(one);
  }
}, 120_000);
