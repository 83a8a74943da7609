import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase, temporaryFolder } from '../../../tests/database.ts';
import { proofOf } from '../database/proof.ts';
import { sealAudit, verifyAudit } from './chain.ts';
import { outsideIn } from './outside.ts';

let database: FreshDatabase;
const saved = temporaryFolder();
const outside = outsideIn(saved.path);
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
  saved[Symbol.dispose]();
});

const at = '2021-06-17T09:00:00Z';

const tell = (act: string) =>
  sql`select app_audit(null, null, ${act}, 'case', '{}', '{}', null, ${at}, ${proofOf('app_audit', null, null, act, 'case', [], '{}', null, at)})`.execute(
    database.app,
  );

/** Somebody with the owner's rights puts the triggers out of the way. */
async function tamper(statement: string): Promise<void> {
  const tables = ['platform_audit', 'platform_audit_seal'];
  for (const table of tables) await database.ownerPool.query(`alter table ${table} disable trigger user`);
  await database.ownerPool.query(statement);
  for (const table of tables) await database.ownerPool.query(`alter table ${table} enable trigger user`);
}

/** Seals once nothing else on the server runs that is older: other tests have databases of their own beside this one. */
async function seal(...[owner, folder]: Parameters<typeof sealAudit>): ReturnType<typeof sealAudit> {
  const held = async () =>
    (
      await sql`select from platform_audit a where a.written_in >= pg_snapshot_xmin(pg_current_snapshot())
        and not exists (select from platform_audit_seal s where s.audit_id = a.id)`.execute(owner)
    ).rows.length;
  await expect.poll(held, { timeout: 30_000 }).toBe(0);
  return sealAudit(owner, folder);
}

describe('the audit trail', () => {
  test('is sealed in segments that chain, and proves itself whole', async () => {
    for (const act of ['first', 'second', 'third']) await tell(act);
    expect(await seal(database.owner, outside)).toBe(3);
    await tell('fourth');
    expect(await verifyAudit(database.owner, outside)).toEqual({ whole: true, segments: 1, rows: 3, unsealed: 1 });
    expect(await seal(database.owner, outside)).toBe(1);
    expect(await verifyAudit(database.owner, outside)).toEqual({ whole: true, segments: 2, rows: 4, unsealed: 0 });
  });

  test('is not changed by the application, nor by its owner without tampering', async () => {
    await expect(sql`update platform_audit set act = 'other'`.execute(database.app)).rejects.toThrow(
      /permission denied/,
    );
    await expect(sql`delete from platform_audit`.execute(database.owner)).rejects.toThrow(/append-only/);
    await expect(sql`truncate platform_audit cascade`.execute(database.owner)).rejects.toThrow(/append-only/);
  });

  test('leaves the rows of a transaction that still runs for the next segment', async () => {
    const running = await database.appPool.connect();
    await running.query('begin');
    await running.query("select app_audit(null, null, 'slow', 'case', '{}', '{}', null, $1, $2)", [
      at,
      proofOf('app_audit', null, null, 'slow', 'case', [], '{}', null, at),
    ]);
    await tell('quick');
    expect(await sealAudit(database.owner, outside)).toBe(0);
    await running.query('commit');
    running.release();
    expect(await seal(database.owner, outside)).toBe(2);
    expect((await verifyAudit(database.owner, outside)).whole).toBe(true);
  });

  test('names the segment and the row that were changed', async () => {
    await tamper("update platform_audit set act = 'forged' where id = 2");
    expect(await verifyAudit(database.owner, outside)).toEqual({
      whole: false,
      segment: 1,
      row: 2,
      why: 'the row was changed',
    });
    await tamper("update platform_audit set act = 'second' where id = 2");
    expect((await verifyAudit(database.owner, outside)).whole).toBe(true);
  });

  test('names the segment whose seals were taken away', async () => {
    await tamper('delete from platform_audit_seal where audit_id = 4');
    expect(await verifyAudit(database.owner, outside)).toMatchObject({
      whole: false,
      segment: 2,
      why: 'it had 1 rows and has 0',
    });
  });

  test('finds out whoever cuts off its end', async () => {
    const fresh = await freshDatabase();
    using folder = temporaryFolder();
    try {
      const tellHere = (act: string) =>
        sql`select app_audit(null, null, ${act}, 'case', '{}', '{}', null, ${at}, ${proofOf('app_audit', null, null, act, 'case', [], '{}', null, at)})`.execute(
          fresh.app,
        );
      for (const act of ['first', 'second', 'third']) {
        await tellHere(act);
        await seal(fresh.owner, outsideIn(folder.path));
      }
      const owner = await fresh.ownerPool.connect();
      const tables = ['platform_audit_seal', 'platform_audit_segment', 'platform_audit'];
      for (const table of tables) await owner.query(`alter table ${table} disable trigger user`);
      await owner.query('delete from platform_audit_seal where segment_no = 3');
      await owner.query('delete from platform_audit_segment where no = 3');
      await owner.query("delete from platform_audit where act = 'third'");
      for (const table of tables) await owner.query(`alter table ${table} enable trigger user`);
      owner.release();
      const missing = { whole: false, segment: 3, row: null, why: 'the segment is missing' };
      expect(await verifyAudit(fresh.owner, outsideIn(folder.path))).toEqual(missing);
      // What is sealed afterwards does not close the gap.
      await tellHere('fourth');
      await expect(seal(fresh.owner, outsideIn(folder.path))).rejects.toThrow(/no longer has segment 3/);
      expect(await verifyAudit(fresh.owner, outsideIn(folder.path))).toEqual(missing);
    } finally {
      await fresh.close();
    }
  });
});

describe('whoever owns the database', () => {
  /** A trail of three segments, and everything that its owner can do. */
  async function sealedTrail() {
    const fresh = await freshDatabase();
    const folder = temporaryFolder();
    const outside = outsideIn(folder.path);
    const at = '2021-06-17T09:00:00Z';

    const tell = (act: string) =>
      sql`select app_audit(null, null, ${act}, 'case', '{}', '{}', null, ${at}, ${proofOf('app_audit', null, null, act, 'case', [], '{}', null, at)})`.execute(
        fresh.app,
      );
    for (const act of ['first', 'second', 'third']) {
      await tell(act);
      await seal(fresh.owner, outside);
    }
    const tables = ['platform_audit_seal', 'platform_audit_segment', 'platform_audit'];
    const tamper = async (...statements: string[]) => {
      for (const table of tables) await fresh.ownerPool.query(`alter table ${table} disable trigger user`);
      for (const statement of statements) await fresh.ownerPool.query(statement);
      for (const table of tables) await fresh.ownerPool.query(`alter table ${table} enable trigger user`);
    };
    const close = async () => {
      folder[Symbol.dispose]();
      await fresh.close();
    };
    return { fresh, folder: folder.path, outside, tell, tamper, close };
  }
  const cut = (from: number) => [
    `create temporary table gone as select audit_id from platform_audit_seal where segment_no >= ${from}`,
    `delete from platform_audit_seal where segment_no >= ${from}`,
    `delete from platform_audit_segment where no >= ${from}`,
    'delete from platform_audit where id in (select audit_id from gone)',
    'drop table gone',
    `select setval('platform_audit_height', ${from - 1})`,
  ];

  test('and deletes and seals anew without the key is found', async () => {
    const { fresh, outside, tamper, close } = await sealedTrail();
    await tamper(...cut(3), "insert into platform_audit (act, purpose) values ('forged', 'case')");
    // The owner knows how a seal is made, but not the key: neither one of another key, nor one without any, passes.
    const { rows } = await fresh.ownerPool.query('select hash from platform_audit_segment where no = 2');
    for (const keyed of [true, false]) {
      const forger = temporaryFolder();
      if (keyed) await seal(fresh.owner, outsideIn(forger.path));
      else {
        await tamper(...cut(3), "insert into platform_audit (act, purpose) values ('forged', 'case')");
        const answer = await fresh.ownerPool.query(
          `select id, jsonb_build_array(a.id, to_char(a.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), a.worker_id, a.organiser_id,
            a.act, a.purpose, a.clients, a.detail, a.address)::text as told from platform_audit a order by id desc limit 1`,
        );
        const hash = createHash('sha256').update(answer.rows[0].told).digest();
        const whole = createHash('sha256').update(rows[0].hash).update(hash).digest();
        await fresh.ownerPool.query(
          'insert into platform_audit_segment (no, rows, previous_hash, hash, keyed) values (3, 1, $1, $2, false)',
          [rows[0].hash, whole],
        );
        await fresh.ownerPool.query('insert into platform_audit_seal values ($1, 3, $2)', [answer.rows[0].id, hash]);
      }
      const verdict = await verifyAudit(fresh.owner, outside);
      expect([keyed, verdict]).toMatchObject([
        keyed,
        {
          whole: false,
          segment: 3,
          why: keyed ? 'its seals were changed' : expect.stringContaining('without the key'),
        },
      ]);
      forger[Symbol.dispose]();
    }
    await close();
  });

  test('and lets the application seal what was cut short is found, however long the chain grows', async () => {
    const { fresh, outside, tell, tamper, close } = await sealedTrail();
    await tamper(...cut(2));
    for (const act of ['fourth', 'fifth', 'sixth', 'seventh']) {
      await tell(act);
      await expect(seal(fresh.owner, outside)).rejects.toThrow(/no longer has segment 3/);
    }
    expect(await verifyAudit(fresh.owner, outside)).toMatchObject({
      whole: false,
      segment: 3,
      why: 'it is not the one whose seal is kept outside the database',
    });
    await close();
  });

  test('and changes or takes away what is kept outside as well, without the key, is found', async () => {
    const { fresh, folder, outside, close } = await sealedTrail();
    const file = join(folder, 'audit-height.json');
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    expect((statSync(join(folder, 'audit.key')).mode & 0o777).toString(8)).toBe('600');
    copyFileSync(file, `${file}.kept`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"no":3', '"no":2'));
    await expect(verifyAudit(fresh.owner, outside)).rejects.toThrow(/was changed/);
    rmSync(file);
    expect(await verifyAudit(fresh.owner, outside)).toMatchObject({
      whole: false,
      why: expect.stringMatching(/outside/),
    });
    copyFileSync(`${file}.kept`, file);
    expect((await verifyAudit(fresh.owner, outside)).whole).toBe(true);
    await close();
  });
});
