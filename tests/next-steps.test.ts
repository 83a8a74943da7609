/** What comes next for a matter: one table, which page, worklist and the refusals of acts agree with in every state. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAgreement } from '../src/casework/agreement/acts.ts';
import { beginAssessment } from '../src/casework/assessment/acts.ts';
import { continueDecided } from '../src/casework/continuation/acts.ts';
import { decide, decisionFrame } from '../src/casework/decision/acts.ts';
import { place } from '../src/casework/placement/acts.ts';
import { makePlan } from '../src/casework/plan/acts.ts';
import { receiveReferralOfClient, withdrawReferral } from '../src/casework/referral/acts.ts';
import { noStep } from '../src/casework/referral/rules.ts';
import { type MatterState, type MatterStep, matterStates } from '../src/casework/referral/words.ts';
import { startRelationship } from '../src/casework/relationship/acts.ts';
import { type Day, day } from '../src/kernel/day.ts';
import { codeOf, ProblemError } from '../src/kernel/problem.ts';
import { clientPage } from '../src/screens/client/board.ts';
import { matterPage } from '../src/screens/matter/board.ts';
import { waitingBoard } from '../src/screens/waiting/board.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { partAtWorkplace } from './taking-part.ts';
import { explanations, makeWorld, unheard, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let workplaceId: string;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  await sql`insert into organiser_offering (organiser_id, service, provision_mode, during)
    values (${world.pori.id}, 'rehabilitative-work', 'own', daterange('2021-01-01', null))`.execute(db.owner);
  ({ workplaceId } = await partAtWorkplace(world, 'Kauppa'));
});
afterAll(() => db.close());

const by = 'pori-social-worker';
interface Matter {
  readonly clientId: string;
  readonly referralId: string;
  readonly decisionId: string | null;
  readonly relationshipId?: string;
  readonly placementId?: string;
  readonly groupId?: string;
}

const withdrawn = ({ clientId, referralId }: Matter) =>
  world.perform(withdrawReferral, { clientId, referralId, on: '2021-06-10' }, by);

async function decided(
  { clientId, referralId }: Matter,
  outcome: 'grant' | 'deny',
  during: { from: string; to: string | null } = { from: '2021-06-01', to: null },
  decidedOn: Day = day('2021-06-01'),
): Promise<string> {
  const frame = await world.perform(decisionFrame, { clientId, referralId }, by);
  const provisions = (outcome === 'grant' ? frame.provisions : frame.grounds).map(({ id }) => id);
  const decision = {
    ...{ clientId, referralId, decidedOn, reasons: 'Perustelu.', explanations, provisions },
    unheard: outcome === 'grant' ? null : unheard,
  };
  const answer = await world.perform(
    decide,
    { ...decision, outcome, during: outcome === 'grant' ? during : null } as never,
    by,
  );
  return answer.decisionId;
}

const started = (
  { clientId, decisionId }: Matter,
  from = '2021-06-02',
  offering: 'open-work' | 'work-activity' = 'open-work',
) =>
  world.perform(
    startRelationship,
    { clientId, decisionId: decisionId ?? '', offeringId: world.pori.offerings[offering] ?? '', from },
    by,
  );

const pending = async (): Promise<Matter> => ({
  ...(await world.refer({ receivedOn: '2021-05-03' })),
  decisionId: null,
});
const granted = async (during?: { from: string; to: string | null }): Promise<Matter> => {
  const matter = await pending();
  return { ...matter, decisionId: await decided(matter, 'grant', during) };
};

const old = async (): Promise<Matter> => ({
  ...(await world.refer({ receivedOn: '2021-05-03', birthOn: '1944-02-11' })),
  decisionId: null,
});
const assessed = ({ clientId, referralId }: Matter) =>
  world.perform(beginAssessment, { clientId, referralId, begunOn: '2021-06-10' }, by);

const nobody = '00000000-0000-7000-8000-000000000000';
const placedIn = (
  { clientId, relationshipId = nobody }: Matter,
  where: { groupId: string } | { workplaceId: string },
) =>
  world.perform(
    place,
    { clientId, relationshipId, ...where, slots: [{ weekday: 1, half: 'am' }], from: '2021-06-02' },
    by,
  );
const agreedAbout = ({ clientId, placementId = nobody }: Matter) =>
  world.perform(
    makeAgreement,
    { clientId, placementId, tasks: 'hyllytys', hours: 'ma', during: { from: '2021-06-02', to: '2022-06-02' } },
    by,
  );

/** What is asked of a plan of rehabilitative work; nobody has signed it yet. */
const draft = {
  service: 'rehabilitative-work' as const,
  kind: 'activation' as const,
  madeOn: '2021-05-10',
  during: { from: '2021-06-01', to: '2021-12-01' },
  reviewOn: '2021-11-20',
  daysAWeek: 2,
  hoursADay: 4,
  goals: ['Päivärytmi'],
  items: {
    goal: 'Päivärytmi työpajassa',
    duration: '4 tuntia, 2 päivää',
    period: 'Puoli vuotta',
    support: 'Ohjaaja päivittäin',
    'other-services': 'Ei muita palveluja',
    evaluation: 'Viimeistään 20.11.2021',
  },
  informedOfBenefitsOn: '2021-05-10',
};

const begun = async (offering?: 'work-activity'): Promise<Matter> => {
  const matter = await granted();
  return { ...matter, ...(await started(matter, '2021-06-02', offering)) };
};

/** Brings a new client's matter into each of the states, by the acts that lead there. */
const reach: Readonly<Record<MatterState, () => Promise<Matter>>> = {
  // Older than 75, and so to be assessed from the seventh working day.
  unassessed: () => old(),
  assessing: async () => {
    const matter = await old();
    await assessed(matter);
    return matter;
  },
  pending,
  drafted: async () => {
    const { clientId, referralId } = await world.refer({ service: 'rehabilitative-work', receivedOn: '2021-05-03' });
    await world.perform(makePlan, { clientId, referralId, ...draft }, by);
    return { clientId, referralId, decisionId: null };
  },
  planned: async () => {
    const matter = await pending();
    const plan = { service: 'open-work' as const, kind: 'service' as const, madeOn: '2021-05-10', goals: ['Työ'] };
    const days = { during: { from: '2021-05-10', to: null }, reviewOn: '2021-12-01' };
    await world.perform(makePlan, { clientId: matter.clientId, referralId: matter.referralId, ...plan, ...days }, by);
    return matter;
  },
  withdrawn: async () => {
    const matter = await pending();
    await withdrawn(matter);
    return matter;
  },
  denied: async () => {
    const matter = await pending();
    return { ...matter, decisionId: await decided(matter, 'deny') };
  },
  granted: () => granted(),
  unplaced: () => begun(),
  grouped: async () => {
    const matter = await begun('work-activity');
    const groupId = world.pori.groups['work-activity'] ?? '';
    return { ...matter, groupId, ...(await placedIn(matter, { groupId })) };
  },
  unagreed: async () => {
    const matter = await begun();
    return { ...matter, ...(await placedIn(matter, { workplaceId })) };
  },
  begun: async () => {
    const matter = await begun();
    const part = { ...matter, ...(await placedIn(matter, { workplaceId })) };
    await agreedAbout(part);
    return part;
  },
  'in-service': async () => {
    const first = await granted({ from: '2021-06-01', to: '2021-06-10' });
    const begun = await started(first);
    // Granted anew while the service goes on, and carried on by it: nothing begins.
    const again = await world.perform(
      receiveReferralOfClient,
      {
        clientId: first.clientId,
        service: 'open-work',
        source: 'own-contact',
        kind: 'own-contact',
        receivedOn: '2021-06-03',
      },
      by,
    );
    const matter = { clientId: first.clientId, referralId: again.referralId, decisionId: null };
    const decisionId = await decided(matter, 'grant', { from: '2021-06-10', to: null }, day('2021-06-10'));
    await world.perform(continueDecided, { clientId: first.clientId, relationshipId: begun.relationshipId }, by);
    return { ...matter, decisionId };
  },
  'run-out': () => granted({ from: '2021-06-01', to: '2021-06-10' }),
};

const doing: Readonly<Record<Exclude<MatterStep, 'plan'>, (matter: Matter) => Promise<unknown>>> = {
  assess: assessed,
  decide: (matter) => decided(matter, 'grant', { from: '2021-06-15', to: null }, day('2021-06-15')),
  withdraw: withdrawn,
  start: (matter) => started(matter, '2021-06-05'),
  place: (matter) => placedIn(matter, matter.groupId ? { groupId: matter.groupId } : { workplaceId }),
  agree: agreedAbout,
};
const reasons = [
  'already-decided',
  'already-withdrawn',
  'not-granted',
  'no-such-relationship',
  'no-such-placement',
  'not-at-workplaces',
];
/** The worklist of matters goes as far as the beginning of a service; what is placed is told by page and workplace. */
const ofWorklist = ['assess', 'plan', 'decide', 'start'];

async function refusalOf(done: Promise<unknown>): Promise<string | null> {
  try {
    await done;
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return codeOf(error.problem);
    throw error;
  }
}

describe.each(matterStates)('a matter that is %s', (state) => {
  test('is told so on the client’s page, whose next step is the worklist’s', async () => {
    const { clientId, referralId, decisionId } = await reach[state]();
    const page = await world.perform(clientPage, { clientId }, by);
    const answer = page.referrals.find(({ id }) => id === referralId);
    expect(answer?.matter).toBe(state);
    const { rows } = await world.perform(waitingBoard, {}, by);
    const waits = rows
      .filter(({ step, id }) => (step === 'decide' || step === 'start') && (id === referralId || id === decisionId))
      .map(({ next }) => next);
    expect(waits).toEqual(answer?.next.filter((step) => ofWorklist.includes(step)));
    const service = page.relationships.find((one) => one.decisionId === decisionId);
    expect(service?.next ?? []).toEqual(
      answer?.next.filter((step) => service !== undefined && !ofWorklist.includes(step)),
    );
    const own = await world.perform(matterPage, { clientId, referralId }, by);
    expect(own.state).toBe(state);
  });

  test.each(['assess', 'decide', 'withdraw', 'start', 'place', 'agree'] as const)(
    'refuses to %s for the reason of the table alone',
    async (step) => {
      const matter = await reach[state]();
      const none = noStep(state, step);
      // Without a decision there is nothing that one could begin by.
      if (step === 'start' && matter.decisionId === null) return expect(none).toBe('not-granted');
      const code = await refusalOf(doing[step](matter));
      return none === null ? expect(reasons).not.toContain(code) : expect(code).toBe(none);
    },
  );
});
