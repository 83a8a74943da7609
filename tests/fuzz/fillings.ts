/** What acts are filled with by hand, where the schema and what stands in the database tell too little. */
import type { Random } from '../../demo/random.ts';
import { addDays, day } from '../../src/kernel/day.ts';
import type { Thing, Things } from './facts.ts';
import type { Filling } from './guess.ts';

const today = day('2021-06-17');

const described = (luck: Random) => ({
  organiser: luck.pick(['pori-perusturva', 'rauma']),
  service: 'disability-work',
});

const items = Object.fromEntries(
  [
    ...['description', 'goal', 'duration', 'period', 'support', 'other-services', 'evaluation'],
    ...['education', 'earlier-services', 'earlier-plans', 'measures'],
  ].map((item) => [item, 'Sovittu yhdessä']),
);

/** Of either group or workplace, the place that was chosen. */
const onePlace = ({ luck, chosen }: { luck: Random; chosen: ReadonlyMap<string, Thing> }) => {
  const group = luck.chance(0.6);
  return {
    groupId: group ? chosen.get('groupId')?.id : undefined,
    workplaceId: group ? undefined : chosen.get('workplaceId')?.id,
    everyWorkplace: undefined,
  };
};

const socialWorkersOf = (facts: Things, organiserId: string | undefined) =>
  facts.askers.filter((one) => one.organiserId === organiserId && one.roles.includes('social-worker'));

const lettersOf: Filling = ({ luck, facts, by }) => {
  const workers = socialWorkersOf(facts, by.organiserId);
  const first = workers.length > 0 ? luck.pick(workers).workerId : by.workerId;
  const second = workers.length > 0 ? luck.pick(workers).workerId : by.workerId;
  return {
    from: addDays(today, luck.int(0, 60)),
    shares: [
      { workerId: first, first: 'A', last: 'K' },
      { workerId: second, first: 'L', last: 'Ö' },
    ],
  };
};

/** A decision of the plainest kind, by the provisions that are offered for the matter. */
const decided: Filling = async ({ luck, chosen, read }) => {
  const ids = { clientId: chosen.get('clientId')?.id, referralId: chosen.get('referralId')?.id };
  const frame = await read('decisionFrame', ids);
  const provisions = ((frame?.provisions ?? []) as { id: string }[]).map(({ id }) => id);
  const isGrant = luck.chance(0.6);
  return {
    ...(isGrant
      ? { outcome: 'grant', during: { from: today, to: luck.chance(0.5) ? null : '2022-06-17' }, unheard: null }
      : {
          outcome: 'deny',
          during: null,
          unheard: { ground: 'rejected-at-once', because: 'Vaatimus on ilmeisen perusteeton.' },
        }),
    ...{
      planId: null,
      changesId: null,
      lastDay: null,
      inPart: false,
      easyReasons: null,
      offeringId: null,
      place: null,
    },
    ...{ mealCharge: null, explanations: { fixedTerm: 'Tarve on lyhyt.' }, reasons: 'Vastaa tarvetta.' },
    provisions: provisions.slice(0, luck.int(1, 2)),
  };
};

const ended: Filling = async (at) => ({
  ...(await decided(at)),
  ...{ outcome: 'end', during: null, explanations: {}, decidedOn: today, lastDay: addDays(today, at.luck.int(0, 30)) },
  unheard: { ground: 'rejected-at-once', because: 'Vaatimus on ilmeisen perusteeton.' },
  changesId: at.chosen.get('changesId')?.id,
  services: at.facts
    .ofClient('relationship_relationship', at.chosen.get('clientId')?.id ?? '')
    .slice(0, 1)
    .map(({ id }) => ({ relationshipId: id, reason: 'need-ended', destination: 'home', takeMarksBack: true })),
});

const dayAfter = (luck: Random) => addDays(today, luck.int(1, 90));

export const fillings: Readonly<Record<string, Filling>> = {
  computeFigure: ({ luck }) => ({
    ...described(luck),
    asOf: '2021-05-31',
    from: undefined,
    to: undefined,
    knownAt: undefined,
  }),
  figureCases: ({ by }) => ({
    organiser: by.organiserCode,
    service: 'disability-work',
    asOf: '2021-05-31',
    from: undefined,
    to: undefined,
    knownAt: undefined,
  }),
  describe: ({ luck }) => ({ ...described(luck), asOf: undefined, knownAt: undefined }),
  descriptionPdf: ({ luck }) => ({ ...described(luck), asOf: undefined, knownAt: undefined }),
  attendanceGrid: ({ luck, chosen }) => ({ ...onePlace({ luck, chosen }), from: '2021-06-14', to: '2021-06-21' }),
  markAllPresent: ({ luck, chosen }) => ({ ...onePlace({ luck, chosen }), on: addDays(today, -luck.int(0, 3)) }),
  shareLetters: lettersOf,
  handOverByLetters: lettersOf,
  letterShareEffect: lettersOf,
  changeGroup: () => ({ during: { from: '2010-01-01', to: null } }),
  makePlan: ({ chosen }) => {
    const service = chosen.get('referralId')?.row.service ?? 'open-work';
    const isRehabilitative = service === 'rehabilitative-work';
    return {
      service,
      ...(isRehabilitative ? { kind: 'activation', items } : { kind: 'service', items: {} }),
      ...{ madeOn: today, during: { from: today, to: '2021-12-17' }, reviewOn: '2021-09-01', goals: ['Päivärytmi'] },
      ...{ daysAWeek: 2, hoursADay: 4, informedOfBenefitsOn: today, signatures: undefined },
    };
  },
  signPlan: () => ({ capacity: 'ohjaaja', signedOn: today }),
  place: ({ luck, chosen }) => {
    const { everyWorkplace: _, groupId = null, workplaceId = null } = onePlace({ luck, chosen });
    return { groupId, workplaceId, wageSubsidy: undefined, from: addDays(today, luck.int(0, 20)), to: undefined };
  },
  joinRecords: ({ luck, by, facts }) => ({
    otherId: luck.pick(facts.of('client_client').filter(({ organiserId }) => organiserId === by.organiserId)).id,
  }),
  decidePassword: async ({ read }) => {
    const { workers = [] } = ((await read('staff', {})) ?? {}) as {
      workers?: { id: string; account: { passwordAsked: { own: boolean } | null } | null }[];
    };
    const waits = workers.find(({ account }) => account?.passwordAsked && !account.passwordAsked.own);
    return waits ? { workerId: waits.id, outcome: 'confirmed' } : {};
  },
  giveDecidingRights: ({ luck, by, facts }) => {
    const posts = facts
      .of('worker_post')
      .filter(({ organiserId, row }) => organiserId === by.organiserId && row.role === 'social-worker');
    const post = posts.length > 0 ? luck.pick(posts) : null;
    return post ? { postId: post.id, workerId: post.row.worker_id, during: { from: dayAfter(luck), to: null } } : {};
  },
  changeDecidingRight: ({ luck, by, facts }) => {
    const rights = facts.of('worker_deciding_right').filter(({ organiserId }) => organiserId === by.organiserId);
    const right = rights.length > 0 ? luck.pick(rights) : null;
    const post = facts.of('worker_post').find(({ id }) => id === right?.row.post_id);
    return right && post ? { rightId: right.id, workerId: post.row.worker_id } : {};
  },
  changePlan: () => ({ items }),
  correctPlan: () => ({ items }),
  continuePeriod: () => ({ items, inPart: false }),
  decide: async (at) => ({ ...(await decided(at)), decidedOn: today }),
  previewDecision: async (at) => ({ ...(await decided(at)), decidedOn: today }),
  presentDecision: decided,
  decideAndEnd: ended,
  approveAgreement: async ({ luck, chosen, read }) => {
    const ids = { clientId: chosen.get('clientId')?.id, agreementId: chosen.get('agreementId')?.id };
    const answer = (await read('agreement', ids))?.agreement as { contentHash?: string } | undefined;
    return { contentHash: answer?.contentHash ?? '', on: addDays(today, -luck.int(0, 5)), by: 'Asiakas Itse' };
  },
  markAttendance: ({ luck, by, facts }) => {
    const own = facts.of('placement_placement').filter(({ organiserId }) => organiserId === by.organiserId);
    const placementId = own.length > 0 ? luck.pick(own).id : by.workerId;
    return {
      marks: [
        { placementId, on: addDays(today, -luck.int(0, 9)), kind: luck.pick(['present', 'absent']), reason: null },
      ],
    };
  },
  recordGroupMeeting: ({ luck }) => ({ heldOn: addDays(today, -luck.int(0, 20)) }),
  endPostHandingOver: ({ luck }) => ({ lastDay: dayAfter(luck), ...(luck.chance(0.7) ? { moves: [] } : {}) }),
};
