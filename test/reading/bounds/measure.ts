import { readSubmission } from '../../../shared/reading/read.ts';
import { asInstant } from '../../support/ids.ts';
import { HOSTILE } from './hostile.ts';

/** Seconds of CPU that one kind of input takes in two sizes: `small` for `fewer` bytes, `large` for `bytes`. */
export interface Cost {
  is: string;
  fewer: number;
  bytes: number;
  small: number;
  large: number;
}

const DEFAULTS = {
  language: 'en',
  boilerplate: [],
  base: 'https://example.com/',
  receivedAt: asInstant('2026-11-23T00:00:00.000Z'),
};

/**
 * The program `measure.ts FROM TO BYTES`. It reads the kinds of input with the numbers FROM to TO - 1, each in two
 * sizes: BYTES, and a fourth of BYTES. It prints the CPU time of each reading.
 */
const [from = 0, to = HOSTILE.length, bytes = 128 * 1024] = process.argv.slice(2).map(Number);
for (const { is, type, make, most = Infinity } of HOSTILE.slice(from, to)) {
  // Print the name before the input is read, so that the last line names the input that ended the process.
  process.stdout.write(`${JSON.stringify({ is })}\n`);
  const seconds = [bytes / 4, bytes].map((size) => {
    const input = make(Math.min(size, most));
    const started = process.cpuUsage();
    readSubmission({ bytes: input, mediaType: type }, DEFAULTS);
    const { user, system } = process.cpuUsage(started);
    return { bytes: input.length, cost: (user + system) / 1e6 };
  });
  const [small, large] = seconds;
  const cost: Cost = {
    is,
    fewer: small?.bytes ?? 0,
    bytes: large?.bytes ?? 0,
    small: small?.cost ?? 0,
    large: large?.cost ?? 0,
  };
  process.stdout.write(`${JSON.stringify(cost)}\n`);
}
