/** As creating.ts, of acts that go on from states far along the way: periods, ended services, joined records, closed months. */
import { sql } from 'kysely';
import { joinRecords } from '../src/casework/client/acts.ts';
import { closeMonth } from '../src/casework/compensation/acts.ts';
import { decide } from '../src/casework/decision/acts.ts';
import { answerPayer } from '../src/casework/participation/acts.ts';
import { endPlacement, place } from '../src/casework/placement/acts.ts';
import { makePlan } from '../src/casework/plan/acts.ts';
import { receiveReferralOfClient, withdrawReferral } from '../src/casework/referral/acts.ts';
import { startRelationship } from '../src/casework/relationship/acts.ts';
import { resetPassword } from '../src/casework/worker/acts.ts';
import { day } from '../src/kernel/day.ts';
import { activationPlanItems } from '../src/law/act-2001-189-plan.ts';
import { type Ready, waysIn } from './creating.ts';
import { planContent, signedAll, type WorkerName, type World } from './world.ts';

const coach = 'pori-coach';
const official = 'pori-social-worker';
const ofWork = 'work-social-worker';
const today = day('2021-06-17');
const first = { from: '2021-03-22', to: '2021-06-22' };
const second = { from: '2021-06-22', to: '2021-09-22' };

/** What a plan of rehabilitative work says besides its days. */
const planned = (on: string) => ({
  ...{ kind: 'activation' as const, daysAWeek: 2, hoursADay: 4, goals: ['Päivärytmi'] },
  ...{ informedOfBenefitsOn: on, signatures: signedAll(on) },
  items: { ...planContent, ...Object.fromEntries(activationPlanItems(day(on)).map(({ key }) => [key, 'Sovittu'])) },
});
const granted = { outcome: 'grant', reasons: 'Suunnitelman mukaan.', provisions: ['189/2001:13b'] } as const;

/** A client in the last days of a period of rehabilitative work. */
async function inPeriod(world: World) {
  const { clientId, referralId } = await world.refer({ organiser: 'work', receivedOn: '2021-03-01' });
  const on = day('2021-03-15');
  const plan = { clientId, referralId, service: 'rehabilitative-work', madeOn: on, during: first, ...planned(on) };
  const { planId } = await world.perform(makePlan, { ...plan, reviewOn: '2021-06-10' } as never, ofWork, on);
  const decision = { clientId, referralId, planId, ...granted, decidedOn: on, during: first };
  const { decisionId } = await world.perform(decide, decision as never, ofWork, on);
  const offeringId = world.work.offerings['rehabilitative-work'] ?? '';
  const workerId = world.workerId('work-instructor');
  const start = { clientId, decisionId, offeringId, from: first.from, workerId };
  const { relationshipId } = await world.perform(startRelationship, start, ofWork, on);
  const groupId = world.work.groups['rehabilitative-work'];
  const slots = [1, 3].map((weekday) => ({ weekday, half: 'am' }));
  const where = { clientId, relationshipId, groupId, slots, hoursADay: 4, from: first.from };
  await world.perform(place, where as never, ofWork, on);
  return { clientId, relationshipId };
}

/** How each such act is made ready, by its name. */
export function creatingLater(world: World): Readonly<Record<string, () => Promise<Ready>>> {
  const { atWork, withAccount } = waysIn(world);
  const of = (by: WorkerName, input: Ready['input']): Ready => ({ by, input });
  const nextPeriod = {
    ...{ source: 'te-office-activation-plan', receivedOn: today, during: second, reviewOn: '2021-09-01' },
    ...{ reasons: 'Jatketaan suunnitelman mukaan.', provisions: ['189/2001:13b'] },
  };
  return {
    separateRecords: async () => {
      const [a, b] = [await world.refer({ familyName: 'Erillinen' }), await world.refer({ familyName: 'Erillinen' })];
      await world.perform(joinRecords, { clientId: a.clientId, otherId: b.clientId }, official);
      return of(official, { clientId: a.clientId, recordIds: [b.clientId] });
    },
    openEndedClient: async () => {
      const { clientId, referralId } = await world.refer({ receivedOn: '2021-01-04' });
      await world.perform(withdrawReferral, { clientId, referralId, on: '2021-01-05' }, official, day('2021-01-05'));
      return of(official, { clientId, reason: 'client-asked', words: 'Asiakas pyysi tietonsa.' });
    },
    lengthenPlacements: async () => {
      const { clientId, relationshipId, placementId } = await atWork();
      await world.perform(endPlacement, { clientId, placementId, on: '2021-06-16' }, official);
      return of(official, { clientId, relationshipId, placementIds: [placementId] });
    },
    leaveContactsOutside: async () => {
      const { clientId, relationshipId } = await atWork();
      return of(coach, { clientId, relationshipId, from: '2021-06-01' });
    },
    takeContactsIn: async () => {
      const { clientId, relationshipId } = await atWork();
      return of(coach, { clientId, relationshipId });
    },
    answerPayer: async () => {
      const { clientId } = await inPeriod(world);
      return of('work-finance', { clientId, benefit: 'social-assistance', during: { from: '2021-05-01', to: null } });
    },
    answerTravel: async () => {
      const { clientId } = await inPeriod(world);
      const paid = { benefit: 'social-assistance', during: { from: '2021-05-01', to: null } } as const;
      await world.perform(answerPayer, { clientId, ...paid }, 'work-finance');
      const way = { means: 'on-foot', amount: 0, reason: 'Asuu vieressä', during: { from: '2023-01-01', to: null } };
      return of('work-finance', { clientId, ...way });
    },
    settleCorrections: async () => {
      const { rows } = await sql<{ month: string }>`select to_char(month_on, 'YYYY-MM') as month from compensation_month
        where organiser_id = ${world.pori.id} limit 1`.execute(world.db.owner);
      if (!rows[0]) await world.perform(closeMonth, { month: '2019-01' }, 'pori-finance');
      return of('pori-finance', { month: rows[0]?.month ?? '2019-01' });
    },
    continuePeriod: async () => of(ofWork, { ...(await inPeriod(world)), ...nextPeriod, ...planned(today) }),
    continueDecided: async () => {
      const { clientId, relationshipId } = await inPeriod(world);
      const matter = { service: 'rehabilitative-work', source: 'te-office-activation-plan', kind: 'referral' } as const;
      const received = { clientId, ...matter, receivedOn: '2021-06-10' };
      const { referralId } = await world.perform(receiveReferralOfClient, received, ofWork);
      const plan = { clientId, referralId, service: 'rehabilitative-work', madeOn: today, during: second };
      const made = { ...plan, ...planned(today), reviewOn: '2021-09-01' };
      const { planId } = await world.perform(makePlan, made as never, ofWork);
      const decision = { clientId, referralId, planId, ...granted, decidedOn: today, during: second };
      await world.perform(decide, decision as never, ofWork);
      return of(ofWork, { clientId, relationshipId });
    },
    handOverClients: async () => {
      const { clientId } = await atWork();
      const { rows } = await sql<{ id: string }>`
        select id from relationship_responsible where client_id = ${clientId}`.execute(world.db.owner);
      const moves = [{ id: rows[0]?.id, role: 'coach', toId: world.workerId('pori-coach-2') }];
      const during = { from: '2021-07-01', to: null };
      return of('pori-manager', { workerId: world.workerId(coach), during, moves });
    },
    decidePassword: async () => {
      const workerId = await withAccount();
      await world.perform(resetPassword, { workerId }, 'pori-administrator');
      return of('pori-manager', { workerId, outcome: 'confirmed' });
    },
  };
}
