/** Opens the database that the configuration names: one of our own, or a server that somebody keeps for us. */
import pg from 'pg';
import { type EmbeddedOptions, openEmbedded } from '../../tooling/embedded-postgres/embedded.ts';

export interface DatabaseConfig {
  dataFolder: string;
  databaseUrl?: string | undefined;
  appUrl?: string | undefined;
}

export interface OpenDatabase {
  /** For migrations and loading. */
  ownerUrl: string;
  /** For everything else, under row-level security. */
  appUrl: string;
  embedded: boolean;
  /** Whether the embedded server ran already. */
  adopted: boolean;
  /** Whether a server of our own still runs; somebody else's is theirs to watch. */
  runs(): boolean;
  stop(): Promise<void>;
}

export async function openDatabase(config: DatabaseConfig, options: EmbeddedOptions = {}): Promise<OpenDatabase> {
  if (!config.databaseUrl) return { ...(await openEmbedded(config.dataFolder, options)), embedded: true };
  if (!config.appUrl) throw new Error('DATABASE_URL is set, so KYKYPOLKU_APP_URL must name the application role.');
  await checkRoles(config.databaseUrl, config.appUrl);
  return {
    ownerUrl: config.databaseUrl,
    appUrl: config.appUrl,
    embedded: false,
    adopted: false,
    runs: () => true,
    stop: async () => {},
  };
}

async function connect(url: string, variable: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new Error(`The database of ${variable} cannot be reached: ${(error as Error).message}`);
  }
}

// The application's role is where row-level security holds; a role that passes it by would show everybody everything.
async function checkRoles(ownerUrl: string, appUrl: string): Promise<void> {
  const owner = await connect(ownerUrl, 'DATABASE_URL');
  try {
    const { rows: servers } = await owner.query(
      "select current_setting('server_version_num')::int as version, current_user as name",
    );
    if (servers[0].version < 180_000) throw new Error('DATABASE_URL names a server older than PostgreSQL 18.');
    const url = new URL(appUrl);
    const name = decodeURIComponent(url.username);
    const roles = await owner.query('select from pg_roles where rolname = $1', [name]);
    if (roles.rowCount === 0 && name === 'kykypolku_app') {
      const secret = owner.escapeLiteral(decodeURIComponent(url.password));
      try {
        await owner.query(`create role kykypolku_app nosuperuser nobypassrls login password ${secret}`);
      } catch (error) {
        if ((error as { code?: string }).code !== '42501') throw error;
        throw new Error(
          'The server has no role kykypolku_app and DATABASE_URL may not create it; create it with the password of KYKYPOLKU_APP_URL.',
        );
      }
    }
    if (name === servers[0].name)
      throw new Error('KYKYPOLKU_APP_URL names the owner of DATABASE_URL; it must be a role of its own.');
    const { rows } = await owner.query(
      `select r.rolsuper or r.rolbypassrls as bypasses,
         pg_has_role(r.oid, d.datdba, 'usage') or pg_has_role(r.oid, o.oid, 'usage') as owns
       from pg_roles r, pg_database d, pg_roles o
       where r.rolname = $1 and d.datname = current_database() and o.rolname = current_user`,
      [name],
    );
    if (rows[0]?.bypasses)
      throw new Error(
        `The role ${name} of KYKYPOLKU_APP_URL passes row-level security by; it must have no such right.`,
      );
    if (rows[0]?.owns)
      throw new Error(`The role ${name} of KYKYPOLKU_APP_URL has the owner's rights; it must be a role of its own.`);
  } finally {
    await owner.end();
  }
  const app = await connect(appUrl, 'KYKYPOLKU_APP_URL');
  await app.end();
}
