import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zLine } from '../../kernel/line.ts';
import { contains, covers, earlierEnd, intersect, range } from '../../kernel/range.ts';
import { zSeen } from '../../kernel/seen.ts';
import { act, ask, type Refuse, type Run, zPaper } from '../../server/act.ts';
import type { Read, Write } from '../../server/database/pool.ts';
import { compileLetter } from '../../server/letters/typst.ts';
import { withVersion } from '../../server/version.ts';
import { clientOn, reachOn } from '../client/reads.ts';
import { zWhy } from '../client/words.ts';
import { workplaceOf } from '../employer/reads.ts';
import { dataProtectionOf, organiserHead } from '../organiser/reads.ts';
import { changeTakingPart, movePlacementEnd, takeAwayPlacement } from '../placement/acts.ts';
import { placementOf, placementsOf, standingPlacement } from '../placement/reads.ts';
import { hoursInWords, sameWeek } from '../placement/rules.ts';
import { type Placement, zPlacementDetails, zPlacementSeen } from '../placement/words.ts';
import { noStep } from '../referral/rules.ts';
import { agreementAccess } from './access.ts';
import { agreementLetter, phoneOf } from './letter.ts';
import {
  agreementHash,
  agreementOf,
  agreementsOf,
  approvalOf,
  contactFor,
  keptPaper,
  standingAgreement,
  standingApproval,
  standingPlacementAgreed,
  standingWhole,
} from './reads.ts';
import { agreementOnDay, agreementStateOn, closedStep, mayBeApprovedOn, placementStateOn, termsOf } from './rules.ts';
import { agreementRefusals, agreementPaperOf as paperOf } from './texts.ts';
import {
  type Agreement,
  type AgreementContent,
  type AgreementParty,
  approvalVersion,
  parties,
  zAgreementDraft,
  zAgreementOnDay,
  zParty,
} from './words.ts';
import {
  deleteAgreement,
  insertAgreement,
  insertApproval,
  insertPaper,
  keepTerms,
  takeApprovalAway,
  updateAgreement,
} from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };

type Refusing = Refuse<typeof agreementRefusals>;
type Given<Tx = Write> = Pick<Run<unknown, Tx, typeof agreementRefusals>, 'tx' | 'who' | 'today'> & {
  readonly refuse: Refusing;
};

const conflicts = {
  agreement_agreement_placement_id_during_key: 'agreement-overlaps',
  agreement_approval_agreement_id_party_content_hash_key: 'approved-already',
  agreement_within_placement: 'agreement-outside-placement',
} as const;

async function foundPlacement({ tx, refuse }: Given<Read>, clientId: string, placementId: string): Promise<Placement> {
  return (await placementOf(tx, clientId, placementId)) ?? refuse('no-such-placement');
}

export const placements = ask({
  name: 'placements',
  method: 'GET',
  path: '/api/clients/{clientId}/placements',
  says: 'Tell where and when a client takes part and has taken part, and the agreements about it',
  input: z.strictObject({ clientId: zId }),
  output: z.object({
    placements: z.array(zPlacementSeen),
    agreements: z.array(zAgreementOnDay),
  }),
  may: agreementAccess.placements,
  audited: ofClient,
  refuses: {},
  run: async ({ tx, input, today }) => ({
    placements: (await placementsOf(tx, input.clientId)).map(withVersion(zPlacementDetails)),
    agreements: (await agreementsOf(tx, termsOf, input.clientId)).map((one) => agreementOnDay(one, today)),
  }),
});

export const changePlacement = act({
  name: 'changePlacement',
  method: 'POST',
  path: '/api/clients/{clientId}/placements/{placementId}/change',
  says: 'Change half-days, times, tasks or meal from a day on; an agreement in force goes on as a draft of the new content',
  input: changeTakingPart.input,
  output: changeTakingPart.output.extend({ agreementId: zId.nullable() }),
  may: agreementAccess.changePlacement,
  audited: ofClient,
  refuses: { ...changeTakingPart.refuses, ...agreementRefusals },
  conflicts: { ...changeTakingPart.conflicts, ...conflicts },
  edits: ({ tx, input }) => standingPlacement(tx, input.clientId, input.placementId),
  run: async (call) => {
    const { tx, who, today, refuse } = call;
    const { clientId, placementId, from } = call.input;
    const before = (await placementOf(tx, clientId, placementId)) ?? refuse('no-such-placement');
    const agreements = (await agreementsOf(tx, termsOf, clientId)).filter((one) => one.placementId === placementId);
    const changed = await changeTakingPart.run(call);
    const placement = (await placementOf(tx, clientId, changed.placementId)) ?? refuse('no-such-placement');
    const { serviceLanguage = 'fi' } = (await clientOn(tx, clientId, today)) ?? {};
    const agreedAnew = ({ tasks, hours }: Agreement, during: Agreement['during']): AgreementContent => ({
      tasks: (placement.tasks !== before.tasks && placement.tasks) || tasks,
      hours: sameWeek(before, placement) ? hours : hoursInWords(placement.slots, placement, serviceLanguage),
      during,
    });
    if (changed.placementId === placementId) {
      const [running] = agreements;
      if (running) {
        const days = range(running.during.from, earlierEnd(running.during.to, placement.during.to));
        await updateAgreement(tx, running.id, agreedAnew(running, days));
        await keepStated(tx, clientId, running.id);
      }
      return { ...changed, agreementId: running?.id ?? null };
    }
    // What was agreed for days from then on lies within the new version, and is a draft of its content.
    const whose = { organiserId: who.organiserId, clientId };
    let agreementId: string | null = null;
    for (const one of agreements) {
      const days = intersect(one.during, placement.during);
      if (!days) continue;
      const id = await insertAgreement(tx, whose, changed.placementId, agreedAnew(one, days));
      await keepStated(tx, clientId, id);
      if (contains(one.during, from)) agreementId = id;
    }
    return { ...changed, agreementId };
  },
});

export const correctPlacementEnd = act({
  name: 'correctPlacementEnd',
  method: 'PATCH',
  path: '/api/clients/{clientId}/placements/{placementId}/end',
  says: 'Correct when a placement ended, or let it go on as long as its relationship, and say why; what was agreed about it ended with it',
  input: z.strictObject({ clientId: zId, placementId: zId, on: zDay.nullable(), why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: agreementAccess.correctPlacementEnd,
  audited: ofClient,
  refuses: movePlacementEnd.refuses,
  corrects: correctionOf('placementId'),
  conflicts: movePlacementEnd.conflicts ?? {},
  edits: ({ tx, input }) => standingPlacementAgreed(tx, termsOf, input.clientId, input.placementId),
  run: async (call) => {
    const { clientId, placementId, on } = call.input;
    return { was: await movePlacementEnd.run({ ...call, input: { clientId, placementId, on } }) };
  },
});

export const takeBackPlacement = act({
  name: 'takeBackPlacement',
  method: 'POST',
  path: '/api/clients/{clientId}/placements/{placementId}/take-back',
  says: 'Take back a placement that was recorded by mistake, with its agreements, while no day is marked, and say why',
  input: z.strictObject({ clientId: zId, placementId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: agreementAccess.takeBackPlacement,
  audited: ofClient,
  refuses: takeAwayPlacement.refuses,
  corrects: correctionOf('placementId'),
  conflicts: takeAwayPlacement.conflicts ?? {},
  edits: ({ tx, input }) => standingPlacementAgreed(tx, termsOf, input.clientId, input.placementId),
  run: async (call) => {
    const { clientId, placementId } = call.input;
    return { was: await takeAwayPlacement.run({ ...call, input: { clientId, placementId } }) };
  },
});

export const agreement = ask({
  name: 'agreement',
  method: 'GET',
  path: '/api/clients/{clientId}/agreements/{agreementId}',
  says: 'Open one agreement of client, employer and organiser: its content, approvals and state',
  input: z.strictObject({ clientId: zId, agreementId: zId }),
  output: z.object({ agreement: zAgreementOnDay }),
  may: agreementAccess.agreement,
  audited: ofClient,
  refuses: agreementRefusals,
  run: async (call) => ({
    agreement: agreementOnDay(await foundAgreement(call, call.input), call.today),
  }),
});

async function foundAgreement(
  { tx, refuse }: Given<Read>,
  { clientId, agreementId }: { readonly clientId: string; readonly agreementId: string },
): Promise<Agreement> {
  return (await agreementOf(tx, termsOf, clientId, agreementId)) ?? refuse('no-such-agreement');
}

/** An agreement's content as it is kept; refuses days that the placement does not hold. */
function contentWithin(
  placed: Pick<Placement, 'during'>,
  { tasks, hours, during }: z.output<typeof zAgreementDraft>,
  refuse: Refusing,
): AgreementContent {
  if (during.to <= during.from || !covers(placed.during, during))
    return refuse('agreement-outside-placement', { field: 'during' });
  return { tasks, hours, during };
}

/** Keeps the terms that an agreement states now, after its content was written; answers it as it stands. */
async function keepStated(tx: Write, clientId: string, agreementId: string): Promise<Agreement> {
  const stated = (await agreementOf(tx, termsOf, clientId, agreementId)) as Agreement;
  await keepTerms(tx, agreementId, stated.terms);
  return (await agreementOf(tx, termsOf, clientId, agreementId)) as Agreement;
}

const template = new URL('./letter.typ', import.meta.url);

/** One party's copy of the paper, of an agreement as it stands. */
async function printed({ tx, who, today, refuse }: Given<Read>, agreement: Agreement, copy: AgreementParty) {
  const placement = await placementOf(tx, agreement.clientId, agreement.placementId);
  const client = await clientOn(tx, agreement.clientId, today);
  const workplace = agreement.workplaceId && (await workplaceOf(tx, who.organiserId, agreement.workplaceId));
  if (!placement || !client || !workplace) return refuse('no-such-placement');
  const lang = client.serviceLanguage;
  const reach = await reachOn(tx, client.id, today);
  const contact = await contactFor(tx, placement.relationshipId, who.workerId, today);
  const letter = agreementLetter({
    agreement,
    client,
    reach,
    workplace,
    organiser: { ...(await organiserHead(tx, who.organiserId, lang)), code: who.organiserCode },
    contact: contact ?? { name: who.name, phone: null, email: null, role: null },
    copy,
    madeOn: today,
  });
  const paper = paperOf(letter);
  const notice = await dataProtectionOf(tx, who.organiserId, letter.language);
  const bytes = await compileLetter({
    template,
    data: paper,
    notice,
    pdf: 'ua-1',
    title: paper.title,
    lang,
    day: today,
  });
  return { bytes, fileName: `${letter.reference}-${copy}.pdf`, tellsPlace: phoneOf(reach) !== null };
}

/** Keeps a copy for each party as the last of them approved it. */
async function keepPapers(input: Given, clientId: string, agreementId: string): Promise<void> {
  const { tx, who, today } = input;
  const agreed = await foundAgreement(input, { clientId, agreementId });
  for (const copy of parties) {
    const { bytes, tellsPlace } = await printed(input, agreed, copy);
    const paper = { agreementId, contentHash: agreed.contentHash, copy, keptOn: today, pdf: bytes, tellsPlace };
    await insertPaper(tx, { organiserId: who.organiserId, clientId }, paper);
  }
}

export const agreementPaper = ask({
  name: 'agreementPaper',
  method: 'GET',
  path: '/api/clients/{clientId}/agreements/{agreementId}/paper',
  says: 'Open an agreement as a PDF, a party’s copy: as all three approved it, or as it stands until they have; also an earlier content that they approved',
  input: z.strictObject({
    clientId: zId,
    agreementId: zId,
    copy: zParty.default('organiser'),
    /** Of an earlier content; else what stands now. */
    contentHash: z.string().max(200).optional(),
  }),
  output: zPaper,
  may: agreementAccess.agreementPaper,
  audited: { clients: ({ clientId }) => [clientId], detail: ({ copy }) => ({ copy }) },
  refuses: agreementRefusals,
  run: async (call) => {
    const { tx, input, refuse } = call;
    const agreement = await foundAgreement(call, input);
    const contentHash = input.contentHash ?? agreement.contentHash;
    const media = 'application/pdf';
    const saved = await keptPaper(tx, agreement.id, contentHash, input.copy);
    if (saved) return { bytes: saved, fileName: `${agreement.during.from}-${input.copy}.pdf`, media };
    // A kept paper that says how to reach the client is not shown while that is protected: what stands is printed without.
    if (contentHash !== agreement.contentHash) return refuse('no-such-paper', { field: 'contentHash' });
    const { bytes, fileName } = await printed(call, agreement, input.copy);
    return { bytes, fileName, media };
  },
});

export const makeAgreement = act({
  name: 'makeAgreement',
  method: 'POST',
  path: '/api/clients/{clientId}/placements/{placementId}/agreements',
  says: 'Make an agreement of client, employer and organiser about a placement, with the day by which it is renewed',
  input: zAgreementDraft.extend({ clientId: zId, placementId: zId }),
  output: z.object({ agreementId: zId }),
  may: agreementAccess.makeAgreement,
  audited: ofClient,
  refuses: agreementRefusals,
  conflicts,
  run: async (call) => {
    const { tx, who, refuse } = call;
    const { clientId, placementId, ...draft } = call.input;
    const placement = await foundPlacement(call, clientId, placementId);
    const none = noStep(placementStateOn(placement, [], call.today), 'agree');
    if (none) return refuse(none);
    const content = contentWithin(placement, draft, refuse);
    const whose = { organiserId: who.organiserId, clientId };
    const agreementId = await insertAgreement(tx, whose, placementId, content);
    await keepStated(tx, clientId, agreementId);
    return { agreementId };
  },
});

export const changeAgreement = act({
  name: 'changeAgreement',
  method: 'PUT',
  path: '/api/clients/{clientId}/agreements/{agreementId}',
  says: 'Change what an agreement says; approvals of the earlier content no longer hold',
  input: zAgreementDraft.extend({ clientId: zId, agreementId: zId, seen: zSeen }),
  output: z.object({ withdrawn: z.array(zParty) }),
  may: agreementAccess.changeAgreement,
  audited: ofClient,
  refuses: agreementRefusals,
  conflicts,
  edits: ({ tx, input }) => standingAgreement(tx, termsOf, input.clientId, input.agreementId),
  run: async (call) => {
    const { tx, today, refuse } = call;
    const { clientId, agreementId, seen: _, ...draft } = call.input;
    const before = await foundAgreement(call, { clientId, agreementId });
    const { state, approved } = agreementStateOn(before, today);
    const closed = closedStep({ state }, 'change');
    if (closed) return refuse(closed);
    const content = contentWithin({ during: before.placedDuring }, draft, refuse);
    await updateAgreement(tx, agreementId, content);
    const { contentHash } = await keepStated(tx, clientId, agreementId);
    return { withdrawn: contentHash === before.contentHash ? [] : approved.map(({ party }) => party) };
  },
});

export const approveAgreement = act({
  name: 'approveAgreement',
  method: 'POST',
  path: '/api/clients/{clientId}/agreements/{agreementId}/approvals',
  says: 'Record that a party approves an agreement as it stands; each does so on its own',
  input: z.strictObject({
    clientId: zId,
    agreementId: zId,
    party: zParty,
    /** Of the content that was seen: another content is not approved unseen. */
    contentHash: z.string().max(200),
    /** Who approved for the party; else the client, the workplace’s contact person or the worker at hand. */
    by: zLine.min(1).optional(),
    on: zDay.optional(),
  }),
  /** With the version of the approval, for an undo to tell that it takes back this one. */
  output: z.object({ waitingFor: z.array(zParty), version: z.string() }),
  may: agreementAccess.approveAgreement,
  audited: ofClient,
  refuses: agreementRefusals,
  conflicts,
  run: async (call) => {
    const { tx, input, who, today, refuse } = call;
    const match = await foundAgreement(call, input);
    const { state, waitingFor } = agreementStateOn(match, today);
    const closed = closedStep({ state }, 'approve');
    if (closed === 'agreement-ended') return refuse(closed);
    if (input.contentHash !== match.contentHash) return refuse('content-changed', { field: 'contentHash' });
    if (closed || !waitingFor.includes(input.party)) return refuse('approved-already', { field: 'party' });
    const approvedOn = input.on ?? today;
    if (approvedOn > today) return refuse('approved-in-future', { field: 'on' });
    if (!mayBeApprovedOn(match, approvedOn, today)) return refuse('approved-long-before', { field: 'on' });
    const usual = {
      client: match.client,
      employer: match.contactName ?? match.employer ?? match.place,
      organiser: who.name,
    };
    const whose = { organiserId: who.organiserId, clientId: match.clientId };
    // What was approved before terms were kept is approved on as it was.
    if (match.contentHash !== agreementHash(match)) await keepTerms(tx, match.id, match.terms);
    const approval = { contentHash: match.contentHash, approvedOn, approvedBy: input.by ?? usual[input.party] };
    const recorded = { agreementId: match.id, party: input.party, recordedById: who.workerId };
    const approvalId = await insertApproval(tx, whose, { ...recorded, ...approval });
    const waiting = waitingFor.filter((party) => party !== input.party);
    if (waiting.length === 0) await keepPapers(call, match.clientId, match.id);
    return { waitingFor: waiting, version: approvalVersion(match.contentHash, approvalId) };
  },
});

export const withdrawApproval = act({
  name: 'withdrawApproval',
  method: 'POST',
  path: '/api/clients/{clientId}/agreements/{agreementId}/approvals/withdraw',
  says: 'Take back an approval that a party gave, or that was recorded by mistake',
  input: z.strictObject({ clientId: zId, agreementId: zId, party: zParty, seen: zSeen }),
  output: z.object({ waitingFor: z.array(zParty) }),
  may: agreementAccess.withdrawApproval,
  audited: ofClient,
  refuses: agreementRefusals,
  edits: ({ tx, input }) => standingApproval(tx, termsOf, input),
  run: async (call) => {
    const { tx, input, today } = call;
    const match = await foundAgreement(call, input);
    const approval = match.approvals.find(
      ({ party, contentHash }) => party === input.party && contentHash === match.contentHash,
    );
    if (approval) await takeApprovalAway(tx, match.id, approval.id, match.contentHash);
    return { waitingFor: agreementStateOn(await foundAgreement(call, input), today).waitingFor };
  },
});

export const takeBackApproval = act({
  name: 'takeBackApproval',
  method: 'POST',
  path: '/api/clients/{clientId}/approvals/{approvalId}/take-back',
  says: 'Take back an approval that was recorded by mistake, and say why: the agreement waits for that party again',
  input: z.strictObject({ clientId: zId, approvalId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: agreementAccess.takeBackApproval,
  audited: ofClient,
  refuses: agreementRefusals,
  corrects: correctionOf('approvalId'),
  edits: async ({ tx, input: { clientId, approvalId } }) => {
    const match = await approvalOf(tx, termsOf, clientId, approvalId);
    if (!match) return null;
    const { agreement: agreed, approval } = match;
    return standingApproval(tx, termsOf, { clientId, agreementId: agreed.id, party: approval.party });
  },
  run: async ({ tx, input: { clientId, approvalId }, refuse }) => {
    const match = await approvalOf(tx, termsOf, clientId, approvalId);
    if (!match) return refuse('no-such-approval');
    const { agreement: agreed, approval } = match;
    await takeApprovalAway(tx, agreed.id, approvalId, approval.contentHash);
    const { id: _, contentHash: __, ...was } = approval;
    return { was: { ...was, tasks: agreed.tasks, hours: agreed.hours, during: agreed.during } };
  },
});

export const takeBackAgreement = act({
  name: 'takeBackAgreement',
  method: 'POST',
  path: '/api/clients/{clientId}/agreements/{agreementId}/take-back',
  says: 'Take back an agreement that was made by mistake, with its approvals, while no other goes on from it, and say why',
  input: z.strictObject({ clientId: zId, agreementId: zId, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: agreementAccess.takeBackAgreement,
  audited: ofClient,
  refuses: agreementRefusals,
  corrects: correctionOf('agreementId'),
  edits: ({ tx, input }) => standingWhole(tx, termsOf, input.clientId, input.agreementId),
  run: async (call) => {
    const agreed = await foundAgreement(call, call.input);
    if (agreed.hasNext) return call.refuse('renewed-already');
    await deleteAgreement(call.tx, agreed.id);
    const { tasks, hours, during, terms, approvals } = agreed;
    return { was: { tasks, hours, during, terms, approvals } };
  },
});

export const renewAgreement = act({
  name: 'renewAgreement',
  method: 'POST',
  path: '/api/clients/{clientId}/agreements/{agreementId}/renew',
  says: 'Go on from where an agreement ends with a new one, which the parties approve anew; what is not told stays',
  input: z.strictObject({
    clientId: zId,
    agreementId: zId,
    to: zDay,
    tasks: zAgreementDraft.shape.tasks.optional(),
    hours: zAgreementDraft.shape.hours.optional(),
  }),
  output: z.object({ agreementId: zId }),
  may: agreementAccess.renewAgreement,
  audited: ofClient,
  refuses: agreementRefusals,
  conflicts,
  run: async (call) => {
    const { tx, input, who, today, refuse } = call;
    const before = await foundAgreement(call, input);
    if (before.hasNext) return refuse('renewed-already');
    const closed = closedStep(agreementStateOn(before, today), 'renew');
    if (closed) return refuse(closed);
    const from = before.during.to as Day;
    if (input.to <= from) return refuse('ends-too-early', { field: 'to' });
    if (!covers(before.placedDuring, { from, to: input.to }))
      return refuse('agreement-outside-placement', { field: 'to' });
    const content = {
      tasks: input.tasks ?? before.tasks,
      hours: input.hours ?? before.hours,
      during: range(from, input.to),
    };
    const whose = { organiserId: who.organiserId, clientId: input.clientId };
    const agreementId = await insertAgreement(tx, whose, before.placementId, content);
    await keepStated(tx, input.clientId, agreementId);
    return { agreementId };
  },
});
