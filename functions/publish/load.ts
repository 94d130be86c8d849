import { UndecodableError } from '../../shared/contract/stored/decode.ts';
import type { Readable } from '../../shared/contract/stores.ts';
import type { ArticleContent, Head, Revision } from '../../shared/domain/article.ts';
import type { Feed } from '../../shared/domain/feed.ts';
import type { ArticleId, FeedId } from '../../shared/domain/identity.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { ManifestEntry } from '../../shared/domain/manifest.ts';
import type { PublishServices } from './services.ts';
import {
  type DelayedHead,
  delayedHeads,
  type FeedHeads,
  headsAsReleased,
  type History,
  releasedRevisions,
} from './rules/delayed-heads.ts';
import { documentKeys } from './rules/documents.ts';
import { type Material, renderItems } from './rules/items.ts';

type Articles = PublishServices['articles'];

/** How many revisions one read returns. An article with more revisions needs another read. */
const REVISIONS_PER_READ = 10;

/** The ETags of a feed's stored documents by key; undefined for a document that is not there. */
export async function loadEtags(
  feed: FeedId,
  documents: PublishServices['documents'],
): Promise<ReadonlyMap<string, string | undefined>> {
  const pairs = documentKeys(feed).map(async (key) => [key, await documents.etag(key)] as const);
  return new Map(await Promise.all(pairs));
}

export interface ReleasedHeads extends FeedHeads {
  /** Why the history of an article cannot be read, by article. */
  unreadable: Map<ArticleId, string>;
}

/** The heads with the feed's delay applied (delayed-heads.ts). Without a delay nothing is read. */
export async function loadReleased(
  heads: ReadonlyMap<ArticleId, Head>,
  { feed, now }: { feed: Feed; now: Instant },
  articles: Articles,
): Promise<ReleasedHeads> {
  const delayed = delayedHeads(heads, feed, now);
  const histories = new Map<ArticleId, History>();
  const unreadable = new Map<ArticleId, string>();
  for (const one of delayed) {
    if (one.firstRelease > now) continue;
    const history = await loadHistory(one, { feed, now }, articles);
    histories.set(one.head.article, history);
    if (history.unreadable !== undefined) unreadable.set(one.head.article, history.unreadable);
  }
  return { ...headsAsReleased(heads, delayed, histories), unreadable };
}

async function loadHistory(
  { head }: DelayedHead,
  { feed, now }: { feed: Feed; now: Instant },
  articles: Articles,
): Promise<History> {
  const { article } = head;
  const { terms } = feed;
  try {
    const history = releasedRevisions(await allRevisions(article, articles), { head, terms }, now);
    const [newest] = history.released;
    if (newest === undefined) return history;
    const { found, unreadable } = await articles.readableContents([newest]);
    const content = found.get(article);
    if (content !== undefined) return { ...history, content };
    return { released: [], unreadable: unreadable.get(article) ?? NO_CONTENTS };
  } catch (error) {
    if (!(error instanceof UndecodableError)) throw error;
    return { released: [], unreadable: error.message };
  }
}

async function allRevisions(article: ArticleId, articles: Articles): Promise<Revision[]> {
  const revisions: Revision[] = [];
  for (;;) {
    const page = await articles.revisions(article, REVISIONS_PER_READ, revisions.at(-1)?.version);
    revisions.push(...page);
    if (page.length < REVISIONS_PER_READ) return revisions;
  }
}

const NO_CONTENTS = 'the contents are missing';

/**
 * The contents of the first entries, until there are as many items as the feed shows. `found` and `unreadable` have
 * what `renderItems` needs to know about each entry.
 */
export async function loadContents(
  entries: readonly ManifestEntry[],
  material: Omit<Material, 'contents'>,
  articles: Articles,
): Promise<Readable<ArticleContent>> {
  const found = new Map<ArticleId, ArticleContent>();
  const unreadable = new Map(material.unreadable);
  for (;;) {
    const { next } = renderItems(entries, { ...material, contents: found, unreadable });
    if (next.length === 0) return { found, unreadable };
    const read = await articles.readableContents(next);
    for (const { article } of next) {
      const content = read.found.get(article);
      if (content === undefined) unreadable.set(article, read.unreadable.get(article) ?? NO_CONTENTS);
      else found.set(article, content);
    }
  }
}
