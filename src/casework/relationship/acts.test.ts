import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { partAtWorkplace } from '../../../tests/taking-part.ts';
import {
  explanations,
  makeWorld,
  type NewReferral,
  unheard,
  type WorkerName,
  type World,
} from '../../../tests/world.ts';
import { addDays, type Day, day } from '../../kernel/day.ts';
import { formatDay } from '../../kernel/language.ts';
import type { Service } from '../../kernel/service.ts';
import { clientPage } from '../../screens/client/board.ts';
import { enterAs } from '../../server/perform.ts';
import { changeClient, recordBenefit } from '../client/acts.ts';
import { decide, decisionFrame } from '../decision/acts.ts';
import { responsibleChoices, responsibleOf, setAllocation } from '../handover/acts.ts';
import { place } from '../placement/acts.ts';
import {
  agreeBreak,
  allocations,
  changeBreak,
  correctStart,
  endBreak,
  endRelationship,
  handOverByLetters,
  handOverCase,
  letterShareEffect,
  nameResponsible,
  relationshipsOf,
  startRelationship,
  takeBackBreak,
  takeBackStart,
} from './acts.ts';

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
});
afterAll(() => db.close());

const official = { pori: 'pori-social-worker', rauma: 'rauma-social-worker-a' } as const;

async function granted(input: NewReferral = {}, outcome: 'grant' | 'deny' = 'grant', provisions?: string[]) {
  const organiser = input.organiser ?? 'pori';
  const by: WorkerName = official[organiser as 'pori' | 'rauma'];
  const { clientId, referralId } = await world.refer({ ...input, receivedOn: '2021-01-11' });
  const on = day('2021-02-01');
  const frame = await world.perform(decisionFrame, { clientId, referralId }, by, on);
  const { decisionId } = await world.perform(
    decide,
    {
      clientId,
      referralId,
      outcome,
      decidedOn: '2021-02-01',
      during: outcome === 'grant' ? { from: '2021-02-08', to: null } : null,
      unheard: outcome === 'grant' ? null : unheard,
      reasons: 'Vastaa tarvetta.',
      explanations,
      provisions: provisions ?? frame.provisions.map(({ id }) => id),
    },
    by,
    on,
  );
  const offering = (service: Service) => world.organisers[organiser].offerings[service] as string;
  const service: Service = input.service ?? 'open-work';
  return { clientId, decisionId, offering, offeringId: offering(service), by };
}

async function started(input: NewReferral = {}, worker: WorkerName | null = 'pori-coach') {
  const { clientId, decisionId, offeringId, by } = await granted(input);
  const { relationshipId } = await world.perform(
    startRelationship,
    { clientId, decisionId, offeringId, from: '2021-03-01', workerId: worker && world.workerId(worker) },
    by,
  );
  return { clientId, relationshipId, by };
}

describe('a granted service', () => {
  test('begins with its coach, and nobody else answers', async () => {
    const { clientId, relationshipId } = await started();
    const { relationships } = await world.perform(relationshipsOf, { clientId }, 'pori-coach');
    expect(relationships).toHaveLength(1);
    expect(relationships[0]).toMatchObject({
      id: relationshipId,
      service: 'open-work',
      rule: 'own-coach',
      during: { from: '2021-03-01', to: null },
    });
    const { answering } = await world.perform(responsibleOf, { clientId }, 'pori-coach');
    expect(answering).toEqual([
      expect.objectContaining({ role: 'coach', name: 'Laine Tiina', since: '2021-03-01', serviceName: 'Avotyö' }),
    ]);
  });

  test('begins once at a time', async () => {
    const { clientId, decisionId, offeringId } = await granted();
    const start = { clientId, decisionId, offeringId, from: '2021-03-01' };
    await world.perform(startRelationship, start, 'pori-coach');
    expect(await world.refusal(startRelationship, { ...start, from: '2021-04-01' }, 'pori-coach')).toBe(
      'already-client',
    );
  });

  test('begins and is placed for a wage earner only with the reason, where the wage was recorded after the decision', async () => {
    const { clientId, decisionId, offeringId, by } = await granted({}, 'grant', ['710/1982:27e']);
    const start = { clientId, decisionId, offeringId, from: '2021-03-01' };
    await world.perform(
      recordBenefit,
      { clientId, benefit: 'wage', main: true, during: { from: '2021-02-15', to: null } },
      by,
    );
    const refused = await world.problem(startRelationship, start, by);
    expect(refused.errors?.[0]).toMatchObject({ field: 'outsideBecause' });
    expect(JSON.stringify(refused)).toContain('27 e');
    const outsideBecause = 'Palkka on muutaman tunnin viikossa.';
    const { relationshipId } = await world.perform(startRelationship, { ...start, outsideBecause }, by);
    const outsideOfClient = async () => (await world.perform(clientPage, { clientId }, by)).outside;
    expect(await outsideOfClient()).toEqual([{ id: relationshipId, because: outsideBecause }]);
    // What was told at the beginning is not asked again, and a wage of after the beginning is asked at placing.
    const placing = {
      clientId,
      groupId: null,
      slots: [{ weekday: 1 as const, half: 'am' as const }],
      from: '2021-03-01',
    };
    const { workplaceId } = await partAtWorkplace(world, 'Palkkapaikka');
    await world.perform(place, { ...placing, relationshipId, workplaceId }, by);
    const later = await granted({ familyName: 'Myöhemmin' }, 'grant', ['710/1982:27e']);
    const begun = await world.perform(
      startRelationship,
      { clientId: later.clientId, decisionId: later.decisionId, offeringId, from: '2021-03-01' },
      by,
    );
    await world.perform(
      recordBenefit,
      { clientId: later.clientId, benefit: 'wage', main: true, during: { from: '2021-03-15', to: null } },
      by,
    );
    const placed = { ...placing, clientId: later.clientId, relationshipId: begun.relationshipId, workplaceId };
    await world.perform(place, { ...placed, to: '2021-03-15' }, by);
    expect(await world.refusal(place, { ...placed, from: '2021-03-15' }, by)).toBe('outside-group-since');
    const { placementId } = await world.perform(place, { ...placed, from: '2021-03-15', outsideBecause }, by);
    const { outside } = await world.perform(clientPage, { clientId: later.clientId }, by);
    expect(outside).toEqual([{ id: placementId, because: outsideBecause }]);
  });

  test('begins earlier on days of a wage only with the reason, where its start is corrected', async () => {
    const { clientId, decisionId, offeringId, by } = await granted({ familyName: 'Aiemmin' }, 'grant', [
      '710/1982:27e',
    ]);
    const outsideBecause = 'Palkka on muutaman tunnin viikossa.';
    const from = '2021-03-15';
    const whose = { clientId, decisionId };
    const late = await world.perform(startRelationship, { ...whose, offeringId, from }, by);
    const before = { from: '2021-03-01', to: '2021-03-10' };
    await world.perform(recordBenefit, { clientId, benefit: 'wage', main: true, during: before }, by);
    const start = { clientId, ...late, from: '2021-03-08', why: 'Alkoi aiemmin.' };
    expect(await world.refusal(correctStart, start, by)).toBe('outside-group-since');
    await world.perform(correctStart, { ...start, outsideBecause }, by);
    const { outside } = await world.perform(clientPage, { clientId }, by);
    expect(outside).toEqual([{ id: late.relationshipId, because: outsideBecause }]);
  });

  test('does not begin before its decision, in another service, or by a denial', async () => {
    const { clientId, decisionId, offering, offeringId } = await granted();
    const start = { clientId, decisionId, offeringId, from: '2021-03-01' };
    expect(await world.refusal(startRelationship, { ...start, from: '2021-02-07' }, 'pori-coach')).toBe(
      'outside-decision',
    );
    const other = { ...start, offeringId: offering('supported-employment') };
    expect(await world.refusal(startRelationship, other, 'pori-coach')).toBe('other-service');
    const rauma = { ...start, offeringId: world.rauma.offerings['open-work'] as string };
    expect(await world.refusal(startRelationship, rauma, 'pori-coach')).toBe('not-offered');
    const denied = await granted({}, 'deny');
    const { clientId: id, decisionId: denial } = denied;
    expect(
      await world.refusal(
        startRelationship,
        { clientId: id, decisionId: denial, offeringId, from: '2021-03-01' },
        'pori-social-worker',
        day('2021-03-05'),
      ),
    ).toBe('not-granted');
  });

  test('as work activity carries open work too', async () => {
    const { clientId, decisionId, offering } = await granted({ service: 'work-activity' });
    const start = { clientId, decisionId, offeringId: offering('open-work'), from: '2021-03-01' };
    await world.perform(startRelationship, start, 'pori-social-worker');
    const { relationships } = await world.perform(relationshipsOf, { clientId }, 'pori-coach');
    expect(relationships[0]?.service).toBe('open-work');
  });
});

describe('the responsible worker', () => {
  test('changes on a day: the one before answers until then', async () => {
    const { clientId, relationshipId } = await started();
    const workerId = world.workerId('pori-coach-2');
    await world.perform(nameResponsible, { clientId, relationshipId, workerId, from: '2021-05-01' }, 'pori-coach');
    const on = async (at: string) =>
      (await world.perform(responsibleOf, { clientId, on: at }, 'pori-coach')).answering.map(({ name }) => name);
    expect(await on('2021-04-30')).toEqual(['Laine Tiina']);
    expect(await on('2021-05-01')).toEqual(['Nieminen Antti']);
    const { relationships } = await world.perform(relationshipsOf, { clientId }, 'pori-coach');
    expect(relationships[0]?.responsible.map(({ during }) => during)).toEqual([
      { from: '2021-05-01', to: null },
      { from: '2021-03-01', to: '2021-05-01' },
    ]);
  });

  test('is never two at a time, also past the acts', async () => {
    const { clientId, relationshipId } = await started();
    await expect(
      sql`insert into relationship_responsible (organiser_id, client_id, relationship_id, worker_id, role, during)
        values (${world.pori.id}, ${clientId}, ${relationshipId}, ${world.workerId('pori-coach-2')}, 'coach', '[2021-06-01,)')`.execute(
        db.owner,
      ),
    ).rejects.toThrow('relationship_responsible_relationship_id_during_key');
  });

  test('is a worker with the right post, within the relationship', async () => {
    const { clientId, relationshipId } = await started();
    const name = (worker: WorkerName, from: string) =>
      world.refusal(
        nameResponsible,
        { clientId, relationshipId, workerId: world.workerId(worker), from },
        'pori-coach',
      );
    expect(await name('pori-instructor', '2021-05-01')).toBe('no-such-worker');
    expect(await name('rauma-coach', '2021-05-01')).toBe('no-such-worker');
    expect(await name('pori-coach-2', '2021-02-28')).toBe('outside-relationship');
  });

  test('at a centre is never named: it follows from the group', async () => {
    const { clientId, relationshipId, by } = await started({ service: 'work-activity' }, null);
    const workerId = world.workerId('pori-instructor');
    expect(await world.refusal(nameResponsible, { clientId, relationshipId, workerId, from: '2021-05-01' }, by)).toBe(
      'leader-is-derived',
    );
  });

  test('at a centre is whoever leads the client’s group that day; in Rauma the two change places', async () => {
    const { clientId, relationshipId, by } = await started({ organiser: 'rauma', service: 'work-activity' }, null);
    await sql`insert into placement_placement (organiser_id, client_id, relationship_id, service, group_id, during)
      values (${world.rauma.id}, ${clientId}, ${relationshipId}, 'work-activity', ${world.rauma.groups['work-activity']}, '[2021-03-01,)')`.execute(
      db.owner,
    );
    const leader = async (on: string) =>
      (await world.perform(responsibleOf, { clientId, on }, by)).answering.find(({ role }) => role === 'group-leader');
    expect(await leader('2021-03-31')).toMatchObject({ name: 'Ranta Mika', since: '2021-03-01' });
    expect(await leader('2021-04-01')).toMatchObject({ name: 'Lehto Sari', since: '2021-04-01' });
    expect(await leader('2021-07-01')).toMatchObject({ name: 'Ranta Mika', since: '2021-07-01' });
  });

  test('is chosen seeing how many clients each answers for', async () => {
    const { clientId } = await started();
    const before = await world.perform(
      responsibleChoices,
      { clientId, service: 'open-work', on: '2021-06-17' },
      'pori-coach',
    );
    await started();
    const after = await world.perform(
      responsibleChoices,
      { clientId, service: 'open-work', on: '2021-06-17' },
      'pori-coach',
    );
    const load = (choices: typeof before, name: string) => choices.workers.find((one) => one.name === name)?.clients;
    expect(after.workers.map(({ name }) => name)).toEqual(['Laine Tiina', 'Nieminen Antti']);
    expect(load(after, 'Laine Tiina')).toBe((load(before, 'Laine Tiina') ?? 0) + 1);
    expect(load(after, 'Nieminen Antti')).toBe(load(before, 'Nieminen Antti'));
  });
});

describe('a case manager in Rauma', () => {
  test('is chosen by the first letter of the surname, and a new surname does not change it', async () => {
    const { clientId, by } = await started({ organiser: 'rauma', familyName: 'Åberg' }, 'rauma-coach');
    const manager = async () =>
      (await world.perform(responsibleOf, { clientId }, by)).answering.find(({ role }) => role === 'case-manager')
        ?.name;
    expect(await manager()).toBe('Åman Ulla');
    await world.perform(changeClient, { clientId, familyName: 'Aalto' }, by);
    expect(await manager()).toBe('Åman Ulla');
    const workerId = world.workerId('rauma-social-worker-a');
    await world.perform(handOverCase, { clientId, workerId, from: '2021-06-17' }, by);
    expect(await manager()).toBe('Harju Anne');
  });

  test('stays the same when another service begins', async () => {
    const first = await started({ organiser: 'rauma', familyName: 'Berg' }, 'rauma-coach');
    const { relationships, caseManagers } = await world.perform(
      relationshipsOf,
      { clientId: first.clientId },
      first.by,
    );
    expect(relationships).toHaveLength(1);
    expect(caseManagers.map(({ name }) => name)).toEqual(['Harju Anne']);
  });

  test('is not given in Pori, where no such rule is', async () => {
    const { clientId } = await started({ familyName: 'Åberg' });
    expect((await world.perform(relationshipsOf, { clientId }, 'pori-coach')).caseManagers).toEqual([]);
  });
});

describe('an agreed break', () => {
  test('is a pause: the relationship goes on, and the return ends the break', async () => {
    const { clientId, relationshipId } = await started();
    const during = { from: '2021-07-01', to: null };
    const { pauseId } = await world.perform(
      agreeBreak,
      { clientId, relationshipId, reason: 'Kesäloma', during },
      'pori-coach',
    );
    expect(
      await world.refusal(agreeBreak, { clientId, relationshipId, reason: 'Kuntoutus', during }, 'pori-coach'),
    ).toBe('break-overlaps');
    await world.perform(endBreak, { clientId, pauseId, on: '2021-08-02' }, 'pori-coach');
    const { relationships } = await world.perform(relationshipsOf, { clientId }, 'pori-coach');
    expect(relationships[0]?.during.to).toBeNull();
    expect(relationships[0]?.pauses[0]).toMatchObject({ during: { from: '2021-07-01', to: '2021-08-02' } });
  });

  test('lies within the relationship', async () => {
    const { clientId, relationshipId } = await started();
    const early = { from: '2021-02-01', to: '2021-04-01' };
    expect(
      await world.refusal(agreeBreak, { clientId, relationshipId, reason: 'Loma', during: early }, 'pori-coach'),
    ).toBe('outside-relationship');
  });
});

describe('the end of a relationship', () => {
  test('ends who answers and the break with it', async () => {
    const { clientId, relationshipId, by } = await started(
      { organiser: 'rauma', familyName: 'Koskinen' },
      'rauma-coach',
    );
    const during = { from: '2021-05-01', to: null };
    await world.perform(agreeBreak, { clientId, relationshipId, reason: 'Kuntoutus', during }, by);
    await world.perform(endRelationship, { clientId, relationshipId, on: '2021-06-01' }, by);
    const { relationships, caseManagers } = await world.perform(relationshipsOf, { clientId }, by);
    expect(relationships[0]?.during).toEqual({ from: '2021-03-01', to: '2021-06-01' });
    expect(relationships[0]?.responsible[0]?.during.to).toBe('2021-06-01');
    expect(relationships[0]?.pauses[0]?.during.to).toBe('2021-06-01');
    expect(caseManagers[0]?.during.to).toBe('2021-06-01');
    expect(await world.refusal(endRelationship, { clientId, relationshipId, on: '2021-06-10' }, by)).toBe(
      'already-ended',
    );
  });

  test('is refused while a placement goes on', async () => {
    const { clientId, relationshipId, by } = await started({ service: 'work-activity' }, null);
    await sql`insert into placement_placement (organiser_id, client_id, relationship_id, service, group_id, during)
      values (${world.pori.id}, ${clientId}, ${relationshipId}, 'work-activity', ${world.pori.groups['work-activity']}, '[2021-03-01,)')`.execute(
      db.owner,
    );
    expect(await world.refusal(endRelationship, { clientId, relationshipId, on: '2021-06-01' }, by)).toBe(
      'something-goes-on',
    );
  });
});

describe('letters shared anew', () => {
  const share = (worker: WorkerName, first: string, last: string) => ({
    workerId: world.workerId(worker),
    first,
    last,
  });
  const managerOf = async (clientId: string, on: string) =>
    (await world.perform(responsibleOf, { clientId, on: day(on) }, 'rauma-social-worker-a')).answering.find(
      ({ role }) => role === 'case-manager',
    )?.name;
  const rauma = (familyName: string) => started({ organiser: 'rauma', familyName, service: 'open-work' }, null);

  test('move the clients whose worker changes by them, from the day, and tell beforehand how many', async () => {
    const { clientId: kanto } = await rauma('Kanto');
    const { clientId: chosen } = await rauma('Kalske');
    await world.perform(
      handOverCase,
      { clientId: chosen, workerId: world.workerId('rauma-social-worker-r'), from: '2021-04-01' },
      'rauma-social-worker-a',
    );
    const sharing = {
      from: '2021-08-01',
      shares: [share('rauma-social-worker-a', 'A', 'M'), share('rauma-social-worker-r', 'N', 'Ö')],
    };
    const effect = await world.perform(letterShareEffect, sharing, 'rauma-manager');
    const shareOf = (name: string) => effect.workers.find((one) => one.name === name);
    const { clientIds } = await world.perform(handOverByLetters, sharing, 'rauma-manager');
    expect(clientIds).toContain(kanto);
    expect(clientIds).not.toContain(chosen);
    expect(effect.moves).toBe(clientIds.length);
    expect(shareOf('Mäkelä Ville')?.after).toBe(0);
    expect(effect.workers.reduce((sum, { clients, after }) => sum + after - clients, 0)).toBe(0);

    expect(await managerOf(kanto, '2021-07-31')).toBe('Mäkelä Ville');
    expect(await managerOf(kanto, '2021-08-01')).toBe('Harju Anne');
    expect(await managerOf(chosen, '2021-08-01')).toBe('Åman Ulla');
    const again = await world.perform(letterShareEffect, sharing, 'rauma-manager');
    expect(again.moves).toBe(0);
    const { rows } = await db.ownerPool.query(
      "select clients from platform_audit where act = 'handOverByLetters' order by id desc limit 1",
    );
    expect(rows[0].clients).toContain(kanto);
  });

  test('are nobody’s but managers’ and administrators’, and move nobody of another organiser', async () => {
    const sharing = { from: '2021-09-01', shares: [share('rauma-social-worker-a', 'A', 'Ö')] };
    expect(await world.refusal(handOverByLetters, sharing, 'rauma-social-worker-a')).toBe('not-allowed');
    expect(await world.refusal(letterShareEffect, sharing, 'rauma-coach')).toBe('not-allowed');
    expect(await world.refusal(handOverByLetters, sharing, 'pori-manager')).toBe('no-such-worker');
    // Hand-written SQL does not hand anybody over either.
    await expect(
      db.app.transaction().execute(async (tx) => {
        await enterAs(tx, world.who('rauma-coach'), {
          purpose: 'case',
          today: world.today,
          now: world.house().clock.now(),
        });
        await sql`select relationship_hand_over('[]', '2021-08-01')`.execute(tx);
      }),
    ).rejects.toThrow(/letters are shared/);
  });

  test('a letter that is left out moves nobody and is refused', async () => {
    const sharing = { from: '2021-09-01', shares: [share('rauma-social-worker-a', 'B', 'Ö')] };
    expect((await world.perform(letterShareEffect, sharing, 'rauma-manager')).moves).toBe(0);
    expect(await world.refusal(handOverByLetters, sharing, 'rauma-manager')).toBe('letters-left-out');
  });
});

describe('how a service names its responsible worker', () => {
  test('is set from a day on, and holds before as it did', async () => {
    const rule = { service: 'job-coaching' as const, rule: 'named-official' as const, caseManagerByLetter: false };
    await world.perform(setAllocation, { ...rule, from: '2021-09-01' }, 'pori-administrator');
    const answer = await world.perform(allocations, {}, 'pori-manager');
    expect(
      answer.allocations
        .filter(({ service }) => service === 'job-coaching')
        .map((one) => [one.rule, one.during.from, one.during.to]),
    ).toEqual([
      ['own-coach', '2010-01-01', '2021-09-01'],
      ['named-official', '2021-09-01', null],
    ]);
  });

  test('is refused for days past, services not offered, letters not shared, and by whom it does not concern', async () => {
    const rule = {
      service: 'open-work' as const,
      rule: 'own-coach' as const,
      caseManagerByLetter: false,
      from: '2021-09-01',
    };
    const by = 'pori-administrator';
    expect(await world.refusal(setAllocation, { ...rule, from: '2021-06-16' }, by)).toBe('day-is-past');
    expect(await world.refusal(setAllocation, { ...rule, service: 'rehabilitative-work' }, by)).toBe('not-offered');
    expect(await world.refusal(setAllocation, { ...rule, caseManagerByLetter: true }, by)).toBe('letters-not-shared');
    expect(await world.refusal(setAllocation, rule, 'pori-coach')).toBe('not-allowed');
  });
});

describe('what was recorded by mistake', () => {
  const why = 'Kirjattiin väärälle asiakkaalle.';
  const breaksOf = async (clientId: string, by: WorkerName) =>
    (await world.perform(relationshipsOf, { clientId }, by)).relationships[0]?.pauses.map(({ reason, during }) => ({
      reason,
      during,
    }));
  const onBreak = async () => {
    const { clientId, relationshipId, by } = await started();
    const pause = { relationshipId, reason: 'loma', during: { from: '2021-06-17', to: '2021-07-17' } };
    const { pauseId } = await world.perform(agreeBreak, { clientId, ...pause }, by);
    return { clientId, pauseId, by };
  };
  const reasonOf = async (subject: string) =>
    (await db.ownerPool.query('select act, why, was from platform_correction where subject_id = $1', [subject])).rows;

  test('of a break: its days and reason are corrected, and what stood there before is kept', async () => {
    const { clientId, pauseId, by } = await onBreak();
    const during = { from: '2021-06-20', to: '2021-07-01' };
    await world.perform(changeBreak, { clientId, pauseId, reason: 'kuntoutus', during, why }, by);
    expect(await breaksOf(clientId, by)).toEqual([{ reason: 'kuntoutus', during }]);
    expect(await reasonOf(pauseId)).toEqual([
      { act: 'changeBreak', why, was: { reason: 'loma', during: { from: '2021-06-17', to: '2021-07-17' } } },
    ]);
    const early = { from: '2021-02-01', to: '2021-07-01' };
    expect(await world.refusal(changeBreak, { clientId, pauseId, reason: 'loma', during: early, why }, by)).toBe(
      'outside-relationship',
    );
  });

  test('of a break: it is taken back, also one that has not begun or whose first day is the return', async () => {
    const { clientId, pauseId, by } = await onBreak();
    await world.perform(takeBackBreak, { clientId, pauseId, why }, by);
    expect(await breaksOf(clientId, by)).toEqual([]);
    expect(await world.refusal(takeBackBreak, { clientId, pauseId, why }, by)).toBe('no-such-break');
    const again = await onBreak();
    await world.perform(endBreak, { clientId: again.clientId, pauseId: again.pauseId, on: '2021-06-17' }, again.by);
    expect(await breaksOf(again.clientId, again.by)).toEqual([]);
  });

  test('of a start: it is taken back while nothing stands on it, and can be made anew', async () => {
    const { clientId, relationshipId, by } = await started();
    await world.perform(takeBackStart, { clientId, relationshipId, why }, by);
    expect((await world.perform(relationshipsOf, { clientId }, by)).relationships).toEqual([]);
    expect(await reasonOf(relationshipId)).toMatchObject([
      { act: 'takeBackStart', why, was: { service: 'open-work' } },
    ]);
  });

  test('of a start: its day is corrected within the decision, with whoever answers and nothing left before it', async () => {
    const { clientId, relationshipId, by } = await started();
    const known = async () => {
      const { relationships } = await world.perform(relationshipsOf, { clientId }, by);
      return relationships.map(({ during, responsible }) => [
        during.from,
        ...responsible.map((one) => one.during.from),
      ]);
    };
    const [[first] = []] = await known();
    const at = (from: string) => ({ clientId, relationshipId, from, why });
    const later = addDays(first as Day, 10);
    await world.perform(correctStart, at(later), by);
    expect(await known()).toEqual([[later, later]]);
    const earlier = addDays(first as Day, 1);
    await world.perform(correctStart, at(earlier), by);
    expect(await known()).toEqual([[earlier, earlier]]);
    expect(await reasonOf(relationshipId)).toMatchObject([
      { act: 'correctStart', why, was: { service: 'open-work', during: { from: first } } },
      { act: 'correctStart', why, was: { service: 'open-work', during: { from: later } } },
    ]);
    expect(await world.refusal(correctStart, at('2009-12-31'), by)).toBe('not-offered');
    expect(await world.refusal(correctStart, at('2019-01-01'), by)).toBe('outside-decision');
    await db.ownerPool.query(
      `insert into coaching_contact (organiser_id, client_id, relationship_id, worker_id, kind, party, held_on)
       values ($1, $2, $3, $4, 'call', 'client', $5)`,
      [world.pori.id, clientId, relationshipId, world.workerId('pori-coach'), later],
    );
    const problem = await world.problem(correctStart, at(addDays(later, 1)), by);
    expect(problem).toMatchObject({ type: '/problems/days-before-start', detail: formatDay(later, 'fi') });
    await world.perform(correctStart, at(later), by);
  });

  test('of a start: its own coach takes it back too, and whatever stands on it keeps it', async () => {
    const free = await started();
    await world.perform(
      takeBackStart,
      { clientId: free.clientId, relationshipId: free.relationshipId, why },
      'pori-coach',
    );
    const left = await db.ownerPool.query('select id from relationship_relationship where id = $1', [
      free.relationshipId,
    ]);
    expect(left.rows).toEqual([]);
    const { clientId, relationshipId } = await started();
    await db.ownerPool.query(
      `insert into coaching_contact (organiser_id, client_id, relationship_id, worker_id, kind, party, held_on)
       values ($1, $2, $3, $4, 'call', 'client', '2021-06-01')`,
      [world.pori.id, clientId, relationshipId, world.workerId('pori-coach')],
    );
    expect(await world.refusal(takeBackStart, { clientId, relationshipId, why }, 'pori-coach')).toBe(
      'contacts-stand-on-it',
    );
  });
});
