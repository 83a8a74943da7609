/** What is entered must be able to be: facts that exclude each other, bounds of days, many writers at once, clocks that step back. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreementHash } from '../src/casework/agreement/reads.ts';
import { markAttendance, markVersions } from '../src/casework/attendance/acts.ts';
import { markVersion } from '../src/casework/attendance/words.ts';
import {
  changeClient,
  changeRepresentative,
  client,
  nameRepresentative,
  recordReason,
} from '../src/casework/client/acts.ts';
import { planVisit } from '../src/casework/coaching/acts.ts';
import { decide, decisionFrame, referrals } from '../src/casework/decision/acts.ts';
import { addUnit } from '../src/casework/organiser/acts.ts';
import { makePlan, plansOf, reviewPlan } from '../src/casework/plan/acts.ts';
import { receiveReferral, receiveReferralOfClient, withdrawReferral } from '../src/casework/referral/acts.ts';
import { agreeBreak, endBreak, relationshipsOf } from '../src/casework/relationship/acts.ts';
import { givePost } from '../src/casework/worker/acts.ts';
import { fixedClock } from '../src/kernel/clock.ts';
import { day } from '../src/kernel/day.ts';
import { checkCharacter, parseIdentityCode } from '../src/kernel/id.ts';
import { codeOf, ProblemError } from '../src/kernel/problem.ts';
import type { AnyAct } from '../src/server/act.ts';
import { perform } from '../src/server/perform.ts';
import { waysIn } from './creating.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { type PartTaken, takingPart } from './taking-part.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let part: PartTaken;
const official = 'pori-social-worker';
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  part = await takingPart(world, { service: 'work-activity', group: 'work-activity', familyName: 'Aalto' });
});
afterAll(() => db.close());

const code = (birth: string, individual: string) => `${birth}-${individual}${checkCharacter(birth + individual)}`;
const referral = (more: object = {}) => ({
  client: { familyName: 'Tulokas', givenNames: 'Koe', ...more },
  service: 'open-work' as const,
  source: 'own-contact' as const,
  kind: 'own-contact' as const,
  receivedOn: '2021-06-16',
});
const again = { service: 'open-work', source: 'school', kind: 'referral', receivedOn: '2021-06-10' } as const;

describe('a birthday and what came after it', () => {
  test('a referral does not come before birth, whether the day or the code tells it', async () => {
    expect(await world.refusal(receiveReferral, referral({ birthOn: '2021-06-17' }), official)).toBe(
      'received-before-birth',
    );
    const born = referral({ identityCode: `170621A901${checkCharacter('170621901')}` });
    expect(await world.refusal(receiveReferral, born, official)).toBe('received-before-birth');
    const { clientId } = await world.refer({ birthOn: null, receivedOn: '2021-06-01' });
    const change = { clientId, birthOn: '2021-06-05' };
    expect(await world.refusal(changeClient, change, official)).toBe('born-after-facts');
    await world.perform(changeClient, { clientId, birthOn: '2021-06-01' }, official);
  });

  test('a birthday and a code that differ are refused whichever is told first, at receipt and afterwards', async () => {
    const own = code('020390', '901');
    const differing = referral({ birthOn: '1990-03-03', identityCode: own });
    expect(await world.refusal(receiveReferral, differing, official)).toBe('birthday-differs');
    const { clientId } = await world.refer({ birthOn: '1990-03-02' });
    expect(await world.refusal(changeClient, { clientId, identityCode: code('030390', '902') }, official)).toBe(
      'birthday-differs',
    );
    await world.perform(changeClient, { clientId, identityCode: own }, official);
    expect(await world.refusal(changeClient, { clientId, birthOn: '1990-03-04' }, official)).toBe('birthday-differs');
    expect(await world.refusal(changeClient, { clientId, birthOn: '2030-01-01' }, official)).toBe('birthday-differs');
  });

  test('a code given later tells the birthday that was missing', async () => {
    const { clientId } = await world.refer({ birthOn: null });
    await world.perform(changeClient, { clientId, identityCode: code('040490', '903') }, official);
    expect((await world.perform(client, { clientId }, official)).client.birthOn).toBe('1990-04-04');
  });

  test('a birthday that is emptied stays what the code tells, and is gone without a code', async () => {
    const { clientId } = await world.refer({ birthOn: null });
    const birthday = async () => (await world.perform(client, { clientId }, official)).client.birthOn;
    await world.perform(changeClient, { clientId, identityCode: code('040490', '904') }, official);
    await world.perform(changeClient, { clientId, birthOn: null }, official);
    expect(await birthday()).toBe('1990-04-04');
    await world.perform(changeClient, { clientId, identityCode: null, birthOn: null }, official);
    expect(await birthday()).toBeNull();
  });
});

test.each([
  ['en dash', (text: string) => text.replace('-', '–')],
  ['minus', (text: string) => text.replace('-', '−')],
  ['non-breaking hyphen', (text: string) => text.replace('-', '‑')],
  ['full-width hyphen', (text: string) => text.replace('-', '－')],
  ['spaces around the dash', (text: string) => text.replace('-', ' - ')],
  ['non-breaking spaces', (text: string) => `\u00a0${text}\u202f`],
  ['zero-width signs', (text: string) => `\u200b${text.slice(0, 3)}\u2060${text.slice(3)}\ufeff`],
  ['soft hyphen', (text: string) => `${text.slice(0, 6)}\u00ad${text.slice(6)}`],
  ['line break', (text: string) => `${text}\r\n`],
  ['small letters', (text: string) => text.toLowerCase()],
])('an identity code pasted with %s is read', (_, paste) => {
  const own = code('020190', '977');
  expect(parseIdentityCode(paste(own))).toMatchObject({ ok: true, code: own });
});

test('a code pasted with signs that nobody sees is received', async () => {
  const pasted = `\u200b${code('050590', '904')}\ufeff`;
  const { clientId } = await world.perform(receiveReferral, referral({ identityCode: pasted }), official);
  expect((await world.perform(client, { clientId }, official)).client.birthOn).toBe('1990-05-05');
});

describe('a matter', () => {
  test('is not withdrawn in the future, nor twice', async () => {
    const of = await world.refer();
    expect(await world.refusal(withdrawReferral, { ...of, on: '2099-01-01' }, official)).toBe('withdrawn-in-future');
    await world.perform(withdrawReferral, { ...of, on: '2021-06-17' }, official);
    expect(await world.refusal(withdrawReferral, { ...of, on: '2021-06-16' }, official)).toBe('already-withdrawn');
  });

  test('of one service is pending once, however many receive it at once', async () => {
    const { clientId, referralId } = await world.refer();
    await world.perform(withdrawReferral, { clientId, referralId, on: '2021-06-01' }, official);
    const both = await Promise.allSettled(
      ['a', 'b', 'c'].map((need) => world.perform(receiveReferralOfClient, { clientId, ...again, need }, official)),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { referrals: all } = await world.perform(referrals, { clientId }, official);
    expect(all.filter(({ state }) => state === 'pending')).toHaveLength(1);
  });

  test('is decided or withdrawn, not both, also at once', async () => {
    for (let n = 0; n < 4; n++) {
      const of = await world.refer({ receivedOn: '2021-06-01' });
      const { provisions } = await world.perform(decisionFrame, of, official);
      const decision = {
        ...of,
        outcome: 'grant' as const,
        decidedOn: '2021-06-17',
        during: { from: '2021-06-18', to: null },
        reasons: 'Vastaa tarvetta.',
        provisions: provisions.map(({ id }) => id),
      };
      const both = await Promise.allSettled([
        world.perform(decide, decision, official),
        world.perform(withdrawReferral, { ...of, on: '2021-06-17' }, official),
      ]);
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });
});

describe('a break', () => {
  test('lies over no marked day, and one entered by mistake is taken away', async () => {
    const { clientId, placementId } = part;
    const { relationships } = await world.perform(relationshipsOf, { clientId }, official);
    const relationshipId = relationships[0]?.id ?? '';
    const pause = { clientId, relationshipId, reason: 'loma' };
    const mark = { placementId, on: '2021-06-14', kind: 'present' as const };
    await world.perform(markAttendance, { marks: [mark] }, 'pori-instructor');
    const over = { ...pause, during: { from: '2021-06-10', to: '2021-06-20' } };
    expect(await world.refusal(agreeBreak, over, official)).toBe('days-marked');
    const { pauseId } = await world.perform(
      agreeBreak,
      { ...pause, during: { from: '2021-06-10', to: '2021-06-14' } },
      official,
    );
    // Nor does the return move over a marked day.
    expect(await world.refusal(endBreak, { clientId, pauseId, on: '2021-06-15' }, official)).toBe('days-marked');
    expect(await world.refusal(endBreak, { clientId, pauseId, on: '2021-06-09' }, official)).toBe('ends-before-begins');
    await world.perform(endBreak, { clientId, pauseId, on: '2021-06-10' }, official);
    const after = await world.perform(relationshipsOf, { clientId }, official);
    expect(after.relationships[0]?.pauses).toEqual([]);
  });
});

test('nobody uses a day of holiday on a day on which the service is closed', async () => {
  for (const on of ['2021-05-13', '2021-06-25', '2021-12-24']) {
    const marks = [{ placementId: part.placementId, on, kind: 'holiday' as const }];
    expect(await world.refusal(markAttendance, { marks }, 'pori-instructor')).toBe('closed-day');
  }
});

test('a review entered late takes its place by its own day, and makes nothing overdue', async () => {
  const { clientId } = part;
  const { planId } = await world.perform(
    makePlan,
    {
      clientId,
      service: 'work-activity',
      kind: 'service',
      madeOn: '2020-01-10',
      during: { from: '2020-01-10', to: null },
      reviewOn: '2020-06-10',
      goals: ['Jaksaa viikon'],
    },
    official,
  );
  const review = (reviewedOn: string, nextOn: string | null) =>
    world.perform(reviewPlan, { clientId, planId, reviewedOn, nextOn }, official);
  await review('2021-05-10', '2022-05-10');
  await review('2020-06-10', '2021-05-10');
  await review('2020-11-10', null);
  const { plans } = await world.perform(plansOf, { clientId }, official);
  expect(plans[0]).toMatchObject({ reviewOn: '2022-05-10', reviewDue: false });
  expect(plans[0]?.reviews.map(({ reviewedOn }) => reviewedOn)).toEqual(['2021-05-10', '2020-11-10', '2020-06-10']);
});

describe('history', () => {
  const kinds = ['sick', 'child-sick', 'job-interview', 'other-accepted', 'unexcused', 'service-closed'] as const;
  const versions = async (on: string) =>
    (
      await world.perform(
        markVersions,
        { clientId: part.clientId, placementId: part.placementId, on },
        'pori-instructor',
      )
    ).versions;

  test('keeps each of six corrections made at once, one after the other', async () => {
    const on = '2021-06-15';
    const marks = (reason: (typeof kinds)[number]) => [
      { placementId: part.placementId, on, kind: 'absent' as const, reason },
    ];
    await world.perform(
      markAttendance,
      { marks: [{ placementId: part.placementId, on, kind: 'present' }] },
      'pori-instructor',
    );
    // Each looks again when somebody else was before, and insists.
    const insist = async (reason: (typeof kinds)[number], seen = 'present::'): Promise<void> => {
      const sent = { marks: marks(reason).map((mark) => ({ ...mark, seen })) };
      const failure = await world.perform(markAttendance, sent, 'pori-instructor').then(
        () => null,
        (error: unknown) => error,
      );
      if (failure === null) return;
      if (!(failure instanceof ProblemError) || codeOf(failure.problem) !== 'changed-meanwhile') throw failure;
      await insist(reason, String(failure.problem.version));
    };
    await Promise.all(kinds.map((reason) => insist(reason)));
    const saved = await versions(on);
    expect(saved).toHaveLength(7);
    expect(new Set(saved.flatMap(({ reason }) => reason ?? []))).toEqual(new Set(kinds));
    for (const [n, version] of saved.entries()) expect(version.knownUntil).toBe(saved[n + 1]?.knownFrom ?? null);
  });

  test('keeps what was known also when the clock steps back', async () => {
    const on = '2021-06-16';
    const at = async (instant: string, reason: (typeof kinds)[number]) => {
      const house = { ...world.house(), clock: fixedClock(day('2021-06-17'), instant) };
      const [last] = (await versions(on)).slice(-1);
      const seen = last?.kind ? markVersion({ ...last, kind: last.kind }) : null;
      const marks = [{ placementId: part.placementId, on, kind: 'absent', reason, seen }];
      await perform(house, markAttendance, { marks }, { who: world.who('pori-instructor'), language: 'fi' });
    };
    await at('2021-06-17T10:00:00Z', 'sick');
    await at('2021-06-17T09:00:00Z', 'child-sick');
    await at('2021-06-17T09:30:00Z', 'unexcused');
    expect((await versions(on)).map(({ reason }) => reason)).toEqual(['sick', 'child-sick', 'unexcused']);
  });
});

test('the database computes the fingerprint of an agreement as the room does', async () => {
  for (const [tasks, hours] of [
    ['hyllytys, kärryt', 'ma klo 9.00–13.00'],
    ['"lainaus" \\ kenoviiva\nrivi\ttabulaattori', 'ti'],
    ['\u0001\u001f\u007f 😀 é', ' '],
  ] as const) {
    const content = { tasks, hours, during: { from: day('2021-06-17'), to: day('2022-06-17') } };
    const { rows } = await sql<{ hash: string }>`
      select app_agreement_hash(${tasks}, ${hours}, daterange('2021-06-17', '2022-06-17')) as hash`.execute(db.owner);
    expect(rows[0]?.hash).toBe(agreementHash(content));
  }
});

test('a day that is a slip in the year is told at its field, wherever one is taken', async () => {
  const far = '2121-06-17';
  const { clientId, relationshipId } = await waysIn(world).atWork();
  const plan = {
    ...{ clientId, service: 'open-work', kind: 'service', madeOn: '2021-06-10', goals: ['Jaksaa'] },
    ...{ during: { from: '2021-06-10', to: null }, reviewOn: '2021-11-01' },
  } as const;
  const slips: readonly (readonly [AnyAct, object, string])[] = [
    [planVisit, { clientId, relationshipId, kind: 'meeting', dueOn: far }, 'dueOn'],
    [makePlan, { ...plan, reviewOn: far }, 'reviewOn'],
    [makePlan, { ...plan, during: { from: '2021-06-10', to: far } }, 'during.to'],
    [recordReason, { clientId, reason: 'mental-health', from: far, seen: null }, 'from'],
    [
      nameRepresentative,
      { clientId, name: 'Salo Maija', kind: 'relative', during: { from: far, to: null } },
      'during.from',
    ],
  ];
  for (const [act, input, field] of slips)
    expect([
      act.name,
      await world.problem(act, input as never, act === planVisit ? 'pori-coach' : official),
    ]).toMatchObject([act.name, { type: '/problems/far-ahead', errors: [{ field }] }]);
  const back = '1921-06-17';
  const admin = 'pori-administrator';
  const unit = { name: 'Vanha talo', kind: 'office', municipalityCode: '609', street: null, providerId: null } as const;
  const post = { role: 'planner', unitId: null, fullTimeShare: 1, hoursAWeek: null, agreedCaseload: null } as const;
  const since = { from: back, to: null };
  const slipsBack: readonly (readonly [AnyAct, object, string, WorkerName])[] = [
    [addUnit, { ...unit, during: since }, 'during.from', admin],
    [givePost, { ...post, team: null, workerId: world.workerId('pori-coach'), during: since }, 'during.from', admin],
  ];
  for (const [act, input, field, by] of slipsBack)
    expect([act.name, await world.problem(act, input as never, by)]).toMatchObject([
      act.name,
      { type: '/problems/far-back', errors: [{ field }] },
    ]);
  // What lasts may last long.
  const custodian = { name: 'Salo Maija', kind: 'relative', during: { from: '2021-06-17', to: '2061-06-17' } } as const;
  await world.perform(nameRepresentative, { clientId, ...custodian }, official);
});

test('one representative is recorded once for the same days, named or changed to be so, in any letters and order', async () => {
  const { clientId } = await world.refer({ familyName: 'Edustettu' });
  const one = {
    clientId,
    name: 'Mäki-Salo Maija',
    kind: 'relative',
    during: { from: '2021-01-01', to: null },
  } as const;
  const of = async () => (await world.perform(client, { clientId }, official)).representatives;
  await world.perform(nameRepresentative, one, official);
  for (const name of ['MAKI SALO MAIJA', 'Maija Mäki-Salo', 'Mäki-Salo, Maija'])
    expect(await world.refusal(nameRepresentative, { ...one, name }, official)).toBe('represented-already');
  const other = { ...one, name: 'Toinen Teija' };
  await world.perform(nameRepresentative, other, official);
  const representativeId = (await of()).find(({ name }) => name === other.name)?.id ?? '';
  const change = { ...other, representativeId, name: 'Maija Mäki-Salo' };
  expect(await world.refusal(changeRepresentative, change, official)).toBe('represented-already');
  // Before or after the other's days it may be the same person.
  await world.perform(changeRepresentative, { ...change, during: { from: '2020-01-01', to: '2021-01-01' } }, official);
  expect(await world.refusal(changeRepresentative, change, official)).toBe('represented-already');
});
