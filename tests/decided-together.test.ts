import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeClient } from '../src/casework/client/acts.ts';
import {
  annulDecision,
  correctDecision,
  decide,
  decisionFrame,
  decisionLetter,
  decisionsOf,
  prepareDecision,
  presentDecision,
  previewDecision,
  returnProposal,
  serveDecision,
  takeBackService,
} from '../src/casework/decision/acts.ts';
import { place } from '../src/casework/placement/acts.ts';
import { receiveRequest, standings } from '../src/casework/rectification/acts.ts';
import { receiveReferralOfClient } from '../src/casework/referral/acts.ts';
import { startRelationship } from '../src/casework/relationship/acts.ts';
import { day } from '../src/kernel/day.ts';
import type { Service } from '../src/kernel/service.ts';
import { decisionRegister } from '../src/screens/register/board.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { readPaper } from './paper.ts';
import { makeWorld, type NewReferral, unheard, type World } from './world.ts';

// Several matters of one client that are decided in one go: one letter, one number, one day, and each service by itself.

let db: FreshDatabase;
let world: World;
const official = 'pori-social-worker';
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

/** A client with two matters that wait for a decision: open work and day activity, unless said. */
async function twoMatters(details: NewReferral = {}, other: Service = 'day-activity') {
  const first = await world.refer(details);
  const { clientId } = first;
  const came = { clientId, source: 'own-contact', kind: 'own-contact', receivedOn: '2021-05-10' } as const;
  const second = await world.perform(receiveReferralOfClient, { ...came, service: other }, official);
  const provisionsOf = async (referralId: string) =>
    (await world.perform(decisionFrame, { clientId, referralId }, official)).provisions.map(({ id }) => id);
  const grant = {
    clientId,
    referralId: first.referralId,
    outcome: 'grant' as const,
    decidedOn: '2021-06-17',
    during: { from: '2021-08-01', to: '2022-07-31' },
    reasons: 'Avotyö vastaa tarvetta.',
    provisions: await provisionsOf(first.referralId),
  };
  const denial = {
    clientId,
    referralId: second.referralId,
    outcome: 'deny' as const,
    reasons: 'Päivätoiminta ei vastaa tarvetta.',
    unheard,
    provisions: await provisionsOf(second.referralId),
  };
  return { clientId, grant, denial, of: [first.referralId, second.referralId] as const };
}

/** What is prepared of the other matter, as the page of the first one shows it. */
async function preparedWith(clientId: string, referralId: string) {
  const { others } = await world.perform(decisionFrame, { clientId, referralId }, official);
  return others.flatMap(({ referralId: other, prepared }) =>
    prepared ? [{ referralId: other, seen: prepared.version }] : [],
  );
}

async function decidedTogether(details: NewReferral = {}, other: Service = 'day-activity') {
  const { clientId, grant, denial, of } = await twoMatters(details, other);
  await world.perform(prepareDecision, denial, official);
  await world.perform(decide, { ...grant, also: await preparedWith(clientId, of[0]) }, official);
  const { decisions } = await world.perform(decisionsOf, { clientId }, official);
  const [granted, denied] = of.map((referralId) => decisions.find((one) => one.referralId === referralId));
  if (!granted || !denied) throw new Error('Both were decided');
  return { clientId, granted, denied };
}

const letterOf = async (clientId: string, decisionId: string, by: Parameters<typeof world.perform>[2] = official) =>
  (await world.perform(decisionLetter, { clientId, decisionId }, by)).bytes;

describe('several services in one decision', () => {
  test('have one number, one day and one letter, and each its own outcome, days, reasons and provisions', async () => {
    const { clientId, granted, denied } = await decidedTogether({ familyName: 'Yhdessä' });
    expect(granted.number).toBe(denied.number);
    expect(granted).toMatchObject({ outcome: 'grant', decidedOn: '2021-06-17', service: 'open-work' });
    expect(granted.together).toMatchObject([{ id: denied.id, service: 'day-activity', annulled: false }]);
    expect(denied).toMatchObject({ outcome: 'deny', decidedOn: '2021-06-17', holds: null, unheard });
    const [one, other] = [await letterOf(clientId, granted.id), await letterOf(clientId, denied.id)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    const { text } = await readPaper(one);
    expect(text).toContain('Päätös: avotyö ja päivätoiminta');
    expect(text).toContain(`Päätöksen numero ${granted.number}`);
    expect(text).toMatch(
      /Sinulle myönnetään avotyötä\..*Avotyö vastaa tarvetta\..*Sinulle ei myönnetä päivätoimintaa\./,
    );
    const { rows } = await world.perform(decisionRegister, { name: 'Yhdessä' }, official);
    expect(rows.map(({ number, service }) => `${number} ${service}`).toSorted()).toEqual(
      [granted, denied].map(({ number, service }) => `${number} ${service}`).toSorted(),
    );
  });

  test('give the next decision the next number', async () => {
    const { granted } = await decidedTogether();
    const next = await decidedTogether();
    const no = ({ number }: { number: string }) => Number(number.split('/')[0]);
    expect(no(next.granted)).toBe(no(granted) + 1);
  });

  test('are shown before they are decided, as they will be printed', async () => {
    const { clientId, grant, denial, of } = await twoMatters();
    await world.perform(prepareDecision, denial, official);
    const also = await preparedWith(clientId, of[0]);
    const preview = await world.perform(previewDecision, { ...grant, also }, official);
    expect(preview.title).toBe('Päätös: avotyö ja päivätoiminta');
    expect(preview.blocks.filter(({ as }) => as === 'outcome').map(({ text }) => text)).toEqual([
      'Sinulle myönnetään avotyötä.',
      'Sinulle ei myönnetä päivätoimintaa.',
    ]);
    expect((await world.perform(decisionsOf, { clientId }, official)).decisions).toEqual([]);
  });

  test('are decided only as they were seen prepared: not what is unprepared, changed since, sent back or named twice', async () => {
    const { clientId, grant, denial, of } = await twoMatters();
    const other = { referralId: of[1], seen: 'nothing' };
    expect(await world.refusal(decide, { ...grant, also: [other] }, official)).toBe('not-prepared');
    await world.perform(prepareDecision, denial, official);
    const also = await preparedWith(clientId, of[0]);
    await world.perform(prepareDecision, { ...denial, reasons: 'Toinen syy.' }, official);
    const problem = await world.problem(decide, { ...grant, also }, official);
    expect(problem).toMatchObject({ type: '/problems/not-prepared', errors: [{ field: 'also.0' }] });
    const now = await preparedWith(clientId, of[0]);
    expect(await world.refusal(decide, { ...grant, also: [...now, ...now] }, official)).toBe('not-prepared');
    await world.perform(returnProposal, { clientId, referralId: of[1], because: 'Kesken' }, official);
    expect(await world.refusal(decide, { ...grant, also: now }, official)).toBe('not-prepared');
    expect((await world.perform(decisionsOf, { clientId }, official)).decisions).toEqual([]);
  });

  test('are each held to the law, and what is wrong with one is told at its choice; then none is decided', async () => {
    const { clientId, grant, denial, of } = await twoMatters();
    await world.perform(prepareDecision, denial, official);
    const also = await preparedWith(clientId, of[0]);
    // By now the client reads easy language: the denial owes its reasons in plain words.
    await world.perform(changeClient, { clientId, easyLanguage: true }, official);
    const problem = await world.problem(decide, { ...grant, also }, official);
    expect(problem).toMatchObject({ type: '/problems/easy-reasons-missing', errors: [{ field: 'also.0' }] });
    expect((await world.perform(decisionsOf, { clientId }, official)).decisions).toEqual([]);
  });

  test('name whoever presented each, and cannot be prepared by whoever may not decide', async () => {
    const { clientId, grant, denial, of } = await twoMatters();
    expect(await world.refusal(prepareDecision, denial, 'pori-coach')).toBe('may-not-decide');
    const deciderId = world.workerId(official);
    await world.perform(presentDecision, { ...denial, deciderId }, 'pori-coach');
    await world.perform(decide, { ...grant, also: await preparedWith(clientId, of[0]) }, official);
    const { decisions } = await world.perform(decisionsOf, { clientId }, official);
    expect(decisions.find(({ outcome }) => outcome === 'deny')?.presentedBy).toBe('Laine Tiina');
    const { text } = await readPaper(await letterOf(clientId, decisions[0]?.id ?? ''));
    expect(text).toMatch(/Esittelijä Tiina Laine,.*Päätöksen tekijä Päivi Sjöblom/);
  });

  test('keep one number and one letter for one client, day and decider in the database too', async () => {
    const { granted } = await decidedTogether();
    const { granted: other } = await decidedTogether();
    await expect(
      sql`update decision_decision set together_id = (select together_id from decision_decision where id = ${granted.id})
        where id = ${other.id}`.execute(db.owner),
    ).rejects.toThrow(/decision_is_together|one letter is of one client/);
  });
});

describe('the letter of several services', () => {
  test('is given once, and that is taken back once', async () => {
    const { clientId, granted, denied } = await decidedTogether();
    await world.perform(
      serveDecision,
      { clientId, decisionId: denied.id, way: 'post', sentOn: '2021-06-17' },
      official,
    );
    const now = async () => (await world.perform(decisionsOf, { clientId }, official)).decisions;
    expect((await now()).map(({ servedOn, notices }) => [servedOn, notices.length])).toEqual([
      ['2021-06-24', 1],
      ['2021-06-24', 1],
    ]);
    expect(
      await world.refusal(
        serveDecision,
        { clientId, decisionId: granted.id, way: 'post', sentOn: '2021-06-17' },
        official,
      ),
    ).toBe('already-served');
    await world.perform(takeBackService, { clientId, decisionId: granted.id, why: 'Väärä päivä' }, official);
    expect((await now()).map(({ servedOn, notices }) => [servedOn, notices.length])).toEqual([
      [null, 0],
      [null, 0],
    ]);
  });

  test('has a new version for all when a slip is mended in one, and the one before stays as it was', async () => {
    const { clientId, granted, denied } = await decidedTogether();
    const before = await letterOf(clientId, denied.id);
    const { during, lastDay, place } = granted;
    const mended = { during, lastDay, place, reasons: 'Avotyö Satametallissa vastaa tarvetta.' };
    await world.perform(
      correctDecision,
      { clientId, decisionId: granted.id, because: 'Paikka puuttui', ...mended },
      official,
    );
    const [one, other] = [await letterOf(clientId, granted.id), await letterOf(clientId, denied.id)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    const { text } = await readPaper(one);
    expect(text).toMatch(/Avotyö Satametallissa vastaa tarvetta\..*Päivätoiminta ei vastaa tarvetta\./);
    expect(text.split('Mitä korjattiin: Paikka puuttui')).toHaveLength(2);
    const first = await world.perform(decisionLetter, { clientId, decisionId: granted.id, version: 1 }, official);
    expect(Buffer.from(first.bytes).equals(Buffer.from(before))).toBe(true);
    const { decisions } = await world.perform(decisionsOf, { clientId }, official);
    expect(decisions.map(({ outcome, version, correctedOn }) => [outcome, version, correctedOn])).toEqual(
      expect.arrayContaining([
        ['grant', 2, '2021-06-17'],
        ['deny', 2, null],
      ]),
    );
  });

  test('is annulled as a whole, or in one of its services, whose matter is decided anew under a number of its own', async () => {
    const wrong = { ground: 'client-agrees' as const, because: 'Väärä laki' };
    const { clientId, granted, denied } = await decidedTogether();
    await world.perform(annulDecision, { clientId, decisionId: denied.id, ...wrong }, official);
    const now = async (id: string) =>
      (await world.perform(decisionsOf, { clientId }, official)).decisions.filter(({ together }) =>
        together.some((one) => one.id === id),
      );
    expect((await now(denied.id))[0]).toMatchObject({ id: granted.id, annulledOn: null });
    const frame = await world.perform(decisionFrame, { clientId, referralId: denied.referralId }, official);
    const anew = await world.perform(
      decide,
      {
        clientId,
        referralId: denied.referralId,
        outcome: 'deny',
        decidedOn: '2021-06-17',
        reasons: 'Uusi syy.',
        unheard,
        provisions: frame.provisions.map(({ id }) => id),
      },
      official,
    );
    const { decisions } = await world.perform(decisionsOf, { clientId }, official);
    const second = decisions.find(({ id }) => id === anew.decisionId);
    expect(second?.number).not.toBe(granted.number);
    expect(second?.together).toEqual([]);

    const whole = await decidedTogether();
    await world.perform(
      annulDecision,
      { clientId: whole.clientId, decisionId: whole.denied.id, ...wrong, whole: true },
      official,
    );
    const left = await world.perform(decisionsOf, { clientId: whole.clientId }, official);
    expect(left.decisions.map(({ annulledOn }) => annulledOn)).toEqual(['2021-06-17', '2021-06-17']);
  });

  test('is asked to be rectified in one of its services or in several, each handled by itself', async () => {
    const { clientId, granted, denied } = await decidedTogether();
    await world.perform(
      serveDecision,
      { clientId, decisionId: denied.id, way: 'in-person', sentOn: '2021-06-17' },
      official,
    );
    const ask = { clientId, decisionId: denied.id, receivedOn: '2021-06-17', demands: 'Päivätoimintaa.' };
    const stranger = await decidedTogether();
    expect(await world.refusal(receiveRequest, { ...ask, alsoIds: [stranger.granted.id] }, official)).toBe(
      'no-such-decision',
    );
    await world.perform(receiveRequest, ask, official);
    const standing = async () =>
      new Map(
        (await world.perform(standings, { clientId }, official)).standings.map((one) => [one.decisionId, one.stand]),
      );
    expect([...(await standing())].toSorted()).toEqual(
      [
        [granted.id, 'open'],
        [denied.id, 'requested'],
      ].toSorted(),
    );
    expect(await world.refusal(takeBackService, { clientId, decisionId: granted.id, why: 'Ei' }, official)).toBe(
      'request-stands-on-it',
    );
    expect(
      await world.refusal(receiveRequest, { ...ask, decisionId: granted.id, alsoIds: [denied.id] }, official),
    ).toBe('requested-already');
    const both = await decidedTogether();
    await world.perform(
      receiveRequest,
      { ...ask, clientId: both.clientId, decisionId: both.granted.id, alsoIds: [both.denied.id] },
      official,
    );
    const after = await world.perform(standings, { clientId: both.clientId }, official);
    expect(after.standings.map(({ stand }) => stand)).toEqual(['requested', 'requested']);
  });

  test('tells whoever may read of one of the services of that one alone', async () => {
    const { clientId, granted } = await decidedTogether({ service: 'work-activity' }, 'supported-employment');
    const offeringId = world.pori.offerings['work-activity'] ?? '';
    const begin = { clientId, decisionId: granted.id, offeringId, from: '2021-08-01', workerId: null };
    const on = day('2021-08-01');
    const { relationshipId } = await world.perform(startRelationship, begin, official, on);
    const groupId = world.pori.groups['work-activity'] ?? '';
    const slots = [{ weekday: 3 as const, half: 'am' as const }];
    await world.perform(
      place,
      { clientId, relationshipId, groupId, workplaceId: null, slots, from: '2021-08-01' },
      official,
      on,
    );
    const whole = await readPaper(await letterOf(clientId, granted.id));
    expect(whole.text).toContain('tuettua työtä');
    const paper = { clientId, decisionId: granted.id };
    const { bytes } = await world.perform(decisionLetter, paper, 'pori-instructor', on);
    const { text } = await readPaper(bytes);
    expect(text).toContain('Ote: vain tätä palvelua koskeva osa');
    expect(text).toContain('Sinulle myönnetään työtoimintaa.');
    expect(text).not.toMatch(/tuet|Päivätoiminta ei/iu);
  });
});
