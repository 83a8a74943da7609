/** What a request sends to the database, and which of it is the screen's own reading and writing. */
import pg from 'pg';

export interface BenchStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** How many rows came back. */
  rows: number;
}

let heard: BenchStatement[] | null = null;

type Query = (this: pg.Client, ...rest: unknown[]) => unknown;

/** Listens to every connection of this process. */
export function listen(): void {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const query = prototype.query;
  prototype.query = function listened(...rest) {
    const [first, second] = rest as [string | { text: string; values?: unknown[] }, unknown];
    const text = typeof first === 'string' ? first : first.text;
    const values = typeof first === 'string' ? (Array.isArray(second) ? second : []) : (first.values ?? []);
    const answer = query.apply(this, rest);
    if (heard) {
      const statement: BenchStatement = { text, values, rows: 0 };
      heard.push(statement);
      const count = (result: { rows?: readonly unknown[] }) => {
        statement.rows = result.rows?.length ?? 0;
      };
      // Whoever asked hears of a failure.
      if (answer instanceof Promise) answer.then(count, () => {});
    }
    return answer;
  };
}

/** Everything that is sent while something runs. */
export async function sentDuring(run: () => Promise<unknown>): Promise<readonly BenchStatement[]> {
  const statements: BenchStatement[] = [];
  heard = statements;
  try {
    await run();
  } finally {
    heard = null;
  }
  return statements;
}

// The bare server has no sign-in, no gate, no settings of row-level security, no audit trail, no gestures and no transaction of ours.
const framing =
  /^\s*(begin|commit|rollback|start transaction|set )|set_config\(|app_enter\(|app_enter_session\(|app_count_across\(|app_act_as\(|app_session\(|app_audit\(|platform_gesture/i;

/** The statements that the screen itself needs: those the bare server runs. */
export function ownOf(statements: readonly BenchStatement[]): readonly BenchStatement[] {
  return statements.filter(({ text }) => !framing.test(text));
}
