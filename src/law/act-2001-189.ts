import { addDays, addMonths, addYears, type Day, day, mondayOf } from '../kernel/day.ts';
import { type Cents, cents, sumCents } from '../kernel/money.ts';
import { type Range, range } from '../kernel/range.ts';
import { activityAllowanceBefore } from './act-1997-1412.ts';
import { costCompensationOn } from './act-2002-1290.ts';
import { between, enacted, type Statute, since, valueOn, versionOn } from './provision.ts';

export const rehabilitativeWorkAct: Statute = {
  number: '189/2001',
  title: {
    fi: 'Laki kuntouttavasta työtoiminnasta',
    sv: 'Lag om arbetsverksamhet i rehabiliteringssyfte',
    en: 'Act on Rehabilitative Work Activity',
  },
};
const act = rehabilitativeWorkAct;

/** Section 2 item 2: what rehabilitative work activity is; no employment relationship comes of it. */
export const rehabilitativeWork = enacted(
  act,
  '2',
  {
    fi: 'Kuntouttava työtoiminta',
    sv: 'Arbetsverksamhet i rehabiliteringssyfte',
    en: 'Rehabilitative work activity',
  },
  [between('2001-09-01', '2020-12-31', null, '189/2001'), since('2021-01-01', null, '702/2020')],
);

/** Section 3: to whom the act applies, by age and by how long one has lived on unemployment benefits. */
export const rehabilitationApplicability = enacted(
  act,
  '3',
  { fi: 'Soveltamisala', sv: 'Tillämpningsområde', en: 'Scope of application' },
  [since('2001-09-01', null, '189/2001, as amended')],
);

/** Section 6: who arranges it, and when there is no duty to. */
export const dutyToArrange = enacted(
  act,
  '6',
  {
    fi: 'Kuntouttavan työtoiminnan järjestäminen',
    sv: 'Ordnande av arbetsverksamhet i rehabiliteringssyfte',
    en: 'Arranging rehabilitative work activity',
  },
  [since('2001-09-01', null, '189/2001, as amended')],
);

/** Section 15: earlier than section 3 says, at the person's own request. */
export const earlierAtRequest = enacted(
  act,
  '15',
  {
    fi: 'Kuntouttava työtoiminta eräissä tapauksissa',
    sv: 'Arbetsverksamhet i rehabiliteringssyfte i vissa fall',
    en: 'Rehabilitative work activity in certain cases',
  },
  [since('2001-09-01', null, '189/2001, as amended')],
);

const frame = (mostDaysAWeek: number) => ({
  fewestMonths: 3,
  mostMonths: 24,
  fewestDaysAWeek: 1,
  mostDaysAWeek,
  fewestHoursADay: 4,
  // Section 14 subsection 1: the general rule of the Working Hours Act on regular hours.
  mostHoursADay: 8,
});

/** Section 13 subsection 2 until 2020, section 13 b subsection 2 after: the frame of a period. */
export const periodFrameOfOld = enacted(
  act,
  '13',
  { fi: 'Toteuttaminen: jakson kesto', sv: 'Verkställande: periodens längd', en: 'Carrying out: length of a period' },
  [
    between('2001-09-01', '2015-06-30', frame(5), '189/2001'),
    between('2015-07-01', '2020-12-31', frame(4), '142/2015'),
  ],
);

export const periodFrame = enacted(
  act,
  '13 b',
  { fi: 'Toteuttaminen: jakson kesto', sv: 'Verkställande: periodens längd', en: 'Carrying out: length of a period' },
  [since('2021-01-01', frame(4), '702/2020')],
);

/** Section 14 subsection 1: the most days of participation in any 12 months. */
export const participationLimit = enacted(
  act,
  '14',
  {
    fi: 'Kuntouttavan työtoiminnan rajoitukset',
    sv: 'Begränsningar för arbetsverksamhet i rehabiliteringssyfte',
    en: 'Limits of rehabilitative work activity',
  },
  [
    between('2001-09-01', '2019-12-31', 230, '189/2001'),
    between('2020-01-01', '2020-12-31', 230, '881/2019'),
    since('2021-01-01', 178, '702/2020'),
  ],
);

/** Section 16: the chief shop steward is told the name and items 1-3 of the plan, nothing else. */
export const noticeToShopSteward = enacted(
  act,
  '16',
  {
    fi: 'Ilmoitus kuntouttavan työtoiminnan alkamisesta',
    sv: 'Anmälan om att arbetsverksamhet i rehabiliteringssyfte inleds',
    en: 'Notice of the beginning of rehabilitative work activity',
  },
  [since('2001-09-01', { items: [1, 2, 3] }, '189/2001, 1372/2014, 591/2022')],
);

const inForceFrom = day('2001-09-01');

/** 189/2001 § 18: the days whose travel by the cheapest means is paid; until 2022 as 1412/1997 § 10 a said. */
export const travelPaidDuring: Range = range(inForceFrom);

/** Section 18 from 2023: activity allowance, and travel by the cheapest means, of whoever lives on social assistance. */
export const activityAllowance = enacted(
  act,
  '18',
  {
    fi: 'Toimintaraha ja matkakorvaus',
    sv: 'Verksamhetspenning och reseersättning',
    en: 'Activity allowance and travel compensation',
  },
  [since('2023-01-01', null, '1025/2022, as digested', false)],
);

/** 189/2001 § 18 (1412/1997 § 10 a until 2022): the provision by which the activity allowance of the day is paid, and travel beside it. */
export function activityAllowanceProvisionOn(on: Day): typeof activityAllowance {
  return versionOn(activityAllowance, on) ? activityAllowance : activityAllowanceBefore;
}

/**
 * 189/2001 § 18 (1412/1997 § 10 a until 2022): the activity allowance of a day of participation. It is as much as a recipient of
 * unemployment benefit gets for the day from whoever pays the benefit, and nobody gets both for one day.
 */
export function activityAllowanceOn(on: Day): Cents {
  return costCompensationOn(on);
}

/** Section 24 subsection 1: paid by the state to the organiser afterwards, per person and day of participation. */
export const stateCompensation = enacted(
  act,
  '24',
  { fi: 'Valtion korvaus', sv: 'Statlig ersättning', en: 'State compensation' },
  [
    between('2002-01-01', '2002-12-31', cents(1009), '539/2001'),
    between('2003-01-01', '2020-12-31', cents(1009), '1296/2002'),
    between('2021-01-01', '2022-12-31', cents(1009), '702/2020'),
    since('2023-01-01', cents(1009), '591/2022'),
  ],
);

export interface PeriodFrame {
  readonly fewestMonths: number;
  readonly mostMonths: number;
  readonly fewestDaysAWeek: number;
  readonly mostDaysAWeek: number;
  readonly fewestHoursADay: number;
  readonly mostHoursADay: number;
}

const fromFourDays = day('2015-07-01');
const afterAdapting = day('2016-01-01');

/**
 * 189/2001 § 13 (§ 13 b from 2021): months, days a week and hours a day that a period may have on the day.
 * Plans made before 1.7.2015 could keep five days a week until they were adapted, by 31.12.2015 (142/2015).
 */
export function periodFrameOn(on: Day, planMadeOn: Day = on): PeriodFrame {
  const adapted = planMadeOn < fromFourDays && on < afterAdapting && on >= fromFourDays ? planMadeOn : on;
  return valueOn(adapted >= day('2021-01-01') ? periodFrame : periodFrameOfOld, adapted);
}

/** 189/2001 § 13 (§ 13 b from 2021): below the hours of law a day is no day of participation. */
export function isLongEnough(hoursADay: number | null, on: Day): boolean {
  return hoursADay === null || hoursADay >= periodFrameOn(on).fewestHoursADay;
}

/** 189/2001 § 13 (§ 13 b from 2021): the provision that sets the frame on the day. */
export function periodProvisionOn(on: Day): typeof periodFrame {
  return on >= day('2021-01-01') ? periodFrame : periodFrameOfOld;
}

/** 189/2001 § 14: how many days one may take part in any 12 months. */
export function participationLimitOn(on: Day): number {
  return valueOn(participationLimit, on);
}

/** 189/2001 § 14: over how many years, up to the day, participation is counted. */
export const countedYears = 1;

/** The 12 months that end with the day, within which participation is counted. */
export function participationWindow(on: Day): Range {
  return range(addDays(addYears(on, -countedYears), 1), addDays(on, 1));
}

export interface ParticipationVerdict {
  readonly ok: boolean;
  readonly why: 'too-many-days-in-12-months' | 'too-many-days-in-week' | null;
  readonly provision: string | null;
  /** Days in the 12 months, with this one. */
  readonly daysInWindow: number;
  readonly mostInWindow: number;
  /** Days in the calendar week, with this one. */
  readonly daysInWeek: number;
  readonly mostInWeek: number;
}

/**
 * 189/2001 §§ 13 and 14 (§ 13 b from 2021): may one take part on the day, after the days already taken?
 * Days count over all periods, providers and sites; two sites on one day are one day.
 */
export function mayParticipateOn(on: Day, earlier: Iterable<Day>, planMadeOn: Day = on): ParticipationVerdict {
  const days = new Set<Day>([...earlier, on]);
  const { from } = participationWindow(on);
  const monday = mondayOf(on);
  const daysInWindow = [...days].filter((d) => d >= from && d <= on).length;
  const daysInWeek = [...days].filter((d) => mondayOf(d) === monday).length;
  const mostInWindow = participationLimitOn(on);
  const mostInWeek = periodFrameOn(on, planMadeOn).mostDaysAWeek;
  const counted = { daysInWindow, mostInWindow, daysInWeek, mostInWeek };
  if (daysInWeek > mostInWeek) {
    return { ok: false, why: 'too-many-days-in-week', provision: periodProvisionOn(on).id, ...counted };
  }
  if (daysInWindow > mostInWindow) {
    return { ok: false, why: 'too-many-days-in-12-months', provision: participationLimit.id, ...counted };
  }
  return { ok: true, why: null, provision: null, ...counted };
}

/**
 * 189/2001 § 14: those of the days that are too many for the 12 months that end with them, in order. A day recorded late counts in
 * the windows of the days after it as well; and a day that was too many was taken all the same.
 */
export function daysOverLimit(days: Iterable<Day>): Day[] {
  const sorted = [...new Set(days)].sort();
  let first = 0;
  return sorted.filter((on, i) => {
    const { from } = participationWindow(on);
    while ((sorted[first] as Day) < from) first += 1;
    return i - first + 1 > participationLimitOn(on);
  });
}

/**
 * 189/2001 § 14: the first of the days that is one too many for the 12 months that end with it, among those that are looked at: what
 * was too many long ago says nothing of them. Null when none is.
 */
export function firstDayOverLimit(days: Iterable<Day>, isLookedAt: (on: Day) => boolean = () => true): Day | null {
  return daysOverLimit(days).find(isLookedAt) ?? null;
}

/** 189/2001 § 24: what the state pays the organiser for one person's day of participation. */
export function stateCompensationOn(on: Day): Cents {
  return valueOn(stateCompensation, on);
}

/** 189/2001 § 24: what the state pays for one person's days; a day counts once, however many sites it had. */
export function stateCompensationFor(days: Iterable<Day>): Cents {
  return sumCents([...new Set(days)].map(stateCompensationOn));
}

/** Is the length of the range at least and at most so many calendar months? */
export function monthsWithin(
  during: Range,
  fewest: number,
  most: number,
): 'open-ended' | 'too-short' | 'too-long' | null {
  if (during.to === null) return 'open-ended';
  if (during.to < addMonths(during.from, fewest)) return 'too-short';
  return during.to > addMonths(during.from, most) ? 'too-long' : null;
}

/**
 * 189/2001 § 6 subsection 2 (§ 13 subsection 2 from 2021): rehabilitative work is not bought from a company. From 2021 support and
 * guidance of the participants may be; what is offered, a unit or a workplace where it is done, is more than that.
 */
export function mayBeBoughtFromCompany(during: Range): boolean {
  return during.to !== null && during.to <= inForceFrom;
}

/** 189/2001 § 6 (§ 13 from 2021): the provision on buying that is in force on the day. */
export function purchaseProvisionOn(on: Day): string {
  return (on < day('2021-01-01') ? dutyToArrange : periodFrameOfOld).id;
}
