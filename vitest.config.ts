import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'tooling/**/*.test.ts', 'demo/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['tests/journeys/**', 'node_modules/**'],
    globalSetup: ['tests/database.ts'],
    setupFiles: ['tests/hear-statements.ts'],
    pool: 'forks',
    // A file of tests has a database of its own; modules are read once for all of them.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 240_000,
  },
});
