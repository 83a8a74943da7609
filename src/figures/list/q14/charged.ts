import { figure } from '../../frame/figure.ts';
import { countMoney, moneyFacts } from '../../frame/money.ts';

export const charged = figure({
  id: 'charged',
  question: 'Q14',
  unit: 'euro',
  basis: 'period',
  about: 'persons',
  divides: true,
  label: { fi: 'Peritty', sv: 'Uppburet', en: 'Charged' },
  definition: {
    fi: 'Jakson päiviltä perityt ateriamaksut ja työnantajien osuudet, omina riveinään eikä korvauksista vähennettyinä. Suljetuilta kuukausilta luku on tilikirjasta oikaisuineen, vielä sulkemattomilta merkityistä päivistä.',
    sv: 'Måltidsavgifter och arbetsgivares andelar för periodens dagar, på egna rader och inte avdragna från ersättningarna. För stängda månader kommer talet från liggaren med rättelser, för andra av de antecknade dagarna.',
    en: 'Meal charges and employers’ shares for days of the period, as lines of their own and never netted against compensation. Of closed months it is what the ledger holds, corrections included; of others it comes from the days marked.',
  },
  population: 'Amounts charged from clients and employers for days of the period in placements of the services.',
  example:
    'Bo was present with a meal on two days at 5.37: charged 10.74 euro, 1 person, 2 days; the work-share money of the same days is in paid.',
  facts: ['fact_attendance', 'fact_compensation', 'fact_compensation_day', 'fact_month'],
  cases: moneyFacts,
  value: (facts) =>
    countMoney(
      facts.filter(({ also, category }) => also === 'employer' || category === 'meal-charge'),
      facts.length,
    ),
});
