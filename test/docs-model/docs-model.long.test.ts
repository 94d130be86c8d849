import { expect, test } from 'vitest';
import { SEED } from '../support/seed.ts';
import { differencesAt } from './compare.ts';
import { operationsFrom } from './operations.ts';
import { Player } from './player.ts';

const OPERATIONS = Number(process.env['WIREDESK_OPERATIONS'] ?? 300);
const EACH = 5;

/** Eleven hours before daylight saving time begins, or ends, in Europe/Berlin. */
const STARTS = ['2027-03-27T14:00:00Z', '2027-10-30T14:00:00Z'] as const;

test('the documents are what README and docs promise, after each of many random operations', async () => {
  const player = new Player();
  const seen = new Set<string>();
  const log = (text: string): void => void process.stderr.write(`${text}\n`);
  try {
    await player.start(STARTS[SEED % 2] ?? STARTS[0]);
    const operations = operationsFrom(SEED, OPERATIONS);
    for (const [index, operation] of operations.entries()) {
      const before = player.differences.length;
      if (process.env['WIREDESK_LOG'])
        log(`${index} ${new Date(player.now()).toISOString()} ${JSON.stringify(operation)}`);
      await player.perform(index, operation);
      if (index % EACH === EACH - 1) {
        await player.settle();
        for (const text of await differencesAt(player))
          if (!seen.has(text)) {
            seen.add(text);
            player.report(index, text);
          }
      }
      for (const text of player.differences.slice(before)) log(text);
    }
  } finally {
    await player.stop();
  }
  expect(player.differences).toEqual([]);
});
