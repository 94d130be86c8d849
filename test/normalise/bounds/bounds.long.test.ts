import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOSTILE } from './hostile.ts';
import type { Cost } from './measure.ts';

const BYTES = 512 * 1024;
const MEBIBYTE = 1024 * 1024;
/** What any input may take: 256 MiB and eight times its size. */
const HEAP_MEBIBYTES = 256 + (8 * BYTES) / MEBIBYTE;
/** Four times the input may cost this many times as much: four if it is linear, sixteen if it is quadratic. */
const GROWTH = 8;
/** Seconds in which start-up, compilation and the machine's other work do not show. */
const GRACE = 2;
const AT_A_TIME = 200;

const batches = Array.from({ length: Math.ceil(HOSTILE.length / AT_A_TIME) }, (_, at) => at * AT_A_TIME);

test.each(batches)(
  'hostile inputs from %i on cost what they are long, within the memory they may have',
  (from) => {
    const { stdout, status } = spawnSync(
      process.execPath,
      [
        `--max-old-space-size=${HEAP_MEBIBYTES}`,
        ...[join(import.meta.dirname, 'measure.ts'), `${from}`, `${from + AT_A_TIME}`, `${BYTES}`],
      ],
      { encoding: 'utf8', maxBuffer: 64 * MEBIBYTE, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Partial<Cost>);
    expect({ status, last: lines.at(-1)?.is }).toEqual({
      status: 0,
      last: HOSTILE.slice(from).slice(0, AT_A_TIME).at(-1)?.is,
    });
    const costs = lines.filter((line): line is Cost => line.large !== undefined);
    const perMebibyte = ({ large, bytes }: Cost): number => large / (bytes / MEBIBYTE);
    const worst = costs.toSorted((a, b) => perMebibyte(b) - perMebibyte(a))[0];
    if (worst)
      console.log(`worst of ${costs.length}: ${worst.is}, ${perMebibyte(worst).toFixed(2)} s of CPU a MiB`);
    expect(costs.filter(({ small, large }) => large > GROWTH * small + GRACE)).toEqual([]);
  },
);
