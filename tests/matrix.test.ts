import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEndedClient } from '../src/casework/client/acts.ts';
import { decide, decisionFrame } from '../src/casework/decision/acts.ts';
import { exitClient } from '../src/casework/exit/acts.ts';
import { place } from '../src/casework/placement/acts.ts';
import { makePlan } from '../src/casework/plan/acts.ts';
import { startRelationship } from '../src/casework/relationship/acts.ts';
import { clientPurposes, shownTo } from '../src/commands/matrix-document.ts';
import { type Situation, type SituationName, serviceOfRole, situations } from '../src/commands/situations.ts';
import { addDays, type Day, day } from '../src/kernel/day.ts';
import { type Relation, type Role, roles } from '../src/kernel/relation.ts';
import type { Service } from '../src/kernel/service.ts';
import { newId } from '../src/server/id.ts';
import { enterAs } from '../src/server/perform.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { type PartTaken, partAtWorkplace, takingPart } from './taking-part.ts';
import { makeWorld, planContent, signedAll, unheard, type WorkerName, type World } from './world.ts';

// The table of situations that docs/matrix.md is written from, held against the gate and row-level security of a real database.

let db: FreshDatabase;
let world: World;

interface Asked {
  readonly clientId: string;
  readonly worker: { readonly workerId: string; readonly organiserId: string };
  /** The first day of the situation that is asked of, and the last. */
  readonly days: readonly Day[];
}

/** For the worker of each role: who it is, and the client of the role's service in the situation. */
const walked = new Map<string, Asked>();

const ownWorker: Readonly<Record<Role, WorkerName>> = {
  coach: 'pori-coach',
  instructor: 'pori-instructor',
  'rehabilitative-instructor': 'work-instructor',
  'social-worker': 'pori-social-worker',
  finance: 'pori-finance',
  planner: 'pori-planner',
  manager: 'pori-manager',
  administrator: 'pori-administrator',
};
const serviceOf = (role: Role): Service => serviceOfRole[role] ?? 'open-work';
const houseOf = (service: Service) => (service === 'rehabilitative-work' ? 'work' : 'pori');
const officialOf = (service: Service) => `${houseOf(service)}-social-worker` as const;

interface Post {
  readonly unitId?: string;
  readonly team?: string;
  readonly tasks?: string;
}

async function hire(organiserId: string, role: Role, { unitId, team, tasks }: Post = {}): Promise<Asked['worker']> {
  const workerId = newId();
  await sql`insert into worker_worker (id, organiser_id, family_name, given_name) values (${workerId}, ${organiserId}, 'Uusi', 'Tekijä')`.execute(
    db.owner,
  );
  await sql`insert into worker_post (worker_id, organiser_id, role, unit_id, team, tasks, during)
    values (${workerId}, ${organiserId}, ${role}, ${unitId ?? null}, ${team ?? null},
      ${tasks ?? '{working-age,disability}'}::text[], '[2010-01-01,)')`.execute(db.owner);
  return { workerId, organiserId };
}

async function anotherUnit(organiserId: string): Promise<string> {
  const id = newId();
  await sql`insert into organiser_unit (id, organiser_id, name, kind, municipality_code, during)
    values (${id}, ${organiserId}, 'Toinen keskus', 'activity-centre', '609', '[2010-01-01,)')`.execute(db.owner);
  return id;
}

const items = {
  goal: 'Työpaja Pihlajassa, tavoitteena päivärytmi',
  duration: '4 tuntia päivässä, 2 päivää viikossa',
  period: '1.3.–30.11.2021',
  support: 'Ohjaaja on paikalla',
  'other-services': 'Terveystarkastus',
  evaluation: 'Viimeistään jakson lopussa',
};

/** Rehabilitative work since 1.3.2021, planned and decided on as the law has it. */
async function rehabilitated(): Promise<PartTaken> {
  const by = 'work-social-worker';
  const on = day('2021-02-15');
  const during = { from: '2021-03-01', to: '2021-12-01' };
  const { clientId, referralId } = await world.refer({ organiser: 'work', receivedOn: '2021-02-01' });
  const planned = {
    clientId,
    referralId,
    service: 'rehabilitative-work' as const,
    kind: 'activation' as const,
    madeOn: on,
    during,
    reviewOn: '2021-05-20',
    informedOfBenefitsOn: on,
    daysAWeek: 2,
    hoursADay: 4,
    goals: ['Päivärytmi'],
    items: { ...items, ...planContent },
    signatures: signedAll(on),
  };
  const { planId } = await world.perform(makePlan, planned, by, on);
  const grant = { clientId, referralId, planId, outcome: 'grant', decidedOn: on, during } as const;
  const ground = { reasons: 'Suunnitelman mukaan.', provisions: ['189/2001:13b'] };
  const { decisionId } = await world.perform(decide, { ...grant, ...ground }, by, on);
  const offeringId = world.work.offerings['rehabilitative-work'] as string;
  const workerId = world.workerId('work-instructor');
  const begin = { clientId, decisionId, offeringId, from: during.from, workerId };
  const { relationshipId } = await world.perform(startRelationship, begin, by, on);
  const groupId = world.work.groups['rehabilitative-work'] as string;
  const slots = [1, 3].map((weekday) => ({ weekday: weekday as 1 | 3, half: 'am' as const }));
  const where = { clientId, relationshipId, groupId, slots, hoursADay: 4, from: during.from };
  const { placementId } = await world.perform(place, where, by, on);
  return { clientId, relationshipId, placementId };
}

let workplaceId: string;

async function takesPart(service: Service): Promise<PartTaken> {
  if (service === 'rehabilitative-work') return rehabilitated();
  return takingPart(world, service === 'open-work' ? { service, workplaceId } : { service, group: 'work-activity' });
}

const refer = (service: Service) => world.refer({ organiser: houseOf(service), service });

async function exited(service: Service): Promise<string> {
  const { clientId, relationshipId } = await takesPart(service);
  const how = { lastDay: '2021-06-16', reason: 'employed', destination: 'paid-work', note: null } as const;
  await world.perform(exitClient, { clientId, relationshipId, ...how }, officialOf(service));
  return clientId;
}

async function opened(service: Service, on: Day): Promise<string> {
  const clientId = await exited(service);
  const why = { clientId, reason: 'client-asked', words: 'Asiakas pyysi tietonsa.' } as const;
  await world.perform(openEndedClient, why, officialOf(service), on);
  return clientId;
}

async function denied(service: Service, on: Day): Promise<string> {
  const { clientId, referralId } = await refer(service);
  const by = officialOf(service);
  const { provisions } = await world.perform(decisionFrame, { clientId, referralId }, by, on);
  const ground = { reasons: 'Perustelu.', provisions: provisions.map(({ id }) => id) };
  const denial = { clientId, referralId, outcome: 'deny', decidedOn: on, during: null, unheard } as const;
  await world.perform(decide, { ...denial, ...ground }, by, on);
  return clientId;
}

const deniedOn = day('2021-06-10');

/** A client of the service in each situation. */
async function clientsOf(service: Service) {
  return {
    takesPart: (await takesPart(service)).clientId,
    pending: (await refer(service)).clientId,
    denied: await denied(service, deniedOn),
    exited: await exited(service),
    opened: await opened(service, addDays(world.today, 30)),
  };
}

async function asking(
  role: Role,
  clients: Awaited<ReturnType<typeof clientsOf>>,
): Promise<Record<SituationName, Asked>> {
  const at = world.organisers[houseOf(serviceOf(role))];
  const worker = { workerId: world.workerId(ownWorker[role]), organiserId: at.id };
  const instructs = role === 'instructor' || role === 'rehabilitative-instructor';
  const colleague = await hire(at.id, role, instructs ? { unitId: at.unitId } : {});
  const apart = await hire(at.id, role, {
    ...(instructs ? { unitId: await anotherUnit(at.id) } : {}),
    ...(role === 'coach' ? { team: 'Toinen' } : {}),
    ...(role === 'social-worker' || role === 'finance' || role === 'manager' ? { tasks: '{working-age}' } : {}),
  });
  const stranger = await hire(world.rauma.id, role, instructs ? { unitId: world.rauma.unitId } : {});
  const days = [world.today];
  const later = [addDays(world.today, 30)];
  return {
    own: { clientId: clients.takesPart, worker, days },
    'colleague’s': { clientId: clients.takesPart, worker: colleague, days },
    'other unit': { clientId: clients.takesPart, worker: apart, days },
    'other organiser': { clientId: clients.takesPart, worker: stranger, days },
    pending: { clientId: clients.pending, worker, days },
    denied: { clientId: clients.denied, worker, days: [addDays(deniedOn, 1), addDays(deniedOn, 59)] },
    'denied long ago': { clientId: clients.denied, worker, days: [addDays(deniedOn, 60)] },
    ended: { clientId: clients.exited, worker, days: [world.today, addDays(world.today, 29)] },
    'ended long ago': { clientId: clients.exited, worker, days: later },
    opened: { clientId: clients.opened, worker, days: later },
  };
}

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  ({ workplaceId } = await partAtWorkplace(world, 'Satama'));
  for (const service of new Set(roles.map(serviceOf))) {
    const clients = await clientsOf(service);
    for (const role of roles.filter((one) => serviceOf(one) === service))
      for (const [name, asked] of Object.entries(await asking(role, clients))) walked.set(`${role} ${name}`, asked);
  }
}, 120_000);
afterAll(() => db.close());

const askedOf = (role: Role, name: string) => walked.get(`${role} ${name}`) as Asked;

const nowOn = (on: Day) => world.house(on).clock.now();

describe.each<Situation>(situations)('a client that is $name', (situation) => {
  test.each(roles)('has to the gate the relations of the table: %s', async (role) => {
    const { clientId, worker, days } = askedOf(role, situation.name);
    for (const on of days) {
      const ask = (purpose: 'case' | 'supervision') =>
        db.app.transaction().execute((tx) => enterAs(tx, worker, { purpose, today: on, now: nowOn(on), clientId }));
      const related = [...(await ask('case')), ...(await ask('supervision'))];
      const expected: readonly Relation[] = situation.held[role] ?? [];
      expect([on, ...[...related].toSorted()]).toEqual([on, ...[...expected].toSorted()]);
    }
  });

  test.each(roles)('is shown by lists as the table has it: %s', async (role) => {
    const { clientId, worker, days } = askedOf(role, situation.name);
    for (const on of days)
      for (const purpose of role === 'finance' ? clientPurposes : (['case', 'supervision'] as const)) {
        const shown = await db.app.transaction().execute(async (tx) => {
          await enterAs(tx, worker, { purpose, today: on, now: nowOn(on) });
          const named = await sql`select from client_register where id = ${clientId}`.execute(tx);
          const whole = await sql`select from placement_placement where client_id = ${clientId}
            union all select from referral_referral where client_id = ${clientId}`.execute(tx);
          return whole.rows.length > 0 ? 'whole' : named.rows.length > 0 ? 'name' : 'nothing';
        });
        expect([on, purpose, shown]).toEqual([on, purpose, shownTo(role, situation, purpose)]);
      }
  });
});
