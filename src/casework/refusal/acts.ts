import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { plainLanguage } from '../../kernel/language.ts';
import { zSeen } from '../../kernel/seen.ts';
import { act, ask, permittedOf, zPaper, zPermitted } from '../../server/act.ts';
import { compileLetter } from '../../server/letters/typst.ts';
import { withVersion } from '../../server/version.ts';
import { clientOn, reachOn, representativesOf } from '../client/reads.ts';
import {
  lacksRepresentative,
  letterAddress,
  letterLanguage,
  postalAddress,
  representativesIn,
} from '../client/rules.ts';
import { representativeKinds, zWhy } from '../client/words.ts';
import { decisionsOfClient, letterFactsOf } from '../decision/reads.ts';
import { servedOn, servingObstacle } from '../decision/rules.ts';
import { ways } from '../decision/words.ts';
import { dataProtectionOf } from '../organiser/reads.ts';
import { referralOf } from '../referral/reads.ts';
import { decidingRightsOn } from '../worker/reads.ts';
import { rightToDecide } from '../worker/rules.ts';
import { refusalAccess } from './access.ts';
import { refusalOf, refusalsOfMatter, standingRefusal } from './reads.ts';
import { barOf, refusalObstacle, refusalProvisions } from './rules.ts';
import { refusalPaper, refusalRefusals } from './texts.ts';
import { zNewRefusal, zRefusal, zRefusalDetails } from './words.ts';
import { deleteRefusal, insertRefusal, insertRefusalNotices, keepRefusalServed } from './writes.ts';

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
    const own = (await decidingRightsOn(tx, who.organiserId, today)).filter(
      ({ workerId }) => workerId === who.workerId,
    );
    const right = rightToDecide(own, decision.service, decision.provisions);
    if (!right) return refuse('may-not-refuse');
    const { workerId: refusedById } = who;
    const made = { ...refusal, decisionId, refusedOn: today, refusedById, delegation: right.delegation };
    return { refusalId: await insertRefusal(tx, { organiserId: who.organiserId, clientId }, made) };
  },
});

export const serveRefusal = act({
  name: 'serveRefusal',
  method: 'POST',
  path: '/api/clients/{clientId}/refusals/{refusalId}/serve',
  says: 'Record how and when a refusal to correct was given to the client, and to who acts for the client: what may not be appealed is served too',
  input: z.strictObject({
    ...ofRefusal,
    way: z.enum(ways),
    sentOn: zDay,
    representativeIds: z.array(zId).max(10).default([]),
  }),
  output: z.object({ servedOn: zDay }),
  may: refusalAccess.serveRefusal,
  audited: ofClient,
  refuses: refusalRefusals,
  run: async ({ tx, input: { clientId, refusalId, way, sentOn, representativeIds }, who, today, refuse }) => {
    const refusal = await refusalOf(tx, clientId, refusalId);
    if (!refusal) return refuse('no-such-refusal');
    if (refusal.servedOn !== null) return refuse('served-already');
    if (sentOn > today) return refuse('sent-ahead', { field: 'sentOn' });
    if (sentOn < refusal.refusedOn) return refuse('sent-before-refused', { field: 'sentOn' });
    const client = await clientOn(tx, clientId, sentOn);
    const representatives = await representativesOf(tx, clientId);
    const obstacle = servingObstacle(client?.age ?? null, representatives, representativeIds, sentOn);
    if (obstacle) return refuse(obstacle, { field: 'representativeIds' });
    const served = servedOn(sentOn, way);
    const also = representatives.filter(({ id }) => representativeIds.includes(id)).map(({ name }) => name);
    const own = { organiserId: who.organiserId, clientId, refusalId };
    await insertRefusalNotices(tx, own, { way, sentOn, servedOn: served }, also);
    await keepRefusalServed(tx, refusalId, { way, servedOn: served });
    return { servedOn: served };
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
  output: z.object({
    refusals: z.array(zRefusal.omit({ refusedById: true, delegation: true }).extend({ version: z.string() })),
    /** The provision that bars an appeal against each of them. */
    barredBy: z.string(),
    /** Who acts for the client in personal matters today, and whether somebody must who is not recorded. */
    representatives: z.array(z.object({ id: zId, name: z.string(), kind: z.enum(representativeKinds) })),
    lacksRepresentative: z.boolean(),
    /** A translation goes beside the original. */
    translated: z.boolean(),
    permitted: zPermitted(offered),
  }),
  may: refusalAccess.refusalsOf,
  audited: ofClient,
  refuses: refusalRefusals,
  run: async ({ tx, input: { clientId, referralId }, who, relations, today, refuse }) => {
    if (!(await referralOf(tx, clientId, referralId))) return refuse('no-such-matter');
    const refusals = await refusalsOfMatter(tx, clientId, referralId);
    const client = await clientOn(tx, clientId, today);
    const all = await representativesOf(tx, clientId);
    return {
      refusals: refusals.map(({ refusedById: _, delegation: __, ...one }) => withVersion(zRefusalDetails)(one)),
      barredBy: barOf(who.language).by,
      representatives: representativesIn('personal', all, today).map(({ id, name, kind }) => ({ id, name, kind })),
      lacksRepresentative: lacksRepresentative(client?.age ?? null, all, today),
      translated: client?.serviceLanguage === 'en',
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
  run: async ({ tx, input: { clientId, refusalId, translation, representativeId }, who, refuse }) => {
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
    const to = representativeId && (await representativesOf(tx, clientId)).find(({ id }) => id === representativeId);
    if (representativeId && !to) return refuse('no-such-representative');
    const address = to ? postalAddress(to) : letterAddress(await reachOn(tx, clientId, refusedOn));
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
