import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const MEASURE = join(import.meta.dirname, '..', 'test', 'normalise', 'bounds', 'measure.ts');
const MEBIBYTE = 1024 * 1024;
const BYTES = 256 * 1024;
/** How many are named. */
const WORST = 12;

interface Cost {
  is: string;
  fewer: number;
  bytes: number;
  small: number;
  large: number;
}

/**
 * What hostile input of every class costs by the MiB, and how that grows: a fourth of the input, then all of it. Linear
 * is four times as much; what is much more than that is quadratic.
 */
export async function run(): Promise<void> {
  const output = execFileSync(process.execPath, [MEASURE, '0', '100000', String(BYTES)], {
    encoding: 'utf8',
    maxBuffer: 64 * MEBIBYTE,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const costs = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Partial<Cost>)
    .filter((cost): cost is Cost => cost.large !== undefined);
  const perMebibyte = ({ large, bytes }: Cost): number => (large / bytes) * MEBIBYTE;
  console.log(
    `${costs.length} classes of up to ${BYTES / 1024} kB; seconds of CPU a MiB, growth from a fourth:`,
  );
  for (const cost of costs.toSorted((a, b) => perMebibyte(b) - perMebibyte(a)).slice(0, WORST)) {
    const growth = cost.large / cost.small;
    console.log(`  ${perMebibyte(cost).toFixed(2)} s, ${growth.toFixed(1)} ×  ${cost.is}`);
  }
}
