/**
 * A connection on which statements are sent without waiting for the answers of those before: what depends on nothing that is
 * still under way costs no round trip of its own. Answers come in the order of the statements, each to whoever sent it.
 */
import { CompiledQuery, type Dialect, Kysely } from 'kysely';
import type { DB } from '../../../database/types.ts';
import { driverOf } from './driver.ts';
import type { Database, Write } from './pool.ts';

export interface Pipeline {
  readonly tx: Write;
  /** Begins the transaction in which all that is sent from here on runs. */
  readonly begin: (accessMode: 'read only' | 'read write') => Promise<void>;
  /** The same, seeing what another transaction that is still open sees, by the name under which it told its snapshot. */
  readonly beginSeeing: (snapshot: string) => Promise<unknown>;
  /** Fails where the database rolled back instead, since something failed before. */
  readonly commit: () => Promise<void>;
}

/**
 * Runs on one connection of the pool. When it fails, what it began is rolled back before the connection goes back; and since
 * answers come in order, nothing that it sent is then still under way.
 */
export function onPipeline<T>(db: Database, run: (pipeline: Pipeline) => Promise<T>): Promise<T> {
  const executor = db.getExecutor();
  return executor.provideConnection(async (connection) => {
    const driver = driverOf(connection);
    const tx = new Kysely<DB>({
      config: { dialect: noDialect },
      dialect: noDialect,
      driver,
      executor: executor.withConnectionProvider({ provideConnection: (consume) => consume(connection) }),
    });
    let open = false;
    try {
      return await run({
        tx,
        begin: (accessMode) => {
          open = true;
          return driver.beginTransaction(connection, { accessMode });
        },
        beginSeeing: (snapshot) => {
          if (!/^[0-9A-F-]+$/.test(snapshot)) throw new Error('A snapshot has another name.');
          open = true;
          const begun = driver.beginTransaction(connection, {
            accessMode: 'read only',
            isolationLevel: 'repeatable read',
          });
          // Said as it stands: the database takes no parameter here.
          return Promise.all([
            begun,
            connection.executeQuery(CompiledQuery.raw(`set transaction snapshot '${snapshot}'`)),
          ]);
        },
        commit: async () => {
          await driver.commitTransaction(connection);
          open = false;
        },
      });
    } catch (error) {
      // Said also where a commit was refused, since there it does nothing. A connection that cannot even say it is given up.
      if (open)
        await driver
          .rollbackTransaction(connection as Parameters<typeof driver.rollbackTransaction>[0])
          .catch(() => {});
      throw error;
    }
  });
}

const opensNothing = (): never => {
  throw new Error('A pipeline has its connection already.');
};

const noDialect: Dialect = {
  createDriver: opensNothing,
  createQueryCompiler: opensNothing,
  createAdapter: opensNothing,
  createIntrospector: opensNothing,
};
