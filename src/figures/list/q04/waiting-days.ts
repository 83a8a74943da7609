import { addDays, type Day, daysBetween, zDay } from '../../../kernel/day.ts';
import { laterEnd } from '../../../kernel/range.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { personsOf } from '../../frame/count.ts';
import { type Fact, figure, type Part, type Scope, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';
import { curveOf } from '../../method/lengths.ts';
import { type Curve, medianStay, type Stay, stayQuantile } from '../../method/survival.ts';

interface Wait {
  readonly fact: Fact;
  /** One day longer than the wait, so that who did not wait at all is under observation too. */
  readonly stay: Stay;
  readonly days: number;
  /** On the last day of the period, neither over nor given up. */
  readonly waits: boolean;
}

/** What of each wait is seen within the period: from its first day or that of the period, until its end or the last day. */
function waitsOf(facts: readonly Fact[], scope: Scope): Wait[] {
  const last = addDays(scope.period.to, -1);
  return facts.flatMap((fact) => {
    const began = fact.on as Day;
    const extra = fact.extra ?? {};
    const dayOf = (key: string): Day | null => (extra[key] ? zDay.parse(extra[key]) : null);
    const [over, leftOn] = [dayOf('over'), dayOf('left')];
    const ended = over !== null && over <= last;
    const left = leftOn !== null && leftOn <= last;
    const until = ended ? over : left ? leftOn : last;
    const seen = laterEnd(dayOf('seen') ?? began, scope.period.from) ?? began;
    const days = daysBetween(began, until);
    const enter = Math.max(0, daysBetween(began, seen));
    return days + 1 > enter ? [{ fact, days, waits: !ended && !left, stay: { enter, leave: days + 1, ended } }] : [];
  });
}

const curveOfWaits = (waits: readonly Wait[]): Curve => curveOf(waits.map(({ stay }) => stay));

const less = (days: number | null): number | null => (days === null ? null : days - 1);

function partsOf(waits: readonly Wait[], curve: Curve): Part[] {
  const persons = personsOf(waits.map(({ fact }) => fact)).size;
  const part = (key: string, value: number | null): Part[] =>
    value === null ? [] : [{ key, value, persons, unit: 'days' }];
  const median = medianStay(curve);
  const open = waits.filter((one) => one.waits);
  const longest = Math.max(...open.map(({ days }) => days));
  return [
    ...part('median-low', less(median.low)),
    ...part('median-high', less(median.high)),
    ...part('nine-of-ten', less(stayQuantile(curve, 0.9).days)),
    ...(open.length === 0
      ? []
      : [
          {
            key: 'longest-waiting',
            value: longest,
            // Told of those alone who wait so long, however many others there are.
            persons: personsOf(open.flatMap(({ fact, days }) => (days === longest ? [fact] : []))).size,
            unit: 'days' as const,
          },
        ]),
  ];
}

export const waitingDays = figure({
  id: 'waiting-days',
  question: 'Q4',
  unit: 'days',
  basis: 'period',
  about: 'persons',
  label: {
    fi: 'Odotusaika vireilletulosta päätökseen',
    sv: 'Väntetid från anhängiggörande till beslut',
    en: 'Waiting time from receipt to decision',
  },
  definition: {
    fi: 'Vireilletulosta päätökseen kuluva aika mediaanina: puolet asioista ratkaistaan enintään tässä ajassa. Rinnalla aika, jossa yhdeksän kymmenestä on ratkaistu, pisin edelleen odottanut, ja samat päätöksestä ensimmäiseen päivään toimintapaikassa. Kesken olevat ovat mukana siltä ajalta, jonka ne ovat odottaneet, ja peruutetut peruuttamiseensa asti (Kaplan–Meier).',
    sv: 'Mediantiden från det att ärendet blir anhängigt till beslutet: hälften av ärendena avgörs senast inom denna tid. Bredvid tiden inom vilken nio av tio har avgjorts, den längsta som ännu väntar, och detsamma från beslutet till första dagen på en plats. Anhängiga ärenden är med för den tid de har väntat, återtagna till dess att de återtogs (Kaplan–Meier).',
    en: 'The median time from receipt to decision: half of the matters are decided at most in this time. Beside it the time by which nine of ten are decided, the longest that still waits, and the same from decision to the first day at a place. Pending matters count for the time they have waited, withdrawn ones until their withdrawal (Kaplan–Meier).',
  },
  population:
    'Referrals pending on a day of the period, and granting decisions whose client had no place in the service on the day of the decision and waited for one on a day of the period; who waited before the period enters late.',
  example:
    'Ten matters received on 1.5.: decided after 0, 5, 10, 14, 20 and 30 days, one withdrawn after 40, three pending on 17.6.: half are decided in 25 days, and the longest has waited 47. The one that was granted began at its place after 14 days.',
  facts: ['fact_referral', 'fact_decision', 'fact_placement'],
  cases: (scope) => rowsOf(zFact)`
    with granted as materialized (
      select d.person_id, d.client_id, d.decision_id, d.service, d.decided_on, d.came_on, upper(d.in_force) as ends
      from fact_decision d where ${within(scope, 'd')} and d.outcome = 'grant' and d.decided_on < ${scope.period.to}::date),
    placed as materialized (select m.person_id, m.service, m.during from fact_placement m where ${within(scope, 'm')}),
    first as (
      select g.*, min(lower(p.during)) filter (where p.during && daterange(g.decided_on, null)) as began
      from granted g left join placed p on p.person_id = g.person_id and p.service = g.service
      group by g.person_id, g.client_id, g.decision_id, g.service, g.decided_on, g.came_on, g.ends)
    select r.person_id as person, r.client_id as client, r.referral_id as thing, 'to-decision' as category, r.received_on as "on",
      jsonb_build_object('over', r.decided_on, 'left', r.withdrawn_on, 'seen', r.came_on) as extra
    from fact_referral r
    where ${within(scope, 'r')} and r.received_on < ${scope.period.to}::date
      and coalesce(least(r.decided_on, r.withdrawn_on), ${scope.period.to}::date) >= ${scope.period.from}::date
    union all
    select f.person_id, f.client_id, f.decision_id, 'to-service', f.decided_on,
      jsonb_build_object('over', f.began, 'left', f.ends, 'seen', f.came_on)
    from first f
    where not (f.began is not null and f.began <= coalesce(f.came_on, f.decided_on))
      and coalesce(f.began, f.ends, ${scope.period.to}::date) >= ${scope.period.from}::date`,
  value: (facts, scope) => {
    const of = (category: string) =>
      waitsOf(
        facts.filter((fact) => fact.category === category),
        scope,
      );
    const [decided, served] = [of('to-decision'), of('to-service')];
    const [curve, further] = [curveOfWaits(decided), curveOfWaits(served)];
    const median = less(medianStay(curve).days);
    const toService = less(medianStay(further).days);
    return {
      value: median,
      recorded: decided.length,
      cases: decided.length,
      persons: personsOf(decided.map(({ fact }) => fact)).size,
      ...(median === null && decided.length > 0 ? { longerThan: curve.until - 1 } : {}),
      breakdown: { by: 'length', apart: true, parts: partsOf(decided, curve) },
      more: [
        {
          by: 'to-service',
          apart: true,
          parts: [
            ...(toService === null
              ? []
              : [
                  {
                    key: 'median',
                    value: toService,
                    persons: personsOf(served.map(({ fact }) => fact)).size,
                    unit: 'days' as const,
                  },
                ]),
            ...partsOf(served, further),
          ],
        },
      ],
      behind: decided.map(({ fact }) => fact),
    };
  },
});
