/** What the browser sends again after an answer that was lost. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { apiOf, connect } from './api.ts';

connect({ addIt: ['POST', '/api/things/{id}'], changeIt: ['PATCH', '/api/things/{id}'] });
const { api } = apiOf<Record<string, { readonly kind: 'do' }>>() as unknown as {
  api: Record<'addIt' | 'changeIt', (input: object) => Promise<unknown>>;
};
beforeEach(() => vi.stubGlobal('document', { documentElement: { lang: 'fi' } }));
afterEach(() => vi.unstubAllGlobals());

type Sent = { readonly key: string; readonly instead: string | undefined; readonly body: Record<string, unknown> };

/** Answers what is sent one after the other: a body, a refusal by its code, or nothing. */
function answering(...answers: readonly (object | string | null)[]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (_: string, { headers, body }: { headers: Record<string, string>; body: string }) => {
    sent.push({ key: headers['idempotency-key'] ?? '', instead: headers['instead-of'], body: JSON.parse(body) });
    const answer = answers[sent.length - 1] ?? null;
    if (answer === null) throw new TypeError('Failed to fetch');
    const refused = 'refused' in (answer as object);
    return new Response(JSON.stringify(answer), {
      status: refused ? 409 : 200,
      headers: { 'content-type': refused ? 'application/problem+json' : 'application/json' },
    });
  });
  return sent;
}
const doneBefore = (answer: object) => ({
  refused: true,
  type: '/problems/done-before',
  title: 'Done',
  status: 409,
  answer,
});

test('the same is sent again as the same gesture', async () => {
  const sent = answering(null, { version: '1' });
  await expect(api.addIt({ id: 'same', text: 'a' })).rejects.toThrow();
  await api.addIt({ id: 'same', text: 'a' });
  expect(sent.map(({ instead }) => instead)).toEqual([undefined, undefined]);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
});

test('other words come in the place of all whose answers never came, and what is answered is forgotten', async () => {
  const sent = answering(null, null, { version: '1' }, { version: '2' });
  await expect(api.addIt({ id: 'other', text: 'a' })).rejects.toThrow();
  await expect(api.addIt({ id: 'other', text: 'ab' })).rejects.toThrow();
  await api.addIt({ id: 'other', text: 'abc' });
  await api.addIt({ id: 'other', text: 'abcd' });
  const [a, ab] = sent.map(({ key }) => key);
  expect(sent.map(({ instead }) => instead)).toEqual([undefined, a, `${a}, ${ab}`, undefined]);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(4);
});

test('what is new is told that what was sent before was done, and may then be sent beside it', async () => {
  const sent = answering(null, doneBefore({ thingId: '1' }), { thingId: '2' });
  await expect(api.addIt({ id: 'new', text: 'a' })).rejects.toThrow();
  await expect(api.addIt({ id: 'new', text: 'b' })).rejects.toMatchObject({
    problem: { type: '/problems/done-before' },
  });
  expect(await api.addIt({ id: 'new', text: 'b' })).toEqual({ thingId: '2' });
  expect(sent[2]?.instead).toBeUndefined();
});

test('an edit over one’s own, whose answer was lost, is of what that one made', async () => {
  const sent = answering(null, doneBefore({ version: 'made' }), { version: 'then' });
  await expect(api.changeIt({ id: 'edit', text: 'a', seen: 'first' })).rejects.toThrow();
  expect(await api.changeIt({ id: 'edit', text: 'b', seen: 'first' })).toEqual({ version: 'then' });
  expect(sent.map(({ body }) => body.seen)).toEqual(['first', 'first', 'made']);
  expect(sent[2]?.instead).toBeUndefined();
});

test('what was sent to another thing is not in the way', async () => {
  const sent = answering(null, {});
  await expect(api.addIt({ id: 'one', text: 'a' })).rejects.toThrow();
  await api.addIt({ id: 'another', text: 'b' });
  expect(sent[1]?.instead).toBeUndefined();
});
