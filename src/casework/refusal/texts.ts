import type { Day } from '../../kernel/day.ts';
import { formatDay, pick, type ReadingLanguage, texts } from '../../kernel/language.ts';
import type { Refusals } from '../../server/act.ts';
import {
  addressee,
  easyLinesOf,
  type Labelled,
  type LetterAddress,
  type PaperHead,
  type PaperSection,
  unbroken,
} from '../../server/letters/paper.ts';
import { servingRefusals } from '../client/words.ts';
import type { LetterFacts } from '../decision/words.ts';
import { notCompetent } from '../succession/words.ts';
import type { Refusal } from './words.ts';

export const refusalTexts = texts({
  fi: {
    title: 'Korjausvaatimukset',
    refuse: 'Hylkää korjausvaatimus',
    help: 'Asiakas on vaatinut päätöksessä olevan virheen korjaamista, eikä päätöstä korjata. Hylkäämiseen ei saa hakea muutosta. Jos asiakas vaatii päätökseen oikaisua, kirjaa oikaisuvaatimus.',
    demandedOn: 'Vaatimus saatu',
    demand: 'Mitä asiakas vaatii korjattavaksi',
    reasons: 'Miksi päätöstä ei korjata',
    done: 'Korjausvaatimus hylätty.',
    next: 'Anna kirje asiakkaalle.',
    of: (number: string) => `Päätös ${number}`,
    letter: 'Kirje hylkäämisestä (PDF)',
    barred: (provision: string) => `Muutosta ei saa hakea: ${provision}.`,
    serve: 'Kirjaa tiedoksianto',
    way: 'Miten kirje annettiin tiedoksi',
    sentOn: 'Lähetetty tai luovutettu',
    served: (day: string) => `Tiedoksi ${day}`,
    notServed: 'Odottaa tiedoksiantoa',
    serveDone: 'Tiedoksianto kirjattu.',
    takeBack: 'Ota hylkääminen takaisin',
    takeBackHelp: 'Hylkääminen ja sen tiedoksianto poistuvat asiasta. Ne jäävät luettaviksi asiakkaan korjauksiin.',
    why: 'Miksi',
    takenBack: 'Hylkääminen otettu takaisin.',
  },
  sv: {
    title: 'Krav på rättelse',
    refuse: 'Avslå ett krav på rättelse',
    help: 'Klienten har krävt att ett fel i beslutet rättas, och beslutet rättas inte. Avslaget får inte överklagas. Om klienten begär omprövning, anteckna begäran om omprövning.',
    demandedOn: 'Kravet mottaget',
    demand: 'Vad klienten kräver att rättas',
    reasons: 'Varför beslutet inte rättas',
    done: 'Kravet på rättelse har avslagits.',
    next: 'Ge brevet till klienten.',
    of: (number: string) => `Beslut ${number}`,
    letter: 'Brev om avslaget (PDF)',
    barred: (provision: string) => `Får inte överklagas: ${provision}.`,
    serve: 'Anteckna delgivning',
    way: 'Hur brevet delgavs',
    sentOn: 'Sänt eller överlämnat',
    served: (day: string) => `Delgivet ${day}`,
    notServed: 'Väntar på delgivning',
    serveDone: 'Delgivningen har antecknats.',
    takeBack: 'Ta tillbaka avslaget',
    takeBackHelp: 'Avslaget och dess delgivning försvinner ur ärendet. De kan läsas bland klientens rättelser.',
    why: 'Varför',
    takenBack: 'Avslaget har tagits tillbaka.',
  },
  en: {
    title: 'Demands to correct',
    refuse: 'Refuse a demand to correct',
    help: 'The client has demanded that an error in the decision be corrected, and it is not. The refusal may not be appealed. If the client asks for rectification, record that request instead.',
    demandedOn: 'Demand received',
    demand: 'What the client wants corrected',
    reasons: 'Why the decision is not corrected',
    done: 'Demand to correct refused.',
    next: 'Give the letter to the client.',
    of: (number: string) => `Decision ${number}`,
    letter: 'Letter of the refusal (PDF)',
    barred: (provision: string) => `May not be appealed: ${provision}.`,
    serve: 'Record service',
    way: 'How the letter was served',
    sentOn: 'Sent or handed over',
    served: (day: string) => `Served ${day}`,
    notServed: 'Waits to be served',
    serveDone: 'Service recorded.',
    takeBack: 'Take back the refusal',
    takeBackHelp: 'The refusal and its service leave the matter. They stay readable among the client’s corrections.',
    why: 'Why',
    takenBack: 'Refusal taken back.',
  },
});

export const refusalRefusals = {
  'not-competent': notCompetent,
  'refused-already': {
    status: 409,
    fi: 'Sama vaatimus on jo hylätty',
    sv: 'Samma krav har redan avslagits',
    en: 'The same demand has been refused already',
  },
  ...servingRefusals,
  'no-such-decision': {
    status: 404,
    fi: 'Päätöstä ei löytynyt',
    sv: 'Beslutet hittades inte',
    en: 'The decision was not found',
  },
  'no-such-matter': {
    status: 404,
    fi: 'Asiaa ei löytynyt',
    sv: 'Ärendet hittades inte',
    en: 'The matter was not found',
  },
  'no-such-refusal': {
    status: 404,
    fi: 'Hylättyä korjausvaatimusta ei löytynyt',
    sv: 'Det avslagna kravet på rättelse hittades inte',
    en: 'The refused demand was not found',
  },
  'annulled-already': {
    status: 409,
    fi: 'Päätös on jo poistettu: siinä ei ole korjattavaa',
    sv: 'Beslutet har redan undanröjts: där finns inget att rätta',
    en: 'The decision is annulled already: there is nothing to correct in it',
  },
  'demanded-in-future': {
    fi: 'Vaatimus ei voi olla saatu tulevaisuudessa',
    sv: 'Kravet kan inte ha mottagits i framtiden',
    en: 'The demand cannot have been received in the future',
  },
  'demanded-before-decided': {
    fi: 'Vaatimus koskee päätöstä: se on saatu aikaisintaan päätöspäivänä',
    sv: 'Kravet gäller ett beslut: det har mottagits tidigast på beslutsdagen',
    en: 'The demand is about a decision: it came on the day of decision at the earliest',
  },
  'may-not-refuse': {
    status: 403,
    fi: 'Tehtävässäsi ei ole päätösvaltaa tähän palveluun. Korjausvaatimuksen hylkää se, jolla on.',
    sv: 'I din uppgift ingår inte beslutanderätt i denna service. Kravet avslås av den som har den.',
    en: 'Your post has no power to decide on this service. Whoever has it refuses the demand.',
  },
  'not-served': {
    status: 409,
    fi: 'Tiedoksiantoa ei ole kirjattu',
    sv: 'Ingen delgivning har antecknats',
    en: 'No service has been recorded',
  },
  'served-already': {
    status: 409,
    fi: 'Tiedoksianto on jo kirjattu',
    sv: 'Delgivningen har redan antecknats',
    en: 'Service has been recorded already',
  },
  'sent-ahead': {
    fi: 'Lähetyspäivä ei voi olla tulevaisuudessa',
    sv: 'Sändningsdagen kan inte vara i framtiden',
    en: 'The day of sending cannot be in the future',
  },
  'sent-before-refused': {
    fi: 'Kirjettä ei voi antaa tiedoksi ennen kuin vaatimus on hylätty',
    sv: 'Brevet kan inte delges innan kravet har avslagits',
    en: 'The letter cannot be served before the demand was refused',
  },
} as const satisfies Refusals;

const letterTexts = texts({
  fi: {
    translation: 'Käännös',
    ofOriginal: 'Alkuperäinen päätös on suomeksi, ja se on voimassa.',
    title: (number: string) => `Korjausvaatimuksen hylkääminen: päätös ${number}`,
    page: 'Sivu',
    date: 'Päivämäärä',
    reference: 'Asianumero',
    client: 'Asianosainen',
    decision: 'Päätös',
    made: (number: string, day: string) => `${number}, tehty ${day}`,
    demandedOn: 'Vaatimus saatu',
    outcome: 'Ratkaisu',
    refused: 'Vaatimuksesi päätöksen korjaamisesta hylätään. Päätös on voimassa sellaisena kuin se tehtiin.',
    demand: 'Mitä vaadit',
    reasons: 'Perustelut',
    appeal: 'Muutoksenhaku',
    barred: (by: string, toldBy: string) =>
      `Tähän päätökseen ei saa hakea muutosta. Kielto perustuu säännökseen: ${by}. Siitä ilmoitetaan säännöksen ${toldBy} mukaan.\n\nKielto ei koske alkuperäistä päätöstä: siihen voit vaatia oikaisua sen omien ohjeiden mukaan ja niiden määräajassa.`,
    more: 'Lisätietoja',
    provisions: 'Sovelletut säännökset',
    decidedBy: 'Päätöksen tekijä',
    delegation: (basis: string) => `Päätösvalta: ${basis.replace(/\.$/u, '')}.`,
    confirmed: (day: string) =>
      `Päätöksen tekijä on vahvistanut päätöksen sähköisesti ${day}. Laki ei vaadi päätökseen allekirjoitusta.`,
    phone: (phone: string) => `puh. ${phone}`,
  },
  sv: {
    translation: 'Översättning',
    ofOriginal: 'Originalbeslutet är på finska, och det gäller.',
    title: (number: string) => `Avslag på krav på rättelse: beslut ${number}`,
    page: 'Sida',
    date: 'Datum',
    reference: 'Ärendenummer',
    client: 'Part',
    decision: 'Beslut',
    made: (number: string, day: string) => `${number}, fattat ${day}`,
    demandedOn: 'Kravet mottaget',
    outcome: 'Avgörande',
    refused: 'Ditt krav på rättelse av beslutet avslås. Beslutet gäller sådant som det fattades.',
    demand: 'Vad du kräver',
    reasons: 'Motivering',
    appeal: 'Ändringssökande',
    barred: (by: string, toldBy: string) =>
      `Detta beslut får inte överklagas. Förbudet grundar sig på bestämmelsen: ${by}. Det meddelas enligt ${toldBy}.\n\nFörbudet gäller inte det ursprungliga beslutet: omprövning av det kan du begära enligt dess egna anvisningar och inom deras tid.`,
    more: 'Mer information',
    provisions: 'Tillämpade bestämmelser',
    decidedBy: 'Beslutsfattare',
    delegation: (basis: string) => `Beslutanderätt: ${basis.replace(/\.$/u, '')}.`,
    confirmed: (day: string) =>
      `Beslutsfattaren har bekräftat beslutet elektroniskt ${day}. Lagen kräver ingen underskrift i beslutet.`,
    phone: (phone: string) => `tfn ${phone}`,
  },
  en: {
    translation: 'Translation',
    ofOriginal:
      'Unofficial. The original decision is in Finnish, and it is the one that holds. What officials wrote stands as they wrote it.',
    title: (number: string) => `Refusal to correct: decision ${number}`,
    page: 'Page',
    date: 'Date',
    reference: 'Case number',
    client: 'Party',
    decision: 'Decision',
    made: (number: string, day: string) => `${number}, made ${day}`,
    demandedOn: 'Demand received',
    outcome: 'Outcome',
    refused: 'Your demand to correct the decision is refused. The decision holds as it was made.',
    demand: 'What you demand',
    reasons: 'Reasons',
    appeal: 'Appeal',
    barred: (by: string, toldBy: string) =>
      `No appeal may be made against this decision, by the provision: ${by}. It is told by ${toldBy}.\n\nThis is not about the original decision: you may ask for its rectification by its own instructions and in their time.`,
    more: 'More information',
    provisions: 'Provisions applied',
    decidedBy: 'Decided by',
    delegation: (basis: string) => `Power to decide: ${basis.replace(/\.$/u, '')}.`,
    confirmed: (day: string) =>
      `Whoever made the decision confirmed it electronically on ${day}. The law asks for no signature on it.`,
    phone: (phone: string) => `tel. ${phone}`,
  },
});

const easyLines = {
  heading: 'Tärkein asia selkokielellä',
  refused: 'Olet vaatinut, että päätös korjataan.',
  stands: 'Päätöstä ei korjata.\nSe on voimassa.',
  why: 'Tässä kirjeessä kerrotaan, miksi.',
  barred: 'Tästä kirjeestä ei voi valittaa.',
  ask: (name: string, phone: string) => `${name} auttaa sinua.\nPuhelinnumero on ${phone}.`,
};

interface RefusalPaper extends PaperHead {
  readonly title: string;
  readonly parties: readonly Labelled[];
  readonly easy: { readonly heading: string; readonly lines: readonly string[] } | null;
  readonly outcome: PaperSection;
  readonly sections: readonly PaperSection[];
  readonly provisions: { readonly heading: string; readonly items: readonly string[] };
  readonly signer: {
    readonly label: string;
    readonly name: string;
    readonly post: string;
    readonly notes: readonly string[];
  };
}

/** The refusal of a demand to correct, in the words of its language: it tells by what an appeal is barred, and how not to read that. */
export function refusalPaper(
  language: ReadingLanguage,
  { authority, client, decidedBy, number }: Pick<LetterFacts, 'authority' | 'client' | 'decidedBy' | 'number'>,
  refusal: Pick<Refusal, 'number' | 'demandedOn' | 'demand' | 'refusedOn' | 'reasons' | 'delegation'> & {
    readonly decidedOn: Day;
    readonly isTranslated: boolean;
    /** Who acts for the client, in a copy that goes to them. */
    readonly recipient: string | null;
  },
  address: LetterAddress,
  law: {
    readonly bar: { readonly by: string; readonly toldBy: string };
    readonly provisions: readonly string[];
  },
): RefusalPaper {
  const say = pick(letterTexts, language);
  const spoken = (on: Day) => formatDay(on, language);
  const town = [authority.postalCode, authority.postOffice].filter(Boolean).join(' ');
  const lines = [authority.unit, authority.street, town].filter((line): line is string => !!line);
  const phone = decidedBy.phone ?? authority.phone;
  const reach = [decidedBy.name, phone && say.phone(unbroken(phone)), decidedBy.email ?? authority.email];
  const help = phone ? [easyLines.ask(decidedBy.name, unbroken(phone))] : [];
  const easy = [easyLines.refused, easyLines.stands, easyLines.why, easyLines.barred, ...help];
  return {
    title: say.title(refusal.number),
    sender: { name: authority.name, lines },
    recipient: { lines: addressee(refusal.recipient ?? client.name, address) },
    facts: [
      { label: say.date, value: spoken(refusal.refusedOn) },
      { label: say.reference, value: number },
      ...(refusal.isTranslated ? [{ label: say.translation, value: say.ofOriginal }] : []),
    ],
    footer: [authority.name, number],
    pageLabel: say.page,
    parties: [
      { label: say.client, value: client.name },
      { label: say.decision, value: say.made(refusal.number, spoken(refusal.decidedOn)) },
      { label: say.demandedOn, value: spoken(refusal.demandedOn) },
    ],
    easy: language === 'selko' ? { heading: easyLines.heading, lines: easyLinesOf(easy) } : null,
    outcome: { heading: say.outcome, text: say.refused },
    sections: [
      { heading: say.demand, text: refusal.demand },
      { heading: say.reasons, text: refusal.reasons },
      { heading: say.appeal, text: say.barred(law.bar.by, law.bar.toldBy) },
      { heading: say.more, text: reach.filter(Boolean).join(', ') },
    ],
    provisions: { heading: say.provisions, items: law.provisions },
    signer: {
      label: say.decidedBy,
      name: decidedBy.name,
      post: authority.name,
      notes: [say.delegation(refusal.delegation), say.confirmed(spoken(refusal.refusedOn))],
    },
  };
}
