import { rowsOf } from '../../../server/database/statement.ts';
import { byClass, median, personsOf, sum } from '../../frame/count.ts';
import { type Fact, figure, type Part, zFact } from '../../frame/figure.ts';
import { within } from '../../frame/scope.ts';

/** Workers with the persons they answer for; the facts of each carry the worker's share of full time and agreed caseload. */
function workersOf(facts: readonly Fact[]) {
  return byClass(facts, (fact) => fact.thing).map(([id, own]) => ({
    id,
    name: own[0]?.name ?? null,
    team: own[0]?.also ?? null,
    persons: personsOf(own).size,
    share: own[0]?.amount ?? null,
    agreed: own[0]?.times ?? null,
  }));
}

export const clientsPerWorker = figure({
  id: 'clients-per-worker',
  question: 'Q11',
  unit: 'persons',
  basis: 'day',
  about: 'persons',
  label: { fi: 'Asiakkaita työntekijää kohti', sv: 'Klienter per arbetstagare', en: 'Clients per worker' },
  definition: {
    fi: 'Vastuutyöntekijöiden asiakasmäärien mediaani kysyttynä päivänä. Rinnalla asiakkaat työntekijöittäin, sovittu enimmäismäärä, tiimit ja asiakkaat kokoaikaista työntekijää kohti. Asiakasvastaavat ovat erikseen.',
    sv: 'Det mellersta av de ansvariga arbetstagarnas klientantal på dagen. Bredvid klienterna enligt arbetstagare, det avtalade högsta antalet, teamen och klienter per heltidsanställd. Klientansvariga står för sig.',
    en: 'The middle one of the responsible workers’ numbers of clients on the day. Beside it clients by worker, the caseload agreed at most, teams, and clients per full-time worker. Case managers stand apart.',
  },
  population:
    'Persons with a client relationship in force on the day, by the worker who answers for them on it as coach, group leader or named official.',
  example:
    'One instructor with 4 clients and one at half time, of TYP, with 2: the middle is 3, and 4 per full-time worker.',
  facts: ['fact_responsible', 'fact_post'],
  cases: (scope) => rowsOf(zFact)`
    select w.person_id as person, min(w.client_id::text)::uuid as client, w.worker_id::text as thing, w.role as category,
      min(n.worker) as name, min(p.team) as also, max(p.share) as amount, max(p.agreed) as times
    from fact_responsible w
    left join (select distinct p.worker_id, p.worker from fact_post p) n on n.worker_id = w.worker_id
    left join (select p.worker_id, string_agg(distinct p.team, ', ') as team, sum(p.full_time_share) as share,
        max(p.agreed_caseload) as agreed
      from fact_post p where p.during @> ${scope.asOf}::date group by p.worker_id) p on p.worker_id = w.worker_id
    where ${within(scope, 'w')} and w.during @> ${scope.asOf}::date
    group by w.person_id, w.worker_id, w.role`,
  value: (facts) => {
    const own = facts.filter(({ category }) => category !== 'case-manager');
    const workers = workersOf(own);
    const persons = personsOf(own).size;
    const fullTime = sum(workers.map(({ share }) => share ?? 0));
    const teams = Map.groupBy(
      workers.filter(({ team }) => team !== null),
      ({ team }) => team as string,
    );
    const ofWorkers = (by: string, some: ReturnType<typeof workersOf>) => ({
      by,
      tellsNothing: true,
      parts: some
        .map((one): Part => ({ key: one.id, name: one.name, value: one.persons, persons: one.persons }))
        .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || (`${a.name} ${a.key}` < `${b.name} ${b.key}` ? -1 : 1)),
    });
    return {
      value: median(workers.map((one) => one.persons)),
      recorded: workers.length,
      cases: persons,
      persons,
      behind: own.map(({ client, thing }) => ({ client, category: thing })),
      breakdown: ofWorkers('worker', workers),
      more: [
        {
          by: 'caseload',
          apart: true,
          parts: [
            { key: 'workers', value: workers.length, persons, unit: 'count' },
            ...(fullTime > 0
              ? [{ key: 'per-full-time', value: Math.round((persons / fullTime) * 10) / 10, persons }]
              : []),
          ],
        },
        {
          by: 'agreed-caseload',
          apart: true,
          parts: [...new Set(workers.flatMap(({ agreed }) => (agreed === null ? [] : [agreed])))]
            .sort((a, b) => b - a)
            .map((agreed): Part => {
              const some = workers.filter((one) => one.agreed === agreed);
              return {
                key: `agreed-${agreed}`,
                name: some.map(({ name }) => name).join(', '),
                value: agreed,
                persons: 0,
              };
            }),
        },
        {
          by: 'team',
          tellsNothing: true,
          sums: true,
          parts: [...teams]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([team, some]): Part => {
              const inTeam = sum(some.map((one) => one.persons));
              return { key: team, value: inTeam, persons: inTeam };
            }),
        },
        ofWorkers('case-manager', workersOf(facts.filter(({ category }) => category === 'case-manager'))),
      ],
    };
  },
});
