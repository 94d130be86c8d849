import {
  type Article,
  type Decided,
  isWithheld,
  newestOf,
  type Revision,
  standingAt,
  type Story,
  untilOf,
} from './story.ts';

/**
 * What the README and the pages in `docs` promise about feeds, in simple code: everything is computed from all
 * operations so far and the instant, and nothing is kept between two instants. Instants are milliseconds since 1970.
 */

/** The forms of selectors that the model plays (docs/selectors.md). */
export type ChannelSelector =
  | { all: ChannelSelector[] }
  | { any: ChannelSelector[] }
  | { not: ChannelSelector }
  | { source: string }
  | { subject: string }
  | { urgency: number }
  | { words: string };

export interface Channel {
  id: string;
  items: number;
  select: ChannelSelector;
}

export interface Subscription {
  alias: string;
  channel: string;
  delay: number;
  territory: readonly string[];
  until?: number | undefined;
}

export interface Token {
  token: string;
  until?: number | undefined;
}

export interface Reader {
  id: string;
  disabled: boolean;
  tokens: Token[];
  subscriptions: Subscription[];
}

/** A sender: how its revisions are ordered, and the countries for which its stories are cleared. */
export interface Sender {
  id: string;
  format: 'ninjs' | 'jsonfeed';
  /** The time zone of its dates without a zone, if one is configured. */
  zone?: string;
  order: 'arrival' | 'version' | 'versioncreated';
  territory: readonly string[];
  disabled: boolean;
  tokens: Token[];
}

export interface Model {
  channels: Channel[];
  readers: Reader[];
  senders: Sender[];
  articles: Map<string, Article>;
}

/** An item of a feed as a reader sees it. */
export interface Item {
  title: string;
  published: number;
  updated: number;
}

/** What decides what a feed shows: a channel, and the subscription if the feed is not public. */
export interface FeedOf {
  channel: string;
  reader?: string;
  subscription?: Subscription;
}

const works = (tokens: readonly Token[], token: string, now: number): boolean =>
  tokens.some((one) => one.token === token && (one.until === undefined || now < one.until));

/** Ingest answers 401 without a right token and while the source is disabled. */
export const sendStatus = (sender: Sender, token: string, now: number): 202 | 401 =>
  !sender.disabled && works(sender.tokens, token, now) ? 202 : 401;

/** docs/partners.md: "Without a good token 401 … with a good token, every address that is not its own 404". */
export function readStatus(reader: Reader, request: { token: string; alias: string }, now: number): number {
  if (reader.disabled || !works(reader.tokens, request.token, now)) return 401;
  const subscription = reader.subscriptions.find(({ alias }) => alias === request.alias);
  if (subscription === undefined) return 404;
  return subscription.until !== undefined && subscription.until <= now ? 404 : 200;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? [];

function selects(select: ChannelSelector, story: Story): boolean {
  if ('all' in select) return select.all.every((part) => selects(part, story));
  if ('any' in select) return select.any.some((part) => selects(part, story));
  if ('not' in select) return !selects(select.not, story);
  if ('source' in select) return story.source === select.source;
  if ('subject' in select) return story.subject === select.subject;
  if ('urgency' in select) return story.urgency !== undefined && story.urgency <= select.urgency;
  const headline = new Set(wordsOf(story.headline.slice(0, 120)));
  return wordsOf(select.words).every((word) => headline.has(word));
}

/** The later of the decisions about any of these targets. */
const latest = (article: Article, register: string, targets: readonly string[]): Decided | undefined =>
  targets
    .flatMap((target) => article.decisions.get(`${register}:${target}`) ?? [])
    .toSorted((a, b) => b.at - a.at)[0];

/** Whether the feed may take the article in: territory, then withdrawals, then include and exclude, then selector. */
function isChosen(
  model: Model,
  { article, revision }: { article: Article; revision: Revision | undefined },
  feed: FeedOf,
): boolean {
  const cleared = model.senders.find(({ id }) => id === article.source)?.territory ?? [];
  const read = feed.subscription?.territory ?? [];
  if (cleared.length > 0 && (read.length === 0 || !read.every((country) => cleared.includes(country))))
    return false;
  const channel = model.channels.find(({ id }) => id === feed.channel);
  const own = feed.subscription === undefined ? [] : [`${feed.reader}/${feed.subscription.alias}`];
  const wide = [feed.channel];
  const isWithdrawn = (targets: readonly string[]): boolean =>
    latest(article, 'withdrawal', targets)?.action === 'withdraw';
  if (isWithdrawn(own) || isWithdrawn(wide)) return false;
  for (const targets of [own, wide]) {
    const selection = latest(article, 'selection', targets)?.action;
    if (selection === 'include') return true;
    if (selection === 'exclude') return false;
  }
  return channel !== undefined && revision !== undefined && selects(channel.select, revision.story);
}

/**
 * The revision that the feed shows: without a delay the newest one; with a delay the newest one of those whose receipt
 * and embargo are older than the delay, or nothing if the feed does not select this one (ADR 0008).
 */
function shownRevision(
  article: Article,
  { delay, now, isChosen }: { delay: number; now: number; isChosen: (revision: Revision) => boolean },
): Revision | undefined {
  const newest = newestOf(article);
  if (delay === 0 || newest === undefined) return newest;
  const embargo = untilOf(article, newest) ?? 0;
  const released = article.revisions
    .filter(
      (revision) => !isWithheld(article, revision) && Math.max(revision.received, embargo) + delay <= now,
    )
    .at(-1);
  return released !== undefined && isChosen(released) ? released : undefined;
}

const dateOf = ({ story, received }: Revision): number =>
  Math.min(story.made ?? story.published ?? received, received);

/** The date that a version states, if it is later than the date of the version that it replaced; else its receipt. */
function changedAt({ revisions }: Article, revision: Revision): number {
  const replaced = revisions[revisions.indexOf(revision) - 1];
  const isLater = replaced === undefined || dateOf(revision) > dateOf(replaced);
  return isLater ? dateOf(revision) : revision.received;
}

/**
 * Everything that the feed may show, newest release first; those beyond its length are in the reserve. "Items with
 * equal dates are shown in the order of the submission, the first item first" (docs/sources.md).
 */
export function candidates(model: Model, feed: FeedOf, now: number): (Item & { article: Article })[] {
  const delay = feed.subscription?.delay ?? 0;
  const found = [...model.articles.values()].flatMap((article) => {
    const mayShow = (revision: Revision | undefined): boolean => isChosen(model, { article, revision }, feed);
    if (standingAt(article, now) !== 'usable' || !mayShow(newestOf(article))) return [];
    const revision = shownRevision(article, { delay, now, isChosen: mayShow });
    if (revision === undefined) return [];
    const dates = article.revisions
      .slice(0, article.revisions.indexOf(revision) + 1)
      .map(({ story, received }) => story.made ?? received);
    // A date in the future begins an embargo; the story is not dated later than its receipt.
    const created = Math.min(revision.story.published ?? Math.min(...dates), revision.received);
    const newest = newestOf(article) ?? revision;
    const release = Math.max(created, untilOf(article, newest) ?? 0);
    const [first = revision] = article.revisions.toSorted((a, b) => a.received - b.received);
    const place = { received: first.received, item: Number(first.receipt.split(' ')[1]) };
    const updated = Math.max(release, changedAt(article, revision));
    return [{ title: revision.story.headline, published: release, updated, place, article }];
  });
  return found.toSorted(
    (a, b) => b.published - a.published || b.place.received - a.place.received || a.place.item - b.place.item,
  );
}

export function itemsOf(model: Model, feed: FeedOf, now: number): Item[] {
  const length = model.channels.find(({ id }) => id === feed.channel)?.items ?? 0;
  return candidates(model, feed, now)
    .slice(0, length)
    .map(({ title, published, updated }) => ({ title, published, updated }));
}
