/** What docs/security.md says of the source as a whole: what is nowhere in it. */
import { expect, test } from 'vitest';
import { filesUnder, isTest, type Module, parseModule, readModules } from './source.ts';

interface Guard {
  readonly what: string;
  readonly where: (path: string) => boolean;
  readonly found: (module: Module) => readonly string[];
}

const imports = (pattern: RegExp) => (module: Module) =>
  module.imports.flatMap(({ target, typeOnly }) => (target && !typeOnly && pattern.test(target) ? [target] : []));
const names = (pattern: RegExp) => (module: Module) =>
  [...module.used.map(({ text }) => text), ...module.calls.map(({ name }) => name)].filter((name) =>
    pattern.test(name),
  );
const words = (pattern: RegExp) => (module: Module) =>
  module.said.map(({ text }) => text).filter((text) => pattern.test(text));
const ofRequests = (path: string) => !path.startsWith('src/commands/');
const ofServer = (path: string) => /^src\/(server|casework|figures|description)\//.test(path) && path.endsWith('.ts');

const guards: readonly Guard[] = [
  {
    what: '1.2.5: a request starts no other program',
    where: ofRequests,
    found: imports(/^(node:)?(child_process|cluster|vm)$/),
  },
  {
    what: '1.3.2: no text becomes a program, nor a part of a page as it is',
    where: () => true,
    found: names(
      /(^|\.|new )(eval|Function|dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML)$|document\.write/,
    ),
  },
  {
    what: '1.2.10: a file for spreadsheets is made in one place, where formulas are escaped',
    where: (path) => path !== 'src/server/table-file.ts',
    found: imports(/^(csv-|papaparse|xlsx|exceljs)/),
  },
  { what: '3.4.2: no page of elsewhere is let read', where: () => true, found: words(/access-control-allow/i) },
  {
    what: '13.2.4: the server asks nobody but the organisation’s provider, by its library',
    where: ofServer,
    found: (module) => [
      ...names(/^(fetch|https?\.(get|request)|net\.connect|tls\.connect)$/)(module),
      ...(module.path === 'src/server/sign-in/provider.ts'
        ? []
        : imports(/^(openid-client|undici|axios|got)$/)(module)),
    ],
  },
  {
    what: '11.5.1: chance of secrets and days is the platform’s, and no hash is an old one',
    where: ofServer,
    // Lists of leaked passwords are published by such sums.
    found: (module) => [
      ...names(/^Math\.random$/)(module),
      ...(module.path === 'src/server/sign-in/leaked.ts' ? [] : words(/^(md5|sha1|des|rc4)$/i)(module)),
    ],
  },
];

const unguarded = (modules: readonly Module[]): readonly string[] =>
  guards.flatMap(({ what, where, found }) =>
    modules
      .filter(({ path }) => where(path))
      .flatMap((module) => found(module).map((name) => `${module.path}: ${name} (${what})`)),
  );

test('nothing of it stands in the source', () => {
  const modules = readModules(filesUnder('src').filter((path) => !isTest(path)));
  for (const { what, where } of guards)
    expect(
      modules.some(({ path }) => where(path)),
      what,
    ).toBe(true);
  expect(unguarded(modules)).toEqual([]);
});

test('each of it would be found', () => {
  const planted = `import { spawn } from 'node:child_process';
    import { stringify } from 'csv-stringify/sync';
    export const run = () => { eval('1'); fetch('http://elsewhere.example'); return Math.random(); };
    export const header = 'Access-Control-Allow-Origin';`;
  const matches = unguarded([parseModule('src/server/http/planted.ts', planted)]);
  for (const { what } of guards)
    expect(
      matches.some((one) => one.endsWith(`(${what})`)),
      what,
    ).toBe(true);
});
