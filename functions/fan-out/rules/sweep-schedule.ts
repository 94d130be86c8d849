/** Who is looked at when by sweeps, one of which follows each tick: little at a time, all of it again and again. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Each has a turn this often, or as often as so many a minute allow. */
const ROUND_MINUTES = 15;
/** A submission without outcome after this long is no longer on its way: retries take five minutes. */
const PATIENCE = 10 * MINUTE;
const STRETCH = 120 * MINUTE;

const minutesOf = (now: Date): number => Math.floor(now.getTime() / MINUTE);
const turnsOf = (count: number, aMinute: number): number =>
  Math.max(ROUND_MINUTES, Math.ceil(count / aMinute));

export interface Turn<T> {
  those: T[];
  isFirst: boolean;
  /** The first of the next turn; absent from the last. */
  next?: T;
}

/** Those whose turn it is. A turn that is missed or doubled does no harm. */
export function turnOf<T>(all: readonly T[], aMinute: number, now: Date): Turn<T> {
  const turns = turnsOf(all.length, aMinute);
  const size = Math.ceil(all.length / turns);
  const at = (minutesOf(now) % turns) * size;
  const next = all[at + size];
  return { those: all.slice(at, at + size), isFirst: at === 0, ...(next !== undefined && { next }) };
}

/** Instants, ISO 8601 in UTC. */
export interface Stretch {
  from: string;
  to: string;
}

/**
 * What a turn of one of `count` looks through: every other time the newest stretch, else one of the older of a day, for
 * normalising may have been down for hours, and a busy day is too much at once. From one of these turns to the next a
 * receipt ages by less than a stretch, so that none slips through while they go back through the day.
 */
export function stretchOf(count: number, aMinute: number, now: Date): Stretch {
  const turns = turnsOf(count, aMinute);
  const length = Math.max(STRETCH, 4 * turns * MINUTE);
  const older = Math.max(1, Math.ceil(DAY / length) - 1);
  const round = Math.floor(minutesOf(now) / turns);
  const at = round % 2 === 0 ? 0 : 1 + (((round - 1) / 2) % older);
  return {
    from: new Date(now.getTime() - (at + 1) * length).toISOString(),
    to: new Date(now.getTime() - Math.max(at * length, PATIENCE)).toISOString(),
  };
}
