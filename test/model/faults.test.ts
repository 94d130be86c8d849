import { expect, test } from 'vitest';
import { runsToCatch } from './runs-to-catch.ts';
import { FAULTS } from './faults/all.ts';

const MAX_RUNS = 100;

/**
 * Shows that the newsroom property, which newsroom.test.ts checks, can fail: it catches each planted fault that is
 * marked `isQuick` within a hundred histories.
 */
test.each(FAULTS.filter(({ isQuick }) => isQuick))(
  'the newsroom property catches the fault: $name',
  async (fault) => {
    const runs = await runsToCatch(fault, MAX_RUNS);
    console.log(`${runs ?? 'not caught'} runs: ${fault.name}`);
    expect(runs).toBeDefined();
  },
  120_000,
);
