import { feedsOf } from '../../shared/contract/feeds.ts';
import { objectKeys, parseDocumentKey } from '../../shared/contract/keys.ts';
import { feedSubject } from '../../shared/contract/subject.ts';
import type { FeedId } from '../../shared/domain/identity.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import type { Committed } from '../../shared/domain/manifest.ts';
import { subscriptionStanding } from '../../shared/domain/partner.ts';
import type { SweepServices } from './services.ts';
import { mismatchedFeeds } from './rules/mismatched-documents.ts';
import { shareOf, type TimeWindow, windowOf } from './rules/sweep-schedule.ts';

const SOURCES_PER_MINUTE = 1;
/** One sweep looks at this many feeds, because one BatchGetItem request reads at most this many feed states. */
const FEEDS_PER_MINUTE = 100;

/** The minute of each hour in which the sweep looks for subscriptions that end soon. */
const ENDINGS_MINUTE = 15;

/**
 * Finds work that was lost. It sends submissions without an outcome to normalise again: either their event was lost,
 * or normalise failed too often. It marks feeds dirty whose documents differ from those in their state. It also
 * reports subscriptions that end soon. Each sweep looks at only a few sources and feeds, so its duration does not
 * grow with the number of sources and feeds.
 */
export async function sweep(services: SweepServices): Promise<void> {
  const configuration = await services.configuration.current();
  if (configuration === undefined) return;
  const now = services.now();
  const { sources } = configuration;
  const window = windowOf(sources.length, SOURCES_PER_MINUTE, now);
  const { members } = shareOf(sources, SOURCES_PER_MINUTE, now);
  const feeds = feedsOf(configuration).map(({ id }) => id);
  await Promise.all([
    ...members.map(({ id }) => announceUnread(id, window, services)),
    markMismatched(feeds, services),
    warnOfEndings(services),
  ]);
}

async function announceUnread(
  source: string,
  { from, to }: TimeWindow,
  { receipts, normaliseQueue, warn }: SweepServices,
): Promise<void> {
  const unread = await receipts.unread(source, from, to);
  if (unread.length === 0) return;
  warn('submissions have no outcome and are announced again', { source, receipts: unread });
  await normaliseQueue.send(unread.map((receipt) => ({ key: objectKeys.raw(source, receipt) })));
}

async function markMismatched(
  all: readonly FeedId[],
  { feeds, documents, work, now, newId, count }: SweepServices,
): Promise<void> {
  const { members, isFirst, next } = shareOf(all.toSorted(), FEEDS_PER_MINUTE, now());
  const [first] = members;
  if (first === undefined && !isFirst) {
    reportStates([], count);
    return;
  }
  const [committed, etags] = await Promise.all([
    feeds.committed(members),
    // A share is the feeds that one sweep looks at; the shares of one round contain all feeds. List the documents up
    // to the first feed of the next share. So a round sees every document in the bucket, also those of feeds that are
    // no longer configured.
    documents.etags(...objectKeys.documentsBetween(isFirst ? undefined : first, next)),
  ]);
  // Publish cannot work on a feed whose state cannot be read, so it is not asked to.
  reportStates(
    [...committed.values()].filter((state) => state !== 'unreadable'),
    count,
  );
  const mismatched = mismatchedFeeds(members, committed, byFeed(etags));
  await Promise.all(mismatched.map((feed) => work.markDirty(feedSubject(feed), newId())));
}

/**
 * Reports how many of these feeds are held and how many are stopped, 0 too. This is the state and not the event, so the
 * alarms last as long as a feed is held or stopped.
 */
function reportStates(states: readonly Committed[], count: SweepServices['count']): void {
  count('FeedsHeld', states.filter(({ heldSince }) => heldSince !== undefined).length);
  count('GateStops', states.filter(({ stoppedSince }) => stoppedSince !== undefined).length);
}

function byFeed(etags: ReadonlyMap<string, string>): Map<FeedId, Record<string, string>> {
  const found = new Map<FeedId, Record<string, string>>();
  for (const [key, etag] of etags) {
    const feed = parseDocumentKey(key);
    if (feed !== undefined) found.set(feed, { ...found.get(feed), [key]: etag });
  }
  return found;
}

/** Warns the operator before a partner's subscription ends. */
async function warnOfEndings({ partners, now, warn }: SweepServices): Promise<void> {
  if (now().getUTCMinutes() !== ENDINGS_MINUTE) return;
  const instant = instantOf(now());
  const { partners: listed } = await partners.readableList();
  const ending = listed.flatMap(({ partner: { id, disabled, subscriptions } }) =>
    subscriptions
      .filter((one) => disabled === undefined && subscriptionStanding(one, instant) === 'ending')
      .map(({ alias, until }) => ({ subscription: `${id}/${alias}`, until })),
  );
  if (ending.length > 0) warn('subscriptions end soon', { ending }, 'SubscriptionsEnding');
}
