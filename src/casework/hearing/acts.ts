import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { addDays, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { plainLanguage } from '../../kernel/language.ts';
import { zText } from '../../kernel/line.ts';
import { zSeen } from '../../kernel/seen.ts';
import { hearingOfParty, noticeOfHearing } from '../../law/act-2003-434.ts';
import { cite } from '../../law/provisions.ts';
import { act, ask, permittedOf, zPaper, zPermitted } from '../../server/act.ts';
import { compileLetter } from '../../server/letters/typst.ts';
import { withVersion } from '../../server/version.ts';
import { reachOn } from '../client/reads.ts';
import { letterAddress, letterLanguage } from '../client/rules.ts';
import { zWhy } from '../client/words.ts';
import { dataProtectionOf } from '../organiser/reads.ts';
import { referralOf } from '../referral/reads.ts';
import { hearingAccess } from './access.ts';
import { hearingHead, hearingOf, hearingsOfMatter, standingHearing } from './reads.ts';
import { fewestDaysToAnswer, heardOn } from './rules.ts';
import { hearingPaper, hearingRefusals } from './texts.ts';
import { zHearing, zHearingDetails, zNewHearing } from './words.ts';
import { deleteHearing, insertHearing, keepAnswered } from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };
const ofHearing = { clientId: zId, hearingId: zId };

export const hearClient = act({
  name: 'hearClient',
  method: 'POST',
  path: '/api/clients/{clientId}/hearings',
  says: 'Ask a client to be heard before a matter is decided against them: what is intended, and by when to answer',
  input: zNewHearing.extend({ clientId: zId }),
  output: z.object({ hearingId: zId }),
  may: hearingAccess.hearClient,
  audited: ofClient,
  refuses: hearingRefusals,
  conflicts: { hearing_open_once: 'heard-already' },
  run: async ({ tx, input: { clientId, ...hearing }, who, today, refuse }) => {
    const referral = await referralOf(tx, clientId, hearing.referralId);
    if (!referral) return refuse('no-such-matter');
    if (referral.withdrawnOn !== null) return refuse('matter-ended');
    if (hearing.respondByOn < addDays(today, fewestDaysToAnswer))
      return refuse('too-little-time', {
        field: 'respondByOn',
        expected: addDays(today, fewestDaysToAnswer),
      });
    const by = { organiserId: who.organiserId, clientId, askedById: who.workerId };
    return { hearingId: await insertHearing(tx, by, { ...hearing, askedOn: today }) };
  },
});

export const recordAnswer = act({
  name: 'recordAnswer',
  method: 'POST',
  path: '/api/clients/{clientId}/hearings/{hearingId}/answer',
  says: 'Record what a client answered when heard',
  input: z.strictObject({ ...ofHearing, answeredOn: zDay, answer: zText.min(1) }),
  output: z.object({ done: z.literal(true) }),
  may: hearingAccess.recordAnswer,
  audited: ofClient,
  refuses: hearingRefusals,
  run: async ({ tx, input: { clientId, hearingId, answeredOn, answer }, today, refuse }) => {
    const hearing = await hearingOf(tx, clientId, hearingId);
    if (!hearing) return refuse('no-such-hearing');
    if (hearing.answeredOn !== null) return refuse('answered-already');
    if (answeredOn > today) return refuse('answered-in-future', { field: 'answeredOn' });
    if (answeredOn < hearing.askedOn) return refuse('answered-before-asked', { field: 'answeredOn' });
    await keepAnswered(tx, hearingId, { answeredOn, answer });
    return { done: true as const };
  },
});

export const takeBackHearing = act({
  name: 'takeBackHearing',
  method: 'POST',
  path: '/api/clients/{clientId}/hearings/{hearingId}/take-back',
  says: 'Take back a request to be heard, or its answer with it, that was recorded by mistake, and say why',
  input: z.strictObject({ ...ofHearing, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: hearingAccess.takeBackHearing,
  audited: ofClient,
  refuses: hearingRefusals,
  corrects: correctionOf('hearingId'),
  edits: ({ tx, input }) => standingHearing(tx, input.clientId, input.hearingId),
  run: async ({ tx, input: { clientId, hearingId }, refuse }) => {
    const hearing = await hearingOf(tx, clientId, hearingId);
    if (!hearing) return refuse('no-such-hearing');
    const { askedOn, respondByOn, about, answeredOn, answer } = hearing;
    await deleteHearing(tx, hearingId);
    return { was: { askedOn, respondByOn, about, answeredOn, answer } };
  },
});

const offered = {
  hearClient: hearingAccess.hearClient,
  recordAnswer: hearingAccess.recordAnswer,
  takeBackHearing: hearingAccess.takeBackHearing,
};

export const hearingsOf = ask({
  name: 'hearingsOf',
  method: 'GET',
  path: '/api/clients/{clientId}/matters/{referralId}/hearings',
  says: 'Tell how a client was heard in a matter, and whether it can be decided against them today',
  input: z.strictObject({ clientId: zId, referralId: zId }),
  output: z.object({
    hearings: z.array(zHearing.extend({ version: z.string() })),
    heard: z.enum(['not-heard', 'open', 'heard']),
    permitted: zPermitted(offered),
  }),
  may: hearingAccess.hearingsOf,
  audited: ofClient,
  refuses: hearingRefusals,
  run: async ({ tx, input: { clientId, referralId }, who, relations, today, refuse }) => {
    if (!(await referralOf(tx, clientId, referralId))) return refuse('no-such-matter');
    const hearings = await hearingsOfMatter(tx, referralId);
    return {
      hearings: hearings.map(withVersion(zHearingDetails)),
      heard: heardOn(hearings, today),
      permitted: permittedOf(offered, who, relations),
    };
  },
});

export const hearingLetter = ask({
  name: 'hearingLetter',
  method: 'GET',
  path: '/api/clients/{clientId}/hearings/{hearingId}/letter',
  says: 'Print the request to be heard, in the client’s language of service (PDF)',
  input: z.strictObject(ofHearing),
  output: zPaper,
  may: hearingAccess.hearingLetter,
  audited: ofClient,
  refuses: hearingRefusals,
  run: async ({ tx, input: { clientId, hearingId }, who, refuse }) => {
    const hearing = await hearingOf(tx, clientId, hearingId);
    const head = hearing && (await hearingHead(tx, hearingId));
    if (!hearing || !head) return refuse('no-such-hearing');
    const language = letterLanguage(head);
    const provisions = [hearingOfParty, noticeOfHearing].map(({ id }) => cite(id, language));
    const paper = hearingPaper(
      language,
      head,
      hearing,
      letterAddress(await reachOn(tx, clientId, hearing.askedOn)),
      provisions,
    );
    const bytes = await compileLetter({
      template: new URL('./letter.typ', import.meta.url),
      data: paper,
      notice: await dataProtectionOf(tx, who.organiserId, language),
      pdf: 'ua-1',
      title: paper.title,
      lang: plainLanguage(language),
      day: hearing.askedOn,
    });
    return { bytes, fileName: `hearing-${hearing.askedOn}.pdf`, media: 'application/pdf' };
  },
});
