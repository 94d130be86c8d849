import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MEASURE = join(import.meta.dirname, '..', 'test', 'reading', 'bounds', 'measure.ts');
const MEBIBYTE = 1024 * 1024;
/** How many of the slowest kinds of input are printed. */
const PRINTED = 12;
/** One line of progress is printed for this many measured kinds of input. */
const PROGRESS_STEP = 250;
/** The largest allowed CPU time in seconds per MiB of input. An input of less than 1 MiB counts as 1 MiB. */
const MAX_SECONDS = 2;

/** The cost of one kind of input. */
interface Cost {
  /** Describes the kind of input. */
  is: string;
  bytes: number;
  /** Seconds of CPU for a quarter of the input. */
  small: number;
  /** Seconds of CPU for the whole input. */
  large: number;
}

/**
 * Measures the CPU time per MiB of every kind of hostile input, and how the time grows from a quarter of the input to
 * the whole input. If the time is linear in the size, it grows 4 times; if it is quadratic, 16 times. Takes several
 * minutes.
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
    if (costs.length % PROGRESS_STEP === 0) console.error(`${costs.length} kinds of input measured`);
  }
  const [status] = (await ended) as [number | null];
  if (status !== 0)
    throw new Error(`the measurement ended with status ${status} after ${costs.length} kinds of input`);
  const perMebibyte = ({ large, bytes }: Cost): number => large / Math.max(1, bytes / MEBIBYTE);
  const over = costs.filter((cost) => perMebibyte(cost) > MAX_SECONDS);
  console.log(
    `${costs.length} kinds of input of about 1 MiB, or of the largest size that is accepted; ${over.length} take more than ${MAX_SECONDS} s of CPU per MiB. The slowest:`,
  );
  for (const cost of costs.toSorted((a, b) => perMebibyte(b) - perMebibyte(a)).slice(0, PRINTED)) {
    const growth = cost.large / cost.small;
    const kilobytes = Math.round(cost.bytes / 1024);
    console.log(`  ${perMebibyte(cost).toFixed(2)} s, ${growth.toFixed(1)} ×  ${cost.is} (${kilobytes} kB)`);
  }
}
