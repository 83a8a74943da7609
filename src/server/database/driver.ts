/** The builder's own driver, which one can ask of a connection: a pipeline begins and ends transactions as the builder does. */
import {
  type DatabaseConnection,
  type Dialect,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { Pool } from 'pg';

const drivers = new WeakMap<DatabaseConnection, PostgresDriver>();

class KnownDriver extends PostgresDriver {
  override async acquireConnection(...options: Parameters<PostgresDriver['acquireConnection']>) {
    const connection = await super.acquireConnection(...options);
    drivers.set(connection, this);
    return connection;
  }
}

/** @internal */
export function dialectOver(pool: Pool): Dialect {
  return {
    createDriver: () => new KnownDriver({ pool }),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

/** The driver whose connection it is. */
export function driverOf(connection: DatabaseConnection): PostgresDriver {
  const driver = drivers.get(connection);
  if (!driver) throw new Error('The connection is not of a pool of ours.');
  return driver;
}
