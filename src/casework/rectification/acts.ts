import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zToldText } from '../../kernel/line.ts';
import { zDone, zSeen } from '../../kernel/seen.ts';
import { rectificationTime } from '../../law/act-2003-434.ts';
import { cite } from '../../law/provisions.ts';
import { act, ask, permittedOf, type Refuse, zPermitted } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { withVersion } from '../../server/version.ts';
import { letterPartyOf } from '../client/reads.ts';
import { mustServe, recipientsOf } from '../client/rules.ts';
import { zRecipients, zServing, zWhy } from '../client/words.ts';
import { decisionOf, decisionsOfClient } from '../decision/reads.ts';
import { rectificationBodyOn } from '../organiser/reads.ts';
import { competenceFactsOf } from '../succession/reads.ts';
import { mustBeCompetent } from '../succession/rules.ts';
import { rectificationAccess } from './access.ts';
import { requestOf, requestsOfClient, standingRequest } from './reads.ts';
import { cameLate, correctionFault, lastStepOf, standingOn, toDecideAnew } from './rules.ts';
import { rectificationRefusals as refuses } from './texts.ts';
import {
  courtOutcomes,
  type Request,
  requestOutcomes,
  zNewRequest,
  zRequestDetails,
  zRequestSeen,
  zStanding,
} from './words.ts';
import {
  deleteRequest,
  deleteRequestNotices,
  insertRequest,
  keepAppealed,
  keepCorrected,
  keepCourt,
  keepRequestDecided,
  keepRequestServed,
} from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };
const ofRequest = z.strictObject({ clientId: zId, requestId: zId });

type Given = { readonly tx: Read; readonly today: Day; readonly refuse: Refuse<typeof refuses> };

const offered = {
  receiveRequest: rectificationAccess.receiveRequest,
  decideRequest: rectificationAccess.decideRequest,
  serveRequest: rectificationAccess.serveRequest,
  recordAppeal: rectificationAccess.recordAppeal,
  recordCourt: rectificationAccess.recordCourt,
  correctRequest: rectificationAccess.correctRequest,
  takeBackRequestStep: rectificationAccess.takeBackRequestStep,
};

export const standings = ask({
  name: 'standings',
  method: 'GET',
  path: '/api/clients/{clientId}/standings',
  says: 'Tell of each decision about a client whether it is open to rectification or appeal, or has the force of law',
  input: z.strictObject({ clientId: zId }),
  output: zRecipients.extend({ standings: z.array(zStanding), permitted: zPermitted(offered) }),
  may: rectificationAccess.standings,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input: { clientId }, who, relations, today }) => {
    const requests = await requestsOfClient(tx, clientId);
    const all = await decisionsOfClient(tx, clientId, who.language, 'all');
    // What was requested of a decision is handled also where that was taken out of force meanwhile.
    const decisions = all.filter(
      ({ id, annulledOn }) => annulledOn === null || requests.some((one) => one.decisionId === id),
    );
    return {
      ...recipientsOf(await letterPartyOf(tx, clientId, today), today),
      standings: decisions.map((decision) => {
        const own = requests.filter(({ decisionId }) => decisionId === decision.id);
        return {
          decisionId: decision.id,
          service: decision.service,
          decidedOn: decision.decidedOn,
          together: decision.together,
          annulledOn: decision.annulledOn,
          toDecideAnew: toDecideAnew(decision, own),
          ...standingOn(decision, own, today),
          requests: own.map((request) => ({
            ...withVersion(zRequestSeen)(request),
            late: cameLate(request, decision),
          })),
        };
      }),
      permitted: permittedOf(offered, who, relations),
    };
  },
});

export const receiveRequest = act({
  name: 'receiveRequest',
  method: 'POST',
  path: '/api/clients/{clientId}/decisions/{decisionId}/requests',
  says: 'Record that rectification of a decision was requested; the body that the organiser has set handles it',
  input: zNewRequest.extend({ clientId: zId, decisionId: zId }),
  output: z.object({ requestId: zId, late: z.boolean() }),
  may: rectificationAccess.receiveRequest,
  audited: ofClient,
  refuses,
  conflicts: { one_request_at_a_time: 'requested-already' },
  run: async ({ tx, input: { clientId, decisionId, receivedOn, demands, alsoIds }, who, today, refuse }) => {
    const decision = await decisionOf(tx, clientId, decisionId, who.language);
    if (!decision) return refuse('no-such-decision');
    if (receivedOn > today) return refuse('in-future', { field: 'receivedOn' });
    if (receivedOn < decision.decidedOn) return refuse('before-decision', { field: 'receivedOn' });
    const body = await rectificationBodyOn(tx, who.organiserId, receivedOn);
    if (!body) return refuse('no-body');
    const own = { organiserId: who.organiserId, clientId, recordedById: who.workerId };
    const request = { receivedOn, demands, body: body.nameFi };
    const others = new Set(decision.together.filter(({ annulled }) => !annulled).map(({ id }) => id));
    const stranger = alsoIds.findIndex((id) => !others.has(id));
    if (stranger >= 0) return refuse('no-such-decision', { field: `alsoIds.${stranger}` });
    const requestId = await insertRequest(tx, { ...own, ...request, decisionId });
    for (const also of new Set(alsoIds)) await insertRequest(tx, { ...own, ...request, decisionId: also });
    return { requestId, late: cameLate({ receivedOn }, decision) };
  },
});

/** A request whose next step is recorded: refuses a day that lies ahead, or before the step before. */
async function mustBeNext(
  { tx, today, refuse }: Given,
  { clientId, requestId }: z.output<typeof ofRequest>,
  {
    on,
    field,
    after,
    is,
  }: { on: Day; field: string; after: (of: Request) => Day | null; is: (of: Request) => boolean },
): Promise<Request> {
  const request = await requestOf(tx, clientId, requestId);
  if (!request) return refuse('no-such-request');
  if (!is(request)) return refuse('not-the-next-step');
  if (on > today) return refuse('in-future', { field });
  const before = after(request);
  if (before !== null && on < before) return refuse('before-last-step', { field });
  return request;
}

export const decideRequest = act({
  name: 'decideRequest',
  method: 'POST',
  path: '/api/clients/{clientId}/requests/{requestId}/decide',
  says: 'Record what the body decided on a request for rectification; one that came late is not examined',
  input: ofRequest.extend({ outcome: z.enum(requestOutcomes), decidedOn: zDay, reasons: zToldText }),
  output: zDone,
  may: rectificationAccess.decideRequest,
  audited: { ...ofClient, detail: ({ outcome }) => ({ outcome }) },
  refuses,
  run: async ({ tx, input: { clientId, requestId, ...rest }, who, today, refuse }) => {
    const request = await mustBeNext(
      { tx, today, refuse },
      { clientId, requestId },
      {
        on: rest.decidedOn,
        field: 'decidedOn',
        after: ({ receivedOn }) => receivedOn,
        is: ({ decidedOn }) => decidedOn === null,
      },
    );
    const decision = await decisionOf(tx, clientId, request.decisionId, who.language);
    const task = decision && { service: decision.service, on: rest.decidedOn, field: 'decidedOn' };
    if (task) mustBeCompetent(refuse, await competenceFactsOf(tx, who.organiserId), task);
    if (decision && cameLate(request, decision) && rest.outcome !== 'not-examined')
      return refuse('came-late', { field: 'outcome', cites: cite(rectificationTime.id, who.language) });
    await keepRequestDecided(tx, requestId, rest);
    return { done: true as const };
  },
});

export const serveRequest = act({
  name: 'serveRequest',
  method: 'POST',
  path: '/api/clients/{clientId}/requests/{requestId}/serve',
  says: 'Record how and when the body’s decision was given to the client, and to who acts for the client; the time for appeal runs from then',
  input: zServing.extend(ofRequest.shape),
  output: z.object({ servedOn: zDay }),
  may: rectificationAccess.serveRequest,
  audited: ofClient,
  refuses,
  run: async ({ tx, input: { clientId, requestId, ...sent }, who, today, refuse }) => {
    const of = { clientId, requestId };
    await mustBeNext({ tx, today, refuse }, of, {
      on: sent.sentOn,
      field: 'sentOn',
      after: ({ decidedOn }) => decidedOn,
      is: (request) => request.decidedOn !== null && request.servedOn === null,
    });
    const served = mustServe({ who, refuse }, await letterPartyOf(tx, clientId, sent.sentOn), sent);
    await keepRequestServed(tx, { organiserId: who.organiserId, ...of }, served);
    return { servedOn: served.servedOn };
  },
});

export const recordAppeal = act({
  name: 'recordAppeal',
  method: 'POST',
  path: '/api/clients/{clientId}/requests/{requestId}/appeal',
  says: 'Record that the body’s decision was appealed to the administrative court',
  input: ofRequest.extend({ appealedOn: zDay }),
  output: zDone,
  may: rectificationAccess.recordAppeal,
  audited: ofClient,
  refuses,
  run: async ({ tx, input: { appealedOn, ...of }, today, refuse }) => {
    await mustBeNext({ tx, today, refuse }, of, {
      on: appealedOn,
      field: 'appealedOn',
      // It counts as served some days after it was sent: whoever had it sooner may have appealed before.
      after: ({ decidedOn }) => decidedOn,
      is: (request) => request.servedOn !== null && request.appealedOn === null,
    });
    await keepAppealed(tx, of.requestId, appealedOn);
    return { done: true as const };
  },
});

export const recordCourt = act({
  name: 'recordCourt',
  method: 'POST',
  path: '/api/clients/{clientId}/requests/{requestId}/court',
  says: 'Record what the administrative court decided on an appeal',
  input: ofRequest.extend({ outcome: z.enum(courtOutcomes), decidedOn: zDay }),
  output: zDone,
  may: rectificationAccess.recordCourt,
  audited: { ...ofClient, detail: ({ outcome }) => ({ outcome }) },
  refuses,
  run: async ({ tx, input: { outcome, decidedOn, ...of }, today, refuse }) => {
    await mustBeNext({ tx, today, refuse }, of, {
      on: decidedOn,
      field: 'decidedOn',
      after: ({ appealedOn }) => appealedOn,
      is: (request) => request.appealedOn !== null && request.courtDecidedOn === null,
    });
    await keepCourt(tx, of.requestId, outcome, decidedOn);
    return { done: true as const };
  },
});

export const correctRequest = act({
  name: 'correctRequest',
  method: 'PATCH',
  path: '/api/clients/{clientId}/requests/{requestId}',
  says: 'Correct the days, outcomes and words of the steps recorded of a request for rectification, and how it was served, and say why',
  input: zRequestDetails.omit({ servedOn: true }).strict().extend({
    /** How the body's decision was served; as it stands where it is left out. */
    service: zServing.optional(),
    demands: zToldText,
    reasons: zToldText.nullable(),
    clientId: zId,
    requestId: zId,
    why: zWhy,
    seen: zSeen,
  }),
  output: zCorrected,
  may: rectificationAccess.correctRequest,
  audited: ofClient,
  refuses,
  corrects: correctionOf('requestId'),
  edits: ({ tx, input }) => standingRequest(tx, input.clientId, input.requestId),
  run: async ({ tx, input, who, today, refuse }) => {
    const { clientId, requestId, service, why: _, seen: __, ...steps } = input;
    const request = await requestOf(tx, clientId, requestId);
    if (!request) return refuse('no-such-request');
    const { id: ___, decisionId, body: ____, notices, ...before } = request;
    const served =
      service &&
      mustServe(
        { who, refuse },
        await letterPartyOf(tx, clientId, service.sentOn),
        service,
        'service.representativeIds',
      );
    const after = { ...steps, servedOn: served?.servedOn ?? before.servedOn };
    if (service && service.sentOn > today) return refuse('in-future', { field: 'service.sentOn' });
    if (service && after.decidedOn !== null && service.sentOn < after.decidedOn)
      return refuse('before-last-step', { field: 'service.sentOn' });
    const fault = correctionFault(before, after, today);
    if (fault) return refuse(fault.why, { field: fault.field });
    const decision = await decisionOf(tx, clientId, decisionId, who.language);
    if (decision && after.receivedOn < decision.decidedOn) return refuse('before-decision', { field: 'receivedOn' });
    const moved = after.decidedOn !== null && after.decidedOn !== before.decidedOn ? after.decidedOn : null;
    const task = decision && moved && { service: decision.service, on: moved, field: 'decidedOn' };
    if (task) mustBeCompetent(refuse, await competenceFactsOf(tx, who.organiserId), task);
    const late = decision !== null && cameLate(after, decision);
    if (late && after.outcome !== null && after.outcome !== 'not-examined')
      return refuse('came-late', { field: 'outcome', cites: cite(rectificationTime.id, who.language) });
    if (served) await deleteRequestNotices(tx, requestId);
    if (served) await keepRequestServed(tx, { organiserId: who.organiserId, clientId, requestId }, served);
    await keepCorrected(tx, requestId, after);
    return { was: { ...before, notices } };
  },
});

export const takeBackRequestStep = act({
  name: 'takeBackRequestStep',
  method: 'POST',
  path: '/api/clients/{clientId}/requests/{requestId}/take-back',
  says: 'Take back the last step recorded of a request for rectification, and say why; taken back from its receipt there was none',
  input: ofRequest.extend({ why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: rectificationAccess.takeBackRequestStep,
  audited: ofClient,
  refuses,
  corrects: correctionOf('requestId'),
  conflicts: { one_request_at_a_time: 'requested-already' },
  edits: ({ tx, input }) => standingRequest(tx, input.clientId, input.requestId),
  run: async ({ tx, input: { clientId, requestId }, refuse }) => {
    const request = await requestOf(tx, clientId, requestId);
    if (!request) return refuse('no-such-request');
    const { id: _, decisionId: __, body: ___, notices, ...before } = request;
    const none = {
      receivedOn: {},
      decidedOn: { decidedOn: null, outcome: null, reasons: null },
      servedOn: { servedOn: null },
      appealedOn: { appealedOn: null },
      courtDecidedOn: { courtDecidedOn: null, courtOutcome: null },
    };
    const last = lastStepOf(request);
    if (last === 'servedOn') await deleteRequestNotices(tx, requestId);
    if (last === 'receivedOn') await deleteRequest(tx, requestId);
    else await keepCorrected(tx, requestId, { ...before, ...none[last] });
    return { was: { ...before, notices } };
  },
});
