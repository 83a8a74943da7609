import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { addDays, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { formatDay, type Language } from '../../kernel/language.ts';
import { cents } from '../../kernel/money.ts';
import { monthRange, untilNext, zRange } from '../../kernel/range.ts';
import { zDone, zEdited, zSeen } from '../../kernel/seen.ts';
import { activityAllowanceProvisionOn, travelPaidDuring } from '../../law/act-2001-189.ts';
import { cite } from '../../law/provisions.ts';
import { act, ask, permittedOf, zPermitted } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { withVersion } from '../../server/version.ts';
import { toldApart } from '../client/reads.ts';
import { zWhy } from '../client/words.ts';
import { zMonth } from '../participation/words.ts';
import { travelAccess } from './access.ts';
import { payingDays, standingWay, standingWays, travelAskedOf, travelQuestions, waysOf, waysVersion } from './reads.ts';
import { travelDaysIn, travelFault } from './rules.ts';
import { travelRefusals } from './texts.ts';
import {
  type RecordedWay,
  type TravelDetails,
  type TravelWay,
  zNewWay,
  zTravelDetails,
  zTravelQuestion,
  zTravelWay,
} from './words.ts';
import { deleteWay, endWay, insertWay, insertWayFrom, updateWay } from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };
const conflicts = { travel_way_once: { code: 'way-overlaps', field: 'during' } } as const;

const { travelOf: _read, travelMonth: _month, answerTravel: _answer, ...offered } = travelAccess;

/** What law and benefits say against a way, as a refusal's field and detail; null where nothing does. */
async function faultOf(tx: Read, clientId: string, way: TravelDetails, language: Language) {
  const fault = travelFault(way, await payingDays(tx, clientId));
  if (!fault) return null;
  return fault.on === null
    ? {
        why: fault.why,
        more: { field: 'amount', cites: cite(activityAllowanceProvisionOn(way.during.from).id, language) },
      }
    : { why: fault.why, more: { field: 'during.from', detail: formatDay(fault.on, language) } };
}

const wayOf = ({ means, amount, reason, during }: z.output<typeof zNewWay>): RecordedWay => ({
  ...{ means, reason, during },
  amount: cents(amount),
});

// Why a protected client's way was agreed on is in no list of corrections either; the old versions have it.
const withoutWhy = ({ id: _, reason: __, ...was }: TravelWay) => was;

export const travelOf = ask({
  name: 'travelOf',
  method: 'GET',
  path: '/api/clients/{clientId}/travel',
  says: 'Tell how a client gets to rehabilitative work, what it costs, and of which days nobody has said so; why, where the address is not protected',
  input: z.strictObject({ clientId: zId }),
  output: z.object({
    basis: z.string(),
    /** On which days the organiser is who pays, and travel with it. */
    paying: z.array(zRange),
    ways: z.array(zTravelWay.extend({ version: z.string() })),
    /** Of all of them, for another to tell that it saw them. */
    version: z.string(),
    /** Days of participation of which nobody has said what the way costs. */
    openDays: z.array(zDay),
    permitted: zPermitted(offered),
  }),
  may: travelAccess.travelOf,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input: { clientId }, who, relations, today }) => {
    const days = travelDaysIn(travelPaidDuring, addDays(today, 1));
    const [ways, paying, openDays] = await Promise.all([
      waysOf(tx, clientId),
      payingDays(tx, clientId),
      days ? travelAskedOf(tx, clientId, days) : [],
    ]);
    return {
      basis: cite(activityAllowanceProvisionOn(today).id, who.language),
      paying: paying.filter(({ to }) => to === null || to > travelPaidDuring.from),
      ways: ways.map(withVersion(zTravelDetails)),
      version: waysVersion(ways),
      openDays: [...openDays],
      permitted: permittedOf(offered, who, relations),
    };
  },
});

export const recordTravel = act({
  name: 'recordTravel',
  method: 'POST',
  path: '/api/clients/{clientId}/travel',
  says: 'Record how a client gets to rehabilitative work from a day on, and what a day costs; the way before it ends',
  input: zNewWay.extend({ clientId: zId, seen: zSeen }).strict(),
  output: zEdited,
  may: travelAccess.recordTravel,
  audited: ofClient,
  refuses: travelRefusals,
  conflicts,
  edits: ({ tx, input }) => standingWays(tx, input.clientId),
  run: async ({ tx, input: { clientId, seen: _, ...details }, who, refuse }) => {
    const { from, to } = details.during;
    const during = to === null ? untilNext(await waysOf(tx, clientId), from, null) : details.during;
    const way = wayOf({ ...details, during });
    const fault = await faultOf(tx, clientId, way, who.language);
    if (fault) return refuse(fault.why, fault.more);
    await insertWayFrom(tx, { organiserId: who.organiserId, clientId, workerId: who.workerId }, way);
    return { done: true as const };
  },
});

const correctsWay = correctionOf('wayId');

export const changeTravel = act({
  name: 'changeTravel',
  method: 'PATCH',
  path: '/api/clients/{clientId}/travel/{wayId}',
  says: 'Correct what is recorded of a client’s way, and say why; what closed months paid by it becomes correcting lines',
  input: zNewWay.extend({ clientId: zId, wayId: zId, why: zWhy, seen: zSeen }).strict(),
  output: zCorrected,
  may: travelAccess.changeTravel,
  audited: ofClient,
  refuses: travelRefusals,
  conflicts,
  corrects: correctsWay,
  edits: ({ tx, input: { clientId, wayId } }) => standingWay(tx, clientId, wayId),
  run: async ({ tx, input: { clientId, wayId, why: _, seen: __, ...details }, who, refuse }) => {
    const before = (await waysOf(tx, clientId)).find(({ id }) => id === wayId);
    if (!before) return refuse('no-such-way');
    // Whoever does not see why it was agreed on cannot write over it.
    if (before.reason === null) return refuse('address-protected', { field: 'reason' });
    const way = wayOf(details);
    const fault = await faultOf(tx, clientId, way, who.language);
    if (fault) return refuse(fault.why, fault.more);
    await updateWay(tx, { organiserId: who.organiserId, clientId, workerId: who.workerId }, wayId, way);
    const was = withoutWhy(before);
    return { was };
  },
});

export const endTravel = act({
  name: 'endTravel',
  method: 'POST',
  path: '/api/clients/{clientId}/travel/{wayId}/end',
  says: 'Record the last day of a client’s way that no other follows',
  input: z.strictObject({ clientId: zId, wayId: zId, lastDay: zDay, seen: zSeen }),
  output: zEdited,
  may: travelAccess.endTravel,
  audited: ofClient,
  refuses: travelRefusals,
  edits: ({ tx, input: { clientId, wayId } }) => standingWay(tx, clientId, wayId),
  run: async ({ tx, input: { clientId, wayId, lastDay }, refuse }) => {
    const way = (await waysOf(tx, clientId)).find(({ id }) => id === wayId);
    if (!way) return refuse('no-such-way');
    const { from, to } = way.during;
    if (lastDay < from) return refuse('way-ends-before', { field: 'lastDay' });
    if (to !== null && to <= addDays(lastDay, 1)) return refuse('way-ended', { field: 'lastDay' });
    await endWay(tx, clientId, wayId, { from, to: addDays(lastDay, 1) });
    return { done: true as const };
  },
});

export const takeBackTravel = act({
  name: 'takeBackTravel',
  method: 'POST',
  path: '/api/clients/{clientId}/travel/{wayId}/take-back',
  says: 'Take back a client’s way that was recorded by mistake, and say why; the one that it had ended goes on',
  input: z.strictObject({ clientId: zId, wayId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: travelAccess.takeBackTravel,
  audited: ofClient,
  refuses: travelRefusals,
  corrects: correctsWay,
  edits: ({ tx, input: { clientId, wayId } }) => standingWay(tx, clientId, wayId),
  run: async ({ tx, input: { clientId, wayId }, refuse }) => {
    const before = (await waysOf(tx, clientId)).find(({ id }) => id === wayId);
    if (!before) return refuse('no-such-way');
    if (before.reason === null) return refuse('address-protected');
    await deleteWay(tx, clientId, wayId);
    const was = withoutWhy(before);
    return { was };
  },
});

export const travelMonth = ask({
  name: 'travelMonth',
  method: 'GET',
  path: '/api/travel/{month}',
  says: 'Tell of which days of a month that the organiser pays for nobody has said what the way costs',
  input: z.strictObject({ month: zMonth }),
  output: z.object({ basis: z.string(), clients: z.array(zTravelQuestion) }),
  may: travelAccess.travelMonth,
  audited: { clients: (_input, { clients }) => clients.map(({ clientId }) => clientId) },
  refuses: {},
  run: async ({ tx, who, input, today }) => {
    const month = monthRange(input.month);
    const days = travelDaysIn(month, month.to);
    const clients = days ? await travelQuestions(tx, who.organiserId, days) : [];
    return {
      basis: cite(activityAllowanceProvisionOn(month.from).id, who.language),
      clients: await toldApart(tx, clients, { on: today, language: who.language }),
    };
  },
});

export const answerTravel = act({
  name: 'answerTravel',
  method: 'POST',
  path: '/api/clients/{clientId}/travel/answer',
  says: 'Answer what the way costs on days of which nobody has said so; a way that is recorded stays as it is',
  input: zNewWay.extend({ clientId: zId }).strict(),
  output: zDone,
  may: travelAccess.answerTravel,
  audited: ofClient,
  refuses: travelRefusals,
  conflicts,
  run: async ({ tx, input: { clientId, ...details }, who, refuse }) => {
    const way = wayOf(details);
    const fault = await faultOf(tx, clientId, way, who.language);
    if (fault) return refuse(fault.why, fault.more);
    await insertWay(tx, { organiserId: who.organiserId, clientId, workerId: who.workerId }, way);
    return { done: true as const };
  },
});
