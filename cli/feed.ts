import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { StoredConfiguration } from '../shared/contract/configuration.ts';
import { feedsOf } from '../shared/contract/feeds.ts';
import type { LoggedChange } from '../shared/contract/stores.ts';
import { feedOfSubscription, subscriptionName } from '../shared/contract/partner-feeds.ts';
import { feedSubject } from '../shared/contract/subject.ts';
import { type Feed, FORMATS, type FormatName, publicPath } from '../shared/domain/feed.ts';
import type { ManifestEntry } from '../shared/domain/manifest.ts';
import { termsId } from '../shared/domain/terms.ts';
import { EXIT, Failure } from './failure.ts';
import { listPartners } from './partner.ts';
import type { Pipeline } from './pipeline.ts';

export interface FeedRow {
  channel: string;
  feed: string;
  terms: string;
  /** `partner/alias` of each subscription that reads it. */
  readers: string[];
  items: number;
  updated: string | null;
  /** Whether the documents of the last commit are in place. */
  settled: boolean;
  /** Of a public feed; partners' are in "wiredesk partner show". */
  addresses: Record<FormatName, string> | null;
  /** Since when it is held because too much would vanish at once. */
  held: string | null;
}

/** All feeds, by way of the configuration, PARTNERS and each feed's FEED#{id} / STATE row. */
export async function listFeeds(pipeline: Pipeline): Promise<FeedRow[]> {
  const configuration = await pipeline.configuration.current();
  if (configuration === undefined) return [];
  const readers = await readersByFeed(pipeline);
  return Promise.all(feedsOf(configuration).map((feed) => rowOf(feed, configuration, readers, pipeline)));
}

/** Which subscriptions read a feed, by its id. */
export async function readersByFeed(pipeline: Pipeline): Promise<Map<string, string[]>> {
  const readers = new Map<string, string[]>();
  for (const { id, subscriptions } of await listPartners(pipeline)) {
    for (const subscription of subscriptions) {
      const feed = feedOfSubscription(id, subscription);
      const names = readers.get(feed) ?? [];
      names.push(subscriptionName(id, subscription));
      readers.set(feed, names);
    }
  }
  return readers;
}

async function rowOf(
  feed: Feed,
  { feedsUrl }: StoredConfiguration,
  readers: ReadonlyMap<string, string[]>,
  { feeds }: Pipeline,
): Promise<FeedRow> {
  const state = await feeds.state(feed.id);
  const isPublic = feed.terms.audience === 'public';
  return {
    channel: feed.channel.id,
    feed: feed.id,
    terms: termsId(feed.terms),
    readers: readers.get(feed.id) ?? [],
    items: state?.manifest.filter(({ shown }) => shown).length ?? 0,
    updated: state?.updated ?? null,
    settled: state === undefined || state.settled === state.rev,
    addresses: isPublic ? addressesOf(feed.channel.id, feedsUrl) : null,
    held: state?.held?.since ?? null,
  };
}

/** Where a public channel's documents are read. */
export function addressesOf(channel: string, feedsUrl: string): Record<FormatName, string> {
  const base = feedsUrl.replace(/\/$/, '');
  return Object.fromEntries(FORMATS.map((name) => [name, `${base}${publicPath(channel, name)}`])) as Record<
    FormatName,
    string
  >;
}

export interface FeedView extends FeedRow {
  manifest: (ManifestEntry & { headline: string | null })[];
  /** What it is held for: articles that would vanish at once. */
  lost: string[];
  /** What the last publishes did, newest first. */
  log: LoggedChange[];
}

/** A feed by its public channel's id, its own id, or a subscription `partner/alias` that reads it. */
export async function showFeed(pipeline: Pipeline, name: string): Promise<FeedView> {
  const configuration = await pipeline.configuration.current();
  const readers = await readersByFeed(pipeline);
  const feeds = configuration === undefined ? [] : feedsOf(configuration);
  const feed =
    feeds.find(({ channel, terms }) => channel.id === name && terms.audience === 'public') ??
    feeds.find(({ id }) => id === name || readers.get(id)?.includes(name));
  if (configuration === undefined || feed === undefined) {
    throw new Failure(
      `there is no feed ${name}`,
      'Name a public channel, a feed’s id or PARTNER/ALIAS; "wiredesk feed list" shows them.',
      EXIT.usage,
    );
  }
  const state = await pipeline.feeds.state(feed.id);
  const manifest = state?.manifest ?? [];
  const heads = await pipeline.articles.heads(manifest.map(({ article }) => article));
  return {
    ...(await rowOf(feed, configuration, readers, pipeline)),
    manifest: manifest.map((entry) => ({
      ...entry,
      headline: heads.get(entry.article)?.current?.facts.headline ?? null,
    })),
    lost: state?.held?.lost ?? [],
    log: await pipeline.feeds.log(feed.id, 10),
  };
}

/** Lets a held feed lose what it is held for. */
export async function releaseFeed(
  pipeline: Pipeline,
  name: string,
): Promise<{ feed: string; lost: string[] }> {
  const { feed, held, lost } = await showFeed(pipeline, name);
  if (held === null)
    throw new Failure(`the feed ${name} is not held`, '"wiredesk feed list" shows which are.');
  await pipeline.feeds.releaseLosses(feed, pipeline.now().toISOString(), userInfo().username);
  await pipeline.work.markDirty(feedSubject(feed), randomUUID());
  return { feed, lost };
}
