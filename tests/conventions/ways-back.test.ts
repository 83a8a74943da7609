/** What is sent to a client or comes from one bears a day, and a day may be recorded wrongly: each has a way to correct it and to take it back. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { allActs } from '../../src/screens/app/registry.ts';

/** Days of what is served, sent, answered or demanded; a table of the acts that record them, with what corrects and what takes back. */
const days = /^(sentOn|respondByOn|answeredOn)$/;
const waysBack: Readonly<Record<string, readonly [correct: string, takeBack: string]>> = {
  hearClient: ['correctHearing', 'takeBackHearing'],
  recordAnswer: ['correctAnswer', 'takeBackAnswer'],
  serveDecision: ['correctService', 'takeBackService'],
  serveRefusal: ['correctRefusalService', 'takeBackRefusal'],
  serveRequest: ['correctRequest', 'takeBackRequestStep'],
  signPlan: ['correctSignature', 'takeBackSignature'],
  interruptPlan: ['correctInterruption', 'takeBackInterruption'],
};

const acts = new Map(allActs.map((act) => [act.name as string, act]));

/** Acts that record a day of what is sent or comes, and are themselves no way back. */
const recording = allActs.filter((act) => {
  if (act.kind !== 'do' || act.method === 'GET' || act.edits) return false;
  const { properties = {} } = z.toJSONSchema(act.input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: object;
  };
  return Object.keys(properties).some((name) => days.test(name));
});

test('each act that records a day of what is served, sent or answered has its ways back', () => {
  expect(recording.length).toBeGreaterThan(4);
  expect(recording.flatMap(({ name }) => (name in waysBack ? [] : [name]))).toEqual([]);
});

test.each(Object.entries(waysBack))('%s is corrected and taken back, each with a reason', (name, ways) => {
  expect(acts.has(name)).toBe(true);
  for (const way of ways) expect(acts.get(way)?.corrects, way).toBeDefined();
});
