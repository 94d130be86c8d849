import { expect, test } from 'vitest';
import { runsToCatch } from './runs-to-catch.ts';
import { FAULTS } from './faults/all.ts';

const MOST_RUNS = 4000;

test.each(FAULTS)('is caught: $name', async (fault) => {
  const runs = await runsToCatch(fault, MOST_RUNS);
  console.log(`${String(runs ?? 'not caught').padStart(5)} runs: ${fault.name}`);
  expect(runs).toBeDefined();
});
