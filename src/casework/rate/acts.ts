import { z } from 'zod';
import { day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { formatDay } from '../../kernel/language.ts';
import { zName } from '../../kernel/line.ts';
import { cents, formatEuro } from '../../kernel/money.ts';
import { type Range, zRange } from '../../kernel/range.ts';
import { zSeen } from '../../kernel/seen.ts';
import { activityAllowanceProvisionOn } from '../../law/act-2001-189.ts';
import { costCompensation } from '../../law/act-2002-1290.ts';
import { cite } from '../../law/provisions.ts';
import { act, ask, permittedOf, zPermitted } from '../../server/act.ts';
import { withVersionOfAll } from '../../server/version.ts';
import { rateAccess } from './access.ts';
import { employersOf, ratesDuring, standingRates, standingRatesOf } from './reads.ts';
import { endFault, endsBeforeLaw, inWords, isByLaw, namesEmployer, rateKind, statutoryFault } from './rules.ts';
import { rateRefusals } from './texts.ts';
import { lineKinds, zRate } from './words.ts';
import { endRateOn, removeRate, replaceRate } from './writes.ts';

const always: Range = { from: day('1900-01-01'), to: null };

const offered = { setRate: rateAccess.setRate, endRate: rateAccess.endRate, takeBackRate: rateAccess.takeBackRate };

export const compensationRates = ask({
  name: 'compensationRates',
  method: 'GET',
  path: '/api/compensation/rates',
  says: 'List the organiser’s rates: what is paid and charged a day, since when, by which rule',
  input: z.strictObject({}),
  output: z.object({
    rates: z.array(zRate),
    /** Those with whom a share can be agreed. */
    employers: z.array(z.object({ id: zId, name: z.string() })),
    permitted: zPermitted(offered),
  }),
  may: rateAccess.compensationRates,
  audited: 'no-person',
  refuses: {},
  run: async ({ tx, who }) => ({
    rates: inWords(withVersionOfAll(await ratesDuring(tx, who.organiserId, always), rateKind), who.language),
    employers: await employersOf(tx, who.organiserId),
    permitted: permittedOf(offered, who, []),
  }),
});

export const setRate = act({
  name: 'setRate',
  method: 'POST',
  path: '/api/compensation/rates',
  says: 'Set a rate from a day on; days before keep the rate that they had',
  input: z.strictObject({
    // What the way costs is of each client, and no rate.
    kind: z.enum(lineKinds).exclude(['travel']),
    employerId: zId.nullable().default(null),
    amount: z.int().min(1).max(1_000_00),
    paidHolidayDays: z.int().min(0).max(366).default(0),
    rule: zName.min(1),
    during: zRange,
    seen: zSeen,
  }),
  output: z.object({ rateId: zId }),
  may: rateAccess.setRate,
  audited: { change: ({ seen: _, ...input }, { rateId }) => ({ ...input, rateId }) },
  refuses: rateRefusals,
  edits: ({ tx, who, input }) => standingRates(tx, who.organiserId, input),
  conflicts: {
    rate_rate_once: 'rate-overlaps',
    rate_within_employer: { code: 'employer-not-in-use', field: 'during.from' },
    compensation_holds_rate: { code: 'month-closed', field: 'during.from' },
  },
  run: async ({ tx, who, input: { seen: _, kind, ...rest }, refuse }) => {
    // 1290/2002 ch. 10 § 6: whoever pays the unemployment benefit pays it.
    if (kind === 'cost-compensation')
      return refuse('paid-by-others', { field: 'kind', expected: cite(costCompensation.id, who.language) });
    const input = { kind, ...rest };
    const fault = statutoryFault({ ...input, amount: cents(input.amount) });
    if (fault) {
      const { why, on, provision, amount } = fault;
      const euro = amount === null ? '' : `${formatEuro(amount, who.language)}, `;
      return refuse(why, {
        field: why === 'no-basis' ? 'during.from' : 'amount',
        detail: formatDay(on, who.language),
        expected: `${euro}${cite(provision, who.language)}`,
      });
    }
    if (endsBeforeLaw(input))
      return refuse('rate-by-law', {
        field: 'during',
        cites: cite(activityAllowanceProvisionOn(input.during.from).id, who.language),
      });
    if (!namesEmployer(input)) return refuse('employer-or-not', { field: 'employerId' });
    if (
      input.employerId !== null &&
      !(await employersOf(tx, who.organiserId)).some(({ id }) => id === input.employerId)
    )
      return refuse('no-such-employer', { field: 'employerId' });
    return { rateId: await replaceRate(tx, who.organiserId, { ...input, amount: cents(input.amount) }) };
  },
});

export const endRate = act({
  name: 'endRate',
  method: 'POST',
  path: '/api/compensation/rates/{rateId}/end',
  says: 'End a rate on the first day on which it holds no more, with no other in its place',
  input: z.strictObject({ rateId: zId, on: zDay, seen: zSeen }),
  output: z.object({ done: z.literal(true) }),
  may: rateAccess.endRate,
  audited: { change: ({ rateId, on }) => ({ rateId, on }) },
  refuses: rateRefusals,
  edits: ({ tx, who, input }) => standingRatesOf(tx, who.organiserId, input.rateId),
  conflicts: { compensation_holds_rate: { code: 'month-closed', field: 'on' } },
  run: async ({ tx, who, input: { rateId, on }, refuse }) => {
    const rate = (await ratesDuring(tx, who.organiserId, always)).find(({ id }) => id === rateId);
    if (!rate) return refuse('no-such-rate');
    if (isByLaw(rate)) return refuse('rate-by-law', { cites: cite(activityAllowanceProvisionOn(on).id, who.language) });
    const fault = endFault(rate.during, on);
    if (fault) return refuse(fault, { field: 'on' });
    await endRateOn(tx, rateId, on);
    return { done: true as const };
  },
});

export const takeBackRate = act({
  name: 'takeBackRate',
  method: 'POST',
  path: '/api/compensation/rates/{rateId}/take-back',
  says: 'Take back a rate by which no closed month was reckoned; the one before it holds on',
  input: z.strictObject({ rateId: zId, seen: zSeen }),
  output: z.object({ done: z.literal(true) }),
  may: rateAccess.takeBackRate,
  audited: { change: (input) => input },
  refuses: rateRefusals,
  conflicts: { compensation_holds_rate: 'month-closed' },
  edits: ({ tx, who, input }) => standingRatesOf(tx, who.organiserId, input.rateId),
  run: async ({ tx, who, input: { rateId }, refuse }) => {
    const rate = (await ratesDuring(tx, who.organiserId, always)).find(({ id }) => id === rateId);
    if (!rate) return refuse('no-such-rate');
    await removeRate(tx, who.organiserId, rate);
    return { done: true as const };
  },
});
