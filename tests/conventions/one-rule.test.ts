/** What is asked of a field when a thing is recorded is asked when it is changed too: the same form, lengths and bounds. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { allActs } from '../../src/screens/app/registry.ts';

type Json = Readonly<Record<string, unknown>>;

const records =
  /^(add|name|record|register|receive|give|begin|make|sign|agree|place|refer|exit|set|plan|hear)(?=[A-Z]|$)/;
const changes = /^(change|correct|amend|write)(?=[A-Z])/;

/** What an act is about, by its name: Group of addGroup and changeGroup, referral of receiveReferral and correctReferral. */
const about = new Map<string, string>([
  ...['exitClient', 'correctExit'].map((name) => [name, 'Exit'] as const),
  ...['place', 'changePlacement'].map((name) => [name, 'Placement'] as const),
  ...['decide', 'correctDecision'].map((name) => [name, 'Decision'] as const),
  ...['referOver', 'correctReferralOver'].map((name) => [name, 'ReferralOver'] as const),
  ...['signPlan', 'correctSignature'].map((name) => [name, 'Signature'] as const),
  ...['interruptPlan', 'correctInterruption'].map((name) => [name, 'Interruption'] as const),
  ...['hearClient', 'correctHearing'].map((name) => [name, 'Hearing'] as const),
  ...['givePost', 'changePost'].map((name) => [name, 'Post'] as const),
  ...['giveDecidingRights', 'changeDecidingRight'].map((name) => [name, 'DecidingRight'] as const),
  ...['registerClient', 'changeClient'].map((name) => [name, 'Client'] as const),
]);

const subjectOf = (name: string): string => about.get(name) ?? name.replace(records, '').replace(changes, '');

function fieldsTaken({ input }: { readonly input: z.ZodType }): Readonly<Record<string, Json>> {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Json>;
  };
  return properties;
}

const bounds = ['format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems'] as const;

/** The form and the bounds of a field and of all within it, by where they stand; whether it may be left out or emptied is another matter. */
function boundsOf(schema: Json, at = ''): string[] {
  const choices = schema.anyOf as readonly Json[] | undefined;
  if (choices) return choices.flatMap((choice) => boundsOf(choice, at));
  const own = bounds.flatMap((name) => (name in schema ? [`${at} ${name} ${schema[name]}`] : []));
  const within = Object.entries((schema.properties ?? {}) as Record<string, Json>).flatMap(([name, one]) =>
    boundsOf(one, `${at}.${name}`),
  );
  return [...own, ...within, ...(schema.items ? boundsOf(schema.items as Json, `${at}[]`) : [])].sort();
}

const recording = allActs.filter(({ name, kind }) => kind === 'do' && (records.test(name) || about.has(name)));
const pairs = allActs
  .filter(({ name, kind }) => kind === 'do' && changes.test(name))
  .flatMap((change) =>
    recording
      .filter((record) => subjectOf(record.name) === subjectOf(change.name))
      .map((record) => [record.name, change.name, record, change] as const),
  );

test('most of what is changed has an act that records it', () => {
  expect(pairs.length).toBeGreaterThan(22);
});

test.each(pairs)('%s and %s ask the same of the same field', (_, __, record, change) => {
  const [before, after] = [fieldsTaken(record), fieldsTaken(change)];
  const shared = Object.keys(after).filter((name) => name in before);
  expect(shared.length).toBeGreaterThan(0);
  const of = (fields: Readonly<Record<string, Json>>) =>
    Object.fromEntries(shared.map((name) => [name, boundsOf(fields[name] as Json)]));
  expect(of(after)).toEqual(of(before));
});

test('another bound is found', () => {
  const [short, long] = [z.strictObject({ a: z.string().max(3) }), z.strictObject({ a: z.string().max(4).nullable() })];
  expect(boundsOf(fieldsTaken({ input: short }).a as Json)).toEqual([' maxLength 3']);
  expect(boundsOf(fieldsTaken({ input: long }).a as Json)).toEqual([' maxLength 4']);
});
