import type { StoredConfiguration } from '../../contract/configuration.ts';
import { instantAt } from '../../domain/instant.ts';
import type { Pipeline } from '../pipeline.ts';

/** A backfill uses the articles of this many last days. Feeds rarely contain older articles. */
export const BACKFILL_DAYS = 14;
/** A backfill reads at most this many receipts of each source and day: the newest ones. */
const RECEIPTS_PER_DAY = 2000;
const DAY_MILLISECONDS = 86_400_000;

/**
 * Marks the articles of recent receipts as dirty, so that fan-out fills a channel that is new or has a new selector.
 * The sources need not send these articles again. Reads the rows under RECEIPTS#{source}#{day} and does not scan the
 * table.
 */
export async function backfill(
  { sources }: StoredConfiguration,
  { receipts, work, now }: Pick<Pipeline, 'receipts' | 'work' | 'now'>,
  token: string,
): Promise<void> {
  for (const { id } of sources) {
    for (let day = 0; day < BACKFILL_DAYS; day++) {
      const date = instantAt(now().getTime() - day * DAY_MILLISECONDS).slice(0, 10);
      for (const { receipt } of await receipts.list({ source: id, day: date, limit: RECEIPTS_PER_DAY })) {
        for (const { article } of await receipts.items(receipt)) {
          if (article !== undefined) await work.markDirty(article, token);
        }
      }
    }
  }
}
