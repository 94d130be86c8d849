import * as z from 'zod';
import { type Instant, instantAt, laterBy } from './instant.ts';

const DAY_SECONDS = 86_400;

/** The default: thirteen months, so that the same month of the year before can be looked up. */
const DEFAULT_DAYS = 400;
/** Dead letters and backfills need the receipts of 14 days, and a person may be away for two more weeks. */
const LEAST_DAYS = 30;
const MOST_DAYS = 36_500;

const days = z.int().min(LEAST_DAYS).max(MOST_DAYS);

/** How many days rows of the table are kept, as wiredesk.yaml states it. */
export const retentionEntrySchema = z.strictObject({
  /** Receipts and the outcomes of their items. */
  receiptsDays: days.default(DEFAULT_DAYS),
  /** The logs of the feeds, from which `article reach` knows when an article left a feed. */
  logsDays: days.default(DEFAULT_DAYS),
});

/** As stored. Unlike the file it may have a number of days that only a newer version accepts. */
export const retentionSchema = z.looseObject({ receiptsDays: z.number(), logsDays: z.number() });
export type Retention = z.infer<typeof retentionEntrySchema>;

export const DEFAULT_RETENTION: Retention = { receiptsDays: DEFAULT_DAYS, logsDays: DEFAULT_DAYS };
/** Keeps everything: for a retention that is not understood, because a row that is removed does not come back. */
export const KEEP_ALL: Retention = { receiptsDays: Infinity, logsDays: Infinity };

/**
 * When a row may be removed, in seconds since 1970; undefined: never. It is kept for `keptDays` days after `since`, the
 * instant of what it records, and for at least 30 days after it is written at `now`. Otherwise the outcome of an old
 * submission that is read again would be removed at once.
 */
export function expiryOf(
  { since, now }: { since: Instant; now: Date },
  keptDays: number,
): number | undefined {
  if (!Number.isFinite(keptDays)) return undefined;
  const least = instantAt(now.getTime() + LEAST_DAYS * DAY_SECONDS * 1000);
  const wanted = laterBy(since, (keptDays * DAY_SECONDS) / 60);
  return Math.ceil(Date.parse(wanted > least ? wanted : least) / 1000);
}
