/** Which secret key the database's sealed texts were sealed with, so that a wrong one is told before anything is done with it. */
import { sql } from 'kysely';
import { z } from 'zod';
import { zId } from '../kernel/id.ts';
import type { Keys } from './act.ts';
import type { Read, Write } from './database/pool.ts';
import { change, rowsOf, zBytes } from './database/statement.ts';
import { isSealedWith, keyedHash, keyId, open, openUnbound, seal } from './secret.ts';

const zKeyIdInRow = z.object({ value: z.string() });

/** The id of the key; null before any was told. */
export async function keyIdIn(db: Read): Promise<string | null> {
  const { rows } = await rowsOf(zKeyIdInRow)`select value from platform_setting where name = 'secret-key'`.execute(db);
  return rows[0]?.value ?? null;
}

/** Tells the database by which key its texts are sealed from now on. */
export async function keepKeyId(tx: Write, keys: Keys): Promise<void> {
  await change`insert into platform_setting (name, value) values ('secret-key', ${keyId(keys)})
    on conflict (name) do update set value = excluded.value`.execute(tx);
}

const rowsAtOnce = 2000;

const zSealedColumn = z.object({ name: z.string(), column: z.string(), found: z.boolean() });
const zSealedText = z.object({ place: z.string(), id: zId, bytes: zBytes });

/**
 * Seals every text that is not sealed as it would be now, in whatever table and in old versions too; returns how many.
 * A sealed text is a column named _cipher, beside one named _hash where it is to be found by, in a row with an id.
 */
export async function sealAnew(tx: Write, from: Keys, to: Keys): Promise<number> {
  const { rows: columns } = await rowsOf(zSealedColumn)`
    select c.relname as name, left(a.attname, -length('_cipher')) as column,
      exists (select from pg_attribute h where h.attrelid = c.oid and h.attname = left(a.attname, -length('_cipher')) || '_hash') as found
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname like '%\\_cipher' and not a.attisdropped
    order by c.relname`.execute(tx);
  let sealed = 0;
  for (const { name, column, found: isFoundBy } of columns) {
    const table = sql.table(name);
    const cipher = sql.ref(`${column}_cipher`);
    const findable = isFoundBy ? sql`, ${sql.ref(`${column}_hash`)} = decode(v.hash, 'hex')` : sql``;
    // Nobody changes a text meanwhile, and being sealed anew is no change that a history would tell.
    await change`alter table ${table} disable trigger user`.execute(tx);
    const { rows } = await rowsOf(zSealedText)`
      select ctid::text as place, id, ${cipher} as bytes from ${table} where ${cipher} is not null`.execute(tx);
    const stale = rows.filter(({ bytes }) => !isSealedWith(to, bytes));
    for (let start = 0; start < stale.length; start += rowsAtOnce) {
      const some = stale.slice(start, start + rowsAtOnce).map(({ place, id, bytes }) => {
        const text = isSealedWith(from, bytes) ? open(from, id, bytes) : openUnbound(from, bytes);
        return { place, bytes: seal(to, id, text).toString('hex'), hash: keyedHash(to, text).toString('hex') };
      });
      await change`update ${table} as t set ${cipher} = decode(v.bytes, 'hex')${findable}
        from unnest(${some.map(({ place }) => place)}::text[], ${some.map(({ bytes }) => bytes)}::text[],
          ${some.map((one) => one.hash)}::text[]) as v (place, bytes, hash) where t.ctid = v.place::tid`.execute(tx);
    }
    await change`alter table ${table} enable trigger user`.execute(tx);
    sealed += stale.length;
  }
  return sealed;
}
