import { figure } from '../../frame/figure.ts';
import { countMoney, moneyFacts } from '../../frame/money.ts';

export const paid = figure({
  id: 'paid',
  question: 'Q14',
  unit: 'euro',
  basis: 'period',
  about: 'persons',
  divides: true,
  label: { fi: 'Maksettu asiakkaille', sv: 'Betalat till klienter', en: 'Paid to clients' },
  definition: {
    fi: 'Asiakkaille jakson päiviltä maksetut korvaukset. Suljetuilta kuukausilta luku on tilikirjasta oikaisuineen; vielä sulkemattomilta se lasketaan merkityistä päivistä voimassa olevin perustein ja kerrotaan myös erikseen. Rinnalla henkilöt ja päivät rahalajeittain.',
    sv: 'Ersättningar till klienter för periodens dagar. För stängda månader kommer talet från liggaren med rättelser; för månader som inte är stängda räknas det av de antecknade dagarna enligt gällande grunder och anges också för sig. Bredvid personer och dagar enligt slag.',
    en: 'Compensation to clients for days of the period. Of closed months it is what the ledger holds, corrections included; of months not yet closed it is reckoned from the days marked by the rates in force, and also told apart. Beside it persons and days by kind.',
  },
  population:
    'Amounts owed to clients for days of the period in placements of the services; one person, day and kind of money counts once.',
  example:
    'Anna was present in open work on two days of a closed month at 12.00 and on one of an open month: 36.00 euro, 1 person, 3 days; 12.00 of it not closed.',
  facts: ['fact_attendance', 'fact_compensation', 'fact_compensation_day', 'fact_month'],
  cases: moneyFacts,
  value: (facts) =>
    countMoney(
      facts.filter(({ also, category }) => also === 'client' && category !== 'meal-charge'),
      facts.length,
    ),
});
