// Phrases: ready reasons for decisions, the built-in ones and an organiser's own, by service and provision.
// From above it takes the organiser and the services that it offers.
// Below it leaves what a decision is reasoned from, in the languages in which decisions are made.

import { z } from 'zod';
import { zId } from '../../kernel/id.ts';
import { texts } from '../../kernel/language.ts';
import { zLine, zName, zToldPaperText } from '../../kernel/line.ts';
import { zRange } from '../../kernel/range.ts';
import { zService } from '../../kernel/service.ts';

/** Ready reasons of a decision, to be put into the text and finished there. */
const phrases = [
  'work-need',
  'day-need',
  'coaching-need',
  'employment-need',
  'activity-need',
  'rehabilitation-agreed',
  'rehabilitation-earlier',
  'outside-rehabilitation',
  'no-duty',
  'not-earlier',
  'outside-special-care',
  'outside-disability-act',
  'other-support',
] as const;
export type Phrase = (typeof phrases)[number];

/** Ready reasons of an organiser's own. */
export const zPhraseDetails = z.strictObject({
  service: zService,
  /** For deciding against the client; else for granting. */
  against: z.boolean(),
  /** The provision that is cited with it; null where the service's own say it. */
  provision: zLine.min(1).max(40).nullable(),
  name: zName.min(1),
  textFi: zToldPaperText,
  textSv: zToldPaperText,
  easyFi: zToldPaperText.nullable(),
  easySv: zToldPaperText.nullable(),
  during: zRange,
});
export type PhraseDetails = z.output<typeof zPhraseDetails>;

/** As it stands, however it was written once. */
export const zPhraseAsKept = zPhraseDetails.extend({
  provision: z.string().nullable(),
  name: z.string(),
  textFi: z.string(),
  textSv: z.string(),
  easyFi: z.string().nullable(),
  easySv: z.string().nullable(),
});
export const zPhrase = zPhraseAsKept.extend({ id: zId, version: z.string() });
export type PhraseOfOrganiser = z.output<typeof zPhrase>;

/** One of them in the language of a decision. */
export const zOwnPhrase = z.object({
  id: zId,
  name: z.string(),
  against: z.boolean(),
  provision: z.string().nullable(),
  text: z.string(),
  easy: z.string().nullable(),
});
export type OwnPhrase = z.output<typeof zOwnPhrase>;

/** What each is called where it is chosen. */
export const builtInNames = texts({
  fi: {
    'work-need': 'Työtoiminnan tarve',
    'day-need': 'Päivätoiminnan tarve',
    'coaching-need': 'Valmennuksen tarve',
    'employment-need': 'Tuki avoimille työmarkkinoille',
    'activity-need': 'Työtoiminta työllistymisen sijaan',
    'rehabilitation-agreed': 'Sovittu suunnitelmassa',
    'rehabilitation-earlier': 'Aiemmin omasta pyynnöstä',
    'outside-rehabilitation': 'Ei kuulu lain kohderyhmään',
    'no-duty': 'Järjestämisvelvollisuutta ei ole',
    'not-earlier': 'Ei aiemmin pyynnöstä',
    'outside-special-care': 'Ei erityishuollon tarvetta',
    'outside-disability-act': 'Vammaispalvelulaki ei sovellu',
    'other-support': 'Tarpeeseen vastaa muu tuki',
  },
  sv: {
    'work-need': 'Behov av arbetsverksamhet',
    'day-need': 'Behov av dagverksamhet',
    'coaching-need': 'Behov av träning',
    'employment-need': 'Stöd till den öppna arbetsmarknaden',
    'activity-need': 'Arbetsverksamhet i stället för sysselsättning',
    'rehabilitation-agreed': 'Avtalat i planen',
    'rehabilitation-earlier': 'Tidigare på egen begäran',
    'outside-rehabilitation': 'Hör inte till lagens målgrupp',
    'no-duty': 'Ingen skyldighet att ordna',
    'not-earlier': 'Inte tidigare på begäran',
    'outside-special-care': 'Inget behov av specialomsorger',
    'outside-disability-act': 'Lagen om funktionshinderservice tillämpas inte',
    'other-support': 'Annat stöd svarar mot behovet',
  },
  en: {
    'work-need': 'Need of work activity',
    'day-need': 'Need of day activity',
    'coaching-need': 'Need of coaching',
    'employment-need': 'Support to the open labour market',
    'activity-need': 'Work activity in place of employment',
    'rehabilitation-agreed': 'Agreed in the plan',
    'rehabilitation-earlier': 'Earlier at own request',
    'outside-rehabilitation': 'Outside the group of the act',
    'no-duty': 'No duty to arrange',
    'not-earlier': 'Not earlier at request',
    'outside-special-care': 'No need of special care',
    'outside-disability-act': 'Disability Services Act does not apply',
    'other-support': 'Other support meets the need',
  },
});

/** Ready reasons in the languages in which decisions are made; what is to be finished stands as three dots. */
export const builtInReasons: Readonly<Record<'fi' | 'sv', Readonly<Record<Phrase, string>>>> = {
  fi: {
    'work-need':
      'Asiakas tarvitsee vamman tai sairauden vuoksi tukea, jotta hän voi osallistua työtoimintaan. Palvelu vastaa arvioitua palvelutarvetta, koska …',
    'day-need':
      'Asiakas tarvitsee päivätoimintaa osallisuutensa ja toimintakykynsä tueksi. Palvelu vastaa arvioitua palvelutarvetta, koska …',
    'coaching-need':
      'Asiakas tarvitsee valmennusta uusien taitojen oppimiseen tai muuttuneessa elämäntilanteessa. Valmennuksen tavoitteena on …',
    'employment-need':
      'Asiakkaalla on vamman, sairauden tai muun vastaavan syyn vuoksi pitkäaikaisia vaikeuksia, ja hän tarvitsee tukea työllistyäkseen avoimille työmarkkinoille. Tuen tarve näkyy siinä, että …',
    'activity-need':
      'Asiakkaalla ei ole vamman vuoksi edellytyksiä osallistua työllistymistä tukevaan toimintaan, ja hänen toimeentulonsa perustuu pääosin sairauden tai työkyvyttömyyden perusteella maksettuihin etuuksiin. Työtoiminta ylläpitää hänen toimintakykyään, koska …',
    'rehabilitation-agreed':
      'Kuntouttavasta työtoiminnasta on sovittu asiakkaan suunnitelmassa. Toiminta on sovitettu hänen työ- ja toimintakykyynsä, ja se parantaa hänen edellytyksiään työllistyä, koska …',
    'rehabilitation-earlier':
      'Asiakas on itse pyytänyt kuntouttavaa työtoimintaa ennen lain määräaikoja. Sen arvioidaan parhaiten tukevan hänen elämänhallintaansa ja työllistymisedellytyksiään, koska …',
    'outside-rehabilitation':
      'Kuntouttavaa työtoimintaa järjestetään työttömälle, joka on saanut työttömyyden perusteella työmarkkinatukea tai toimeentulotukea laissa säädetyn ajan. Asiakas ei kuulu tähän ryhmään, koska …',
    'no-duty': 'Kuntouttavaa työtoimintaa ei ole tässä tilanteessa velvollisuutta järjestää, koska …',
    'not-earlier':
      'Asiakas on pyytänyt kuntouttavaa työtoimintaa ennen lain määräaikoja. Sen ei arvioida parhaiten tukevan hänen elämänhallintaansa ja työllistymisedellytyksiään, koska …',
    'outside-special-care':
      'Erityishuoltoa annetaan henkilölle, jonka kehitys tai henkinen toiminta on estynyt tai häiriintynyt ja joka ei voi saada tarvitsemiaan palveluja muun lain nojalla. Asiakas voi saada tarvitsemansa palvelun muun lain nojalla, koska …',
    'outside-disability-act':
      'Vammaispalvelulain mukaista palvelua annetaan vammaiselle henkilölle, joka tarvitsee sitä välttämättä eikä saa sitä muun lain nojalla. Edellytykset eivät täyty, koska …',
    'other-support':
      'Asiakkaan palvelutarve on arvioitu. Arvioinnin mukaan haettu palvelu ei ole tarpeen, ja tarpeeseen vastaa muu tuki: …',
  },
  sv: {
    'work-need':
      'Klienten behöver på grund av funktionsnedsättning eller sjukdom stöd för att kunna delta i arbetsverksamhet. Servicen svarar mot det bedömda servicebehovet, eftersom …',
    'day-need':
      'Klienten behöver dagverksamhet som stöd för sin delaktighet och funktionsförmåga. Servicen svarar mot det bedömda servicebehovet, eftersom …',
    'coaching-need':
      'Klienten behöver träning för att lära sig nya färdigheter eller i en förändrad livssituation. Målet för träningen är …',
    'employment-need':
      'Klienten har på grund av funktionsnedsättning, sjukdom eller annan motsvarande orsak långvariga svårigheter och behöver stöd för att få arbete på den öppna arbetsmarknaden. Behovet av stöd syns i att …',
    'activity-need':
      'Klienten har på grund av funktionsnedsättning inte förutsättningar att delta i verksamhet som stöder sysselsättning, och hens försörjning bygger i huvudsak på förmåner som betalas på grund av sjukdom eller arbetsoförmåga. Arbetsverksamheten upprätthåller hens funktionsförmåga, eftersom …',
    'rehabilitation-agreed':
      'Arbetsverksamhet i rehabiliteringssyfte har avtalats i klientens plan. Verksamheten är anpassad till hens arbets- och funktionsförmåga och förbättrar hens förutsättningar att få arbete, eftersom …',
    'rehabilitation-earlier':
      'Klienten har själv begärt arbetsverksamhet i rehabiliteringssyfte före lagens tidsfrister. Den bedöms bäst stödja hens livshantering och förutsättningar att få arbete, eftersom …',
    'outside-rehabilitation':
      'Arbetsverksamhet i rehabiliteringssyfte ordnas för en arbetslös som på grund av arbetslöshet har fått arbetsmarknadsstöd eller utkomststöd under den tid som lagen anger. Klienten hör inte till denna grupp, eftersom …',
    'no-duty': 'I denna situation finns ingen skyldighet att ordna arbetsverksamhet i rehabiliteringssyfte, eftersom …',
    'not-earlier':
      'Klienten har begärt arbetsverksamhet i rehabiliteringssyfte före lagens tidsfrister. Den bedöms inte bäst stödja hens livshantering och förutsättningar att få arbete, eftersom …',
    'outside-special-care':
      'Specialomsorger ges en person vars utveckling eller psykiska funktioner är hämmade eller störda och som inte kan få den service hen behöver med stöd av någon annan lag. Klienten kan få den service hen behöver med stöd av en annan lag, eftersom …',
    'outside-disability-act':
      'Service enligt lagen om funktionshinderservice ges en person med funktionsnedsättning som nödvändigt behöver den och inte får den med stöd av någon annan lag. Förutsättningarna uppfylls inte, eftersom …',
    'other-support':
      'Klientens servicebehov har bedömts. Enligt bedömningen behövs inte den sökta servicen, och mot behovet svarar annat stöd: …',
  },
};

/** The same in easy language, one thing a line, for a client who reads it. */
export const easyReasons: Readonly<Record<'fi' | 'sv', Readonly<Record<Phrase, string>>>> = {
  fi: {
    'work-need': 'Tarvitset tukea, jotta voit osallistua työtoimintaan.\nSiksi saat työtoimintaa, koska …',
    'day-need': 'Tarvitset päivätoimintaa.\nSe tukee arkeasi, koska …',
    'coaching-need': 'Tarvitset valmennusta.\nValmennuksessa opettelet uusia taitoja.\nTavoite on …',
    'employment-need': 'Tarvitset tukea, jotta voit saada töitä.\nTarvitset tukea, koska …',
    'activity-need': 'Et voi nyt tehdä palkkatyötä.\nTyötoiminta auttaa sinua, koska …',
    'rehabilitation-agreed':
      'Kuntouttavasta työtoiminnasta on sovittu suunnitelmassasi.\nSe auttaa sinua kohti työtä, koska …',
    'rehabilitation-earlier': 'Olet itse pyytänyt kuntouttavaa työtoimintaa.\nSe auttaa sinua, koska …',
    'outside-rehabilitation':
      'Kuntouttava työtoiminta on työttömille.\nLaissa sanotaan, kuinka kauan täytyy olla työttömänä.\nEt saa palvelua, koska …',
    'no-duty': 'Kuntouttavaa työtoimintaa ei tarvitse järjestää sinulle nyt.\nSyy on se, että …',
    'not-earlier':
      'Olet pyytänyt kuntouttavaa työtoimintaa aikaisemmin kuin laissa sanotaan.\nEt saa palvelua, koska …',
    'outside-special-care':
      'Erityishuolto on ihmisille, jotka eivät saa apua muun lain avulla.\nSinä voit saada apua muun lain avulla, koska …',
    'outside-disability-act': 'Vammaispalvelu on ihmisille, joille se on välttämätön.\nEt saa palvelua, koska …',
    'other-support': 'Tarpeesi on arvioitu.\nEt tarvitse tätä palvelua.\nSaat muuta tukea: …',
  },
  sv: {
    'work-need': 'Du behöver stöd för att kunna delta i arbetsverksamhet.\nDärför får du arbetsverksamhet, eftersom …',
    'day-need': 'Du behöver dagverksamhet.\nDen ger stöd i din vardag, eftersom …',
    'coaching-need': 'Du behöver träning.\nI träningen lär du dig nya saker.\nMålet är …',
    'employment-need': 'Du behöver stöd för att få ett arbete.\nDu behöver stöd, eftersom …',
    'activity-need': 'Du kan inte ha lönearbete nu.\nArbetsverksamheten hjälper dig, eftersom …',
    'rehabilitation-agreed':
      'Arbetsverksamhet i rehabiliteringssyfte står i din plan.\nDen hjälper dig mot ett arbete, eftersom …',
    'rehabilitation-earlier':
      'Du har själv bett om arbetsverksamhet i rehabiliteringssyfte.\nDen hjälper dig, eftersom …',
    'outside-rehabilitation':
      'Arbetsverksamhet i rehabiliteringssyfte är för arbetslösa.\nLagen säger hur länge man ska ha varit arbetslös.\nDu får inte servicen, eftersom …',
    'no-duty': 'Arbetsverksamhet i rehabiliteringssyfte behöver inte ordnas för dig nu.\nOrsaken är att …',
    'not-earlier':
      'Du har bett om arbetsverksamhet i rehabiliteringssyfte tidigare än lagen säger.\nDu får inte servicen, eftersom …',
    'outside-special-care':
      'Specialomsorger är för personer som inte får hjälp enligt en annan lag.\nDu kan få hjälp enligt en annan lag, eftersom …',
    'outside-disability-act':
      'Funktionshinderservice är för personer som nödvändigt behöver den.\nDu får inte servicen, eftersom …',
    'other-support': 'Ditt behov har bedömts.\nDu behöver inte den här servicen.\nDu får annat stöd: …',
  },
};
