import { weekdayOf } from '../../kernel/day.ts';
import {
  formatDay,
  formatMonth,
  formatNumber,
  monthName,
  pick,
  plainLanguage,
  texts,
  weekdayShort,
} from '../../kernel/language.ts';
import { type Cents, cents, formatEuro, sumCents } from '../../kernel/money.ts';
import { cite } from '../../law/provisions.ts';
import type { Refusals } from '../../server/act.ts';
import {
  addressee,
  easyLinesOf,
  type Labelled,
  type PaperHead,
  type PaperSection,
  unbroken,
} from '../../server/letters/paper.ts';
import { lineKindNames } from '../rate/words.ts';
import type { CompensationStatement, StatementLine } from './words.ts';

export const statementTexts = texts({
  fi: {
    title: (month: string) => `Korvaukset: ${month}`,
    page: 'Sivu',
    date: 'Päivämäärä',
    reference: 'Kuukausi',
    month: 'Kuukausi',
    compensations: 'Korvaukset päivittäin',
    charges: 'Maksut päivittäin',
    none: 'Tältä kuukaudelta ei ole korvauksia.',
    day: 'Päivä',
    what: 'Mistä',
    rate: 'Peruste',
    amount: 'Euroa',
    sum: 'Yhteensä',
    perDay: (euro: string, rule: string) => `${euro} päivältä, ${rule}`,
    correction: (day: string) => `Oikaisu ${day} laskettuun`,
    earned: 'Korvauksia',
    charged: 'Maksuja',
    toPay: 'Sinulle maksetaan',
    balance: 'Erotus',
    unsettled: 'Maksupäivää ei ole vielä vahvistettu.',
    billed: 'Maksut eivät pienennä korvausta. Niistä tulee oma lasku.',
    more: 'Jos päivä tai summa on mielestäsi väärin',
    moreText: (reach: string) =>
      `Kerro siitä meille, niin tarkistamme sen. Virhe korjataan omana rivinään.\n\n${reach}`,
    earlier: 'Maksettu aiemmin',
    difference: 'Erotus aiempaan',
    law: 'Mihin tämä perustuu',
    object: (body: string | null) =>
      `Jos olet eri mieltä oikaisun jälkeen, pyydä asiasta kirjallinen päätös. Päätökseen saa vaatia oikaisua 30 päivän kuluessa siitä, kun olet saanut sen.${body === null ? '' : ` Vaatimuksen käsittelee ${body}.`}`,
    reduced: 'Jos maksu vaarantaa toimeentulosi, pyydä, että se jätetään perimättä tai sitä alennetaan.',
    phone: (phone: string) => `puh. ${phone}`,
    unsigned: 'Erittely on tehty sähköisesti kirjatuista tiedoista. Siinä ei ole allekirjoitusta.',
  },
  sv: {
    title: (month: string) => `Ersättningar: ${month}`,
    page: 'Sida',
    date: 'Datum',
    reference: 'Månad',
    month: 'Månad',
    compensations: 'Ersättningar per dag',
    charges: 'Avgifter per dag',
    none: 'Det finns inga ersättningar för denna månad.',
    day: 'Dag',
    what: 'För vad',
    rate: 'Grund',
    amount: 'Euro',
    sum: 'Sammanlagt',
    perDay: (euro: string, rule: string) => `${euro} per dag, ${rule}`,
    correction: (day: string) => `Rättelse till det som räknats ${day}`,
    earned: 'Ersättningar',
    charged: 'Avgifter',
    toPay: 'Betalas till dig',
    balance: 'Saldo',
    unsettled: 'Betalningsdagen är ännu inte fastställd.',
    billed: 'Avgifterna minskar inte ersättningen. De kommer på en egen faktura.',
    more: 'Om du anser att en dag eller summa är fel',
    moreText: (reach: string) => `Meddela oss, så kontrollerar vi saken. Ett fel rättas på en egen rad.\n\n${reach}`,
    earlier: 'Betalat tidigare',
    difference: 'Skillnad till det tidigare',
    law: 'Vad detta grundar sig på',
    object: (body: string | null) =>
      `Om du efter rättelsen är av annan åsikt, be om ett skriftligt beslut i saken. Omprövning av beslutet får begäras inom 30 dagar från att du har fått det.${body === null ? '' : ` Begäran behandlas av ${body}.`}`,
    reduced: 'Om avgiften äventyrar din utkomst, be att den inte tas ut eller att den sänks.',
    phone: (phone: string) => `tfn ${phone}`,
    unsigned: 'Specifikationen har gjorts elektroniskt av det som antecknats. Den har ingen underskrift.',
  },
  en: {
    title: (month: string) => `Compensation: ${month}`,
    page: 'Page',
    date: 'Date',
    reference: 'Month',
    month: 'Month',
    compensations: 'Compensation day by day',
    charges: 'Charges day by day',
    none: 'There is no compensation for this month.',
    day: 'Day',
    what: 'For what',
    rate: 'Basis',
    amount: 'Euro',
    sum: 'Total',
    perDay: (euro: string, rule: string) => `${euro} a day, ${rule}`,
    correction: (day: string) => `Correction of what was counted on ${day}`,
    earned: 'Compensation',
    charged: 'Charges',
    toPay: 'You are paid',
    balance: 'Balance',
    unsettled: 'The payment day is not yet confirmed.',
    billed: 'The charges do not reduce the compensation. They come on a bill of their own.',
    more: 'If you think that a day or a sum is wrong',
    moreText: (reach: string) =>
      `Tell us and we will check it. A mistake is corrected on a line of its own.\n\n${reach}`,
    earlier: 'Paid before',
    difference: 'Difference',
    law: 'What this rests on',
    object: (body: string | null) =>
      `If you still disagree after the correction, ask for a written decision. Rectification of it may be requested within 30 days of receiving it.${body === null ? '' : ` The request is handled by ${body}.`}`,
    reduced: 'If the charge endangers your livelihood, ask for it to be waived or reduced.',
    phone: (phone: string) => `tel. ${phone}`,
    unsigned: 'The statement was made electronically from what is recorded. It has no signature.',
  },
});

/** The summary that a client reads who wants easy Finnish. */
const easyStatement = {
  heading: 'Tärkein asia selkokielellä',
  what: (month: string, year: string) => `Tämä kirje kertoo, paljonko rahaa saat ${month}lta ${year}.`,
  days: (days: number) => (days === 1 ? 'Sait korvausta 1 päivältä.' : `Sait korvausta ${days} päivältä.`),
  money: (euro: string) => `Saat rahaa yhteensä ${euro}.`,
  none: 'Tältä kuukaudelta et saa rahaa.',
  billed: (euro: string) => `Ruoka maksaa sinulle yhteensä ${euro}.\nSaat siitä oman laskun.`,
  list: 'Tarkka lista päivistä on tämän laatikon alla.',
  ask: (name: string, phone: string) => `Onko jokin väärin?\n${name} auttaa sinua.\nPuhelinnumero on ${phone}.`,
};

interface StatementTable {
  readonly heading: string;
  readonly lines: readonly {
    readonly day: string;
    readonly what: string;
    readonly note: string | null;
    readonly rate: string;
    readonly amount: string;
  }[];
  readonly sum: string;
}

export interface StatementPaper extends PaperHead {
  readonly title: string;
  readonly unsigned: string;
  readonly easy: { readonly heading: string; readonly lines: readonly string[] } | null;
  readonly summary: { readonly rows: readonly Labelled[]; readonly total: Labelled; readonly notes: readonly string[] };
  readonly columns: readonly [day: string, what: string, rate: string, amount: string];
  readonly sumLabel: string;
  readonly tables: readonly StatementTable[];
  readonly none: string | null;
  readonly more: PaperSection;
  /** The organiser's own decisions on rates, and the statutes. */
  readonly law: { readonly heading: string; readonly items: readonly string[] };
}

/** Puts a month's statement into the words of its language; every sum is that of the lines shown. */
export function statementPaper(statement: CompensationStatement): StatementPaper {
  const say = pick(statementTexts, statement.language);
  const { organiser, contact, compensations, charges } = statement;
  const reach = [contact.name, say.phone(unbroken(contact.phone)), contact.email].filter((part) => part !== null);
  return {
    title: say.title(formatMonth(statement.month, statement.language)),
    sender: { name: organiser.name, lines: [...(organiser.unit ? [organiser.unit] : []), ...organiser.address] },
    recipient: { lines: addressee(statement.client.name, statement.address) },
    facts: [
      { label: say.date, value: formatDay(statement.madeOn, statement.language) },
      { label: say.month, value: formatMonth(statement.month, statement.language) },
      { label: say.reference, value: statement.reference },
    ],
    footer: [organiser.name, statement.reference],
    pageLabel: say.page,
    unsigned: say.unsigned,
    easy: statement.language === 'selko' ? easySummary(statement) : null,
    summary: summary(statement),
    columns: [say.day, say.what, say.rate, say.amount],
    sumLabel: say.sum,
    tables: [
      ...(compensations.length > 0 ? [table(say.compensations, compensations, statement)] : []),
      ...(charges.length > 0 ? [table(say.charges, charges, statement)] : []),
    ],
    none: compensations.length === 0 ? say.none : null,
    more: {
      heading: say.more,
      text: [
        say.moreText(reach.join(', ')),
        say.object(statement.body),
        ...(charges.length > 0 ? [say.reduced] : []),
      ].join('\n\n'),
    },
    law: { heading: say.law, items: basesOf(statement) },
  };
}

/** On what the lines rest: each own decision on a rate, then each statute, once. */
function basesOf({ compensations, charges, provisions, language }: CompensationStatement): string[] {
  const rules = [...compensations, ...charges].map(({ rule }) => rule);
  return [...new Set([...rules, ...provisions.map((id) => cite(id, plainLanguage(language)))])];
}

function total(lines: readonly StatementLine[]): Cents {
  return sumCents(lines.map(({ amount }) => amount));
}

function summary(statement: CompensationStatement): StatementPaper['summary'] {
  const { language, compensations, charges } = statement;
  const paid = total(compensations);
  const say = pick(statementTexts, language);
  const rows: Labelled[] = [{ label: say.earned, value: formatEuro(total(compensations), language) }];
  if (statement.earlier !== null)
    rows.push(
      { label: say.earlier, value: formatEuro(statement.earlier, language) },
      { label: say.difference, value: formatEuro(cents(paid - statement.earlier), language) },
    );
  if (charges.length > 0) rows.push({ label: say.charged, value: formatEuro(total(charges), language) });
  return {
    rows,
    total: { label: paid < 0 ? say.balance : say.toPay, value: formatEuro(paid, language) },
    notes: [...(charges.length > 0 ? [say.billed] : []), say.unsettled],
  };
}

function table(heading: string, lines: readonly StatementLine[], { language }: CompensationStatement): StatementTable {
  const say = pick(statementTexts, language);
  return {
    heading,
    lines: lines.map((line) => ({
      day: `${weekdayShort(weekdayOf(line.day), language)} ${formatDay(line.day, language)}`,
      what: line.place ? `${line.kind}, ${line.place}` : line.kind,
      note: line.corrects && say.correction(formatDay(line.corrects, language)),
      rate: say.perDay(formatEuro(line.rate, language), line.rule),
      amount: formatEuro(line.amount, language),
    })),
    sum: formatEuro(total(lines), language),
  };
}

function easySummary(statement: CompensationStatement): StatementPaper['easy'] {
  const say = easyStatement;
  const { month, compensations, charges, contact } = statement;
  const byDay = Map.groupBy(compensations, (line) => line.day);
  const days = [...byDay.values()].filter((lines) => total(lines) > 0).length;
  const owed = total(compensations);
  const lines = [say.what(monthName(Number(month.slice(5)), 'fi'), month.slice(0, 4))];
  if (days > 0) lines.push(say.days(days));
  if (charges.length > 0) lines.push(say.billed(formatEuro(total(charges), 'fi')));
  lines.push(owed > 0 ? say.money(formatEuro(owed, 'fi')) : say.none);
  if (compensations.length > 0) lines.push(say.list);
  return { heading: say.heading, lines: easyLinesOf([...lines, say.ask(contact.name, unbroken(contact.phone))]) };
}

export const compensationTexts = texts({
  fi: {
    compensations: 'Korvaukset',
    kinds: lineKindNames.fi,
    toRates: 'Korvausperusteet',
    toMonths: 'Kaikki kuukaudet',
    state: 'Tila',
    closedAt: 'Suljettu',
    noMonths: 'Läsnäoloja ei ole vielä merkitty.',
    notMarked: (n: number) => (n === 1 ? '1 läsnäolopäivä merkitsemättä' : `${n} läsnäolopäivää merkitsemättä`),
    allMarked: 'Kaikki läsnäolopäivät merkitty',
    notMarkedHelp: 'Merkitsemättömältä päivältä ei synny korvausta. Pyydä ryhmiä merkitsemään ne ensin:',
    others: (n: number) => `ja ${n} muuta`,
    notMarkedAsk: (days: string) => `${days}. Jos ne merkitään myöhemmin, ne kirjataan oikaisuriveinä.`,
    undecided: 'Päivät ilman päätöstä',
    undecidedCount: (days: number, clients: number) =>
      `${days === 1 ? '1 päivä' : `${formatNumber(days, 'fi')} päivää`}, ${clients === 1 ? '1 asiakas' : `${clients} asiakasta`}`,
    undecidedHelp:
      'Asiakas oli palvelussa päivänä, jolle ei ole voimassa olevaa päätöstä. Pyydä ratkaisijaa selvittämään ennen maksua.',
    undecidedWhy: 'Päätös',
    undecidedWhys: { over: 'Ei ollut voimassa', never: 'Ei ole kirjattu' },
    undecidedDays: 'Päivät',
    showUndecided: 'Näytä asiakkaat',
    service: 'Palvelu',
    notOverHelp: 'Kuukauden voi sulkea, kun se on päättynyt.',
    closedByAll: 'Näet omien palvelutehtäviesi korvaukset. Kuukauden sulkee se, jonka tehtävä kattaa ne kaikki.',
    byClient: 'Asiakkaittain',
    byEmployer: 'Työnantajien osuudet',
    kind: 'Laji',
    find: 'Hae nimellä',
    days: (n: number) => (n === 1 ? '1 päivä' : `${n} päivää`),
    clients: (n: number) => (n === 1 ? '1 asiakas' : `${n} asiakasta`),
    openAll: 'Näytä kaikki rivit',
    closeAll: 'Piilota rivit',
    noHits: 'Hakuehdoilla ei ole rivejä.',
    print: 'Tulosta',
    reversed: 'Peruutetaan',
    written: 'Kirjataan',
    pdfOf: (name: string) => `Tuloste, ${name}`,
    months: 'Kuukaudet',
    month: 'Kuukausi',
    states: { closed: 'Suljettu', open: 'Avoin', running: 'Kesken' },
    lines: (n: number) => (n === 1 ? '1 rivi' : `${n} riviä`),
    lineCount: 'Rivejä',
    toClients: 'Asiakkaille',
    fromClients: 'Asiakkailta',
    fromEmployers: 'Työnantajilta',
    close: 'Sulje kuukausi',
    closeAsk: (month: string) =>
      `Suljetaanko ${month}? Rivit kirjataan lopullisesti. Myöhemmät muutokset kirjataan oikaisuriveinä.`,
    closed: (month: string, lines: number) => `${month} suljettu, ${lines} riviä`,
    corrections: 'Oikaisut sulkemisen jälkeen',
    correctionsWait: (n: number) => (n === 1 ? '1 oikaisurivi' : `${n} oikaisuriviä`),
    correctionsHelp:
      'Läsnäoloa, maksajaa tai matkaa on muutettu kuukauden sulkemisen jälkeen. Vanha rivi peruutetaan ja oikea kirjataan sen jälkeen.',
    noCorrections: 'Läsnäoloja ei ole muutettu sulkemisen jälkeen.',
    corrected: 'Oikaistu sulkemisen jälkeen',
    correctedOn: (when: string) => `Oikaistu ${when}`,
    correctedWith: (month: string) => `Maksetaan kuukauden ${month} mukana`,
    closeWhole: 'Suljetaan koko kuukausi, hakuehdoista riippumatta:',
    settle: 'Kirjaa oikaisut',
    settled: (n: number) => `${n} oikaisuriviä kirjattu`,
    reversing: 'Peruva rivi',
    balance: 'Yhteensä',
    rate: 'Peruste',
    rule: 'Sääntö',
    client: 'Asiakas',
    day: 'Päivä',
    what: 'Mistä',
    amount: 'Euroa',
    employer: 'Työnantaja',
    closedBy: (name: string, when: string) => `${name} ${when}`,
    nothing: 'Tältä kuukaudelta ei ole rivejä.',
  },
  sv: {
    compensations: 'Ersättningar',
    kinds: lineKindNames.sv,
    toRates: 'Ersättningsgrunder',
    toMonths: 'Alla månader',
    state: 'Läge',
    closedAt: 'Stängd',
    noMonths: 'Ingen närvaro har antecknats ännu.',
    notMarked: (n: number) => (n === 1 ? '1 närvarodag inte antecknad' : `${n} närvarodagar inte antecknade`),
    allMarked: 'Alla närvarodagar antecknade',
    notMarkedHelp: 'En dag som inte har antecknats ger ingen ersättning. Be grupperna anteckna dem först:',
    others: (n: number) => `och ${n} andra`,
    notMarkedAsk: (days: string) => `${days}. Om de antecknas senare skrivs de som rättelserader.`,
    undecided: 'Dagar utan beslut',
    undecidedCount: (days, clients) =>
      `${days === 1 ? '1 dag' : `${formatNumber(days, 'sv')} dagar`}, ${clients === 1 ? '1 klient' : `${clients} klienter`}`,
    undecidedHelp:
      'Klienten deltog en dag för vilken inget beslut gäller. Be den som beslutar att reda ut det före betalningen.',
    undecidedWhy: 'Beslut',
    undecidedWhys: { over: 'Gällde inte', never: 'Har inte antecknats' },
    undecidedDays: 'Dagar',
    showUndecided: 'Visa klienterna',
    service: 'Service',
    notOverHelp: 'Månaden kan stängas när den är slut.',
    closedByAll: 'Du ser ersättningarna i dina serviceuppgifter. Månaden stängs av den vars uppgift omfattar alla.',
    byClient: 'Per klient',
    byEmployer: 'Arbetsgivarnas andelar',
    kind: 'Slag',
    find: 'Sök med namn',
    days: (n: number) => (n === 1 ? '1 dag' : `${n} dagar`),
    clients: (n: number) => (n === 1 ? '1 klient' : `${n} klienter`),
    openAll: 'Visa alla rader',
    closeAll: 'Göm raderna',
    noHits: 'Inga rader med dessa villkor.',
    print: 'Skriv ut',
    reversed: 'Återförs',
    written: 'Skrivs',
    pdfOf: (name: string) => `Utskrift, ${name}`,
    months: 'Månader',
    month: 'Månad',
    states: { closed: 'Stängd', open: 'Öppen', running: 'Pågår' },
    lines: (n: number) => (n === 1 ? '1 rad' : `${n} rader`),
    lineCount: 'Rader',
    toClients: 'Till klienter',
    fromClients: 'Från klienter',
    fromEmployers: 'Från arbetsgivare',
    close: 'Stäng månaden',
    closeAsk: (month: string) =>
      `Ska ${month} stängas? Raderna skrivs slutgiltigt. Senare ändringar skrivs som rättelserader.`,
    closed: (month: string, lines: number) => `${month} stängd, ${lines} rader`,
    corrections: 'Rättelser efter stängningen',
    correctionsWait: (n: number) => (n === 1 ? '1 rättelserad' : `${n} rättelserader`),
    correctionsHelp:
      'Närvaron, betalaren eller resan har ändrats efter att månaden stängdes. Den gamla raden återförs och den rätta skrivs efter den.',
    noCorrections: 'Närvaron har inte ändrats efter stängningen.',
    corrected: 'Rättat efter stängningen',
    correctedOn: (when: string) => `Rättat ${when}`,
    correctedWith: (month: string) => `Betalas med ${month}`,
    closeWhole: 'Hela månaden stängs, oberoende av sökvillkoren:',
    settle: 'Skriv rättelserna',
    settled: (n: number) => `${n} rättelserader skrevs`,
    reversing: 'Återförande rad',
    balance: 'Sammanlagt',
    rate: 'Grund',
    rule: 'Regel',
    client: 'Klient',
    day: 'Dag',
    what: 'För vad',
    amount: 'Euro',
    employer: 'Arbetsgivare',
    closedBy: (name: string, when: string) => `${name} ${when}`,
    nothing: 'Det finns inga rader för denna månad.',
  },
  en: {
    compensations: 'Compensation',
    kinds: lineKindNames.en,
    toRates: 'Rates',
    toMonths: 'All months',
    state: 'State',
    closedAt: 'Closed',
    noMonths: 'No attendance has been marked yet.',
    notMarked: (n: number) => (n === 1 ? '1 attendance day not marked' : `${n} attendance days not marked`),
    allMarked: 'All attendance days marked',
    notMarkedHelp: 'A day that is not marked earns nothing. Ask the groups to mark them first:',
    others: (n: number) => `and ${n} others`,
    notMarkedAsk: (days: string) => `${days}. If they are marked later, they become correcting lines.`,
    undecided: 'Days without a decision',
    undecidedCount: (days, clients) =>
      `${days === 1 ? '1 day' : `${formatNumber(days, 'en')} days`}, ${clients === 1 ? '1 client' : `${clients} clients`}`,
    undecidedHelp:
      'The client took part on a day for which no decision is in force. Ask who decides to settle it before paying.',
    undecidedWhy: 'Decision',
    undecidedWhys: { over: 'Was not in force', never: 'None recorded' },
    undecidedDays: 'Days',
    showUndecided: 'Show the clients',
    service: 'Service',
    notOverHelp: 'The month can be closed when it is over.',
    closedByAll: 'You see the compensation of your service tasks. A month is closed by a post that has all of them.',
    byClient: 'By client',
    byEmployer: 'Employers’ shares',
    kind: 'Kind',
    find: 'Find by name',
    days: (n: number) => (n === 1 ? '1 day' : `${n} days`),
    clients: (n: number) => (n === 1 ? '1 client' : `${n} clients`),
    openAll: 'Show all lines',
    closeAll: 'Hide the lines',
    noHits: 'No lines match.',
    print: 'Print',
    reversed: 'Reversed',
    written: 'Written',
    pdfOf: (name: string) => `Print, ${name}`,
    months: 'Months',
    month: 'Month',
    states: { closed: 'Closed', open: 'Open', running: 'Running' },
    lines: (n: number) => (n === 1 ? '1 line' : `${n} lines`),
    lineCount: 'Lines',
    toClients: 'To clients',
    fromClients: 'From clients',
    fromEmployers: 'From employers',
    close: 'Close the month',
    closeAsk: (month: string) =>
      `Close ${month}? Its lines are written for good. Later changes become correcting lines.`,
    closed: (month: string, lines: number) => `${month} closed, ${lines} lines`,
    corrections: 'Corrections after closing',
    correctionsWait: (n: number) => (n === 1 ? '1 line to correct' : `${n} lines to correct`),
    correctionsHelp:
      'Attendance, the payer or the way was changed after the month was closed. The old line is reversed and the right one written after it.',
    noCorrections: 'No attendance was changed after closing.',
    corrected: 'Corrected after closing',
    correctedOn: (when: string) => `Corrected ${when}`,
    correctedWith: (month: string) => `Paid with ${month}`,
    closeWhole: 'The whole month is closed, whatever it is narrowed by:',
    settle: 'Write the corrections',
    settled: (n: number) => `${n} correcting lines written`,
    reversing: 'Reversing line',
    balance: 'Total',
    rate: 'Rate',
    rule: 'Rule',
    client: 'Client',
    day: 'Day',
    what: 'What for',
    amount: 'Euro',
    employer: 'Employer',
    closedBy: (name: string, when: string) => `${name} ${when}`,
    nothing: 'There are no lines for this month.',
  },
});

export const compensationRefusals = {
  'not-over': {
    fi: 'Kuukausi ei ole vielä päättynyt',
    sv: 'Månaden är inte slut ännu',
    en: 'The month is not over yet',
  },
  'already-closed': {
    status: 409,
    fi: 'Kuukausi on jo suljettu',
    sv: 'Månaden är redan stängd',
    en: 'The month is closed already',
  },
  'not-closed': {
    status: 409,
    fi: 'Kuukautta ei ole suljettu',
    sv: 'Månaden är inte stängd',
    en: 'The month is not closed',
  },
  'earlier-open': {
    status: 409,
    fi: 'Aiempi kuukausi on vielä avoin. Sulje se ensin.',
    sv: 'En tidigare månad är ännu öppen. Stäng den först.',
    en: 'An earlier month is still open. Close it first.',
  },
  'other-tasks': {
    status: 409,
    fi: 'Kuukausi suljetaan kaikkien palvelutehtävien osalta kerralla. Tehtäväsi ei kata niitä kaikkia.',
    sv: 'Månaden stängs för alla serviceuppgifter på en gång. Din uppgift omfattar inte alla.',
    en: 'A month is closed for all service tasks at once. Your post does not have all of them.',
  },
  'no-such-client': {
    status: 404,
    fi: 'Asiakasta ei löytynyt',
    sv: 'Klienten hittades inte',
    en: 'The client was not found',
  },
} as const satisfies Refusals;
