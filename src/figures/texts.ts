import type { Refusals } from '../server/act.ts';

export const figureRefusals = {
  'no-such-figure': {
    status: 404,
    fi: 'Tällaista lukua ei ole',
    sv: 'Det finns inget sådant tal',
    en: 'There is no such figure',
  },
  'no-such-organiser': {
    status: 404,
    fi: 'Tällaista järjestäjää tai palvelua ei ole',
    sv: 'Det finns ingen sådan anordnare eller tjänst',
    en: 'There is no such organiser or service',
  },
  'no-such-service': {
    status: 404,
    fi: 'Tällaista palvelua ei ole',
    sv: 'Det finns ingen sådan tjänst',
    en: 'There is no such service',
  },
  'empty-period': {
    status: 422,
    fi: 'Jakson on päätyttävä alkunsa jälkeen',
    sv: 'Perioden måste sluta efter att den börjar',
    en: 'The period must end after it begins',
  },
} as const satisfies Refusals;
