import { addWeekdays, ageOn, type Day } from '../kernel/day.ts';
import { lastDayOfMonths, movedToWorkingDay } from './act-1930-150.ts';
import { between, enacted, type Statute, type StatuteWords, since, valueOn } from './provision.ts';

const act: Statute = {
  number: '1301/2014',
  title: { fi: 'Sosiaalihuoltolaki', sv: 'Socialvårdslag', en: 'Social Welfare Act' },
};

// 677/2023 says 1.10.2023; its coming into force was moved to 1.1.2025 together with 675/2023 (HE 9/2023).
const moved = '677/2023, moved to 1.1.2025 by HE 9/2023';

/** Section 34: a matter becomes pending by application, or when a worker learns of the need. */
export const pendingAndEnd = enacted(
  act,
  '34',
  {
    fi: 'Sosiaalihuollon asiakkuuden alkaminen ja päättyminen',
    sv: 'Inledning och avslutning av en klientrelation i socialvården',
    en: 'Beginning and end of being a client',
  },
  [since('2015-04-01', null, '1301/2014')],
);

/** Section 36: whose assessment must begin by the given working day from contact. */
export const needsAssessment = enacted(
  act,
  '36',
  { fi: 'Palvelutarpeen arviointi', sv: 'Bedömning av servicebehovet', en: 'Assessment of need' },
  [
    between('2015-04-01', '2024-12-31', { workingDays: 7, overAge: 75, disabled: false }, '1301/2014'),
    since('2025-01-01', { workingDays: 7, overAge: 75, disabled: true }, moved),
  ],
);

/** Section 37: what an assessment holds. */
export const assessmentContent = enacted(
  act,
  '37',
  {
    fi: 'Palvelutarpeen arvioinnin sisältö',
    sv: 'Innehållet i bedömningen av servicebehovet',
    en: 'Content of the assessment of need',
  },
  [since('2015-04-01', null, '1301/2014')],
);

export type ClientPlanItemKey =
  | 'need'
  | 'services'
  | 'necessary-services'
  | 'meetings'
  | 'strengths'
  | 'goals'
  | 'duration'
  | 'partners'
  | 'follow-up'
  | 'life-situation'
  | 'own-proposal';

export interface ClientPlanItem {
  readonly number: number;
  readonly key: ClientPlanItemKey;
  /** A short label of ours; the wording is in the law. */
  readonly label: StatuteWords;
}

const labels: readonly (readonly [ClientPlanItemKey, StatuteWords])[] = [
  ['need', { fi: 'Arvio tuen tarpeesta', sv: 'Bedömning av stödbehovet', en: 'Need of support' }],
  [
    'services',
    { fi: 'Tarvittavat palvelut ja toimenpiteet', sv: 'Service och åtgärder som behövs', en: 'Services needed' },
  ],
  [
    'necessary-services',
    {
      fi: 'Välttämättömät sosiaalipalvelut, alku ja kesto',
      sv: 'Nödvändig socialservice, början och längd',
      en: 'Necessary services, beginning and length',
    },
  ],
  ['meetings', { fi: 'Kuinka usein tavataan', sv: 'Hur ofta man träffas', en: 'How often to meet' }],
  ['strengths', { fi: 'Vahvuudet ja voimavarat', sv: 'Styrkor och resurser', en: 'Strengths' }],
  ['goals', { fi: 'Yhdessä asetetut tavoitteet', sv: 'Gemensamt uppställda mål', en: 'Goals set together' }],
  ['duration', { fi: 'Arvio asiakkuuden kestosta', sv: 'Bedömning av klientrelationens längd', en: 'How long' }],
  [
    'partners',
    { fi: 'Yhteistyötahot ja vastuut', sv: 'Samarbetspartner och ansvar', en: 'Partners and who does what' },
  ],
  ['follow-up', { fi: 'Seuranta ja uudelleenarviointi', sv: 'Uppföljning och omprövning', en: 'Follow-up' }],
  [
    'life-situation',
    {
      fi: 'Elämäntilanteen ja toimintaympäristön vaikutus',
      sv: 'Livssituationens och verksamhetsmiljöns inverkan',
      en: 'Effect of life situation and surroundings',
    },
  ],
  [
    'own-proposal',
    {
      fi: 'Asiakkaan ehdotus tuottamis- ja toteuttamistavasta',
      sv: 'Klientens förslag till sätt att producera och genomföra',
      en: "Client's own proposal for the way of providing",
    },
  ],
];
const items = labels.map(([key, label], i): ClientPlanItem => ({ number: i + 1, key, label }));

/** Section 39: the items of a client plan, as far as the need requires. */
export const clientPlan = enacted(act, '39', { fi: 'Asiakassuunnitelma', sv: 'Klientplan', en: 'Client plan' }, [
  between('2015-04-01', '2024-12-31', items.slice(0, 9), '1301/2014'),
  since('2025-01-01', items, moved),
]);

/** Section 42: an own worker for the time of being a client, unless another worker is responsible. */
export const ownWorker = enacted(act, '42', { fi: 'Omatyöntekijä', sv: 'Egen kontaktperson', en: 'Own worker' }, [
  since('2015-04-01', null, '1301/2014'),
]);

/** Section 45: a written decision, carried out in three months from pending at the latest. */
export const decisionAndExecution = enacted(
  act,
  '45',
  {
    fi: 'Sosiaalihuoltoa koskeva päätöksenteko ja toimeenpano',
    sv: 'Beslutsfattande och verkställighet som gäller socialvården',
    en: 'Decision making and execution in social welfare',
  },
  [
    between('2015-04-01', '2024-12-31', { months: 3, deviationIsReasoned: false }, '1301/2014'),
    since('2025-01-01', { months: 3, deviationIsReasoned: true }, moved),
  ],
);

/** Section 50: rectification is requested as the Administrative Procedure Act says. */
export const rectificationInSocialWelfare = enacted(
  act,
  '50',
  { fi: 'Oikaisuvaatimus', sv: 'Begäran om omprövning', en: 'Request for rectification' },
  [since('2015-04-01', null, '1301/2014')],
);

/**
 * 1301/2014 § 36: the last day for beginning the assessment, or null when the law gives no number of days.
 * Saturdays count: no statute leaves them out of the days on the way. A last day that falls on one moves to the next working day
 * (150/1930 § 5).
 */
export function assessmentStartLimit(
  contactedOn: Day,
  person: { readonly birthOn: Day | null; readonly highestCareAllowance: boolean; readonly disabled: boolean },
): Day | null {
  const rule = valueOn(needsAssessment, contactedOn);
  const old = person.birthOn !== null && ageOn(person.birthOn, contactedOn) > rule.overAge;
  const entitled = old || person.highestCareAllowance || (rule.disabled && person.disabled);
  return entitled ? movedToWorkingDay(addWeekdays(contactedOn, rule.workingDays)) : null;
}

/** 1301/2014 § 39: the items of a client plan made on the day; nine before 2025 and eleven from then on. */
export function clientPlanItems(madeOn: Day): readonly ClientPlanItem[] {
  return valueOn(clientPlan, madeOn);
}

/** 1301/2014 § 42: must an own worker be named? */
export function ownWorkerNeeded(client: {
  readonly anotherWorkerIsResponsible: boolean;
  readonly obviouslyUnnecessary: boolean;
}): boolean {
  return !client.anotherWorkerIsResponsible && !client.obviouslyUnnecessary;
}

/**
 * 1301/2014 § 45 subsection 2: the last day for carrying out the decision, counted from the day the matter became pending.
 * Matters that became pending before the section are held to it too: three months were the rule of 380/1987 § 3 a as well (recalled).
 */
export function executionLimit(receivedOn: Day): Day {
  const first = decisionAndExecution.versions[0]?.during.from ?? receivedOn;
  return lastDayOfMonths(receivedOn, valueOn(decisionAndExecution, receivedOn < first ? first : receivedOn).months);
}

/** 1301/2014 § 45 subsection 3: must a decision that departs from the plan say why? */
export function deviationMustBeReasoned(decidedOn: Day): boolean {
  return valueOn(decisionAndExecution, decidedOn).deviationIsReasoned;
}
