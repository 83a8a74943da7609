import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { addDays } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { plainLanguage } from '../../kernel/language.ts';
import { zSeen } from '../../kernel/seen.ts';
import { hearingOfParty, noticeOfHearing } from '../../law/act-2003-434.ts';
import { cite } from '../../law/provisions.ts';
import { act, ask, permittedOf, zPaper, zPermitted } from '../../server/act.ts';
import { compileLetter } from '../../server/letters/typst.ts';
import { contentOf, withVersion } from '../../server/version.ts';
import { letterPartyOf, reachOn } from '../client/reads.ts';
import { copyFor, isTranslated, letterAddress, letterLanguage, mustServe, recipientsOf } from '../client/rules.ts';
import { zRecipients, zWhy } from '../client/words.ts';
import { dataProtectionOf } from '../organiser/reads.ts';
import { referralOf } from '../referral/reads.ts';
import { competenceFactsOf } from '../succession/reads.ts';
import { mustBeCompetent } from '../succession/rules.ts';
import { hearingAccess } from './access.ts';
import { hearingHead, hearingOf, hearingsOfMatter, standingHearing } from './reads.ts';
import { answerFault, fewestDaysToAnswer, heardOn } from './rules.ts';
import { hearingPaper, hearingRefusals } from './texts.ts';
import { zAnswer, zHeardState, zHearing, zHearingDetails, zHearingServed, zNewHearing } from './words.ts';
import { deleteHearing, insertHearing, keepAnswered, updateHearing } from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };
const ofHearing = { clientId: zId, hearingId: zId };

export const hearClient = act({
  name: 'hearClient',
  method: 'POST',
  path: '/api/clients/{clientId}/hearings',
  says: 'Ask a client, and who acts for the client, to be heard before a matter is decided against them: what is intended, and by when to answer',
  input: zNewHearing.extend({ clientId: zId }),
  output: z.object({ hearingId: zId }),
  may: hearingAccess.hearClient,
  audited: ofClient,
  refuses: hearingRefusals,
  conflicts: { hearing_open_once: 'heard-already', decision_ends_hearing: 'already-decided' },
  run: async ({ tx, input: { clientId, way, representativeIds, ...hearing }, who, today, refuse }) => {
    const referral = await referralOf(tx, clientId, hearing.referralId);
    if (!referral) return refuse('no-such-matter');
    if (referral.withdrawnOn !== null) return refuse('matter-ended');
    // Whoever may not decide the matter hears nobody in it.
    mustBeCompetent(refuse, await competenceFactsOf(tx, who.organiserId), { service: referral.service, on: today });
    const expected = addDays(today, fewestDaysToAnswer);
    if (hearing.respondByOn < expected) return refuse('too-little-time', { field: 'respondByOn', expected });
    const sent = { way, sentOn: today, representativeIds };
    const served = mustServe({ who, refuse }, await letterPartyOf(tx, clientId, today), sent);
    const by = { organiserId: who.organiserId, clientId, askedById: who.workerId };
    return { hearingId: await insertHearing(tx, by, hearing, served) };
  },
});

export const recordAnswer = act({
  name: 'recordAnswer',
  method: 'POST',
  path: '/api/clients/{clientId}/hearings/{hearingId}/answer',
  says: 'Record what a client answered when heard',
  input: zAnswer.extend(ofHearing),
  output: z.object({ done: z.literal(true) }),
  may: hearingAccess.recordAnswer,
  audited: ofClient,
  refuses: hearingRefusals,
  run: async ({ tx, input: { clientId, hearingId, answeredOn, answer }, today, refuse }) => {
    const hearing = await hearingOf(tx, clientId, hearingId);
    if (!hearing) return refuse('no-such-hearing');
    if (hearing.answeredOn !== null) return refuse('answered-already');
    const fault = answerFault(hearing, answeredOn, today);
    if (fault) return refuse(fault, { field: 'answeredOn' });
    await keepAnswered(tx, hearingId, { answeredOn, answer });
    return { done: true as const };
  },
});

export const correctHearing = act({
  name: 'correctHearing',
  method: 'PATCH',
  path: '/api/clients/{clientId}/hearings/{hearingId}',
  says: 'Correct how, when and to whom a request to be heard was given, and by when to answer, and say why: what was asked stays as it was sent',
  input: zHearingServed.extend({ ...ofHearing, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: hearingAccess.correctHearing,
  audited: ofClient,
  refuses: hearingRefusals,
  corrects: correctionOf('hearingId'),
  conflicts: { decision_rests_on_hearing: { code: 'decision-stands-on-hearing', field: 'respondByOn' } },
  edits: ({ tx, input }) => standingHearing(tx, input.clientId, input.hearingId),
  run: async ({ tx, input: { clientId, hearingId, respondByOn, why: _, seen: __, ...sent }, who, today, refuse }) => {
    const hearing = await hearingOf(tx, clientId, hearingId);
    const referral = hearing && (await referralOf(tx, clientId, hearing.referralId));
    if (!hearing || !referral) return refuse('no-such-hearing');
    const { sentOn } = sent;
    if (sentOn > today) return refuse('asked-in-future', { field: 'sentOn' });
    if (sentOn < referral.receivedOn) return refuse('asked-before-received', { field: 'sentOn' });
    if (hearing.answeredOn !== null && hearing.answeredOn < sentOn)
      return refuse('answered-before-asked', { field: 'sentOn' });
    const expected = addDays(sentOn, fewestDaysToAnswer);
    if (respondByOn < expected) return refuse('too-little-time', { field: 'respondByOn', expected });
    const served = mustServe({ who, refuse }, await letterPartyOf(tx, clientId, sent.sentOn), sent);
    await updateHearing(tx, { organiserId: who.organiserId, clientId, hearingId }, respondByOn, served);
    return { was: contentOf(zHearingDetails, hearing) };
  },
});

const mayStand = { decision_rests_on_hearing: { code: 'decision-stands-on-hearing', field: 'answeredOn' } } as const;

export const correctAnswer = act({
  name: 'correctAnswer',
  method: 'PATCH',
  path: '/api/clients/{clientId}/hearings/{hearingId}/answer',
  says: 'Correct what a client answered when heard, or when, and say why',
  input: zAnswer.extend({ ...ofHearing, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: hearingAccess.correctAnswer,
  audited: ofClient,
  refuses: hearingRefusals,
  corrects: correctionOf('hearingId'),
  conflicts: mayStand,
  edits: ({ tx, input }) => standingHearing(tx, input.clientId, input.hearingId),
  run: async ({ tx, input: { clientId, hearingId, answeredOn, answer }, today, refuse }) => {
    const hearing = await hearingOf(tx, clientId, hearingId);
    if (!hearing) return refuse('no-such-hearing');
    if (hearing.answeredOn === null) return refuse('not-answered');
    const fault = answerFault(hearing, answeredOn, today);
    if (fault) return refuse(fault, { field: 'answeredOn' });
    await keepAnswered(tx, hearingId, { answeredOn, answer });
    return { was: { answeredOn: hearing.answeredOn, answer: hearing.answer } };
  },
});

export const takeBackAnswer = act({
  name: 'takeBackAnswer',
  method: 'POST',
  path: '/api/clients/{clientId}/hearings/{hearingId}/answer/take-back',
  says: 'Take back an answer that was recorded by mistake, and say why: the request waits for an answer again',
  input: z.strictObject({ ...ofHearing, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: hearingAccess.takeBackAnswer,
  audited: ofClient,
  refuses: hearingRefusals,
  corrects: correctionOf('hearingId'),
  conflicts: { ...mayStand, hearing_open_once: 'heard-already' },
  edits: ({ tx, input }) => standingHearing(tx, input.clientId, input.hearingId),
  run: async ({ tx, input: { clientId, hearingId }, refuse }) => {
    const hearing = await hearingOf(tx, clientId, hearingId);
    if (!hearing) return refuse('no-such-hearing');
    if (hearing.answeredOn === null) return refuse('not-answered');
    await keepAnswered(tx, hearingId, null);
    return { was: { answeredOn: hearing.answeredOn, answer: hearing.answer } };
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
  conflicts: { decision_rests_on_hearing: 'decision-stands-on-hearing' },
  edits: ({ tx, input }) => standingHearing(tx, input.clientId, input.hearingId),
  run: async ({ tx, input: { clientId, hearingId }, refuse }) => {
    const hearing = await hearingOf(tx, clientId, hearingId);
    if (!hearing) return refuse('no-such-hearing');
    const { askedOn, respondByOn, about, way, notices, answeredOn, answer } = hearing;
    await deleteHearing(tx, hearingId);
    return { was: { askedOn, respondByOn, about, way, notices, answeredOn, answer } };
  },
});

const offered = {
  hearClient: hearingAccess.hearClient,
  recordAnswer: hearingAccess.recordAnswer,
  correctHearing: hearingAccess.correctHearing,
  takeBackHearing: hearingAccess.takeBackHearing,
  correctAnswer: hearingAccess.correctAnswer,
  takeBackAnswer: hearingAccess.takeBackAnswer,
};

export const hearingsOf = ask({
  name: 'hearingsOf',
  method: 'GET',
  path: '/api/clients/{clientId}/matters/{referralId}/hearings',
  says: 'Tell how a client was heard in a matter, and whether it can be decided against them today',
  input: z.strictObject({ clientId: zId, referralId: zId }),
  output: zRecipients.extend({
    hearings: z.array(zHearing.extend({ version: z.string() })),
    heard: zHeardState,
    permitted: zPermitted(offered),
  }),
  may: hearingAccess.hearingsOf,
  audited: ofClient,
  refuses: hearingRefusals,
  run: async ({ tx, input: { clientId, referralId }, who, relations, today, refuse }) => {
    if (!(await referralOf(tx, clientId, referralId))) return refuse('no-such-matter');
    const hearings = await hearingsOfMatter(tx, referralId);
    return {
      ...recipientsOf(await letterPartyOf(tx, clientId, today), today),
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
  says: 'Print the request to be heard, in Finnish or Swedish; a translation beside it where the client’s language is another (PDF)',
  input: z.strictObject({
    ...ofHearing,
    /** In the client's own language, beside the original, which is in Finnish or Swedish. */
    translation: z.enum(['true']).optional(),
    /** The copy that goes to somebody who acts for the client by law. */
    representativeId: zId.optional(),
  }),
  output: zPaper,
  may: hearingAccess.hearingLetter,
  audited: ofClient,
  refuses: hearingRefusals,
  run: async ({ tx, input: { clientId, hearingId, translation, representativeId }, who, today, refuse }) => {
    const hearing = await hearingOf(tx, clientId, hearingId);
    const head = hearing && (await hearingHead(tx, hearingId, translation !== undefined));
    if (!hearing || !head) return refuse('no-such-hearing');
    const language = letterLanguage(head);
    const to = representativeId ? copyFor(await letterPartyOf(tx, clientId, today), representativeId, today) : null;
    if (representativeId && !to) return refuse('no-such-representative');
    const recipient = to ? to.name : head.client;
    const address = to ? to.address : letterAddress(await reachOn(tx, clientId, hearing.askedOn));
    const isBeside = isTranslated(plainLanguage(language));
    const provisions = [hearingOfParty, noticeOfHearing].map(({ id }) => cite(id, language));
    const paper = hearingPaper(language, head, hearing, { recipient, address, isTranslated: isBeside }, provisions);
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
