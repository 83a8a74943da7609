import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { plainLanguage } from '../../kernel/language.ts';
import { zSeen } from '../../kernel/seen.ts';
import { act, ask, permittedOf, type Refuse, type Who, zPaper, zPermitted } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { compileLetter } from '../../server/letters/typst.ts';
import { withVersion } from '../../server/version.ts';
import { letterPartyOf, reachOn } from '../client/reads.ts';
import { copyFor, letterAddress, letterLanguage, mustServe, recipientsOf } from '../client/rules.ts';
import { type Serving, zRecipients, zServing, zWhy } from '../client/words.ts';
import { decisionsOfClient, letterFactsOf } from '../decision/reads.ts';
import { dataProtectionOf } from '../organiser/reads.ts';
import { referralOf } from '../referral/reads.ts';
import { competenceFactsOf } from '../succession/reads.ts';
import { mustBeCompetent } from '../succession/rules.ts';
import { ownRightsOn } from '../worker/reads.ts';
import { rightToDecide } from '../worker/rules.ts';
import { refusalAccess } from './access.ts';
import { refusalOf, refusalsOfMatter, standingRefusal } from './reads.ts';
import { barOf, refusalObstacle, refusalProvisions } from './rules.ts';
import { refusalPaper, refusalRefusals } from './texts.ts';
import { type Refusal, zNewRefusal, zRefusal, zRefusalDetails } from './words.ts';
import {
  deleteRefusal,
  deleteRefusalNotices,
  insertRefusal,
  insertRefusalNotices,
  keepRefusalServed,
} from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };
const ofRefusal = { clientId: zId, refusalId: zId };

export const refuseCorrection = act({
  name: 'refuseCorrection',
  method: 'POST',
  path: '/api/clients/{clientId}/decisions/{decisionId}/refusals',
  says: 'Refuse a client’s demand to correct an error in a decision, with the reasons; its paper says by what an appeal is barred',
  input: zNewRefusal.extend({ clientId: zId, decisionId: zId }),
  output: z.object({ refusalId: zId }),
  may: refusalAccess.refuseCorrection,
  audited: ofClient,
  refuses: refusalRefusals,
  run: async ({ tx, input: { clientId, decisionId, ...refusal }, who, today, refuse }) => {
    const decision = (await decisionsOfClient(tx, clientId, who.language, 'all')).find(({ id }) => id === decisionId);
    if (!decision) return refuse('no-such-decision');
    const obstacle = refusalObstacle(refusal.demandedOn, decision, today);
    if (obstacle) return refuse(obstacle.why, obstacle.field ? { field: obstacle.field } : {});
    const same = (await refusalsOfMatter(tx, clientId, decision.referralId)).some(
      (one) => one.decisionId === decisionId && one.demandedOn === refusal.demandedOn && one.demand === refusal.demand,
    );
    if (same) return refuse('refused-already', { field: 'demand' });
    mustBeCompetent(refuse, await competenceFactsOf(tx, who.organiserId), { service: decision.service, on: today });
    const own = await ownRightsOn(tx, who, today);
    const right = rightToDecide(own, decision.service, decision.provisions);
    if (!right) return refuse('may-not-refuse');
    const { workerId: refusedById } = who;
    const made = { ...refusal, decisionId, refusedOn: today, refusedById, delegation: right.delegation };
    return { refusalId: await insertRefusal(tx, { organiserId: who.organiserId, clientId }, made) };
  },
});

/** How a refusal is given: between its day and today, to the client and to whoever acts for the client. */
async function mustGive(
  {
    tx,
    who,
    today,
    refuse,
  }: {
    readonly tx: Read;
    readonly who: Pick<Who, 'language'>;
    readonly today: Day;
    readonly refuse: Refuse<typeof refusalRefusals>;
  },
  clientId: string,
  { refusedOn }: Pick<Refusal, 'refusedOn'>,
  sent: Serving,
) {
  if (sent.sentOn > today) return refuse('sent-ahead', { field: 'sentOn' });
  if (sent.sentOn < refusedOn) return refuse('sent-before-refused', { field: 'sentOn' });
  return mustServe({ who, refuse }, await letterPartyOf(tx, clientId, sent.sentOn), sent);
}

export const serveRefusal = act({
  name: 'serveRefusal',
  method: 'POST',
  path: '/api/clients/{clientId}/refusals/{refusalId}/serve',
  says: 'Record how and when a refusal to correct was given to the client, and to who acts for the client: what may not be appealed is served too',
  input: zServing.extend(ofRefusal),
  output: z.object({ servedOn: zDay }),
  may: refusalAccess.serveRefusal,
  audited: ofClient,
  refuses: refusalRefusals,
  run: async ({ tx, input: { clientId, refusalId, ...sent }, who, today, refuse }) => {
    const refusal = await refusalOf(tx, clientId, refusalId);
    if (!refusal) return refuse('no-such-refusal');
    if (refusal.servedOn !== null) return refuse('served-already');
    const served = await mustGive({ tx, who, today, refuse }, clientId, refusal, sent);
    await insertRefusalNotices(tx, { organiserId: who.organiserId, clientId, refusalId }, served);
    await keepRefusalServed(tx, refusalId, served);
    return { servedOn: served.servedOn };
  },
});

export const correctRefusalService = act({
  name: 'correctRefusalService',
  method: 'PATCH',
  path: '/api/clients/{clientId}/refusals/{refusalId}/service',
  says: 'Correct how, when and on whom a refusal to correct was served, and say why',
  input: zServing.extend({ ...ofRefusal, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: refusalAccess.correctRefusalService,
  audited: ofClient,
  refuses: refusalRefusals,
  corrects: correctionOf('refusalId'),
  edits: ({ tx, input }) => standingRefusal(tx, input.clientId, input.refusalId),
  run: async ({ tx, input: { clientId, refusalId, why: _, seen: __, ...sent }, who, today, refuse }) => {
    const refusal = await refusalOf(tx, clientId, refusalId);
    if (!refusal) return refuse('no-such-refusal');
    if (refusal.servedOn === null) return refuse('not-served');
    const served = await mustGive({ tx, who, today, refuse }, clientId, refusal, sent);
    await deleteRefusalNotices(tx, refusalId);
    await insertRefusalNotices(tx, { organiserId: who.organiserId, clientId, refusalId }, served);
    await keepRefusalServed(tx, refusalId, served);
    return { was: { way: refusal.way, servedOn: refusal.servedOn, notices: refusal.notices } };
  },
});

export const takeBackRefusal = act({
  name: 'takeBackRefusal',
  method: 'POST',
  path: '/api/clients/{clientId}/refusals/{refusalId}/take-back',
  says: 'Take back a refusal to correct that was recorded by mistake, with its service, and say why',
  input: z.strictObject({ ...ofRefusal, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: refusalAccess.takeBackRefusal,
  audited: ofClient,
  refuses: refusalRefusals,
  corrects: correctionOf('refusalId'),
  edits: ({ tx, input }) => standingRefusal(tx, input.clientId, input.refusalId),
  run: async ({ tx, input: { clientId, refusalId }, refuse }) => {
    const refusal = await refusalOf(tx, clientId, refusalId);
    if (!refusal) return refuse('no-such-refusal');
    const { demandedOn, demand, refusedOn, reasons, way, servedOn: served, notices } = refusal;
    await deleteRefusal(tx, refusalId);
    return { was: { demandedOn, demand, refusedOn, reasons, way, servedOn: served, notices } };
  },
});

const { refusalsOf: _read, refusalLetter: _print, ...offered } = refusalAccess;

export const refusalsOf = ask({
  name: 'refusalsOf',
  method: 'GET',
  path: '/api/clients/{clientId}/matters/{referralId}/refusals',
  says: 'Tell which demands to correct a decision of a matter were refused, and by what an appeal against that is barred',
  input: z.strictObject({ clientId: zId, referralId: zId }),
  output: zRecipients.extend({
    refusals: z.array(zRefusal.omit({ refusedById: true, delegation: true }).extend({ version: z.string() })),
    /** The provision that bars an appeal against each of them. */
    barredBy: z.string(),
    permitted: zPermitted(offered),
  }),
  may: refusalAccess.refusalsOf,
  audited: ofClient,
  refuses: refusalRefusals,
  run: async ({ tx, input: { clientId, referralId }, who, relations, today, refuse }) => {
    if (!(await referralOf(tx, clientId, referralId))) return refuse('no-such-matter');
    const refusals = await refusalsOfMatter(tx, clientId, referralId);
    return {
      ...recipientsOf(await letterPartyOf(tx, clientId, today), today),
      refusals: refusals.map(({ refusedById: _, delegation: __, ...one }) => withVersion(zRefusalDetails)(one)),
      barredBy: barOf(who.language).by,
      permitted: permittedOf(offered, who, relations),
    };
  },
});

export const refusalLetter = ask({
  name: 'refusalLetter',
  method: 'GET',
  path: '/api/clients/{clientId}/refusals/{refusalId}/letter',
  says: 'Print a refusal to correct a decision, in Finnish or Swedish; a translation beside it where the client’s language is another (PDF)',
  input: z.strictObject({
    ...ofRefusal,
    /** In the client's own language, beside the original, which is in Finnish or Swedish. */
    translation: z.enum(['true']).optional(),
    /** The copy that goes to somebody who acts for the client by law. */
    representativeId: zId.optional(),
  }),
  output: zPaper,
  may: refusalAccess.refusalLetter,
  audited: ofClient,
  refuses: refusalRefusals,
  run: async ({ tx, input: { clientId, refusalId, translation, representativeId }, who, today, refuse }) => {
    const refusal = await refusalOf(tx, clientId, refusalId);
    const all = refusal && (await decisionsOfClient(tx, clientId, who.language, 'all'));
    const decision = all?.find(({ id }) => id === refusal?.decisionId);
    if (!refusal || !decision) return refuse('no-such-refusal');
    const { refusedOn, refusedById: decidedById } = refusal;
    const isTranslated = translation !== undefined && decision.translated;
    const of = { ...decision, decidedById, presentedById: null, decidedOn: refusedOn, translation: isTranslated };
    const facts = await letterFactsOf(tx, of);
    if (!facts) return refuse('no-such-refusal');
    const language = letterLanguage(facts);
    const to = representativeId ? copyFor(await letterPartyOf(tx, clientId, today), representativeId, today) : null;
    if (representativeId && !to) return refuse('no-such-representative');
    const address = to ? to.address : letterAddress(await reachOn(tx, clientId, refusedOn));
    const law = { bar: barOf(language), provisions: refusalProvisions(language) };
    const content = { ...refusal, decidedOn: decision.decidedOn, isTranslated, recipient: to ? to.name : null };
    const paper = refusalPaper(language, facts, content, address, law);
    const bytes = await compileLetter({
      template: new URL('./letter.typ', import.meta.url),
      data: paper,
      notice: await dataProtectionOf(tx, who.organiserId, language),
      pdf: 'ua-1',
      title: paper.title,
      lang: plainLanguage(language),
      day: refusedOn,
    });
    return { bytes, fileName: `refusal-${refusedOn}.pdf`, media: 'application/pdf' };
  },
});
