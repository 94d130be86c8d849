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

test('the newsroom property does not catch a planted text that is no fault', async () => {
  const text = {
    file: 'functions/publish/publish.ts',
    from: 'const ATTEMPTS = 5;',
    to: 'const ATTEMPTS = 6;',
  };
  expect(await runsToCatch({ name: 'no fault', text }, 10)).toBeUndefined();
}, 120_000);
