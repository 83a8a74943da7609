import { z } from 'zod';
import { addYears, zDay } from '../../kernel/day.ts';
import { foldedWords } from '../../kernel/fold.ts';
import { zId } from '../../kernel/id.ts';
import { covers, overlaps, range, zRange } from '../../kernel/range.ts';
import { zDone, zEdited, zSeen } from '../../kernel/seen.ts';
import { zService } from '../../kernel/service.ts';
import { basisFor } from '../../law/basis.ts';
import { cite } from '../../law/provisions.ts';
import { act, ask, permittedOf, type Refuse, type Run, type Who, zPermitted } from '../../server/act.ts';
import type { Read, Write } from '../../server/database/pool.ts';
import {
  type Account,
  accountsOf,
  askForPassword,
  confirmPassword,
  dropPassword,
  openAccountFor,
  unlock,
} from '../../server/sign-in/accounts.ts';
import { changeGroup } from '../organiser/acts.ts';
import { groupsOf, offeringsOf, standingGroup } from '../organiser/reads.ts';
import { zCitable } from '../organiser/words.ts';
import { competenceFactsOf } from '../succession/reads.ts';
import { competenceIn } from '../succession/rules.ts';
import { workerAccess } from './access.ts';
import {
  decidingRightsFrom,
  groupLeadsOn,
  isUnitOf,
  letterSharesFrom,
  postAsHeld,
  postRequestsOf,
  staffOf,
  standingLeads,
  standingPost,
  standingRight,
  standingShares,
  standingWorker,
  workersDuring,
  workersOn,
  worksAtUnitOf,
} from './reads.ts';
import {
  decidingFault,
  leadTurns,
  letterFaults,
  opensMore,
  postFault,
  sharesOf,
  stretchesOf,
  turnsWithin,
  uncoveredDays,
} from './rules.ts';
import { workerRefusals } from './texts.ts';
import {
  leadingRoles,
  type PostDetails,
  type Staff,
  type WorkerDetails,
  zDecidingRight,
  zGroupLead,
  zLetterSharing,
  zLetterStretch,
  zNewDecidingRights,
  zPostDetails,
  zPostRequest,
  zRole,
  zStaff,
  zUsername,
  zWorker,
  zWorkerDetails,
} from './words.ts';
import {
  askForPost,
  decidePostRequest,
  deleteDecidingRight,
  fitGroupLeads,
  insertDecidingRights,
  insertPost,
  insertWorker,
  lengthenGroupLeads,
  replaceGroupLeads,
  replaceLetterShares,
  updateDecidingRight,
  updatePost,
  updateWorker,
} from './writes.ts';

export const workers = ask({
  name: 'workers',
  method: 'GET',
  path: '/api/workers',
  says: 'List the workers of one’s organiser with a post today',
  input: z.strictObject({ role: zRole.optional() }),
  output: z.object({ workers: z.array(zWorker) }),
  may: workerAccess.workers,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, input, who, today }) => ({
    workers: await workersOn(tx, who.organiserId, today, input.role ? [input.role] : null),
  }),
});

export const groupLeads = ask({
  name: 'groupLeads',
  method: 'GET',
  path: '/api/groups/leads',
  says: 'List the groups of one’s organiser with who leads each today, and who after that',
  input: z.strictObject({}),
  output: z.object({ groups: z.array(zGroupLead) }),
  may: workerAccess.groupLeads,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who, today }) => ({ groups: await groupLeadsOn(tx, who.organiserId, today) }),
});

export const planGroupLeads = act({
  name: 'planGroupLeads',
  method: 'POST',
  path: '/api/groups/{groupId}/leads',
  says: 'Plan who leads a group from a day on: in turns where the group’s lead changes, else the one who is named',
  input: z.strictObject({ groupId: zId, workerIds: z.array(zId).min(1).max(12), from: zDay, seen: zSeen }),
  output: z.object({ turns: z.array(z.object({ workerId: zId, from: zDay, to: zDay.nullable() })) }),
  may: workerAccess.planGroupLeads,
  audited: { change: ({ groupId, from }) => ({ groupId, from }) },
  refuses: workerRefusals,
  // Days that somebody was to lead are led by somebody still, where clients are in the group.
  conflicts: {
    placement_holds_lead: { code: 'turns-end-sooner', field: 'workerIds' },
    leads_in_task: { code: 'no-such-worker', field: 'workerIds' },
  },
  edits: ({ tx, who, input }) => standingLeads(tx, who.organiserId, input.groupId),
  run: async ({ tx, who, input, refuse }) => {
    const group = (await groupLeadsOn(tx, who.organiserId, input.from)).find(
      ({ groupId }) => groupId === input.groupId,
    );
    if (!group) return refuse('no-such-group');
    // Instructors agree on the turns where they work; elsewhere one would come to clients by one's own word.
    const isWide = who.roles.some((role) => role === 'manager' || role === 'administrator');
    if (!isWide && !(await worksAtUnitOf(tx, group.groupId))) return refuse('leads-of-another-unit');
    // Whoever leads a group sees its clients: nobody comes to them by it whose post opens none.
    const able = new Set((await workersOn(tx, who.organiserId, input.from, leadingRoles)).map(({ id }) => id));
    const stranger = input.workerIds.findIndex((workerId) => !able.has(workerId));
    if (stranger >= 0) return refuse('no-such-worker', { field: `workerIds.${stranger}` });
    const [first] = input.workerIds;
    const turns = turnsWithin(
      group.rotationMonths
        ? leadTurns(input.workerIds, input.from, group.rotationMonths, input.workerIds.length)
        : [{ workerId: first as string, during: range(input.from) }],
      (await groupsOf(tx, who.organiserId)).find(({ id }) => id === group.groupId)?.during.to ?? null,
    );
    for (const [n, { workerId, during }] of turns.entries()) {
      if (!(await workersDuring(tx, who.organiserId, during, leadingRoles)).has(workerId))
        return refuse('post-ends-before', { field: `workerIds.${n}` });
    }
    await replaceGroupLeads(tx, who.organiserId, group.groupId, turns, input.from);
    return { turns: turns.map(({ workerId, during }) => ({ workerId, ...during })) };
  },
});

export const changeGroupWithLeads = act({
  name: 'changeGroupWithLeads',
  method: 'PUT',
  path: '/api/groups/{groupId}/with-leads',
  says: 'Change a group and let who leads it end with it; who led it to its end leads on where it goes on',
  input: changeGroup.input,
  output: changeGroup.output,
  may: workerAccess.changeGroupWithLeads,
  audited: { change: ({ seen: _, ...input }) => input },
  refuses: changeGroup.refuses,
  conflicts: changeGroup.conflicts ?? {},
  edits: ({ tx, who, input }) => standingGroup(tx, who.organiserId, input.groupId),
  run: async (call) => {
    const { tx, who, input } = call;
    const before = (await groupsOf(tx, who.organiserId)).find(({ id }) => id === input.groupId);
    await fitGroupLeads(tx, input.groupId, input.during);
    const changed = await changeGroup.run(call);
    await lengthenGroupLeads(tx, input.groupId, before?.during.to ?? null, input.during.to);
    return changed;
  },
});

type Refused = Refuse<typeof workerRefusals>;

export const letterShares = ask({
  name: 'letterShares',
  method: 'GET',
  path: '/api/letter-shares',
  says: 'Tell which social worker answers for which first letters of surnames, today and from days to come',
  input: z.strictObject({}),
  output: z.object({
    shares: z.array(zLetterStretch.extend({ worker: z.string(), during: zRange })),
    /** Of the shares, for a new sharing to tell that it saw them. */
    version: z.string().nullable(),
    /** Those among whom the letters can be shared. */
    workers: z.array(zWorker),
  }),
  may: workerAccess.letterShares,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who, today }) => {
    const saved = await letterSharesFrom(tx, who.organiserId, today);
    const text = stretchesOf(saved);
    return {
      shares: saved.map(({ worker, during }, n) => ({ ...(text[n] as (typeof text)[number]), worker, during })),
      version: (await standingShares(tx, who.organiserId, today))?.version ?? null,
      workers: await workersOn(tx, who.organiserId, today, ['social-worker']),
    };
  },
});

export const shareLetters = act({
  name: 'shareLetters',
  method: 'POST',
  path: '/api/letter-shares',
  says: 'Share the first letters of surnames among social workers, as a whole, from a day on; present clients stay',
  input: zLetterSharing.extend({ seen: zSeen }),
  output: zEdited,
  may: workerAccess.shareLetters,
  audited: { change: ({ from, shares }) => ({ from, shares }) },
  refuses: workerRefusals,
  edits: ({ tx, who, today }) => standingShares(tx, who.organiserId, today),
  run: async ({ tx, who, input: { from, shares }, today, refuse }) => {
    // Who answered on days that are over is a fact, not a plan.
    if (from < today) return refuse('day-is-past', { field: 'from' });
    const { leftOut, twice, backwards } = letterFaults(shares);
    const [wrong] = backwards;
    if (wrong !== undefined) return refuse('letters-backwards', { field: `shares.${wrong}.last` });
    if (twice.length > 0) return refuse('letters-twice', { field: 'shares', expected: twice.join(' ') });
    if (leftOut.length > 0) return refuse('letters-left-out', { field: 'shares', expected: leftOut.join(' ') });
    const able = new Set((await workersOn(tx, who.organiserId, from, ['social-worker'])).map(({ id }) => id));
    const stranger = shares.findIndex(({ workerId }) => !able.has(workerId));
    if (stranger >= 0) return refuse('no-such-worker', { field: `shares.${stranger}.workerId` });
    const staying = await workersDuring(tx, who.organiserId, range(from), ['social-worker']);
    const leaving = shares.findIndex(({ workerId }) => !staying.has(workerId));
    if (leaving >= 0) return refuse('post-ends-before', { field: `shares.${leaving}.workerId` });
    await replaceLetterShares(tx, who.organiserId, sharesOf(shares), from);
    return { done: true as const };
  },
});

const offered = { addWorker: workerAccess.changeStaff };

export const staff = ask({
  name: 'staff',
  method: 'GET',
  path: '/api/staff',
  says: 'List who works and worked for one’s organiser, with their posts and how they sign in',
  input: z.strictObject({}),
  output: z.object({ workers: z.array(zStaff), permitted: zPermitted(offered) }),
  may: workerAccess.staff,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who }) => {
    const accounts = new Map((await accountsOf(tx, who.organiserId)).map((one) => [one.workerId, one]));
    const workers = (await staffOf(tx, who.organiserId)).map((one): Staff => {
      const account = accounts.get(one.id);
      return {
        ...one,
        account: account
          ? {
              username: account.username,
              waitsUntil: account.waitsUntil,
              mustChange: account.mustChange,
              passwordGiven: account.givenAt === null ? null : { at: account.givenAt, by: account.givenBy },
              passwordAsked:
                account.askedAt === null || account.askedBy === null
                  ? null
                  : { at: account.askedAt, by: account.askedBy, own: mayNotConfirm(account, who), lost: account.lost },
            }
          : null,
      };
    });
    return { workers, permitted: permittedOf(offered, who, []) };
  },
});

/** Whoever asked for a new password is told one half of it, and whose it is would need no second person: another tells the other half. */
const mayNotConfirm = ({ workerId, askedById }: Account, who: Who) =>
  askedById === who.workerId || workerId === who.workerId;

/** A worker of the organiser's, with the posts; refuses where there is none. */
async function colleague(
  { tx, who, refuse }: { readonly tx: Read; readonly who: Who; readonly refuse: Refused },
  workerId: string,
) {
  const readFound = (await staffOf(tx, who.organiserId)).find(({ id }) => id === workerId);
  return readFound ?? refuse('no-such-colleague');
}

async function mustBeWhole(
  { tx, who, refuse }: { readonly tx: Read; readonly who: Who; readonly refuse: Refused },
  post: PostDetails,
): Promise<void> {
  const fault = postFault(post);
  if (fault) return refuse(fault, { field: 'unitId' });
  if (post.unitId !== null && !(await isUnitOf(tx, who.organiserId, post.unitId)))
    return refuse('no-such-unit', { field: 'unitId' });
}

const wordsOf = ({ familyName, givenName }: Pick<WorkerDetails, 'familyName' | 'givenName'>) =>
  foldedWords(`${familyName} ${givenName}`).toSorted().join(' ');

/** Two of one name, in whatever letters and order, are told apart by e-mail; without one, the second may be the first again. */
async function mustBeToldApart(
  { tx, who, refuse }: { readonly tx: Read; readonly who: Who; readonly refuse: Refused },
  details: Pick<WorkerDetails, 'familyName' | 'givenName' | 'email'>,
  workerId: string | null = null,
): Promise<void> {
  const email = details.email?.toLowerCase() ?? null;
  const isAlike = (await staffOf(tx, who.organiserId)).some(
    (one) =>
      one.id !== workerId &&
      wordsOf(one) === wordsOf(details) &&
      (email === null || one.email?.toLowerCase() === email),
  );
  if (isAlike) refuse('namesake-alike', { field: 'email' });
}

const unitConflicts = { post_within_unit: 'unit-not-in-use' } as const;

const accountConflicts = {
  platform_account_username_key: 'username-taken',
  platform_account_worker_id_key: 'has-account',
} as const;

export const addWorker = act({
  name: 'addWorker',
  method: 'POST',
  path: '/api/staff',
  says: 'Add a colleague with a first post, which a second person confirms, and with an account: the first half of its password is told once, the other half to a second person who confirms it',
  input: z.strictObject({ ...zWorkerDetails.shape, ...zPostDetails.shape, username: zUsername.nullable() }),
  output: z.object({ workerId: zId, half: z.string().nullable(), waits: z.boolean() }),
  may: workerAccess.changeStaff,
  audited: { change: ({ role, username }, { workerId }) => ({ workerId, role, username }) },
  refuses: workerRefusals,
  conflicts: { ...accountConflicts, ...unitConflicts },
  run: async ({ tx, who, input, keys, refuse }) => {
    const { username } = input;
    await mustBeWhole({ tx, who, refuse }, input);
    await mustBeToldApart({ tx, who, refuse }, input);
    const workerId = await insertWorker(tx, who.organiserId, input);
    const waits = (await giveOrAsk(tx, who, workerId, input)) === null;
    if (username === null) return { workerId, half: null, waits };
    await openAccountFor(tx, workerId, username);
    return { workerId, half: await askFor({ tx, who, keys, refuse }, workerId), waits };
  },
});

/** Gives the post, or asks for it where it opens clients: null where it waits for a second person. */
async function giveOrAsk(tx: Write, who: Who, workerId: string, post: PostDetails): Promise<string | null> {
  // The first post of an organiser is given by the operator who founds it: there is nobody yet to ask or to confirm.
  const isFirst = (await staffOf(tx, who.organiserId)).every(({ posts }) => posts.length === 0);
  if (isFirst || !opensMore(post, [])) return insertPost(tx, who.organiserId, workerId, post);
  await askForPost(tx, who, workerId, null, zPostDetails.strip().parse(post));
  return null;
}

export const changeWorker = act({
  name: 'changeWorker',
  method: 'PUT',
  path: '/api/staff/{workerId}',
  says: 'Change a colleague’s name, phone, e-mail or language',
  input: zWorkerDetails.extend({ workerId: zId, seen: zSeen }),
  output: zEdited,
  may: workerAccess.changeStaff,
  audited: { change: ({ workerId }) => ({ workerId }) },
  refuses: workerRefusals,
  edits: ({ tx, who, input }) => standingWorker(tx, who.organiserId, input.workerId),
  run: async ({ tx, who, input: { workerId, seen: _, ...details }, refuse }) => {
    await colleague({ tx, who, refuse }, workerId);
    await mustBeToldApart({ tx, who, refuse }, details, workerId);
    await updateWorker(tx, workerId, details);
    return { done: true as const };
  },
});

export const givePost = act({
  name: 'givePost',
  method: 'POST',
  path: '/api/staff/{workerId}/posts',
  says: 'Give a colleague a role from a day on; nobody gives one to oneself, and one that opens clients waits for a second person',
  input: zPostDetails.extend({ workerId: zId }),
  output: z.object({ postId: zId.nullable(), waits: z.boolean() }),
  may: workerAccess.changeStaff,
  audited: { change: ({ workerId, role, during }) => ({ workerId, role, during }) },
  refuses: workerRefusals,
  conflicts: { worker_post_worker_id_role_during_key: 'post-overlaps', ...unitConflicts },
  run: async ({ tx, who, input: { workerId, ...post }, refuse }) => {
    if (workerId === who.workerId) return refuse('not-to-oneself');
    await colleague({ tx, who, refuse }, workerId);
    await mustBeWhole({ tx, who, refuse }, post);
    const isPending = (await postRequestsOf(tx, who.organiserId)).some(
      (one) =>
        one.workerId === workerId && one.postId === null && one.role === post.role && overlaps(one.during, post.during),
    );
    if (isPending) return refuse('asked-already', { field: 'role' });
    const postId = await giveOrAsk(tx, who, workerId, post);
    return { postId, waits: postId === null };
  },
});

export const changePost = act({
  name: 'changePost',
  method: 'PUT',
  path: '/api/staff/{workerId}/posts/{postId}',
  says: 'Change a colleague’s post, or end it on a day when nothing waits for it any more; one that opens more clients waits for a second person',
  input: zPostDetails.extend({ workerId: zId, postId: zId, seen: zSeen }),
  output: zEdited.extend({ waits: z.boolean() }),
  may: workerAccess.changeStaff,
  audited: { change: ({ workerId, postId, role, during }) => ({ workerId, postId, role, during }) },
  refuses: workerRefusals,
  conflicts: {
    worker_post_worker_id_role_during_key: 'post-overlaps',
    ...unitConflicts,
    post_holds_clients: { code: 'answers-for-clients', field: 'during' },
    post_holds_groups: { code: 'leads-groups', field: 'during' },
    post_holds_letters: { code: 'answers-for-letters', field: 'during' },
    worker_deciding_right_public_office_check: 'decides-still',
    deciding_right_professional: 'decides-still',
  },
  edits: ({ tx, who, input }) => standingPost(tx, who.organiserId, input.workerId, input.postId),
  run: async ({ tx, who, input: { workerId, postId, seen: _, ...post }, refuse }) => {
    if (workerId === who.workerId) return refuse('not-to-oneself');
    const { posts } = await colleague({ tx, who, refuse }, workerId);
    const before = posts.find(({ id }) => id === postId);
    if (!before) return refuse('no-such-post');
    if (before.role !== post.role) return refuse('other-role', { field: 'role' });
    await mustBeWhole({ tx, who, refuse }, post);
    if (opensMore(post, await postAsHeld(tx, postId))) {
      await askForPost(tx, who, workerId, postId, post);
      return { done: true as const, waits: true };
    }
    await updatePost(tx, postId, post, before.during.to);
    return { done: true as const, waits: false };
  },
});

export const postRequests = ask({
  name: 'postRequests',
  method: 'GET',
  path: '/api/post-requests',
  says: 'List the posts that wait for a second person, and whether one may confirm them oneself',
  input: z.strictObject({}),
  output: z.object({ requests: z.array(zPostRequest.extend({ own: z.boolean() })) }),
  may: workerAccess.confirmPost,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who }) => ({
    requests: (await postRequestsOf(tx, who.organiserId)).map(({ post: _, postId: __, ...request }) => ({
      ...request,
      own: request.askedById === who.workerId || request.workerId === who.workerId,
    })),
  }),
});

const postConflicts = {
  worker_post_worker_id_role_during_key: 'post-overlaps',
  ...unitConflicts,
} as const;

export const decidePost = act({
  name: 'decidePost',
  method: 'POST',
  path: '/api/post-requests/{requestId}',
  says: 'Confirm a post that another asked for, from when it holds, or refuse it; nobody confirms one’s own',
  input: z.strictObject({ requestId: zId, outcome: z.enum(['confirmed', 'refused']) }),
  output: z.object({ workerId: zId, role: zRole }),
  may: workerAccess.confirmPost,
  audited: { change: ({ requestId, outcome }, { workerId, role }) => ({ requestId, outcome, workerId, role }) },
  refuses: workerRefusals,
  conflicts: postConflicts,
  run: async ({ tx, who, input, refuse }) => {
    const request = (await postRequestsOf(tx, who.organiserId)).find(({ id }) => id === input.requestId);
    if (!request) return refuse('no-such-request');
    if (request.askedById === who.workerId || request.workerId === who.workerId) return refuse('second-person');
    // Decided first: the database lets a post that opens clients hold by its confirmation alone.
    await decidePostRequest(tx, request.id, input.outcome, who.workerId);
    await settlePost(tx, who, request, input.outcome, refuse);
    return { workerId: request.workerId, role: request.role };
  },
});

/** Lets a confirmed post hold. */
async function settlePost(
  tx: Write,
  who: Who,
  { workerId, postId, post }: Awaited<ReturnType<typeof postRequestsOf>>[number],
  outcome: 'confirmed' | 'refused',
  refuse: Refused,
): Promise<void> {
  if (outcome === 'refused') return;
  await mustBeWhole({ tx, who, refuse }, post);
  if (postId === null) {
    await insertPost(tx, who.organiserId, workerId, post);
    return;
  }
  const before = (await colleague({ tx, who, refuse }, workerId)).posts.find(({ id }) => id === postId);
  await updatePost(tx, postId, post, before?.during.to ?? null);
}

export const giveDecidingRights = act({
  name: 'giveDecidingRights',
  method: 'POST',
  path: '/api/staff/{workerId}/posts/{postId}/deciding-rights',
  says: 'Let a post in public office decide on services from a day on, by a delegation that its decisions cite',
  input: zNewDecidingRights.extend({ workerId: zId, postId: zId }),
  output: zDone,
  may: workerAccess.changeStaff,
  audited: { change: ({ workerId, postId, services, during }) => ({ workerId, postId, services, during }) },
  refuses: workerRefusals,
  conflicts: { deciding_right_once: 'decides-already', deciding_right_within_post: 'outside-post' },
  run: async ({ tx, who, input: { workerId, postId, ...rights }, refuse }) => {
    if (workerId === who.workerId) return refuse('not-to-oneself');
    const post = (await colleague({ tx, who, refuse }, workerId)).posts.find(({ id }) => id === postId);
    if (!post) return refuse('no-such-post');
    const fault = decidingFault(post, rights.services);
    if (fault) return refuse(fault, { field: 'services' });
    if (!covers(post.during, rights.during)) return refuse('outside-post', { field: 'during' });
    await insertDecidingRights(tx, who.organiserId, post, rights);
    return { done: true as const };
  },
});

export const changeDecidingRight = act({
  name: 'changeDecidingRight',
  method: 'PUT',
  path: '/api/staff/{workerId}/deciding-rights/{rightId}',
  says: 'Change from when to when a post decides; null takes away a right that was given by mistake and never held',
  input: z.strictObject({ workerId: zId, rightId: zId, during: zRange.nullable(), seen: zSeen }),
  output: zEdited,
  may: workerAccess.changeStaff,
  audited: { change: ({ workerId, rightId, during }) => ({ workerId, rightId, during }) },
  refuses: workerRefusals,
  conflicts: { deciding_right_once: 'decides-already', deciding_right_within_post: 'outside-post' },
  edits: ({ tx, who, input }) => standingRight(tx, who.organiserId, input.workerId, input.rightId),
  run: async ({ tx, who, input: { workerId, rightId, during }, today, refuse }) => {
    if (workerId === who.workerId) return refuse('not-to-oneself');
    const { posts } = await colleague({ tx, who, refuse }, workerId);
    const post = posts.find(({ decides }) => decides.some(({ id }) => id === rightId));
    const right = post?.decides.find(({ id }) => id === rightId);
    if (!post || !right) return refuse('no-such-right');
    if (during === null) {
      if (right.during.from < today) return refuse('right-has-held');
      await deleteDecidingRight(tx, rightId);
      return { done: true as const };
    }
    if (!covers(post.during, during)) return refuse('outside-post', { field: 'during' });
    await updateDecidingRight(tx, rightId, during);
    return { done: true as const };
  },
});

export const deciding = ask({
  name: 'deciding',
  method: 'GET',
  path: '/api/deciding',
  says: 'Tell who decides on each service of one’s organiser, by which delegation, and the days of the next year on which nobody does',
  input: z.strictObject({}),
  output: z.object({
    services: z.array(
      z.object({
        service: zService,
        /** The provisions by which decisions on the service are made today. */
        provisions: z.array(zCitable),
        deciders: z.array(zDecidingRight.omit({ service: true }).extend({ workerId: zId, name: z.string() })),
        gaps: z.array(zRange),
      }),
    ),
  }),
  may: workerAccess.staff,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who, today }) => {
    const year = range(today, addYears(today, 1));
    const rights = await decidingRightsFrom(tx, who.organiserId, today);
    const facts = await competenceFactsOf(tx, who.organiserId);
    const offered = (await offeringsOf(tx, who.organiserId)).filter(({ during }) => overlaps(during, year));
    return {
      services: [...new Set(offered.map(({ service }) => service))].map((service) => {
        const ofService = rights.filter((right) => right.service === service);
        // A right that holds for one provision alone decides on a part of what may be asked for.
        const whole = ofService.filter(({ provision }) => provision === null).map(({ during }) => during);
        const offeredDuring = offered.filter((one) => one.service === service).map(({ during }) => during);
        const notOffered = uncoveredDays(year, offeredDuring);
        // On days of another organiser's nobody here is to decide.
        const competent = facts && competenceIn(service, facts);
        const othersDays = uncoveredDays(year, competent ? [competent] : []);
        return {
          service,
          provisions: basisFor(service, today).map(({ id }) => ({ id, cite: cite(id, who.language) })),
          deciders: ofService.map(({ service: _, ...right }) => right),
          gaps: uncoveredDays(year, [...whole, ...notOffered, ...othersDays]),
        };
      }),
    };
  },
});

type Asks = Pick<Run<unknown, Write, typeof workerRefusals>, 'tx' | 'who' | 'keys' | 'refuse'>;

/** The account of a colleague; refuses where there is none. */
async function accountOf({ tx, who, refuse }: Omit<Asks, 'keys'>, workerId: string): Promise<Account> {
  return (await accountsOf(tx, who.organiserId)).find((one) => one.workerId === workerId) ?? refuse('no-account');
}

const askFor = async (asks: Asks, workerId: string, lost = false): Promise<string> =>
  askForPassword(asks.tx, asks.keys, await accountOf(asks, workerId), lost);

const zHalf = z.object({ half: z.string() });

export const openAccount = act({
  name: 'openAccount',
  method: 'POST',
  path: '/api/staff/{workerId}/account',
  says: 'Open an account for a colleague; the first half of its password is told once, the other half to a second person who confirms it',
  input: z.strictObject({ workerId: zId, username: zUsername }),
  output: zHalf,
  may: workerAccess.changeStaff,
  audited: { change: ({ workerId, username }) => ({ workerId, username }) },
  refuses: workerRefusals,
  conflicts: accountConflicts,
  run: async ({ tx, who, keys, input: { workerId, username }, refuse }) => {
    if (workerId === who.workerId) return refuse('own-password');
    await colleague({ tx, who, refuse }, workerId);
    await openAccountFor(tx, workerId, username);
    return { half: await askFor({ tx, who, keys, refuse }, workerId) };
  },
});

export const resetPassword = act({
  name: 'resetPassword',
  method: 'POST',
  path: '/api/staff/{workerId}/account/password',
  says: 'Ask for a new password for a colleague; its first half is told once, and the one before holds until a second person confirms it; codes and passkeys end with it only where they are lost',
  input: z.strictObject({ workerId: zId, lost: z.boolean().default(false) }),
  output: zHalf,
  may: workerAccess.changeStaff,
  audited: { change: ({ workerId, lost }) => ({ workerId, lost }) },
  refuses: workerRefusals,
  run: async ({ tx, who, keys, input: { workerId, lost }, refuse }) => {
    if (workerId === who.workerId) return refuse('own-password');
    return { half: await askFor({ tx, who, keys, refuse }, workerId, lost) };
  },
});

export const decidePassword = act({
  name: 'decidePassword',
  method: 'POST',
  path: '/api/staff/{workerId}/account/password/decision',
  says: 'Confirm a new password that another asked for, whose second half is told once, or drop it; open sessions end, and it is changed at the next sign-in',
  input: z.strictObject({ workerId: zId, outcome: z.enum(['confirmed', 'refused']) }),
  output: z.object({ half: z.string().nullable() }),
  may: workerAccess.confirmPost,
  audited: { change: ({ workerId, outcome }) => ({ workerId, outcome }) },
  refuses: workerRefusals,
  run: async ({ tx, who, keys, input: { workerId, outcome }, refuse }) => {
    const account = await accountOf({ tx, who, refuse }, workerId);
    const { half } = account;
    if (half === null) return refuse('no-password-asked');
    if (mayNotConfirm(account, who)) return refuse('password-second-person');
    if (outcome === 'confirmed') return { half: await confirmPassword(tx, keys, { ...account, half }) };
    await dropPassword(tx, workerId);
    return { half: null };
  },
});

export const unlockAccount = act({
  name: 'unlockAccount',
  method: 'POST',
  path: '/api/staff/{workerId}/account/unlock',
  says: 'Let a colleague try again at once, who would have to wait after too many wrong passwords',
  input: z.strictObject({ workerId: zId }),
  output: zDone,
  may: workerAccess.changeStaff,
  audited: { change: ({ workerId }) => ({ workerId }) },
  refuses: workerRefusals,
  run: async ({ tx, who, input: { workerId }, refuse }) => {
    await accountOf({ tx, who, refuse }, workerId);
    await unlock(tx, workerId);
    return { done: true as const };
  },
});
