import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MEASURE = join(import.meta.dirname, '..', 'test', 'reading', 'bounds', 'measure.ts');
const MEBIBYTE = 1024 * 1024;
/** How many are named. */
const WORST = 12;
const EVERY = 250;
/** Seconds of CPU for each MiB begun: what an input costs however small it is, is in the first. */
const MOST = 2;

interface Cost {
  is: string;
  bytes: number;
  small: number;
  large: number;
}

/**
 * What hostile input of every class costs, by the MiB begun, and how that grows: a fourth of the input, then all of it.
 * Linear is four times as much; what is much more than that is quadratic. It takes several minutes.
 */
export async function run(): Promise<void> {
  const costs: Cost[] = [];
  const measured = spawn(process.execPath, [MEASURE, '0', '100000', String(MEBIBYTE)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(measured, 'close');
  for await (const line of createInterface(measured.stdout)) {
    const cost = JSON.parse(line) as Partial<Cost>;
    if (cost.large === undefined) continue;
    costs.push(cost as Cost);
    if (costs.length % EVERY === 0) console.error(`${costs.length} classes measured`);
  }
  const [status] = (await ended) as [number | null];
  if (status !== 0) throw new Error(`measuring ended with ${status} after ${costs.length} classes`);
  const perMebibyte = ({ large, bytes }: Cost): number => large / Math.max(1, bytes / MEBIBYTE);
  const over = costs.filter((cost) => perMebibyte(cost) > MOST);
  console.log(
    `${costs.length} classes of about 1 MiB, or as much as is not rejected; ${over.length} take more than ${MOST} s of CPU for each MiB begun. The worst:`,
  );
  for (const cost of costs.toSorted((a, b) => perMebibyte(b) - perMebibyte(a)).slice(0, WORST)) {
    const growth = cost.large / cost.small;
    const kilobytes = Math.round(cost.bytes / 1024);
    console.log(`  ${perMebibyte(cost).toFixed(2)} s, ${growth.toFixed(1)} ×  ${cost.is} (${kilobytes} kB)`);
  }
}
