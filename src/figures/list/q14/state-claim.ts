import { sql } from 'kysely';
import { addMonths, type Day, monthOf, startOfMonth } from '../../../kernel/day.ts';
import { periodFrameOfOld, periodFrameOn, stateCompensation } from '../../../law/act-2001-189.ts';
import { rowsOf } from '../../../server/database/statement.ts';
import { personsOf, sum } from '../../frame/count.ts';
import { type Fact, figure, type Part, type Scope, zFact } from '../../frame/figure.ts';
import { withinOrganiser } from '../../frame/scope.ts';

const monthsListed = 6;

/** Before it there was no such activity, and so no day of it. */
const firstDay = periodFrameOfOld.versions[0]?.during.from as Day;

const laterDay = (a: Day, b: Day): Day => (a < b ? b : a);

const firstListed = (scope: Scope): Day => addMonths(startOfMonth(scope.period.to), -monthsListed);

export const stateClaim = figure({
  id: 'state-claim',
  question: 'Q14',
  unit: 'euro',
  basis: 'month',
  about: 'persons',
  services: ['rehabilitative-work'],
  label: { fi: 'Valtion korvaus', sv: 'Statlig ersättning', en: 'State compensation' },
  definition: {
    fi: 'Valtion korvaus kuntouttavan työtoiminnan osallistumispäivistä kuukauden aikana. Päivä lasketaan kerran, vaikka paikkoja olisi kaksi; läsnäolon on oltava vähintään lain mukaiset tunnit. Päiviä, jotka ylittävät lain enimmäismäärän 12 kuukaudessa, ei lasketa; ne kerrotaan erikseen. Kuukausi päättyy kysyttyyn päivään; rinnalla kokonaiset kuukaudet.',
    sv: 'Statens ersättning för deltagardagar i arbetsverksamhet i rehabiliteringssyfte under månaden. En dag räknas en gång, även om platserna är två; närvaron ska vara minst lagens timmar. Dagar över lagens högsta antal under 12 månader räknas inte; de anges för sig. Månaden slutar den dag som frågan gäller; bredvid hela månader.',
    en: 'The state’s compensation for days of participation in rehabilitative work in the month. A day counts once, also at two sites; presence must be for the hours of the law at least. Days above the law’s most in 12 months do not count, and are told apart. The month ends with the day asked for; whole months stand beside.',
  },
  population:
    'Days on which a person was present in rehabilitative work in a placement of the hours that the law asks for, within the most days of 12 months.',
  example:
    'Anna was present on 3 days, on one of them at two sites; Bo on 2 days, one of them of 3 hours: 4 days, 40.36 euro.',
  facts: ['fact_attendance'],
  cases: (scope) => {
    const { from, to } = scope.period;
    const first = firstListed(scope);
    const price = sql.join(
      stateCompensation.versions
        .toReversed()
        .map(({ during, value }) => sql`when k.held_on >= ${during.from}::date then ${value}::int`),
      sql` `,
    );
    // Whoever has one placement has one day of each mark; only of others the days are looked at one by one.
    return rowsOf(zFact)`
      with place as materialized (
        select m.placement_id, m.person_id, m.client_id, count(*) over (partition by m.person_id) > 1 as several
        from fact_placement m
        where ${withinOrganiser(scope, 'm')} and m.service = 'rehabilitative-work' and m.service = any(${[...scope.services]}::text[])
          and m.hours_a_day >= ${periodFrameOn(laterDay(scope.asOf, firstDay)).fewestHoursADay}
      ), over as materialized (
        select person_id, held_on from fact_days_over_limit(${[...scope.organiserIds]}::uuid[],
          daterange(least(${from}::date, ${first}::date), ${to}::date))
      ), mark as (
        select k.placement_id, case when o.held_on is not null then 'over' end as also, date_trunc('month', k.held_on::timestamp)::date as month, k.held_on >= ${from}::date as flag,
          case ${price} else 0 end as price, case when p.several then k.held_on end as alone_on, count(*) as days
        from place p
        -- Looked up by place: of a county's marks of half a year a quarter are of this service.
        cross join lateral (select k.placement_id, k.held_on from known_attendance_mark k
          where k.placement_id = p.placement_id and ${withinOrganiser(scope, 'k')} and k.kind = 'present'
            and k.held_on >= least(${from}::date, ${first}::date) and k.held_on < ${to}::date offset 0) k
        left join over o on o.person_id = p.person_id and o.held_on = k.held_on
        group by k.placement_id, also, month, flag, price, alone_on
      ), day as (
        select p.person_id, p.client_id as client, k.also, k.month, k.flag, k.days, k.days * k.price as cents
        from mark k join place p on p.placement_id = k.placement_id where not p.several
        union all
        select p.person_id, min(p.client_id::text)::uuid, k.also, k.month, k.flag, 1, k.price
        from mark k join place p on p.placement_id = k.placement_id where p.several
        group by p.person_id, k.also, k.alone_on, k.month, k.flag, k.price
      )
      select person_id as person, client, also, to_char(month, 'YYYY-MM') as category, flag, sum(days)::int as times, sum(cents)::int as amount
      from day group by person_id, client, also, month, flag`;
  },
  value: (facts, scope) => {
    const euro = (some: readonly Fact[]) => sum(some.map(({ amount }) => amount ?? 0)) / 100;
    const days = (some: readonly Fact[]) => sum(some.map(({ times }) => times ?? 0));
    const claimed = facts.filter(({ also }) => also !== 'over');
    const matches = claimed.filter(({ flag }) => flag);
    const tooMany = facts.filter(({ also, flag }) => also === 'over' && flag);
    const months = [...Map.groupBy(claimed, ({ category }) => category as string)]
      .filter(([month]) => month >= monthOf(firstListed(scope)) && month < monthOf(scope.period.to))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const parts = (of: (some: readonly Fact[]) => number, unit: Part['unit']) =>
      months.map(
        ([key, some]): Part => ({ key, value: of(some), persons: personsOf(some).size, ...(unit ? { unit } : {}) }),
      );
    return {
      value: euro(matches),
      recorded: facts.length,
      cases: days(matches),
      persons: personsOf(matches).size,
      behind: matches,
      breakdown: { by: 'month', apart: true, together: true, parts: parts(euro, 'euro') },
      more: [
        {
          by: 'days-by-money',
          apart: true,
          together: true,
          parts: [
            { key: 'participation-days', value: days(matches), persons: personsOf(matches).size, unit: 'days' },
            ...(tooMany.length > 0
              ? [
                  {
                    key: 'days-over-limit',
                    value: days(tooMany),
                    persons: personsOf(tooMany).size,
                    unit: 'days' as const,
                  },
                ]
              : []),
            ...parts(days, 'days'),
          ],
        },
      ],
    };
  },
});
