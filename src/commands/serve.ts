import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setInterval as every } from 'node:timers/promises';
import { leaveAll } from '../../tooling/embedded-postgres/embedded.ts';
import { allActs, apiTags } from '../screens/app/registry.ts';
import { shapes } from '../screens/app/shapes.ts';
import { type Outside, sealAudit } from '../server/audit/chain.ts';
import { outsideIn } from '../server/audit/outside.ts';
import { type SecurityLog, securityLogIn } from '../server/audit/security-log.ts';
import { demoClock, helsinkiClock } from '../server/clock.ts';
import { type Config, readConfig, secretOf, securityLogFile } from '../server/config.ts';
import { openAsides } from '../server/database/asides.ts';
import { type Database, entryKeyOf, openPool, overPool } from '../server/database/pool.ts';
import { server } from '../server/http/server.ts';
import type { AppContext } from '../server/perform.ts';
import { IdentityProvider } from '../server/sign-in/provider.ts';
import { command } from './command.ts';
import { accountLines, demoRegion } from './demo-region.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { prepare, seconds } from './prepare.ts';
import { claim, release, tell } from './running.ts';
import { buildWebApp, webFolder } from './web-app.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** What those who watch over the application are told. */
interface Watch {
  readonly log: SecurityLog;
  unsealedSince: string | null;
}

const say = (line: string) => console.log(line);

export const serve = command({
  usage: '[--api-only]\n\n  --api-only   serves no web application (npm run dev serves it itself)',
  options: { 'api-only': { type: 'boolean', default: false } },
  async run({ values }) {
    const started = performance.now();
    const config = readConfig(process.env);
    const other = await claim(config.dataFolder, config.port);
    if (other) {
      say(
        `Kykypolku already runs at ${other.url ?? `port ${other.port} (it is just starting)`}, as process ${other.pid}.`,
      );
      return 0;
    }
    const stopped = stopAsked();
    let serving = false;
    void stopped.then(async () => {
      if (serving) return;
      say('\nStopping before it was ready ...');
      await leaveAll();
      release(config.dataFolder);
      process.exit(130);
    });
    try {
      await portMustBeFree(config.port);
      say(`Kykypolku ${version}`);
      const database = await both(prepare(config, say), values['api-only'] ? Promise.resolve() : build());
      const proven = { statementMs: 30_000, entryKey: await entryKeyOf(database.ownerUrl) };
      const db = overPool(openPool(database.appUrl, { max: 12, ...proven }));
      const asides = openAsides(database.appUrl, proven);
      // Sealing reads every organiser's rows, which the application's role may not.
      const sealer = overPool(openPool(database.ownerUrl, { max: 1, name: 'kykypolku sealing' }));
      const keepsRunning = new AbortController();
      const now = helsinkiClock.now;
      const log = securityLogIn(securityLogFile(config), { secret: secretOf(config) }, now);
      const watch: Watch = { log, unsealedSince: null };
      try {
        const app = await start(config, { db, asides }, values['api-only'], watch);
        const url = await app.listen({ host: '127.0.0.1', port: config.port });
        serving = true;
        tell(config.dataFolder, Number(new URL(url).port), url);
        if (!values['api-only']) await greet(config, url);
        say(`Ready in ${seconds(started)} s. Ctrl-C stops it, the database too.`);
        void keepSealing(sealer, outsideIn(config.dataFolder), watch, keepsRunning.signal);
        const lost = keepDatabase(config, database, keepsRunning.signal);
        const why = await Promise.race([stopped, lost]);
        say(why ? `\nStopping: ${why}` : '\nStopping ...');
        await app.close();
        return why ? 1 : 0;
      } finally {
        keepsRunning.abort();
        await Promise.allSettled([db.destroy(), asides.db.destroy(), sealer.destroy(), log.close()]);
        // Also of a server that was started again meanwhile.
        await leaveAll();
        say('Stopped.');
      }
    } finally {
      release(config.dataFolder);
    }
  },
});

type Connections = Pick<AppContext, 'db' | 'asides'>;

async function start(config: Config, connections: Connections, apiOnly: boolean, watch: Watch) {
  const { db } = connections;
  const clock = config.mode === 'demo' ? ((await demoClock(db)) ?? helsinkiClock) : helsinkiClock;
  const region = config.mode === 'demo' ? await demoRegion() : null;
  return server({
    house: { ...connections, clock, keys: { secret: secretOf(config) } },
    acts: allActs,
    shapes,
    tags: apiTags,
    version,
    about: 'Work-ability services from referral to exit.',
    logLevel: config.logLevel,
    publicHost: config.publicHost,
    trustedProxies: config.trustedProxies,
    leakedPasswords: config.leakedPasswords,
    securityLog: watch.log,
    ...(config.providerIssuer && config.providerSecret && config.publicHost
      ? {
          provider: new IdentityProvider(
            {
              issuer: config.providerIssuer,
              clientId: config.providerClient ?? 'kykypolku',
              clientSecret: config.providerSecret,
              groups: config.providerGroups,
              strengths: config.providerStrengths,
            },
            `https://${config.publicHost}`,
          ),
        }
      : {}),
    sessions: { idleMinutes: config.idleMinutes, codesFor: config.codesFor },
    unsealedSince: () => watch.unsealedSince,
    ...(apiOnly ? {} : { webFolder }),
    ...(region ? { demoAccounts: region.demoAccounts } : {}),
  });
}

async function build(): Promise<void> {
  const started = performance.now();
  if (await buildWebApp()) say(`Web application built in ${seconds(started)} s.`);
}

/** Waits for both even when one fails, so that nothing is left running behind an error. */
async function both(database: Promise<OpenDatabase>, web: Promise<void>): Promise<OpenDatabase> {
  const [opened, built] = await Promise.allSettled([database, web]);
  if (opened.status === 'fulfilled' && built.status === 'fulfilled') return opened.value;
  if (opened.status === 'fulfilled') await opened.value.stop();
  throw opened.status === 'rejected' ? opened.reason : (built as PromiseRejectedResult).reason;
}

async function greet(config: Config, url: string): Promise<void> {
  say(`\n  ${url}\n`);
  const region = config.mode === 'demo' ? await demoRegion() : null;
  if (region) {
    say('  Demo accounts:');
    for (const line of accountLines(region.demoAccounts)) say(`    ${line}`);
    say('');
  }
}

/** Resolves when somebody asks us to stop: by a signal, or by the launcher's death. */
function stopAsked(): Promise<string | null> {
  return new Promise((resolve) => {
    // A terminal's Ctrl-C comes to us twice, directly and through the launcher: once is enough.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(null));
    process.once('disconnect', () => resolve('the process that started us is gone.'));
  });
}

async function portMustBeFree(port: number): Promise<void> {
  const free = await new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
  if (!free) throw new Error(`Port ${port} is taken by another program. Set PORT to another one.`);
}

/** Looks after the embedded server: one that was killed is started again, and the connections find it at the same port. */
async function keepDatabase(config: Config, database: OpenDatabase, signal: AbortSignal): Promise<string> {
  try {
    for await (const _ of every(1000, null, { signal })) {
      if (database.runs()) continue;
      say('The database server has ended; it is started again.');
      const again = await openDatabase(config, { say });
      if (again.appUrl !== database.appUrl) return 'the database came back at another port.';
    }
  } catch (error) {
    if (!signal.aborted) return (error as Error).message;
  }
  return '';
}

/** Seals the audit trail as it grows, so that what was written cannot be changed unseen for longer than this. */
async function keepSealing(db: Database, outside: Outside, watch: Watch, signal: AbortSignal): Promise<void> {
  try {
    for await (const _ of every(30_000, null, { signal, ref: false })) {
      // What cannot be sealed now, for want of a database perhaps, is sealed the next time; those who watch are told.
      try {
        await sealAudit(db, outside);
        watch.unsealedSince = null;
      } catch {
        if (watch.unsealedSince === null) watch.log.note({ event: 'sealing-failed' });
        watch.unsealedSince ??= helsinkiClock.now();
      }
    }
  } catch {
    // Asked to stop.
  }
}
