import { languageName } from '../../../casework/client/words.ts';
import { languages } from '../../../kernel/language.ts';
import { classed, clientFacts } from '../../frame/clients-on.ts';
import { countRecorded, NOT_RECORDED, partsOfPersons } from '../../frame/count.ts';
import { figure } from '../../frame/figure.ts';

export const clientsByLanguage = figure({
  id: 'clients-by-language',
  question: 'Q5',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  label: { fi: 'Asiakkaat kielittäin', sv: 'Klienter enligt språk', en: 'Clients by language' },
  definition: {
    fi: 'Kysytyn päivän asiakkaat sen mukaan, millä kielellä heitä palvellaan; rinnalla äidinkieli, jos se on kirjattu.',
    sv: 'Dagens klienter enligt det språk på vilket de betjänas; bredvid modersmålet, om det har antecknats.',
    en: 'Clients of the day by the language in which they are served; beside it the mother tongue, where it is recorded.',
  },
  population: 'Persons with a client relationship in force on the day, by service language and by mother tongue.',
  example:
    'Three clients served in Finnish, one in Swedish; of one in Finnish the mother tongue is not recorded: fi 3, sv 1; mother tongue not recorded 1 of 4.',
  facts: ['fact_relationship', 'fact_client'],
  cases: clientFacts,
  value: (facts, { language }) => {
    const spoken = classed(facts, (known) => ({ category: known.language, also: known.tongue }));
    const tongues = partsOfPersons(spoken, { by: 'mother-tongue', order: languages, of: (fact) => fact.also });
    const named = tongues.parts.map((part) =>
      part.key === NOT_RECORDED ? part : { ...part, name: languageName(part.key, language) },
    );
    return {
      ...countRecorded(spoken, { by: 'service-language', order: languages }),
      more: [{ ...tongues, parts: named }],
    };
  },
});
