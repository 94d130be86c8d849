import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { feedsOf } from '../shared/contract/feeds.ts';
import { feedSubject } from '../shared/contract/subject.ts';
import { type Feed, FORMATS, type FormatName, publicPath } from '../shared/domain/feed.ts';
import type { FeedChange, ManifestEntry } from '../shared/domain/manifest.ts';
import { EXIT, Failure } from './failure.ts';
import type { Pipeline } from './pipeline.ts';

export interface FeedRow {
  channel: string;
  feed: string;
  items: number;
  updated: string | null;
  /** Whether the documents of the last commit are in place. */
  settled: boolean;
  addresses: Record<FormatName, string>;
  /** Since when it is held because too much would vanish at once. */
  held: string | null;
}

/** All public feeds, by way of the configuration and each feed's FEED#{id} / STATE row. */
export async function listFeeds(pipeline: Pipeline): Promise<FeedRow[]> {
  const configuration = await pipeline.configuration.current();
  if (configuration === undefined) return [];
  return Promise.all(feedsOf(configuration).map((feed) => rowOf(feed, configuration.feedsUrl, pipeline)));
}

async function rowOf(feed: Feed, feedsUrl: string, { feeds }: Pipeline): Promise<FeedRow> {
  const state = await feeds.state(feed.id);
  return {
    channel: feed.channel.id,
    feed: feed.id,
    items: state?.manifest.filter(({ shown }) => shown).length ?? 0,
    updated: state?.updated ?? null,
    settled: state === undefined || state.settled === state.rev,
    addresses: addressesOf(feed.channel.id, feedsUrl),
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
  /** What the last publishes did, newest first. */
  log: FeedChange[];
}

export async function showFeed(pipeline: Pipeline, channel: string): Promise<FeedView> {
  const configuration = await pipeline.configuration.current();
  const feed = configuration && feedsOf(configuration).find((known) => known.channel.id === channel);
  if (configuration === undefined || feed === undefined) {
    throw new Failure(
      `there is no public channel ${channel}`,
      '"wiredesk feed list" shows them.',
      EXIT.usage,
    );
  }
  const manifest = (await pipeline.feeds.state(feed.id))?.manifest ?? [];
  const heads = await pipeline.articles.heads(manifest.map(({ article }) => article));
  return {
    ...(await rowOf(feed, configuration.feedsUrl, pipeline)),
    manifest: manifest.map((entry) => ({
      ...entry,
      headline: heads.get(entry.article)?.current?.facts.headline ?? null,
    })),
    log: await pipeline.feeds.log(feed.id, 10),
  };
}

/** Lets a held feed lose what it is held for. */
export async function releaseFeed(
  pipeline: Pipeline,
  channel: string,
): Promise<{ feed: string; lost: string[] }> {
  const { feed } = await showFeed(pipeline, channel);
  const held = (await pipeline.feeds.state(feed))?.held;
  if (held === undefined)
    throw new Failure(`the feed of ${channel} is not held`, '"wiredesk feed list" shows which are.');
  await pipeline.feeds.release(feed, pipeline.now().toISOString(), userInfo().username);
  await pipeline.work.markDirty(feedSubject(feed), randomUUID());
  return { feed, lost: held.lost };
}
