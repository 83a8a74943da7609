import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { makeWorld, unheard, type World } from '../../../tests/world.ts';
import { day } from '../../kernel/day.ts';
import { matterPage } from '../../screens/matter/board.ts';
import { correctionsOf, nameRepresentative } from '../client/acts.ts';
import {
  annulDecision,
  correctService,
  decide,
  decisionFrame,
  decisionsOf,
  serveDecision,
  takeBackService,
} from '../decision/acts.ts';
import {
  correctRequest,
  decideRequest,
  receiveRequest,
  recordAppeal,
  recordCourt,
  serveRequest,
  standings,
  takeBackRequestStep,
} from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const by = 'pori-social-worker';

/** A denial of 1.6.2021, handed over on that day: rectification until 1.7. */
async function denied() {
  const { clientId, referralId } = await world.refer();
  const on = day('2021-06-01');
  const denial = {
    clientId,
    referralId,
    outcome: 'deny' as const,
    decidedOn: on,
    reasons: 'Tarvetta ei ole.',
    unheard,
    provisions: ['1301/2014:36'],
  };
  const { decisionId } = await world.perform(decide, denial, by, on);
  await world.perform(serveDecision, { clientId, decisionId, way: 'in-person', sentOn: on }, by, on);
  return { clientId, decisionId };
}

const standOf = async (clientId: string, on?: string) =>
  (await world.perform(standings, { clientId }, by, on ? day(on) : undefined)).standings[0];

describe('a request that the body granted, or whose decision was annulled', () => {
  const changedByBody = async () => {
    const whose = await denied();
    const request = { ...whose, receivedOn: '2021-06-16', demands: 'Palvelu on myönnettävä.' };
    const { requestId } = await world.perform(receiveRequest, request, by);
    const outcome = { clientId: whose.clientId, requestId, outcome: 'changed' as const, decidedOn: '2021-06-17' };
    await world.perform(decideRequest, { ...outcome, reasons: 'Tarve on.' }, by);
    return { ...whose, requestId };
  };

  test('is carried out: the denial that was changed asks to be decided anew, until it is', async () => {
    const { clientId, decisionId } = await changedByBody();
    expect(await standOf(clientId)).toMatchObject({ stand: 'to-serve', toDecideAnew: true, annulledOn: null });
    const { decisions } = await world.perform(decisionsOf, { clientId }, by);
    const referralId = decisions[0]?.referralId ?? '';
    const page = () => world.perform(matterPage, { clientId, referralId }, by);
    expect((await page()).acts).toContain('decide-anew');
    const because = 'Lautakunta muutti päätöstä.';
    await world.perform(annulDecision, { clientId, decisionId, ground: 'for-client', because }, by);
    const annulled = await page();
    expect(annulled.acts).not.toContain('decide-anew');
    expect(annulled.acts).toEqual(['plan']);
    const { provisions } = await world.perform(decisionFrame, { clientId, referralId }, by);
    const during = { from: '2021-06-17', to: null };
    const grant = { clientId, referralId, outcome: 'grant' as const, decidedOn: '2021-06-17', during };
    await world.perform(decide, { ...grant, reasons: because, provisions: provisions.map(({ id }) => id) }, by);
    // What the body decided is still served, though the decision that it changed is no more.
    const { standings: all } = await world.perform(standings, { clientId }, by);
    expect(all.find((one) => one.decisionId === decisionId)).toMatchObject({
      annulledOn: '2021-06-17',
      toDecideAnew: false,
      stand: 'to-serve',
    });
  });

  test('of a decision that was annulled meanwhile is recorded as well: the request is not lost', async () => {
    const { clientId, decisionId } = await denied();
    const request = { clientId, decisionId, receivedOn: '2021-06-16', demands: 'Palvelu on myönnettävä.' };
    const { requestId } = await world.perform(receiveRequest, request, by);
    await world.perform(annulDecision, { clientId, decisionId, ground: 'for-client', because: 'Väärä tieto.' }, by);
    const [standing] = (await world.perform(standings, { clientId }, by)).standings;
    expect(standing).toMatchObject({ decisionId, annulledOn: '2021-06-17', stand: 'requested' });
    const lapsed = { clientId, requestId, outcome: 'not-examined' as const, decidedOn: '2021-06-17' };
    await world.perform(decideRequest, { ...lapsed, reasons: 'Raukesi.' }, by);
  });
});

describe('a denial that is not accepted', () => {
  test('goes through the body and the court to the force of law', async () => {
    const { clientId, decisionId } = await denied();
    expect(await standOf(clientId)).toMatchObject({ stand: 'open', on: '2021-07-01', requests: [] });
    const request = { clientId, decisionId, receivedOn: '2021-06-16', demands: 'Palvelu on myönnettävä.' };
    expect(await world.refusal(receiveRequest, { ...request, receivedOn: '2021-06-18' }, by)).toBe('in-future');
    expect(await world.refusal(receiveRequest, { ...request, receivedOn: '2021-05-31' }, by)).toBe('before-decision');
    const { requestId, late } = await world.perform(receiveRequest, request, by);
    expect(late).toBe(false);
    expect(await world.refusal(receiveRequest, request, by)).toBe('requested-already');
    expect(await standOf(clientId)).toMatchObject({
      stand: 'requested',
      requests: [{ body: 'Perusturvalautakunta', late: false }],
    });
    const of = { clientId, requestId };
    const serve = { ...of, way: 'in-person' as const, sentOn: '2021-06-17' };
    expect(await world.refusal(serveRequest, serve, by)).toBe('not-the-next-step');
    const outcome = { ...of, outcome: 'upheld' as const, decidedOn: '2021-06-17', reasons: 'Ei uutta selvitystä.' };
    expect(await world.refusal(decideRequest, { ...outcome, decidedOn: '2021-06-15' }, by)).toBe('before-last-step');
    await world.perform(decideRequest, outcome, by);
    expect(await standOf(clientId)).toMatchObject({ stand: 'to-serve' });
    await world.perform(serveRequest, serve, by);
    // 30 days end on Saturday 17.7.2021.
    expect(await standOf(clientId)).toMatchObject({ stand: 'appealable', on: '2021-07-19' });
    expect(await standOf(clientId, '2021-07-20')).toMatchObject({ stand: 'final', on: '2021-07-20' });
    await world.perform(recordAppeal, { ...of, appealedOn: '2021-07-01' }, by, day('2021-07-02'));
    expect(await standOf(clientId, '2021-07-20')).toMatchObject({ stand: 'appealed' });
    const court = { ...of, outcome: 'dismissed' as const, decidedOn: '2021-12-01' };
    await world.perform(recordCourt, court, by, day('2021-12-02'));
    expect(await standOf(clientId, '2021-12-03')).toMatchObject({ stand: 'final', on: '2021-12-01' });
    expect(await world.refusal(recordCourt, court, by, day('2021-12-03'))).toBe('not-the-next-step');
  });

  test('late is received, and not examined', async () => {
    const { clientId, decisionId } = await denied();
    const on = day('2021-07-05');
    const request = { clientId, decisionId, receivedOn: '2021-07-02', demands: 'Palvelu on myönnettävä.' };
    const { requestId, late } = await world.perform(receiveRequest, request, by, on);
    expect(late).toBe(true);
    const outcome = { clientId, requestId, outcome: 'changed' as const, decidedOn: '2021-07-05', reasons: 'Myöhässä.' };
    expect(await world.refusal(decideRequest, outcome, by, on)).toBe('came-late');
    await world.perform(decideRequest, { ...outcome, outcome: 'not-examined' }, by, on);
  });

  test('is recorded by those who handle the matter, and read by who works with the client', async () => {
    const { clientId, decisionId } = await denied();
    const request = { clientId, decisionId, receivedOn: '2021-06-16', demands: 'Palvelu on myönnettävä.' };
    for (const [who, code] of [
      ['pori-finance', 'not-found'],
      ['rauma-coach', 'not-found'],
      ['pori-manager', 'not-found'],
    ] as const) {
      expect(await world.refusal(receiveRequest, request, who)).toBe(code);
      expect(await world.refusal(standings, { clientId }, who)).toBe(code);
    }
    const nowhere = { clientId, requestId: '0190a3c5-0000-7000-8000-000000000000', appealedOn: '2021-06-16' };
    expect(await world.refusal(recordAppeal, nowhere, by)).toBe('no-such-request');
  });
});

describe('what the body decided', () => {
  test('is served on the client and on whoever acts for the client in personal matters', async () => {
    const { clientId, decisionId } = await denied();
    const where = { street: 'Kotikatu 3', postalCode: '28100', postOffice: 'Pori', phone: null, email: null };
    const guardian = { clientId, kind: 'guardian' as const, during: { from: '2021-06-01', to: null }, ...where };
    await world.perform(nameRepresentative, { ...guardian, name: 'Huoltaja Hanna', covers: ['personal'] }, by);
    await world.perform(nameRepresentative, { ...guardian, name: 'Rahanhoitaja Raimo', covers: ['financial'] }, by);
    const request = { clientId, decisionId, receivedOn: '2021-06-16', demands: 'Palvelu on myönnettävä.' };
    const { requestId } = await world.perform(receiveRequest, request, by);
    const of = { clientId, requestId };
    const outcome = { ...of, outcome: 'upheld' as const, decidedOn: '2021-06-17', reasons: 'Ei uutta selvitystä.' };
    await world.perform(decideRequest, outcome, by);
    const serve = { ...of, way: 'post' as const, sentOn: '2021-06-17' };
    expect(await world.problem(serveRequest, serve, by)).toMatchObject({
      type: '/problems/representative-left-out',
      errors: [expect.objectContaining({ field: 'representativeIds' })],
    });
    const { representatives } = await world.perform(standings, { clientId }, by);
    expect(representatives.map(({ name }) => name)).toEqual(['Huoltaja Hanna']);
    const representativeIds = representatives.map(({ id }) => id);
    expect(await world.perform(serveRequest, { ...serve, representativeIds }, by)).toEqual({ servedOn: '2021-06-24' });
    const notices = [
      { recipient: 'client', name: null, way: 'post', sentOn: '2021-06-17', servedOn: '2021-06-24' },
      { recipient: 'representative', name: 'Huoltaja Hanna', way: 'post', servedOn: '2021-06-24' },
    ];
    expect((await standOf(clientId))?.requests).toMatchObject([{ notices }]);
    await world.perform(takeBackRequestStep, { ...of, why: 'Kirje palautui' }, by);
    expect((await standOf(clientId))?.requests).toMatchObject([{ notices: [], servedOn: null }]);
  });
});

describe('a step of a request that was recorded by mistake', () => {
  async function appealed() {
    const { clientId, decisionId } = await denied();
    const request = { clientId, decisionId, receivedOn: '2021-06-16', demands: 'Palvelu on myönnettävä.' };
    const { requestId } = await world.perform(receiveRequest, request, by);
    const of = { clientId, requestId };
    const outcome = { ...of, outcome: 'upheld' as const, decidedOn: '2021-06-17', reasons: 'Ei uutta selvitystä.' };
    await world.perform(decideRequest, outcome, by);
    await world.perform(serveRequest, { ...of, way: 'in-person', sentOn: '2021-06-17' }, by);
    await world.perform(recordAppeal, { ...of, appealedOn: '2021-07-01' }, by, day('2021-07-02'));
    return of;
  }
  const on = day('2021-07-02');
  const back = (of: { clientId: string; requestId: string }) =>
    world.perform(takeBackRequestStep, { ...of, why: 'Väärä asiakas' }, by, on);

  test('is taken back one after another, down to the request itself, each with its reason', async () => {
    const of = await appealed();
    const stands = [];
    for (let n = 0; n < 4; n++) {
      await back(of);
      stands.push((await standOf(of.clientId, on))?.stand);
    }
    expect(stands).toEqual(['appealable', 'to-serve', 'requested', 'final']);
    expect(await world.refusal(takeBackRequestStep, { ...of, why: 'Vielä' }, by, on)).toBe('no-such-request');
    const { corrections } = await world.perform(correctionsOf, { clientId: of.clientId }, by);
    expect(corrections.map(({ act }) => act)).toEqual(Array(4).fill('takeBackRequestStep'));
  });

  test('is corrected: its day, outcome and words, but no step is added or left out', async () => {
    const of = await appealed();
    const standing = (await standOf(of.clientId, on))?.requests[0];
    const {
      id: _,
      decisionId: __,
      body: ___,
      late: ____,
      notices: _____,
      servedOn: ______,
      version,
      ...before
    } = standing as never as Record<string, never>;
    const right = { ...of, ...(before as object), why: 'Kirjoitusvirhe', seen: version } as never;
    const changed = (more: object) => ({ ...(right as object), ...more }) as never;
    const refusal = (more: object) => world.refusal(correctRequest, changed(more), by, on);
    expect(await refusal({ appealedOn: null })).toBe('not-the-next-step');
    expect(await refusal({ appealedOn: '2021-07-03' })).toBe('in-future');
    expect(await refusal({ receivedOn: '2021-06-18' })).toBe('before-last-step');
    expect(await refusal({ receivedOn: '2021-05-31' })).toBe('before-decision');
    await world.perform(correctRequest, changed({ outcome: 'changed', receivedOn: '2021-06-15' }), by, on);
    expect((await standOf(of.clientId, on))?.requests).toMatchObject([
      { outcome: 'changed', receivedOn: '2021-06-15' },
    ]);
    expect(await world.refusal(correctRequest, right, 'pori-instructor', on)).toMatch(/not-(found|allowed)/);
  });

  test('makes no late request one that was examined', async () => {
    const { clientId, decisionId } = await denied();
    const request = { clientId, decisionId, receivedOn: '2021-07-01', demands: 'Palvelu on myönnettävä.' };
    const { requestId } = await world.perform(receiveRequest, request, by, on);
    const outcome = { clientId, requestId, outcome: 'upheld' as const, decidedOn: '2021-07-02', reasons: 'Ei.' };
    await world.perform(decideRequest, outcome, by, on);
    const corrected = {
      ...{
        clientId,
        requestId,
        receivedOn: '2021-07-02',
        demands: 'Palvelu on myönnettävä.',
        outcome: 'upheld' as const,
      },
      ...{ decidedOn: '2021-07-02', reasons: 'Ei.', appealedOn: null, courtOutcome: null },
      ...{ courtDecidedOn: null, why: 'Saapui myöhemmin' },
    };
    expect(await world.refusal(correctRequest, corrected, by, on)).toBe('came-late');
    await world.perform(correctRequest, { ...corrected, outcome: 'not-examined' }, by, on);
  });
});

describe('a service of notice recorded wrong', () => {
  test('is corrected with its day, way and receivers, and the time for rectification and what came in it follow', async () => {
    const { clientId, decisionId } = await denied();
    const on = day('2021-07-05');
    const request = { receivedOn: '2021-07-02', demands: 'Palvelu myönnettävä.' };
    expect((await world.perform(receiveRequest, { clientId, decisionId, ...request }, by, on)).late).toBe(true);
    const right = { clientId, decisionId, why: 'Lähetettiin postitse' };
    const onDay = (sentOn: string) => world.refusal(correctService, { ...right, way: 'post', sentOn }, by, on);
    expect(await onDay('2021-05-31')).toBe('sent-before-decided');
    expect(await onDay('2021-07-06')).toBe('sent-in-future');
    const sent = { way: 'post' as const, sentOn: '2021-06-01', copies: ['Edunvalvontatoimisto'] };
    // By post on 1.6. it counts as received on 8.6., and the 30 days end on 8.7.
    const { rectifyUntil } = await world.perform(correctService, { ...right, ...sent }, by, on);
    expect(rectifyUntil).toBe('2021-07-08');
    const [standing] = (await world.perform(standings, { clientId }, by, on)).standings;
    expect(standing?.requests).toMatchObject([{ late: false }]);
    const [decision] = (await world.perform(decisionsOf, { clientId }, by, on)).decisions;
    expect(decision).toMatchObject({ servedOn: '2021-06-08', version: 1 });
    expect(decision?.notices.map(({ recipient, name }) => [recipient, name])).toEqual([
      ['client', null],
      ['copy', 'Edunvalvontatoimisto'],
    ]);
    const { corrections } = await world.perform(correctionsOf, { clientId }, by);
    expect(corrections).toMatchObject([{ act: 'correctService', why: 'Lähetettiin postitse' }]);
  });

  test('is no service that was not made', async () => {
    const { clientId, referralId } = await world.refer();
    const denial = { outcome: 'deny' as const, decidedOn: '2021-06-17', reasons: 'Ei tarvetta.', unheard };
    const { decisionId } = await world.perform(
      decide,
      { clientId, referralId, ...denial, provisions: ['1301/2014:36'] },
      by,
    );
    const sent = { way: 'in-person' as const, sentOn: '2021-06-17', why: 'Väärin' };
    expect(await world.refusal(correctService, { clientId, decisionId, ...sent }, by)).toBe('not-served');
  });

  test('of what the body decided is corrected as its other steps are', async () => {
    const { clientId, decisionId } = await denied();
    const request = { receivedOn: '2021-06-10', demands: 'Palvelu myönnettävä.' };
    const { requestId } = await world.perform(receiveRequest, { clientId, decisionId, ...request }, by);
    const of = { clientId, requestId };
    const outcome = { outcome: 'upheld' as const, decidedOn: '2021-06-15', reasons: 'Ei uutta.' };
    const steps = { ...of, ...request, ...outcome, appealedOn: null, courtOutcome: null, courtDecidedOn: null };
    await world.perform(decideRequest, { ...of, ...outcome }, by);
    const service = { way: 'post' as const, sentOn: '2021-06-15' };
    const correct = { ...steps, why: 'Lähti postitse' };
    expect(await world.refusal(correctRequest, { ...correct, service }, by)).toBe('not-the-next-step');
    await world.perform(serveRequest, { ...of, way: 'in-person', sentOn: '2021-06-16' }, by);
    const early = { ...service, sentOn: '2021-06-14' };
    expect(await world.refusal(correctRequest, { ...correct, service: early }, by)).toBe('before-last-step');
    await world.perform(correctRequest, { ...correct, service }, by);
    expect((await standOf(clientId))?.requests).toMatchObject([
      { servedOn: '2021-06-22', notices: [{ recipient: 'client', way: 'post', sentOn: '2021-06-15' }] },
    ]);
  });
});

describe('a service of notice recorded by mistake', () => {
  test('is taken back with a reason and made anew, and what it said stays readable', async () => {
    const { clientId, decisionId } = await denied();
    expect(await standOf(clientId)).toMatchObject({ stand: 'open' });
    await world.perform(takeBackService, { clientId, decisionId, why: 'Kirje palautui' }, by);
    expect(await standOf(clientId)).toMatchObject({ stand: 'not-served', on: null });
    const { corrections } = await world.perform(correctionsOf, { clientId }, by);
    expect(corrections).toMatchObject([{ act: 'takeBackService', why: 'Kirje palautui' }]);
    expect(await world.refusal(takeBackService, { clientId, decisionId, why: 'Uudelleen' }, by)).toBe('not-served');
    await world.perform(serveDecision, { clientId, decisionId, way: 'in-person', sentOn: '2021-06-17' }, by);
    expect(await standOf(clientId)).toMatchObject({ stand: 'open', on: '2021-07-19' });
  });

  test('stays once rectification has been requested', async () => {
    const { clientId, decisionId } = await denied();
    const request = { receivedOn: '2021-06-10', demands: 'Palvelu myönnettävä.' };
    await world.perform(receiveRequest, { clientId, decisionId, ...request }, by);
    expect(await world.refusal(takeBackService, { clientId, decisionId, why: 'Virhe' }, by)).toBe(
      'request-stands-on-it',
    );
  });
});
