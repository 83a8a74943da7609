import { sql } from 'kysely';
import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { type Succession, type ToCarry, zSuccession, zToCarry } from './words.ts';

/** Which tasks passed or will pass from or to an organiser, the latest first, and who came along. */
export async function successionsOf(tx: Read, organiserId: string, language: Language): Promise<Succession[]> {
  const { rows } = await rowsOf(zSuccession)`
    select s.id, case when s.predecessor_id = ${organiserId} then 'passes-on' else 'takes-over' end as side,
      o.${sql.ref(`name_${language}`)} as other, o.code as "otherCode", s.from_on as "fromOn", s.services,
      coalesce((select jsonb_agg(jsonb_build_object('on', c.carried_on, 'by', c.by, 'clients', c.clients) order by c.carried_on)
        from (select x.carried_on, w.given_name || ' ' || w.family_name as by, sum((x.thing = 'client_client')::int)::int as clients
          from carrying_row x join worker_worker w on w.id = x.carried_by_id where x.succession_id = s.id group by 1, 2) c), '[]') as carried
    from organiser_succession s
    join organiser_organiser o on o.id = case when s.predecessor_id = ${organiserId} then s.successor_id else s.predecessor_id end
    where ${organiserId}::uuid in (s.predecessor_id, s.successor_id) order by s.from_on desc, o.code`.execute(tx);
  return rows;
}

/** What is still under the predecessor of the services that passed on. */
export async function toCarry(tx: Read, successionId: string): Promise<ToCarry | null> {
  const { rows } = await rowsOf(zToCarry)`
    select clients::int, relationships::int, pending::int, decisions::int, workers::int, recorded_after::int as "recordedAfter"
    from carrying_left(${successionId})`.execute(tx);
  return rows[0] ?? null;
}

const zCameRow = z.object({ organiser: z.string(), fromOn: zDay });

/** From which organiser a client came, and on which day; null for one that came from none. */
export async function previousOrganiser(
  tx: Read,
  clientId: string,
  language: Language,
): Promise<z.output<typeof zCameRow> | null> {
  const { rows } = await rowsOf(zCameRow)`
    select o.${sql.ref(`name_${language}`)} as organiser, s.from_on as "fromOn"
    from carrying_row c join organiser_succession s on s.id = c.succession_id join organiser_organiser o on o.id = s.predecessor_id
    where c.new_id = ${clientId} order by s.from_on desc limit 1`.execute(tx);
  return rows[0] ?? null;
}
