import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { HOSTILE } from './hostile.ts';
import type { Cost } from './measure.ts';

const BYTES = 128 * 1024;
const MEBIBYTE = 1024 * 1024;
/** What any input may take: 256 MiB and eight times its size. */
const HEAP_MEBIBYTES = 256 + (8 * BYTES) / MEBIBYTE;
/**
 * Two seconds a MiB are what any input may take of a processor to itself; beside a neighbour's work on the same core the
 * same instructions count as two or three times as many seconds.
 */
const SECONDS_PER_MEBIBYTE = 6;
/** Four times the input may cost this many times as much: four if it is linear, sixteen if it is quadratic. */
const GROWTH = 8;
/** Seconds in which compilation and the machine's other work do not show. */
const GRACE = 0.5;
const AT_A_TIME = 100;

/** What the bytes cost by which the larger input is longer. */
const perMebibyte = ({ small, large, bytes, fewer }: Cost): number =>
  bytes > fewer ? (large - small) / ((bytes - fewer) / MEBIBYTE) : 0;
const isTooMuch = (cost: Cost): boolean =>
  cost.large > GROWTH * cost.small + GRACE || perMebibyte(cost) > SECONDS_PER_MEBIBYTE;

/** The costs of classes `from` to `to`, measured in a process with as much memory as they may have. */
async function measured(from: number, to: number): Promise<Cost[]> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_MEBIBYTES}`,
      ...[join(import.meta.dirname, 'measure.ts'), `${from}`, `${to}`, `${BYTES}`],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [stdout, [status]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Partial<Cost>);
  expect({ status: status as unknown, last: lines.at(-1)?.is }).toEqual({
    status: 0,
    last: HOSTILE.slice(from, to).at(-1)?.is,
  });
  return lines.filter((line): line is Cost => line.large !== undefined);
}

const batches = Array.from({ length: Math.ceil(HOSTILE.length / AT_A_TIME) }, (_, at) => at * AT_A_TIME);

test.concurrent.each(batches)(
  'hostile inputs from %i on cost what they are long, within the time and memory they may have',
  async (from) => {
    const costs = await measured(from, from + AT_A_TIME);
    const worst = costs.toSorted((a, b) => perMebibyte(b) - perMebibyte(a))[0];
    if (worst)
      console.log(`worst of ${costs.length}: ${worst.is}, ${perMebibyte(worst).toFixed(2)} s of CPU a MiB`);
    // Once more and alone: what is only so beside other work is no property of the input.
    const again: Cost[] = [];
    for (const [at, cost] of costs.entries()) {
      if (isTooMuch(cost)) again.push(...(await measured(from + at, from + at + 1)));
    }
    expect(again.filter(isTooMuch)).toEqual([]);
  },
);
