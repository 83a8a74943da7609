import { sql } from 'kysely';
import { z } from 'zod';
import { zDay } from '../../kernel/day.ts';
import { zId } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { Standing } from '../../server/act.ts';
import type { Read } from '../../server/database/pool.ts';
import { rowsOf } from '../../server/database/statement.ts';
import { lastChange } from '../../server/last-writer.ts';
import {
  type AnsweringLater,
  type Later,
  laterRooms,
  type Succession,
  type ToCarry,
  zAnsweringLater,
  zLater,
  zSuccession,
  zToCarry,
} from './words.ts';

/** Which tasks passed or will pass from or to an organiser, the latest first, and who came along. */
export async function successionsOf(tx: Read, organiserId: string, language: Language): Promise<Succession[]> {
  const { rows } = await rowsOf(zSuccession)`
    select s.id, case when s.predecessor_id = ${organiserId} then 'passes-on' else 'takes-over' end as side,
      o.${sql.ref(`name_${language}`)} as other, o.code as "otherCode", s.from_on as "fromOn", s.services,
      coalesce((select jsonb_agg(jsonb_build_object('on', c.carried_on, 'by', c.by, 'clients', c.clients) order by c.carried_on)
        from (select x.carried_on, w.given_name || ' ' || w.family_name as by, sum((x.thing = 'client_client')::int)::int as clients
          from carrying_row x join worker_worker w on w.id = x.carried_by_id where x.succession_id = s.id and not x.taken_back
            and not exists (select from carrying_carrying e where e.id = x.carrying_id and e.taken_back_on is not null) group by 1, 2) c), '[]') as carried,
      coalesce((select jsonb_agg(jsonb_build_object('on', c.taken_back_on, 'by', w.given_name || ' ' || w.family_name, 'because', c.taken_back_because,
          'clients', (select coalesce(sum((x.thing = 'client_client')::int), 0)::int from carrying_row x where x.carrying_id = c.id)) order by c.id)
        from carrying_carrying c join worker_worker w on w.id = c.taken_back_by_id where c.succession_id = s.id), '[]') as "takenBack",
      (select c.id from carrying_carrying c where c.succession_id = s.id and c.taken_back_on is null order by c.id desc limit 1) as "latestId"
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

/** What was recorded since upon what a carrying made or changed, by the room that keeps it. */
export async function recordedLater(tx: Read, carryingId: string): Promise<Later[]> {
  const { rows } = await rowsOf(zLater)`
    select x.room, sum((x.of_row = 1)::int)::int as rows, sum((x.of_client = 1 and x.client_id is not null)::int)::int as clients
    from (select l.room, l.client_id, row_number() over (partition by l.room, l.row_id) as of_row,
        row_number() over (partition by l.room, l.client_id) as of_client
      from (select case when split_part(thing, '_', 1) = any(${[...laterRooms]}::text[]) then split_part(thing, '_', 1) else 'other' end as room,
          row_id, client_id from carrying_later(${carryingId})) l) x
    group by x.room`.execute(tx);
  return laterRooms.flatMap((room) => rows.filter((row) => row.room === room));
}

/** Whom to ask of the clients of whom something was recorded since a carrying. */
export async function answeringLater(tx: Read, carryingId: string): Promise<AnsweringLater[]> {
  const { rows } = await rowsOf(
    zAnsweringLater,
  )`select name, clients::int from carrying_answering(${carryingId})`.execute(tx);
  return rows;
}

const zCarryingRow = z.object({ id: zId, carriedOn: zDay });

/** The latest carrying of a succession, as whoever takes it back must have seen it. */
export async function standingCarrying(tx: Read, successionId: string): Promise<Standing | null> {
  const { rows } = await rowsOf(zCarryingRow)`
    select id, carried_on as "carriedOn" from carrying_carrying where succession_id = ${successionId} and taken_back_on is null
    order by id desc limit 1`.execute(tx);
  const [latest] = rows;
  if (!latest) return null;
  const at = sql`(select tstzrange(carried_at, null) as recorded from carrying_carrying where id = ${latest.id}) c`;
  return { version: latest.id, content: { carriedOn: latest.carriedOn }, ...(await lastChange(tx, at, successionId)) };
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
