/** What the compiler holds: each wrong that is planted here is compiled, and must be refused. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

const acts =
  "import { apiOf } from 'SRC/web/api.ts';\nimport type * as acts from 'SRC/casework/plan/acts.ts';\nconst { addressOf, useAsk, useDo } = apiOf<typeof acts>();\nexport const planted = () => [addressOf, useAsk, useDo];\n";
const links =
  "import { PageLink, useGo } from 'SRC/web/address.tsx';\nimport { pageAt } from 'SRC/screens/app/pages.ts';\nexport const planted = () => [PageLink, useGo, pageAt];\n";
const allActs = "import { useAsk } from 'SRC/screens/app/api.ts';\nexport const planted = () => useAsk;\n";

/** Files of a browser's program, each with what the compiler says of it. */
const planted: readonly (readonly [what: string, text: string, refusal: RegExp])[] = [
  [
    'files of the machine on a page',
    "import { readFileSync } from 'node:fs';\nexport const text = readFileSync('a', 'utf8');",
    /TS2307|TS2591/,
  ],
  ['the process on a page', 'export const mode = process.env.NODE_ENV;', /TS2304|TS2580|TS2591/],
  [
    'the pool in a panel',
    "import { openPool } from 'SRC/server/database/pool.ts';\nexport const pool = openPool('');",
    /TS2305/,
  ],
  ['an act that is not there', `${acts}useDo('makePlam');`, /TS2345/],
  ['an act that is not there, of all acts', `${allActs}useAsk('makePlam', {});`, /TS2345/],
  ['a refresh of what nobody asks', `${acts}useDo('makePlan', { changes: ['plansOff'] });`, /TS2820/],
  ['the address of an act that is not there', `${acts}addressOf('planPapier', { clientId: '' });`, /TS2345/],
  [
    'a button that no act permits',
    `${acts}useAsk('plansOf', { clientId: '' }).data?.permitted.includes('makePlam');`,
    /TS2345/,
  ],
  ['a link to a page that is not there', `${links}pageAt('/clienst');`, /TS2554|TS2345/],
  [
    'a link to the part of a page that is not there',
    `${links}pageAt('/clients/$ientId/desision', { clientId: '' });`,
    /TS2345/,
  ],
  ['a link to the page of nobody', `${links}pageAt('/clients/$clientId');`, /TS2554|TS2345/],
  ['a link with a part by another name', `${links}pageAt('/clients/$clientId', { id: '' });`, /TS2353/],
  ['a link with a part that may be missing', `${links}pageAt('/clients/$clientId', { clientId: null });`, /TS2322/],
  [
    'a link without what its page needs',
    `${links}pageAt('/clients/$clientId/decide', { clientId: '' });`,
    /TS2345|TS2741/,
  ],
  [
    'a link with what its page does not take',
    `${links}pageAt('/clients/$clientId/decide', { clientId: '', referral: '', refferal: '' });`,
    /TS2353|TS2561/,
  ],
  ['a link with what a page without any does not take', `${links}pageAt('/matters', { of: '' });`, /TS2322|TS2353/],
  ['a link by its text', `${links}export const link = <PageLink to="/clients">a</PageLink>;`, /TS2322/],
  ['a way by its text', `${links}export const useWay = () => useGo()('/clients');`, /TS2345/],
];

const right =
  `${links}pageAt('/clients/$clientId/decide', { clientId: '', referral: '' });\npageAt('/attendance', { view: undefined });\n` +
  "import type { Act } from 'SRC/server/act.ts';\nexport const width = (act: Act) => window.innerWidth + act.name.length;";

let texts: string[];

/** Compiles the files as the browser's program is, and tells what is said of each. */
async function compile(texts: readonly string[]): Promise<string[]> {
  await mkdir(join(root, 'node_modules/.cache'), { recursive: true });
  const folder = await mkdtemp(join(root, 'node_modules/.cache/planted-'));
  try {
    const files = texts.map((_, n) => `planted-${n}.tsx`);
    for (const [n, text] of texts.entries())
      await writeFile(join(folder, `planted-${n}.tsx`), text.replaceAll('SRC/', '../../../src/'));
    const config = {
      extends: join(root, 'tsconfig.web.json'),
      compilerOptions: { tsBuildInfoFile: join(folder, 'planted.tsbuildinfo') },
      files,
      include: [],
      references: [{ path: join(root, 'tsconfig.server.json') }],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const output = await new Promise<string>((done) =>
      execFile(join(root, 'node_modules/.bin/tsc'), ['-b', folder, '--pretty', 'false'], { cwd: root }, (_, stdout) =>
        done(stdout),
      ),
    );
    return files.map((file) =>
      output
        .split('\n')
        .filter((line) => line.includes(`${file}(`))
        .join('\n'),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the compiler refuses', () => {
  beforeAll(async () => {
    texts = await compile([...planted.map(([, text]) => text), right]);
  }, 300_000);

  test.each(planted.map(([what, , refusal], n) => [what, refusal, n] as const))('%s', (_, refusal, n) => {
    expect(texts[n]).toMatch(refusal);
  });

  test('nothing of a page that asks the browser and knows acts by their types', () => {
    expect(texts[planted.length]).toBe('');
  });
});
