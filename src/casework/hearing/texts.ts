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
import { notCompetent } from '../succession/words.ts';
import type { Hearing, HearingHead } from './words.ts';

export const hearingTexts = texts({
  fi: {
    title: 'Kuuleminen',
    hear: 'Pyydä kuulemista',
    help: 'Ennen kielteistä ratkaisua asiakkaalle kerrotaan, mitä aiotaan päättää ja miksi, ja hän saa vastata siihen.',
    about: 'Mitä aiotaan päättää ja mihin seikkoihin pyydetään selitystä',
    respondByOn: 'Vastattava viimeistään',
    way: 'Miten pyyntö annetaan asiakkaalle',
    asked: 'Kuulemispyyntö tehty.',
    askedNext: 'Tulosta kirje ja anna se asiakkaalle.',
    letter: 'Kuulemiskirje (PDF)',
    record: 'Kirjaa vastaus',
    recorded: 'Vastaus kirjattu.',
    answeredOn: 'Vastaus saatu',
    answer: 'Mitä asiakas vastasi',
    takeBack: 'Ota kuulemispyyntö takaisin',
    takeBackHelp:
      'Pyyntö ja siihen kirjattu vastaus poistuvat asian vaiheista. Ne jäävät luettaviksi asiakkaan korjauksiin.',
    takenBack: 'Kuulemispyyntö otettu takaisin.',
    correctRequest: 'Korjaa kuulemispyyntöä',
    correctHelp:
      'Mitä asiakkaalta kysyttiin, pysyy niin kuin se lähti. Tulosta kirje uudelleen, jos määräpäivä muuttuu.',
    sentOn: 'Annettu asiakkaalle tai lähetetty',
    correctAnswer: 'Korjaa vastausta',
    takeBackAnswer: 'Ota vastaus takaisin',
    takeBackAnswerHelp: 'Vastaus poistuu, ja kuulemispyyntö odottaa vastausta määräpäivään saakka.',
    answerTakenBack: 'Vastaus otettu takaisin.',
    corrected: 'Korjattu.',
    why: 'Miksi',
    waits: (day: string) => `Vastausta odotetaan ${day} saakka`,
    answered: (day: string) => `Vastattu ${day}`,
    passed: (day: string) => `Ei vastausta, aika päättyi ${day}`,
    heard: {
      'not-heard': 'Asiakasta ei ole kuultu.',
      open: 'Kuuleminen on kesken.',
      heard: 'Asiakasta on kuultu.',
    },
  },
  sv: {
    title: 'Hörande',
    hear: 'Be klienten yttra sig',
    help: 'Före ett negativt avgörande får klienten veta vad som är avsett och varför, och får svara på det.',
    about: 'Vad som är avsett och vilka omständigheter det bes en förklaring till',
    respondByOn: 'Svar senast',
    way: 'Hur begäran ges till klienten',
    asked: 'Begäran om yttrande har gjorts.',
    askedNext: 'Skriv ut brevet och ge det till klienten.',
    letter: 'Brev om hörande (PDF)',
    record: 'Anteckna svaret',
    recorded: 'Svaret har antecknats.',
    answeredOn: 'Svaret mottaget',
    answer: 'Vad klienten svarade',
    takeBack: 'Ta tillbaka begäran om yttrande',
    takeBackHelp: 'Begäran och svaret på den försvinner ur ärendets skeden. De kan läsas bland klientens rättelser.',
    takenBack: 'Begäran om yttrande har tagits tillbaka.',
    correctRequest: 'Rätta begäran om yttrande',
    correctHelp:
      'Vad klienten tillfrågades om står kvar som det sändes. Skriv ut brevet på nytt om tidsfristen ändras.',
    sentOn: 'Gavs till klienten eller sändes',
    correctAnswer: 'Rätta svaret',
    takeBackAnswer: 'Ta tillbaka svaret',
    takeBackAnswerHelp: 'Svaret försvinner, och begäran väntar på svar till tidsfristen.',
    answerTakenBack: 'Svaret har tagits tillbaka.',
    corrected: 'Rättat.',
    why: 'Varför',
    waits: (day: string) => `Svar väntas till och med ${day}`,
    answered: (day: string) => `Besvarat ${day}`,
    passed: (day: string) => `Inget svar, tiden gick ut ${day}`,
    heard: {
      'not-heard': 'Klienten har inte hörts.',
      open: 'Hörandet pågår.',
      heard: 'Klienten har hörts.',
    },
  },
  en: {
    title: 'Hearing',
    hear: 'Ask the client to be heard',
    help: 'Before a decision against them the client is told what is intended and why, and may answer.',
    about: 'What is intended, and which facts an explanation is asked of',
    respondByOn: 'Answer by',
    way: 'How the request is given to the client',
    asked: 'Request to be heard made.',
    askedNext: 'Print the letter and give it to the client.',
    letter: 'Letter of hearing (PDF)',
    record: 'Record the answer',
    recorded: 'Answer recorded.',
    answeredOn: 'Answer received',
    answer: 'What the client answered',
    takeBack: 'Take back the request to be heard',
    takeBackHelp:
      'The request and its answer leave the steps of the matter. They stay readable among the client’s corrections.',
    takenBack: 'Request to be heard taken back.',
    correctRequest: 'Correct the request to be heard',
    correctHelp: 'What the client was asked stays as it was sent. Print the letter again if the deadline changes.',
    sentOn: 'Given to the client or sent',
    correctAnswer: 'Correct the answer',
    takeBackAnswer: 'Take back the answer',
    takeBackAnswerHelp: 'The answer goes, and the request waits for an answer until the deadline.',
    answerTakenBack: 'The answer has been taken back.',
    corrected: 'Corrected.',
    why: 'Why',
    waits: (day: string) => `An answer is waited for until ${day}`,
    answered: (day: string) => `Answered ${day}`,
    passed: (day: string) => `No answer, the time ended ${day}`,
    heard: {
      'not-heard': 'The client has not been heard.',
      open: 'The hearing is open.',
      heard: 'The client has been heard.',
    },
  },
});

export const hearingRefusals = {
  'not-competent': notCompetent,
  ...servingRefusals,
  'no-such-hearing': {
    status: 404,
    fi: 'Kuulemista ei löytynyt',
    sv: 'Hörandet hittades inte',
    en: 'The hearing was not found',
  },
  'no-such-matter': {
    status: 404,
    fi: 'Hakemusta ei löytynyt',
    sv: 'Ansökan hittades inte',
    en: 'The referral was not found',
  },
  'matter-ended': {
    status: 409,
    fi: 'Hakemus on peruutettu',
    sv: 'Ansökan är återtagen',
    en: 'The application has been withdrawn',
  },
  'already-decided': {
    status: 409,
    fi: 'Asia on jo ratkaistu',
    sv: 'Ärendet är redan avgjort',
    en: 'The matter has been decided already',
  },
  'decision-stands-on-hearing': {
    status: 409,
    fi: 'Päätös nojaa kuulemiseen. Poista päätös ensin.',
    sv: 'Beslutet grundar sig på hörandet. Undanröj beslutet först.',
    en: 'The decision stands on the hearing. Annul the decision first.',
  },
  'heard-already': {
    status: 409,
    fi: 'Asiakkaalta odotetaan jo vastausta kuulemiseen',
    sv: 'Klientens svar på hörandet väntas redan',
    en: 'An answer of the client to a hearing is waited for already',
  },
  'too-little-time': {
    fi: 'Kirje ehtii perille ja asiakas vastaamaan vasta myöhemmin',
    sv: 'Brevet hinner inte fram och klienten inte svara före det',
    en: 'The letter would not have come, and the client could not answer, by then',
  },
  'asked-in-future': {
    fi: 'Pyyntö ei voi olla annettu tulevaisuudessa',
    sv: 'Begäran kan inte ha getts i framtiden',
    en: 'The request cannot have been given in the future',
  },
  'asked-before-received': {
    fi: 'Pyyntö ei voi olla ennen kuin asia tuli vireille',
    sv: 'Begäran kan inte vara före ärendet blev anhängigt',
    en: 'The request cannot be from before the matter became pending',
  },
  'not-answered': {
    status: 409,
    fi: 'Vastausta ei ole kirjattu',
    sv: 'Inget svar har antecknats',
    en: 'No answer is recorded',
  },
  'answered-already': {
    status: 409,
    fi: 'Vastaus on jo kirjattu',
    sv: 'Svaret har redan antecknats',
    en: 'The answer has been recorded already',
  },
  'answered-in-future': {
    fi: 'Vastauspäivä ei voi olla tulevaisuudessa',
    sv: 'Svarsdagen kan inte vara i framtiden',
    en: 'The day of the answer cannot be in the future',
  },
  'answered-before-asked': {
    fi: 'Vastaus ei voi tulla ennen pyyntöä',
    sv: 'Svaret kan inte komma före begäran',
    en: 'An answer cannot come before the request',
  },
} as const satisfies Refusals;

const letterTexts = texts({
  fi: {
    translation: 'Käännös',
    ofOriginal: 'Alkuperäinen kirje on suomeksi.',
    title: (service: string) => `Kuuleminen: ${service}`,
    page: 'Sivu',
    date: 'Päivämäärä',
    reference: 'Asianumero',
    client: 'Asianosainen',
    pending: 'Vireillä',
    respondBy: 'Vastaa viimeistään',
    about: 'Mitä aiotaan päättää',
    purpose: 'Miksi saat tämän kirjeen',
    purposeText: (day: string) =>
      `Sinulla on oikeus kertoa mielipiteesi ja selittää asioita ennen kuin asiasi ratkaistaan. Asia ratkaistaan, vaikka et vastaisi. Vastaa viimeistään ${day}.`,
    how: 'Miten voit vastata',
    howText: (reach: string) =>
      `Voit vastata kirjeellä, sähköisesti tai puhelimessa, ja voit pyytää, että saat vastata suullisesti. Voit pyytää nähtäväksesi asiakirjat, joihin ratkaisu aiotaan perustaa. Vastaus ja pyynnöt: ${reach}.`,
    provisions: 'Säännökset',
    asker: 'Asian valmistelija',
    phone: (phone: string) => `puh. ${phone}`,
    unsigned: 'Pyyntö on tehty sähköisesti. Se ei vaadi allekirjoitusta.',
  },
  sv: {
    translation: 'Översättning',
    ofOriginal: 'Originalbrevet är på finska.',
    title: (service: string) => `Hörande: ${service}`,
    page: 'Sida',
    date: 'Datum',
    reference: 'Ärendenummer',
    client: 'Part',
    pending: 'Anhängigt',
    respondBy: 'Svara senast',
    about: 'Vad som är avsett',
    purpose: 'Varför du får detta brev',
    purposeText: (day: string) =>
      `Du har rätt att säga din mening och ge en förklaring innan ditt ärende avgörs. Ärendet avgörs även om du inte svarar. Svara senast ${day}.`,
    how: 'Så kan du svara',
    howText: (reach: string) =>
      `Du kan svara per brev, elektroniskt eller per telefon, och du kan be att få svara muntligen. Du kan be att få se de handlingar som avgörandet ska grunda sig på. Svar och förfrågningar: ${reach}.`,
    provisions: 'Bestämmelser',
    asker: 'Ärendet bereds av',
    phone: (phone: string) => `tfn ${phone}`,
    unsigned: 'Begäran har gjorts elektroniskt. Den kräver ingen underskrift.',
  },
  en: {
    translation: 'Translation',
    ofOriginal: 'Unofficial. The original letter is in Finnish. What officials wrote stands as they wrote it.',
    title: (service: string) => `Hearing: ${service}`,
    page: 'Page',
    date: 'Date',
    reference: 'Case number',
    client: 'Party',
    pending: 'Pending since',
    respondBy: 'Answer by',
    about: 'What is intended',
    purpose: 'Why you get this letter',
    purposeText: (day: string) =>
      `You have the right to say what you think and to explain before your matter is decided. It is decided even if you do not answer. Answer by ${day}.`,
    how: 'How you can answer',
    howText: (reach: string) =>
      `You can answer by letter, electronically or by telephone, and you can ask to answer in speech. You can ask to see the documents on which the decision would rest. Answers and requests: ${reach}.`,
    provisions: 'Provisions',
    asker: 'Prepared by',
    phone: (phone: string) => `tel. ${phone}`,
    unsigned: 'The request was made electronically. It needs no signature.',
  },
});

const easyLines = {
  heading: 'Tärkein asia selkokielellä',
  intended: 'Olet hakenut palvelua.\nTyöntekijä aikoo tehdä kielteisen päätöksen.',
  why: 'Tässä kirjeessä kerrotaan, miksi.',
  answer: (day: string) => `Voit kertoa, mitä mieltä olet.\nVastaa viimeistään ${day}.`,
  silent: 'Päätös tehdään, vaikka et vastaa.',
  ask: (name: string, phone: string) => `${name} auttaa sinua.\nPuhelinnumero on ${phone}.`,
  help: 'Voit pyytää apua läheiseltäsi.',
};

interface HearingPaper extends PaperHead {
  readonly title: string;
  readonly parties: readonly Labelled[];
  readonly easy: { readonly heading: string; readonly lines: readonly string[] } | null;
  readonly sections: readonly PaperSection[];
  readonly provisions: { readonly heading: string; readonly items: readonly string[] };
  readonly signer: {
    readonly label: string;
    readonly name: string;
    readonly post: string;
    readonly notes: readonly string[];
  };
}

/** The request to be heard, in the words of its language. */
export function hearingPaper(
  language: ReadingLanguage,
  head: HearingHead,
  hearing: Hearing,
  to: {
    /** The client, or who acts for the client in a copy that goes to them. */
    readonly recipient: string;
    readonly address: LetterAddress;
    /** It goes beside an original in another language. */
    readonly isTranslated: boolean;
  },
  provisions: readonly string[],
): HearingPaper {
  const say = pick(letterTexts, language);
  const spoken = (on: Day) => formatDay(on, language);
  const service = head.service.charAt(0).toLowerCase() + head.service.slice(1);
  const phone = head.askerPhone ?? head.phone;
  const town = [head.postalCode, head.postOffice].filter(Boolean).join(' ');
  const postal = [head.street, town].filter((line): line is string => !!line);
  const reach = [head.authority, ...postal, phone && say.phone(unbroken(phone)), head.askerEmail ?? head.email];
  const until = spoken(hearing.respondByOn);
  return {
    title: say.title(service),
    sender: { name: head.authority, lines: [head.office, ...postal].filter((line): line is string => !!line) },
    recipient: { lines: addressee(to.recipient, to.address) },
    facts: [
      { label: say.date, value: spoken(hearing.askedOn) },
      { label: say.reference, value: head.number },
      { label: say.respondBy, value: until },
      ...(to.isTranslated ? [{ label: say.translation, value: say.ofOriginal }] : []),
    ],
    footer: [head.authority, head.number],
    pageLabel: say.page,
    parties: [
      { label: say.client, value: head.client },
      { label: say.pending, value: spoken(head.receivedOn) },
    ],
    easy:
      language === 'selko'
        ? {
            heading: easyLines.heading,
            lines: easyLinesOf([
              easyLines.intended,
              easyLines.why,
              easyLines.answer(until),
              easyLines.silent,
              ...(phone ? [easyLines.ask(head.asker, unbroken(phone))] : []),
              easyLines.help,
            ]),
          }
        : null,
    sections: [
      { heading: say.purpose, text: say.purposeText(until) },
      { heading: say.about, text: hearing.about },
      { heading: say.how, text: say.howText(reach.filter(Boolean).join(', ')) },
    ],
    provisions: { heading: say.provisions, items: provisions },
    signer: { label: say.asker, name: head.asker, post: head.authority, notes: [say.unsigned] },
  };
}
