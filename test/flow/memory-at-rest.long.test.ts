import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { NpmStart } from '../support/npm-start.ts';

const npmStart = new NpmStart();
afterAll(() => npmStart.discard());

/** Megabytes of memory that a process has now. Linux only. */
const residentMegabytes = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000;

test.runIf(process.platform === 'linux')(
  'a minute after its start npm start has less than 500 MB, because idle workers have ended',
  async () => {
    const { pid } = await npmStart.start();
    const first = residentMegabytes(pid);
    await expect.poll(() => residentMegabytes(pid), { timeout: 240_000, interval: 1000 }).toBeLessThan(500);
    process.stdout.write(
      `memory: ${Math.round(first)} MB after the start, ${Math.round(residentMegabytes(pid))} MB at rest\n`,
    );
  },
);
