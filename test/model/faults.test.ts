import { expect, test } from 'vitest';
import { runsToCatch } from './runs-to-catch.ts';
import { FAULTS } from './faults/all.ts';

const QUICKLY = 100;

/** The newsroom's property can fail: it notices each of these within a few runs. */
test.each(FAULTS.filter(({ isQuick }) => isQuick))(
  'is caught: $name',
  async (fault) => {
    const runs = await runsToCatch(fault, QUICKLY);
    console.log(`${runs ?? 'not caught'} runs: ${fault.name}`);
    expect(runs).toBeDefined();
  },
  120_000,
);
