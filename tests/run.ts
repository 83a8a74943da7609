/** The whole test: every step with its outcome and time, and at the end one line that sums them up. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findBrowser } from './browser.ts';
import { regionOfJourneys } from './journey-region.ts';
import { newTestFolder } from './loaded-region.ts';

interface Outcome {
  passed: number;
  failed: number;
  skipped?: number;
  /** What to show of a failure. */
  told?: string;
  /** What held only when it was tried once more, and why it had not: each of these is a fault to be found. */
  unsteady?: readonly string[];
}

const root = resolve(import.meta.dirname, '..');
const results = join(root, 'test-results');
const bin = (name: string) => join(root, 'node_modules/.bin', name);
const stepLimitMs = 30 * 60_000;

// Settings of the one who runs the tests are none of the tests' business.
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(KYKYPOLKU_|DATABASE_URL$|PORT$|LOG_LEVEL$|PG[A-Z]+$)/.test(name)),
);

const running = new Set<ReturnType<typeof spawn>>();

function run(
  file: string,
  words: string[],
  more: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(file, words, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...environment, FORCE_COLOR: '0', NO_COLOR: '1', CI: '1', ...more },
    });
    running.add(child);
    let output = '';
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (output += part));
    const limit = setTimeout(() => {
      output += `\nStopped after ${stepLimitMs / 60_000} minutes.`;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5000).unref();
    }, stepLimitMs);
    child.once('error', (error) => (output += error.message));
    child.once('close', (code) => {
      clearTimeout(limit);
      running.delete(child);
      done({ code: code ?? 1, output });
    });
  });
}

const last = (text: string, count: number): string => text.trim().split('\n').slice(-count).join('\n');
const first = (text: string, count: number): string => text.trim().split('\n').slice(0, count).join('\n');

/** A step that either holds or does not counts as one test. */
async function one(file: string, words: string[]): Promise<Outcome> {
  const { code, output } = await run(file, words);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, told: last(output, 60) };
}

function readResult<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}

interface VitestResult {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

async function vitest(): Promise<Outcome> {
  const file = join(results, 'vitest.json');
  const words = ['run', '--coverage', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output } = await run(bin('vitest'), words, { STATEMENTS: 'check', ...region?.ofTests() });
  const result = readResult<VitestResult>(file);
  if (!result) return { passed: 0, failed: 1, told: last(output, 60) };
  // A file that could not even be read has no tests to fail.
  const unread = result.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  );
  let failed = result.numFailedTests + unread.length;
  if (failed === 0 && (code !== 0 || result.numPassedTests === 0)) failed = 1;
  const from = output.search(/^.*Failed (Tests|Suites) \d+/m);
  const skipped = result.numPendingTests + result.numTodoTests;
  const answer = from < 0 ? last(output, 60) : first(output.slice(from), 300);
  return { passed: result.numPassedTests, failed, skipped, told: answer };
}

/**
 * The journeys' own region, which one processor loads while another checks types, and a copy of it for the tests. Should it come to
 * nothing, both begin their own, and say why it does not start.
 */
function beginRegion(): {
  readonly settings: Record<string, string>;
  /** By which the tests find the copy; nothing where there is none. */
  readonly ofTests: () => Record<string, string>;
  /** It is served, or has ended. */
  readonly begun: () => Promise<void>;
  readonly end: () => Promise<void>;
} {
  const settings = { ...regionOfJourneys(), JOURNEY_BEGUN: 'yes' };
  const REGION_OF_TESTS = newTestFolder();
  const child = spawn(process.execPath, ['tests/journeys/serve.ts'], {
    cwd: root,
    // Over the channel it hears when we are gone, and stops.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...environment, ...settings, REGION_OF_TESTS },
  });
  running.add(child);
  const ended = new Promise<void>((done) => {
    const end = () => {
      running.delete(child);
      done();
    };
    child.once('error', end);
    child.once('exit', end);
  });
  const isServed = () =>
    fetch(`http://127.0.0.1:${settings.JOURNEY_PORT}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  return {
    settings,
    ofTests: () => (existsSync(REGION_OF_TESTS) ? { REGION_OF_TESTS } : {}),
    async begun() {
      const until = Date.now() + 180_000;
      while (running.has(child) && Date.now() < until && !(await isServed())) await wait(500);
    },
    async end() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

interface PlaywrightSuite {
  file?: string;
  specs?: {
    title: string;
    file: string;
    tests: { projectName: string; status: string; results: { error?: { message?: string } }[] }[];
  }[];
  suites?: PlaywrightSuite[];
}

interface PlaywrightResult {
  suites: PlaywrightSuite[];
  errors: { message?: string }[];
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** The journeys of this outcome, each with the first error. */
function failuresOf(suite: PlaywrightSuite, status = 'unexpected'): string[] {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === status)
      .map((test) => {
        const message = test.results.find((one) => one.error)?.error?.message ?? '';
        return `${spec.file} (${test.projectName}): ${spec.title}\n${first(message, 20)}`;
      }),
  );
  return [...own, ...(suite.suites ?? []).flatMap((one) => failuresOf(one, status))];
}

async function journeys(settings: Record<string, string>): Promise<Outcome> {
  let browser: string;
  try {
    browser = await findBrowser((line) => console.log(`             ${line}`));
  } catch (error) {
    return { passed: 0, failed: 1, told: (error as Error).message };
  }
  const file = join(results, 'playwright.json');
  const { code, output } = await run(bin('playwright'), ['test', '--reporter=json'], {
    ...settings,
    CHROME_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  const result = readResult<PlaywrightResult>(file);
  if (!result) return { passed: 0, failed: 1, told: last(output, 60) };
  const { expected, unexpected, flaky, skipped } = result.stats;
  const messages = [
    ...result.errors.map((error) => first(error.message ?? '', 20)),
    ...result.suites.flatMap((suite) => failuresOf(suite)),
  ];
  const silent = code !== 0 && unexpected === 0 ? 1 : 0;
  return {
    passed: expected + flaky,
    failed: unexpected + silent,
    skipped,
    told: messages.join('\n\n') || last(output, 40),
    unsteady: result.suites.flatMap((suite) => failuresOf(suite, 'flaky')),
  };
}

interface Step {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

// One after another: beside each other, loading the demo region or a page may take longer than a test waits.
const steps: readonly Step[] = [
  // The server's program first: what the browser's and the journeys' know of it are the types that it gives out. Several
  // checkers would each work out the largest types anew, which takes twice as long.
  { name: 'types', run: () => one(bin('tsc'), ['-b', '--checkers', '1']) },
  { name: 'lint', run: () => one(bin('biome'), ['check', '--error-on-warnings', '.']) },
  { name: 'dead code', run: () => one(bin('knip'), ['--no-progress']) },
  {
    name: 'tests',
    run: async () => {
      await region?.begun();
      return vitest();
    },
  },
  {
    name: 'journeys',
    run: async () => {
      await region?.begun();
      return journeys(region?.settings ?? {});
    },
  },
];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    for (const child of running) child.kill('SIGTERM');
    process.exit(130);
  });

const chosen = process.argv.slice(2);
const unknown = chosen.find((word) => !steps.some((step) => step.name === word));
if (unknown) {
  console.error(`kykypolku: there is no step "${unknown}"; the steps are ${steps.map((step) => step.name).join(', ')}`);
  process.exit(2);
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const sum = { passed: 0, failed: 0, skipped: 0 };
async function take(step: Step): Promise<void> {
  const started = performance.now();
  const { passed, failed, skipped = 0, told: answer, unsteady = [] } = await step.run();
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
  const time = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const counts = passed + failed > 1 ? `, ${passed} passed${failed ? `, ${failed} failed` : ''}` : '';
  const set = skipped ? `, ${skipped} skipped` : '';
  console.log(`${failed ? 'FAILED' : 'ok    '}  ${step.name.padEnd(10)} ${time.padStart(8)}${counts}${set}`);
  for (const one of unsteady) console.log(`\n    Held at the second try: ${one.replace(/\n/g, '\n    ')}\n`);
  if (failed && answer) console.log(`\n${answer.replace(/^/gm, '    ')}\n`);
}

const taken = steps.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
const region = taken.length > 1 && taken.some(({ name }) => name === 'journeys') ? beginRegion() : null;
for (const step of taken) await take(step);
await region?.end();
if (sum.skipped > 0) console.log(`${sum.skipped} skipped`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1);
