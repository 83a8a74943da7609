import { z } from 'zod';
import { type Service, services } from '../kernel/service.ts';
import { demoClock, helsinkiClock } from '../server/clock.ts';
import { change, rowsOf } from '../server/database/statement.ts';
import { audit } from '../server/perform.ts';
import { command, UsageError } from './command.ts';
import { dayOption, needed, operator, operatorId } from './operator.ts';
import { withDatabase } from './with-database.ts';

const text = { type: 'string' } as const;
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
  usage: `--from CODE --to CODE --on DAY [--services SERVICE,SERVICE]

  --from      whose tasks pass on
  --to        who takes them over; founded by organiser add
  --on        the first day on which they are the successor's, such as 2023-01-01
  --services  only these; all when left out, and then the workers come along

From the day on the one neither receives nor decides. Its administrator carries the clients over on screen, under Settings.`,
  options: { from: text, to: text, on: text, services: text },
  run({ values }) {
    const [from, to] = [needed('from', values.from), needed('to', values.to)];
    const on = dayOption('on', needed('on', values.on));
    const some = servicesIn(values.services);
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
        await change`select organiser_pass_on(${predecessorId}, ${successorId}, ${on}::date, ${some}::text[])`
          .execute(tx)
          .catch(explained);
        const who = operator(predecessorId);
        await audit(tx, 'organiserSucceed', 'none', { who, language: 'fi' }, clock.now(), [], {
          from,
          to,
          on,
          services: some,
        });
      });
      console.log(`The tasks of ${from} pass to ${to} on ${on}: ${some?.join(', ') ?? 'all services'}.`);
      return 0;
    });
  },
});

/** What the database holds is told in the caller's words. */
function explained(error: unknown): never {
  const { constraint } = error as { constraint?: string };
  if (constraint?.startsWith('succession_within'))
    throw new Error(
      'The one is there on the day before, and the other on the day: found the successor from an earlier day.',
    );
  if (constraint?.endsWith('from_on_key')) throw new Error('That is said already.');
  throw error;
}
