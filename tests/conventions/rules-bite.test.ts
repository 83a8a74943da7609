// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are source text here
/** A rule that finds nothing proves nothing: each one must find the wrong that is made up for it here. */
import { describe, expect, test } from 'vitest';
import * as content from './content-rules.ts';
import * as order from './order-rules.ts';
import { type Module, parseModule } from './source.ts';
import * as sql from './sql-rules.ts';

const rooms = ['organiser', 'worker', 'client', 'plan', 'exit'];

function house(files: Record<string, string>): Module[] {
  return Object.entries(files).map(([path, text]) => parseModule(path, text));
}

type Rule = (modules: Module[]) => string[];
const roomOrder: Rule = (modules) => order.roomOrder(modules, rooms);
const ownTables: Rule = (modules) => sql.ownTables(modules, rooms);
const tablesInOrder: Rule = (modules) => sql.tablesInOrder(modules, rooms);
const namedTablesInOrder: Rule = (modules) => sql.namedTablesInOrder(modules, rooms);
const factsOnly: Rule = (modules) => sql.factsOnly(modules, rooms);
const emptyNames: Rule = (modules) =>
  content.emptyNames(
    modules,
    modules.map((module) => module.path),
  );
const oneName: Rule = (modules) =>
  content.oneNamePerThing(
    modules,
    modules.map((module) => module.path),
  );

describe('is found wrong', () => {
  test.each<[string, Rule, string, string]>([
    ['a file outside the layers', order.outsideLayers, 'src/other/x.ts', ''],
    ['an import that is computed', order.unreadableImports, 'src/law/x.ts', 'await import(`./${name}.ts`)'],
    ['kernel that knows law', order.layerOrder, 'src/kernel/x.ts', "import { a } from '../law/a.ts'"],
    ['a type of a later layer', order.layerOrder, 'src/law/x.ts', "import type { A } from '../casework/plan/words.ts'"],
    ['a later layer passed on', order.layerOrder, 'src/figures/x.ts', "export * from '../screens/a.ts'"],
    ['a later layer by a type in passing', order.layerOrder, 'src/law/x.ts', "type A = import('../screens/a.ts').A"],
    ['a later layer, lazily', order.layerOrder, 'src/figures/x.ts', "await import('../screens/a.ts')"],
    [
      'the demo region in the product',
      order.layerOrder,
      'src/screens/a/x.ts',
      "import { a } from '../../../demo/a.ts'",
    ],
    ['a later room', roomOrder, 'src/casework/client/acts.ts', "import type { A } from '../exit/words.ts'"],
    [
      'texts of another room',
      order.partsOfRooms,
      'src/casework/plan/acts.ts',
      "import { t } from '../client/texts.ts'",
    ],
    ['rules that read', order.partsOfRooms, 'src/casework/plan/rules.ts', "import { r } from './reads.ts'"],
    [
      'rules with the platform',
      order.partsOfRooms,
      'src/casework/plan/rules.ts',
      "import { r } from '../../server/a.ts'",
    ],
    ['reads that write', order.partsOfRooms, 'src/casework/plan/reads.ts', "import { w } from './writes.ts'"],
    [
      'a panel in a panel',
      order.partsOfRooms,
      'src/casework/plan/panel.tsx',
      "import { P } from '../client/panel.tsx'",
    ],
    ['an act on a screen', order.partsOfRooms, 'src/casework/plan/panel.tsx', "import { planned } from './acts.ts'"],
    [
      'a read on a screen',
      order.partsOfRooms,
      'src/casework/plan/panels/a.tsx',
      "import type { R } from '../reads.ts'",
    ],
    [
      'writes of another room',
      order.closedWrites,
      'src/screens/my-day/board.ts',
      "import { w } from '../../casework/plan/writes.ts'",
    ],
    [
      'an act on a page',
      order.screens,
      'src/screens/my-day/page.tsx',
      "import { planned } from '../../casework/plan/acts.ts'",
    ],
    ['a board on its page', order.screens, 'src/screens/my-day/page.tsx', "import { board } from './board.ts'"],
    ['a screen on the server', order.screens, 'src/figures/x.ts', "import { P } from './page.tsx'"],
    ['a panel in the figures', order.screens, 'src/figures/x.tsx', "import { P } from '../casework/plan/panel.tsx'"],
    ['a desk on a desk', order.screensApart, 'src/screens/my-day/page.tsx', "import { P } from '../planner/page.tsx'"],
    [
      'a reader with a pen',
      order.readersOnly,
      'src/figures/x.ts',
      "import type { Write } from '../server/database/pool.ts'",
    ],
    [
      'a text that nobody shows',
      content.unusedTexts,
      'src/casework/plan/texts.ts',
      "export const planTexts = texts({ fi: { shown: 'A', left: 'B' }, sv: {}, en: {} });\nconst a = planTexts.fi.shown;",
    ],
    [
      'a text of a list whose value is gone',
      content.unusedTexts,
      'src/casework/plan/texts.ts',
      "export const planTexts = texts({ fi: { states: { open: 'A', left: 'B' } }, sv: {}, en: {} });\nconst state = 'open';\nconst a = planTexts.fi.states[state];",
    ],
    [
      'a cast by way of unknown',
      content.doubledCasts,
      'src/casework/plan/panels/a.tsx',
      'const a = form as unknown as B',
    ],
    ['a cast by way of any', content.doubledCasts, 'src/kernel/x.ts', 'const a = (z.int() as any) as B'],
    ['a rule that fetches', content.purity, 'src/law/x.ts', "import { readFileSync } from 'node:fs'"],
    ['a rule with a platform type', content.purity, 'src/law/x.ts', "import type { A } from '../server/act.ts'"],
    ['a rule with the environment', content.purity, 'src/casework/plan/rules.ts', 'export const a = process.env.A'],
    ['the clock of the machine', content.oneClock, 'src/casework/plan/acts.ts', 'const a = Date.now()'],
    ['a date of now', content.oneClock, 'src/casework/plan/acts.ts', 'const a = new Date()'],
    ['a day of now', content.oneClock, 'src/screens/a/page.tsx', 'const a = Temporal.Now.plainDateISO()'],
    ['a builder’s own type', content.buildersOwnTypes, 'tests/a.test.ts', "import { type Kysely, sql } from 'kysely'"],
    [
      'a builder’s transaction',
      content.buildersOwnTypes,
      'src/commands/a.ts',
      "import type { Transaction } from 'kysely'",
    ],
    ['a day of the machine', content.daysOfHelsinki, 'src/commands/a.test.ts', 'const a = Temporal.Now.plainDateISO()'],
    ['a year of the machine', content.daysOfHelsinki, 'tests/a.test.ts', 'const a = new Date().getFullYear()'],
    ['the clock by its object', content.oneClock, 'src/casework/plan/acts.ts', 'const a = globalThis.Date.now()'],
    ['the clock by a text', content.oneClock, 'src/casework/plan/acts.ts', "const a = Date['now']()"],
    ['the clock taken out', content.oneClock, 'src/casework/plan/acts.ts', 'const { now } = Date'],
    ['a date of now by its object', content.oneClock, 'src/screens/a/page.tsx', 'const a = new globalThis.Date()'],
    ['a date of now as it is read', content.oneClock, 'src/screens/a/page.tsx', 'new Date().toLocaleDateString()'],
    [
      'now by the words of a language',
      content.oneClock,
      'src/screens/a/page.tsx',
      "Intl.DateTimeFormat('fi').format()",
    ],
    ['a term as another product', content.numbersOfLaw, 'src/casework/plan/rules.ts', 'const due = received + 7 * 13'],
    ['a term as a sum', content.numbersOfLaw, 'src/casework/plan/rules.ts', 'const due = addDays(received, 60 + 31)'],
    [
      'a term in brackets',
      content.numbersOfLaw,
      'src/casework/plan/rules.ts',
      'const due = addDays(received, (90 as number))',
    ],
    [
      'a day count of law as a field',
      content.numbersOfLaw,
      'src/casework/plan/rules.ts',
      'const due = received.add({ days: 91 })',
    ],
    [
      'a list of distinct persons that is measured in SQL',
      sql.countsOutsideFigures,
      'src/exchange/x.ts',
      'sql`select cardinality(array_agg(distinct p.client_id)) from known_plan_plan p`',
    ],
    [
      'a mean as a sum by a count',
      sql.countsOutsideFigures,
      'src/description/x.ts',
      'sql`select sum(hours) / count(*) from known_plan_plan`',
    ],
    [
      'persons counted in another file and another writing',
      sql.countsOutsideFigures,
      'src/description/x.ts',
      'sql`select COUNT( DISTINCT ( person_id ) ) from known_plan_plan`',
    ],
    [
      'a file by its short name',
      order.browserAlone,
      'src/casework/plan/panel.tsx',
      "import { readFileSync } from 'fs'",
    ],
    ['a file in passing', order.browserAlone, 'src/casework/plan/panel.tsx', "await import('node:fs')"],
    ['a file by require', order.browserAlone, 'src/screens/my-day/page.tsx', "const fs = require('node:fs')"],
    ['a file by the process', order.browserAlone, 'src/screens/my-day/page.tsx', "process.getBuiltinModule('node:fs')"],
    ['a require that is computed', order.unreadableImports, 'src/law/x.ts', 'require(name)'],
    [
      'a later room by another name',
      roomOrder,
      'src/casework/client/acts.ts',
      "import { exitOf as lookAt } from '../exit/reads.ts'",
    ],
    [
      'a reader with the builder by another name',
      order.readersOnly,
      'src/casework/plan/reads.ts',
      "import type { Kysely as K } from 'kysely'",
    ],
    [
      'the counting mode by its function alone',
      content.countingMode,
      'src/casework/plan/reads.ts',
      "sql.fn('set_config', [a, b])",
    ],
    [
      'the day that is asked at each row',
      sql.askedOnce,
      'src/casework/client/reads.ts',
      'sql`select 1 from client_client c where c.birth_on < app_today()`',
    ],
    ['a request by its object', content.noOwnRequests, 'src/screens/a/page.tsx', 'new window.XMLHttpRequest()'],
    ['a request by a text', content.noOwnRequests, 'src/screens/a/page.tsx', "globalThis['fetch']('/api')"],
    ['a cast in front, by way of unknown', content.doubledCasts, 'src/kernel/x.ts', 'const a = <B>(<unknown>form)'],
    ['a figure that reads a room by name', factsOnly, 'src/figures/list/q04/x.ts', "sql.table('plan_plan')"],
    [
      'an interval in SQL by its function',
      content.numbersOfLaw,
      'src/casework/plan/reads.ts',
      'sql`select made_on + make_interval(months => 3) from plan_plan`',
    ],
    [
      'days of law added in SQL',
      content.numbersOfLaw,
      'src/casework/plan/reads.ts',
      'sql`select 1 from plan_plan where made_on + 91 < ${on}`',
    ],
    [
      'persons by a key that are measured',
      sql.countsOutsideFigures,
      'src/screens/my-day/board.ts',
      'const n = new Map(rows.map((row) => [row.clientId, row])).size',
    ],
    [
      'groups by person whose names are measured',
      sql.countsOutsideFigures,
      'src/screens/my-day/board.ts',
      'const n = Object.keys(Object.groupBy(rows, ({ clientId }) => clientId)).length',
    ],
    ['chance', content.oneClock, 'src/figures/x.ts', 'const a = Math.random()'],
    ['the clock of the database', content.oneClock, 'src/casework/plan/reads.ts', 'sql`select now() from plan_plan`'],
    ['a helper', emptyNames, 'src/screens/date-helpers.ts', ''],
    ['a shared folder', emptyNames, 'src/screens/shared/x.ts', ''],
    ['a service file', emptyNames, 'src/casework/plan/plan-service.ts', ''],
    ['a manager', emptyNames, 'src/screens/x.ts', 'export class PlanManager {}'],
    ['a value named by what was done to it', content.valuesByWhatTheyAre, 'src/screens/x.ts', 'const asked = 1'],
    [
      'a part of an object named so',
      content.valuesByWhatTheyAre,
      'demo/x.ts',
      'export const f = ({ row: found }) => found',
    ],
    ['a parameter named so', content.valuesByWhatTheyAre, 'src/screens/x.ts', 'function f(given = 1, ...rest) {}'],
    ['a service class', emptyNames, 'src/screens/x.ts', 'export class PlanService {}'],
    ['a barrel', oneName, 'src/casework/plan/index.ts', ''],
    ['a default export', oneName, 'src/casework/plan/words.ts', 'export default 1'],
    ['all of a room', oneName, 'src/casework/exit/acts.ts', "import * as plan from '../plan/rules.ts'"],
    [
      'a room that does not say what it is',
      content.openingLines,
      'src/casework/plan/words.ts',
      '// The plan.\nexport const a = 1',
    ],
    ['an insert in a read', ownTables, 'src/casework/plan/reads.ts', 'sql`insert into plan_plan values (1)`'],
    ['an update in an act', ownTables, 'src/casework/plan/acts.ts', 'sql`update plan_plan p set made_on = ${a}`'],
    ['a delete at a desk', ownTables, 'src/screens/my-day/board.ts', "tx.deleteFrom('plan_plan').execute()"],
    ['a table of another room', ownTables, 'src/casework/plan/writes.ts', "tx.insertInto('client_client')"],
    ['a table filled in', ownTables, 'src/casework/plan/writes.ts', 'sql`insert into ${table} values (1)`'],
    ['a room that writes the audit', ownTables, 'src/casework/plan/writes.ts', 'sql`delete from platform_audit`'],
    ['a figure that writes', ownTables, 'src/figures/x.ts', "tx.updateTable('plan_plan').set({})"],
    ['SQL over a later room', tablesInOrder, 'src/casework/client/reads.ts', 'sql`select 1 from known_exit_exit e`'],
    [
      'a join over a later room',
      tablesInOrder,
      'src/casework/client/reads.ts',
      "db.selectFrom('x').leftJoin('exit_exit as e', 'a', 'b')",
    ],
    ['a platform that reads a room', tablesInOrder, 'src/server/x.ts', "db.selectFrom('plan_plan')"],
    [
      'a count of persons at a desk',
      sql.countsOutsideFigures,
      'src/screens/a/board.ts',
      'sql`select count(distinct client_id)`',
    ],
    [
      'a count over distinct persons',
      sql.countsOutsideFigures,
      'src/casework/plan/reads.ts',
      'sql`select count(*) from (select distinct client_id from plan_plan) x`',
    ],
    [
      'a set of persons that is measured',
      sql.countsOutsideFigures,
      'src/screens/my-day/board.ts',
      'const n = new Set(rows.map((row) => row.clientId)).size',
    ],
    [
      'a set of persons that is measured by its name',
      sql.countsOutsideFigures,
      'src/casework/plan/rules.ts',
      'const everybody = new Set(rows.map((row) => row.personId)); const n = everybody.size',
    ],
    [
      'a list of distinct persons that is measured',
      sql.countsOutsideFigures,
      'src/screens/my-day/board.ts',
      'const n = [...new Set(rows.map(({ clientId }) => clientId))].length',
    ],
    [
      'groups by person that are measured',
      sql.countsOutsideFigures,
      'src/screens/my-day/board.ts',
      'const n = Map.groupBy(rows, ({ clientId }) => clientId).size',
    ],
    [
      'a count over persons put together',
      sql.countsOutsideFigures,
      'src/casework/plan/reads.ts',
      'rowsOf(zRow)`select count(*) as n from (select p.client_id from plan_plan p group by p.client_id) x`',
    ],
    [
      'a count over distinct persons and more',
      sql.countsOutsideFigures,
      'src/casework/plan/reads.ts',
      'rowsOf(zRow)`select count(*) from (select distinct service, client_id from plan_plan) x`',
    ],
    [
      'a count over distinct persons by a name',
      sql.countsOutsideFigures,
      'src/casework/plan/reads.ts',
      'rowsOf(zRow)`with everybody as (select distinct client_id from plan_plan) select count(*) as n from everybody`',
    ],
    [
      'a mean reckoned at a desk',
      sql.countsOutsideFigures,
      'src/screens/my-day/board.ts',
      'const mean = rows.reduce((sum, { days }) => sum + days, 0) / rows.length',
    ],
    [
      'a row that is cast',
      sql.uncheckedSql,
      'src/casework/plan/reads.ts',
      'const a = sql<Plan>`select id from plan_plan`',
    ],
    [
      'a plain insert by hand',
      sql.plainChanges,
      'src/casework/plan/writes.ts',
      'change`insert into plan_goal (plan_id, goal) values (${planId}, ${goal})`',
    ],
    [
      'a plain update by hand',
      sql.plainChanges,
      'src/casework/plan/writes.ts',
      'change`update plan_goal set goal = ${goal} where id = ${goalId}`',
    ],
    [
      'a statement past the check',
      sql.uncheckedSql,
      'src/casework/plan/writes.ts',
      'await sql`delete from plan_plan`.execute(tx)',
    ],
    ['a figure over a table', factsOnly, 'src/figures/list/q04/x.ts', 'rowsOf(zFact)`select 1 from plan_plan`'],
    ['a format over a table', factsOnly, 'src/exchange/x.ts', "sql.table('client_client')"],
    ['a later room by its table’s name', namedTablesInOrder, 'src/casework/client/reads.ts', "sql.table('exit_exit')"],
    [
      'a later room by its column’s name',
      namedTablesInOrder,
      'src/casework/client/reads.ts',
      "sql.ref('exit_exit.ended_on')",
    ],
    [
      'a mean in a room',
      sql.countsOutsideFigures,
      'src/casework/plan/reads.ts',
      'sql`select avg(hours) from plan_plan`',
    ],
    ['a statute number', content.numbersOfLaw, 'src/casework/plan/texts.ts', "export const a = 'Laki 189/2001'"],
    [
      'a statute number on a screen',
      content.numbersOfLaw,
      'src/screens/a/page.tsx',
      'const a = <p>Laki 710/1982, 27 e §</p>',
    ],
    ['an amount of law', content.numbersOfLaw, 'src/screens/a/texts.ts', "export const a = '10,09 euroa päivässä'"],
    ['an amount in cents', content.numbersOfLaw, 'src/casework/plan/rules.ts', 'export const stateCents = 1009'],
    ['a term of law', content.numbersOfLaw, 'src/casework/plan/rules.ts', 'const due = addMonths(received, 3)'],
    ['a term as a product', content.numbersOfLaw, 'src/casework/plan/rules.ts', 'const due = received + 3 * 30'],
    ['a day count of law', content.numbersOfLaw, 'src/casework/plan/rules.ts', 'const rectificationDays = 30'],
    [
      'an interval in SQL',
      content.numbersOfLaw,
      'src/casework/plan/reads.ts',
      "sql`select a + interval '3 months' from plan_plan`",
    ],
    [
      'the counting mode switched on in a room',
      content.countingMode,
      'src/casework/plan/reads.ts',
      "rowsOf(z)`select set_config('app.purpose', 'figures', true)`",
    ],
    [
      'a later day of knowledge set by a figure',
      content.countingMode,
      'src/figures/x.ts',
      "sql`set local app.known_at = ''`",
    ],
    ['a role on the server', content.wordsOfCasework, 'src/server/x.ts', "const may = ['social-worker']"],
    ['a relation on the server', content.wordsOfCasework, 'src/server/x.ts', "const whose = 'responsible_for'"],
    ['a room on the server', content.wordsOfCasework, 'src/server/x.ts', 'const placementDay = 1'],
    ['a word of casework', content.wordsOfCasework, 'src/server/x.ts', 'export const referralDay = 1'],
    ['a room that asks React', order.partsOfRooms, 'src/casework/plan/acts.ts', "import { useState } from 'react'"],
    [
      'reads that ask the network',
      order.partsOfRooms,
      'src/casework/plan/reads.ts',
      "import { request } from 'node:http'",
    ],
    [
      'reads that know the web kit',
      order.partsOfRooms,
      'src/casework/plan/reads.ts',
      "import { Card } from '../../web/card.tsx'",
    ],
    [
      'reads that open the server',
      order.doorsOfServer,
      'src/casework/plan/reads.ts',
      "import { server } from '../../server/http/server.ts'",
    ],
    [
      'a room that counts for others',
      order.doorsOfServer,
      'src/casework/plan/acts.ts',
      "import { countAcross } from '../../server/perform.ts'",
    ],
    [
      'a reader with the whole database',
      order.readersOnly,
      'src/casework/plan/reads.ts',
      "import type { Database } from '../../server/database/pool.ts'",
    ],
    [
      'a reader with the builder itself',
      order.readersOnly,
      'src/screens/my-day/board.ts',
      "import type { Kysely } from 'kysely'",
    ],
    [
      'a panel with a file',
      order.browserAlone,
      'src/casework/plan/panel.tsx',
      "import { readFileSync } from 'node:fs'",
    ],
    ['a page with a connection', order.browserAlone, 'src/screens/my-day/page.tsx', "import pg from 'pg'"],
    [
      'a format that knows a screen',
      order.exchangeApart,
      'src/exchange/calendar.ts',
      "import { board } from '../screens/my-day/board.ts'",
    ],
    [
      'the clock through a format',
      content.oneClock,
      'src/screens/my-day/page.tsx',
      "const now = new Intl.DateTimeFormat('fi').format()",
    ],
    [
      'a request by a beacon',
      content.noOwnRequests,
      'src/screens/my-day/page.tsx',
      "navigator.sendBeacon('/api/plans', text)",
    ],
    ['a request handed on', content.noOwnRequests, 'src/screens/my-day/page.tsx', 'const ask = window.fetch'],
    ['a text said to be an address', content.linksToPages, 'src/screens/a/page.tsx', "go('/clienst' as PageAddress)"],
    ['an address by another type', content.linksToPages, 'src/casework/plan/panel.tsx', "go('/a' as web.PageAddress)"],
    ['a link by hand', content.linksToPages, 'src/screens/a/page.tsx', 'const a = <a href="/clienst">x</a>'],
    ['a link put together', content.linksToPages, 'src/web/kit/a.tsx', 'const a = <a href={`/clients/${id}`}>x</a>'],
    [
      'a link of the router',
      content.linksToPages,
      'src/screens/a/page.tsx',
      "import { Link as Way } from '@tanstack/react-router'",
    ],
    ['an address pushed', content.linksToPages, 'src/screens/a/page.tsx', "window.history.pushState(null, '', '/a')"],
    ['a form of its own', content.typedIsKept, 'src/screens/a/page.tsx', 'const a = <form>{b}</form>'],
    ['a dialog of its own', content.typedIsKept, 'src/casework/plan/panels/a.tsx', 'const a = <dialog open />'],
    [
      "a text field past the kit's",
      content.typedIsKept,
      'src/screens/a/page.tsx',
      "import { Textarea } from '@navikt/ds-react/Textarea'",
    ],
    [
      'a text field in no form',
      content.typedIsKept,
      'src/screens/a/page.tsx',
      "import { TextField } from '../../web/kit/text-field.tsx'",
    ],
    [
      'a file that is passed on',
      order.browserAlone,
      'src/casework/plan/panels/a.tsx',
      "export { readFileSync } from 'node:fs'",
    ],
    ['a type of the machine', order.browserAlone, 'src/casework/plan/panels/a.tsx', "type A = import('node:fs').Stats"],
    [
      'a part of a package of the server',
      order.browserAlone,
      'src/casework/plan/panels/a.tsx',
      "import a from 'pg/lib/client'",
    ],
    [
      'an import by a name of its own',
      order.unreadableImports,
      'src/casework/plan/panels/a.tsx',
      "import { a } from '#server/a.ts'",
    ],
    [
      'an import by a pattern',
      order.unreadableImports,
      'src/casework/plan/panels/a.tsx',
      "import.meta.glob('../../exit/*.ts')",
    ],
    [
      'a page’s data that asks React',
      order.packagesOfServer,
      'src/screens/my-day/board.ts',
      "import { useState } from 'react'",
    ],
    [
      'a page’s data with a file',
      order.packagesOfServer,
      'src/screens/my-day/board.ts',
      "import { readFileSync } from 'node:fs'",
    ],
    [
      'a page’s data that knows the web kit',
      order.packagesOfServer,
      'src/screens/my-day/board.ts',
      "import { a } from '../../web/api.ts'",
    ],
    ['a format that draws', order.packagesOfServer, 'src/exchange/x.ts', "import { a } from 'react-dom/server'"],
    [
      'a figure that asks a room’s reads',
      order.figuresAskRules,
      'src/figures/list/q04/x.ts',
      "import { a } from '../../../casework/plan/reads.ts'",
    ],
    [
      'a format that asks a room’s acts',
      order.figuresAskRules,
      'src/exchange/x.ts',
      "import { a } from '../casework/plan/acts.ts'",
    ],
    ['a reader taken for a writer', order.readersOnly, 'src/casework/plan/reads.ts', 'const writer = tx as Write'],
    [
      'a reader with a pen by a type in passing',
      order.readersOnly,
      'src/casework/plan/reads.ts',
      "type W = import('../../server/database/pool.ts').Write",
    ],
    [
      'a reader with the door of what records',
      order.readersOnly,
      'src/casework/plan/reads.ts',
      "import { change } from '../../server/database/statement.ts'",
    ],
    [
      'the clock under another name',
      content.oneClock,
      'src/casework/plan/acts.ts',
      'const T = Temporal; T.Now.instant()',
    ],
    ['the clock of the process', content.oneClock, 'src/casework/plan/acts.ts', 'process.hrtime.bigint()'],
    ['when the page was opened', content.oneClock, 'src/screens/a/page.tsx', 'const a = performance.timeOrigin'],
    [
      'the clock in a piece of a statement',
      content.oneClock,
      'src/casework/plan/reads.ts',
      'const late = sql`at < now()`',
    ],
    [
      'another clock of the database',
      content.oneClock,
      'src/casework/plan/reads.ts',
      'rowsOf(z)`select clock_timestamp() from plan_plan`',
    ],
    [
      'the database’s day by a word',
      content.oneClock,
      'src/casework/plan/reads.ts',
      "rowsOf(z)`select 1 from plan_plan where made_on <= 'today'::date`",
    ],
    [
      'chance of the database',
      content.oneClock,
      'src/casework/plan/reads.ts',
      'rowsOf(z)`select id from plan_plan order by random()`',
    ],
    [
      'the clock of the database by the builder',
      content.oneClock,
      'src/casework/plan/reads.ts',
      "tx.selectNoFrom((make) => make.fn('now', []).as('at'))",
    ],
    [
      'a term under a name',
      content.numbersOfLaw,
      'src/casework/plan/rules.ts',
      'const term = 90; const due = addDays(received, term)',
    ],
    [
      'months under a name',
      content.numbersOfLaw,
      'src/casework/plan/rules.ts',
      'const limit = 3; const due = addMonths(received, limit)',
    ],
    [
      'months of law as a field',
      content.numbersOfLaw,
      'src/casework/plan/rules.ts',
      'const due = received.add({ months: 3 })',
    ],
    [
      'hours of law as a field',
      content.numbersOfLaw,
      'src/casework/plan/rules.ts',
      'const due = received.add({ hours: 720 })',
    ],
    ['a term as a duration', content.numbersOfLaw, 'src/casework/plan/rules.ts', "const due = received.add('P3M')"],
    [
      'a term that is compared',
      content.numbersOfLaw,
      'src/casework/plan/rules.ts',
      'const isLate = daysBetween(received, on) > 90',
    ],
    ['an age of law', content.numbersOfLaw, 'src/casework/plan/rules.ts', 'const isYoung = age < 25'],
    [
      'a term of law on a page’s data',
      content.numbersOfLaw,
      'src/screens/my-day/board.ts',
      'const due = addMonths(received, 3)',
    ],
    [
      'an interval in SQL by a cast',
      content.numbersOfLaw,
      'src/casework/plan/reads.ts',
      "rowsOf(z)`select a + '3 months'::interval from plan_plan`",
    ],
    [
      'days of law compared in SQL',
      content.numbersOfLaw,
      'src/casework/plan/reads.ts',
      'rowsOf(z)`select 1 from plan_plan where upper(during) - lower(during) > 90`',
    ],
    ['the counting mode taken away', content.countingMode, 'src/casework/plan/reads.ts', 'sql`reset app.purpose`'],
    ['another role', content.countingMode, 'src/casework/plan/reads.ts', 'sql`set role kykypolku_figures`'],
    [
      'the counting mode by its setting',
      content.countingMode,
      'src/casework/plan/reads.ts',
      "const setting = 'app.purpose'",
    ],
    [
      'the gate opened by hand',
      content.countingMode,
      'src/casework/plan/reads.ts',
      'rowsOf(z)`select platform.enter(${proof})`',
    ],
    ['a role as a field on the server', content.wordsOfCasework, 'src/server/x.ts', 'const may = { coach: 1 }'],
    ['a service on the server', content.wordsOfCasework, 'src/server/x.ts', "const isOpen = 'open-work'"],
    ['another room in the web kit', content.wordsOfCasework, 'src/web/x.ts', 'const rhythmDays = 1'],
    ['a request by a socket', content.noOwnRequests, 'src/casework/plan/panels/a.tsx', "new WebSocket('wss://a.fi')"],
    ['a request by events', content.noOwnRequests, 'src/casework/plan/panels/a.tsx', "new EventSource('/stream')"],
    [
      'a request of a button',
      content.noOwnRequests,
      'src/casework/plan/panels/a.tsx',
      'const a = <button formAction="/api/plans">x</button>',
    ],
    [
      'a request of a picture',
      content.noOwnRequests,
      'src/casework/plan/panels/a.tsx',
      'const a = <img src={`/api/plans/${id}`} />',
    ],
    [
      'a request by a link',
      content.noOwnRequests,
      'src/casework/plan/panels/a.tsx',
      'const a = <a href={own ? "/api/plans" : undefined}>x</a>',
    ],
    [
      'a request by its address',
      content.noOwnRequests,
      'src/casework/plan/panels/a.tsx',
      "const address = '/api/plans'",
    ],
    ['a request by a worker', content.noOwnRequests, 'src/casework/plan/panels/a.tsx', "new Worker('/a.js')"],
    [
      'a link that is chosen by hand',
      content.linksToPages,
      'src/screens/a/page.tsx',
      "const a = <a href={own ? '/clients' : undefined}>x</a>",
    ],
    ['an address set', content.linksToPages, 'src/screens/a/page.tsx', "window.location.href = '/clients'"],
    ['an address gone to', content.linksToPages, 'src/screens/a/page.tsx', "location.assign('/clients')"],
    [
      'a compiler that is silenced',
      content.doubledCasts,
      'src/casework/plan/acts.ts',
      '// @ts-expect-error it is right\nconst a: number = b',
    ],
    [
      'a set of persons that is filled',
      sql.countsOutsideFigures,
      'src/screens/my-day/board.ts',
      'const all = new Set(); for (const row of rows) all.add(row.clientId); const n = all.size',
    ],
    [
      'groups by person that are filled',
      sql.countsOutsideFigures,
      'src/screens/my-day/board.ts',
      'const all = new Map(); for (const row of rows) all.set(row.clientId, row); const n = all.size',
    ],
    [
      'an object by persons',
      sql.countsOutsideFigures,
      'src/screens/my-day/board.ts',
      'const all = {}; for (const row of rows) all[row.clientId] = row; const n = Object.keys(all).length',
    ],
    [
      'an object made by persons',
      sql.countsOutsideFigures,
      'src/screens/my-day/board.ts',
      'const n = Object.keys(Object.fromEntries(rows.map((row) => [row.clientId, row]))).length',
    ],
    [
      'rows of which each is another person',
      sql.countsOutsideFigures,
      'src/screens/my-day/board.ts',
      'const n = rows.filter((row, i) => rows.findIndex((one) => one.clientId === row.clientId) === i).length',
    ],
    [
      'a set of persons that is put together',
      sql.countsOutsideFigures,
      'src/screens/my-day/board.ts',
      'const n = rows.reduce((all, row) => all.add(row.clientId), new Set()).size',
    ],
    [
      'a set of persons in a field',
      sql.countsOutsideFigures,
      'src/screens/my-day/board.ts',
      'const made = { ids: new Set(rows.map((row) => row.clientId)) }; const n = made.ids.size',
    ],
    [
      'a count over persons put together by a name',
      sql.countsOutsideFigures,
      'src/casework/plan/reads.ts',
      'rowsOf(z)`with all as (select client_id from plan_plan group by client_id) select count(*) as n from all`',
    ],
    [
      'a count of the clients themselves',
      sql.countsOutsideFigures,
      'src/casework/plan/reads.ts',
      'rowsOf(z)`select count(*) as n from client_client c where exists (select from plan_plan p where p.client_id = c.id)`',
    ],
    [
      'a count of some of the persons put together',
      sql.countsOutsideFigures,
      'src/casework/plan/reads.ts',
      'rowsOf(z)`select count(*) filter (where late) as n from (select client_id, bool_or(late) as late from plan_plan group by client_id) q`',
    ],
    [
      'persons put together that are told of each',
      sql.countsOutsideFigures,
      'src/casework/plan/reads.ts',
      'rowsOf(z)`select client_id, count(*) over () as n from plan_plan group by client_id`',
    ],
    [
      'a list of persons that is measured in SQL',
      sql.countsOutsideFigures,
      'src/casework/plan/reads.ts',
      'rowsOf(z)`select cardinality(array(select distinct client_id from plan_plan)) as n`',
    ],
    [
      'a sum of ones over the clients',
      sql.countsOutsideFigures,
      'src/casework/plan/reads.ts',
      'rowsOf(z)`select sum(1) as n from client_client`',
    ],
    [
      'a count by the builder',
      sql.countsOutsideFigures,
      'src/casework/plan/reads.ts',
      "tx.selectFrom('client_client').select((make) => make.fn.countAll().as('n'))",
    ],
    ['a request taken out', content.noOwnRequests, 'src/screens/a/page.tsx', 'const { fetch: ask } = globalThis'],
    ['a timer in an act', content.oneClock, 'src/casework/plan/acts.ts', 'setTimeout(later, 100)'],
    ['a request of one own', content.noOwnRequests, 'src/screens/a/page.tsx', "await fetch('/api/plans')"],
  ])('%s', (_, rule, path, text) => {
    expect(rule(house({ [path]: text }))).toHaveLength(1);
  });

  test.each<[string, string]>([
    ['a statute', "insert into organiser_service_basis values ('open-work', '519/1977:35')"],
    ['an amount of law', 'select count(*) * 10.09 as euro from attendance_mark'],
    ['an amount of law in cents', 'select * from rate_rate where amount_cents = 900'],
    ['a term of law as an interval', "select received_on + interval '3 months' from referral_referral"],
    ['a term of law in days', 'select served_on + 30 from decision_decision'],
    ['a term of law as a product', 'select served_on + 13 * 7 from decision_decision'],
    ['a limit of law in days', 'select daterange(lower(during), upper(during) - 178)'],
  ])('in SQL %s', (_, text) => {
    expect(
      content.lawInSql([{ path: 'database/repeatable/50_x.sql', text: `-- 189/2001 section 9\n${text}` }]),
    ).toHaveLength(1);
  });

  test.each<[string, string]>([
    ['the end of a range', 'const a = words.until(format.day(during.to))'],
    ['the end of a range that may be open', 'format.shortDay(one.during.to!)'],
    ['the first day out of a service', '<p>{format.day(exit.endedOn)}</p>'],
  ])('told as the last day: %s', (_, text) => {
    expect(content.lastDaysShown([{ path: 'src/screens/a/page.tsx', text }])).toHaveLength(1);
  });

  test.each<[string, string]>([
    ['a statute', "const cited = ['519/1977:35']"],
    ['a statute in its SQL', 'sql`insert into x values (${a}, array[$$189/2001:2$$])`'],
    ['an amount of law', "rate(employment, 'activity-allowance', 900, days)"],
    ['an amount of law by its name', 'const stateCents = 1009'],
  ])('in the demo region %s', (_, text) => {
    expect(content.lawInDemo(house({ 'demo/rules.ts': text }))).toHaveLength(1);
  });

  test('a panel that names an act of a page', () => {
    const modules = house({
      'src/screens/placement/board.ts': "export const planPaper = ask({ name: 'planPaper' })",
      'src/casework/plan/panels/plan-card.tsx': "addressOf('planPaper', {})",
    });
    expect(order.actsInOrder(modules, rooms)).toHaveLength(1);
  });

  test('a panel that names an act of a later room', () => {
    const modules = house({
      'src/casework/exit/acts.ts': "export const exitClient = act({ name: 'exitClient' })",
      'src/casework/plan/panels/plan-card.tsx': "const exit = useDo('exitClient')",
    });
    expect(order.actsInOrder(modules, rooms)).toHaveLength(1);
  });

  test.each<[string, string, string]>([
    ['acts', 'src/casework/plan/acts.ts', 'export const close = act({})'],
    ['types of pages', 'src/screens/my-day/page.tsx', 'export interface close {}'],
    ['things of the demo', 'demo/places.ts', 'export { shut as close }'],
  ])('two %s under one name', (_, path, text) => {
    const modules = house({ [path]: text, 'src/casework/exit/acts.ts': 'export const close = act({})' });
    expect(content.uniqueNames(modules)).toHaveLength(1);
    // What is passed on is one thing still.
    const passed = house({
      [path]: "export { close } from '../exit/acts.ts'",
      'src/casework/exit/acts.ts': 'export const close = 1',
    });
    expect(content.uniqueNames(passed)).toEqual([]);
  });

  test.each(['[]', 'null', "''", 'undefined'])('a field of a paper that nobody fills but with %s', (nothing) => {
    const modules = house({
      'src/casework/plan/words.ts':
        'export interface PlanPaper { readonly name: string; readonly goals: string[]; readonly week: string[] }',
      'src/casework/plan/acts.ts': `const paper = { name, goals, week: ${nothing} };`,
    });
    expect(content.unfilledFields(modules, ['src/casework/plan/letter.typ'])).toHaveLength(1);
  });

  test('a circle of types', () => {
    const circle = house({
      'src/casework/plan/words.ts': "import type { B } from './rules.ts'",
      'src/casework/plan/rules.ts': "import type { A } from './words.ts'",
      'src/casework/plan/acts.ts': "import { a } from './rules.ts'",
    });
    expect(order.cycles(circle)).toHaveLength(1);
  });

  test('a rule that fetches through another file', () => {
    const modules = house({
      'src/casework/plan/words.ts': "import { a } from '../../server/a.ts'",
      'src/server/a.ts': "import { b } from './b.ts'",
      'src/server/b.ts': "import pg from 'pg'",
    });
    expect(content.purity(modules)).toHaveLength(1);
  });

  test('a panel that reaches the pool through another file', () => {
    const modules = house({
      'src/casework/plan/panel.tsx': "import { a } from '../../server/a.ts'",
      'src/server/a.ts': "import { b } from './database/pool.ts'",
      'src/server/database/pool.ts': "import pg from 'pg'",
    });
    expect(order.browserAlone(modules)).toHaveLength(1);
  });

  test('a file that a room does not have, a folder that is no room, and a room without a folder', () => {
    const wrong = content.filesOfFolders(
      [
        'src/casework/plan/words.ts',
        'src/casework/plan/more.ts',
        'src/casework/other/words.ts',
        'src/screens/my-day/parts.tsx',
      ],
      ['plan', 'exit'],
    );
    expect(wrong).toHaveLength(4);
  });
});

describe('is found right', () => {
  const room = house({
    'src/casework/organiser/words.ts':
      '// The organiser.\n// It takes nothing.\n// It leaves services.\nexport type Service = string;',
    'src/casework/plan/words.ts':
      "/** The plan.\n * From above: clients.\n * Below: goals.\n */\nimport { z } from 'zod';",
    'src/casework/plan/rules.ts':
      "import { x } from '../../law/act.ts';\nimport type { P } from './words.ts';\n// Act 189/2001, section 5\nexport const week = addDays(monday, 7);",
    'src/casework/plan/reads.ts':
      "import type { Read } from '../../server/database/pool.ts';\nexport const a = sql`select count(*), app_now() from known_plan_plan join client_client c on true`;",
    'src/casework/plan/writes.ts':
      "export const a = sql`insert into plan_goal (a) values (1)`;\nexport const b = tx.updateTable('plan_plan');",
    'src/casework/plan/acts.ts':
      "import { a } from './reads.ts';\nimport { b } from './writes.ts';\nimport { find } from '../client/acts.ts';\nconst at = new Date(given);",
    'src/casework/plan/panel.tsx':
      "import './panel.css';\nimport type { planned } from './acts.ts';\nimport { t } from './texts.ts';\nimport { Card } from '../../server/web/card.tsx';",
    'src/screens/my-day/page.tsx':
      "import { Plan } from '../../casework/plan/panel.tsx';\nimport type { board } from './board.ts';\nimport { t } from './texts.ts';",
    'src/casework/client/writes.ts':
      "type Table = 'client_address' | 'client_reason';\nexport const a = sql`delete from ${sql.table(table)}`;",
    'src/figures/list/q04/clients-in-two-services.ts':
      'export const a = sql`select count(distinct person_id) from known_exit_exit`;',
  });

  test.each<[string, Rule, string, string]>([
    [
      'rows of each client',
      sql.countsOutsideFigures,
      'src/casework/plan/reads.ts',
      'rowsOf(z)`select client_id, count(*) as n from plan_plan group by client_id`',
    ],
    [
      'a list’s length',
      sql.countsOutsideFigures,
      'src/screens/my-day/board.ts',
      'const n = rows.filter((row) => row.clientId === id).length',
    ],
    [
      'whether there is any',
      sql.countsOutsideFigures,
      'src/screens/my-day/board.ts',
      'const all = new Set(rows.map((row) => row.clientId)); const some = all.size > 0',
    ],
    [
      'how many rows of clients a register has',
      sql.countsOutsideFigures,
      'src/screens/register/board.ts',
      'rowsOf(z)`select x.id, count(*) over () as total from plan_plan x join client_client c on c.id = x.client_id`',
    ],
    [
      'the next week',
      content.numbersOfLaw,
      'src/casework/plan/rules.ts',
      'const next = addDays(monday, 7); const then = addMonths(day, 1)',
    ],
    [
      'days ahead on a page',
      content.numbersOfLaw,
      'src/screens/a/board.ts',
      'const soonDays = 14; const soon = addDays(on, soonDays)',
    ],
    [
      'a day that is given',
      content.oneClock,
      'src/casework/plan/acts.ts',
      'const at = new Date(text); const words = format.day(at)',
    ],
    ['the first page again', content.linksToPages, 'src/screens/a/page.tsx', 'const a = <a href="/">x</a>'],
  ])('%s', (_, rule, path, text) => expect(rule(house({ [path]: text }))).toEqual([]));

  test.each<[string, Rule]>([
    ['layers', order.layerOrder],
    ['rooms', roomOrder],
    ['parts', order.partsOfRooms],
    ['writes', order.closedWrites],
    ['screens', order.screens],
    ['readers', order.readersOnly],
    ['packages', order.packagesOfServer],
    ['figures', order.figuresAskRules],
    ['acts in order', (modules) => order.actsInOrder(modules, rooms)],
    ['circles', order.cycles],
    ['openings', content.openingLines],
    ['names', emptyNames],
    ['one name', oneName],
    ['purity', content.purity],
    ['clock', content.oneClock],
    ['own tables', ownTables],
    ['tables in order', tablesInOrder],
    ['counts', sql.countsOutsideFigures],
    ['law', content.numbersOfLaw],
    [
      'files',
      (modules) =>
        content.filesOfFolders(
          modules.map((module) => module.path),
          ['organiser', 'client', 'plan'],
        ),
    ],
  ])('by the rule of %s, a house that keeps it', (_, rule) => expect(rule(room)).toEqual([]));
});
