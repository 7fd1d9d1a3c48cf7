import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: path.resolve(import.meta.dirname, '..'),
    include: ['test/*.test.ts', 'test/{unit,integration}/**/*.test.ts', 'test/google/**/*.test.ts'],
    globalSetup: 'test/support/build-workers.ts',
    // A run in which nothing was found to run must fail.
    passWithNoTests: false,
    testTimeout: 20_000,
  },
});
