/** What every act that changes something takes. */
import { expect, test } from 'vitest';
import { allActs } from '../../src/screens/app/registry.ts';
import type { AnyAct } from '../../src/server/act.ts';
import { openApi } from '../../src/server/http/openapi.ts';
import { unseenEdits } from './editing.ts';
import { filesUnder, readTexts } from './source.ts';

type Operations = Record<string, Record<string, { parameters?: readonly { $ref?: string }[] }>>;
const { paths, components } = openApi(allActs, { version: 'test', about: 'Tested.' }) as {
  paths: Operations;
  components: { parameters: { GestureKey: { in: string } } };
};

/** Acts that change something when they are asked; a letter that is made when it is first read is the same ever after. */
const changing = allActs.filter(({ kind, method }) => kind === 'do' && method !== 'GET');

test('every change takes the key of its gesture, and nothing else does', () => {
  const taking = allActs.filter(({ path, method }) =>
    paths[path]?.[method.toLowerCase()]?.parameters?.some(
      (one) => one.$ref === '#/components/parameters/GestureKey' && components.parameters.GestureKey.in === 'header',
    ),
  );
  expect(changing.length).toBeGreaterThan(50);
  expect(taking).toEqual(changing);
});

const withActs = readTexts(filesUnder('src').filter((path) => /\/(acts|board)\.ts$/.test(path)));

test('whatever writes over what stands tells which version of it was seen', () => {
  expect(withActs.length).toBeGreaterThan(20);
  expect(withActs.flatMap(({ path, text }) => unseenEdits(path, text))).toEqual([]);
  // Such an act takes what was seen: it is not made otherwise. What is done as a part of it by another act is seen there.
  const edits: readonly AnyAct[] = allActs.filter((act) => act.edits);
  expect(edits.length).toBeGreaterThan(35);
});

/** What takes back what was recorded, by its name or by its words; a part of another act is seen there. */
const takesBack = ({ name, says, may }: Pick<AnyAct, 'name' | 'says' | 'may'>) =>
  (/^(takeBack|reopen|undo|lift)[A-Z]/.test(name) || /^(Take back|Send .* back)/.test(says)) &&
  !(may.kind === 'role' && may.roles.length === 0);

test('whatever takes back what was recorded tells which version of it was seen', () => {
  const acts: readonly AnyAct[] = changing;
  const takingBack = acts.filter(takesBack);
  expect(takingBack.length).toBeGreaterThan(20);
  expect(takingBack.flatMap(({ name, edits }) => (edits ? [] : [name]))).toEqual([]);
});

/** What ends, lifts, hands over or puts another in the place of what stands. */
const replacing = /^(end|exit|move|withdraw|annul|lift|cancel|separate|handOver|name|replace|decideAnd|recordBenefit)/;
const unseen: Readonly<Record<string, string>> = {
  endRelationship: 'is a part of an exit, a move or a decision, which saw it',
  endPlacementsOf: 'is a part of an exit, a move or a decision, which saw it',
  movePlacementEnd: 'is a part of correcting the end of a placement, which saw it',
  cancelVisitsOf: 'is a part of an exit: what is still to come has nothing in it to overwrite',
  cancelVisit: 'a visit is never edited: one that another told the outcome of is refused',
  nameRepresentative: 'adds one beside those that there are',
  separateRecords: 'names the records that are joined: one that another separated is refused',
  handOverClients:
    'names each naming: one that another ended or handed over has nothing left to hand over, which is refused',
};

test('whatever ends, hands over or replaces what stands tells which version of it was seen', () => {
  const acts: readonly AnyAct[] = changing;
  const found = acts.filter(({ name }) => replacing.test(name));
  expect(found.length).toBeGreaterThan(20);
  expect(found.flatMap(({ name, edits }) => (edits || name in unseen ? [] : [name]))).toEqual([]);
  // Each that is excused is there, and sees nothing indeed.
  const blind = new Set<string>(found.flatMap(({ name, edits }) => (edits ? [] : [name])));
  expect(Object.keys(unseen).filter((name) => !blind.has(name))).toEqual([]);
});

test.each([
  ['takeBackIt', 'Let it go on as before', true],
  ['undoIt', 'Take back what was recorded', true],
  ['addIt', 'Add what can be taken back', false],
])('%s: %s', (name, says, found) => {
  expect(takesBack({ name, says, may: { kind: 'signed-in', purpose: 'none' } })).toBe(found);
});

test.each([
  ['a change by its method', "method: 'PUT', run: () => insertIt(tx)"],
  ['another change by its method', "method: 'PATCH', run: () => insertIt(tx)"],
  ['what is written anew', "method: 'POST', run: async ({ tx }) => { await updateIt(tx) }"],
  ['what is put in the place of something', "method: 'POST', run: async ({ tx }) => { if (x) await replaceIt(tx) }"],
])('%s that was not seen is found', (_, spec) => {
  const text = (more: string) => `export const changeIt = act({ name: 'changeIt', ${spec}${more} });`;
  expect(unseenEdits('acts.ts', text(''))).toEqual(['acts.ts: changeIt']);
  expect(unseenEdits('acts.ts', text(', edits: () => standing'))).toEqual([]);
  expect(unseenEdits('acts.ts', "act({ name: 'addIt', method: 'POST', run: () => insertIt(tx) })")).toEqual([]);
});
