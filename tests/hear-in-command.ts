/** Loaded before a command that a test runs: writes the statements that it sends to the file of that test. */
import { appendFileSync } from 'node:fs';
import { hearStatements } from '../src/server/database/statement.ts';
import { sentAs } from './statements.ts';

const file = process.env.HEARD_STATEMENTS;
if (file) hearStatements((one) => appendFileSync(file, `${JSON.stringify(sentAs(one))}\n`));
