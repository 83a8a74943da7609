import { expect, test } from 'vitest';
import { z } from 'zod';
import { zDay } from '../kernel/day.ts';
import { zId } from '../kernel/id.ts';
import { languages } from '../kernel/language.ts';
import { zRange } from '../kernel/range.ts';
import { allActs } from '../screens/app/registry.ts';
import { zCount } from './count.ts';
import { errorMap } from './input-words.ts';

function told(schema: z.ZodType, input: unknown, language: 'fi' | 'sv' | 'en' = 'fi'): string[] {
  const read = schema.safeParse(input, { error: errorMap(language) });
  return read.success ? [] : read.error.issues.map(({ message }) => message);
}

test.each([
  [z.union([z.enum(['a', 'b']), z.enum(['c'])]), 'x', 'Valitse jokin näistä: a, b, c.'],
  [z.union([z.int(), z.enum(['c'])]), 'x', 'Tämä ei kelpaa.'],
  [z.enum(['a', 'b']), 'x', 'Valitse jokin näistä: a, b.'],
  [z.literal('a'), 'x', 'Tähän tulee a.'],
  [z.string().max(3), 'neljä', 'Enintään 3 merkkiä.'],
  [z.array(z.string()).min(2), ['yksi'], 'Vähintään 2 kohtaa.'],
  [z.number().positive(), -1, 'Yli 0.'],
  [z.number(), 'x', 'Tähän tulee luku.'],
  [z.int(), 1.5, 'Tähän tulee kokonaisluku.'],
  [z.strictObject({}), { muu: 1 }, 'Tällaista kohtaa ei ole: muu.'],
  [z.string(), undefined, 'Täytä tämä kohta.'],
  [zId, 'x', 'Tämä ei ole tunniste.'],
  [zDay, '17.6.2021', 'Päivä on muotoa 2021-06-17.'],
  [zDay, '2021-06-31', 'Päivää 31.6.2021 ei ole kalenterissa.'],
  [zDay, '2021-02-29', 'Päivää 29.2.2021 ei ole kalenterissa.'],
  [zDay, '1200-01-01', 'Päivän on oltava kalenterissa, vuosina 1900–2200.'],
  [zRange, { from: '2021-06-17', to: '2021-06-17' }, 'Päättymisen on oltava alkamisen jälkeen.'],
])('what is wrong is told in plain words: %#', (schema, input, words) => {
  expect(told(schema, input)).toContain(words);
});

test('a day that is in no calendar is told of once', () => {
  for (const text of ['2021-06-31', '2021-02-29', '17.6.2021', '1200-01-01']) expect(told(zDay, text)).toHaveLength(1);
});

test('no field of any act is told of in the words of a library, or in another language than one’s own', () => {
  const odd: string[] = [];
  for (const { name, input } of allActs)
    for (const details of [
      7,
      'x',
      [],
      {},
      true,
      Object.fromEntries(Object.keys(fields(input)).map((key) => [key, [7]])),
    ]) {
      const [fi, sv, en] = languages.map((language) => told(input, details, language));
      for (const words of [...(fi ?? []), ...(sv ?? []), ...(en ?? [])])
        if (/nioni|union|invalid|expected|virheelli|ogiltig|syöte|regex|instanceof/iu.test(words))
          odd.push(`${name}: ${words}`);
      if (fi?.some((words) => en?.includes(words))) odd.push(`${name}: ${fi}`);
    }
  expect(odd).toEqual([]);
});

const fields = (schema: z.ZodType): object => ('shape' in schema ? (schema.shape as object) : {});

test('a number in an address is plain digits', () => {
  const count = zCount(1, 2000);
  expect(count.parse('16')).toBe(16);
  for (const text of ['0x10', '1e2', '1.0', ' 7', '-1', '+1', '', '٣'])
    expect([text, count.safeParse(text).success]).toEqual([text, false]);
  expect(z.toJSONSchema(z.object({ limit: count }), { io: 'input', unrepresentable: 'any' }).properties).toEqual({
    limit: { type: 'integer', minimum: 1, maximum: 2000 },
  });
});
