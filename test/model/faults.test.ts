import { expect, test } from 'vitest';
import { runsToCatch } from './catching.ts';
import { FAULTS } from './faults.ts';

const QUICKLY = 40;

/** The newsroom's property can fail: it notices each of these within a few runs. */
test.each(FAULTS.filter(({ isQuick }) => isQuick))('is caught: $name', async (fault) => {
  expect(await runsToCatch(fault, QUICKLY)).toBeDefined();
});
