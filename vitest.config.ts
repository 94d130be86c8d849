import { defineConfig } from 'vitest/config';
import { plantedText } from './test/model/planted-text.ts';

/** Two sorts of tests: those that run the whole pipeline start from one synthesised stack, the others need none. */
export default defineConfig({
  plugins: [plantedText()],
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // The first Template.fromStack of a process validates the whole template, which takes seconds.
    // Long enough for a machine that is busy with other things: no test is about speed.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
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
