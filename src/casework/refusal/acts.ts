import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { plainLanguage } from '../../kernel/language.ts';
import { zSeen } from '../../kernel/seen.ts';
import { act, ask, permittedOf, zPaper, zPermitted } from '../../server/act.ts';
import { compileLetter } from '../../server/letters/typst.ts';
import { withVersion } from '../../server/version.ts';
import { reachOn } from '../client/reads.ts';
import { letterAddress, letterLanguage } from '../client/rules.ts';
import { zWhy } from '../client/words.ts';
import { decisionsOfClient, letterFactsOf } from '../decision/reads.ts';
import { servedOn } from '../decision/rules.ts';
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
import { deleteRefusal, insertRefusal, keepRefusalServed } from './writes.ts';

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
  says: 'Record how and when a refusal to correct was given to the client: what may not be appealed is served too',
  input: z.strictObject({ ...ofRefusal, way: z.enum(ways), sentOn: zDay }),
  output: z.object({ servedOn: zDay }),
  may: refusalAccess.serveRefusal,
  audited: ofClient,
  refuses: refusalRefusals,
  run: async ({ tx, input: { clientId, refusalId, way, sentOn }, today, refuse }) => {
    const refusal = await refusalOf(tx, clientId, refusalId);
    if (!refusal) return refuse('no-such-refusal');
    if (refusal.servedOn !== null) return refuse('served-already');
    if (sentOn > today) return refuse('sent-ahead', { field: 'sentOn' });
    if (sentOn < refusal.refusedOn) return refuse('sent-before-refused', { field: 'sentOn' });
    const served = servedOn(sentOn, way);
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
    const { demandedOn, demand, refusedOn, reasons, way, servedOn: served } = refusal;
    await deleteRefusal(tx, refusalId);
    return { was: { demandedOn, demand, refusedOn, reasons, way, servedOn: served } };
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
    permitted: zPermitted(offered),
  }),
  may: refusalAccess.refusalsOf,
  audited: ofClient,
  refuses: refusalRefusals,
  run: async ({ tx, input: { clientId, referralId }, who, relations, refuse }) => {
    if (!(await referralOf(tx, clientId, referralId))) return refuse('no-such-matter');
    const refusals = await refusalsOfMatter(tx, clientId, referralId);
    return {
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
  says: 'Print a refusal to correct a decision, in the client’s language of service (PDF)',
  input: z.strictObject(ofRefusal),
  output: zPaper,
  may: refusalAccess.refusalLetter,
  audited: ofClient,
  refuses: refusalRefusals,
  run: async ({ tx, input: { clientId, refusalId }, who, refuse }) => {
    const refusal = await refusalOf(tx, clientId, refusalId);
    const all = refusal && (await decisionsOfClient(tx, clientId, who.language, 'all'));
    const decision = all?.find(({ id }) => id === refusal?.decisionId);
    if (!refusal || !decision) return refuse('no-such-refusal');
    const { refusedOn, refusedById: decidedById } = refusal;
    const of = { ...decision, decidedById, presentedById: null, decidedOn: refusedOn };
    const facts = await letterFactsOf(tx, of);
    if (!facts) return refuse('no-such-refusal');
    const language = letterLanguage(facts);
    const address = letterAddress(await reachOn(tx, clientId, refusedOn));
    const law = { bar: barOf(language), provisions: refusalProvisions(language) };
    const paper = refusalPaper(language, facts, { ...refusal, decidedOn: decision.decidedOn }, address, law);
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
