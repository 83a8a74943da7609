import { z } from 'zod';
import { correctionOf, zCorrected } from '../../kernel/correction.ts';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { zEdited, zSeen } from '../../kernel/seen.ts';
import { assessmentContent, needsAssessment } from '../../law/act-2014-1301.ts';
import { cite } from '../../law/provisions.ts';
import { act, ask, permittedOf, type Refuse, type Who, zPaper, zPermitted } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { compileLetter } from '../../server/letters/typst.ts';
import { withVersion } from '../../server/version.ts';
import { reachOn } from '../client/reads.ts';
import { letterAddress, letterLanguage } from '../client/rules.ts';
import { zWhy } from '../client/words.ts';
import { dataProtectionOf } from '../organiser/reads.ts';
import { referralOf } from '../referral/reads.ts';
import { matterOn, noStep, ownFacts } from '../referral/rules.ts';
import { competenceFactsOf } from '../succession/reads.ts';
import { mustBeCompetent } from '../succession/rules.ts';
import { assessmentAccess } from './access.ts';
import { assessmentById, assessmentFactsOf, assessmentHead, assessmentOfMatter, standingAssessment } from './reads.ts';
import { assessmentClock, missingParts } from './rules.ts';
import { assessmentPaperOf, assessmentRefusals } from './texts.ts';
import { zAssessment, zAssessmentClock, zAssessmentDetails } from './words.ts';
import { deleteAssessment, insertAssessment, updateAssessment } from './writes.ts';

const ofClient = { clients: ({ clientId }: { clientId: string }) => [clientId] };
const ofAssessment = { clientId: zId, assessmentId: zId };
const conflicts = { assessment_after_receipt: { code: 'begun-before-received', field: 'begunOn' } } as const;

interface Assessing {
  readonly tx: Read;
  readonly who: Pick<Who, 'organiserId'>;
  readonly refuse: Refuse<typeof assessmentRefusals>;
}

/** Refuses one that is moved to begin on a day of another organiser's; what came with a task was begun by whoever had it then. */
async function mustBeBegunBy(
  call: Assessing,
  clientId: string,
  { referralId, begunOn }: { readonly referralId: string; readonly begunOn: Day },
  content: { readonly begunOn: Day },
): Promise<void> {
  const referral = content.begunOn === begunOn ? null : await referralOf(call.tx, clientId, referralId);
  if (!referral) return;
  const task = { service: referral.service, on: content.begunOn, field: 'begunOn' };
  mustBeCompetent(call.refuse, await competenceFactsOf(call.tx, call.who.organiserId), task);
}

export const beginAssessment = act({
  name: 'beginAssessment',
  method: 'POST',
  path: '/api/clients/{clientId}/assessments',
  says: 'Begin the assessment of a client’s need of services in a matter, on a day',
  input: z.strictObject({ clientId: zId, referralId: zId, begunOn: zDay }),
  output: z.object({ assessmentId: zId }),
  may: assessmentAccess.beginAssessment,
  audited: ofClient,
  refuses: assessmentRefusals,
  conflicts: { ...conflicts, assessment_once: 'assessed-already', decision_ends_assessing: 'already-decided' },
  run: async ({ tx, input: { clientId, referralId, begunOn }, who, today, refuse }) => {
    const referral = await referralOf(tx, clientId, referralId);
    if (!referral) return refuse('no-such-matter');
    // Whether it was decided is held by the database, which knows the decisions.
    const none = noStep(matterOn(ownFacts({ ...referral, decidedOn: null }), today), 'assess');
    if (none) return refuse(none);
    if (begunOn > today) return refuse('begun-in-future', { field: 'begunOn' });
    const task = { service: referral.service, on: begunOn, field: 'begunOn' };
    mustBeCompetent(refuse, await competenceFactsOf(tx, who.organiserId), task);
    const by = { organiserId: who.organiserId, clientId, begunById: who.workerId };
    return { assessmentId: await insertAssessment(tx, by, { referralId, begunOn }) };
  },
});

type Details = z.output<typeof zAssessmentDetails>;

/** What the days and the content of an assessment must be to be kept; nothing when they are. */
function mustBeWhole(refuse: Refuse<typeof assessmentRefusals>, content: Details, today: Day): void {
  const { begunOn, finishedOn } = content;
  if (begunOn > today) refuse('begun-in-future', { field: 'begunOn' });
  if (content.clientView !== null && content.viewMissingBecause !== null)
    refuse('view-is-there', { field: 'viewMissingBecause' });
  if (finishedOn === null) return;
  if (finishedOn > today) refuse('finished-in-future', { field: 'finishedOn' });
  if (finishedOn < begunOn) refuse('finished-before-begun', { field: 'finishedOn' });
  const [missing] = missingParts(content);
  if (missing !== undefined) refuse(missing === 'clientView' ? 'view-missing' : 'part-missing', { field: missing });
}

export const writeAssessment = act({
  name: 'writeAssessment',
  method: 'PUT',
  path: '/api/clients/{clientId}/assessments/{assessmentId}',
  says: 'Write an assessment: what the professional found, the client’s own view, who took part; finished with its day',
  input: z.strictObject({ ...ofAssessment, ...zAssessmentDetails.shape, seen: zSeen }),
  output: zEdited,
  may: assessmentAccess.writeAssessment,
  audited: ofClient,
  refuses: assessmentRefusals,
  conflicts,
  edits: ({ tx, input }) => standingAssessment(tx, input.clientId, input.assessmentId),
  run: async ({ tx, input: { clientId, assessmentId, seen: _, ...content }, who, today, refuse }) => {
    const assessment = await assessmentById(tx, clientId, assessmentId);
    if (!assessment) return refuse('no-such-assessment');
    if (assessment.finishedOn !== null) return refuse('finished-already');
    mustBeWhole(refuse, content, today);
    await mustBeBegunBy({ tx, who, refuse }, clientId, assessment, content);
    await updateAssessment(tx, assessmentId, content, content.finishedOn === null ? null : who.workerId);
    return { done: true as const };
  },
});

const corrects = correctionOf('assessmentId');

export const correctAssessment = act({
  name: 'correctAssessment',
  method: 'PATCH',
  path: '/api/clients/{clientId}/assessments/{assessmentId}',
  says: 'Correct a finished assessment, and say why: what stood before stays readable',
  input: z.strictObject({ ...ofAssessment, ...zAssessmentDetails.shape, finishedOn: zDay, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: assessmentAccess.correctAssessment,
  audited: ofClient,
  refuses: assessmentRefusals,
  conflicts,
  corrects,
  edits: ({ tx, input }) => standingAssessment(tx, input.clientId, input.assessmentId),
  run: async ({ tx, input: { clientId, assessmentId, why: _, seen: __, ...content }, who, today, refuse }) => {
    const assessment = await assessmentById(tx, clientId, assessmentId);
    if (!assessment) return refuse('no-such-assessment');
    if (assessment.finishedOn === null) return refuse('not-finished');
    mustBeWhole(refuse, content, today);
    await mustBeBegunBy({ tx, who, refuse }, clientId, assessment, content);
    await updateAssessment(tx, assessmentId, content, who.workerId);
    const { id: _id, referralId: _referral, begunBy: _begun, finishedBy: _finished, ...was } = assessment;
    return { was };
  },
});

export const takeBackAssessment = act({
  name: 'takeBackAssessment',
  method: 'POST',
  path: '/api/clients/{clientId}/assessments/{assessmentId}/take-back',
  says: 'Take back an assessment that was recorded by mistake, and say why: its clock runs again',
  input: z.strictObject({ ...ofAssessment, why: zWhy, seen: zSeen }),
  output: zCorrected,
  may: assessmentAccess.takeBackAssessment,
  audited: ofClient,
  refuses: assessmentRefusals,
  corrects,
  edits: ({ tx, input }) => standingAssessment(tx, input.clientId, input.assessmentId),
  run: async ({ tx, input: { clientId, assessmentId }, refuse }) => {
    const assessment = await assessmentById(tx, clientId, assessmentId);
    if (!assessment) return refuse('no-such-assessment');
    await deleteAssessment(tx, assessmentId);
    const { id: _id, referralId: _referral, begunBy: _begun, finishedBy: _finished, ...was } = assessment;
    return { was };
  },
});

const { assessmentOf: _read, assessmentPaper: _print, ...offered } = assessmentAccess;

export const assessmentOf = ask({
  name: 'assessmentOf',
  method: 'GET',
  path: '/api/clients/{clientId}/matters/{referralId}/assessment',
  says: 'Tell the assessment of a matter, and by which day of law it was to be begun',
  input: z.strictObject({ clientId: zId, referralId: zId }),
  output: z.object({
    assessment: zAssessment.extend({ version: z.string() }).nullable(),
    clock: zAssessmentClock.nullable(),
    basis: z.string(),
    permitted: zPermitted(offered),
  }),
  may: assessmentAccess.assessmentOf,
  audited: ofClient,
  refuses: assessmentRefusals,
  run: async ({ tx, input: { clientId, referralId }, who, relations, today, refuse }) => {
    if (!(await referralOf(tx, clientId, referralId))) return refuse('no-such-matter');
    const assessment = await assessmentOfMatter(tx, referralId);
    const facts = (await assessmentFactsOf(tx, [referralId])).get(referralId);
    return {
      assessment: assessment && withVersion(zAssessmentDetails)(assessment),
      clock: facts ? assessmentClock(facts, today) : null,
      basis: cite(needsAssessment.id, who.language),
      permitted: permittedOf(offered, who, relations),
    };
  },
});

export const assessmentPaper = ask({
  name: 'assessmentPaper',
  method: 'GET',
  path: '/api/clients/{clientId}/assessments/{assessmentId}/paper',
  says: 'Print an assessment that is finished, in the client’s language of service (PDF)',
  input: z.strictObject(ofAssessment),
  output: zPaper,
  may: assessmentAccess.assessmentPaper,
  audited: ofClient,
  refuses: assessmentRefusals,
  run: async ({ tx, input: { clientId, assessmentId }, who, refuse }) => {
    const assessment = await assessmentById(tx, clientId, assessmentId);
    const head = assessment && (await assessmentHead(tx, assessmentId));
    if (!assessment || !head) return refuse('no-such-assessment');
    if (assessment.finishedOn === null) return refuse('not-finished');
    const provisions = [needsAssessment, assessmentContent].map(({ id }) => cite(id, head.language));
    const address = letterAddress(await reachOn(tx, clientId, assessment.finishedOn));
    const paper = assessmentPaperOf(head, assessment, provisions, address);
    const bytes = await compileLetter({
      template: new URL('./letter.typ', import.meta.url),
      data: paper,
      notice: await dataProtectionOf(tx, who.organiserId, letterLanguage(head)),
      pdf: 'ua-1',
      title: paper.title,
      lang: head.language,
      day: assessment.finishedOn,
    });
    return { bytes, fileName: `assessment-${assessment.finishedOn}.pdf`, media: 'application/pdf' };
  },
});
