import pLimit from 'p-limit';
import type { Feed } from '../../domain/feed.ts';
import type { ArticleId } from '../../domain/identity.ts';
import { instantAt } from '../../domain/instant.ts';
import { isMeantFor } from '../../domain/lifecycle.ts';
import type { Pipeline } from '../pipeline.ts';

/** A backfill uses the articles of this many last days. Feeds rarely contain older articles. */
export const BACKFILL_DAYS = 14;
/** A backfill reads at most this many receipts of each source and day: the newest ones. */
const RECEIPTS_PER_DAY = 2000;
const DAY_MILLISECONDS = 86_400_000;
/** How many receipts are read, and how many rows are written, at the same time. */
const CONCURRENCY = 16;

/** The parts of a pipeline that a backfill needs. */
export type FillingPipeline = Pick<Pipeline, 'articles' | 'receipts' | 'work' | 'now'>;

/**
 * Marks the articles of recent receipts that are meant for one of the feeds as dirty, so that fan-out fills these
 * feeds. The sources need not send the articles again. Reads the rows under RECEIPTS#{source}#{day} and does not scan
 * the table. An embargo or a hold does not matter here: its end marks the article again.
 */
export async function backfill(
  { feeds, sources }: { feeds: readonly Feed[]; sources: readonly string[] },
  { articles, receipts, work, now }: FillingPipeline,
  token: string,
): Promise<void> {
  const limit = pLimit(CONCURRENCY);
  for (const source of sources) {
    for (let day = 0; day < BACKFILL_DAYS; day++) {
      const date = instantAt(now().getTime() - day * DAY_MILLISECONDS).slice(0, 10);
      const listed = await receipts.list({ source, day: date, limit: RECEIPTS_PER_DAY });
      const items = await limit.map(listed, ({ receipt }) => receipts.items(receipt));
      const found = new Set<ArticleId>(items.flat().flatMap(({ article }) => article ?? []));
      const { found: heads } = await articles.readableHeads([...found]);
      const meant = [...heads.values()].filter((head) => feeds.some((feed) => isMeantFor(head, feed)));
      await limit.map(meant, ({ article }) => work.markDirty(article, token));
    }
  }
}
