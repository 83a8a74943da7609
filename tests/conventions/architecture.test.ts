/**
 * The house holds: layers and rooms import one way, each file has its place, each number its home.
 * No rule has an exception. Whoever needs one has found either a wrong place for a thing or a wrong rule.
 */
import { describe, expect, test } from 'vitest';
import { rooms } from '../../src/casework/order.ts';
import * as content from './content-rules.ts';
import * as order from './order-rules.ts';
import { filesUnder, readModules, readTexts } from './source.ts';
import * as sql from './sql-rules.ts';

const paths = filesUnder('src');
const modules = readModules(paths);
const everything = [...modules, ...readModules(filesUnder('tooling', 'demo', 'tests'))];
const demo = readModules(filesUnder('demo'));
const sqlFiles = readTexts(filesUnder('database/migrations', 'database/repeatable'));

describe('the reader', () => {
  test('has read the modules: a rule that reads nothing would hold for ever', () => {
    expect(modules.length).toBeGreaterThan(20);
    expect(demo.length).toBeGreaterThan(10);
    expect(sqlFiles.length).toBeGreaterThan(20);
    expect(modules.flatMap((module) => module.imports).length).toBeGreaterThan(50);
    expect(modules.flatMap((module) => module.said).length).toBeGreaterThan(100);
    for (const layer of ['kernel', 'server', 'web', 'casework', 'figures'] as const) {
      expect(modules.filter((module) => order.standingOf(module.path)?.layer === layer).length).toBeGreaterThan(0);
    }
  });

  test('could parse each of them', () => {
    expect(modules.flatMap((module) => module.problems.map((problem) => `${module.path}: ${problem}`))).toEqual([]);
  });

  test('finds each imported file of ours: an import that leads nowhere would pass every rule', () => {
    const known = new Set(filesUnder('src', 'database', 'tests', 'tooling'));
    const lost = modules.flatMap((module) =>
      module.imports
        .filter(
          (one) => one.target !== null && /^(src|database|tests|tooling)\//.test(one.target) && !known.has(one.target),
        )
        .map((one) => `${module.path}:${one.line} imports ${one.target}, which is not there`),
    );
    expect(lost).toEqual([]);
  });
});

describe('imports go one way', () => {
  test.each<[string, () => string[]]>([
    ['every file stands in a layer', () => order.outsideLayers(modules)],
    ['every import can be read', () => order.unreadableImports(modules)],
    ['a layer imports only those before it', () => order.layerOrder(modules)],
    ['a room imports only rooms above it in order.ts', () => order.roomOrder(modules, rooms)],
    ['a file of a room imports what its kind may', () => order.partsOfRooms(modules)],
    ['what a room records is closed to all others', () => order.closedWrites(modules)],
    ['screens take types of acts, pages compose panels', () => order.screens(modules)],
    ['a screen stands on no other screen', () => order.screensApart(modules)],
    ['readers cannot write', () => order.readersOnly(modules)],
    ['what runs on the server takes only packages of its work', () => order.packagesOfServer(modules)],
    ['no room opens the doors of the server', () => order.doorsOfServer(modules)],
    ['what runs in the browser reaches nothing of the machine', () => order.browserAlone(modules)],
    ['a panel names no act of a later room or page', () => order.actsInOrder(modules, rooms)],
    ['figures ask the rules of rooms, not their reads', () => order.figuresAskRules(modules)],
    ['formats know no screen', () => order.exchangeApart(modules)],
    ['no file imports in a circle', () => order.cycles(modules)],
  ])('%s', (_, wrong) => expect(wrong()).toEqual([]));
});

describe('each thing has its place', () => {
  test.each<[string, () => string[]]>([
    ['a room has the same few files', () => content.filesOfFolders(paths, rooms)],
    ['a room opens by saying what it is', () => content.openingLines(modules)],
    ['no name says nothing', () => content.emptyNames(modules, paths)],
    ['values are named by what they are', () => content.valuesByWhatTheyAre(modules)],
    ['a thing has one name: no barrel, no default export', () => content.oneNamePerThing(modules, paths)],
    ['kernel, law and rules are pure', () => content.purity(modules)],
    ['every field of a paper is filled by somebody', () => content.unfilledFields(modules, paths)],
    ['every text is shown somewhere', () => content.unusedTexts(modules)],
    ['a name is exported once', () => content.uniqueNames(everything)],
    ['nothing is cast by way of unknown', () => content.doubledCasts(modules)],
    ['all code asks one clock', () => content.oneClock(modules)],
    ['the builder’s own types are named in one place', () => content.buildersOwnTypes(everything)],
    ['a day is Helsinki’s', () => content.daysOfHelsinki(everything)],
    ['only writes.ts records, in its own tables', () => sql.ownTables(modules, rooms)],
    ['SQL reads only tables of rooms above', () => sql.tablesInOrder(modules, rooms)],
    ['SQL names no table of a later room by itself', () => sql.namedTablesInOrder(modules, rooms)],
    ['SQL is sent by the door that checks it', () => sql.uncheckedSql(modules)],
    ['what plainly records goes through the builder', () => sql.plainChanges(modules)],
    ['SQL asks who asks once', () => sql.askedOnce(modules)],
    ['figures and formats read facts', () => sql.factsOnly(modules, rooms)],
    ['only figures count', () => sql.countsOutsideFigures(modules)],
    ['numbers of law stand in law', () => content.numbersOfLaw(modules)],
    ['the demo region names no law', () => content.lawInDemo(demo)],
    ['SQL names no law', () => content.lawInSql(sqlFiles)],
    ['server and web have no word of casework', () => content.wordsOfCasework(modules)],
    ['only the server sets for whom the database answers', () => content.countingMode(modules)],
    ['a page is linked to by its typed address', () => content.linksToPages(modules)],
    ['the last day of a range is told, not the first one after it', () => content.lastDaysShown(readTexts(paths))],
    ['what is typed is never dropped unasked', () => content.typedIsKept(modules)],
    ['screens make no requests of their own', () => content.noOwnRequests(modules)],
  ])('%s', (_, wrong) => expect(wrong()).toEqual([]));
});
