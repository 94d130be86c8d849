import { defineConfig } from 'vitest/config';
import { plantedText } from './test/model/planted-text.ts';

/** The long properties, fuzzers and corpora: minutes each. */
export default defineConfig({
  plugins: [plantedText()],
  test: {
    include: ['test/**/*.long.test.ts'],
    globalSetup: ['test/support/synth.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Tests of one file that run beside each other are processes of their own, one a core.
    maxConcurrency: 2,
    testTimeout: 20 * 60_000,
    hookTimeout: 5 * 60_000,
  },
});
