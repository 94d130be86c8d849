import pLimit from 'p-limit';
import type { StoredConfiguration } from '../shared/contract/configuration.ts';
import { edgeOverflow, edgeRecord, feedsOfEdgeRecord } from '../shared/contract/edge-record.ts';
import { feedOfSubscription, idOfPartnerFeed, partnerFeedsOf } from '../shared/contract/partner-feeds.ts';
import { subscriptionName } from '../shared/contract/partner-feeds.ts';
import type { VersionedPartner } from '../shared/contract/stores.ts';
import type { Partner } from '../shared/domain/partner.ts';
import { storeConfiguration, wakeFeeds } from './configuration.ts';
import { Failure } from './failure.ts';
import type { Pipeline } from './pipeline.ts';

/** Writes at a time, to the table. */
const CONCURRENCY = 16;
/** How long a new feed may take to its first documents: two ticks and their work. */
const PATIENCE_MILLISECONDS = 180_000;

/** Throws a Failure, naming the partner, if what the edge must know of all these does not fit into its store. */
export function refuseOverflow(partners: readonly Partner[]): void {
  const problem = edgeOverflow(edgeEntries(partners));
  if (problem !== undefined) {
    throw new Failure(problem, 'Use shorter aliases or fewer subscriptions. Nothing was changed.');
  }
}

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

/** Waits until something is so; false if it did not come about in the time. */
export type Wait = (isSo: () => Promise<boolean>, milliseconds: number) => Promise<boolean>;

/**
 * Brings the feeds and the edge into line with the partners in the table. A crash on the way is made good by the next
 * call, for all is found by comparing. An address changes feeds only once the new one's documents are there, and the
 * old one's go after that: no reader finds nothing in between.
 */
export async function bringIntoLine(
  pipeline: Pipeline,
  wait: Wait,
  say: (text: string) => void,
): Promise<void> {
  const [listed, edge, configuration] = await Promise.all([
    pipeline.partners.list(),
    pipeline.edge.entries(),
    pipeline.configuration.current(),
  ]);
  if (configuration === undefined) {
    throw new Failure('nothing has been applied yet', 'Run "wiredesk apply wiredesk.yaml" first.');
  }
  const partners = listed.map(({ partner }) => partner);
  const old = new Map(configuration.partnerFeeds.map((feed) => [idOfPartnerFeed(feed), feed]));
  const needed = partnerFeedsOf(partners, old, readingOf(edge));
  const both = new Map([...old, ...needed]);
  const during = { ...configuration, partnerFeeds: [...both.values()] };
  await replace(configuration, during, pipeline);
  await awaitDocuments([...needed.keys()], pipeline, wait, say);
  await updateEdge(edge, edgeEntries(partners), pipeline);
  await replace(during, { ...configuration, partnerFeeds: [...needed.values()] }, pipeline);
}

async function replace(
  before: StoredConfiguration,
  after: StoredConfiguration,
  pipeline: Pipeline,
): Promise<void> {
  if (JSON.stringify(before.partnerFeeds) === JSON.stringify(after.partnerFeeds)) return;
  await storeConfiguration(after, pipeline);
  await wakeFeeds(before, after, pipeline);
}

async function awaitDocuments(
  feeds: readonly string[],
  { feeds: store }: Pipeline,
  wait: Wait,
  say: (text: string) => void,
): Promise<void> {
  let missing = feeds;
  const limit = pLimit(CONCURRENCY);
  const allThere = async (): Promise<boolean> => {
    const states = await Promise.all(
      missing.map((feed) => limit(async () => [feed, await store.state(feed)] as const)),
    );
    missing = states
      .filter(
        ([, state]) =>
          state === undefined || Object.keys(state.documents).length === 0 || state.settled === 0,
      )
      .map(([feed]) => feed);
    if (missing.length > 0) say(`waiting for the first documents of ${missing.length} feeds`);
    return missing.length === 0;
  };
  if ((await allThere()) || (await wait(allThere, PATIENCE_MILLISECONDS))) return;
  throw new Failure(
    `${missing.length} new feeds have no documents yet: ${missing.slice(0, 5).join(', ')}`,
    'Addresses stay as they were. See that ticks run ("wiredesk feed list"), then do the same again.',
  );
}

/** What the edge has to know of each partner. */
function edgeEntries(partners: readonly Partner[]): Map<string, string> {
  return new Map(
    partners.flatMap((partner) => {
      const bySubscription = new Map(partner.subscriptions.map((one) => [one.alias, one]));
      const record = edgeRecord(partner, (alias) => {
        const subscription = bySubscription.get(alias);
        return subscription && feedOfSubscription(partner.id, subscription);
      });
      return record === undefined ? [] : [[partner.id, record] as const];
    }),
  );
}

/** Which feed each subscription reads at the edge, by its name. */
function readingOf(edge: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...edge].flatMap(([partner, value]) =>
      [...feedsOfEdgeRecord(value)].map(
        ([alias, feed]) => [subscriptionName(partner, { alias }), feed] as const,
      ),
    ),
  );
}

async function updateEdge(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  { edge }: Pipeline,
): Promise<void> {
  const put = new Map([...after].filter(([partner, value]) => before.get(partner) !== value));
  const remove = [...before.keys()].filter((partner) => !after.has(partner));
  if (put.size + remove.length > 0) await edge.update({ put, remove });
}
