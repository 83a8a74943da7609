/** Small worlds for tests of figures: rows written by the owner, as few as a question needs. */

import { sql } from 'kysely';
import { expect } from 'vitest';
import { agreementHash } from '../src/casework/agreement/reads.ts';
import { type AgreementParty, parties as agreementParties } from '../src/casework/agreement/words.ts';
import { operatorId } from '../src/commands/operator.ts';
import { casesBehind, compute, reckonAll } from '../src/figures/frame/compute.ts';
import { figureById } from '../src/figures/frame/registry.ts';
import type { FigureResult } from '../src/figures/frame/result.ts';
import { addDays, type Day, day } from '../src/kernel/day.ts';
import { range } from '../src/kernel/range.ts';
import type { Service } from '../src/kernel/service.ts';
import { helsinkiClock } from '../src/server/clock.ts';
import type { Database, Write } from '../src/server/database/pool.ts';
import { enterAs } from '../src/server/perform.ts';

type Values = Record<string, unknown>;

const lists = new Set(['provisions', 'services']);

/** Writes one row and gives back its id. `recorded` may be given, to say when it was known. */
async function insert(db: Database, table: string, values: Values): Promise<string> {
  const columns = Object.entries(values).filter(([, value]) => value !== undefined);
  const { rows } = await sql<{
    id: string;
  }>`insert into ${sql.table(table)} (${sql.join(columns.map(([name]) => sql.ref(name)))})
    values (${sql.join(columns.map(([name, value]) => (lists.has(name) ? sql`${value}::text[]` : sql`${value}`)))}) returning id`.execute(
    db,
  );
  return rows[0]?.id as string;
}

const during = (from: string, to?: string | null) => `[${from},${to ?? ''})`;

export interface TestClient {
  id: string;
  person: string;
  organiserId: string;
}
export interface TestRelationship {
  id: string;
  client: TestClient;
  service: Service;
}

export function worldOf(db: Database) {
  let no = 0;
  const add = (table: string, values: Values) => insert(db, table, values);
  return {
    add,
    async organiser(code: string, more: Values = {}): Promise<string> {
      return add('organiser_organiser', {
        code,
        kind: 'municipality',
        name_fi: code,
        name_sv: code,
        name_en: code,
        register_from_on: '2010-01-01',
        during: during('2000-01-01'),
        ...more,
      });
    },
    /** The services must be known before anything is offered; once a world. */
    async services(names: readonly Service[]): Promise<void> {
      for (const [place, code] of names.entries())
        await sql`insert into organiser_service (code, name_fi, name_sv, name_en, place)
          values (${code}, ${code}, ${code}, ${code}, ${place}) on conflict do nothing`.execute(db);
    },
    async offering(organiserId: string, service: Service, more: Values = {}): Promise<string> {
      return add('organiser_offering', {
        organiser_id: organiserId,
        service,
        provision_mode: 'own',
        during: during('2000-01-01'),
        ...more,
      });
    },
    async worker(organiserId: string, role: string, more: Values = {}): Promise<string> {
      const id = await add('worker_worker', {
        organiser_id: organiserId,
        family_name: `Worker ${++no}`,
        given_name: 'Test',
      });
      await add('worker_post', {
        worker_id: id,
        organiser_id: organiserId,
        role,
        during: during('2000-01-01'),
        ...more,
      });
      return id;
    },
    async client(organiserId: string, more: Values = {}): Promise<TestClient> {
      const id = await add('client_client', {
        organiser_id: organiserId,
        family_name: `Client ${++no}`,
        given_names: 'Test',
        ...more,
      });
      const { rows } = await sql<{ person_id: string }>`select person_id from client_client where id = ${id}`.execute(
        db,
      );
      return { id, person: rows[0]?.person_id as string, organiserId };
    },
    async relationship(
      client: TestClient,
      service: Service,
      from: string,
      to?: string | null,
      more: Values = {},
    ): Promise<TestRelationship> {
      const { rows } = await sql<{ id: string }>`select id from organiser_offering
        where organiser_id = ${client.organiserId} and service = ${service} limit 1`.execute(db);
      const id = await add('relationship_relationship', {
        organiser_id: client.organiserId,
        client_id: client.id,
        service,
        offering_id: rows[0]?.id,
        during: during(from, to),
        ...more,
      });
      return { id, client, service };
    },
    async unit(organiserId: string, more: Values = {}): Promise<string> {
      await sql`insert into organiser_municipality values ('609', 'Pori', 'Björneborg') on conflict do nothing`.execute(
        db,
      );
      return add('organiser_unit', {
        organiser_id: organiserId,
        name: `Unit ${++no}`,
        kind: 'activity-centre',
        municipality_code: '609',
        during: during('2000-01-01'),
        ...more,
      });
    },
    async group(organiserId: string, service: Service, more: Values = {}): Promise<string> {
      const unit = await this.unit(organiserId);
      return add('organiser_group', {
        organiser_id: organiserId,
        unit_id: unit,
        service,
        name: `Group ${++no}`,
        during: during('2000-01-01'),
        ...more,
      });
    },
    async workplace(organiserId: string, more: Values = {}): Promise<{ employer: string; workplace: string }> {
      const employer = await add('employer_employer', {
        organiser_id: organiserId,
        name: `Employer ${++no}`,
        sector: 'private',
        during: during('2000-01-01'),
        ...more,
      });
      const workplace = await add('employer_workplace', {
        organiser_id: organiserId,
        employer_id: employer,
        name: `Workplace ${no}`,
        during: during('2000-01-01'),
      });
      return { employer, workplace };
    },
    async placement(
      relationship: TestRelationship,
      from: string,
      to?: string | null,
      more: Values = {},
    ): Promise<string> {
      const { client, service, id } = relationship;
      const where =
        more.group_id || more.workplace_id ? {} : { group_id: await this.group(client.organiserId, service) };
      return add('placement_placement', {
        organiser_id: client.organiserId,
        client_id: client.id,
        relationship_id: id,
        service,
        during: during(from, to),
        ...where,
        ...more,
      });
    },
    async referral(client: TestClient, service: Service, receivedOn: string, more: Values = {}): Promise<string> {
      return add('referral_referral', {
        organiser_id: client.organiserId,
        client_id: client.id,
        service,
        source: 'disability-service-application',
        kind: 'application',
        received_on: receivedOn,
        ...more,
      });
    },
    async decision(
      client: TestClient,
      service: Service,
      decidedOn: string,
      more: Values & { from?: string; to?: string } = {},
    ): Promise<string> {
      const { from, to, ...rest } = more;
      const referral = more.referral_id ?? (await this.referral(client, service, decidedOn));
      const { rows } = await sql<{
        id: string;
      }>`select id from worker_worker where organiser_id = ${client.organiserId} limit 1`.execute(db);
      return add('decision_decision', {
        organiser_id: client.organiserId,
        client_id: client.id,
        referral_id: referral,
        service,
        outcome: from ? 'grant' : 'deny',
        decided_on: decidedOn,
        during: from ? during(from, to) : null,
        reasons: 'because',
        provisions: ['519/1977:2'],
        decided_by_id: rows[0]?.id ?? (await this.worker(client.organiserId, 'social-worker')),
        ...rest,
      });
    },
    /** An agreement about a placement, approved by the parties on its first day unless others are named. */
    async agreement(
      client: TestClient,
      placementId: string,
      from: string,
      to: string,
      approvedBy: readonly AgreementParty[] = agreementParties,
    ): Promise<string> {
      const of = { organiser_id: client.organiserId, client_id: client.id };
      const [tasks, hours] = ['shelves', '9-13'];
      const id = await add('agreement_agreement', {
        ...of,
        placement_id: placementId,
        tasks,
        hours,
        during: during(from, to),
      });
      const content_hash = agreementHash({ tasks, hours, during: range(day(from), day(to)) });
      for (const party of approvedBy)
        await add('agreement_approval', {
          ...of,
          agreement_id: id,
          party,
          content_hash,
          approved_on: from,
          approved_by: 'Test',
        });
      return id;
    },
    /** Ends a client relationship as leaving does: its last day, and the exit itself. */
    async exit(relationship: TestRelationship, endedOn: string, more: Values = {}): Promise<string> {
      const { client, id } = relationship;
      await sql`update placement_placement set during = daterange(lower(during), ${endedOn}::date)
        where relationship_id = ${id} and during @> ${endedOn}::date`.execute(db);
      await sql`update relationship_relationship set during = daterange(lower(during), ${endedOn}::date) where id = ${id}`.execute(
        db,
      );
      return add('exit_exit', {
        organiser_id: client.organiserId,
        client_id: client.id,
        relationship_id: id,
        ended_on: endedOn,
        reason: 'own-wish',
        destination: 'home',
        ...more,
      });
    },
  };
}
export type FactsWorld = ReturnType<typeof worldOf>;

export interface AskedInTest {
  organiser: string;
  service?: string;
  asOf?: string;
  from?: string;
  to?: string;
  knownAt?: string;
  successors?: boolean;
}

/** Outside the end of the month is asked for where no day is: others are refused. */
const question = (figureQuery: AskedInTest, inside = true) => ({
  organiser: figureQuery.organiser,
  service: figureQuery.service ?? 'disability-work',
  asOf: day(
    figureQuery.asOf ??
      (inside ? '2021-06-17' : figureQuery.to === undefined ? '2021-06-30' : addDays(day(figureQuery.to), -1)),
  ),
  from: figureQuery.from === undefined ? undefined : day(figureQuery.from),
  to: figureQuery.to === undefined ? undefined : day(figureQuery.to),
  knownAt: figureQuery.knownAt,
  successors: figureQuery.successors,
  language: 'en' as const,
});

/** Within the application role, as the operator or as a worker of another organiser. */
export async function asApp<T>(
  app: Database,
  run: (tx: Write) => Promise<T>,
  today: Day = helsinkiClock.today(),
): Promise<T> {
  return app.transaction().execute(async (tx) => {
    await enterAs(
      tx,
      { workerId: operatorId, organiserId: null },
      { purpose: 'none', today, now: helsinkiClock.now() },
    );
    return run(tx);
  });
}

const outsider = { organiserId: '00000000-0000-0000-0000-000000000002' };

export async function figureIn(
  app: Database,
  id: string,
  figureQuery: AskedInTest,
  from: 'inside' | 'outside' | { readonly organiserId: string } = 'inside',
): Promise<FigureResult> {
  const asker = from === 'inside' ? 'operator' : from === 'outside' ? outsider : from;
  const result = await asApp(app, (tx) => compute(tx, id, question(figureQuery, from === 'inside'), asker));
  if (typeof result === 'string') throw new Error(`${id}: ${result}`);
  return result;
}

export async function figuresIn(
  app: Database,
  figureQuery: AskedInTest,
  from: 'inside' | 'outside' = 'inside',
): Promise<Map<string, FigureResult>> {
  const results = await asApp(app, (tx) =>
    reckonAll(tx, question(figureQuery, from === 'inside'), from === 'inside' ? 'operator' : outsider),
  );
  if (typeof results === 'string') throw new Error(results);
  return new Map(results.map((one) => [one.id, one]));
}

export async function clientsBehind(app: Database, id: string, figureQuery: AskedInTest): Promise<string[]> {
  const match = await asApp(app, (tx) => casesBehind(tx, id, question(figureQuery), 'operator'));
  if (typeof match === 'string' || match === null) throw new Error(`${id}: ${match}`);
  return match.map(({ client }) => client);
}

/** What a figure says, part by part: the numbers that a change may move. */
export function numbersOf(result: FigureResult): Record<string, number | null> {
  const numbers: Record<string, number | null> = { value: result.value };
  for (const part of result.breakdown ?? []) numbers[part.key] = part.value;
  for (const { by, parts } of result.more ?? []) for (const part of parts) numbers[`${by}:${part.key}`] = part.value;
  return numbers;
}

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The numbers that a text says, in digits or as words. */
function numbersIn(text: string): Set<number> {
  const matches = text.match(/\d+(?:\.\d+)?|[a-z]+/gi) ?? [];
  return new Set(matches.map((one) => (/\d/.test(one) ? Number(one) : numberWords.indexOf(one.toLowerCase()))));
}

/**
 * Holds a figure to its worked example: it comes to the numbers told, and the example in the handbook says each of them.
 * Of a share the example may say how many of all they are.
 */
export async function worked(
  app: Database,
  id: string,
  figureQuery: AskedInTest,
  answer: Readonly<Record<string, number>>,
): Promise<void> {
  const result = await figureIn(app, id, figureQuery);
  const match: Record<string, unknown> = { ...numbersOf(result), n: result.n, longerThan: result.longerThan };
  const example = figureById(id)?.example ?? '';
  const text = numbersIn(example);
  expect(Object.keys(answer).length, `${id} tells nothing`).toBeGreaterThan(0);
  for (const [key, number] of Object.entries(answer)) {
    expect(match[key], `${id}: ${key}`).toBeCloseTo(number);
    const ways = [number, Math.round(number * 100) / 100, Math.round(number * (result.n ?? 1) * 100) / 100];
    expect(
      ways.some((way) => text.has(way)),
      `${id}: its example does not say ${number} for ${key}: ${example}`,
    ).toBe(true);
  }
}
