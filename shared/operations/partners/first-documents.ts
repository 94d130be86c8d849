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
 * Marks the feeds that have no documents yet as dirty, so that the next tick publishes them, and waits for the
 * documents. Returns the feeds that have no documents when the time is up.
 */
export async function awaitFirstDocuments(
  feeds: readonly FeedId[],
  configuration: StoredConfiguration,
  { pipeline, waiting: { wait, say } }: { pipeline: Pipeline; waiting: Waiting },
): Promise<ReadonlySet<FeedId>> {
  let missing = await withoutDocuments(feeds, pipeline);
  if (missing.length === 0) return new Set();
  const isMissing = new Set(missing);
  const written = configuration.partnerFeeds.filter((feed) => !isMissing.has(idOfPartnerFeed(feed)));
  await markChangedFeeds({ ...configuration, partnerFeeds: written }, configuration, pipeline);
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
