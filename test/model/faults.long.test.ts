import { expect, test } from 'vitest';
import { runsToCatch } from './runs-to-catch.ts';
import { FAULTS } from './faults/all.ts';

const MAX_RUNS = 4000;

test.each(FAULTS)('a test with random histories notices the planted fault: $name', async (fault) => {
  const runs = await runsToCatch(fault, MAX_RUNS);
  console.log(`${String(runs ?? 'not caught').padStart(5)} runs: ${fault.name}`);
  expect(runs).toBeDefined();
});
