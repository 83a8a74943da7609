import { addDays, addMonths, type Day, day } from '../kernel/day.ts';
import { saysSomething } from '../kernel/line.ts';
import { contains, type Range } from '../kernel/range.ts';
import {
  monthsWithin,
  participationLimit,
  periodFrameOn,
  periodProvisionOn,
  rehabilitativeWorkAct,
} from './act-2001-189.ts';
import { between, enacted, type StatuteWords, since, valueOn, versionOn } from './provision.ts';

/** A thing that the plan must say about rehabilitative work activity. */
export type PlanItemKey = 'description' | 'goal' | 'duration' | 'period' | 'support' | 'other-services' | 'evaluation';

/** A thing that a plan says, as the law lists it. */
interface Listed<Key> {
  /** Its number in the list of the law. */
  readonly number: number;
  readonly key: Key;
  /** The words of the law; English is our translation. */
  readonly text: StatuteWords;
}

export type PlanItem = Listed<PlanItemKey>;

const duration: StatuteWords = {
  fi: 'kuntouttavan työtoiminnan päivittäinen ja viikoittainen kesto',
  sv: 'tiden per dag och vecka då arbetsverksamheten i rehabiliteringssyfte pågår',
  en: 'how long rehabilitative work activity lasts a day and a week',
};
const period: StatuteWords = {
  fi: 'kuntouttavan työtoiminnan jakson alkamisajankohta ja pituus',
  sv: 'den tidpunkt då en period av arbetsverksamhet i rehabiliteringssyfte börjar och periodens längd',
  en: 'when a period of rehabilitative work activity begins and how long it is',
};
const otherServices: StatuteWords = {
  fi: 'henkilölle kuntouttavan työtoiminnan ohella tarjottavat muut sosiaalipalvelut sekä terveys-, kuntoutus- ja koulutuspalvelut',
  sv: 'annan socialservice och andra hälso- och sjukvårds-, rehabiliterings- och utbildningstjänster som erbjuds vid sidan av arbetsverksamheten i rehabiliteringssyfte',
  en: 'other social services and the health, rehabilitation and education services offered alongside',
};
const description: StatuteWords = {
  fi: 'kuntouttavan työtoiminnan kuvaus ja toiminnan järjestämispaikka',
  sv: 'en beskrivning av arbetsverksamheten i rehabiliteringssyfte och uppgifter om platsen där verksamheten anordnas',
  en: 'a description of rehabilitative work activity and the place where it is arranged',
};
const evaluation: StatuteWords = {
  fi: 'ajankohta, jolloin viimeistään arvioidaan kuntouttavan työtoiminnan vaikutuksia henkilön työllistymismahdollisuuksille ja päätetään jatkotoimista sekä aktivointisuunnitelman uudistamisesta',
  sv: 'den tidpunkt då effekterna av arbetsverksamheten i rehabiliteringssyfte på sysselsättningsmöjligheterna senast ska bedömas och beslut om fortsatta åtgärder samt revidering av aktiveringsplanen fattas',
  en: 'the latest time for assessing its effects on the chances of employment and for deciding on what follows and on renewing the activation plan',
};
const evaluationOfEither: StatuteWords = {
  fi: 'ajankohta, jolloin viimeistään arvioidaan kuntouttavan työtoiminnan vaikutuksia henkilön työllistymismahdollisuuksille ja päätetään jatkotoimista sekä aktivointisuunnitelman tai monialaisen työllistymissuunnitelman uudistamisesta',
  sv: 'den tidpunkt då effekterna av arbetsverksamheten i rehabiliteringssyfte på sysselsättningsmöjligheterna senast ska bedömas och beslut fattas om fortsatta åtgärder samt om revidering av aktiveringsplanen eller den sektorsövergripande sysselsättningsplanen',
  en: 'the latest time for assessing its effects on the chances of employment and for deciding on what follows and on renewing the activation plan or the multisectoral employment plan',
};

/** The things of a list of the law, in its order. */
export const numbered = <Key extends string>(
  items: readonly (readonly [Key, StatuteWords])[],
): readonly Listed<Key>[] => items.map(([key, text], i) => ({ number: i + 1, key, text }));

const fiveItems = (last: StatuteWords) =>
  numbered<PlanItemKey>([
    ['description', description],
    ['duration', duration],
    ['period', period],
    ['other-services', otherServices],
    ['evaluation', last],
  ]);

// The goal joined item 1, and support became item 4: the five old ones are numbers 1, 2, 3, 5 and 6 of the new list.
const sixItems = numbered<PlanItemKey>([
  [
    'goal',
    {
      fi: 'kuntouttavan työtoiminnan tavoite, kuvaus ja toiminnan järjestämispaikka',
      sv: 'målet för och en beskrivning av arbetsverksamheten i rehabiliteringssyfte och uppgifter om platsen där verksamheten anordnas',
      en: 'the goal and a description of rehabilitative work activity and the place where it is arranged',
    },
  ],
  ['duration', duration],
  ['period', period],
  [
    'support',
    {
      fi: 'henkilölle annettava tuki ja ohjaus kuntouttavan työtoiminnan aikana',
      sv: 'det stöd och den handledning som ges den berörda personen under arbetsverksamheten i rehabiliteringssyfte',
      en: 'the support and guidance given during rehabilitative work activity',
    },
  ],
  ['other-services', otherServices],
  ['evaluation', evaluationOfEither],
]);

/** A thing that every plan of its kind says, whatever services stand in it; Swedish and English are our translations. */
export type ContentItem = Listed<
  'education' | 'earlier-services' | 'earlier-plans' | 'measures' | 'job-search' | 'services' | 'follow-up'
>;

const earlierMeasures: StatuteWords = {
  fi: 'arvio aikaisempien työllistymistä edistävien toimenpiteiden vaikuttavuudesta',
  sv: 'en bedömning av vilken effekt tidigare sysselsättningsfrämjande åtgärder har haft',
  en: 'an assessment of the effect of earlier measures that promote employment',
};
const earlierServices: StatuteWords = {
  fi: 'arvio aikaisempien julkisten työvoimapalvelujen vaikuttavuudesta',
  sv: 'en bedömning av vilken effekt tidigare offentlig arbetskraftsservice har haft',
  en: 'an assessment of the effect of earlier public employment services',
};
const jobSearchPlans: StatuteWords = {
  fi: 'arvio aikaisempien työnhakusuunnitelmien ja muiden henkilöä koskevien suunnitelmien toteutumisesta',
  sv: 'en bedömning av hur tidigare jobbsökarplaner och andra planer för personen har genomförts',
  en: 'an assessment of how earlier job-search plans and other plans of the person were carried out',
};
const employmentPlans: StatuteWords = {
  fi: 'arvio aikaisempien työllistymissuunnitelmien ja muiden henkilöä koskevien suunnitelmien toteutumisesta',
  sv: 'en bedömning av hur tidigare sysselsättningsplaner och andra planer för personen har genomförts',
  en: 'an assessment of how earlier employment plans and other plans of the person were carried out',
};

/** The four that the list has had from the beginning; what the second and the third look back at was renamed. */
function contentItems(services: StatuteWords, plans: StatuteWords): readonly ContentItem[] {
  return numbered([
    [
      'education',
      {
        fi: 'henkilön koulutusta ja työuraa koskevat tiedot',
        sv: 'uppgifter om personens utbildning och arbetskarriär',
        en: 'the person’s education and career',
      },
    ],
    ['earlier-services', services],
    ['earlier-plans', plans],
    [
      'measures',
      {
        fi: 'toimenpiteet: työllistymistä edistävät palvelut, kuntouttava työtoiminta, muut sosiaalipalvelut sekä terveys-, kuntoutus- ja koulutuspalvelut',
        sv: 'åtgärderna: service som främjar sysselsättningen, arbetsverksamhet i rehabiliteringssyfte, annan socialservice samt hälsovårds-, rehabiliterings- och utbildningstjänster',
        en: 'the measures: services that promote employment, rehabilitative work activity, other social services, and health, rehabilitation and education services',
      },
    ],
  ]);
}

export function jobSearch(number: number): ContentItem {
  return {
    number,
    key: 'job-search',
    text: {
      fi: 'työnhakuvelvollisuus',
      sv: 'skyldigheten att söka arbete',
      en: 'the duty to look for work',
    },
  };
}

/** Who signs a plan: the person, whoever organises the activity, and the employment authority, whatever each is called on its day. */
const signers = ['client', 'organiser', 'employment'] as const;

/** Section 8: what every activation plan holds, and who signs it. The multi-sectoral plan stands in its place and is signed alike (§ 9). */
export const activationPlan = enacted(
  rehabilitativeWorkAct,
  '8',
  { fi: 'Aktivointisuunnitelman sisältö', sv: 'Aktiveringsplanens innehåll', en: 'Content of the activation plan' },
  [
    between('2001-09-01', '2012-12-31', { signers, items: contentItems(earlierMeasures, jobSearchPlans) }, '189/2001'),
    // 937/2012 and 1384/2021 were not seen; what they changed is known from the acts that name them.
    between(
      '2013-01-01',
      '2022-05-01',
      { signers, items: contentItems(earlierServices, employmentPlans) },
      '937/2012',
      false,
    ),
    since(
      '2022-05-02',
      { signers, items: [...contentItems(earlierServices, employmentPlans), jobSearch(5)] },
      '1384/2021, 591/2022',
      false,
    ),
  ],
);

/** Section 9 subsection 1: what the plan says of rehabilitative work activity, by the day when the plan was made. */
export const planTemplateOn = enacted(
  rehabilitativeWorkAct,
  '9',
  {
    fi: 'Kuntouttava työtoiminta suunnitelmassa',
    sv: 'Arbetsverksamhet i rehabiliteringssyfte i planen',
    en: 'Rehabilitative work activity in the plan',
  },
  [
    between('2001-09-01', '2014-12-31', fiveItems(evaluation), '189/2001'),
    between('2015-01-01', '2020-12-31', fiveItems(evaluationOfEither), '1372/2014'),
    since('2021-01-01', sixItems, '702/2020'),
  ],
);

/** 189/2001 § 8: who signs a plan made on the day; nobody before the act. */
export function signersOfPlan(madeOn: Day): readonly (typeof signers)[number][] {
  return versionOn(activationPlan, madeOn)?.value.signers ?? [];
}

/** 189/2001 § 8: what an activation plan made on the day says whatever services stand in it; nothing before the act. */
export function activationPlanContent(madeOn: Day): readonly ContentItem[] {
  return versionOn(activationPlan, madeOn)?.value.items ?? [];
}

/** 189/2001 § 9: the items of a plan made on the day; five before 1.1.2021 and six from then on. */
export function activationPlanItems(madeOn: Day): readonly PlanItem[] {
  return valueOn(planTemplateOn, madeOn);
}

/** Section 5: a plan is held to be interrupted when so many months have passed since work, an enterprise or studies began. */
export const planInterruption = enacted(
  rehabilitativeWorkAct,
  '5',
  {
    fi: 'Aktivointisuunnitelman laatiminen ja keskeytyminen',
    sv: 'Utarbetande och avbrytande av aktiveringsplanen',
    en: 'Making and interrupting an activation plan',
  },
  [
    between('2001-09-01', '2022-12-31', { months: 1 }, '189/2001'),
    between('2023-01-01', '2024-12-31', { months: 1 }, '591/2022'),
    since('2025-01-01', { months: 1 }, '399/2023', false),
  ],
);

const interruptibleSince = day('2001-09-01');

/** Section 5: the first day on which a plan can be held to be interrupted by what began on a day, be it before the act. */
export function interruptibleFrom(begunOn: Day): Day {
  const ruledOn = begunOn < interruptibleSince ? interruptibleSince : begunOn;
  return addMonths(begunOn, valueOn(planInterruption, ruledOn).months);
}

/** 189/2001 § 9: the items that the plan still lacks; an empty answer is none, nor is a dash. */
export function missingPlanItems(
  madeOn: Day,
  answers: Readonly<Partial<Record<PlanItemKey, string>>>,
): readonly PlanItem[] {
  return activationPlanItems(madeOn).filter(({ key }) => !saysSomething(answers[key] ?? ''));
}

const sixItemsFrom = day('2021-01-01');
const adaptedAtLatest = day('2021-03-31');

/** 702/2020: a plan made before the six items came carries nothing decided after 31.3.2021 until it is adapted. */
export function carriesDecision(planMadeOn: Day, decidedOn: Day): boolean {
  return planMadeOn >= sixItemsFrom || decidedOn <= adaptedAtLatest;
}

/** 702/2020: a plan in force when the six items came had to be adapted by 31.3.2021; null when nothing is due. */
export function planToBeAdaptedBy(madeOn: Day, during: Range): Day | null {
  return madeOn < sixItemsFrom && contains(during, sixItemsFrom) ? adaptedAtLatest : null;
}

export type PlanObstacle =
  | 'no-plan'
  | 'plan-after-start'
  | 'plan-lacks-items'
  | 'plan-not-adapted'
  | 'period-open-ended'
  | 'period-too-short'
  | 'period-too-long'
  | 'too-few-days-a-week'
  | 'too-many-days-a-week'
  | 'too-short-day'
  | 'too-long-day'
  | 'not-informed-of-benefits'
  | 'evaluation-after-period';

export interface Obstacle {
  readonly why: PlanObstacle;
  readonly provision: string;
  /** What the law asks: a number, or the items that are missing. */
  readonly expected: number | readonly PlanItemKey[] | null;
}

export interface RehabilitativeStart {
  readonly during: Range;
  readonly daysAWeek: number;
  readonly hoursADay: number;
  readonly plan: {
    readonly madeOn: Day;
    readonly answers: Readonly<Partial<Record<PlanItemKey, string>>>;
    readonly informedOfBenefits: boolean;
    readonly evaluateBy: Day | null;
  } | null;
}

/** 189/2001 §§ 9 and 13 (§ 13 b from 2021): everything that stands in the way of starting; nothing when one may start. */
export function mayStartRehabilitative(start: RehabilitativeStart): { ok: boolean; obstacles: readonly Obstacle[] } {
  const { during, daysAWeek, hoursADay, plan } = start;
  const matches: Obstacle[] = [];
  const add = (why: PlanObstacle, provision: string, expected: Obstacle['expected'] = null) =>
    matches.push({ why, provision, expected });

  const limits = periodFrameOn(during.from, plan?.madeOn);
  const ofPeriod = periodProvisionOn(during.from).id;
  const length = monthsWithin(during, limits.fewestMonths, limits.mostMonths);
  if (length === 'open-ended') add('period-open-ended', ofPeriod, limits.mostMonths);
  if (length === 'too-short') add('period-too-short', ofPeriod, limits.fewestMonths);
  if (length === 'too-long') add('period-too-long', ofPeriod, limits.mostMonths);
  if (daysAWeek < limits.fewestDaysAWeek) add('too-few-days-a-week', ofPeriod, limits.fewestDaysAWeek);
  if (daysAWeek > limits.mostDaysAWeek) add('too-many-days-a-week', ofPeriod, limits.mostDaysAWeek);
  if (hoursADay < limits.fewestHoursADay) add('too-short-day', ofPeriod, limits.fewestHoursADay);
  if (hoursADay > limits.mostHoursADay) add('too-long-day', participationLimit.id, limits.mostHoursADay);

  if (plan === null) {
    add('no-plan', planTemplateOn.id);
    return { ok: false, obstacles: matches };
  }
  const missing = missingPlanItems(plan.madeOn, plan.answers).map(({ key }) => key);
  if (missing.length > 0) add('plan-lacks-items', planTemplateOn.id, missing);
  if (plan.madeOn > during.from) add('plan-after-start', planTemplateOn.id);
  if (plan.madeOn < sixItemsFrom && during.from > adaptedAtLatest) add('plan-not-adapted', planTemplateOn.id);
  if (!plan.informedOfBenefits) add('not-informed-of-benefits', planTemplateOn.id);
  if (plan.evaluateBy !== null && during.to !== null && plan.evaluateBy > addDays(during.to, -1)) {
    add('evaluation-after-period', planTemplateOn.id);
  }
  return { ok: matches.length === 0, obstacles: matches };
}
