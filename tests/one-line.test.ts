/** Texts of one line take no sign that nobody sees, and no line break, in whichever act they are written. */
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { approveAgreement } from '../src/casework/agreement/acts.ts';
import { zPlace } from '../src/casework/coaching/words.ts';
import { addMunicipality } from '../src/casework/organiser/acts.ts';
import { zProviderDetails } from '../src/casework/organiser/words.ts';
import { setRate } from '../src/casework/rate/acts.ts';
import { zNewDecidingRights, zPostDetails } from '../src/casework/worker/words.ts';

const oneLine: readonly (readonly [string, z.ZodType, string])[] = [
  ['the place of an appointment', zPlace, 'Kahvila, 2. kerros'],
  ['a team of coaches', zPostDetails.shape.team, 'Pohjoinen'],
  ['the delegation of a right to decide', zNewDecidingRights.shape.delegation, 'Hallintosääntö 12 §'],
  ['the provision of a right to decide', zNewDecidingRights.shape.provision, '519/1977:35'],
  ['the business code of a provider', zProviderDetails.shape.businessCode, '0100002-9'],
  ['a municipality in Finnish', addMunicipality.input.shape.nameFi, 'Äänekoski'],
  ['a municipality in Swedish', addMunicipality.input.shape.nameSv, 'Björneborg'],
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
