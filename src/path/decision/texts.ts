import type { Day } from '../../kernel/day.ts';
import { formatDay, pick, texts } from '../../kernel/language.ts';
import { lastDay } from '../../kernel/range.ts';
import { addressee, type Labelled, type PaperHead, type PaperSection, unbroken } from '../../platform/letters/paper.ts';
import type { DecisionLetter, LetterAppeal } from './words.ts';

export const letterTexts = texts({
  fi: {
    title: (matter: string) => `Päätös: ${matter}`,
    heading: 'Päätös',
    page: 'Sivu',
    date: 'Päivämäärä',
    reference: 'Asianumero',
    secret: 'Salassa pidettävä',
    served: 'Tiedoksianto',
    delivery: { post: 'Kirjeenä postitse', electronic: 'Sähköisesti', 'in-person': 'Luovutetaan henkilökohtaisesti' },
    client: 'Asianosainen',
    born: (name: string, day: string) => `${name}, s. ${day}`,
    matter: 'Asia',
    pending: 'Vireillä',
    outcome: 'Ratkaisu',
    granted: (matter: string) => `Sinulle myönnetään palvelu: ${matter}.`,
    denied: (matter: string) => `Sinulle ei myönnetä palvelua: ${matter}.`,
    from: 'Alkaa',
    until: 'Päättyy',
    openEnded: 'Voimassa toistaiseksi',
    amount: 'Määrä',
    place: 'Paikka',
    provider: 'Tuottaja',
    charge: 'Asiakasmaksu',
    reasons: 'Perustelut',
    provisions: 'Sovelletut säännökset',
    beginning: 'Näin palvelu alkaa',
    agreed: (day: string, place: string) => `Palvelu alkaa ${day}. Paikka on ${place}.`,
    call: (by: string) => `${by} ottaa sinuun yhteyttä ja sopii kanssasi, miten palvelu alkaa.`,
    again: 'Voit hakea palvelua uudelleen, jos tilanteesi muuttuu.',
    more: 'Lisätietoja päätöksestä',
    decidedBy: 'Päätöksen tekijä',
    phone: (phone: string) => `puh. ${phone}`,
    barred: 'Muutoksenhaku',
    barredBy: (provision: string) =>
      `Tähän päätökseen ei saa hakea muutosta. Kielto perustuu säännökseen: ${provision}.`,
    rectification: {
      heading: 'Oikaisuvaatimusohje',
      whoHeading: 'Kenelle vaatimus tehdään',
      who: (authority: string) =>
        `Jos et hyväksy päätöstä, voit vaatia siihen oikaisua. Oikaisua vaaditaan kirjallisesti. Vaatimuksen käsittelee ${authority}.\n\nPäätöksestä ei voi valittaa tuomioistuimeen ennen kuin oikaisuvaatimus on käsitelty.`,
      timeHeading: 'Milloin vaatimus on tehtävä',
      time: (days: number) =>
        `Oikaisuvaatimus on tehtävä ${days} päivän kuluessa siitä päivästä, jona sait päätöksen tiedoksi. Tiedoksisaantipäivää ei lasketa mukaan. Jollei muuta näytetä, olet saanut päätöksen tiedoksi`,
      byPost: (nth: number) => `${nth}. päivänä siitä, kun kirje lähetettiin`,
      byElectronic: (nth: number) => `${nth}. päivänä siitä, kun sähköinen viesti lähetettiin`,
      byHand: 'sinä päivänä, jona päätös luovutettiin sinulle tai joka on merkitty saantitodistukseen.',
      lastDay:
        'Jos määräajan viimeinen päivä on pyhäpäivä, itsenäisyyspäivä, vapunpäivä, jouluaatto, juhannusaatto tai lauantai, vaatimuksen voi tehdä vielä seuraavana arkipäivänä.',
      contentHeading: 'Mitä vaatimukseen kirjoitetaan',
      content:
        '- päätös, johon vaadit oikaisua\n- millaista oikaisua vaadit\n- millä perusteilla vaadit oikaisua\n- nimesi, postiosoitteesi ja puhelinnumerosi. Jos laillinen edustajasi tai asiamiehesi tekee vaatimuksen, myös hänen yhteystietonsa.',
      attachments:
        'Liitä mukaan tämä päätös tai sen jäljennös ja ne asiakirjat, joihin vetoat. Asiamies liittää mukaan valtakirjan. Allekirjoita vaatimus. Sähköistä vaatimusta ei tarvitse allekirjoittaa, jos siitä näkyy, kuka sen lähetti.',
      whereHeading: 'Minne ja miten vaatimus toimitetaan',
      arrives:
        'Vaatimuksen on oltava perillä määräajan viimeisenä päivänä ennen aukioloajan päättymistä. Voit tuoda sen itse, lähettää sen postitse tai sähköisesti tai antaa lähetin vietäväksi. Lähetät sen omalla vastuullasi.',
      postal: 'Postiosoite',
      visiting: 'Käyntiosoite',
      email: 'Sähköposti',
      hours: 'Aukioloaika',
      handling: 'Oikaisuvaatimus käsitellään kiireellisenä.',
      provisions: 'Säännökset',
    },
  },
  sv: {
    title: (matter: string) => `Beslut: ${matter}`,
    heading: 'Beslut',
    page: 'Sida',
    date: 'Datum',
    reference: 'Ärendenummer',
    secret: 'Sekretessbelagt',
    served: 'Delgivning',
    delivery: { post: 'Per brev', electronic: 'Elektroniskt', 'in-person': 'Överlämnas personligen' },
    client: 'Part',
    born: (name: string, day: string) => `${name}, f. ${day}`,
    matter: 'Ärende',
    pending: 'Anhängigt',
    outcome: 'Avgörande',
    granted: (matter: string) => `Du beviljas tjänsten: ${matter}.`,
    denied: (matter: string) => `Du beviljas inte tjänsten: ${matter}.`,
    from: 'Börjar',
    until: 'Upphör',
    openEnded: 'Gäller tills vidare',
    amount: 'Omfattning',
    place: 'Plats',
    provider: 'Producent',
    charge: 'Klientavgift',
    reasons: 'Motivering',
    provisions: 'Tillämpade bestämmelser',
    beginning: 'Så börjar tjänsten',
    agreed: (day: string, place: string) => `Tjänsten börjar ${day}. Platsen är ${place}.`,
    call: (by: string) => `${by} kontaktar dig och kommer överens med dig om hur tjänsten börjar.`,
    again: 'Du kan ansöka om tjänsten på nytt om din situation förändras.',
    more: 'Mer information om beslutet',
    decidedBy: 'Beslutsfattare',
    phone: (phone: string) => `tfn ${phone}`,
    barred: 'Ändringssökande',
    barredBy: (provision: string) =>
      `Ändring i detta beslut får inte sökas. Förbudet grundar sig på bestämmelsen: ${provision}.`,
    rectification: {
      heading: 'Anvisning för begäran om omprövning',
      whoHeading: 'Till vem begäran riktas',
      who: (authority: string) =>
        `Om du inte godkänner beslutet kan du begära omprövning. Begäran görs skriftligt. Den behandlas av ${authority}.\n\nBeslutet kan inte överklagas hos domstol innan begäran om omprövning har behandlats.`,
      timeHeading: 'När begäran ska göras',
      time: (days: number) =>
        `Begäran om omprövning ska göras inom ${days} dagar från den dag då du fick del av beslutet. Dagen för delfåendet räknas inte med. Om inte något annat visas har du fått del av beslutet`,
      byPost: (nth: number) => `den ${nth}:e dagen efter att brevet sändes`,
      byElectronic: (nth: number) => `den ${nth}:e dagen efter att det elektroniska meddelandet sändes`,
      byHand: 'den dag då beslutet överlämnades till dig eller som har antecknats i mottagningsbeviset.',
      lastDay:
        'Om den sista dagen är en helgdag, självständighetsdagen, första maj, julafton, midsommarafton eller en lördag kan begäran göras ännu följande vardag.',
      contentHeading: 'Vad som skrivs i begäran',
      content:
        '- det beslut som du vill få omprövat\n- hurdan omprövning du begär\n- på vilka grunder du begär omprövning\n- ditt namn, din postadress och ditt telefonnummer. Om din lagliga företrädare eller ditt ombud gör begäran, även hens kontaktuppgifter.',
      attachments:
        'Bifoga detta beslut eller en kopia av det och de handlingar som du åberopar. Ett ombud bifogar en fullmakt. Underteckna begäran. En elektronisk begäran behöver inte undertecknas om det framgår vem som har sänt den.',
      whereHeading: 'Vart och hur begäran lämnas',
      arrives:
        'Begäran ska vara framme den sista dagen innan öppettiden upphör. Du kan lämna in den själv, sända den per post eller elektroniskt eller skicka den med bud. Du sänder den på eget ansvar.',
      postal: 'Postadress',
      visiting: 'Besöksadress',
      email: 'E-post',
      hours: 'Öppettid',
      handling: 'Begäran om omprövning behandlas skyndsamt.',
      provisions: 'Bestämmelser',
    },
  },
  en: {
    title: (matter: string) => `Decision: ${matter}`,
    heading: 'Decision',
    page: 'Page',
    date: 'Date',
    reference: 'Case number',
    secret: 'Confidential',
    served: 'Service',
    delivery: { post: 'By letter post', electronic: 'Electronically', 'in-person': 'Handed over in person' },
    client: 'Party',
    born: (name: string, day: string) => `${name}, born ${day}`,
    matter: 'Matter',
    pending: 'Pending since',
    outcome: 'Outcome',
    granted: (matter: string) => `You are granted the service: ${matter}.`,
    denied: (matter: string) => `You are not granted the service: ${matter}.`,
    from: 'Begins',
    until: 'Ends',
    openEnded: 'Until further notice',
    amount: 'Amount',
    place: 'Place',
    provider: 'Provider',
    charge: 'Client charge',
    reasons: 'Reasons',
    provisions: 'Provisions applied',
    beginning: 'How the service begins',
    agreed: (day: string, place: string) => `The service begins on ${day}. The place is ${place}.`,
    call: (by: string) => `${by} will contact you and agree with you how the service begins.`,
    again: 'You may apply again if your situation changes.',
    more: 'More about this decision',
    decidedBy: 'Decided by',
    phone: (phone: string) => `tel. ${phone}`,
    barred: 'Appeal',
    barredBy: (provision: string) => `No appeal may be made against this decision, by the provision: ${provision}.`,
    rectification: {
      heading: 'Instructions for requesting rectification',
      whoHeading: 'Whom to ask',
      who: (authority: string) =>
        `If you do not accept the decision, you may request its rectification. The request is made in writing. It is handled by ${authority}.\n\nThe decision cannot be appealed to a court before the request has been handled.`,
      timeHeading: 'When to ask',
      time: (days: number) =>
        `The request must be made within ${days} days of the day on which you were served with the decision. That day itself does not count. Unless shown otherwise, you were served`,
      byPost: (nth: number) => `on day ${nth} after the letter was sent`,
      byElectronic: (nth: number) => `on day ${nth} after the electronic message was sent`,
      byHand: 'on the day on which the decision was handed to you or which the receipt shows.',
      lastDay:
        'If the last day is a holiday, Independence Day, the first of May, Christmas Eve, Midsummer Eve or a Saturday, the request may still be made on the next working day.',
      contentHeading: 'What to write',
      content:
        '- the decision whose rectification you request\n- what rectification you request\n- on what grounds\n- your name, postal address and telephone number. If a legal representative or an agent makes the request, their contact details too.',
      attachments:
        'Enclose this decision or a copy of it, and the documents that you refer to. An agent encloses a power of attorney. Sign the request. An electronic request needs no signature if it shows who sent it.',
      whereHeading: 'Where and how to deliver the request',
      arrives:
        'The request must arrive on the last day before closing time. You may bring it yourself, send it by post or electronically, or have it delivered. You send it at your own risk.',
      postal: 'Postal address',
      visiting: 'Visiting address',
      email: 'E-mail',
      hours: 'Opening hours',
      handling: 'The request is handled without delay.',
      provisions: 'Provisions',
    },
  },
});

/** The summary that a client reads who wants easy Finnish. */
const easyLetter = {
  heading: 'Tärkein asia selkokielellä',
  granted: (matter: string) => `Saat palvelun. Palvelun nimi on: ${matter}.`,
  denied: (matter: string) => `Et saa palvelua. Palvelun nimi on: ${matter}.`,
  from: (day: string) => `Palvelu alkaa ${day}.`,
  until: (day: string) => `Palvelu loppuu ${day}.`,
  openEnded: 'Palvelu jatkuu toistaiseksi. Se tarkoittaa, että viimeistä päivää ei ole päätetty.',
  why: 'Tässä kirjeessä kerrotaan, miksi päätös on tällainen.',
  ask: (name: string, phone: string) => `Jos sinulla on kysyttävää, soita. ${name} auttaa. Puhelinnumero on ${phone}.`,
  disagree: (days: number) =>
    `Jos olet eri mieltä, voit pyytää, että päätös tutkitaan uudelleen. Sinulla on ${days} päivää aikaa. Ohje on kirjeen lopussa.`,
  help: 'Voit pyytää apua läheiseltäsi tai työntekijältä.',
};

/** A decision letter in words, as its template takes it. */
export interface DecisionPaper extends PaperHead {
  readonly title: string;
  readonly heading: string;
  readonly matter: string;
  readonly parties: readonly Labelled[];
  readonly easy: { readonly heading: string; readonly lines: readonly string[] } | null;
  readonly outcome: { readonly heading: string; readonly statement: string; readonly rows: readonly Labelled[] };
  readonly sections: readonly PaperSection[];
  readonly provisions: { readonly heading: string; readonly items: readonly string[] };
  readonly closing: readonly PaperSection[];
  readonly signer: { readonly label: string; readonly name: string; readonly post: string };
  readonly rectification: {
    readonly heading: string;
    readonly sections: readonly PaperSection[];
    readonly where: PaperSection;
    readonly rows: readonly Labelled[];
    readonly note: string;
  } | null;
}

/** Puts a decision letter into the words of its language. */
export function decisionPaper(letter: DecisionLetter): DecisionPaper {
  const say = pick(letterTexts, letter.language);
  const { authority, contact, outcome } = letter;
  const spoken = (d: Day) => formatDay(d, letter.language);
  const client = letter.client.bornOn ? say.born(letter.client.name, spoken(letter.client.bornOn)) : letter.client.name;
  const granted = outcome.kind === 'granted';
  const reach = [contact.name, contact.post, say.phone(unbroken(contact.phone)), contact.email].filter(
    (part) => part !== null,
  );
  const more = granted ? reach.join(', ') : `${reach.join(', ')}\n\n${say.again}`;
  const closing = [{ heading: say.more, text: more }];
  if (letter.appeal.kind === 'barred')
    closing.push({ heading: say.barred, text: say.barredBy(letter.appeal.provision) });
  return {
    title: say.title(letter.matter),
    heading: say.heading,
    matter: letter.matter,
    sender: { name: authority.name, lines: [...(authority.unit ? [authority.unit] : []), ...authority.address] },
    recipient: { lines: addressee(letter.client.name, letter.address) },
    facts: [
      { label: say.date, value: spoken(letter.decidedOn) },
      { label: say.reference, value: letter.reference },
      { label: say.served, value: say.delivery[letter.delivery] },
      ...(letter.secretBy ? [{ label: say.secret, value: letter.secretBy }] : []),
    ],
    footer: [authority.name, letter.reference],
    pageLabel: say.page,
    parties: [
      { label: say.client, value: client },
      { label: say.pending, value: spoken(letter.pendingOn) },
    ],
    easy: letter.language === 'selko' ? easySummary(letter) : null,
    outcome: {
      heading: say.outcome,
      statement: granted ? say.granted(letter.matter) : say.denied(letter.matter),
      rows: grantedRows(letter),
    },
    sections: [{ heading: say.reasons, text: letter.reasons }, ...beginningSection(letter)],
    provisions: { heading: say.provisions, items: letter.provisions },
    closing,
    signer: { label: say.decidedBy, name: letter.decidedBy.name, post: letter.decidedBy.post },
    rectification: letter.appeal.kind === 'rectification' ? rectificationPage(letter, letter.appeal) : null,
  };
}

function grantedRows({ language, outcome }: DecisionLetter): Labelled[] {
  if (outcome.kind === 'denied') return [];
  const say = pick(letterTexts, language);
  const last = lastDay(outcome.during);
  const rows: readonly (readonly [string, string | null])[] = [
    [say.from, formatDay(outcome.during.from, language)],
    [say.until, last === null ? say.openEnded : formatDay(last, language)],
    [say.amount, outcome.amount],
    [say.place, outcome.place],
    [say.provider, outcome.provider],
    [say.charge, outcome.charge],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function beginningSection({ language, outcome, beginning }: DecisionLetter): PaperSection[] {
  const say = pick(letterTexts, language);
  if (outcome.kind === 'denied') return [];
  if (beginning === null) return [];
  const text =
    beginning.kind === 'agreed'
      ? say.agreed(formatDay(beginning.on, language), beginning.place)
      : say.call(beginning.by);
  return [{ heading: say.beginning, text }];
}

function easySummary({ language, matter, outcome, contact, appeal }: DecisionLetter): DecisionPaper['easy'] {
  const say = easyLetter;
  const lines: string[] = [];
  if (outcome.kind === 'granted') {
    const last = lastDay(outcome.during);
    lines.push(say.granted(matter), say.from(formatDay(outcome.during.from, language)));
    lines.push(last === null ? say.openEnded : say.until(formatDay(last, language)));
  } else lines.push(say.denied(matter), say.why);
  lines.push(say.ask(contact.name, unbroken(contact.phone)));
  if (appeal.kind === 'rectification') lines.push(say.disagree(appeal.days));
  return { heading: say.heading, lines: [...lines, say.help] };
}

/** Administrative Procedure Act, instructions for rectification: whom, when and from what day, what to write, where. */
function rectificationPage(
  { language }: DecisionLetter,
  appeal: LetterAppeal & { kind: 'rectification' },
): DecisionPaper['rectification'] {
  const say = pick(letterTexts, language).rectification;
  const served = [say.byPost(appeal.presumedOnDay.post), say.byElectronic(appeal.presumedOnDay.electronic), say.byHand];
  return {
    heading: say.heading,
    sections: [
      { heading: say.whoHeading, text: say.who(appeal.authority) },
      {
        heading: say.timeHeading,
        text: `${say.time(appeal.days)}\n${served.map((one) => `- ${one}`).join('\n')}\n\n${say.lastDay}`,
      },
      { heading: say.contentHeading, text: `${say.content}\n\n${say.attachments}` },
    ],
    where: { heading: say.whereHeading, text: say.arrives },
    rows: [
      { label: say.postal, value: appeal.postalAddress.join(', ') },
      { label: say.visiting, value: appeal.visitingAddress },
      { label: say.email, value: appeal.email },
      { label: say.hours, value: appeal.openingHours },
    ],
    note: `${say.handling} ${say.provisions}: ${appeal.provisions.join('; ')}.`,
  };
}
