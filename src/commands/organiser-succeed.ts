import { z } from 'zod';
import type { Day } from '../kernel/day.ts';
import { type Service, services } from '../kernel/service.ts';
import { demoClock, helsinkiClock } from '../server/clock.ts';
import type { Write } from '../server/database/pool.ts';
import { change, rowsOf } from '../server/database/statement.ts';
import { audit } from '../server/perform.ts';
import { command, UsageError } from './command.ts';
import { dayOption, needed, operator, operatorId } from './operator.ts';
import { withDatabase } from './with-database.ts';

const text = { type: 'string' } as const;
const zTakenBackRow = z.object({ done: z.boolean() });
const zSucceedRow = z.object({ code: z.string(), id: z.string() });

function servicesIn(list: string | undefined): Service[] | null {
  if (list === undefined) return null;
  return list.split(',').map((word) => {
    const service = services.find((one) => one === word.trim());
    if (!service) throw new UsageError(`--services has services with commas between: ${services.join(', ')}`);
    return service;
  });
}

export const organiserSucceed = command({
  usage: `--from CODE --to CODE --on DAY [--services SERVICE,SERVICE] [--take-back WHY]

  --from      whose tasks pass on
  --to        who takes them over; founded by organiser add
  --on        the first day on which they are the successor's, such as 2023-01-01
  --services  only these; all when left out, and then the workers come along
  --take-back it was said by mistake, and why; only while nobody is carried over by it

From the day on the one neither receives nor decides. Its administrator carries the clients over on screen, under Settings.`,
  options: { from: text, to: text, on: text, services: text, 'take-back': text },
  run({ values }) {
    const [from, to] = [needed('from', values.from), needed('to', values.to)];
    const on = dayOption('on', needed('on', values.on));
    const some = servicesIn(values.services);
    const why = values['take-back'] === undefined ? null : needed('take-back', values['take-back'].trim());
    if (why !== null && some) throw new UsageError('--take-back takes back all that was said for the day');
    if (from === to) throw new UsageError('--from and --to are two organisers');
    return withDatabase(async ({ owner }) => {
      const clock = (await demoClock(owner)) ?? helsinkiClock;
      await owner.transaction().execute(async (tx) => {
        await change`select set_config('app.worker', ${operatorId}, true), set_config('app.today', ${clock.today()}, true),
          set_config('app.now', ${clock.now()}, true)`.execute(tx);
        const { rows } = await rowsOf(zSucceedRow)`
          select code, id::text from organiser_organiser where code = any(${[from, to]}::text[])`.execute(tx);
        const idOf = (code: string) => {
          const match = rows.find((row) => row.code === code);
          if (!match) throw new Error(`There is no organiser of the code ${code}.`);
          return match.id;
        };
        const [predecessorId, successorId] = [idOf(from), idOf(to)];
        if (why === null)
          await change`select organiser_pass_on(${predecessorId}, ${successorId}, ${on}::date, ${some}::text[])`
            .execute(tx)
            .catch(explained);
        else await takeBack(tx, predecessorId, successorId, on);
        const who = operator(predecessorId);
        const trail = why === null ? { from, to, on, services: some } : { from, to, on, why };
        const act = why === null ? 'organiserSucceed' : 'organiserSucceedTakenBack';
        await audit(tx, act, 'none', { who, language: 'fi' }, clock.now(), [], trail);
      });
      if (why !== null) {
        console.log(`The tasks of ${from} do not pass to ${to} on ${on}.`);
        return 0;
      }
      console.log(`The tasks of ${from} pass to ${to} on ${on}: ${some?.join(', ') ?? 'all services'}.`);
      return 0;
    });
  },
});

async function takeBack(tx: Write, predecessorId: string, successorId: string, on: Day | undefined): Promise<void> {
  const { rows } = await rowsOf(zTakenBackRow)`
    select organiser_pass_on_not(${predecessorId}, ${successorId}, ${on}::date) as done`
    .execute(tx)
    .catch(explained);
  if (!rows[0]?.done) throw new Error('Nothing was said to pass on that day.');
}

/** What the database holds is told in the caller's words. */
function explained(error: unknown): never {
  const { constraint } = error as { constraint?: string };
  if (constraint?.startsWith('succession_within'))
    throw new Error(
      'The one is there on the day before, and the other on the day: found the successor from an earlier day.',
    );
  if (constraint === 'carrying_row_succession_id_fkey')
    throw new Error(
      'Clients were carried over by it, which Settings tells: take that back first, there, while nothing was recorded of it since.',
    );
  if (constraint?.endsWith('from_on_key')) throw new Error('That is said already.');
  throw error;
}
