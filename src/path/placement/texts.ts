import type { Weekday } from '../../kernel/day.ts';
import { formatDay, pick, texts, weekdayName } from '../../kernel/language.ts';
import { formatEuro } from '../../kernel/money.ts';
import { lastDay } from '../../kernel/range.ts';
import { type Labelled, type PaperHead, type PaperSection, unbroken } from '../../platform/letters/paper.ts';
import type { AgreementContact, AgreementLetter } from './words.ts';

export const letterTexts = texts({
  fi: {
    title: (service: string) => `Sopimus: ${service}`,
    copy: 'Kappale',
    party: { client: 'Asiakas', employer: 'Työnantaja', organiser: 'Järjestäjä' },
    page: 'Sivu',
    date: 'Päivämäärä',
    reference: 'Asianumero',
    businessId: 'Y-tunnus',
    workplace: 'Työpaikka',
    contact: 'Yhteyshenkilö',
    phone: (phone: string) => `puh. ${phone}`,
    agreed: 'Mitä on sovittu',
    from: 'Alkaa',
    until: 'Päättyy',
    openEnded: 'Voimassa toistaiseksi',
    renewBy: 'Uusitaan viimeistään',
    compensation: 'Korvaus asiakkaalle',
    perDay: (euro: string) => `${euro} jokaiselta osallistumispäivältä`,
    noCompensation: 'Korvausta ei makseta',
    share: 'Työnantajan osuus',
    shareOf: (euro: string) => `${euro} päivältä järjestäjälle`,
    meals: 'Ateriat',
    week: 'Päivät ja kellonajat',
    noDays: 'Päivistä sovitaan erikseen.',
    tasks: 'Tehtävät',
    coaching: 'Työhönvalmennus ja yhteydenpito',
    guidance: 'Ohjaus työpaikalla',
    benefits: 'Vaikutus etuuksiin',
    duties: 'Kunkin osapuolen tehtävät',
    dutiesText:
      '- Asiakas osallistuu sovittuina päivinä, noudattaa työpaikan ohjeita ja ilmoittaa poissaolosta.\n- Työnantaja perehdyttää ja ohjaa asiakasta, huolehtii työn turvallisuudesta ja ilmoittaa muutoksista työhönvalmentajalle.\n- Järjestäjä nimeää työhönvalmentajan, joka tukee asiakasta ja työpaikkaa.',
    terms: 'Ehdot',
    termsText:
      'Toiminta ei ole työsuhteista palkkatyötä vaan kuntoutustavoitteista, asiakassuhteeseen perustuvaa toimintaa. Kukin osapuoli voi päättää sopimuksen ilmoittamalla siitä muille. Jos sopimuksen sisältöä muutetaan, jokainen osapuoli hyväksyy sen uudelleen. Asiakkaan tiedot ovat salassa pidettäviä.',
    approvals: 'Hyväksynnät',
    who: 'Osapuoli',
    name: 'Nimi',
    state: 'Hyväksytty',
    waiting: 'Odottaa hyväksyntää',
  },
  sv: {
    title: (service: string) => `Avtal: ${service}`,
    copy: 'Exemplar',
    party: { client: 'Klient', employer: 'Arbetsgivare', organiser: 'Anordnare' },
    page: 'Sida',
    date: 'Datum',
    reference: 'Ärendenummer',
    businessId: 'FO-nummer',
    workplace: 'Arbetsplats',
    contact: 'Kontaktperson',
    phone: (phone: string) => `tfn ${phone}`,
    agreed: 'Vad som har avtalats',
    from: 'Börjar',
    until: 'Upphör',
    openEnded: 'Gäller tills vidare',
    renewBy: 'Förnyas senast',
    compensation: 'Ersättning till klienten',
    perDay: (euro: string) => `${euro} för varje deltagardag`,
    noCompensation: 'Ingen ersättning betalas',
    share: 'Arbetsgivarens andel',
    shareOf: (euro: string) => `${euro} per dag till anordnaren`,
    meals: 'Måltider',
    week: 'Dagar och klockslag',
    noDays: 'Om dagarna avtalas separat.',
    tasks: 'Uppgifter',
    coaching: 'Arbetsträning och kontakter',
    guidance: 'Handledning på arbetsplatsen',
    benefits: 'Inverkan på förmåner',
    duties: 'Vars och ens uppgifter',
    dutiesText:
      '- Klienten deltar de avtalade dagarna, följer arbetsplatsens anvisningar och meddelar frånvaro.\n- Arbetsgivaren introducerar och handleder klienten, sörjer för säkerheten i arbetet och meddelar arbetstränaren om ändringar.\n- Anordnaren utser en arbetstränare som stöder klienten och arbetsplatsen.',
    terms: 'Villkor',
    termsText:
      'Verksamheten är inte lönearbete i anställningsförhållande utan rehabiliterande verksamhet som grundar sig på ett klientförhållande. Var och en av parterna kan avsluta avtalet genom att meddela de andra. Om avtalets innehåll ändras godkänner varje part det på nytt. Uppgifterna om klienten är sekretessbelagda.',
    approvals: 'Godkännanden',
    who: 'Part',
    name: 'Namn',
    state: 'Godkänt',
    waiting: 'Väntar på godkännande',
  },
  en: {
    title: (service: string) => `Agreement: ${service}`,
    copy: 'Copy for',
    party: { client: 'Client', employer: 'Employer', organiser: 'Organiser' },
    page: 'Page',
    date: 'Date',
    reference: 'Case number',
    businessId: 'Business ID',
    workplace: 'Workplace',
    contact: 'Contact person',
    phone: (phone: string) => `tel. ${phone}`,
    agreed: 'What is agreed',
    from: 'Begins',
    until: 'Ends',
    openEnded: 'Until further notice',
    renewBy: 'To be renewed by',
    compensation: 'Compensation to the client',
    perDay: (euro: string) => `${euro} for each day of participation`,
    noCompensation: 'No compensation is paid',
    share: 'Employer’s share',
    shareOf: (euro: string) => `${euro} a day to the organiser`,
    meals: 'Meals',
    week: 'Days and hours',
    noDays: 'The days are agreed separately.',
    tasks: 'Tasks',
    coaching: 'Job coaching and contacts',
    guidance: 'Guidance at the workplace',
    benefits: 'Effect on benefits',
    duties: 'What each party does',
    dutiesText:
      '- The client takes part on the agreed days, follows the instructions of the workplace and tells of absences.\n- The employer introduces and guides the client, sees to safety at work and tells the job coach of changes.\n- The organiser names a job coach who supports the client and the workplace.',
    terms: 'Terms',
    termsText:
      'The activity is no employment for pay, but rehabilitative activity based on a client relationship. Each party may end the agreement by telling the others. If its content changes, each party approves it again. Information about the client is confidential.',
    approvals: 'Approvals',
    who: 'Party',
    name: 'Name',
    state: 'Approved',
    waiting: 'Waits for approval',
  },
});

/** The summary in the copy of a client who reads easy Finnish. */
const easyAgreement = {
  heading: 'Tärkein asia selkokielellä',
  what: (workplace: string) => `Tämä sopimus kertoo, mitä teet työpaikalla. Työpaikka on ${workplace}.`,
  days: (days: string) => `Olet työpaikalla näinä päivinä: ${days}.`,
  from: (day: string) => `Aloitat ${day}.`,
  until: (day: string) => `Sopimus loppuu ${day}. Sitä voi jatkaa, jos haluat.`,
  money: (euro: string) => `Saat rahaa ${euro} jokaisesta päivästä, jona olet mukana.`,
  ask: (name: string, phone: string) => `Jos sinulla on kysyttävää, soita. ${name} auttaa. Puhelinnumero on ${phone}.`,
  stop: 'Voit lopettaa, jos et enää halua olla työpaikalla. Kerro siitä työhönvalmentajalle.',
};

export interface AgreementPaper extends PaperHead {
  readonly title: string;
  readonly easy: { readonly heading: string; readonly lines: readonly string[] } | null;
  readonly parties: readonly { readonly heading: string; readonly name: string; readonly lines: readonly string[] }[];
  readonly agreed: { readonly heading: string; readonly rows: readonly Labelled[] };
  readonly week: { readonly heading: string; readonly days: readonly Labelled[]; readonly none: string };
  readonly tasks: { readonly heading: string; readonly items: readonly string[] };
  readonly sections: readonly PaperSection[];
  readonly approvals: {
    readonly heading: string;
    readonly columns: readonly [party: string, name: string, state: string];
    readonly rows: readonly {
      readonly party: string;
      readonly name: string;
      readonly state: string;
      readonly approved: boolean;
    }[];
  };
}

/** Puts an agreement into the words of its language, for one party's copy. */
export function agreementPaper(letter: AgreementLetter): AgreementPaper {
  const say = pick(letterTexts, letter.language);
  const { organiser } = letter;
  return {
    title: say.title(letter.service),
    sender: { name: organiser.name, lines: [...(organiser.unit ? [organiser.unit] : []), ...organiser.address] },
    recipient: { lines: [] },
    facts: [
      { label: say.date, value: formatDay(letter.madeOn, letter.language) },
      { label: say.reference, value: letter.reference },
      { label: say.copy, value: say.party[letter.copy] },
    ],
    footer: [organiser.name, letter.reference, say.party[letter.copy]],
    pageLabel: say.page,
    easy: letter.language === 'selko' && letter.copy === 'client' ? easySummary(letter) : null,
    parties: parties(letter),
    agreed: { heading: say.agreed, rows: agreedRows(letter) },
    week: {
      heading: say.week,
      days: letter.week.map(({ weekday, from, until }) => ({
        label: weekdayName(weekday, letter.language),
        value: `${time(from, letter)}–${time(until, letter)}`,
      })),
      none: say.noDays,
    },
    tasks: { heading: say.tasks, items: letter.tasks },
    sections: sections(letter),
    approvals: {
      heading: say.approvals,
      columns: [say.who, say.name, say.state],
      rows: letter.approvals.map(({ party, name, post, approvedOn }) => ({
        party: say.party[party],
        name: post ? `${name}, ${post}` : name,
        state: approvedOn ? formatDay(approvedOn, letter.language) : say.waiting,
        approved: approvedOn !== null,
      })),
    },
  };
}

function time(clock: string, { language }: AgreementLetter): string {
  return language === 'en' ? clock : clock.replace(/^0/, '').replace(':', '.');
}

function parties(letter: AgreementLetter): AgreementPaper['parties'] {
  const say = pick(letterTexts, letter.language);
  const { client, employer, organiser } = letter;
  const reach = ({ name, post, phone, email }: AgreementContact): string[] =>
    [`${say.contact}: ${post ? `${name}, ${post}` : name}`, say.phone(unbroken(phone)), email].filter(
      (line) => line !== null,
    );
  return [
    {
      heading: say.party.client,
      name: client.name,
      lines: client.phone ? [say.phone(unbroken(client.phone))] : [],
    },
    {
      heading: say.party.employer,
      name: employer.name,
      lines: [
        ...(employer.businessId ? [`${say.businessId} ${employer.businessId}`] : []),
        `${say.workplace}: ${employer.workplace}`,
        ...employer.address,
        ...reach(employer.contact),
      ],
    },
    {
      heading: say.party.organiser,
      name: organiser.name,
      lines: [...(organiser.unit ? [organiser.unit] : []), ...reach(organiser.contact)],
    },
  ];
}

function agreedRows({ language, during, renewBy, compensation, meals }: AgreementLetter): Labelled[] {
  const say = pick(letterTexts, language);
  const last = lastDay(during);
  const euro = compensation && formatEuro(compensation.perDay, language);
  const share = compensation?.employerShare ?? null;
  const rows: readonly (readonly [string, string | null])[] = [
    [say.from, formatDay(during.from, language)],
    [say.until, last === null ? say.openEnded : formatDay(last, language)],
    [say.renewBy, renewBy && formatDay(renewBy, language)],
    [say.compensation, euro === null ? say.noCompensation : say.perDay(euro)],
    [say.share, share === null ? null : say.shareOf(formatEuro(share, language))],
    [say.meals, meals],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

/** The employer learns nothing of benefits: they are left out here, before anything is printed. */
function sections(letter: AgreementLetter): PaperSection[] {
  const say = pick(letterTexts, letter.language);
  const all: readonly (readonly [string, string | null])[] = [
    [say.coaching, letter.coaching],
    [say.guidance, letter.guidance],
    [say.benefits, letter.copy === 'employer' ? null : letter.benefits],
    [say.duties, say.dutiesText],
    [say.terms, say.termsText],
  ];
  return all.flatMap(([heading, text]) => (text === null ? [] : [{ heading, text }]));
}

function easySummary(letter: AgreementLetter): AgreementPaper['easy'] {
  const say = easyAgreement;
  const { contact } = letter.organiser;
  const last = lastDay(letter.during);
  const days = letter.week.map(({ weekday }: { weekday: Weekday }) => weekdayName(weekday, 'fi'));
  const lines = [
    say.what(letter.employer.workplace),
    ...(days.length > 0 ? [say.days(days.join(', '))] : []),
    say.from(formatDay(letter.during.from, 'fi')),
    ...(last === null ? [] : [say.until(formatDay(last, 'fi'))]),
    ...(letter.compensation ? [say.money(formatEuro(letter.compensation.perDay, 'fi'))] : []),
    say.ask(contact.name, unbroken(contact.phone)),
    say.stop,
  ];
  return { heading: say.heading, lines };
}
