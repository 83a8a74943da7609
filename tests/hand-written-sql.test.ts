import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientPage } from '../src/screens/client/board.ts';
import { proofOf } from '../src/server/database/proof.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { makeWorld, type WorkerName, type World } from './world.ts';

/** What the application's role may be asked by whoever writes SQL with it. */
const personal = ['access', 'access_client', 'platform_audit', 'client_client', 'client_protected', 'placement_taken'];

let db: FreshDatabase;
let world: World;
beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  for (const [organiser, by] of [
    ['pori', 'pori-social-worker'],
    ['rauma', 'rauma-social-worker-a'],
  ] as const) {
    const { clientId } = await world.refer({ organiser });
    await world.perform(clientPage, { clientId }, by);
  }
});
afterAll(() => db.close());

/** Who enters by the server's own proof; what runs after it is written by hand, as by an injection into that worker's act. */
async function enter(client: pg.PoolClient, by: WorkerName, purpose = 'case'): Promise<void> {
  const { workerId, organiserId } = world.who(by);
  const claim = [workerId, organiserId, purpose, world.today, '2021-06-17T09:00:00Z', null] as const;
  await client.query('select app_enter($1, $2, $3, $4, $5, $6, $7)', [...claim, proofOf('enter', ...claim)]);
}

async function asApplication<T>(
  by: WorkerName | null,
  run: (client: pg.PoolClient) => Promise<T>,
  purpose = 'case',
): Promise<T> {
  const client = await db.appPool.connect();
  try {
    await client.query('begin');
    if (by) await enter(client, by, purpose);
    return await run(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const rowsOf = async (client: pg.PoolClient, question: string) => (await client.query(question)).rows;

describe('hand-written SQL of the application’s role', () => {
  test('sees nobody before it has said who asks', async () => {
    await asApplication(null, async (client) => {
      for (const name of personal) expect([name, await rowsOf(client, `select from ${name}`)]).toEqual([name, []]);
    });
  });

  test('reads none of what everybody’s relations are found from', async () => {
    const parts = [
      'waiting',
      'responsible',
      'mate',
      'received',
      'led',
      'official',
      'paymaster',
      'keeper',
      'supervisor',
    ];
    for (const part of parts)
      await asApplication('pori-social-worker', async (client) => {
        await expect(client.query(`select from access_${part}`), part).rejects.toThrow(/permission denied/);
      });
  });

  test('sees no relation, client or look of another organiser', async () => {
    await asApplication('pori-social-worker', async (client) => {
      for (const name of ['access', 'access_client', 'platform_audit', 'client_client']) {
        const rows = await rowsOf(client, `select distinct organiser_id from ${name}`);
        expect(rows.filter((row) => row.organiser_id !== world.pori.id)).toEqual([]);
      }
      expect((await rowsOf(client, 'select from access')).length).toBeGreaterThan(0);
      expect((await rowsOf(client, 'select from platform_audit')).length).toBeGreaterThan(0);
    });
  });

  test('sees no colleague’s relations, not even by a condition that tells what it is asked', async () => {
    await asApplication('pori-instructor', async (client) => {
      await client.query(`create function pg_temp.tell(worker uuid) returns boolean cost 0.0001 language plpgsql as $$
        begin raise exception 'told %', worker; end $$`);
      expect(await rowsOf(client, 'select from access where pg_temp.tell(worker_id)')).toEqual([]);
    });
  });

  test('reads and changes no account, session or try, and adds nothing to the trail by its own hand', async () => {
    for (const table of ['platform_account', 'platform_session', 'platform_attempt'])
      for (const statement of [
        `select from ${table}`,
        `delete from ${table}`,
        `update ${table} set worker_id = worker_id`,
      ])
        await asApplication('pori-administrator', async (client) => {
          await expect(client.query(statement), statement).rejects.toThrow(/permission denied|does not exist/);
        });
    await asApplication('pori-administrator', async (client) => {
      const row = "insert into platform_audit (act, purpose, happened_at) values ('forged', 'case', '2020-01-01')";
      await expect(client.query(row)).rejects.toThrow(/permission denied/);
    });
    // Nor does the server itself for another organiser's worker.
    await asApplication('pori-administrator', async (client) => {
      const given = [world.workerId('rauma-manager'), 'x', true] as const;
      const renew = client.query('select account_renew($1, $2, $3, $4)', [
        ...given,
        proofOf('account_renew', ...given),
      ]);
      await expect(renew).rejects.toThrow(/another organiser/);
    });
    await asApplication('pori-administrator', async (client) => {
      const rows = client.query('select from accounts_of($1, $2)', [
        world.rauma.id,
        proofOf('accounts_of', world.rauma.id),
      ]);
      expect((await rows).rows).toEqual([]);
    });
  });

  test('neither seals the audit trail nor writes over it', async () => {
    await asApplication('pori-social-worker', async (client) => {
      const seal = "insert into platform_audit_segment (no, rows, previous_hash, hash) values (9, 1, '', '')";
      await expect(client.query(seal)).rejects.toThrow(/permission denied/);
    });
    // Nor does it raise the height: the trail would be told to have lost a segment.
    for (const raise of ["nextval('platform_audit_height')", "setval('platform_audit_height', 99)"])
      await asApplication('pori-social-worker', async (client) => {
        await expect(client.query(`select ${raise}`), raise).rejects.toThrow(/permission denied/);
      });
  });
});

describe('who asks is proven by the server, so that hand-written SQL', () => {
  const clients = (client: pg.PoolClient) => rowsOf(client, 'select from client_client');
  const poses = () =>
    [
      `set_config('app.worker', '${world.workerId('pori-social-worker')}', true)`,
      `set_config('app.organisers', '{${world.pori.id}}', true)`,
      "set_config('app.purpose', 'figures', true)",
      "set_config('app.wide', 't', true)",
    ].join(', ');

  test('poses as nobody by settings, neither before anybody has entered nor after', async () => {
    for (const by of [null, 'rauma-instructor'] as const)
      await asApplication(by, async (client) => {
        const before = (await clients(client)).length;
        await client.query(`select ${poses()}`);
        expect(await clients(client)).toHaveLength(before);
        const { rows } = await client.query('select app_worker() as worker, app_organisers() as organisers');
        expect(rows).toEqual([
          by ? { worker: world.workerId(by), organisers: [world.rauma.id] } : { worker: null, organisers: [] },
        ]);
      });
  });

  test('enters as nobody: without a proof, by a made-up one, one for another, on another connection, or of long ago', async () => {
    const { workerId, organiserId } = world.who('pori-social-worker');
    const claim = [workerId, organiserId, 'case', world.today, '2021-06-17T09:00:00Z', null] as const;
    const other = ['enter', world.workerId('pori-instructor'), ...claim.slice(1)] as const;
    const proof = proofOf('enter', ...claim);
    const elsewhere = await db.appPool.connect();
    const pid = (await elsewhere.query('select pg_backend_pid() as pid')).rows[0].pid as number;
    elsewhere.release();
    const old = () => {
      const now = Date.now;
      Date.now = () => now() - 600_000;
      try {
        return proof.on(pid, db.entryKey);
      } finally {
        Date.now = now;
      }
    };
    const proofs: unknown[] = [
      null,
      '',
      `${Date.now()}.${'0'.repeat(64)}`,
      'x'.repeat(80),
      proof.on(pid, new Uint8Array(64)),
      proof.on(pid + 1, db.entryKey),
      old(),
      proofOf(...other),
      proofOf('act as', ...claim),
    ];
    for (const [n, one] of proofs.entries())
      await asApplication(null, async (client) => {
        const entering = client.query('select app_enter($1, $2, $3, $4, $5, $6, $7)', [...claim, one]);
        await expect(entering, `proof ${n}`).rejects.toThrow(/has not proven enter/);
      });
  });

  test('brings back nobody who asked before on the same connection, nor what was kept for them', async () => {
    const client = await db.appPool.connect();
    const names = [
      'app.entry',
      'app.entry_mark',
      'app.clients',
      'app.clients_mark',
      'app.task_clients',
      'app.task_clients_mark',
    ];
    try {
      await client.query('begin');
      await enter(client, 'pori-social-worker');
      expect((await clients(client)).length).toBeGreaterThan(0);
      expect((await rowsOf(client, 'select from referral_referral')).length).toBeGreaterThan(0);
      const kept = await client.query(`select ${names.map((name) => `current_setting('${name}', true) as "${name}"`)}`);
      await client.query('commit');
      await client.query('begin');
      for (const name of names) await client.query('select set_config($1, $2, true)', [name, kept.rows[0][name] ?? '']);
      expect(await clients(client)).toEqual([]);
      await enter(client, 'pori-instructor');
      for (const name of names.slice(2))
        await client.query('select set_config($1, $2, true)', [name, kept.rows[0][name] ?? '']);
      expect(await rowsOf(client, 'select from referral_referral')).toEqual([]);
      // Nor by writing over one's own.
      const { rows } = await client.query("select current_setting('app.entry') as told");
      const told = rows[0].told.replace(world.workerId('pori-instructor'), world.workerId('pori-social-worker'));
      await client.query("select set_config('app.entry', $1, true)", [told]);
      expect(await clients(client)).toEqual([]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('adds no service and no place to those of one’s groups that are kept', () =>
    asApplication('pori-instructor', async (client) => {
      const found = async () =>
        (await client.query("select app_narrow_services() as services, app_narrow_rows('placement') as places")).rows;
      const own = await found();
      expect(own[0].services).not.toEqual([]);
      for (const name of ['app.narrow_services', 'app.narrow_placement']) {
        await client.query(`select set_config($1, current_setting($1) || $2, true)`, [name, `,${randomUUID()}`]);
        expect(await found(), name).toEqual(own);
      }
    }));

  test('passes off no type of its own for one that the owner’s functions name', async () => {
    const own = new pg.Client({ connectionString: db.appUrl });
    await own.connect();
    try {
      const pid = (await own.query('select pg_backend_pid() as pid')).rows[0].pid as number;
      await own.query(`create function pg_temp.runs() returns pg_catalog.bool language plpgsql as $$
        begin raise exception 'runs as %', current_user; end $$`);
      for (const name of ['text', 'uuid', 'date', 'bool', 'timestamptz', 'jsonb'])
        await own.query(`create domain pg_temp.${name} as pg_catalog.${name} check (pg_temp.runs())`);
      await own.query('set search_path = pg_temp, public, pg_catalog');
      await own.query('begin');
      const { workerId, organiserId } = world.who('pori-instructor');
      const claim = [workerId, organiserId, 'case', world.today, '2021-06-17T09:00:00Z', null] as const;
      const proof = proofOf('enter', ...claim).on(pid, db.entryKey);
      await own.query('select public.app_enter($1, $2, $3, $4, $5, $6, $7)', [...claim, proof]);
      for (const name of ['entry', 'open', 'clients', 'narrow', 'task_clients', 'official', 'narrow_services'])
        await own.query(`select public.app_${name}()`);
      await own.query("select public.app_narrow_rows('plan')");
      await own.query('select from public.client_client');
    } finally {
      await own.end();
    }
  });

  test('reads no key, nor finds it in what its plans print, and marks nothing by itself', async () => {
    const seen: string[] = [];
    await asApplication('pori-social-worker', async (client) => {
      client.on('notice', (notice) => seen.push(JSON.stringify(notice)));
      await client.query('set local client_min_messages = debug5');
      for (const kind of ['parse', 'rewritten', 'plan']) await client.query(`set local debug_print_${kind} = on`);
      await clients(client);
      await client.query('select app_entry()');
      client.removeAllListeners('notice');
    });
    const { rows } = await db.ownerPool.query('select key, inner_half, outer_half from platform_entry_key');
    for (const secret of Object.values(rows[0]) as Buffer[])
      for (const written of [secret.toString('hex'), [...secret].map((byte) => (byte << 24) >> 24).join(' ')])
        expect(seen.join(' ')).not.toContain(written);
    for (const statement of [
      'select from platform_entry_key',
      "select platform.keyed_mark('x')",
      "select platform.mark_kept('entry', 'x')",
      `select platform.keep_entry('${world.workerId('pori-manager')}', '{}', 'case', '', '', '', '', true)`,
      `select platform.enter('${world.workerId('pori-manager')}', '${world.pori.id}', 'case', '2021-06-17', 'now', null)`,
      'select platform.find_clients()',
      "select platform.kept_text('app.narrow_services')",
      "select platform.keep_text('app.narrow_services', '')",
      "select platform.kept_clients('app.clients')",
      "select platform.keep_clients('app.clients', '{}')",
    ])
      await asApplication('pori-social-worker', async (client) => {
        await expect(client.query(statement), statement).rejects.toThrow(/permission denied/);
      });
  });

  test('opens no session, reads no account and adds to no trail: every door of signing in asks for a proof', async () => {
    const { rows: doors } = await db.ownerPool.query<{ name: string; count: number }>(
      `select p.proname as name, p.pronargs as count from pg_proc p
       where p.pronamespace = 'public'::regnamespace and p.prosecdef and has_function_privilege('kykypolku_app', p.oid, 'execute')
         and (pg_get_functiondef(p.oid) ~ 'platform_(account|session|attempt|passkey|challenge)\\M'
           or pg_get_functiondef(p.oid) ~ 'insert into platform_audit\\M')`,
    );
    expect(doors.length).toBeGreaterThan(20);
    for (const { name, count } of doors) {
      if (name === 'account_must_be_ours') continue;
      await asApplication('pori-administrator', async (client) => {
        const blank = Array(count).fill('null').join(', ');
        // Carrying clients over to a successor, and back, moves sessions too; it asks whose post that is.
        const refusal =
          name === 'carrying_run' || name === 'carrying_undo' ? /by administrators and managers/ : /has not proven/;
        await expect(client.query(`select ${name}(${blank})`), name).rejects.toThrow(refusal);
      });
    }
    await asApplication('pori-administrator', async (client) => {
      const open = `select session_open('\\x00', id, 1, null, null) from worker_worker w where w.id = '${world.workerId('pori-manager')}'`;
      await expect(client.query(open)).rejects.toThrow(/has not proven session_open/);
    });
  });

  test('counts for no other organiser, and asks for nothing else than was entered for', async () => {
    await asApplication('pori-instructor', async (client) => {
      const across = client.query('select app_count_across($1, null)', [[world.rauma.id]]);
      await expect(across).rejects.toThrow(/has not proven/);
    });
    await asApplication('pori-instructor', async (client) => {
      const as = client.query("select app_act_as($1, $2, 'figures', null)", [
        world.workerId('pori-manager'),
        world.pori.id,
      ]);
      await expect(as).rejects.toThrow(/has not proven/);
    });
  });
});

describe('posts and what follows from them', () => {
  const post = (worker: WorkerName, role: string, organiser: 'pori' | 'rauma' = 'pori') =>
    `insert into worker_post (worker_id, organiser_id, role, during) values ('${world.workerId(worker)}', '${world.organisers[organiser].id}', '${role}', '[2021-01-01,)')`;

  test('are given by no hand-written SQL: not to oneself, not where they open clients, not in another organiser', async () => {
    for (const [by, statement] of [
      ['pori-coach', post('pori-coach', 'social-worker')],
      ['pori-planner', post('pori-planner', 'administrator')],
      ['pori-administrator', post('pori-administrator', 'planner')],
      ['pori-administrator', post('pori-planner', 'social-worker')],
      ['pori-manager', post('pori-planner', 'planner')],
      ['pori-administrator', post('rauma-coach', 'planner', 'rauma')],
      ['pori-administrator', post('rauma-coach', 'planner')],
      [null, post('pori-planner', 'planner')],
    ] as const)
      await asApplication(by, async (client) => {
        await expect(client.query(statement), `${by} ${statement}`).rejects.toThrow(/row-level security/);
      });
    // What opens no client an administrator gives alone.
    await asApplication('pori-administrator', async (client) => {
      expect((await client.query(post('pori-coach', 'planner'))).rowCount).toBe(1);
    });
  });

  test('are not widened, taken over or taken away', async () => {
    const widen = (set: string, worker: WorkerName) =>
      `update worker_post set ${set} where worker_id = '${world.workerId(worker)}'`;
    for (const [by, statement] of [
      ['pori-coach', widen('full_time_share = 0.5', 'pori-coach-2')],
      ['pori-administrator', widen("role = 'social-worker'", 'pori-coach')],
      ['pori-administrator', widen("team = 'another'", 'pori-coach')],
      ['pori-administrator', widen("during = '[2001-01-01,)'", 'pori-coach')],
      ['pori-administrator', widen(`worker_id = '${world.workerId('pori-planner')}'`, 'pori-coach')],
    ] as const)
      await asApplication(by, async (client) => {
        await expect(client.query(statement), statement).rejects.toThrow(/row-level security/);
      });
    for (const [by, statement] of [
      ['pori-administrator', widen('full_time_share = 0.5', 'rauma-coach')],
      ['pori-administrator', widen('full_time_share = 0.5', 'pori-administrator')],
      ['pori-administrator', `delete from worker_post where worker_id = '${world.workerId('pori-coach')}'`],
    ] as const)
      await asApplication(by, async (client) => {
        const { rowCount } = await client.query(statement);
        expect([statement, rowCount]).toEqual([statement, 0]);
      });
  });

  test('are confirmed by nobody in two persons’ names, and as they were asked for', async () => {
    const ask = (asker: WorkerName, role = 'social-worker') =>
      `insert into worker_post_request (organiser_id, worker_id, post, asked_by_id, asked_at) values ('${world.pori.id}',
        '${world.workerId('pori-planner')}', '{"role":"${role}","unitId":null,"team":null,"during":{"from":"2021-01-01","to":null}}',
        '${world.workerId(asker)}', now()) returning id`;
    const confirm = (by: WorkerName, rest = '') =>
      `update worker_post_request set outcome = 'confirmed', decided_by_id = '${world.workerId(by)}', decided_at = app_now() ${rest}`;
    for (const statements of [
      [ask('pori-manager')],
      [ask('pori-administrator'), confirm('pori-manager')],
      [ask('pori-administrator'), confirm('pori-administrator')],
      [ask('pori-administrator'), confirm('pori-manager'), post('pori-planner', 'social-worker')],
    ])
      await asApplication('pori-administrator', async (client) => {
        const run = async () => {
          for (const statement of statements) await client.query(statement);
        };
        await expect(run(), statements.join('; ')).rejects.toThrow(/row-level security|second_person/);
      });
    await asApplication('pori-administrator', async (client) => {
      await client.query(ask('pori-administrator', 'coach'));
      await enter(client, 'pori-manager');
      await expect(client.query('savepoint s')).resolves.toBeDefined();
      await expect(client.query(confirm('pori-manager', `, post = '{"role":"social-worker"}'`))).rejects.toThrow(
        /as it was asked for/,
      );
      await client.query('rollback to s');
      await client.query(confirm('pori-manager'));
      await expect(client.query(post('pori-planner', 'social-worker'))).rejects.toThrow(/row-level security/);
      await client.query('rollback to s');
      await client.query(confirm('pori-manager'));
      expect((await client.query(post('pori-planner', 'coach'))).rowCount).toBe(1);
    });
  });

  test('follow for groups, letters, deciding and opened clients from whoever may say so', async () => {
    const { pori } = world;
    const lead = (organiser: string) =>
      `insert into worker_group_lead (organiser_id, group_id, worker_id, during)
        select '${organiser}', g.id, '${world.workerId('pori-coach')}', '[2031-01-01,2031-02-01)' from organiser_group g limit 1`;
    const { rows } = await db.ownerPool.query('select id from client_client where organiser_id = $1 limit 1', [
      pori.id,
    ]);
    const opening = (worker: WorkerName) =>
      `insert into client_opening (organiser_id, client_id, worker_id, reason, words, opened_at)
        values ('${pori.id}', '${rows[0].id}', '${world.workerId(worker)}', 'other', 'because of it', app_now())`;
    for (const [by, statement] of [
      ['pori-coach', lead(pori.id)],
      ['pori-instructor', lead(world.rauma.id)],
      ['pori-coach', opening('pori-coach')],
      ['pori-social-worker', opening('pori-coach')],
      [
        'pori-manager',
        `insert into worker_deciding_right (organiser_id, post_id, service, delegation, during)
          select p.organiser_id, p.id, 'open-work', 'x', '[2021-01-01,)' from worker_post p where p.worker_id = '${world.workerId('pori-social-worker')}'`,
      ],
    ] as const)
      await asApplication(by, async (client) => {
        await expect(client.query(statement), `${by} ${statement}`).rejects.toThrow(
          /row-level security|nobody leads a group/,
        );
      });
  });

  test('name no leader of a group of another unit in an instructor’s hand', async () => {
    const { pori } = world;
    const { rows } = await db.ownerPool.query<{ id: string }>(
      `with u as (insert into organiser_unit (organiser_id, name, kind, municipality_code, during)
         values ($1, 'Toinen keskus', 'activity-centre', '609', '[2010-01-01,)') returning id)
       insert into organiser_group (organiser_id, unit_id, name, service, during)
         select $1, id, 'Toisaalla', 'work-activity', '[2010-01-01,)' from u returning id`,
      [pori.id],
    );
    const groupId = rows[0]?.id ?? '';
    const led = `(organiser_id, group_id, worker_id, during) values ('${pori.id}', '${groupId}',`;
    await db.ownerPool.query(
      `insert into worker_group_lead ${led} '${world.workerId('pori-coach')}', '[2021-01-01,)')`,
    );
    const oneself = world.workerId('pori-instructor');
    await asApplication('pori-instructor', async (client) => {
      for (const text of [
        `update worker_group_lead set worker_id = '${oneself}' where group_id = '${groupId}'`,
        `delete from worker_group_lead where group_id = '${groupId}'`,
      ])
        expect([text, (await client.query(text)).rowCount]).toEqual([text, 0]);
      await client.query('savepoint s');
      await expect(
        client.query(`update worker_group_lead set group_id = '${groupId}', during = '[2031-01-01,)'`),
      ).rejects.toThrow(/row-level security/);
      await client.query('rollback to s');
      await expect(
        client.query(`insert into worker_group_lead ${led} '${oneself}', '[2031-01-01,2031-02-01)')`),
      ).rejects.toThrow(/row-level security/);
    });
    await asApplication('pori-manager', async (client) => {
      const text = `update worker_group_lead set worker_id = '${oneself}' where group_id = '${groupId}'`;
      expect((await client.query(text)).rowCount).toBe(1);
    });
  });
});

describe('who looked at a client from another organiser', () => {
  test('is told to those who may see the client, and to nobody else', async () => {
    const { clientId } = await world.refer({ organiser: 'pori' });
    const { workerId, organiserId } = world.who('rauma-manager');
    await db.ownerPool.query(
      "insert into platform_audit (worker_id, organiser_id, act, purpose, clients) values ($1, $2, 'figureCases', 'figures', $3)",
      [workerId, organiserId, [clientId]],
    );
    const looks = (by: WorkerName) =>
      asApplication(by, async (client) => (await client.query('select act from client_views($1)', [clientId])).rows);
    expect(await looks('pori-social-worker')).toContainEqual({ act: 'figureCases' });
    expect(await looks('pori-instructor')).toEqual([]);
    expect(await looks('rauma-social-worker-a')).toEqual([]);
  });
});
