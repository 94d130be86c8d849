import { type Instant, instantAt } from '../../../shared/domain/instant.ts';
/**
 * Decides what a sweep checks: a few sources, a few feeds and a few hours of receipts, so that no sweep takes long.
 * The sweeps of one round together check every source and every feed.
 */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The shortest duration of a round. With very many sources or feeds, a round takes longer. */
const ROUND_MINUTES = 15;
/** A submission that has no outcome this long after its receipt is lost: all retries take at most five minutes. */
const PROCESSING_TIME = 10 * MINUTE;
const SHORTEST_WINDOW = 120 * MINUTE;

const minutesOf = (now: Date): number => Math.floor(now.getTime() / MINUTE);
const minutesPerRound = (count: number, perMinute: number): number =>
  Math.max(ROUND_MINUTES, Math.ceil(count / perMinute));

/** The sources or feeds that one sweep checks. */
export interface Share<T> {
  members: T[];
  isFirst: boolean;
  /** The first member of the next share; absent from the last share of a round. */
  next?: T;
}

/** The share of `all` for the minute of `now`. A share that one round skips or checks twice does no harm. */
export function shareOf<T>(all: readonly T[], perMinute: number, now: Date): Share<T> {
  const shares = minutesPerRound(all.length, perMinute);
  const size = Math.ceil(all.length / shares);
  const start = (minutesOf(now) % shares) * size;
  const next = all[start + size];
  const members = all.slice(start, start + size);
  return { members, isFirst: start === 0, ...(next !== undefined && { next }) };
}

/** A span of time between two instants, ISO 8601 in UTC. */
export interface TimeWindow {
  from: Instant;
  to: Instant;
}

/**
 * A sweep checks the receipts of a source whose time of receipt is in this window. `count` is the number of sources.
 * In every second round it is the newest window. In the rounds between, the windows go back step by step through one
 * day, because normalise may have failed for hours, and one sweep cannot check all receipts of a busy day. Between
 * two of these rounds a receipt gets older by less than the length of a window, so the windows miss no receipt.
 */
export function windowOf(count: number, perMinute: number, now: Date): TimeWindow {
  const minutes = minutesPerRound(count, perMinute);
  const length = Math.max(SHORTEST_WINDOW, 4 * minutes * MINUTE);
  const olderWindows = Math.max(1, Math.ceil(DAY / length) - 1);
  const round = Math.floor(minutesOf(now) / minutes);
  const windowsAgo = round % 2 === 0 ? 0 : 1 + (((round - 1) / 2) % olderWindows);
  return {
    from: instantAt(now.getTime() - (windowsAgo + 1) * length),
    to: instantAt(now.getTime() - Math.max(windowsAgo * length, PROCESSING_TIME)),
  };
}
