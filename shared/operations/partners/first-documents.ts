import pLimit from 'p-limit';
import type { StoredConfiguration } from '../../contract/configuration.ts';
import { idOfPartnerFeed } from '../../contract/partner-feeds.ts';
import type { FeedId } from '../../domain/identity.ts';
import { markChangedFeeds } from '../configuration/changed-feeds.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Waiting } from '../waiting.ts';

/** How many feed states are read at the same time. */
const CONCURRENCY = 16;
/**
 * How long to wait for the first documents of new feeds. It is enough for two ticks and the publishing after them.
 */
const FIRST_DOCUMENTS_MILLISECONDS = 180_000;

/**
 * Fills the feeds that no address leads to yet, and waits for the documents of those that have none. Returns the feeds
 * that have no documents when the time is up. A feed that has documents but no address may be what a crash left: it is
 * filled again. `read`: the feeds to which addresses lead now.
 */
export async function awaitFirstDocuments(
  { feeds, read }: { feeds: readonly FeedId[]; read: ReadonlySet<FeedId> },
  configuration: StoredConfiguration,
  { pipeline, waiting: { wait, say } }: { pipeline: Pipeline; waiting: Waiting },
): Promise<ReadonlySet<FeedId>> {
  let missing = await withoutDocuments(feeds, pipeline);
  const isNew = new Set([...missing, ...feeds.filter((feed) => !read.has(feed))]);
  if (isNew.size === 0) return new Set();
  const filled = configuration.partnerFeeds.filter((feed) => !isNew.has(idOfPartnerFeed(feed)));
  await markChangedFeeds({ ...configuration, partnerFeeds: filled }, configuration, pipeline);
  if (missing.length === 0) return new Set();
  const allAreThere = async (): Promise<boolean> => {
    missing = await withoutDocuments(missing, pipeline);
    if (missing.length > 0) say(`waiting for the first documents of ${missing.length} feeds`);
    return missing.length === 0;
  };
  return (await wait(allAreThere, FIRST_DOCUMENTS_MILLISECONDS)) ? new Set() : new Set(missing);
}

async function withoutDocuments(
  feeds: readonly FeedId[],
  { feeds: store }: Pick<Pipeline, 'feeds'>,
): Promise<FeedId[]> {
  const limit = pLimit(CONCURRENCY);
  const states = await Promise.all(
    feeds.map((feed) => limit(async () => [feed, await store.readableState(feed)] as const)),
  );
  return states
    .filter(
      ([, state]) =>
        state === undefined ||
        state === 'unreadable' ||
        Object.keys(state.documents).length === 0 ||
        state.settled < state.rev,
    )
    .map(([feed]) => feed);
}
