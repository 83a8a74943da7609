import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// The longest begin first: one that begins last runs alone, with every other core at rest. Without a run before, the size of a file
// would say it, and these are short to read.
const longest = [
  'tests/conventions/fuzz',
  'tests/twins',
  'src/commands/main',
  'tests/every-edit',
  'tests/two-at-once',
  'tests/conventions/api',
  'tests/outside-figures',
  'tests/protected-place',
  'demo/demo',
].map((name) => `/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    environment: 'node',
    include: [
      'src/**/*.test.ts',
      'tooling/**/*.test.ts',
      'demo/**/*.test.ts',
      'tests/**/*.test.ts',
      ...(process.env.FUZZ_REQUESTS ? ['tests/fuzz/*.fuzz.ts'] : []),
    ],
    exclude: ['tests/journeys/**', 'node_modules/**'],
    globalSetup: ['tests/database.ts'],
    setupFiles: ['tests/hear-statements.ts'],
    // Of what decides and of what reads and records, every line is run by some test; `npm test` asks for this.
    coverage: {
      provider: 'istanbul',
      include: ['src/casework/*/{acts,reads,rules,writes}.ts', 'src/figures/list/**/*.ts', 'src/screens/*/board.ts'],
      exclude: ['**/*.test.ts'],
      reporter: [['text', { skipFull: true, maxCols: 120 }], 'json-summary'],
      reportsDirectory: 'test-results/coverage',
      // The aim is every line; what is measured may not fall.
      thresholds: { lines: 99.3 },
    },
    pool: 'forks',
    // A file of tests has a database of its own; modules are read once for all of them.
    isolate: false,
    // Three beside each other on two cores take a tenth longer (measured).
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 240_000,
  },
});
