import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { languages } from '../../kernel/language.ts';
import { otherServiceName } from './texts.ts';
import { otherServices } from './words.ts';

test.each([
  ['2024-12-31', 'te-services', ['TE-palvelut', 'TE-tjänster', 'Public employment services (TE)']],
  [
    '2025-01-01',
    'te-services',
    ['Työvoimaviranomaisen palvelut', 'Arbetskraftsmyndighetens tjänster', 'Employment authority’s services'],
  ],
  ['2024-12-31', 'typ', ['TYP', 'TYP', 'TYP joint service']],
  [
    '2025-01-01',
    'typ',
    [
      'Monialaisen tuen yhteistoimintamalli',
      'Samarbetsmodellen för sektorsövergripande stöd',
      'Multi-sectoral support model',
    ],
  ],
] as const)('on %s %s is called as it was then', (on, service, names) => {
  expect(languages.map((language) => otherServiceName(service, day(on), language))).toEqual(names);
});

test('what has nothing to do with the reform keeps its name', () => {
  for (const service of otherServices.filter((one) => one !== 'typ' && one !== 'te-services'))
    for (const language of languages)
      expect(otherServiceName(service, day('2025-01-01'), language)).toBe(
        otherServiceName(service, day('2024-12-31'), language),
      );
});
