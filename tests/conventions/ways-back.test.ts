/** What is recorded of a client bears a day, and a day may be recorded wrongly: each has a way to correct it and to take it back. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { allActs } from '../../src/screens/app/registry.ts';

/** Which acts record a day, with what corrects and what takes back what they record; where one is done by the other two, it is named twice. */
const waysBack: Readonly<Record<string, readonly [correct: string, takeBack: string]>> = {
  recordBenefit: ['changeBenefit', 'takeBackBenefit'],
  answerPayer: ['changeBenefit', 'takeBackBenefit'],
  recordTravel: ['changeTravel', 'takeBackTravel'],
  answerTravel: ['changeTravel', 'takeBackTravel'],
  endTravel: ['changeTravel', 'changeTravel'],
  recordReason: ['recordReason', 'takeBackReason'],
  nameRepresentative: ['changeRepresentative', 'takeBackRepresentative'],
  changeRepresentative: ['changeRepresentative', 'takeBackRepresentative'],
  receiveReferralOfClient: ['correctReferral', 'takeBackReferral'],
  withdrawReferral: ['takeBackWithdrawal', 'takeBackWithdrawal'],
  beginAssessment: ['correctAssessment', 'takeBackAssessment'],
  writeAssessment: ['correctAssessment', 'takeBackAssessment'],
  makePlan: ['correctPlan', 'takeBackPlan'],
  changePlan: ['changePlan', 'takeBackPlan'],
  signPlan: ['correctSignature', 'takeBackSignature'],
  reviewPlan: ['reviewPlan', 'takeBackReview'],
  interruptPlan: ['correctInterruption', 'takeBackInterruption'],
  resumePlan: ['correctInterruption', 'correctInterruption'],
  hearClient: ['correctHearing', 'takeBackHearing'],
  recordAnswer: ['correctAnswer', 'takeBackAnswer'],
  decide: ['correctDecision', 'annulDecision'],
  correctDecision: ['correctDecision', 'annulDecision'],
  decideAndEnd: ['correctDecision', 'annulDecision'],
  serveDecision: ['correctService', 'takeBackService'],
  refuseCorrection: ['takeBackRefusal', 'takeBackRefusal'],
  serveRefusal: ['correctRefusalService', 'takeBackRefusal'],
  receiveRequest: ['correctRequest', 'takeBackRequestStep'],
  decideRequest: ['correctRequest', 'takeBackRequestStep'],
  serveRequest: ['correctRequest', 'takeBackRequestStep'],
  recordAppeal: ['correctRequest', 'takeBackRequestStep'],
  recordCourt: ['correctRequest', 'takeBackRequestStep'],
  startRelationship: ['correctStart', 'takeBackStart'],
  agreeBreak: ['changeBreak', 'takeBackBreak'],
  agreeBreakWithMarks: ['changeBreak', 'takeBackBreak'],
  endBreak: ['changeBreak', 'takeBackBreak'],
  handOverCase: ['handOverCase', 'takeBackCaseHandOver'],
  nameResponsible: ['nameResponsible', 'takeBackResponsible'],
  nameOwnWorker: ['takeBackOwnWorker', 'takeBackOwnWorker'],
  endOwnWorker: ['endOwnWorker', 'takeBackOwnWorker'],
  place: ['changePlacement', 'takeBackPlacement'],
  changePlacement: ['changePlacement', 'takeBackPlacement'],
  changePlacementWithMarks: ['changePlacement', 'takeBackPlacement'],
  endPlacement: ['correctPlacementEnd', 'correctPlacementEnd'],
  endPlacementWithMarks: ['correctPlacementEnd', 'correctPlacementEnd'],
  makeAgreement: ['changeAgreement', 'takeBackAgreement'],
  changeAgreement: ['changeAgreement', 'takeBackAgreement'],
  renewAgreement: ['changeAgreement', 'takeBackAgreement'],
  approveAgreement: ['takeBackApproval', 'takeBackApproval'],
  recordContact: ['correctContact', 'takeBackEarlierContact'],
  recordContactOnMatter: ['correctContact', 'takeBackEarlierContact'],
  amendContact: ['correctContact', 'takeBackEarlierContact'],
  referOver: ['correctReferralOver', 'takeBackReferralOver'],
  recordOutcome: ['recordOutcome', 'takeBackReferralOutcome'],
  exitClient: ['correctExit', 'takeBackExit'],
  moveClient: ['correctMove', 'takeBackMove'],
};

/** Acts that bear a day and need no other way back, each with why. */
const without: Readonly<Record<string, string>> = {
  changeClient: 'the day of birth is a detail: it is changed again, as it was seen',
  changeAddress: 'where one is reached is changed again from the same day, and what stood there stays in the history',
  protectAddress: 'a protection that was shown to anybody was in force; it is lifted from a day',
  liftProtection: 'is protected again from the same day',
  achieveGoal: 'the same act says that the goal is not achieved after all',
  prepareDecision: 'what is prepared is written over until it is decided',
  presentDecision: 'what is presented is presented anew or sent back until it is decided',
  agreeRhythm: 'the same act agrees otherwise for the same days',
  planVisit: 'is cancelled',
  tellOutcome: 'its note is amended and it is taken back whole (amendOutcome, takeBackOutcome)',
  continuePeriod: 'is a referral, a plan, a decision: each has its own ways back',
  endRelationship: 'is a part of an exit, which is taken back',
  endPlacementsOf: 'is a part of an exit, which is taken back',
  cancelVisitsOf: 'is a part of an exit: what was to come is planned anew',
  leaveContactsOutside: 'is a part of an exit, which is taken back',
  takeContactsIn: 'is a part of taking back an exit',
};

const acts = new Map(allActs.map((act) => [act.name as string, act]));

interface Shape {
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly anyOf?: readonly Shape[];
}

/** Whether a day is told in it: one of its own, or the days of a range. */
const bearsDay = (shape: Shape): boolean =>
  shape.format === 'date' || (shape.anyOf ?? []).some(bearsDay) || Object.values(shape.properties ?? {}).some(bearsDay);

/** Acts on one client that record a day, and are themselves no way back. */
const recording = allActs.filter((act) => {
  if (act.kind !== 'do' || act.method === 'GET' || act.corrects || act.may.kind !== 'client') return false;
  return bearsDay(z.toJSONSchema(act.input, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Shape);
});

test('each act that records a day of a client has its ways back, or says why it needs none', () => {
  expect(recording.length).toBeGreaterThan(40);
  expect(recording.flatMap(({ name }) => (name in waysBack || name in without ? [] : [name]))).toEqual([]);
  const names = new Set<string>(recording.map(({ name }) => name));
  expect([...Object.keys(waysBack), ...Object.keys(without)].filter((name) => !names.has(name))).toEqual([]);
});

test.each(Object.entries(waysBack))('what %s records is corrected and taken back', (_, ways) => {
  // What only records anew is the act itself: the later word stands, and what stood is in the history.
  for (const way of ways) {
    const act = acts.get(way);
    expect(act, way).toBeDefined();
    expect(act?.corrects !== undefined || act?.edits !== undefined, way).toBe(true);
  }
});
