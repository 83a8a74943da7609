import { organiserTexts } from '../../../casework/organiser/texts.ts';
import { type ProvisionMode, provisionModes } from '../../../casework/organiser/words.ts';
import { countPersons, partsOfPersons } from '../../frame/count.ts';
import { figure, type Words } from '../../frame/figure.ts';
import { placeFacts, siteOf } from '../../frame/places-on.ts';

function wordsOfMode(mode: ProvisionMode): Words {
  const { fi, sv, en } = organiserTexts;
  return { fi: fi.provisionModes[mode], sv: sv.provisionModes[mode], en: en.provisionModes[mode] };
}

export const clientsByProvisionMode = figure({
  id: 'clients-by-provision-mode',
  question: 'Q3',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  divides: true,
  label: {
    fi: 'Asiakkaat järjestämistavoittain',
    sv: 'Klienter enligt sätt att ordna servicen',
    en: 'Clients by provision mode',
  },
  definition: {
    fi: 'Henkilöt, joilla on kysyttynä päivänä toimintapaikka, sen mukaan, tuottaako järjestäjä palvelun itse, ostaako sen vai antaako palvelusetelin tai avustuksen.',
    sv: 'Personer som har en placering på dagen, enligt om anordnaren producerar servicen själv, köper den eller ger en servicesedel eller ett understöd.',
    en: 'Persons with a placement on the day, by whether the organiser produces the service itself, purchases it, or gives a voucher or a grant.',
  },
  population:
    'Persons with a placement in force on the day, by the provision mode of the offering of its client relationship.',
  example: 'Pori: day activity of Anna is own, that of Bo is purchased from Validia: own 1, purchased 1, 2 persons.',
  facts: ['fact_placement', 'fact_relationship'],
  // A grant of money is no granted matter.
  words: Object.fromEntries(provisionModes.map((mode) => [mode, wordsOfMode(mode)])),
  cases: placeFacts,
  value: (facts) => {
    const provided = facts.map((fact) => ({ ...fact, category: siteOf(fact).mode }));
    return {
      ...countPersons(provided),
      breakdown: {
        ...partsOfPersons(provided, { by: 'provision-mode', order: provisionModes }),
        tellsNothing: true,
      },
    };
  },
});
