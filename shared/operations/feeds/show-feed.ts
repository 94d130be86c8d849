import type { LoggedChange } from '../../contract/stores.ts';
import type { ArticleId } from '../../domain/identity.ts';
import type { ManifestEntry } from '../../domain/manifest.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done } from '../result.ts';
import { feedUnknown, findFeed } from './find-feed.ts';
import { feedRow, type FeedRow } from './list-feeds.ts';
import { readersByFeed } from './readers.ts';

/** How many entries of the log `showFeed` returns, from the newest. */
const PUBLISHES = 10;
/** How many TODO rows `showFeed` reads, from the oldest. */
const TODO_ROWS = 100;

export interface FeedView extends FeedRow {
  manifest: (ManifestEntry & { headline: string | null })[];
  /** The articles because of which the feed is held: without the hold it would lose them. Empty if it is not held. */
  lost: ArticleId[];
  /** Articles that may have changed and that publish has not looked at yet. */
  waiting: ArticleId[];
  /** The newest entries of the feed's log, newest first. */
  log: LoggedChange[];
}

/** Shows a feed. `name`: the id of a public channel, the id of a feed, or a subscription `partner/alias`. */
export async function showFeed(pipeline: Pipeline, name: string): Promise<Done<FeedView>> {
  const configuration = await pipeline.configuration.current();
  const feed = await findFeed(pipeline, name);
  if (configuration === undefined || feed === undefined) return feedUnknown(name);
  const readers = await readersByFeed(pipeline);
  const state = await pipeline.feeds.state(feed.id);
  const manifest = state?.manifest ?? [];
  const { found: heads } = await pipeline.articles.readableHeads(manifest.map(({ article }) => article));
  const waiting = (await pipeline.todo.oldest(feed.id, TODO_ROWS)).flatMap(({ articles }) => articles);
  const { feedsUrl } = configuration;
  return done({
    ...(await feedRow(feed, { feedsUrl, readers }, pipeline)),
    manifest: manifest.map((entry) => ({
      ...entry,
      headline: heads.get(entry.article)?.current?.facts.headline ?? null,
    })),
    lost: state?.held?.lost ?? [],
    waiting: [...new Set(waiting)],
    log: await pipeline.feeds.log(feed.id, PUBLISHES),
  });
}
