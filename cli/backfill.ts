import type { StoredConfiguration } from '../shared/contract/configuration.ts';
import { BACKFILL_DAYS } from './channel-effects.ts';
import type { Pipeline } from './pipeline.ts';

/** Receipts of a source and day that are looked at, newest first. */
const RECEIPTS_PER_DAY = 2000;
const DAY_MILLISECONDS = 86_400_000;

/**
 * Marks the articles of recent receipts for fan-out, so that a new or widened channel fills without anybody sending
 * them again. They are found through RECEIPTS#{source}#{day}; nothing is scanned.
 */
export async function backfill(
  { sources }: StoredConfiguration,
  { receipts, work, now }: Pick<Pipeline, 'receipts' | 'work' | 'now'>,
  token: string,
): Promise<void> {
  for (const { id } of sources) {
    for (let day = 0; day < BACKFILL_DAYS; day++) {
      const date = new Date(now().getTime() - day * DAY_MILLISECONDS).toISOString().slice(0, 10);
      for (const { receipt } of await receipts.list({ source: id, day: date, limit: RECEIPTS_PER_DAY })) {
        for (const { article } of await receipts.items(receipt)) {
          if (article !== undefined) await work.markDirty(article, token);
        }
      }
    }
  }
}
