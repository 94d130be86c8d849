import pLimit from 'p-limit';
import type { PartnerFeed, StoredConfiguration } from '../shared/contract/configuration.ts';
import {
  feedOfSubscription,
  idOfPartnerFeed,
  partnerFeedsOf,
  subscriptionName,
} from '../shared/contract/partner-feeds.ts';
import type { VersionedPartner } from '../shared/contract/stores.ts';
import type { Partner } from '../shared/domain/partner.ts';
import { readConfiguration, storeConfiguration, wakeFeeds } from './configuration.ts';
import { Failure } from './failure.ts';
import { edgeEntries, readingOf, updateEdge } from './partners-at-edge.ts';
import type { Pipeline } from './pipeline.ts';
import type { Working } from './wait.ts';

/** Writes at a time, to the table. */
const CONCURRENCY = 16;
/** How long a new feed may take to its first documents: two ticks and their work. */
const PATIENCE_MILLISECONDS = 180_000;

/** Writes the partners that differ. Throws a Failure if somebody else has changed one meanwhile. */
export async function storePartners(
  before: readonly VersionedPartner[],
  after: readonly Partner[],
  { partners }: Pipeline,
): Promise<void> {
  const known = new Map(before.map((one) => [one.partner.id, one]));
  const wanted = new Set(after.map(({ id }) => id));
  const limit = pLimit(CONCURRENCY);
  const written = await Promise.all([
    ...after.map((partner) =>
      limit(() => {
        const old = known.get(partner.id);
        const isSame = old !== undefined && JSON.stringify(old.partner) === JSON.stringify(partner);
        return isSame ? 'written' : partners.put(partner, old?.token ?? 0);
      }),
    ),
    ...before
      .filter(({ partner }) => !wanted.has(partner.id))
      .map(({ partner, token }) => limit(() => partners.remove(partner.id, token))),
  ]);
  if (written.includes('refused')) {
    throw new Failure('somebody else has changed partners at this moment', 'Look at them and try again.');
  }
}

/** How often a run starts over when somebody else has applied a configuration meanwhile. */
const ATTEMPTS = 5;

/**
 * Brings the feeds and the edge into line with the partners in the table. A crash on the way is made good by the next
 * call, for all is found by comparing. What somebody may no longer read goes first, whatever else has to be waited
 * for. An address changes feeds only once the new one's documents are there, and the old one's go after that: no
 * reader finds nothing in between. Addresses that could not change in time stay as they are, and `warn` names them.
 */
export async function bringIntoLine(pipeline: Pipeline, working: Working): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if ((await align(pipeline, working)) === 'done') return;
  }
  throw new Failure('others keep applying configurations at this moment', 'Do the same again in a while.');
}

async function align(pipeline: Pipeline, working: Working): Promise<'done' | 'overtaken'> {
  const [listed, edge, { configuration, etag }] = await Promise.all([
    pipeline.partners.list(),
    pipeline.edge.entries(),
    readConfiguration(pipeline),
  ]);
  if (configuration === undefined) {
    throw new Failure('nothing has been applied yet', 'Run "wiredesk apply wiredesk.yaml" first.');
  }
  const partners = listed.map(({ partner }) => partner);
  const reading = readingOf(edge);
  const asNow = await updateEdge(
    edge,
    edgeEntries(partners, (name) => reading.get(name)),
    pipeline,
  );
  const old = new Map(configuration.partnerFeeds.map((feed) => [idOfPartnerFeed(feed), feed]));
  const needed = partnerFeedsOf(partners, old, reading);
  const both = new Map([...old, ...needed]);
  const during = withFeeds(configuration, both);
  const stored = await replace(configuration, during, etag, pipeline);
  if (stored === 'refused') return 'overtaken';

  const missing = await openFeeds(changing(partners, reading), during, pipeline, working);
  const next = edgeEntries(partners, (name, wanted) => (missing.has(wanted) ? reading.get(name) : wanted));
  await updateEdge(asNow, next, pipeline);
  const read = new Set(readingOf(next).values());
  const after = withFeeds(during, new Map([...both].filter(([id]) => needed.has(id) || read.has(id))));
  if ((await replace(during, after, stored.etag, pipeline)) === 'refused') return 'overtaken';
  await wakeFeeds(during, after, pipeline);
  if (missing.size > 0) {
    working.warn(
      `${missing.size} new feeds have no documents yet (${[...missing].slice(0, 5).join(', ')}); the addresses that are ` +
        'to read them stay as they were. See that ticks run ("wiredesk feed list"), then do the same again.',
    );
  }
  return 'done';
}

const withFeeds = (
  configuration: StoredConfiguration,
  feeds: ReadonlyMap<string, PartnerFeed>,
): StoredConfiguration => ({ ...configuration, partnerFeeds: [...feeds.values()] });

async function replace(
  before: StoredConfiguration,
  after: StoredConfiguration,
  etag: string | undefined,
  pipeline: Pipeline,
): Promise<{ etag: string | undefined } | 'refused'> {
  const isSame = JSON.stringify(before.partnerFeeds) === JSON.stringify(after.partnerFeeds);
  return isSame ? { etag } : storeConfiguration(after, etag, pipeline);
}

/** Feeds that an address is to read and does not read yet. */
function changing(partners: readonly Partner[], reading: ReadonlyMap<string, string>): string[] {
  const feeds = partners
    .filter(({ disabled }) => disabled === undefined)
    .flatMap(({ id, subscriptions }) =>
      subscriptions.map((one) => [subscriptionName(id, one), feedOfSubscription(id, one)] as const),
    )
    .filter(([name, feed]) => reading.get(name) !== feed);
  return [...new Set(feeds.map(([, feed]) => feed))];
}

/** Has the feeds that have no documents yet written, and gives those that still have none when patience ends. */
async function openFeeds(
  feeds: readonly string[],
  configuration: StoredConfiguration,
  pipeline: Pipeline,
  { wait, say }: Working,
): Promise<ReadonlySet<string>> {
  let missing = await withoutDocuments(feeds, pipeline);
  if (missing.length === 0) return new Set();
  const isMissing = new Set(missing);
  const known = configuration.partnerFeeds.filter((feed) => !isMissing.has(idOfPartnerFeed(feed)));
  await wakeFeeds({ ...configuration, partnerFeeds: known }, configuration, pipeline);
  const allThere = async (): Promise<boolean> => {
    missing = await withoutDocuments(missing, pipeline);
    if (missing.length > 0) say(`waiting for the first documents of ${missing.length} feeds`);
    return missing.length === 0;
  };
  return (await wait(allThere, PATIENCE_MILLISECONDS)) ? new Set() : new Set(missing);
}

async function withoutDocuments(feeds: readonly string[], { feeds: store }: Pipeline): Promise<string[]> {
  const limit = pLimit(CONCURRENCY);
  const states = await Promise.all(
    feeds.map((feed) => limit(async () => [feed, await store.state(feed)] as const)),
  );
  return states
    .filter(
      ([, state]) =>
        state === undefined || Object.keys(state.documents).length === 0 || state.settled < state.rev,
    )
    .map(([feed]) => feed);
}
