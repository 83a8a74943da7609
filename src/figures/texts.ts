import type { Refusals } from '../server/act.ts';
import type { OutsideRefusal } from './frame/outside.ts';

/** What is not answered of other organisers, so that no person is found by taking one answer from another. */
export const outsideRefusals = {
  'outside-known-at': {
    status: 422,
    fi: 'Muiden järjestäjien luvut näytetään vain sellaisina kuin ne tiedetään nyt',
    sv: 'Andra anordnares tal visas bara så som de är kända nu',
    en: 'Figures of other organisers are shown only as they are known now',
  },
  'outside-one-group': {
    status: 422,
    fi: 'Muiden järjestäjien lukuja kysytään koko palvelukokonaisuudesta, yhdestä kerrallaan',
    sv: 'Andra anordnares tal gäller en hel servicehelhet, en i taget',
    en: 'Figures of other organisers are asked of one whole group of services at a time',
  },
  'outside-month-ends': {
    status: 422,
    fi: 'Muiden järjestäjien luvut näytetään päättyneen kuukauden viimeiseltä päivältä',
    sv: 'Andra anordnares tal visas för den sista dagen i en månad som har slutat',
    en: 'Figures of other organisers are shown for the last day of a month that has ended',
  },
  'outside-whole-periods': {
    status: 422,
    fi: 'Muiden järjestäjien lukuja kysytään päättyneeltä kuukaudelta, neljännesvuodelta tai vuodelta',
    sv: 'Andra anordnares tal gäller en månad, ett kvartal eller ett år som har slutat',
    en: 'Figures of other organisers are asked of a month, a quarter or a year that has ended',
  },
} as const satisfies Record<OutsideRefusal, Refusals[string]>;

export const figureRefusals = {
  ...outsideRefusals,
  'no-such-figure': {
    status: 404,
    fi: 'Tällaista lukua ei ole',
    sv: 'Det finns inget sådant tal',
    en: 'There is no such figure',
  },
  'no-such-organiser': {
    status: 404,
    fi: 'Tällaista järjestäjää tai palvelua ei ole',
    sv: 'Det finns ingen sådan anordnare eller service',
    en: 'There is no such organiser or service',
  },
  'no-such-service': {
    status: 404,
    fi: 'Tällaista palvelua ei ole',
    sv: 'Det finns ingen sådan service',
    en: 'There is no such service',
  },
  'empty-period': {
    status: 422,
    fi: 'Jakson on päätyttävä alkunsa jälkeen',
    sv: 'Perioden måste sluta efter att den börjar',
    en: 'The period must end after it begins',
  },
} as const satisfies Refusals;
