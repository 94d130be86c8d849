import { defineConfig } from 'vitest/config';
import { plantedText } from './test/model/planted-text.ts';

/** The long tests: properties, fuzzers, corpora, browsers. Each of them may take minutes. */
export default defineConfig({
  plugins: [plantedText()],
  test: {
    setupFiles: ['test/support/same-seed.ts'],
    include: ['test/**/*.long.test.ts'],
    globalSetup: ['test/support/synth.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Each test that is marked `concurrent` starts a process. Two of them run at a time, one for each of two cores.
    maxConcurrency: 2,
    testTimeout: 20 * 60_000,
    hookTimeout: 10 * 60_000,
    expect: { poll: { timeout: 5 * 60_000 } },
  },
});
