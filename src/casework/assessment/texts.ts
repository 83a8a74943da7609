import type { Day } from '../../kernel/day.ts';
import { formatDay, type Language, texts } from '../../kernel/language.ts';
import type { Refusals } from '../../server/act.ts';
import {
  addressee,
  type Labelled,
  type LetterAddress,
  type PaperHead,
  type PaperSection,
  unbroken,
} from '../../server/letters/paper.ts';
import { notCompetent } from '../succession/words.ts';
import type { Assessment, AssessmentHead } from './words.ts';

export const assessmentTexts = texts({
  fi: {
    title: 'Palvelutarpeen arviointi',
    none: 'Arviointia ei ole aloitettu.',
    begin: 'Aloita arviointi',
    begun: 'Arviointi aloitettu.',
    begunNext: 'Kirjoita arviointi, kun olet tavannut asiakkaan.',
    begunOn: 'Arviointi aloitettiin',
    write: 'Kirjoita arviointia',
    written: 'Arviointi tallennettu.',
    finished: 'Arviointi valmis.',
    correct: 'Korjaa arviointia',
    decidedOn: 'Asia on jo päätetty. Päätös jää ennalleen, ja sen sivulla kerrotaan, mitä arvioinnista korjattiin.',
    corrected: 'Arviointi korjattu.',
    takeBack: 'Ota arviointi takaisin',
    takeBackHelp:
      'Arviointi poistuu asian vaiheista ja sen määräaika kuluu taas. Se jää luettavaksi asiakkaan korjauksiin.',
    takenBack: 'Arviointi otettu takaisin.',
    why: 'Miksi',
    paper: 'Arviointi (PDF)',
    open: 'Kesken',
    done: (day: string) => `Valmis ${day}`,
    by: (name: string, day: string) => `${name}, aloitettu ${day}`,
    beginBy: (day: string) => `Aloitettava viimeistään ${day}`,
    beginLeft: (days: number) => (days === 1 ? 'Aloitettava 1 päivässä' : `Aloitettava ${days} päivässä`),
    beginToday: 'Aloitettava tänään',
    beginOver: (days: number) => (days === 1 ? 'Aloitus 1 päivän myöhässä' : `Aloitus ${days} päivää myöhässä`),
    begunLate: (days: number) => (days === 1 ? 'Aloitettiin 1 päivän myöhässä' : `Aloitettiin ${days} päivää myöhässä`),
    tookPart: 'Ketkä osallistuivat ja miten',
    situation: 'Asiakkaan tilanne sekä palvelujen ja erityisen tuen tarve',
    clientView: 'Asiakkaan oma näkemys tuen tarpeestaan',
    clientViewHelp: 'Kirjoita asiakkaan omin sanoin.',
    viewMissingBecause: 'Jos näkemystä ei ole, miksi',
    viewMissingHelp: 'Vain ilmeinen este, esimerkiksi ettei asiakasta ole tavoitettu.',
    conclusions: 'Ammattihenkilön johtopäätökset',
    need: 'Tuen tarve',
    needs: {
      none: 'Ei tuen tarvetta',
      temporary: 'Tilapäinen',
      recurring: 'Toistuva',
      'long-term': 'Pitkäaikainen',
    },
    specialSupport: 'Tarvitseeko asiakas erityistä tukea',
    ownWorker: 'Tarvitseeko asiakas omatyöntekijän',
    ownWorkerView: 'Asiakkaan oma arvio omatyöntekijän tarpeesta',
    yes: 'Kyllä',
    no: 'Ei',
    finishedOn: 'Arviointi valmistui',
    finishedHelp: 'Jätä valmistumispäivä tyhjäksi, jos arviointi jatkuu.',
  },
  sv: {
    title: 'Bedömning av servicebehovet',
    none: 'Bedömningen har inte inletts.',
    begin: 'Inled bedömningen',
    begun: 'Bedömningen har inletts.',
    begunNext: 'Skriv bedömningen när du har träffat klienten.',
    begunOn: 'Bedömningen inleddes',
    write: 'Skriv bedömningen',
    written: 'Bedömningen har sparats.',
    finished: 'Bedömningen är klar.',
    correct: 'Rätta bedömningen',
    decidedOn:
      'Ärendet är redan avgjort. Beslutet förblir som det är, och vid det berättas vad som rättades i bedömningen.',
    corrected: 'Bedömningen har rättats.',
    takeBack: 'Ta tillbaka bedömningen',
    takeBackHelp:
      'Bedömningen försvinner ur ärendets skeden och dess tidsfrist löper igen. Den kan läsas bland klientens rättelser.',
    takenBack: 'Bedömningen har tagits tillbaka.',
    why: 'Varför',
    paper: 'Bedömning (PDF)',
    open: 'Pågår',
    done: (day: string) => `Klar ${day}`,
    by: (name: string, day: string) => `${name}, inledd ${day}`,
    beginBy: (day: string) => `Ska inledas senast ${day}`,
    beginLeft: (days: number) => (days === 1 ? 'Ska inledas inom 1 dag' : `Ska inledas inom ${days} dagar`),
    beginToday: 'Ska inledas i dag',
    beginOver: (days: number) => (days === 1 ? 'Inledningen 1 dag försenad' : `Inledningen ${days} dagar försenad`),
    begunLate: (days: number) => (days === 1 ? 'Inleddes 1 dag för sent' : `Inleddes ${days} dagar för sent`),
    tookPart: 'Vilka som deltog och hur',
    situation: 'Klientens situation samt behovet av service och särskilt stöd',
    clientView: 'Klientens egen syn på sitt stödbehov',
    clientViewHelp: 'Skriv med klientens egna ord.',
    viewMissingBecause: 'Om klientens syn saknas, varför',
    viewMissingHelp: 'Bara ett uppenbart hinder, till exempel att klienten inte har nåtts.',
    conclusions: 'Den yrkesutbildade personens slutsatser',
    need: 'Stödbehov',
    needs: {
      none: 'Inget stödbehov',
      temporary: 'Tillfälligt',
      recurring: 'Återkommande',
      'long-term': 'Långvarigt',
    },
    specialSupport: 'Behöver klienten särskilt stöd',
    ownWorker: 'Behöver klienten en egen kontaktperson',
    ownWorkerView: 'Klientens egen bedömning av behovet av en egen kontaktperson',
    yes: 'Ja',
    no: 'Nej',
    finishedOn: 'Bedömningen blev klar',
    finishedHelp: 'Lämna den sista dagen tom om bedömningen fortsätter.',
  },
  en: {
    title: 'Assessment of need',
    none: 'The assessment has not begun.',
    begin: 'Begin the assessment',
    begun: 'The assessment has begun.',
    begunNext: 'Write the assessment when you have met the client.',
    begunOn: 'The assessment began',
    write: 'Write the assessment',
    written: 'Assessment saved.',
    finished: 'Assessment finished.',
    correct: 'Correct the assessment',
    decidedOn:
      'The matter is decided already. The decision stays as it is, and tells what was corrected in the assessment.',
    corrected: 'Assessment corrected.',
    takeBack: 'Take back the assessment',
    takeBackHelp:
      'It leaves the steps of the matter, and its time limit runs again. It can be read among the client’s corrections.',
    takenBack: 'Assessment taken back.',
    why: 'Why',
    paper: 'Assessment (PDF)',
    open: 'Going on',
    done: (day: string) => `Finished ${day}`,
    by: (name: string, day: string) => `${name}, begun ${day}`,
    beginBy: (day: string) => `To begin by ${day}`,
    beginLeft: (days: number) => (days === 1 ? 'To begin in 1 day' : `To begin in ${days} days`),
    beginToday: 'To begin today',
    beginOver: (days: number) => (days === 1 ? 'Beginning 1 day late' : `Beginning ${days} days late`),
    begunLate: (days: number) => (days === 1 ? 'Begun 1 day late' : `Begun ${days} days late`),
    tookPart: 'Who took part, and how',
    situation: 'The client’s situation, and the need of services and special support',
    clientView: 'The client’s own view of the need of support',
    clientViewHelp: 'In the client’s own words.',
    viewMissingBecause: 'Where there is no view, why',
    viewMissingHelp: 'Only an obvious obstacle, such as a client who could not be reached.',
    conclusions: 'The professional’s conclusions',
    need: 'Need of support',
    needs: {
      none: 'No need of support',
      temporary: 'Temporary',
      recurring: 'Recurring',
      'long-term': 'Long-term',
    },
    specialSupport: 'Does the client need special support',
    ownWorker: 'Does the client need an own worker',
    ownWorkerView: 'The client’s own estimate of the need of an own worker',
    yes: 'Yes',
    no: 'No',
    finishedOn: 'The assessment was finished',
    finishedHelp: 'Leave the day of finishing empty while the assessment goes on.',
  },
});

export const assessmentRefusals = {
  'not-competent': notCompetent,
  'no-such-matter': {
    status: 404,
    fi: 'Asiaa ei löytynyt',
    sv: 'Ärendet hittades inte',
    en: 'The matter was not found',
  },
  'no-such-assessment': {
    status: 404,
    fi: 'Arviointia ei löytynyt',
    sv: 'Bedömningen hittades inte',
    en: 'The assessment was not found',
  },
  'assessed-already': {
    status: 409,
    fi: 'Asian palvelutarvetta arvioidaan jo tai se on arvioitu',
    sv: 'Servicebehovet i ärendet bedöms redan eller har bedömts',
    en: 'The need is being assessed in the matter already, or has been',
  },
  'already-decided': {
    status: 409,
    fi: 'Asia on jo ratkaistu',
    sv: 'Ärendet är redan avgjort',
    en: 'The matter is decided already',
  },
  'already-withdrawn': {
    status: 409,
    fi: 'Hakemus on peruutettu',
    sv: 'Ansökan har återtagits',
    en: 'The referral has been withdrawn',
  },
  'begun-in-future': {
    fi: 'Arvioinnin aloituspäivä ei voi olla tulevaisuudessa',
    sv: 'Bedömningens första dag kan inte vara i framtiden',
    en: 'The day on which the assessment began cannot be in the future',
  },
  'begun-before-received': {
    fi: 'Arviointi ei voi alkaa ennen kuin asia tuli vireille',
    sv: 'Bedömningen kan inte inledas innan ärendet blev anhängigt',
    en: 'The assessment cannot begin before the matter became pending',
  },
  'finished-in-future': {
    fi: 'Arvioinnin valmistumispäivä ei voi olla tulevaisuudessa',
    sv: 'Dagen då bedömningen blev klar kan inte vara i framtiden',
    en: 'The day on which the assessment was finished cannot be in the future',
  },
  'finished-before-begun': {
    fi: 'Arviointi ei voi valmistua ennen kuin se alkoi',
    sv: 'Bedömningen kan inte bli klar innan den inleddes',
    en: 'The assessment cannot be finished before it began',
  },
  'finished-already': {
    status: 409,
    fi: 'Arviointi on jo valmis, korjaa sitä ja kerro miksi',
    sv: 'Bedömningen är redan klar, rätta den och berätta varför',
    en: 'The assessment is finished already: correct it and say why',
  },
  'not-finished': {
    status: 409,
    fi: 'Arviointi ei ole vielä valmis',
    sv: 'Bedömningen är inte klar ännu',
    en: 'The assessment is not finished yet',
  },
  'part-missing': {
    fi: 'Sosiaalihuoltolain 37 § vaatii valmiiseen arviointiin tämän kohdan',
    sv: '37 § i socialvårdslagen kräver denna punkt i en färdig bedömning',
    en: 'Section 37 of the Social Welfare Act asks this of a finished assessment',
  },
  'view-missing': {
    fi: 'Kirjoita asiakkaan oma näkemys tai ilmeinen este, jonka vuoksi sitä ei ole (sosiaalihuoltolain 37 §)',
    sv: 'Skriv klientens egen syn eller det uppenbara hinder som gör att den saknas (37 § i socialvårdslagen)',
    en: 'Write the client’s own view, or the obvious obstacle to it (section 37 of the Social Welfare Act)',
  },
  'view-is-there': {
    fi: 'Näkemys on kirjoitettu, joten estettä ei ole',
    sv: 'Klientens syn har skrivits, så det finns inget hinder',
    en: 'The view is written, so there is no obstacle',
  },
} as const satisfies Refusals;

const paperTexts = texts({
  fi: {
    title: (service: string) => `Palvelutarpeen arviointi: ${service}`,
    page: 'Sivu',
    finished: 'Valmistunut',
    reference: 'Asianumero',
    client: 'Asiakas',
    pending: 'Vireillä',
    begun: 'Aloitettu',
    noView: 'Asiakkaan näkemystä ei ole, koska:',
    special: 'Erityinen tuki',
    provisions: 'Säännökset',
    assessor: 'Arvioinnin teki',
    phone: (phone: string) => `puh. ${phone}`,
    unsigned: 'Arviointi on tallennettu sähköisesti tekijänsä nimissä. Se ei vaadi allekirjoitusta.',
  },
  sv: {
    title: (service: string) => `Bedömning av servicebehovet: ${service}`,
    page: 'Sida',
    finished: 'Klar',
    reference: 'Ärendenummer',
    client: 'Klient',
    pending: 'Anhängigt',
    begun: 'Inledd',
    noView: 'Klientens syn saknas, eftersom:',
    special: 'Särskilt stöd',
    provisions: 'Bestämmelser',
    assessor: 'Bedömningen gjordes av',
    phone: (phone: string) => `tfn ${phone}`,
    unsigned: 'Bedömningen har sparats elektroniskt i sin upprättares namn. Den kräver ingen underskrift.',
  },
  en: {
    title: (service: string) => `Assessment of need: ${service}`,
    page: 'Page',
    finished: 'Finished',
    reference: 'Case number',
    client: 'Client',
    pending: 'Pending since',
    begun: 'Begun',
    noView: 'The client’s view is not here, because:',
    special: 'Special support',
    provisions: 'Provisions',
    assessor: 'Assessed by',
    phone: (phone: string) => `tel. ${phone}`,
    unsigned: 'The assessment was saved electronically in the name of who made it. It needs no signature.',
  },
});

interface AssessmentPaper extends PaperHead {
  readonly title: string;
  readonly parties: readonly Labelled[];
  readonly sections: readonly PaperSection[];
  readonly provisions: { readonly heading: string; readonly items: readonly string[] };
  readonly signer: {
    readonly label: string;
    readonly name: string;
    readonly post: string;
    readonly notes: readonly string[];
  };
}

/** A finished assessment in the words of the client's language: the client's own view stands apart from the professional's. */
export function assessmentPaperOf(
  head: AssessmentHead,
  assessment: Assessment,
  provisions: readonly string[],
  address: LetterAddress,
): AssessmentPaper {
  const language: Language = head.language;
  const say = paperTexts[language];
  const words = assessmentTexts[language];
  const spoken = (on: Day | null) => (on === null ? '' : formatDay(on, language));
  const answer = (value: boolean | null) => (value === null ? '' : value ? words.yes : words.no);
  const phone = head.assessorPhone ?? head.phone;
  const town = [head.postalCode, head.postOffice].filter(Boolean).join(' ');
  const lines = [head.office, head.street, town].filter((line): line is string => !!line);
  const own = [answer(assessment.ownWorker), assessment.ownWorkerView].filter(Boolean).join('\n\n');
  const sections: readonly (readonly [string, string | null])[] = [
    [words.tookPart, assessment.tookPart],
    [words.situation, assessment.situation],
    [
      words.clientView,
      assessment.clientView ?? (assessment.viewMissingBecause && `${say.noView} ${assessment.viewMissingBecause}`),
    ],
    [words.conclusions, assessment.conclusions],
    [words.ownWorker, own],
  ];
  return {
    title: say.title(head.serviceName.charAt(0).toLowerCase() + head.serviceName.slice(1)),
    sender: { name: head.authority, lines },
    recipient: { lines: addressee(head.client, address) },
    facts: [
      { label: say.finished, value: spoken(assessment.finishedOn) },
      { label: say.reference, value: head.number },
    ],
    footer: [head.authority, head.number],
    pageLabel: say.page,
    parties: [
      { label: say.client, value: head.client },
      { label: say.pending, value: spoken(head.receivedOn) },
      { label: say.begun, value: spoken(assessment.begunOn) },
      { label: words.need, value: assessment.need === null ? '' : words.needs[assessment.need] },
      { label: say.special, value: answer(assessment.specialSupport) },
    ],
    sections: sections.flatMap(([heading, text]) => (text ? [{ heading, text }] : [])),
    provisions: { heading: say.provisions, items: provisions },
    signer: {
      label: say.assessor,
      name: head.assessor,
      post: [head.authority, phone && say.phone(unbroken(phone))].filter(Boolean).join(', '),
      notes: [say.unsigned],
    },
  };
}
