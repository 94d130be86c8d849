import * as z from 'zod';
import { type Instant, instantAt } from './instant.ts';

/**
 * How many submissions a source may send in an hour if its entry names no number: more than a large newsroom sends in
 * a whole day (50,000), and a sixth of what the ingest API takes from all senders in an hour.
 */
export const DEFAULT_QUOTA = 60_000;
/** The ingest API takes 100 requests a second, so a larger quota than this would limit nothing. */
const LARGEST_QUOTA = 360_000;

/** Submissions in an hour. No 0, which could be read as "nothing" and as "without a limit". */
export const quotaSchema = z.int().min(1).max(LARGEST_QUOTA);

const HOUR_MILLISECONDS = 3_600_000;
/** A count is kept for two days after its hour, so that a person can look at it. */
const KEPT_HOURS = 49;

/** A whole hour of the clock, in UTC. */
export interface Hour {
  /** Its first instant. */
  from: Instant;
  /** Its end, which does not belong to it. */
  to: Instant;
}

/** The hour to which this instant belongs. */
export function hourOf(now: Date): Hour {
  const from = Math.floor(now.getTime() / HOUR_MILLISECONDS) * HOUR_MILLISECONDS;
  return { from: instantAt(from), to: instantAt(from + HOUR_MILLISECONDS) };
}

/** The number of submissions that this source may send in an hour. */
export const quotaOf = ({ quota }: { quota?: number }): number => quota ?? DEFAULT_QUOTA;

/** The seconds from `now` to the end of the hour, rounded up: at least 1. */
export const secondsLeft = ({ to }: Hour, now: Date): number =>
  Math.max(1, Math.ceil((Date.parse(to) - now.getTime()) / 1000));

/** When the count of an hour may be removed, in seconds since 1970. */
export const countExpires = ({ from }: Hour): number =>
  Math.floor(Date.parse(from) / 1000) + KEPT_HOURS * 3600;
