import { between, enacted, type Statute } from './provision.ts';

const act: Statute = {
  number: '1412/1997',
  title: { fi: 'Laki toimeentulotuesta', sv: 'Lag om utkomststöd', en: 'Act on Social Assistance' },
};

/** Section 10 a: the activity allowance and travel of whoever lives on social assistance, as 189/2001 § 18 said of travel; since 2023 all in that section. */
export const activityAllowanceBefore = enacted(
  act,
  '10 a',
  {
    fi: 'Toimintaraha ja matkakorvaus',
    sv: 'Verksamhetspenning och reseersättning',
    en: 'Activity allowance and travel compensation',
  },
  [between('2001-09-01', '2022-12-31', null, '191/2001; moved to 189/2001 § 18 by 1025/2022', false)],
);
