import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import { plainLanguage } from '../../kernel/language.ts';
import { monthRange, zRange } from '../../kernel/range.ts';
import { zDone } from '../../kernel/seen.ts';
import { act, ask, zPaper } from '../../server/act.ts';
import { compileLetter } from '../../server/letters/typst.ts';
import { recordBenefit } from '../client/acts.ts';
import { clientOn, reachOn } from '../client/reads.ts';
import { letterAddress, letterLanguage } from '../client/rules.ts';
import { organiserHead } from '../organiser/reads.ts';
import { participationAccess } from './access.ts';
import { paidDaysDuring, slipAbsencesOf, slipDaysOf } from './reads.ts';
import { absencesWithBenefit, byPayer, paidForDay } from './rules.ts';
import { participationRefusals, slipPaper } from './texts.ts';
import { payers, tellingBenefits, zMonth, zPaidDays } from './words.ts';

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
  run: async ({ tx, who, input }) => {
    const clients = await paidDaysDuring(tx, who.organiserId, monthRange(input.month));
    return { sums: byPayer(clients), clients };
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
  run: (call) => recordBenefit.run({ ...call, input: { ...call.input, main: true } }),
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
      pdf: 'ua-1',
      title: paper.title,
      lang: plainLanguage(language),
      day: today,
    });
    return { bytes, fileName: `${month}.pdf`, media: 'application/pdf' };
  },
});
