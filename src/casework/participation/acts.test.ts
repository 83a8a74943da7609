import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { readPaper } from '../../../tests/paper.ts';
import { inRehabilitation, livesOn, marked } from '../../../tests/rehabilitating.ts';
import { makeWorld, type WorkerName, type World } from '../../../tests/world.ts';
import { enterAs } from '../../server/perform.ts';
import { changeAddress, protectAddress, recordBenefit } from '../client/acts.ts';
import {
  closeMonth,
  compensationLines,
  compensationMonth,
  compensationOf,
  settleCorrections,
} from '../compensation/acts.ts';
import { setRate } from '../rate/acts.ts';
import { answerPayer, participationMonth, participationSlip } from './acts.ts';

let db: FreshDatabase;
let world: World;
const month = '2021-05';
const clients: Record<string, string> = {};
const days = ['2021-05-03', '2021-05-05'];

beforeAll(async () => {
  db = await freshDatabase();
  world = await makeWorld(db);
  const take = async (familyName: string, benefit: string | null) => {
    const client = await inRehabilitation(db, world, { familyName });
    clients[familyName] = client.clientId;
    if (benefit) await livesOn(db, world, client.clientId, benefit);
    await marked(db, world, client, days);
    return client;
  };
  const kela = await take('Kelanen', 'labour-market-subsidy');
  await marked(db, world, kela, ['2021-05-10', '2021-05-12'], 'sick');
  await marked(db, world, kela, ['2021-05-17'], 'unexcused');
  await take('Kassanen', 'earnings-related-allowance');
  const poor = await take('Tukinen', 'social-assistance');
  await livesOn(db, world, poor.clientId, 'basic-allowance', { from: '2021-05-05', main: false });
  await take('Eläkkinen', 'disability-pension');
  await take('Kysynen', null);
});
afterAll(() => db.close());

const opened = () => world.perform(compensationMonth, { month }, 'work-finance');
const payersOfMonth = () => world.perform(participationMonth, { month }, 'work-finance');

describe('the days of a month', () => {
  test('are told by who pays for them: the payer of the unemployment benefit, the organiser, nobody, or a question', async () => {
    const { sums, clients: all } = await payersOfMonth();
    expect(sums).toEqual([
      { payer: 'kela', clients: 2, days: 3 },
      { payer: 'fund', clients: 1, days: 2 },
      { payer: 'organiser', clients: 1, days: 1 },
      { payer: 'nobody', clients: 1, days: 2 },
      { payer: 'unknown', clients: 1, days: 2 },
    ]);
    expect(all.filter(({ clientId }) => clientId === clients.Tukinen).map((one) => [one.payer, one.days])).toEqual([
      ['kela', ['2021-05-05']],
      ['organiser', ['2021-05-03']],
    ]);
  });

  test('are paid by the organiser to whoever lives on social assistance, and to nobody else', async () => {
    const { accounts, toClients } = await opened();
    expect(accounts.map(({ key, kinds }) => [key, kinds])).toEqual([
      [clients.Tukinen, [{ kind: 'activity-allowance', amount: 900, days: 1 }]],
    ]);
    expect(toClients).toBe(900);
    const { lines } = await world.perform(
      compensationLines,
      { month, clientIds: Object.values(clients) },
      'work-finance',
    );
    expect(lines.map(({ clientId, earnedOn, kind }) => [clientId, earnedOn, kind])).toEqual([
      [clients.Tukinen, '2021-05-03', 'activity-allowance'],
    ]);
    for (const clientId of [clients.Kelanen, clients.Kysynen] as string[]) {
      const own = await world.perform(compensationOf, { clientId, month }, 'work-social-worker');
      expect(own.lines).toEqual([]);
    }
  });

  test('for which nobody was known to pay are answered, also after the month was closed: what they are worth is corrected', async () => {
    await world.perform(closeMonth, { month }, 'work-finance');
    const clientId = clients.Kysynen as string;
    const answer = { clientId, benefit: 'social-assistance' as const, during: { from: '2021-05-04', to: null } };
    await world.perform(answerPayer, answer, 'work-finance');
    const { corrections } = await opened();
    expect(corrections.write.map(({ clientId: of, earnedOn, amount }) => [of, earnedOn, amount])).toEqual([
      [clientId, '2021-05-05', 900],
    ]);
    expect(await world.perform(settleCorrections, { month }, 'work-finance')).toMatchObject({
      reversed: 0,
      written: 1,
    });
    // One of the two days is a question still, and is answered by its own days.
    expect((await payersOfMonth()).sums.at(-1)).toEqual({ payer: 'unknown', clients: 1, days: 1 });
    expect(
      await world.refusal(answerPayer, { ...answer, during: { from: '2021-05-01', to: null } }, 'work-finance'),
    ).toBe('overlaps-recorded');
    await world.perform(
      answerPayer,
      { clientId, benefit: 'none', during: { from: '2021-05-01', to: '2021-05-04' } },
      'work-finance',
    );
    expect((await payersOfMonth()).sums.map(({ payer }) => payer)).not.toContain('unknown');
  });

  test('are paid by somebody else when it is recorded late that the client had an unemployment benefit', async () => {
    await world.perform(
      recordBenefit,
      {
        clientId: clients.Tukinen as string,
        benefit: 'labour-market-subsidy',
        main: false,
        during: { from: '2021-05-01', to: '2021-05-05' },
      },
      'work-social-worker',
    );
    const { corrections } = await opened();
    expect(corrections.reverse.map(({ clientId, earnedOn, amount }) => [clientId, earnedOn, amount])).toEqual([
      [clients.Tukinen, '2021-05-03', -900],
    ]);
    expect(corrections.write).toEqual([]);
  });
});

test('cost compensation is no rate of an organiser’s', async () => {
  const rate = {
    kind: 'cost-compensation' as const,
    amount: 900,
    rule: 'Päätös',
    during: { from: '2021-07-01', to: null },
  };
  expect(await world.refusal(setRate, rate, 'work-finance')).toBe('paid-by-others');
});

describe('who may', () => {
  test.each<WorkerName>(['work-instructor', 'work-social-worker', 'pori-finance'])(
    '%s opens no slip of it',
    async (worker) => {
      const clientId = clients.Kelanen as string;
      expect(['not-allowed', 'not-found']).toContain(
        await world.refusal(participationSlip, { clientId, month }, worker),
      );
      const answer = { clientId, benefit: 'none' as const, during: { from: '2021-05-01', to: null } };
      expect(['not-allowed', 'not-found']).toContain(await world.refusal(answerPayer, answer, worker));
    },
  );

  test('finance learns who pays and not by which benefit', async () => {
    const seen = await db.app.transaction().execute(async (tx) => {
      await enterAs(tx, world.who('work-finance'), {
        purpose: 'money',
        today: world.today,
        now: world.house().clock.now(),
      });
      const { rows: benefits } = await sql`select benefit from client_benefit`.execute(tx);
      const { rows: payers } = await sql<{
        payer: string;
      }>`select distinct payer from participation_payer order by 1`.execute(tx);
      return { benefits: benefits.length, payers: payers.map(({ payer }) => payer) };
    });
    expect(seen).toEqual({ benefits: 0, payers: ['fund', 'kela', 'nobody', 'organiser'] });
  });

  test('on which days the organiser pays is the same where it is asked of it alone', async () => {
    const days = await db.app.transaction().execute(async (tx) => {
      await enterAs(tx, world.who('work-finance'), {
        purpose: 'money',
        today: world.today,
        now: world.house().clock.now(),
      });
      const of = (rows: RawBuilder<unknown>) =>
        sql<{
          one: string;
        }>`select organiser_id || ' ' || client_id || ' ' || during as one from ${rows} order by 1`.execute(tx);
      const alone = await of(sql`participation_organiser_pays`);
      const among = await of(sql`(select * from participation_payer where payer = 'organiser') p`);
      const { rows } = await sql<{
        may: boolean;
      }>`select has_table_privilege('participation_benefit', 'select') as may`.execute(tx);
      return { alone: alone.rows, among: among.rows, readsBenefits: rows[0]?.may };
    });
    expect(days.alone).toEqual(days.among);
    expect(days.alone.length).toBeGreaterThan(0);
    expect(days.readsBenefits).toBe(false);
  });

  test('who sees nobody’s benefits is told of no payer', async () => {
    const rows = await db.app.transaction().execute(async (tx) => {
      await enterAs(tx, world.who('work-finance'), {
        purpose: 'none',
        today: world.today,
        now: world.house().clock.now(),
      });
      return (await sql`select from participation_payer`.execute(tx)).rows.length;
    });
    expect(rows).toBe(0);
  });
});

describe('a month’s slip for the client', () => {
  const slip = async (clientId: string) => {
    const paper = await world.perform(participationSlip, { clientId, month }, 'work-finance');
    return readPaper(paper.bytes);
  };

  test('says the days, who pays, what an absence does to the benefit, and by which provision, as a tagged PDF', async () => {
    const paper = await slip(clients.Kelanen as string);
    expect(paper.accessible).toBe(true);
    expect(paper.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH']));
    expect(paper.title).toBe('Osallistumispäivät: toukokuu 2021');
    expect(paper.text).toContain('Maksaja: Kela 2 päivää, 9,00 € päivältä');
    expect(paper.text).toContain('ma 3.5.2021');
    expect(paper.text).toContain('Me emme maksa niistä.');
    expect(paper.text).toContain('Ei makseta tältä päivältä');
    expect(paper.text).toContain('Työttömyysturvalaki (1290/2002) 10 luku 6 §');
    expect(paper.text).toContain('Työttömyysturvalaki (1290/2002) 10 luku 3 §');
  });

  test('is in the client’s language, and easy to read where the client reads easy Finnish', async () => {
    const clientId = clients.Kassanen as string;
    await sql`update client_client set service_language = 'sv' where id = ${clientId}`.execute(db.owner);
    const swedish = await slip(clientId);
    expect(swedish.title).toBe('Deltagardagar: maj 2021');
    expect(swedish.text).toContain('Betalare: Arbetslöshetskassan');
    expect(swedish.text).toContain('10 kap. 6 § i lagen om utkomstskydd för arbetslösa');
    await sql`update client_client set service_language = 'fi', easy_language = true where id = ${clientId}`.execute(
      db.owner,
    );
    expect((await slip(clientId)).text).toContain('Olit mukana 2 päivänä.');
  });

  test('tells no protected address', async () => {
    const clientId = clients.Kelanen as string;
    const address = { street: 'Kanarialintukuja 7', postalCode: '77777', postOffice: 'KANARIALA' };
    await world.perform(
      changeAddress,
      { clientId, address: { ...address, phone: null, email: null }, from: world.today },
      'work-social-worker',
    );
    expect((await slip(clientId)).text).toContain('Kanarialintukuja 7');
    const during = { from: world.today, to: null };
    await world.perform(protectAddress, { clientId, during, contactInstead: 'PL 5' }, 'work-social-worker');
    const { text } = await slip(clientId);
    expect(text).toContain('PL 5');
    expect(text).not.toMatch(/kanaria|77777/i);
  });

  test('is none for a month without days', async () => {
    const call = { clientId: clients.Kelanen as string, month: '2020-01' };
    expect(await world.refusal(participationSlip, call, 'work-finance')).toBe('no-days');
  });
});
