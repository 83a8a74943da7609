/** What stands in a database, by the fields of acts that name it: ids that are there, of one client where several are asked for. */
import type pg from 'pg';

export interface Thing {
  readonly id: string;
  readonly table: string;
  readonly organiserId: string | null;
  readonly clientId: string | null;
  /** What the row refers to, and its days, by the names of its columns. */
  readonly row: Readonly<Record<string, unknown>>;
}

export interface SignedInWorker {
  readonly token: string;
  readonly workerId: string;
  readonly organiserId: string;
  readonly organiserCode: string;
  readonly roles: readonly string[];
}

export interface Things {
  readonly askers: readonly SignedInWorker[];
  readonly of: (table: string) => readonly Thing[];
  /** Of one client, in the table. */
  readonly ofClient: (table: string, clientId: string) => readonly Thing[];
  /** The tables that a field can mean. */
  readonly tablesOf: (field: string, act: string) => readonly string[];
}

/** Fields that are named after what they are to the act and not after a table. */
const named: Readonly<Record<string, readonly string[]>> = {
  otherId: ['client_client'],
  withId: ['client_client'],
  recordIds: ['client_client'],
  clientIds: ['client_client'],
  visitId: ['coaching_appointment'],
  pauseId: ['relationship_pause'],
  changesId: ['decision_decision'],
  toId: ['worker_worker'],
  toRelationshipId: ['relationship_relationship'],
  relationshipIds: ['relationship_relationship'],
  placementIds: ['placement_placement'],
  representativeIds: ['client_representative'],
  employerIds: ['employer_employer'],
  workerIds: ['worker_worker'],
  rightId: ['worker_deciding_right'],
  wayId: ['travel_way'],
};

const ofAct: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  decidePost: { requestId: ['worker_post_request'] },
  takeBackResponsible: { namingId: ['relationship_responsible'] },
  takeBackCaseHandOver: { namingId: ['relationship_case_manager'] },
  namingTakenBack: { namingId: ['relationship_responsible', 'relationship_case_manager'] },
  endOwnWorker: { namingId: ['ownworker_naming'] },
  takeBackOwnWorker: { namingId: ['ownworker_naming'] },
  correctReferralOver: { referralId: ['cooperation_referral'] },
  recordOutcome: { referralId: ['cooperation_referral'] },
  takeBackReferralOver: { referralId: ['cooperation_referral'] },
  takeBackReferralOutcome: { referralId: ['cooperation_referral'] },
};

const snake = (field: string) => field.replace(/Id$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Of each table no more are kept than are worth choosing from. */
const atMost = 2500;

export async function standingIn(owner: pg.Pool, askers: readonly SignedInWorker[]): Promise<Things> {
  const tables = await owner.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname !~ '(_history$|^platform_|_slot$|_mark$|_line$|_letter$|_visit$)'
    group by 1 having 'id' = any (array_agg(a.attname::text)) order by 1`);
  const all = new Map<string, readonly Thing[]>();
  const byClient = new Map<string, Thing[]>();
  for (const { name, columns } of tables.rows) {
    const of = (column: string) => (columns.includes(column) ? column : 'null');
    const kept = columns.filter((column) => /(_id|_on|^during|^service|^role|^state|^kind)$/.test(column));
    const { rows } = await owner.query<{ id: string; organiser: string | null; client: string | null; row: object }>(`
      select id, ${of('organiser_id')} as organiser, ${name === 'client_client' ? 'id' : of('client_id')} as client,
        jsonb_build_object(${kept.flatMap((column) => [`'${column}'`, column === 'during' ? `jsonb_build_array(lower(during), upper(during))` : column]).join(', ')}) as row
      from ${name} order by id desc limit ${atMost}`);
    const facts = rows.map(
      ({ id, organiser, client, row }): Thing => ({
        id,
        table: name,
        organiserId: organiser,
        clientId: client,
        row: row as Thing['row'],
      }),
    );
    all.set(name, facts);
    for (const fact of facts) {
      if (fact.clientId === null) continue;
      const key = `${name} ${fact.clientId}`;
      byClient.set(key, [...(byClient.get(key) ?? []), fact]);
    }
  }
  const names = tables.rows.map(({ name }) => name);
  return {
    askers,
    of: (table) => all.get(table) ?? [],
    ofClient: (table, clientId) => byClient.get(`${table} ${clientId}`) ?? [],
    tablesOf: (field, act) =>
      ofAct[act]?.[field] ?? named[field] ?? names.filter((name) => name.endsWith(`_${snake(field)}`)),
  };
}

/** Everybody who has a post on the day, each with a session: the worker's id is its token. */
export async function askersOf(owner: pg.Pool, today: string): Promise<readonly SignedInWorker[]> {
  const { rows } = await owner.query<SignedInWorker & { account: string | null }>(
    `select w.id as token, w.id as "workerId", w.organiser_id as "organiserId", o.code as "organiserCode",
       array_agg(distinct p.role) as roles, a.id as account
     from worker_worker w join organiser_organiser o on o.id = w.organiser_id
     join worker_post p on p.worker_id = w.id and p.during @> $1::date left join platform_account a on a.worker_id = w.id
     group by w.id, o.code, a.id order by w.id`,
    [today],
  );
  for (const { workerId, organiserId, account } of rows) {
    const accountId =
      account ??
      (
        await owner.query<{ id: string }>(
          `insert into platform_account (username, password_hash, worker_id) values ($1, 'none', $2) returning id`,
          [workerId, workerId],
        )
      ).rows[0]?.id;
    await owner.query(
      `insert into platform_session (token_hash, account_id, worker_id, organiser_id, language, ends_at)
       values (sha256($1::text::bytea), $2, $1::uuid, $3, 'en', now() + interval '12 hours')`,
      [workerId, accountId, organiserId],
    );
  }
  return rows;
}
