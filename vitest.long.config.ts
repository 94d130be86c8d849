import { defineConfig } from 'vitest/config';
import { plantedText } from './test/model/planted-text.ts';

/** The long tests: properties, fuzzers and corpora. Each takes minutes. */
export default defineConfig({
  plugins: [plantedText()],
  test: {
    setupFiles: ['test/support/same-seed.ts'],
    include: ['test/**/*.long.test.ts'],
    globalSetup: ['test/support/synth.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Concurrent tests of one file start a process each: one per core.
    maxConcurrency: 2,
    testTimeout: 20 * 60_000,
    hookTimeout: 5 * 60_000,
  },
});
