import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { HOSTILE } from './hostile.ts';

const BYTES = 64 * 1024;
/** The largest heap that reading may need: 256 MiB and eight times the size of the input (`BYTES`), rounded up. */
const HEAP_MEBIBYTES = 257;
const AT_A_TIME = 100;
const MEASURE = join(import.meta.dirname, 'measure.ts');

const batches = Array.from({ length: Math.ceil(HOSTILE.length / AT_A_TIME) }, (_, at) => at * AT_A_TIME);

/** These tests check only the memory. `npm run bench -- bounds` measures the time. */
test.concurrent.each(batches)(
  'the 100 hostile inputs from number %i on are read within the memory limit',
  async (from) => {
    const range = [from, from + AT_A_TIME, BYTES].map(String);
    const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MEBIBYTES}`, MEASURE, ...range], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [stdout, [status]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    const last = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as { is?: string };
    // If the process ended early, the last line names the input that ended it.
    expect({ status: status as unknown, last: last.is }).toEqual({
      status: 0,
      last: HOSTILE.slice(from, from + AT_A_TIME).at(-1)?.is,
    });
  },
);
