import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from '../cli/waiting.ts';

const ROOT = join(import.meta.dirname, '..');
/** The largest allowed memory of `npm start` at rest, in MB. */
const MAX_MEGABYTES = 500;
/** Seconds from the start until the memory is read. Workers without an event end after 20 seconds. */
const REST_SECONDS = 90;
/** The memory is the median of the readings of so many seconds. */
const READINGS = 15;
/** Seconds in which a start must be ready, also on a busy machine. */
const READY_SECONDS = 300;

/**
 * Prints the resident memory of `npm start` when it is ready, and at rest: with the samples published, nothing to do,
 * and a tick every two seconds. Functions and emulators are threads of this one process.
 */
export async function memoryAtRest(): Promise<void> {
  const state = mkdtempSync(join(tmpdir(), 'wiredesk-bench-'));
  const child = spawn(process.execPath, ['cli/start.ts', '--state', state, '--port', '0'], {
    ...{ cwd: ROOT, stdio: 'ignore' },
    // Without this setting it starts itself again with it.
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
  });
  const ended = once(child, 'exit');
  try {
    for (let waited = 0; !existsSync(join(state, 'endpoints.json')); waited += 1) {
      if (child.exitCode !== null || waited > READY_SECONDS)
        throw new Error('npm start did not become ready');
      await pause(1000);
    }
    const ready = megabytes(child.pid);
    await pause(REST_SECONDS * 1000);
    const readings: number[] = [];
    while (readings.length < READINGS) {
      readings.push(megabytes(child.pid));
      await pause(1000);
    }
    const rest = readings.toSorted((a, b) => a - b)[Math.floor(READINGS / 2)] ?? NaN;
    console.log(
      `npm start: ${ready.toFixed(0)} MB when it is ready, ${rest.toFixed(0)} MB at rest (at most ${MAX_MEGABYTES})` +
        (rest > MAX_MEGABYTES ? ' TOO MUCH' : ''),
    );
  } finally {
    child.kill('SIGINT');
    await ended;
    rmSync(state, { recursive: true, force: true });
  }
}

/** The resident memory of a process. Linux has it in a file; other systems have the command `ps`. */
function megabytes(pid = 0): number {
  const file = `/proc/${pid}/status`;
  const kibibytes = existsSync(file)
    ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return (Number(kibibytes) * 1024) / 1e6;
}
