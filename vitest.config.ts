import { defineConfig } from 'vitest/config';
import { plantedText } from './test/model/planted-text.ts';

/**
 * Two projects of tests. `flow` runs the whole pipeline, and all its tests share one synthesised stack. `parts` has
 * the other tests, which need no synthesised stack.
 */
export default defineConfig({
  plugins: [plantedText()],
  test: {
    setupFiles: ['test/support/same-seed.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // No test measures speed, so the timeouts are long: a busy machine must not make a test fail. The first call of
    // the CDK's Template.fromStack in a process takes seconds, because it validates the whole template.
    testTimeout: 5 * 60_000,
    hookTimeout: 5 * 60_000,
    expect: { poll: { timeout: 2 * 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          // These tests change no module, so the files that one worker runs may share what they import. Importing the
          // word lists and the AWS clients again for each of 220 files took more than a minute.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.long.test.ts', 'test/flow/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'flow',
          include: ['test/flow/**/*.test.ts'],
          exclude: ['test/**/*.long.test.ts'],
          globalSetup: ['test/support/synth.ts'],
        },
      },
    ],
  },
});
