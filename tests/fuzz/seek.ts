/** Finds for each act an input that it does, by asking, reading what it objects to, and asking again. */
import type { Random } from '../../demo/random.ts';
import { allActs } from '../../src/screens/app/registry.ts';
import type { AnyAct } from '../../src/server/act.ts';
import type { ActAnswer } from '../conventions/asking.ts';
import type { Things } from './facts.ts';
import { type Filling, type Guess, guess, mended } from './guess.ts';

interface Answered {
  readonly status?: number;
  readonly type?: string;
  readonly version?: string;
  readonly errors?: readonly { readonly field: string; readonly expected?: string; readonly message?: string }[];
}

const byName = new Map(allActs.map((act) => [act.name, act]));

/** Reads what a filling needs to know, as the one who then asks. */
export const readingBy =
  (send: Send) =>
  ({ token }: { readonly token: string }) =>
  async (name: string, input: Readonly<Record<string, unknown>>): Promise<Record<string, unknown> | null> => {
    const answer = await send(byName.get(name) as AnyAct, input, token);
    return answer.statusCode < 300 ? (JSON.parse(answer.body) as Record<string, unknown>) : null;
  };

export type Send = (act: AnyAct, input: unknown, token: string | null) => Promise<ActAnswer>;

/** One thing tried until it is done or its tries are over; answers what was done. */
export async function seek(
  send: Send,
  act: AnyAct,
  facts: Things,
  luck: Random,
  {
    tries,
    filling,
    hear,
  }: { tries: number; filling?: Filling | undefined; hear?: (answer: ActAnswer, one: Guess) => void },
): Promise<Guess | null> {
  let one: Guess | null = null;
  let again = 0;
  for (let sent = 0; sent < tries; sent++) {
    one = again > 0 && one ? one : await guess(act, facts, luck, { filling, reading: readingBy(send) });
    if (!one) continue;
    const answer = await send(act, one.input, one.by.token);
    hear?.(answer, one);
    if (answer.statusCode < 300) return one;
    const problem = JSON.parse(answer.body) as Answered;
    again += 1;
    if (/not-seen|changed-meanwhile/.test(problem.type ?? '') && problem.version !== undefined) {
      one = { by: one.by, input: withSeen(act, one.input, problem) };
    } else if (problem.errors && problem.errors.length > 0 && again < 8) {
      const fields = [...new Set(problem.errors.map(({ field }) => field.split('.')[0] as string))];
      one = mended(act, one, fields, facts, luck);
    } else again = 0;
  }
  return null;
}

/** The same input with the versions that the answer tells of. */
export function withSeen(act: AnyAct, input: Guess['input'], { version, errors }: Answered): Guess['input'] {
  if (!act.editsEach) return { ...input, seen: version };
  const { list } = act.editsEach;
  const expected = new Map(errors?.map((one) => [one.field.split('.')[1], one.expected]));
  const things = (input[list] ?? []) as readonly object[];
  return { ...input, [list]: things.map((thing, n) => ({ ...thing, seen: expected.get(String(n)) ?? null })) };
}
