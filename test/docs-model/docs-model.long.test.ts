import { expect, test } from 'vitest';
import { SEED } from '../support/seed.ts';
import { operationsFrom } from './operations.ts';
import { Player } from './player.ts';

const OPERATIONS = Number(process.env['WIREDESK_OPERATIONS'] ?? 100);
const EACH = 8;

/** Nothing waits for an instant, so only a test that hangs reaches this limit, in milliseconds. */
const LONG = 3_600_000;

/** Some hours before daylight saving time begins or ends in Europe/Berlin, America/New_York or Australia/Lord_Howe. */
const STARTS = [
  '2027-03-27T14:00:00Z',
  '2027-10-30T14:00:00Z',
  '2027-11-06T20:00:00Z',
  '2027-03-13T20:00:00Z',
  '2027-04-03T06:00:00Z',
  '2027-10-02T06:00:00Z',
] as const;

test(
  'the documents are what README and docs promise, after each of many operations',
  { timeout: LONG },
  async () => {
    const player = new Player();
    const seen = new Set<string>();
    const log = (text: string): void => void process.stderr.write(`${text}\n`);
    try {
      await player.start(STARTS[SEED % STARTS.length] ?? STARTS[0]);
      const operations = operationsFrom(SEED, OPERATIONS);
      for (const [index, operation] of operations.entries()) {
        const before = player.differences.length;
        if (process.env['WIREDESK_LOG'])
          log(
            `${index} ${Math.round(performance.now() / 1000)} s ${new Date(player.now()).toISOString()} ${JSON.stringify(operation)}`,
          );
        await player.perform(index, operation);
        if (index % EACH === EACH - 1 || index === operations.length - 1) {
          const withOutcomes = index % (EACH * 3) === EACH - 1 || index === operations.length - 1;
          for (const text of await player.compare({ withOutcomes }))
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
  },
);
