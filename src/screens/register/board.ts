import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { toldApart } from '../../casework/client/reads.ts';
import { readSearch } from '../../casework/client/rules.ts';
import type { Search } from '../../casework/client/words.ts';
import { decisionTexts } from '../../casework/decision/texts.ts';
import { decisionKinds, registeredDecisions } from '../../casework/decision/words.ts';
import { organiserTexts } from '../../casework/organiser/texts.ts';
import { referralTexts } from '../../casework/referral/texts.ts';
import { runningNumber, zSource } from '../../casework/referral/words.ts';
import { type Day, zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import { formatDay } from '../../kernel/language.ts';
import { zService } from '../../kernel/service.ts';
import { ask, inRole, type May, type Paper, type Who, zPaper } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { tableFile } from '../../server/table-file.ts';
import { firstRows, mostRows } from '../app/rows-told.ts';
import { registeredMatters, registerTexts } from './texts.ts';

const zMatter = z.object({
  referralId: zId,
  clientId: zId,
  number: z.string(),
  name: z.string(),
  service: zService,
  source: zSource,
  receivedOn: zDay,
  state: z.enum(registeredMatters),
  /** The decision that stands, or the day of withdrawal. */
  decisionNumber: z.string().nullable(),
  outcome: z.enum(decisionKinds).nullable(),
  endedOn: zDay.nullable(),
});

const zRegisteredDecision = z.object({
  decisionId: zId,
  referralId: zId,
  clientId: zId,
  number: z.string(),
  matterNumber: z.string(),
  name: z.string(),
  service: zService,
  outcome: z.enum(decisionKinds),
  inPart: z.boolean(),
  decidedOn: zDay,
  decidedBy: z.string(),
  servedOn: zDay.nullable(),
  annulledOn: zDay.nullable(),
});

const filters = {
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  service: zService.optional(),
  /** The running number, with its year or without: 318/2021. */
  number: z.string().regex(runningNumber).optional(),
};
const ofMatters = { ...filters, state: z.enum(registeredMatters).optional() };
const ofDecisions = {
  ...filters,
  state: z.enum(registeredDecisions).optional(),
  outcome: z.enum(decisionKinds).optional(),
};
const listed = { name: z.string().max(100).optional(), limit: z.int().min(1).max(mostRows).default(firstRows) };
/** So many rows a file holds at most. */
const fileRows = 20_000;

interface Filters {
  readonly year?: number | undefined;
  readonly service?: string | undefined;
  readonly number?: string | undefined;
  readonly name?: string | undefined;
  readonly limit: number;
}

/** Those whom what is typed may mean; an identity code is looked for elsewhere, where it is kept in the trail. */
const clientsNamed = (organiserId: string, { words, digits, mail, born, code }: Search) =>
  sql`search_clients(${organiserId}, ${words}::text[], ${digits}, ${mail}, ${born}::date, ${code}, null::bytea)`;

/** The conditions that both registers share, on the table that has the running number. */
function narrowed(organiserId: string, { year, service, number, name }: Filters): RawBuilder<unknown> {
  const [own, ofYear] = number?.split('/') ?? [];
  const search = name?.trim() ? readSearch(name.trim()) : null;
  return sql.join(
    [
      sql`x.organiser_id = ${organiserId}`,
      ...(year === undefined ? [] : [sql`x.year = ${year}`]),
      ...(service === undefined ? [] : [sql`x.service = ${service}`]),
      ...(own === undefined ? [] : [sql`x.number = ${Number(own)}`]),
      ...(ofYear === undefined ? [] : [sql`x.year = ${Number(ofYear)}`]),
      ...(search === null
        ? []
        : [sql`x.client_id in (select f.client_id from ${clientsNamed(organiserId, search)} f)`]),
    ],
    sql` and `,
  );
}

/** As what a decision is known: the same as `kindOf` of its room. */
const kindOfRow = (of: 'x' | 'd') =>
  sql`case when ${sql.ref(`${of}.outcome`)} = 'grant' and ${sql.ref(`${of}.changes_id`)} is not null then 'change' else ${sql.ref(`${of}.outcome`)} end`;

const zMatterRow = zMatter.extend({ total: z.number() });

async function mattersOn(tx: Read, who: Who, filter: Filters & { readonly state?: string | undefined }, on: Day) {
  const state = sql`case when x.left_on <= ${on}::date then 'passed-on' when x.withdrawn_on <= ${on}::date then 'withdrawn' when x.decided_on <= ${on}::date then 'decided' else 'pending' end`;
  const { rows } = await rowsOf(zMatterRow)`
    select x.id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      trim(c.family_name || ' ' || c.given_names) as name, x.service, x.source, x.received_on as "receivedOn", ${state} as state,
      d.number || '/' || d.year as "decisionNumber", ${kindOfRow('d')} as outcome, coalesce(d.decided_on, x.withdrawn_on) as "endedOn", count(*) over ()::int as total
    from decision_matter x
    join client_client c on c.id = x.client_id
    left join decision_decision d on d.id = x.decision_id
    where ${narrowed(who.organiserId, filter)} and x.received_on <= ${on}::date
      ${filter.state === undefined ? sql`` : sql`and ${state} = ${filter.state}`}
    order by x.year desc, x.number desc limit ${filter.limit}`.execute(tx);
  return rows;
}

const zDecisionRow = zRegisteredDecision.extend({ total: z.number() });
const stateOf: Readonly<Record<(typeof registeredDecisions)[number], RawBuilder<unknown>>> = {
  'in-force': sql`x.annulled_on is null`,
  'not-served': sql`x.annulled_on is null and x.served_on is null`,
  annulled: sql`x.annulled_on is not null`,
};

async function decisionsOn(
  tx: Read,
  who: Who,
  filter: Filters & {
    readonly state?: (typeof registeredDecisions)[number] | undefined;
    readonly outcome?: string | undefined;
  },
) {
  const { rows } = await rowsOf(zDecisionRow)`
    select x.id as "decisionId", x.referral_id as "referralId", x.client_id as "clientId", x.number || '/' || x.year as number,
      r.number || '/' || r.year as "matterNumber", trim(c.family_name || ' ' || c.given_names) as name, x.service, ${kindOfRow('x')} as outcome, x.in_part as "inPart",
      x.decided_on as "decidedOn", w.family_name || ' ' || w.given_name as "decidedBy", x.served_on as "servedOn", x.annulled_on as "annulledOn",
      count(*) over ()::int as total
    from decision_decision x
    join referral_referral r on r.id = x.referral_id
    join client_client c on c.id = x.client_id
    join worker_worker w on w.id = x.decided_by_id
    where ${narrowed(who.organiserId, filter)}
      ${filter.state === undefined ? sql`` : sql`and ${stateOf[filter.state]}`}
      ${filter.outcome === undefined ? sql`` : sql`and ${kindOfRow('x')} = ${filter.outcome}`}
    order by x.year desc, x.number desc limit ${filter.limit}`.execute(tx);
  return rows;
}

/** Those who handle matters; row-level security shows each the matters that are open to them. */
const registerMay: May = inRole(['social-worker', 'coach', 'rehabilitative-instructor']);
const audited = {
  clients: (_input: unknown, { rows }: { readonly rows: readonly { readonly clientId: string }[] }) => [
    ...new Set(rows.map(({ clientId }) => clientId)),
  ],
};

type Listed = { readonly total: number; readonly clientId: string; readonly name: string };

/** The rows, those of one name told apart, also from whoever stands beyond the last one; and how many there are in all. */
async function listedApart<Row extends Listed>(tx: Read, rows: readonly Row[], { language }: Who, on: Day) {
  const total = rows[0]?.total ?? 0;
  const apart = await toldApart(tx, rows, { on, language, cut: rows.length < total });
  return { rows: apart.map(({ total: _, ...row }) => row), total };
}

export const matterRegister = ask({
  name: 'matterRegister',
  // A name is told in the body: an address is kept in histories and logs.
  method: 'POST',
  path: '/api/matter-register',
  says: 'List matters by their running number, newest first, narrowed by year, service, state, number and name',
  input: z.strictObject({ ...ofMatters, ...listed }),
  output: z.object({ rows: z.array(zMatter), total: z.int() }),
  may: registerMay,
  audited,
  refuses: {},
  run: async ({ tx, input, who, today }) => listedApart(tx, await mattersOn(tx, who, input, today), who, today),
});

export const decisionRegister = ask({
  name: 'decisionRegister',
  method: 'POST',
  path: '/api/decision-register',
  says: 'List decisions by their running number, newest first, narrowed by year, service, outcome, state, number and name',
  input: z.strictObject({ ...ofDecisions, ...listed }),
  output: z.object({ rows: z.array(zRegisteredDecision), total: z.int() }),
  may: registerMay,
  audited,
  refuses: {},
  run: async ({ tx, input, who, today }) => listedApart(tx, await decisionsOn(tx, who, input), who, today),
});

const auditedFile = { clients: (_input: unknown, { clients }: Paper) => clients ?? [] };

export const matterRegisterFile = ask({
  name: 'matterRegisterFile',
  method: 'GET',
  path: '/api/matter-register/file',
  says: 'The register of matters as a file of comma-separated values, as it is narrowed',
  input: z.strictObject(ofMatters),
  output: zPaper,
  may: registerMay,
  audited: auditedFile,
  refuses: {},
  run: async ({ tx, input, who, today }) => {
    const words = registerTexts[who.language];
    const { services } = organiserTexts[who.language];
    const { sources } = referralTexts[who.language];
    const { madeOutcomes: named } = decisionTexts[who.language];
    const day = (on: Day | null) => on && formatDay(on, who.language);
    const rows = await mattersOn(tx, who, { ...input, limit: fileRows }, today);
    const heads = [words.number, words.client, words.service, words.source, words.receivedOn, words.state];
    return tableFile(
      'matters.csv',
      [
        [...heads, words.decision, words.outcome, words.endedOn],
        ...rows.map((row) => [
          row.number,
          row.name,
          services[row.service],
          sources[row.source],
          day(row.receivedOn),
          words.states[row.state],
          row.decisionNumber,
          row.outcome && named[row.outcome],
          day(row.endedOn),
        ]),
      ],
      rows.map(({ clientId }) => clientId),
    );
  },
});

export const decisionRegisterFile = ask({
  name: 'decisionRegisterFile',
  method: 'GET',
  path: '/api/decision-register/file',
  says: 'The register of decisions as a file of comma-separated values, as it is narrowed',
  input: z.strictObject(ofDecisions),
  output: zPaper,
  may: registerMay,
  audited: auditedFile,
  refuses: {},
  run: async ({ tx, input, who }) => {
    const words = registerTexts[who.language];
    const { services } = organiserTexts[who.language];
    const { madeOutcomes: named } = decisionTexts[who.language];
    const day = (on: Day | null) => on && formatDay(on, who.language);
    const rows = await decisionsOn(tx, who, { ...input, limit: fileRows });
    const heads = [words.number, words.matter, words.client, words.service, words.outcome, words.decidedOn];
    return tableFile(
      'decisions.csv',
      [
        [...heads, words.decidedBy, words.servedOn, words.annulledOn],
        ...rows.map((row) => [
          row.number,
          row.matterNumber,
          row.name,
          services[row.service],
          named[row.outcome],
          day(row.decidedOn),
          row.decidedBy,
          day(row.servedOn),
          day(row.annulledOn),
        ]),
      ],
      rows.map(({ clientId }) => clientId),
    );
  },
});
