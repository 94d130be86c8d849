import type { Head } from './article.ts';
import { type Channel, selects } from './channel.ts';
import type { ArticleId } from './identity.ts';
import type { Instant } from './instant.ts';
import { hiddenBy, isClearedFor, isMeantForChannel, isSelectedFor, standing } from './lifecycle.ts';
import { type Code, type Outcome, reasonOf, type ReportedOutcome } from './outcome.ts';
import { type Place, placeIn, type PublishedFeed } from './place-in-feed.ts';

/**
 * The one place where an outcome that people see is derived: on receipts, in lists, in report.json and for an article.
 */

/** The members of a stored item that determine its reported outcome. */
export interface RecordedItem {
  outcome: Outcome;
  code?: Code;
  reason?: string;
  article?: ArticleId;
  version?: string;
}

export interface Reported {
  outcome: ReportedOutcome;
  code?: Code;
  reason?: string;
}

/** What is published: all channels, and all feeds with their states. */
export interface Published {
  channels: readonly Channel[];
  feeds: readonly PublishedFeed[];
}

/** What an outcome is computed from. */
export interface OutcomeFacts {
  item: RecordedItem;
  head: Head | undefined;
  /** Undefined before the first configuration. */
  published: Published | undefined;
  now: Instant;
}

/** Recorded outcomes that depend on what happens to the article later. */
const MAY_CHANGE: readonly Outcome[] = ['stored', 'withheld', 'unrouted'];

/**
 * The outcome of an item at `now`. The stored outcome was true when it was stored. Whether the article was published
 * or killed later, and why no feed shows it, follows from its head, the channels and the feeds.
 */
export function reportedOutcome({ item, head, published, now }: OutcomeFacts): Reported {
  const { outcome, code, reason } = item;
  const recorded = { outcome, ...(code && { code }), ...(reason !== undefined && { reason }) };
  if (outcome === 'erased') return coded('erased', 'ERASED');
  if (head === undefined || outcome === 'rejected') return recorded;
  const standingNow = standing(head, now);
  if (standingNow === 'erased') return coded('erased', 'ERASED');
  if (standingNow === 'killed') return killed(head);
  if (!MAY_CHANGE.includes(outcome) || item.version === undefined) return recorded;
  if (item.version !== head.current?.version) return coded('superseded', 'OLDER_VERSION');
  const hidden = hiddenBy(head, now);
  if (hidden !== undefined) return coded('withheld', hidden.code, hidden.detail);
  return published === undefined ? recorded : inFeeds(head, published, now);
}

/** The outcome of an article: that of the item which sent its current revision. */
export function outcomeOfArticle(head: Head, published: Published | undefined, now: Instant): Reported {
  const { article, current } = head;
  const item: RecordedItem =
    current === undefined
      ? { outcome: 'decided', article }
      : { outcome: 'stored', article, version: current.version };
  return reportedOutcome({ item, head, published, now });
}

function inFeeds(head: Head, { channels, feeds }: Published, now: Instant): Reported {
  if (feeds.some((feed) => placeIn(feed, head, now).place === 'shown')) return { outcome: 'published' };
  const selecting = feeds.filter(({ feed }) => isSelectedFor(head, feed));
  if (selecting.length === 0) return notSelected(head, { channels, feeds });
  const cleared = selecting.filter(({ feed }) => isClearedFor(head, feed));
  if (cleared.length === 0) return coded('stored', 'NO_TERRITORY', head.current?.facts.territory?.join(', '));
  return outcomeOfPlaces(cleared.map((feed) => placeIn(feed, head, now)));
}

/** Why no feed selects the article. */
function notSelected(head: Head, { channels, feeds }: Published): Reported {
  const selecting = new Set(channels.filter((channel) => takes(channel, head)).map(({ id }) => id));
  const meant = channels.filter((channel) => isMeantForChannel(head, channel));
  if (selecting.size === 0 && meant.length === 0) return coded('unrouted', 'UNROUTED');
  const isTakenOut = meant.length === 0 || feeds.some(({ feed }) => selecting.has(feed.channel.id));
  return coded('stored', isTakenOut ? 'WITHDRAWN' : 'NO_FEED');
}

/** Whether the selector of a channel takes the article. Decisions do not count. */
function takes({ select }: Channel, { current }: Head): boolean {
  return current !== undefined && !('notUnderstood' in select) && selects(select, current.facts);
}

/**
 * The outcome of an article that no document shows, from its places in the feeds that may show it. What a person can
 * change comes first, then what is about to change.
 */
function outcomeOfPlaces(places: readonly Place[]): Reported {
  for (const place of places) {
    if (place.place === 'failed') return coded('withheld', 'RENDER_FAILED', place.reason);
  }
  const has = (name: Place['place']): boolean => places.some(({ place }) => place === name);
  if (has('held')) return coded('stored', 'FEED_HELD');
  if (has('waiting')) return { outcome: 'stored' };
  const [until] = places.flatMap((place) => (place.place === 'delayed' ? [place.until] : [])).toSorted();
  if (until !== undefined) return coded('stored', 'DELAYED', `until ${until}`);
  return coded('stored', 'BEYOND_LENGTH');
}

function killed({ decisions }: Head): Reported {
  const reason = decisions?.['kill']?.reason;
  return { outcome: 'killed', ...(reason !== undefined && { reason }) };
}

function coded(outcome: ReportedOutcome, code: Code, detail?: string): Reported {
  return { outcome, code, reason: reasonOf(code, detail) };
}
