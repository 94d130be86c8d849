import { createHash, randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { storedConfiguration, type StoredConfiguration } from '../shared/contract/configuration.ts';
import { feedsOf } from '../shared/contract/feeds.ts';
import { objectKeys } from '../shared/contract/keys.ts';
import { feedSubject } from '../shared/contract/subject.ts';
import type { Feed } from '../shared/domain/feed.ts';
import { laterBy } from '../shared/domain/instant.ts';
import { backfill } from './backfill.ts';
import type { Pipeline } from './pipeline.ts';

/** Feeds written again at once after a change; the others follow, so many a minute, behind whatever is urgent. */
const AT_ONCE = 50;
const PER_MINUTE = 100;

/** What waking feeds needs of a pipeline. */
export type Waking = Pick<Pipeline, 'work' | 'feeds' | 'receipts' | 'now'>;

/** A configuration with the ETag that guards its replacement; both undefined before the first apply. */
export interface VersionedConfiguration {
  configuration: StoredConfiguration | undefined;
  etag: string | undefined;
}

export async function readConfiguration({ rawBucket }: Pipeline): Promise<VersionedConfiguration> {
  const object = await rawBucket.get(objectKeys.configuration);
  const text = object && Buffer.from(object.bytes).toString('utf8');
  return {
    configuration: text === undefined ? undefined : storedConfiguration.parse(JSON.parse(text)),
    etag: object?.etag,
  };
}

/**
 * Puts a configuration in force in the place of the one that was read with this ETag. Gives its own; `refused` if
 * somebody else has put another in force since, which must not be lost.
 */
export async function storeConfiguration(
  configuration: StoredConfiguration,
  etag: string | undefined,
  { rawBucket }: Pipeline,
): Promise<{ etag: string } | 'refused'> {
  const bytes = Buffer.from(JSON.stringify(configuration));
  const object = { bytes, mediaType: 'application/json' };
  const written =
    etag === undefined
      ? await rawBucket.putIfAbsent(objectKeys.configuration, object)
      : await rawBucket.putIfMatch(objectKeys.configuration, object, etag);
  return written === 'refused' ? 'refused' : { etag: `"${createHash('md5').update(bytes).digest('hex')}"` };
}

/**
 * Marks every feed whose documents may read differently, and fills those that are new or select differently. Feeds
 * that come or go are first; many that are only written anew are spread over the minutes to come.
 */
export async function wakeFeeds(
  before: StoredConfiguration | undefined,
  after: StoredConfiguration,
  pipeline: Waking,
): Promise<void> {
  const old = feedsById(before);
  const current = feedsById(after);
  const touched = touchedFeeds(before, after);
  const token = randomBytes(9).toString('base64url');
  const isUrgent = (id: string): boolean => !old.has(id) || !current.has(id);
  const inOrder = touched.toSorted((a, b) => Number(isUrgent(b)) - Number(isUrgent(a)));
  const now = pipeline.now().toISOString();
  for (const [at, id] of inOrder.entries()) {
    const minutes = isUrgent(id) || at < AT_ONCE ? 0 : 1 + Math.floor((at - AT_ONCE) / PER_MINUTE);
    if (minutes === 0) await pipeline.work.markDirty(feedSubject(id), token);
    else await pipeline.work.scheduleDue(laterBy(now, minutes), feedSubject(id));
  }
  if (before !== undefined) await fill(before, old, current, pipeline, token);
}

/** Ids of the feeds whose documents may read differently. */
export function touchedFeeds(before: StoredConfiguration | undefined, after: StoredConfiguration): string[] {
  const imprintChanged = !isDeepStrictEqual(
    [before?.publisher, before?.feedsUrl, before?.sources.map(linkOf)],
    [after.publisher, after.feedsUrl, after.sources.map(linkOf)],
  );
  const old = feedsById(before);
  const current = feedsById(after);
  return [...new Set([...old.keys(), ...current.keys()])].filter(
    (id) => imprintChanged || !isDeepStrictEqual(shownBy(old.get(id)), shownBy(current.get(id))),
  );
}

/** All of a feed that its documents depend on. */
const shownBy = (feed: Feed | undefined): unknown => feed && { ...feed, inherits: undefined };

/**
 * What a new feed shows at first is what other feeds of its channel hold; a channel that has none yet, or selects
 * anew, is filled from the receipts.
 */
async function fill(
  before: StoredConfiguration,
  old: ReadonlyMap<string, Feed>,
  current: ReadonlyMap<string, Feed>,
  pipeline: Waking,
  token: string,
): Promise<void> {
  const kept = [...old.values()];
  const fresh = [...current.values()].filter(({ id }) => !old.has(id));
  const changed = [...current].some(([id, { channel }]) => {
    const was = old.get(id)?.channel;
    return was !== undefined && !isDeepStrictEqual(was.select, channel.select);
  });
  const siblings = new Map(
    fresh.map((feed) => [feed.id, kept.filter(({ channel }) => channel.id === feed.channel.id)]),
  );
  if (changed || [...siblings.values()].some((feeds) => feeds.length === 0)) {
    return backfill(before, pipeline, token);
  }
  const articles = new Set<string>();
  for (const { id } of new Set([...siblings.values()].flat())) {
    for (const { article } of (await pipeline.feeds.state(id))?.manifest ?? []) articles.add(article);
  }
  for (const article of articles) await pipeline.work.markDirty(article, token);
}

const feedsById = (configuration: StoredConfiguration | undefined): Map<string, Feed> =>
  new Map((configuration ? feedsOf(configuration) : []).map((feed) => [feed.id, feed]));

const linkOf = ({ id, link }: { id: string; link?: string }): string => `${id} ${link ?? ''}`;
