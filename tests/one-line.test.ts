/** Texts take no sign that nobody sees, and those of one line no line break, in whichever act they are written. */
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { approveAgreement } from '../src/casework/agreement/acts.ts';
import { zPlace } from '../src/casework/coaching/words.ts';
import { zProviderDetails } from '../src/casework/organiser/words.ts';
import { setRate } from '../src/casework/rate/acts.ts';
import { zNewDecidingRights, zPostDetails } from '../src/casework/worker/words.ts';
import { zText } from '../src/kernel/line.ts';
import { allActs } from '../src/screens/app/registry.ts';

const oneLine: readonly (readonly [string, z.ZodType, string])[] = [
  ['the place of an appointment', zPlace, 'Kahvila, 2. kerros'],
  ['a team of coaches', zPostDetails.shape.team, 'Pohjoinen'],
  ['the delegation of a right to decide', zNewDecidingRights.shape.delegation, 'Hallintosääntö 12 §'],
  ['the provision of a right to decide', zNewDecidingRights.shape.provision, '519/1977:35'],
  ['the business code of a provider', zProviderDetails.shape.businessCode, '0100002-9'],
  ['who approved an agreement', approveAgreement.input.shape.by, 'Mattila Kari'],
  ['the rule of a rate', setRate.input.shape.rule, 'Lautakunnan päätös 12 §'],
];

const notSeen = {
  'a line break': 'Rivi\nvaihto',
  'a direction that overrides': 'Nimi\u202e',
  'a sign without width': 'Ni\u200bmi',
  'a control character': 'Ni\u0007mi',
};

test.each(oneLine)('%s', (_, shape, right) => {
  expect(shape.safeParse(right).success).toBe(true);
  for (const [what, text] of Object.entries(notSeen))
    expect([what, shape.safeParse(text).success]).toEqual([what, false]);
});

/** The texts within an input, each with its path. */
function textsIn(schema: z.core.$ZodType, path: string): readonly (readonly [path: string, schema: z.ZodType])[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([name, of]) => textsIn(of, `${path}.${name}`));
    case 'array':
      return textsIn(def.element, path);
    case 'record':
      return textsIn(def.valueType, path);
    case 'union':
      return def.options.flatMap((of) => textsIn(of, path));
    case 'nullable':
    case 'optional':
    case 'default':
      return textsIn(def.innerType, path);
    case 'pipe':
      return textsIn(def.in, path);
    case 'string':
      return [[path, schema as z.ZodType]];
    default:
      return [];
  }
}

// Held against what stands, or read by a rule of their own: nothing of them is kept as it was typed.
const held = /\.(seen|contentHash|organiser|code|municipalityCode|provisions|identityCode)$/;
const changing = allActs.filter(({ kind }) => kind === 'do');

/** How one is reached, of whichever party: read as it is pasted, refused where it is none. */
const reached: Readonly<Record<string, readonly (readonly [pasted: string, kept: string | null])[]>> = {
  email: [
    [' matti.mattila@yritys.fi\u200b', 'matti.mattila@yritys.fi'],
    ['\ufeffmatti@yritys.fi\u00a0', 'matti@yritys.fi'],
    ['matti(at)yritys.fi', null],
    ['matti@yritys', null],
    ['Matti', null],
  ],
  phone: [
    ['\u202a+358 40 123 4567\u202c', '+358 40 123 4567'],
    ['040\u00a0123\u202f4567', '040 123 4567'],
    ['040\u2013123\u20114567', '040-123-4567'],
    ['soita vaihteeseen', null],
    ['12', null],
  ],
  postalCode: [
    ['28100\u200b', '28100'],
    ['281 00', '28100'],
    ['se\u2013114\u00a055', 'SE-114 55'],
    ['2810', null],
    ['FI-28100', null],
  ],
};

test('whoever is reached by an e-mail, a phone or a postal code is reached by what is one', () => {
  const fields = changing.flatMap(({ name, input }) => textsIn(input, name));
  for (const [kind, cases] of Object.entries(reached)) {
    const those = fields.filter(([path]) => path.toLowerCase().endsWith(kind.toLowerCase()));
    // Clients, those who act for them, colleagues, the organiser and the body that it asks; places of work have a phone.
    expect(those.length).toBeGreaterThan(4);
    for (const [path, text] of those)
      for (const [pasted, line] of cases)
        expect([path, pasted, text.safeParse(pasted).data ?? null]).toEqual([path, pasted, line]);
  }
});

test.each(changing.map((act) => [act.name, act] as const))('%s', (name, { input }) => {
  for (const [path, text] of textsIn(input, name).filter(([at]) => !held.test(at)))
    for (const [what, sign] of Object.entries({
      override: '\u202e',
      control: '\u0007',
      isolate: '\u2066',
      gap: '\u200b',
    }))
      expect([path, what, text.safeParse(`Kirjoitettu ${sign} teksti`).success]).toEqual([path, what, false]);
});

test('a text in lines keeps its breaks and its pictures, and no other sign that nobody sees', () => {
  expect(zText.parse('  Eka rivi\r\nToka\triviä  ')).toBe('Eka rivi\nToka\triviä');
  for (const right of ['a\n\nb', 'hyvä 👍🏽', '👩‍🔧 ❤️ 1️⃣', 'نامه‌ها'])
    expect([right, zText.safeParse(right).success]).toEqual([right, true]);
  for (const wrong of [
    'a\n\u202eb',
    'a\u200db',
    'a\ufe0fb',
    'a\u2028b',
    'a\ufeffb',
    'a\u00adb',
    'a\u0000b',
    'a\ud800b',
  ])
    expect([wrong, zText.safeParse(wrong).success]).toEqual([wrong, false]);
});
