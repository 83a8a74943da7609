import { z } from 'zod';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { formatDay, plainLanguage } from '../../kernel/language.ts';
import { formatEuro, zCents } from '../../kernel/money.ts';
import { monthRange, zRange } from '../../kernel/range.ts';
import { zDone } from '../../kernel/seen.ts';
import { act, ask, type Paper, zPaper } from '../../server/act.ts';
import { compileLetter } from '../../server/letters/typst.ts';
import { tableFile } from '../../server/table-file.ts';
import { participationOf } from '../attendance/reads.ts';
import { daysCounted } from '../attendance/rules.ts';
import { recordBenefit } from '../client/acts.ts';
import { clientOn, reachOn, toldApart } from '../client/reads.ts';
import { letterAddress, letterLanguage } from '../client/rules.ts';
import { dataProtectionOf, organiserHead } from '../organiser/reads.ts';
import { placementsOf, weeksElsewhere } from '../placement/reads.ts';
import { participationAccess } from './access.ts';
import { claimedDaysDuring, paidDaysDuring, seesRehabilitation, slipAbsencesOf, slipDaysOf } from './reads.ts';
import { absencesWithBenefit, byPayer, claimOf, daysTakenBy, outlookFrom, paidForDay } from './rules.ts';
import { participationRefusals, participationTexts, slipPaper } from './texts.ts';
import { type ClaimedDays, payers, tellingBenefits, zClaimedDays, zMonth, zPaidDays } from './words.ts';

export const participationMonth = ask({
  name: 'participationMonth',
  method: 'GET',
  path: '/api/participation/{month}',
  says: 'Tell by whom the days of rehabilitative work of a month are paid, and of whom it is not known',
  input: z.strictObject({ month: zMonth }),
  output: z.object({
    sums: z.array(z.object({ payer: z.enum(payers), clients: z.int(), days: z.int() })),
    clients: z.array(zPaidDays),
  }),
  may: participationAccess.participationMonth,
  audited: { clients: (_input, { clients }) => clients.map(({ clientId }) => clientId) },
  refuses: {},
  run: async ({ tx, who, input, today }) => {
    const paid = await paidDaysDuring(tx, who.organiserId, monthRange(input.month));
    const clients = await toldApart(tx, paid, { on: today, language: who.language });
    return { sums: byPayer(clients), clients };
  },
});

export const participationOutlook = ask({
  name: 'participationOutlook',
  method: 'GET',
  path: '/api/clients/{clientId}/participation/outlook',
  says: 'Tell how many days of rehabilitative work the client has taken in twelve months, and until when each rhythm from a day on keeps within the law',
  input: z.strictObject({ clientId: zId, from: zDay.optional() }),
  output: z.object({
    /** Within the twelve months that end today. */
    taken: z.object({ from: zDay, days: z.int(), most: z.int(), left: z.int() }),
    from: zDay,
    rhythms: z.array(z.object({ daysAWeek: z.int(), brokenOn: zDay.nullable() })),
  }),
  may: participationAccess.participationOutlook,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses: participationRefusals,
  run: async ({ tx, input: { clientId, from: wanted }, today, refuse }) => {
    if (!(await seesRehabilitation(tx, clientId))) return refuse('of-another-service');
    const [attended, placed, elsewhere] = await Promise.all([
      participationOf(tx, [clientId]),
      placementsOf(tx, clientId),
      weeksElsewhere(tx, clientId),
    ]);
    const taken = daysCounted(attended).map(({ heldOn }) => heldOn);
    const agreed = [...placed.filter(({ service }) => service === 'rehabilitative-work'), ...elsewhere];
    const from = wanted && wanted > today ? wanted : today;
    return { taken: daysTakenBy(today, taken), from, rhythms: outlookFrom(from, taken, agreed, today) };
  },
});

export const claimOfMonth = ask({
  name: 'claimOfMonth',
  method: 'GET',
  path: '/api/participation/{month}/state-claim',
  says: 'Tell what is claimed of the state for a month’s days of rehabilitative work, and which days are too many to be claimed',
  input: z.strictObject({ month: zMonth }),
  output: z.object({
    days: z.int(),
    overDays: z.int(),
    amount: zCents,
    clients: z.array(zClaimedDays),
  }),
  may: participationAccess.claimOfMonth,
  audited: { clients: (_input, { clients }) => clients.map(({ clientId }) => clientId) },
  refuses: {},
  run: async ({ tx, who, input }) => {
    const clients = await claimedDaysDuring(tx, who.organiserId, monthRange(input.month));
    return { ...claimOf(clients), clients };
  },
});

export const stateClaimFile = ask({
  name: 'stateClaimFile',
  method: 'GET',
  path: '/api/participation/{month}/state-claim/file',
  says: 'What is claimed of the state for a month as a file of comma-separated values: each client’s days, and the sum',
  input: z.strictObject({ month: zMonth }),
  output: zPaper,
  may: participationAccess.stateClaimFile,
  audited: { clients: (_input: unknown, { clients }: Paper) => clients ?? [] },
  refuses: {},
  run: async ({ tx, who, input }) => {
    const words = participationTexts[who.language];
    const clients = await claimedDaysDuring(tx, who.organiserId, monthRange(input.month));
    const row = (name: string, all: readonly ClaimedDays[]) => {
      const { days, overDays, amount } = claimOf(all);
      return [name, String(days), formatEuro(amount, who.language), String(overDays)];
    };
    const listed = (all: readonly Day[]) => all.map((on) => formatDay(on, who.language)).join(', ');
    return tableFile(
      `state-claim-${input.month}.csv`,
      [
        [words.name, words.days, words.claimed, words.over, words.daysClaimed, words.daysOver],
        ...clients.map((one) => [...row(one.name, [one]), listed(one.days), listed(one.over)]),
        [...row(words.together, clients), '', ''],
      ],
      clients.map(({ clientId }) => clientId),
    );
  },
});

export const answerPayer = act({
  name: 'answerPayer',
  method: 'POST',
  path: '/api/clients/{clientId}/participation/payer',
  says: 'Answer who pays for a client’s days of participation: the benefit on which the client lives, and its days',
  input: z.strictObject({ clientId: zId, benefit: z.enum(tellingBenefits), during: zRange }),
  output: zDone,
  may: participationAccess.answerPayer,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses: recordBenefit.refuses,
  conflicts: recordBenefit.conflicts ?? {},
  run: (call) => recordBenefit.run({ ...call, input: { ...call.input, main: true, highest: false, seen: null } }),
});

export const participationSlip = ask({
  name: 'participationSlip',
  method: 'GET',
  path: '/api/clients/{clientId}/participation/{month}/slip',
  says: 'Print a month’s days of participation for a client, to be reported to whoever pays the benefit',
  input: z.strictObject({ clientId: zId, month: zMonth }),
  output: zPaper,
  may: participationAccess.participationSlip,
  audited: { clients: ({ clientId }) => [clientId] },
  refuses: participationRefusals,
  run: async ({ tx, who, input: { clientId, month }, today, refuse }) => {
    const days = monthRange(month);
    const [client, reach, attended, absences] = await Promise.all([
      clientOn(tx, clientId, today),
      reachOn(tx, clientId, today),
      slipDaysOf(tx, clientId, days),
      slipAbsencesOf(tx, clientId, days),
    ]);
    if (!client) return refuse('no-such-client');
    if (attended.length === 0 && absences.length === 0) return refuse('no-days', { field: 'month' });
    const language = letterLanguage({ language: client.serviceLanguage, easyLanguage: client.easyLanguage });
    const head = await organiserHead(tx, who.organiserId, plainLanguage(language));
    const paper = slipPaper({
      language,
      organiser: { name: head.name, unit: head.office, address: head.address },
      madeOn: today,
      client: { name: `${client.givenNames} ${client.familyName}`.trim() },
      address: letterAddress(reach),
      month,
      days: attended.map(({ begunOn, ...one }) => ({ ...one, amount: paidForDay(one.payer, one.on, begunOn) })),
      absences: absencesWithBenefit(
        absences,
        attended.map(({ on }) => on),
      ),
      contact: { name: who.name, phone: head.phone ?? '', email: head.email },
    });
    const bytes = await compileLetter({
      template: new URL('./letter.typ', import.meta.url),
      data: paper,
      notice: await dataProtectionOf(tx, who.organiserId, language),
      pdf: 'ua-1',
      title: paper.title,
      lang: plainLanguage(language),
      day: today,
    });
    return { bytes, fileName: `${month}.pdf`, media: 'application/pdf' };
  },
});
