import { z } from 'zod';
import { organiserKinds } from '../casework/organiser/words.ts';
import { addWorker } from '../casework/worker/acts.ts';
import { isDay } from '../kernel/day.ts';
import { zId } from '../kernel/id.ts';
import { zName } from '../kernel/line.ts';
import { ceasedBy, municipalityNumbered } from '../kernel/municipality.ts';
import type { Who } from '../server/act.ts';
import { demoClock, helsinkiClock } from '../server/clock.ts';
import { change, rowsOf } from '../server/database/statement.ts';
import { audit } from '../server/perform.ts';
import { openAccountFor, renewPassword } from '../server/sign-in/accounts.ts';
import { command, UsageError } from './command.ts';
import { needed, operatorId } from './operator.ts';
import { withDatabase } from './with-database.ts';

const text = { type: 'string' } as const;

const zOrganiserAddRow = z.object({ id: zId });

export const organiserAdd = command({
  usage: `--code CODE --kind KIND --name NAME --municipality CODE --administrator "GIVEN FAMILY" --username USERNAME [--from DAY]
                    [--name-sv NAME] [--name-en NAME]

  --code           short name in addresses and commands: small letters, digits and dashes
  --kind           ${organiserKinds.join(', ')}
  --municipality   the first of its area by its official number, such as 609 (Pori)
  --administrator  who sets up all the rest on screen; the password is told once, and changed at the first sign-in
  --from           the day from which it is kept here; today when left out

Founds an organiser with its first administrator. Run again with another code it founds another.`,
  options: {
    code: text,
    kind: text,
    name: text,
    'name-sv': text,
    'name-en': text,
    municipality: text,
    administrator: text,
    username: text,
    from: text,
  },
  run({ values }) {
    const code = needed('code', values.code);
    const kind = needed('kind', values.kind);
    if (!/^[a-z0-9-]+$/.test(code)) throw new UsageError('--code has small letters, digits and dashes');
    if (!organiserKinds.some((one) => one === kind))
      throw new UsageError(`--kind is one of ${organiserKinds.join(', ')}`);
    const name = named('name', needed('name', values.name));
    const names = [name, named('name-sv', values['name-sv'] ?? name), named('name-en', values['name-en'] ?? name)];
    const municipality = municipalityNumbered(needed('municipality', values.municipality));
    if (!municipality) throw new UsageError('--municipality is the official number of one, such as 609 (Pori)');
    const [givenName = '', ...family] = needed('administrator', values.administrator).trim().split(/\s+/);
    const familyName = family.join(' ');
    if (familyName === '') throw new UsageError('--administrator has a given and a family name');
    const username = needed('username', values.username);
    return withDatabase(async ({ owner, secret }) => {
      const clock = (await demoClock(owner)) ?? helsinkiClock;
      const today = clock.today();
      const from = values.from ?? today;
      if (!isDay(from) || from > today) throw new UsageError('--from is a day that has come, such as 2026-01-01');
      if (ceasedBy(municipality.code, from))
        throw new UsageError(`--municipality: there is no ${municipality.nameFi} since ${municipality.ceasedOn}`);
      const input = addWorker.input.safeParse({
        familyName,
        givenName,
        phone: null,
        email: null,
        language: 'fi',
        role: 'administrator',
        unitId: null,
        fullTimeShare: 1,
        hoursAWeek: null,
        agreedCaseload: null,
        team: null,
        during: { from, to: null },
        username,
      });
      if (!input.success)
        throw new UsageError(`--${input.error.issues[0]?.path.join('.')}: ${input.error.issues[0]?.message}`);
      const refuse = (refused: keyof typeof addWorker.refuses): never => {
        throw new Error(addWorker.refuses[refused].en);
      };
      // All or nothing: an organiser without an administrator could not be set up.
      const password = await owner.transaction().execute(async (tx) => {
        await change`select set_config('app.worker', ${operatorId}, true), set_config('app.today', ${today}, true),
          set_config('app.now', ${clock.now()}, true)`.execute(tx);
        const { rows } = await rowsOf(zOrganiserAddRow)`
          select worker_found_organiser(${code}, ${kind}, ${names}::text[], ${[municipality.code, municipality.nameFi, municipality.nameSv]}::text[], ${from}::date) as id`
          .execute(tx)
          .catch(asked);
        const who: Who = {
          workerId: operatorId,
          organiserId: rows[0]?.id ?? '',
          organiserCode: code,
          name: 'operator',
          roles: ['administrator'],
          language: 'fi',
        };
        // Nobody is there yet to be the second person: the operator is told the whole of the first password.
        const call = {
          tx,
          input: { ...input.data, username: null },
          who,
          relations: [],
          today,
          now: clock.now(),
          refuse,
          keys: { secret },
        };
        const { workerId } = await addWorker.run(call).catch(asked);
        await openAccountFor(tx, workerId, input.data.username as string).catch(asked);
        await audit(tx, 'organiserAdd', 'none', { who, language: 'fi' }, clock.now(), [], { code, username });
        return renewPassword(tx, workerId);
      });
      console.log(
        `${name} is founded. ${givenName} ${familyName} signs in as ${username} with the password ${password}`,
      );
      return 0;
    });
  },
});

/** A name as the forms take it: every letter of the organiser prints it. */
function named(option: string, value: string): string {
  const name = zName.min(1).safeParse(value);
  if (name.success) return name.data;
  throw new UsageError(`--${option} is one line of at most 200 signs that papers can print, with a letter in it`);
}

/** What the database holds once is told in the caller's words. */
function asked(error: unknown): never {
  const { constraint } = error as { constraint?: string };
  if (constraint === 'organiser_organiser_code_key') throw new Error('There is an organiser of this code already.');
  if (constraint === 'platform_account_username_key') throw new Error('The username is taken.');
  throw error;
}
