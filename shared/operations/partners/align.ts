import type { PartnerFeed, StoredConfiguration } from '../../contract/configuration.ts';
import {
  feedOfSubscription,
  idOfPartnerFeed,
  partnerFeedsOf,
  subscriptionName,
} from '../../contract/partner-feeds.ts';
import type { FeedId, PartnerId } from '../../domain/identity.ts';
import type { Partner } from '../../domain/partner.ts';
import { markChangedFeeds } from '../configuration/changed-feeds.ts';
import { readConfiguration, refuseNewer, storeConfiguration } from '../configuration/stored-configuration.ts';
import type { Pipeline } from '../pipeline.ts';
import { failed, type Refusal } from '../result.ts';
import type { Waiting } from '../waiting.ts';
import { changeEdge } from './change-edge.ts';
import { edgeEntries, feedsReadAtEdge } from './edge-entries.ts';
import { awaitFirstDocuments } from './first-documents.ts';

/** How often the work is tried. An attempt fails if somebody else applies a configuration at the same time. */
const ATTEMPTS = 5;

/**
 * Changes the feeds and the partners' entries at the edge so that they match the partners in the table. Returns a
 * failure if no configuration was applied yet, or if every attempt is overtaken by another person's configuration.
 *
 * The work is found by comparing the stored state with the partners, so the next call completes what a crash left
 * undone. The entries of partners and subscriptions whose right has ended are removed from the edge first, before
 * this function waits for documents. An address changes to a new feed only when the new feed's documents exist, and
 * the old feed is removed after that, so a reader always finds documents. An address whose new feed has no documents
 * in time keeps the old feed, and `warn` names the new feed. Each change of an address is recorded in the history of
 * readers (change-edge.ts).
 */
export async function alignPartners(pipeline: Pipeline, waiting: Waiting): Promise<Refusal | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const aligned = await alignOnce(pipeline, waiting);
    if (aligned !== 'overtaken') return aligned === 'done' ? undefined : aligned;
  }
  return failed(
    'configuration-changed',
    'other people are applying configurations at the same time',
    'Repeat the change in a few minutes.',
  );
}

async function alignOnce(pipeline: Pipeline, waiting: Waiting): Promise<'done' | 'overtaken' | Refusal> {
  const [listed, edge, { configuration, etag }] = await Promise.all([
    pipeline.partners.readableList(),
    pipeline.edge.entries(),
    readConfiguration(pipeline),
  ]);
  if (configuration === undefined) {
    return failed(
      'configuration-missing',
      'no configuration has been applied yet',
      'Apply a configuration first.',
    );
  }
  const newer = refuseNewer(configuration);
  if (newer !== undefined) return newer;
  const partners = listed.partners.map(({ partner }) => partner);
  // What the edge has of a partner that cannot be decoded stays, with the feeds that it reads.
  const kept = [...edge].filter(([partner]) => listed.unreadable.includes(partner));
  const withKept = (entries: ReadonlyMap<PartnerId, string>): Map<PartnerId, string> =>
    new Map([...entries, ...kept]);
  const reading = feedsReadAtEdge(edge);
  const old = new Map(configuration.partnerFeeds.map((feed) => [idOfPartnerFeed(feed), feed]));
  const needed = partnerFeedsOf(partners, old, reading);
  const oldAndNeeded = new Map([...old, ...needed]);
  const during = withFeeds(configuration, oldAndNeeded);
  const withoutEndedRights = await changeEdge(
    {
      before: edge,
      after: withKept(edgeEntries(partners, (subscription) => reading.get(subscription))),
    },
    { partners, configuration: during },
    pipeline,
  );
  const stored = await storeFeeds(during, { configuration, etag }, pipeline);
  if (stored === 'refused') return 'overtaken';

  const opening = { feeds: feedsToOpen(partners, reading), read: new Set(reading.values()) };
  const missing = await awaitFirstDocuments(opening, during, { pipeline, waiting });
  const next = withKept(
    edgeEntries(partners, (subscription, feedOfTerms) =>
      missing.has(feedOfTerms) ? reading.get(subscription) : feedOfTerms,
    ),
  );
  await changeEdge(
    { before: withoutEndedRights, after: next },
    { partners, configuration: during },
    pipeline,
  );
  const read = new Set(feedsReadAtEdge(next).values());
  const still = new Map([...oldAndNeeded].filter(([id]) => needed.has(id) || read.has(id)));
  const after = withFeeds(during, still);
  const replaced = await storeFeeds(after, { configuration: during, etag: stored.etag }, pipeline);
  if (replaced === 'refused') return 'overtaken';
  await markChangedFeeds(during, after, pipeline);
  if (missing.size > 0) waiting.warn(unchangedAddresses(missing));
  return 'done';
}

const unchangedAddresses = (missing: ReadonlySet<FeedId>): string =>
  `${missing.size} new feeds have no documents yet (${[...missing].slice(0, 5).join(', ')}), so the addresses that ` +
  'will read them were not changed. Check in the list of feeds that feeds are published, then repeat the change.';

const withFeeds = (
  configuration: StoredConfiguration,
  feeds: ReadonlyMap<FeedId, PartnerFeed>,
): StoredConfiguration => ({ ...configuration, partnerFeeds: [...feeds.values()] });

/** Stores the configuration `after` if its partner feeds differ from those of `before`. Otherwise writes nothing. */
async function storeFeeds(
  after: StoredConfiguration,
  before: { configuration: StoredConfiguration; etag: string | undefined },
  pipeline: Pipeline,
): Promise<{ etag: string | undefined } | 'refused'> {
  const isSame = JSON.stringify(before.configuration.partnerFeeds) === JSON.stringify(after.partnerFeeds);
  return isSame ? { etag: before.etag } : storeConfiguration(after, before.etag, pipeline);
}

/**
 * The feeds that belong to the terms of subscriptions, but to which the edge does not lead these subscriptions yet.
 */
function feedsToOpen(partners: readonly Partner[], reading: ReadonlyMap<string, FeedId>): FeedId[] {
  const feeds = partners
    .filter(({ disabled }) => disabled === undefined)
    .flatMap(({ id, subscriptions }) =>
      subscriptions.map(
        (subscription) => [subscriptionName(id, subscription), feedOfSubscription(id, subscription)] as const,
      ),
    )
    .filter(([subscription, feed]) => reading.get(subscription) !== feed);
  return [...new Set(feeds.map(([, feed]) => feed))];
}
