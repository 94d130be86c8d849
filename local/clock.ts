import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Clock {
  now(): Date;
  shift(milliseconds: number): void;
  set(instant: Date): void;
  /** One 64-bit integer: the offset from the machine's clock in milliseconds. The worker threads read it. */
  readonly shared: SharedArrayBuffer;
}

/** The years that an instant can have (shared/domain/instant.ts). The stages would read another time as one of its ends. */
const FIRST = Date.parse('0001-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** Whether the clock can be set to a time, in milliseconds since 1970. False for NaN. */
export const canShow = (milliseconds: number): boolean => milliseconds >= FIRST && milliseconds <= LAST;

/** Opens a clock that differs from the machine's clock by an offset. The state directory keeps the offset. */
export function openClock(stateDir: string, start: Date | undefined): Clock {
  const file = join(stateDir, 'clock.json');
  const shared = new SharedArrayBuffer(8);
  const cell = new BigInt64Array(shared);
  const move = (offset: number): void => {
    Atomics.store(cell, 0, BigInt(Math.round(offset)));
    // Written under another name and then renamed: if the process ends in between, the time before is kept.
    writeFileSync(`${file}.new`, JSON.stringify({ offsetMilliseconds: Math.round(offset) }));
    renameSync(`${file}.new`, file);
  };
  const offset = (): number => Number(Atomics.load(cell, 0));
  move(start ? start.getTime() - Date.now() : storedOffset(file));
  return {
    shared,
    now: () => new Date(Date.now() + offset()),
    shift: (milliseconds) => move(offset() + milliseconds),
    set: (instant) => move(instant.getTime() - Date.now()),
  };
}

function storedOffset(file: string): number {
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as { offsetMilliseconds?: unknown };
    const offset = Number(stored.offsetMilliseconds);
    return canShow(Date.now() + offset) ? offset : 0;
  } catch {
    // The file does not exist yet. Use the time of the machine.
    return 0;
  }
}
