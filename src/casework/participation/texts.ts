import { weekdayOf } from '../../kernel/day.ts';
import { formatDay, formatMonth, monthName, pick, plainLanguage, texts, weekdayShort } from '../../kernel/language.ts';
import { formatEuro } from '../../kernel/money.ts';
import { activityAllowanceProvisionOn } from '../../law/act-2001-189.ts';
import { benefitWhenAbsent, costCompensation, upkeepCompensation } from '../../law/act-2002-1290.ts';
import { versionOn } from '../../law/provision.ts';
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
import { absenceReasonNames } from '../attendance/words.ts';
import { benefitNames } from '../client/words.ts';
import { type BenefitWhenAbsent, type ParticipationSlip, type Payer, payerNames } from './words.ts';

export const participationTexts = texts({
  fi: {
    payers: payerNames.fi,
    title: 'Kuntouttavan työtoiminnan päivät maksajittain',
    help: 'Kulukorvauksen maksaa työttömyysetuuden maksaja: ne päivät asiakas ilmoittaa itse, eikä niistä makseta täältä. Järjestäjä maksaa toimintarahan niille, jotka elävät toimeentulotuella.',
    payer: 'Maksaja',
    clients: 'Asiakkaita',
    days: 'Päiviä',
    reported: 'Ilmoitetut päivät',
    name: 'Asiakas',
    slip: 'Päivät PDF',
    slipOf: (name: string) => `Osallistumispäivät PDF, ${name}`,
    questions: 'Kuka maksaa?',
    questionsHelp:
      'Näillä asiakkailla ei ole kirjattua etuutta. Päivistä ei makseta, ennen kuin maksaja on selvitetty.',
    questionCount: (n: number) => (n === 1 ? '1 asiakkaan maksaja puuttuu' : `${n} asiakkaan maksaja puuttuu`),
    answer: 'Kirjaa etuus',
    answerOf: (name: string) => `Kirjaa etuus, ${name}`,
    answered: (name: string) => `Etuus kirjattu: ${name}`,
    benefit: 'Millä etuudella asiakas elää',
    benefits: benefitNames.fi,
    during: 'Voimassa',
    showClients: (n: number) => `Näytä asiakkaat (${n})`,
    none: 'Kuukaudessa ei ole kuntouttavan työtoiminnan päiviä.',
    claim: 'Valtion korvaus',
    claimHelp:
      'Valtio korvaa järjestäjälle osallistumispäivät jälkikäteen. Päiviä, jotka ylittävät lain enimmäismäärän 12 kuukaudessa, ei haeta: laki laskee kaikki paikat ja järjestäjät yhteen.',
    claimed: 'Haettava korvaus',
    over: 'Yli lain määrän',
    overCount: (n: number) =>
      n === 1
        ? '1 päivä ylittää lain enimmäismäärän eikä ole mukana'
        : `${n} päivää ylittää lain enimmäismäärän eikä ole mukana`,
    daysClaimed: 'Haettavat päivät',
    daysOver: 'Päivät yli lain määrän',
    together: 'Yhteensä',
    claimFile: 'Luettelo CSV',
    outlook: 'Lain enimmäismäärä',
    outlookHelp: (most: number) =>
      `Kuntouttavaan työtoimintaan saa osallistua enintään ${most} päivänä 12 kuukauden aikana. Kaikki paikat ja järjestäjät lasketaan yhteen.`,
    taken: (days: number, since: string) =>
      days === 1 ? `1 päivä (${since} alkaen)` : `${days} päivää (${since} alkaen)`,
    takenLabel: 'Käytetty',
    leftLabel: 'Jäljellä tänään',
    left: (days: number) => (days === 1 ? '1 päivä' : `${days} päivää`),
    steward: (items: readonly number[], provision: string) =>
      `Ilmoita ennen aloitusta pääluottamusmiehelle paikassa, jossa toimintaan osallistutaan: asiakkaan nimi ja suunnitelman kohdat ${items[0]}–${items.at(-1)}, ei muuta. ${cite(provision, 'fi')}.`,
    rhythmFrom: 'Jos uusi jakso alkaa',
    rhythms: 'Alla on jokaiselle viikkorytmille ensimmäinen päivä, joka olisi liikaa.',
    aWeek: (days: number) => (days === 1 ? '1 päivä viikossa' : `${days} päivää viikossa`),
    notBroken: 'Ei tule täyteen',
  },
  sv: {
    payers: payerNames.sv,
    title: 'Dagar i arbetsverksamhet i rehabiliteringssyfte enligt betalare',
    help: 'Kostnadsersättningen betalas av den som betalar arbetslöshetsförmånen: de dagarna anmäler klienten själv, och de betalas inte härifrån. Anordnaren betalar verksamhetspenning till dem som lever på utkomststöd.',
    payer: 'Betalare',
    clients: 'Klienter',
    days: 'Dagar',
    reported: 'Anmälda dagar',
    name: 'Klient',
    slip: 'Dagarna som PDF',
    slipOf: (name: string) => `Deltagardagarna som PDF, ${name}`,
    questions: 'Vem betalar?',
    questionsHelp: 'För dessa klienter är ingen förmån antecknad. Dagarna betalas inte förrän betalaren har utretts.',
    questionCount: (n: number) => (n === 1 ? 'Betalaren saknas för 1 klient' : `Betalaren saknas för ${n} klienter`),
    answer: 'Anteckna förmånen',
    answerOf: (name: string) => `Anteckna förmånen, ${name}`,
    answered: (name: string) => `Förmånen är antecknad: ${name}`,
    benefit: 'Vilken förmån klienten lever på',
    benefits: benefitNames.sv,
    during: 'I kraft',
    showClients: (n: number) => `Visa klienterna (${n})`,
    none: 'Det finns inga dagar i arbetsverksamhet i rehabiliteringssyfte denna månad.',
    claim: 'Statlig ersättning',
    claimHelp:
      'Staten ersätter anordnaren för deltagardagarna i efterhand. Dagar över lagens högsta antal under 12 månader söks inte: lagen räknar alla platser och anordnare tillsammans.',
    claimed: 'Ersättning att söka',
    over: 'Över lagens antal',
    overCount: (n: number) =>
      n === 1
        ? '1 dag överskrider lagens högsta antal och är inte med'
        : `${n} dagar överskrider lagens högsta antal och är inte med`,
    daysClaimed: 'Dagar att söka för',
    daysOver: 'Dagar över lagens antal',
    together: 'Sammanlagt',
    claimFile: 'Förteckning CSV',
    outlook: 'Lagens högsta antal',
    outlookHelp: (most: number) =>
      `I arbetsverksamhet i rehabiliteringssyfte får man delta högst ${most} dagar under 12 månader. Alla platser och anordnare räknas tillsammans.`,
    taken: (days: number, since: string) => (days === 1 ? `1 dag (från ${since})` : `${days} dagar (från ${since})`),
    takenLabel: 'Använda',
    leftLabel: 'Kvar i dag',
    left: (days: number) => (days === 1 ? '1 dag' : `${days} dagar`),
    steward: (items: readonly number[], provision: string) =>
      `Anmäl före start till huvudförtroendemannen på den plats där klienten deltar: klientens namn och punkterna ${items[0]}–${items.at(-1)} i planen, inget annat. ${cite(provision, 'sv')}.`,
    rhythmFrom: 'Om en ny period börjar',
    rhythms: 'Nedan står för varje takt den första dagen som vore för mycket.',
    aWeek: (days: number) => (days === 1 ? '1 dag i veckan' : `${days} dagar i veckan`),
    notBroken: 'Fylls inte',
  },
  en: {
    payers: payerNames.en,
    title: 'Days of rehabilitative work by payer',
    help: 'Cost compensation is paid by whoever pays the unemployment benefit: the client reports those days, and nothing is paid for them here. The organiser pays the activity allowance to those who live on social assistance.',
    payer: 'Payer',
    clients: 'Clients',
    days: 'Days',
    reported: 'Days reported',
    name: 'Client',
    slip: 'Days as PDF',
    slipOf: (name: string) => `Days of participation as PDF, ${name}`,
    questions: 'Who pays?',
    questionsHelp: 'No benefit is recorded for these clients. Nothing is paid for their days until the payer is known.',
    questionCount: (n: number) =>
      n === 1 ? 'The payer of 1 client is missing' : `The payer of ${n} clients is missing`,
    answer: 'Record the benefit',
    answerOf: (name: string) => `Record the benefit, ${name}`,
    answered: (name: string) => `Benefit recorded: ${name}`,
    benefit: 'The benefit on which the client lives',
    benefits: benefitNames.en,
    during: 'In force',
    showClients: (n: number) => `Show the clients (${n})`,
    none: 'The month has no days of rehabilitative work.',
    claim: 'State compensation',
    claimHelp:
      'The state compensates the organiser for days of participation afterwards. Days above the law’s most in 12 months are not claimed: the law counts all sites and organisers together.',
    claimed: 'Compensation to claim',
    over: 'Above the law’s most',
    overCount: (n: number) =>
      n === 1 ? '1 day is above the law’s most and is left out' : `${n} days are above the law’s most and are left out`,
    daysClaimed: 'Days claimed',
    daysOver: 'Days above the law’s most',
    together: 'Together',
    claimFile: 'List as CSV',
    outlook: 'The law’s most days',
    outlookHelp: (most: number) =>
      `One may take part in rehabilitative work on at most ${most} days in 12 months. All sites and organisers are counted together.`,
    taken: (days: number, since: string) => (days === 1 ? `1 day (since ${since})` : `${days} days (since ${since})`),
    takenLabel: 'Taken',
    leftLabel: 'Left today',
    left: (days: number) => (days === 1 ? '1 day' : `${days} days`),
    steward: (items: readonly number[], provision: string) =>
      `Tell the chief shop steward of the place before it begins: the client’s name and items ${items[0]}–${items.at(-1)} of the plan, nothing else. ${cite(provision, 'en')}.`,
    rhythmFrom: 'If a new period begins on',
    rhythms: 'Below stands, for each rhythm, the first day that would be too many.',
    aWeek: (days: number) => (days === 1 ? '1 day a week' : `${days} days a week`),
    notBroken: 'Never full',
  },
});

const slipTexts = texts({
  fi: {
    title: (month: string) => `Osallistumispäivät: ${month}`,
    page: 'Sivu',
    date: 'Päivämäärä',
    month: 'Kuukausi',
    service: 'Palvelu',
    serviceName: 'Kuntouttava työtoiminta',
    count: 'Osallistumispäiviä',
    pays: (payer: string) => `Maksaja: ${payer}`,
    daysAt: (days: number, euro: string | null) =>
      `${days === 1 ? '1 päivä' : `${days} päivää`}${euro ? `, ${euro} päivältä` : ''}`,
    payers: { ...payerNames.fi, organiser: 'Me (toimintaraha)' },
    report:
      'Kulukorvauksen maksaa työttömyysetuutesi maksaja. Ilmoita nämä päivät, kun täytät työttömyysajan ilmoituksen. Me emme maksa niistä.',
    ours: 'Toimintarahan maksamme me. Se näkyy kuukauden korvauslaskelmassa.',
    unknown:
      'Emme tiedä, millä etuudella elät. Ota meihin yhteyttä: korvausta ei makseta, ennen kuin maksaja on selvillä.',
    attended: 'Päivät, joina osallistuit',
    absent: 'Poissaolot',
    day: 'Päivä',
    where: 'Paikka',
    whoPays: 'Maksaja',
    why: 'Syy',
    benefit: 'Työttömyysetuus',
    benefits: {
      paid: 'Maksetaan',
      'not-paid': 'Ei makseta tältä päivältä',
      'payer-decides': 'Etuuden maksaja ratkaisee',
    },
    absentNote: 'Etuuden maksaja tekee päätöksen. Tämä kertoo, mitä laki sanoo poissaolosta.',
    more: 'Jos päivä on mielestäsi väärin',
    moreText: (reach: string) => `Kerro siitä meille, niin tarkistamme sen.\n\n${reach}`,
    law: 'Mihin tämä perustuu',
    phone: (phone: string) => `puh. ${phone}`,
    unsigned: 'Ilmoitus on tehty sähköisesti kirjatuista tiedoista. Siinä ei ole allekirjoitusta.',
  },
  sv: {
    title: (month: string) => `Deltagardagar: ${month}`,
    page: 'Sida',
    date: 'Datum',
    month: 'Månad',
    service: 'Service',
    serviceName: 'Arbetsverksamhet i rehabiliteringssyfte',
    count: 'Deltagardagar',
    pays: (payer: string) => `Betalare: ${payer}`,
    daysAt: (days: number, euro: string | null) =>
      `${days === 1 ? '1 dag' : `${days} dagar`}${euro ? `, ${euro} per dag` : ''}`,
    payers: { ...payerNames.sv, organiser: 'Vi (verksamhetspenning)' },
    report:
      'Kostnadsersättningen betalas av den som betalar din arbetslöshetsförmån. Anmäl dessa dagar när du fyller i anmälan om arbetslöshetstid. Vi betalar inte för dem.',
    ours: 'Verksamhetspenningen betalar vi. Den syns i månadens ersättningsuträkning.',
    unknown: 'Vi vet inte vilken förmån du lever på. Kontakta oss: ersättning betalas inte förrän betalaren är känd.',
    attended: 'Dagar då du deltog',
    absent: 'Frånvaro',
    day: 'Dag',
    where: 'Plats',
    whoPays: 'Betalare',
    why: 'Orsak',
    benefit: 'Arbetslöshetsförmån',
    benefits: {
      paid: 'Betalas',
      'not-paid': 'Betalas inte för denna dag',
      'payer-decides': 'Den som betalar förmånen avgör',
    },
    absentNote: 'Den som betalar förmånen fattar beslutet. Här står vad lagen säger om frånvaron.',
    more: 'Om du anser att en dag är fel',
    moreText: (reach: string) => `Meddela oss, så kontrollerar vi saken.\n\n${reach}`,
    law: 'Vad detta grundar sig på',
    phone: (phone: string) => `tfn ${phone}`,
    unsigned: 'Anmälan har gjorts elektroniskt av det som antecknats. Den har ingen underskrift.',
  },
  en: {
    title: (month: string) => `Days of participation: ${month}`,
    page: 'Page',
    date: 'Date',
    month: 'Month',
    service: 'Service',
    serviceName: 'Rehabilitative work activity',
    count: 'Days of participation',
    pays: (payer: string) => `Payer: ${payer}`,
    daysAt: (days: number, euro: string | null) =>
      `${days === 1 ? '1 day' : `${days} days`}${euro ? `, ${euro} a day` : ''}`,
    payers: { ...payerNames.en, organiser: 'We (activity allowance)' },
    report:
      'Cost compensation is paid by whoever pays your unemployment benefit. Report these days when you fill in the notice of your time of unemployment. We do not pay for them.',
    ours: 'We pay the activity allowance. It is on the month’s statement of compensation.',
    unknown: 'We do not know which benefit you live on. Contact us: nothing is paid until the payer is known.',
    attended: 'Days on which you took part',
    absent: 'Absences',
    day: 'Day',
    where: 'Place',
    whoPays: 'Payer',
    why: 'Reason',
    benefit: 'Unemployment benefit',
    benefits: {
      paid: 'Is paid',
      'not-paid': 'Is not paid for this day',
      'payer-decides': 'The payer of the benefit decides',
    },
    absentNote: 'The payer of the benefit decides. This tells what the law says of the absence.',
    more: 'If you think that a day is wrong',
    moreText: (reach: string) => `Tell us and we will check it.\n\n${reach}`,
    law: 'What this rests on',
    phone: (phone: string) => `tel. ${phone}`,
    unsigned: 'The slip was made electronically from what is recorded. It has no signature.',
  },
});

/** The summary that a client reads who wants easy Finnish. */
const easySlip = {
  heading: 'Tärkein asia selkokielellä',
  what: (month: string, year: string) => `Tämä kirje kertoo, minä päivinä olit mukana ${month}ssa ${year}.`,
  days: (days: number) => (days === 1 ? 'Olit mukana 1 päivänä.' : `Olit mukana ${days} päivänä.`),
  report: (payer: string) => `Sinun pitää ilmoittaa päivät.\nIlmoita ne tänne: ${payer}.\nSieltä saat rahan.`,
  ours: 'Me maksamme sinulle toimintarahan.',
  unknown: 'Emme tiedä, kuka maksaa sinulle.\nSoita meille.',
  ask: (name: string, phone: string) => `Onko jokin väärin?\n${name} auttaa sinua.\nPuhelinnumero on ${phone}.`,
};

interface SlipTable {
  readonly heading: string;
  readonly columns: readonly [day: string, what: string, pays: string];
  readonly lines: readonly { readonly day: string; readonly what: string; readonly pays: string }[];
}

export interface SlipPaper extends PaperHead {
  readonly title: string;
  readonly unsigned: string;
  readonly easy: { readonly heading: string; readonly lines: readonly string[] } | null;
  readonly summary: readonly Labelled[];
  readonly notes: readonly string[];
  readonly tables: readonly SlipTable[];
  readonly sections: readonly PaperSection[];
  readonly provisions: { readonly heading: string; readonly items: readonly string[] };
}

const isReported = (payer: Payer) => payer === 'kela' || payer === 'fund';

/** Puts a month's slip into the words of its language. */
export function slipPaper(slip: ParticipationSlip): SlipPaper {
  const { language, organiser, contact, days, absences } = slip;
  const say = pick(slipTexts, language);
  const reach = [contact.name, say.phone(unbroken(contact.phone)), contact.email].filter((part) => part !== null);
  const month = formatMonth(slip.month, language);
  const onDay = (on: ParticipationSlip['madeOn']) =>
    `${weekdayShort(weekdayOf(on), language)} ${formatDay(on, language)}`;
  const groups = [...Map.groupBy(days, ({ payer, amount }) => `${payer} ${amount ?? ''}`).values()];
  return {
    title: say.title(month),
    sender: { name: organiser.name, lines: [...(organiser.unit ? [organiser.unit] : []), ...organiser.address] },
    recipient: { lines: addressee(slip.client.name, slip.address) },
    facts: [
      { label: say.date, value: formatDay(slip.madeOn, language) },
      { label: say.month, value: month },
    ],
    footer: [organiser.name, month],
    pageLabel: say.page,
    unsigned: say.unsigned,
    easy: language === 'selko' ? easySummary(slip) : null,
    summary: [
      { label: say.service, value: say.serviceName },
      { label: say.count, value: String(days.length) },
      ...groups.map((own): Labelled => {
        const { payer, amount } = own[0] as ParticipationSlip['days'][number];
        const euro = amount === null ? null : formatEuro(amount, language);
        return { label: say.pays(say.payers[payer]), value: say.daysAt(own.length, euro) };
      }),
    ],
    notes: [
      ...(days.some(({ payer }) => isReported(payer)) ? [say.report] : []),
      ...(days.some(({ payer }) => payer === 'organiser') ? [say.ours] : []),
      ...(days.some(({ payer }) => payer === 'unknown') ? [say.unknown] : []),
    ],
    tables: [
      ...(days.length === 0
        ? []
        : [
            {
              heading: say.attended,
              columns: [say.day, say.where, say.whoPays] as const,
              lines: days.map(({ on, place, payer }) => ({ day: onDay(on), what: place, pays: say.payers[payer] })),
            },
          ]),
      ...(absences.length === 0
        ? []
        : [
            {
              heading: say.absent,
              columns: [say.day, say.why, say.benefit] as const,
              lines: absences.map(({ on, reason, benefit }) => ({
                day: onDay(on),
                what: pick(absenceReasonNames, language)[reason],
                pays: (say.benefits satisfies Record<BenefitWhenAbsent, string>)[benefit],
              })),
            },
          ]),
    ],
    sections: [
      { heading: say.more, text: say.moreText(reach.join(', ')) },
      ...(absences.length > 0 ? [{ heading: say.absent, text: say.absentNote }] : []),
    ],
    provisions: { heading: say.law, items: provisionsOf(slip).map((id) => cite(id, plainLanguage(language))) },
  };
}

/** The provisions by which the days of the slip are paid, and the absences judged, each once. */
function provisionsOf({ days, absences }: ParticipationSlip): string[] {
  const ofDays = days.flatMap(({ payer, on }) => {
    if (payer === 'organiser') return [activityAllowanceProvisionOn(on).id];
    if (!isReported(payer)) return [];
    return [versionOn(costCompensation, on) ? costCompensation.id : upkeepCompensation.id];
  });
  const ofAbsences = absences.flatMap(({ on }) => (versionOn(benefitWhenAbsent, on) ? [benefitWhenAbsent.id] : []));
  return [...new Set([...ofDays, ...ofAbsences])];
}

function easySummary({ month, days, contact }: ParticipationSlip): SlipPaper['easy'] {
  const say = easySlip;
  const reported = days.find(({ payer }) => isReported(payer));
  return {
    heading: say.heading,
    lines: easyLinesOf([
      say.what(monthName(Number(month.slice(5)), 'fi'), month.slice(0, 4)),
      say.days(days.length),
      ...(reported ? [say.report(payerNames.fi[reported.payer])] : []),
      ...(days.some(({ payer }) => payer === 'organiser') ? [say.ours] : []),
      ...(days.some(({ payer }) => payer === 'unknown') ? [say.unknown] : []),
      say.ask(contact.name, unbroken(contact.phone)),
    ]),
  };
}

export const participationRefusals = {
  'no-such-client': {
    status: 404,
    fi: 'Asiakasta ei löytynyt',
    sv: 'Klienten hittades inte',
    en: 'The client was not found',
  },
  'of-another-service': {
    status: 403,
    fi: 'Kuntouttavan työtoiminnan päivät näkee se, joka ohjaa sitä tai vastaa asiakkaasta',
    sv: 'Dagarna i arbetsverksamhet i rehabiliteringssyfte ser den som handleder den eller ansvarar för klienten',
    en: 'Days of rehabilitative work are told to whoever instructs it or answers for the client',
  },
  'no-days': {
    status: 404,
    fi: 'Kuukaudessa ei ole asiakkaan kuntouttavan työtoiminnan päiviä',
    sv: 'Klienten har inga dagar i arbetsverksamhet i rehabiliteringssyfte denna månad',
    en: 'The client has no days of rehabilitative work in the month',
  },
} as const satisfies Refusals;
