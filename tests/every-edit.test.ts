/** Every act that edits what stands, done by two: the second is told who changed what and when, and is given both texts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, type Problem, ProblemError } from '../src/kernel/problem.ts';
import { allActs } from '../src/screens/app/registry.ts';
import type { AnyAct } from '../src/server/act.ts';
import { perform } from '../src/server/perform.ts';
import { actOf, changing, type Edits } from './changing.ts';
import type { Input } from './creating.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

let db: FreshDatabase;
let world: World;
let edits: ReturnType<typeof changing>;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  edits = changing(world);
});
afterAll(() => db.close());

/** The input with the versions of what was seen: of the whole, or of each thing in its list. */
function seeing(act: AnyAct, input: Input, versions: ReadonlyMap<string, string | null>): Input {
  if (!act.editsEach) return { ...input, seen: versions.get('') ?? null };
  const { list } = act.editsEach;
  const things = input[list] as readonly Input[];
  return { ...input, [list]: things.map((thing, n) => ({ ...thing, seen: versions.get(String(n)) ?? null })) };
}

const versionsIn = (act: AnyAct, problem: Problem): Map<string, string | null> =>
  act.editsEach
    ? new Map(problem.errors?.map(({ field, expected }) => [field.split('.')[1] ?? '', expected ?? null]))
    : new Map([['', String(problem.version)]]);

async function send(act: AnyAct, input: Input, by: WorkerName): Promise<Problem | null> {
  try {
    await perform(world.house(), act, input, { who: world.who(by), language: 'fi' });
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

/** What nobody may do by itself is part of an act that is here. */
const editing = allActs.filter(
  ({ edits: standing, may }) => standing && !(may.kind === 'role' && may.roles.length === 0),
);

describe('of two who edit the same', () => {
  test.each(editing.map((act) => [act.name, act] as const))('%s tells the second of the first', async (name, act) => {
    const prepare = edits[name];
    if (!prepare) throw new Error(`write down how two edit by ${name}`);
    const { first: written, second, by, then = by, meanwhile: another } = await prepare();
    await mustBeThere(act, second, then);
    if (another) {
      const notSeen = await send(act, second, then);
      expect(notSeen && codeOf(notSeen), JSON.stringify(notSeen)).toBe('not-seen');
      await another();
      await mustBeTold(act, second, versionsIn(act, notSeen as Problem), by, then);
      return;
    }
    const { act: other, ...first } = written;
    const before = other === undefined ? act : actOf(String(other));
    const unseen = await send(before, first, by);
    expect(unseen && codeOf(unseen), JSON.stringify(unseen)).toBe('not-seen');
    const seen = versionsIn(before, unseen as Problem);
    expect(await send(before, seeing(before, first, seen), by)).toBeNull();
    await mustBeTold(act, second, seen, by, then);
  });
});

// What is the organiser's own stands already, from the tests above.
const ofClients = editing.filter(({ path }) => path.includes('{clientId}'));

describe('of two who edit the same at once', () => {
  test.each(ofClients.map((act) => [act.name, act] as const))(
    '%s lets one, and tells the other of it',
    async (name, act) => {
      const { first, second, by, then = by, meanwhile: another } = await (edits[name] as () => Promise<Edits>)();
      const { act: other, ...written } = first;
      // What is done before by another act is another story.
      if (another || other !== undefined) return;
      const seen = versionsIn(act, (await send(act, written, by)) as Problem);
      const both = await Promise.all([
        send(act, seeing(act, written, seen), by),
        send(act, seeing(act, second, seen), then),
      ]);
      const answers = both.map((late) => (late === null ? 'done' : codeOf(late)));
      expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
      expect(answers.find((answer) => answer !== 'done')).toMatch(/meanwhile$/);
    },
  );
});

/** Whatever an act goes on from is there: by an id of nothing it is refused, and says so. */
async function mustBeThere(act: AnyAct, input: Input, by: WorkerName) {
  for (const [field, value] of Object.entries(input)) {
    if (typeof value !== 'string' || !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)) continue;
    const refused = await send(act, { ...input, [field]: '0197a000-0000-7000-8000-00000000dead' }, by);
    expect(refused, `${act.name} of ${field} that is not there`).not.toBeNull();
    expect(refused?.status, `${act.name}: ${JSON.stringify(refused)}`).toBeLessThan(500);
  }
}

/** The second, who saw what stood before, is told who changed it, and then does it of what stands now. */
async function mustBeTold(
  act: AnyAct,
  second: Input,
  seen: ReadonlyMap<string, string | null>,
  by: WorkerName,
  then: WorkerName,
) {
  const late = await send(act, seeing(act, second, seen), then);
  expect(late && codeOf(late), JSON.stringify(late)).toBe('changed-meanwhile');
  expect(late).toMatchObject({ status: 409, changedBy: world.who(by).name });
  expect(late?.now).toBeTypeOf('object');
  expect(String(late?.changedAt)).toMatch(/^2021-06-1/);
  expect(await send(act, seeing(act, second, versionsIn(act, late as Problem)), then)).toBeNull();
}
