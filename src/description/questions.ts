/**
 * The questionnaire of a service description: seventeen questions in their order, worded as they are asked.
 *
 * Plain data. The Finnish wording is that of the questionnaire of 17.6.2021; the others are translations of it.
 */

import type { Language } from '../kernel/language.ts';
import type { QuestionId } from '../kernel/question.ts';

/** A question as asked: its own words, other words that have been met for it, and the words of help that may follow. */
export interface Wording {
  readonly asked: string;
  readonly alsoAsked?: readonly string[];
  readonly help?: readonly string[];
}

export interface Question {
  readonly id: QuestionId;
  readonly wording: Readonly<Record<Language, Wording>>;
}

export const questions: readonly Question[] = [
  {
    id: 'Q1',
    wording: {
      fi: { asked: 'Kuvaile palvelun sisältöä' },
      sv: { asked: 'Beskriv servicens innehåll', alsoAsked: ['Beskriv tjänstens innehåll'] },
      en: { asked: 'Describe the content of the service' },
    },
  },
  {
    id: 'Q2',
    wording: {
      fi: { asked: 'Mikä organisaatio palvelua järjestää?', alsoAsked: ['Mikä organisaatio järjestää palvelua?'] },
      sv: {
        asked: 'Vilken organisation ordnar servicen?',
        alsoAsked: ['Vilken organisation ordnar tjänsten?'],
      },
      en: {
        asked: 'Which organisation arranges the service?',
        alsoAsked: ['Which organisation is responsible for arranging the service?'],
      },
    },
  },
  {
    id: 'Q3',
    wording: {
      fi: {
        asked: 'Mikä taho/tahot palvelua tarjoaa?',
        alsoAsked: ['Mikä taho palvelua tarjoaa?', 'Mitkä tahot palvelua tarjoavat?'],
      },
      sv: {
        asked: 'Vilken eller vilka aktörer tillhandahåller servicen?',
        alsoAsked: [
          'Vilken eller vilka aktörer erbjuder tjänsten?',
          'Vilken aktör/vilka aktörer tillhandahåller tjänsten?',
        ],
      },
      en: { asked: 'Which party or parties provide the service?', alsoAsked: ['Who provides the service?'] },
    },
  },
  {
    id: 'Q4',
    wording: {
      fi: { asked: 'Kuinka paljon asiakkaita palvelussa on?', help: ['(esim. vuosittain)'] },
      sv: {
        asked: 'Hur många klienter finns det i servicen?',
        alsoAsked: [
          'Hur många klienter har tjänsten?',
          'Hur många klienter finns det i tjänsten?',
          'Hur många kunder har tjänsten?',
        ],
        help: ['(t.ex. per år)', '(t.ex. årligen)'],
      },
      en: {
        asked: 'How many clients are there in the service?',
        alsoAsked: ['How many clients does the service have?'],
        help: ['(e.g. a year)', '(e.g. annually)'],
      },
    },
  },
  {
    id: 'Q5',
    wording: {
      fi: {
        asked: 'Minkälainen on asiakasrakenne ja -jakauma?',
        help: [
          '(onko esimerkiksi kehitysvammadiagnoosia, mielenterveysdiagnoosia vai onko palveluun ohjattu sosiaalisista syistä, päihdeongelmista johtuen jne.?)',
        ],
      },
      sv: {
        asked: 'Hurdan är klientstrukturen och klientfördelningen?',
        alsoAsked: ['Hurdan är klientstrukturen och -fördelningen?'],
        help: [
          '(finns det till exempel en diagnos av utvecklingsstörning eller psykisk ohälsa, eller har klienten hänvisats till servicen av sociala skäl, på grund av missbruksproblem osv.?)',
          '(finns det till exempel en diagnos av utvecklingsstörning eller psykisk ohälsa, eller har klienten hänvisats till tjänsten av sociala skäl, på grund av missbruksproblem osv.?)',
        ],
      },
      en: {
        asked: 'What is the structure and distribution of clients?',
        alsoAsked: ['What is the client structure and distribution?', 'What is the client structure?'],
        help: [
          '(for example, is there a diagnosis of intellectual disability or of mental health, or were they referred for social reasons, because of substance abuse etc.?)',
        ],
      },
    },
  },
  {
    id: 'Q6',
    wording: {
      fi: { asked: 'Mitkä ovat asiakkaiden yleisimmät lähettäjätahot?' },
      sv: {
        asked: 'Vilka instanser hänvisar oftast klienterna till servicen?',
        alsoAsked: [
          'Vilka instanser hänvisar oftast klienterna till tjänsten?',
          'Vilka är klienternas vanligaste remittenter?',
        ],
      },
      en: {
        asked: 'Who most often refers clients to the service?',
        alsoAsked: ['Which parties most commonly refer clients to the service?'],
      },
    },
  },
  {
    id: 'Q7',
    wording: {
      fi: { asked: 'Mihin asiakkaat päätyvät tästä palvelusta?' },
      sv: {
        asked: 'Vart går klienterna vidare från denna service?',
        alsoAsked: ['Vart går klienterna från denna tjänst?', 'Vart går klienterna vidare från den här tjänsten?'],
      },
      en: {
        asked: 'Where do clients end up from this service?',
        alsoAsked: ['Where do clients go from this service?'],
      },
    },
  },
  {
    id: 'Q8',
    wording: {
      fi: { asked: 'Kuinka pitkiä palvelujaksoja asiakkailla on?' },
      sv: {
        asked: 'Hur långa serviceperioder har klienterna?',
        alsoAsked: ['Hur långa är klienternas serviceperioder?'],
      },
      en: {
        asked: 'How long are the periods of service of the clients?',
        alsoAsked: ['How long are the clients’ service periods?', 'How long are the periods of service?'],
      },
    },
  },
  {
    id: 'Q9',
    wording: {
      fi: {
        asked: 'Kuvaile ja pohdi tiiviisti, kuinka palvelussa toimii yhteistyö muiden sote-palveluiden kanssa',
      },
      sv: {
        asked:
          'Beskriv och reflektera kortfattat över hur samarbetet med annan social- och hälsovårdsservice fungerar i servicen',
        alsoAsked: [
          'Beskriv och reflektera kortfattat över hur samarbetet med andra social- och hälsovårdstjänster fungerar i tjänsten',
        ],
      },
      en: {
        asked:
          'Describe and consider briefly how cooperation with other social and health services works in the service',
      },
    },
  },
  {
    id: 'Q10',
    wording: {
      fi: { asked: 'Miten käytännössä toteutuu yhteys ja asiakasohjaus seuraavien palveluiden kanssa:' },
      sv: {
        asked: 'Hur fungerar kontakten och klienthänvisningen i praktiken med följande service:',
        alsoAsked: ['Hur fungerar kontakten och klienthänvisningen i praktiken med följande tjänster:'],
      },
      en: { asked: 'How do contact and client guidance work in practice with the following services:' },
    },
  },
  {
    id: 'Q11',
    wording: {
      fi: {
        asked: 'Onko palvelussa tai sen asiakkailla (tai osalla asiakkaista) tukenaan asiakasvastaava?',
        alsoAsked: ['Onko palvelussa tai sen asiakkailla tukenaan asiakasvastaava?'],
        help: [
          'Jos on, kuka toimii asiakasvastaavana?',
          'Jos ei, voit pohtia, olisiko asiakasvastaavamallista hyötyä tai haittaa.',
        ],
      },
      sv: {
        asked: 'Har servicen eller dess klienter (eller en del av klienterna) stöd av en klientansvarig?',
        alsoAsked: [
          'Har tjänsten eller dess klienter (eller en del av klienterna) stöd av en klientansvarig?',
          'Har servicen eller dess klienter stöd av en klientansvarig?',
          'Har tjänsten eller dess klienter stöd av en klientansvarig?',
        ],
        help: [
          'Om ja, vem är klientansvarig?',
          'Om nej, kan du fundera på om en modell med klientansvarig skulle vara till nytta eller nackdel.',
        ],
      },
      en: {
        asked:
          'Do the service or its clients (or some of the clients) have a named responsible worker to support them?',
        alsoAsked: ['Do the service or its clients have a named responsible worker?'],
        help: [
          'If so, who is the responsible worker?',
          'If not, you may consider whether such a model would be of use or do harm.',
        ],
      },
    },
  },
  {
    id: 'Q12',
    wording: {
      fi: { asked: 'Onko asiakkaille tarjolla työhönvalmennusta?', help: ['Jos on, kuinka paljon?'] },
      sv: { asked: 'Erbjuds klienterna arbetsträning?', help: ['Om ja, hur mycket?'] },
      en: { asked: 'Is job coaching available to clients?', help: ['If so, how much?'] },
    },
  },
  {
    id: 'Q13',
    wording: {
      fi: {
        asked: 'Mikäli mahdollista, kuvaile ja/tai arvioi, mitä etuuksia asiakkaat saavat.',
        alsoAsked: ['Kuvaile ja/tai arvioi, mitä etuuksia asiakkaat saavat.', 'Mitä etuuksia asiakkaat saavat?'],
        help: ['Vaikuttaako etuusjärjestelmän logiikka asiakkaiden ohjautumiseen palveluun?'],
      },
      sv: {
        asked: 'Om möjligt, beskriv och/eller bedöm vilka förmåner klienterna får.',
        alsoAsked: ['Vilka förmåner får klienterna?'],
        help: [
          'Påverkar förmånssystemets logik hur klienterna styrs till servicen?',
          'Påverkar förmånssystemets logik hur klienterna styrs till tjänsten?',
        ],
      },
      en: {
        asked: 'If possible, describe and/or estimate which benefits clients receive.',
        alsoAsked: ['Which benefits do clients receive?'],
        help: ['Does the logic of the benefit system affect how clients are guided to the service?'],
      },
    },
  },
  {
    id: 'Q14',
    wording: {
      fi: { asked: 'Saavatko asiakkaat korvauksia palveluun osallistumisesta?' },
      sv: {
        asked: 'Får klienterna ersättning för att delta i servicen?',
        alsoAsked: ['Får klienterna ersättning för att delta i tjänsten?'],
      },
      en: { asked: 'Are clients compensated for taking part in the service?' },
    },
  },
  {
    id: 'Q15',
    wording: {
      fi: {
        asked:
          'Pohdi, minkä asioiden pitää muuttua, jotta palvelusta päästäisiin etenemään nykyistä paremmin avoimille työmarkkinoille/TE-toimiston asiakkaaksi/työllisyyspalveluihin/Kelan ammatilliseen kuntoutukseen tai koulutukseen.',
        alsoAsked: [
          'Pohdi, minkä asioiden pitää muuttua, jotta palvelusta päästäisiin etenemään nykyistä paremmin avoimille työmarkkinoille',
        ],
      },
      sv: {
        asked:
          'Fundera på vad som måste förändras för att man bättre än i dag ska komma vidare från servicen till den öppna arbetsmarknaden/som klient hos TE-byrån/till sysselsättningsservice/till FPA:s yrkesinriktade rehabilitering eller utbildning.',
        alsoAsked: [
          'Fundera på vad som måste förändras för att man bättre än i dag ska komma vidare från tjänsten till den öppna arbetsmarknaden/som kund hos TE-byrån/till sysselsättningstjänsterna/till FPA:s yrkesinriktade rehabilitering eller utbildning.',
          'Fundera på vad som måste förändras för att man bättre än i dag ska komma vidare från servicen till den öppna arbetsmarknaden',
          'Fundera på vad som måste förändras för att man bättre än i dag ska komma vidare från tjänsten till den öppna arbetsmarknaden',
        ],
      },
      en: {
        asked:
          'Consider what must change so that clients get further than now from the service to the open labour market/as clients of the TE Office/to employment services/to vocational rehabilitation by Kela or to education.',
        alsoAsked: [
          'Consider what must change so that clients get further than now from the service to the open labour market',
        ],
      },
    },
  },
  {
    id: 'Q16',
    wording: {
      fi: {
        asked: 'Kuvaile mahdollista työnantajayhteistyötä/yhteistyötä te-toimiston kanssa.',
        alsoAsked: ['Kuvaile mahdollista työnantajayhteistyötä'],
        help: ['Voit myös pohtia, miten näitä voisi parantaa.'],
      },
      sv: {
        asked: 'Beskriv eventuellt samarbete med arbetsgivare/med TE-byrån.',
        help: ['Du kan också fundera på hur dessa kunde förbättras.'],
      },
      en: {
        asked: 'Describe any cooperation with employers/with the TE Office.',
        help: ['You may also consider how these could be improved.'],
      },
    },
  },
  {
    id: 'Q17',
    wording: {
      fi: { asked: 'Kuvaile keskeisiä haasteita', alsoAsked: ['Kuvaile palvelun keskeisiä haasteita'] },
      sv: { asked: 'Beskriv de viktigaste utmaningarna' },
      en: { asked: 'Describe the main challenges' },
    },
  },
];

/** The wording as it is asked, with its words of help: what the questionnaire prints. */
export function questionText(id: QuestionId, language: Language): string {
  const question = questions.find((one) => one.id === id) as Question;
  const { asked: query, help = [] } = question.wording[language];
  return [query, ...help].join(' ');
}

/** Headings that organisers are known to have added to the questionnaire; what stands below them answers none of it. */
export const addedHeadings: readonly string[] = [
  'Prosessin sidosryhmiä, jotka liittyvät kuvattavaan palveluun ja mahdollistavat toiminnan järjestämistä',
  'Lisätietoja',
  'Lisätietoja palvelusta',
  'Muuta',
  'Muuta huomioitavaa',
  'Muita huomioita',
  'Yhteystiedot',
  'Yhteenveto',
  'Liitteet',
  'Övrigt',
  'Tilläggsuppgifter',
  'Kontaktuppgifter',
  'Sammanfattning',
  'Bilagor',
  'Further information',
  'Other remarks',
  'Contact details',
  'Summary',
  'Appendices',
];
