import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { sealAudit, verifyAudit } from './chain.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const tell = (act: string) =>
  sql`insert into platform_audit (act, purpose) values (${act}, 'case')`.execute(database.app);

/** Somebody with the owner's rights puts the triggers out of the way. */
async function tamper(statement: string): Promise<void> {
  const tables = ['platform_audit', 'platform_audit_seal'];
  for (const table of tables) await database.ownerPool.query(`alter table ${table} disable trigger user`);
  await database.ownerPool.query(statement);
  for (const table of tables) await database.ownerPool.query(`alter table ${table} enable trigger user`);
}

describe('the audit trail', () => {
  test('is sealed in segments that chain, and proves itself whole', async () => {
    for (const act of ['first', 'second', 'third']) await tell(act);
    expect(await sealAudit(database.owner)).toBe(3);
    await tell('fourth');
    expect(await verifyAudit(database.owner)).toEqual({ whole: true, segments: 1, rows: 3, unsealed: 1 });
    expect(await sealAudit(database.owner)).toBe(1);
    expect(await verifyAudit(database.owner)).toEqual({ whole: true, segments: 2, rows: 4, unsealed: 0 });
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
    await running.query("insert into platform_audit (act, purpose) values ('slow', 'case')");
    await tell('quick');
    expect(await sealAudit(database.owner)).toBe(0);
    await running.query('commit');
    running.release();
    expect(await sealAudit(database.owner)).toBe(2);
    expect((await verifyAudit(database.owner)).whole).toBe(true);
  });

  test('names the segment and the row that were changed', async () => {
    await tamper("update platform_audit set act = 'forged' where id = 2");
    expect(await verifyAudit(database.owner)).toEqual({ whole: false, segment: 1, row: 2, why: 'the row was changed' });
    await tamper("update platform_audit set act = 'second' where id = 2");
    expect((await verifyAudit(database.owner)).whole).toBe(true);
  });

  test('names the segment whose seals were taken away', async () => {
    await tamper('delete from platform_audit_seal where audit_id = 4');
    expect(await verifyAudit(database.owner)).toMatchObject({
      whole: false,
      segment: 2,
      why: 'it had 1 rows and has 0',
    });
  });

  test('finds out whoever cuts off its end', async () => {
    const fresh = await freshDatabase();
    try {
      const told = (act: string) =>
        sql`insert into platform_audit (act, purpose) values (${act}, 'case')`.execute(fresh.app);
      for (const act of ['first', 'second', 'third']) {
        await told(act);
        await sealAudit(fresh.owner);
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
      expect(await verifyAudit(fresh.owner)).toEqual(missing);
      // What is sealed afterwards does not close the gap.
      await told('fourth');
      await sealAudit(fresh.owner);
      expect(await verifyAudit(fresh.owner)).toEqual(missing);
    } finally {
      await fresh.close();
    }
  });
});
