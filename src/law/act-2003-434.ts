import type { Day } from '../kernel/day.ts';
import { countingInDays, lastDayOfDays, limitOnHoliday, movedToWorkingDay } from './act-1930-150.ts';
import { rectificationBeforeBoard } from './act-1982-710.ts';
import { rectificationInSocialWelfare } from './act-2014-1301.ts';
import { between, enacted, type Statute, since, valueOn, versionOn } from './provision.ts';

const act: Statute = {
  number: '434/2003',
  title: { fi: 'Hallintolaki', sv: 'Förvaltningslag', en: 'Administrative Procedure Act' },
};

/** Section 34: for which reasons a matter may be decided without hearing a party, by the items of subsection 2. */
export const unheardGrounds = { 'rejected-at-once': 1, jeopardises: 4, unnecessary: 5 } as const;

/** Section 34: before a matter is decided a party is heard; subsection 2 says when one need not be. */
export const hearingOfParty = enacted(
  act,
  '34',
  { fi: 'Asianosaisen kuuleminen', sv: 'Hörande av part', en: 'Hearing of a party' },
  [since('2004-01-01', unheardGrounds, '434/2003')],
);

/** Section 36: the party is told what the hearing is for, and by when to answer. */
export const noticeOfHearing = enacted(
  act,
  '36',
  { fi: 'Kuulemisesta ilmoittaminen', sv: 'Meddelande om hörande', en: 'Notice of a hearing' },
  [since('2004-01-01', null, '434/2003')],
);

export const writtenForm = enacted(
  act,
  '43',
  { fi: 'Päätöksen muoto', sv: 'Beslutets form', en: 'Form of a decision' },
  [between('2004-01-01', '2010-07-31', null, '434/2003'), since('2010-08-01', null, '581/2010')],
);

const content = ['authority', 'day', 'parties', 'outcome', 'reasons', 'contact'] as const;

/** What a written decision must show. */
export type DecisionContent = (typeof content)[number] | 'provisions';

export const decisionContent = enacted(
  act,
  '44',
  { fi: 'Päätöksen sisältö', sv: 'Beslutets innehåll', en: 'Content of a decision' },
  [since('2004-01-01', content, '434/2003')],
);

export const decisionReasons = enacted(
  act,
  '45',
  { fi: 'Päätöksen perusteleminen', sv: 'Motivering av beslut', en: 'Reasons for a decision' },
  [since('2004-01-01', ['reasons', 'provisions'] as const, '434/2003')],
);

/** Section 50: a decision that rests on wrong facts, a wrong law or a wrong procedure is removed, and decided anew. */
export const factualError = enacted(
  act,
  '50',
  { fi: 'Asiavirheen korjaaminen', sv: 'Rättelse av sakfel', en: 'Correction of a factual error' },
  [since('2004-01-01', null, '434/2003')],
);

/** Section 51: a slip of the pen or of reckoning is mended by a corrected document. */
export const clericalError = enacted(
  act,
  '51',
  { fi: 'Kirjoitusvirheen korjaaminen', sv: 'Rättelse av skrivfel', en: 'Correction of a clerical error' },
  [since('2004-01-01', null, '434/2003')],
);

/** Section 52: an error is mended within years, and the party is heard before a slip of the pen is, unless that is not needed. */
export const correctionHandling = enacted(
  act,
  '52',
  {
    fi: 'Korjaamisasian vireilletulo ja käsittely',
    sv: 'Inledande och behandling av rättelseärenden',
    en: 'How the correction of an error begins and is handled',
  },
  [since('2004-01-01', null, '434/2003')],
);

/** Section 52: within how many years of the decision an error may be mended. */
export const correctionYears = 5;

/** Section 53: how an error is corrected; against a refusal to correct one no appeal may be made (subsection 3). */
export const correctionProcedure = enacted(
  act,
  '53',
  {
    fi: 'Täydentävät säännökset korjaamismenettelystä',
    sv: 'Kompletterande bestämmelser om rättelseförfarandet',
    en: 'Further provisions on the correction of errors',
  },
  [since('2004-01-01', null, '434/2003')],
);

/** Section 46: instructions for rectification go out together with the decision. */
export const rectificationInstructions = enacted(
  act,
  '46',
  {
    fi: 'Oikaisuvaatimusohjeet',
    sv: 'Anvisningar om hur man begär omprövning',
    en: 'Instructions for requesting rectification',
  },
  [between('2004-01-01', '2010-07-31', null, '434/2003'), since('2010-08-01', null, '581/2010')],
);

/** Section 47: what the instructions say; section 46 applies it to rectification. */
export const appealInstructions = enacted(
  act,
  '47',
  { fi: 'Valitusosoitus', sv: 'Besvärsanvisning', en: 'Appeal instructions' },
  [
    since(
      '2004-01-01',
      ['authority', 'delivered-to', 'time-and-its-start', 'form-and-annexes', 'delivery'] as const,
      '434/2003',
    ),
  ],
);

/** Section 48: when appeal is barred, the decision names the provision that bars it. */
export const appealBarred = enacted(
  act,
  '48',
  {
    fi: 'Ilmoitus valituskiellosta ja valituskelvottomuudesta',
    sv: 'Upplysning om besvärsförbud och oöverklagbarhet',
    en: 'Notice that appeal is barred',
  },
  [since('2004-01-01', null, '434/2003')],
);

/** Section 49 c: rectification is requested within so many days of service. */
export const rectificationTime = enacted(
  act,
  '49 c',
  { fi: 'Oikaisuvaatimusaika', sv: 'Tidsfrist för omprövningsbegäran', en: 'Time for requesting rectification' },
  [since('2010-08-01', 30, '581/2010')],
);

/** Section 49 d: the request is made in writing. */
export const rectificationForm = enacted(
  act,
  '49 d',
  {
    fi: 'Oikaisuvaatimuksen muoto ja sisältö',
    sv: 'Omprövningsbegärans form och innehåll',
    en: 'Form and content of the request',
  },
  [since('2010-08-01', null, '581/2010')],
);

/** Section 56: what is served on a private person is served also on whoever may act for the person in the matter. */
export const serviceOnPerson = enacted(
  act,
  '56',
  {
    fi: 'Tiedoksianto yksityishenkilölle',
    sv: 'Delgivning med enskilda',
    en: 'Service on a private person',
  },
  [since('2004-01-01', null, '434/2003')],
);

/** Section 59: a letter counts as received on this day after it was sent, unless shown otherwise. */
export const serviceByLetter = enacted(
  act,
  '59',
  { fi: 'Tavallinen tiedoksianto', sv: 'Vanlig delgivning', en: 'Ordinary service' },
  [since('2004-01-01', 7, '434/2003')],
);

const electronicAct: Statute = {
  number: '13/2003',
  title: {
    fi: 'Laki sähköisestä asioinnista viranomaistoiminnassa',
    sv: 'Lag om elektronisk kommunikation i myndigheternas verksamhet',
    en: 'Act on Electronic Services and Communication in the Public Sector',
  },
};

/** Section 19: the original wording has no presumption; the third day comes from a later amendment that was not seen. */
export const serviceElectronically = enacted(
  electronicAct,
  '19',
  { fi: 'Tavallinen sähköinen tiedoksianto', sv: 'Vanlig elektronisk delgivning', en: 'Ordinary electronic service' },
  [since('2003-02-01', 3, '13/2003 as amended, recalled', false)],
);

/** 434/2003 §§ 44 and 45: what the decision still lacks. Reasons are always given in social welfare, also with a grant. */
export function missingFromDecision(has: Readonly<Partial<Record<DecisionContent, boolean>>>): DecisionContent[] {
  const wanted: readonly DecisionContent[] = [...content, 'provisions'];
  return wanted.filter((one) => has[one] !== true);
}

/** 434/2003 § 45 subsection 2 item 4: only when all is granted, and nobody else is a party, may the law do without reasons. */
export function reasonsMayBeLeftOut(decision: {
  readonly allGranted: boolean;
  readonly othersConcerned: boolean;
}): boolean {
  return decision.allGranted && !decision.othersConcerned;
}

/** 434/2003 § 59 and 13/2003 § 19: on which day after sending the paper counts as received. */
export function presumedDays(way: 'post' | 'electronic', on: Day): number {
  return valueOn(way === 'post' ? serviceByLetter : serviceElectronically, on);
}

/** 434/2003 §§ 59 and 60: the day of service when nothing else is shown; handed over in person it is the day itself. */
export function presumedServedOn(sentOn: Day, way: 'post' | 'electronic' | 'in-person'): Day {
  return way === 'in-person' ? sentOn : lastDayOfDays(sentOn, presumedDays(way, sentOn));
}

/** 434/2003 § 49 c by 1301/2014 § 50: so many days from service; 14 by 710/1982 § 45 until 31.3.2015. */
export function rectificationDays(servedOn: Day): number {
  return versionOn(rectificationInSocialWelfare, servedOn)
    ? valueOn(rectificationTime, servedOn)
    : valueOn(rectificationBeforeBoard, servedOn);
}

/**
 * 434/2003 § 49 c: the last day for requesting rectification.
 * The day of service is not counted, and a last day on a Saturday or holiday moves to the next working day (150/1930 § 5).
 */
export function rectificationDeadline(servedOn: Day): Day {
  return rectificationReckoning(servedOn).last;
}

/** How the last day is counted: the day on which the days end, the day to which it moves from a holiday, and what says so. */
export function rectificationReckoning(servedOn: Day): {
  readonly days: number;
  readonly counted: Day;
  readonly last: Day;
  readonly provisions: readonly string[];
} {
  const days = rectificationDays(servedOn);
  const counted = lastDayOfDays(servedOn, days);
  const last = movedToWorkingDay(counted);
  const provisions = last === counted ? [countingInDays.id] : [countingInDays.id, limitOnHoliday.id];
  return { days, counted, last, provisions };
}
