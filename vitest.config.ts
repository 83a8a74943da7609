import { defineConfig } from 'vitest/config';

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
      provider: 'v8',
      include: ['src/casework/*/{acts,reads,rules,writes}.ts', 'src/figures/list/**/*.ts', 'src/screens/*/board.ts'],
      exclude: ['**/*.test.ts'],
      reporter: [['text', { skipFull: true, maxCols: 120 }], 'json-summary'],
      reportsDirectory: 'test-results/coverage',
      // The aim is every line; what is measured may not fall.
      thresholds: { lines: 98.5 },
    },
    pool: 'forks',
    // A file of tests has a database of its own; modules are read once for all of them.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 240_000,
  },
});
