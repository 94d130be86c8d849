import type { Head, SelectorFacts } from '../../../shared/domain/article.ts';
import { type Selector, subjectsOf } from '../../../shared/domain/channel.ts';
import { type Feed, targetsOf } from '../../../shared/domain/feed.ts';
import type { FeedId } from '../../../shared/domain/identity.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { firstReleasedFor, isMeantFor, standing } from '../../../shared/domain/lifecycle.ts';

/** Finds the feeds that may show an article, without checking every feed. */
export interface FeedIndex {
  targets(head: Head, now: Instant): Targets;
  /** All feeds. */
  all: readonly FeedId[];
  /** The feeds that took over an address of a feed. They have to withdraw what that feed showed there. */
  heirs(feed: FeedId): readonly FeedId[];
}

export interface Targets {
  /** Feeds that may show the article now. */
  feeds: FeedId[];
  /** Instants at which feeds with a delay may show the article for the first time. */
  due: Instant[];
}

/**
 * Indexes feeds by keys. A key is a fact, such as `source desk`, and a selector has keys if it can only select
 * articles that have one of these facts. So only two kinds of feeds may select an article: feeds that have a key in
 * common with the article, and feeds whose selector has no keys.
 */
export function indexFeeds(feeds: readonly Feed[]): FeedIndex {
  const byKey = new Map<string, Feed[]>();
  const byTarget = new Map<string, Feed[]>();
  const heirs = new Map<FeedId, FeedId[]>();
  const withoutKeys: Feed[] = [];
  const add = (map: Map<string, Feed[]>, key: string, feed: Feed): void => {
    const list = map.get(key);
    if (list) list.push(feed);
    else map.set(key, [feed]);
  };
  for (const feed of feeds) {
    for (const target of targetsOf(feed)) add(byTarget, target, feed);
    for (const old of feed.inherits) heirs.set(old, [...(heirs.get(old) ?? []), feed.id]);
    const keys = keysOf(feed.channel.select);
    if (keys === undefined) withoutKeys.push(feed);
    else for (const key of keys) add(byKey, key, feed);
  }
  return {
    all: feeds.map(({ id }) => id),
    heirs: (feed) => heirs.get(feed) ?? [],
    targets(head, now) {
      if (head.current === undefined || standing(head, now) !== 'usable') return { feeds: [], due: [] };
      const included = Object.values(head.decisions ?? {}).flatMap(
        ({ target }) => byTarget.get(target ?? '') ?? [],
      );
      const selected = keysOfArticle(head.current.facts).flatMap((key) => byKey.get(key) ?? []);
      const candidates = new Set([...selected, ...withoutKeys, ...included]);
      const feeds: FeedId[] = [];
      const due = new Set<Instant>();
      for (const feed of candidates) {
        if (!isMeantFor(head, feed)) continue;
        const first = firstReleasedFor(head, feed) ?? now;
        if (first > now) due.add(first);
        else feeds.push(feed.id);
      }
      return { feeds, due: [...due] };
    },
  };
}

/** The keys of a selector: it selects only articles that have one of them. Undefined if it may select any article. */
function keysOf(selector: Selector): string[] | undefined {
  if ('all' in selector) return narrowest(selector.all.map(keysOf));
  if ('any' in selector) {
    const parts = selector.any.map(keysOf);
    return parts.every((keys) => keys !== undefined) ? parts.flat() : undefined;
  }
  if ('source' in selector) return [`source ${selector.source}`];
  if ('subject' in selector) return [`subject ${selector.subject.toLowerCase()}`];
  if ('genre' in selector) return [`genre ${selector.genre.toLowerCase()}`];
  if ('place' in selector) return [`place ${selector.place.toLowerCase()}`];
  if ('notUnderstood' in selector) return [];
  if ('language' in selector) return [`language ${selector.language.toLowerCase()}`];
  return undefined;
}

/** Kinds of keys, from the kind that the fewest articles share to the kind that the most articles share. */
const KINDS = ['subject', 'place', 'genre', 'source', 'language'];

const breadthOf = (keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + 1 + KINDS.indexOf(key.split(' ', 1)[0] ?? ''), 0);

/**
 * The keys of an `all` selector. An article must match every part of `all`, so the keys of one part are enough: those
 * of the part that probably matches the fewest articles.
 */
function narrowest(parts: readonly (string[] | undefined)[]): string[] | undefined {
  const known = parts.filter((keys) => keys !== undefined);
  return known.toSorted((a, b) => breadthOf(a) - breadthOf(b))[0];
}

function keysOfArticle(facts: SelectorFacts): string[] {
  const { source, language, genres, places } = facts;
  const parts = language.toLowerCase().split('-');
  return [
    `source ${source}`,
    ...parts.map((_, end) => `language ${parts.slice(0, end + 1).join('-')}`),
    ...subjectsOf(facts).map((name) => `subject ${name.toLowerCase()}`),
    ...genres.map((name) => `genre ${name.toLowerCase()}`),
    ...places.map((name) => `place ${name.toLowerCase()}`),
  ];
}
