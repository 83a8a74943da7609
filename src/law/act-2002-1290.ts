import { addDays, type Day, day } from '../kernel/day.ts';
import { type Cents, cents } from '../kernel/money.ts';
import { between, enacted, type Statute, since, valueOn, versionOn } from './provision.ts';

const act: Statute = {
  number: '1290/2002',
  title: { fi: 'Työttömyysturvalaki', sv: 'Lag om utkomstskydd för arbetslösa', en: 'Unemployment Security Act' },
};

const subject = { fi: 'Kulukorvaus', sv: 'Kostnadsersättning', en: 'Cost compensation' };

/** Chapter 7 section 8: upkeep compensation for a day of participation, until 2012. */
export const upkeepCompensation = enacted(
  act,
  '7:8',
  { fi: 'Ylläpitokorvaus', sv: 'Ersättning för uppehälle', en: 'Upkeep compensation' },
  [
    between('2003-01-01', '2003-12-31', cents(700), '1290/2002'),
    // 1188/2009 rewrote the chapters from 2010; that the amount stayed is not verified.
    between('2004-01-01', '2012-12-31', cents(800), '926/2003; place in the act from 2010 not verified', false),
  ],
);

/** Chapter 3 section 1: at which ages the unemployed are paid a benefit, labour market subsidy among them. */
export const agesOfUnemployed = enacted(act, '3:1', { fi: 'Ikä', sv: 'Ålder', en: 'Age' }, [
  since('2003-01-01', { from: 17, before: 65 }, '1290/2002'),
]);

/** Chapter 10 section 6: cost compensation for a day of participation, from 2013. */
export const costCompensation = enacted(act, '10:6', subject, [since('2013-01-01', cents(900), '918/2012')]);

/** Chapter 10 section 3: no benefit for days of absence, except for these reasons. */
export const benefitWhenAbsent = enacted(
  act,
  '10:3',
  {
    fi: 'Poissaolo työllistymistä edistävästä palvelusta',
    sv: 'Frånvaro från sysselsättningsfrämjande service',
    en: 'Absence from a service that promotes employment',
  },
  [since('2013-01-01', { daysWithIllChild: 4, childUnder: 10 }, '918/2012; later amendments not verified')],
);

/** Chapter 1 section 4: who pays which unemployment benefit. */
export const benefitPayers = enacted(
  act,
  '1:4',
  { fi: 'Lain toimeenpano', sv: 'Verkställighet av lagen', en: 'Implementation of the act' },
  [
    since(
      '2003-01-01',
      new Map<string, 'kela' | 'fund'>([
        ['labour-market-subsidy', 'kela'],
        ['basic-allowance', 'kela'],
        ['earnings-related-allowance', 'fund'],
      ]),
      '1290/2002',
    ),
  ],
);

/** 1290/2002 ch. 1 § 4: who pays an unemployment benefit; null where the benefit is none of those. */
export function payerOfBenefit(benefit: string): 'kela' | 'fund' | null {
  return benefitPayers.versions.flatMap(({ value }) => value.get(benefit) ?? [])[0] ?? null;
}

const newFrom = day('2013-01-01');

/**
 * 1290/2002 ch. 10 § 6 (ch. 7 § 8 until 2012): what a recipient of unemployment benefit gets for a day of participation.
 * Activity that began before 2013 and went on without a break kept the old amount (918/2012).
 */
export function costCompensationOn(on: Day, begunOn: Day = on): Cents {
  if (on < newFrom) return valueOn(upkeepCompensation, on);
  return begunOn < newFrom ? valueOn(upkeepCompensation, addDays(newFrom, -1)) : valueOn(costCompensation, on);
}

export type AbsenceFromService = 'incapacity' | 'child-ill' | 'job-interview' | 'other';

/**
 * 1290/2002 ch. 10 § 3: is the benefit paid for the day of absence? An ill child excuses four working days at a time.
 * Null before the provision was in force.
 */
export function absenceKeepsBenefit(why: AbsenceFromService, workingDay: number, on: Day): boolean | null {
  const version = versionOn(benefitWhenAbsent, on);
  if (!version) return null;
  if (why === 'incapacity' || why === 'job-interview') return true;
  return why === 'child-ill' && workingDay <= version.value.daysWithIllChild;
}
