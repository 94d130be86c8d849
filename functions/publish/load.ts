import { DOCUMENTS, type Feed, FORMATS } from '../../shared/domain/feed.ts';
import type { Revision } from '../../shared/domain/article.ts';
import type { FeedState } from '../../shared/domain/manifest.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import type { ArticleId, FeedId } from '../../shared/domain/identity.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { PublishServices } from './services.ts';
import {
  type DelayedHead,
  delayedHeads,
  type FeedHeads,
  headsAsReleased,
  type History,
  releasedRevisions,
} from './rules/delayed-heads.ts';
import { type Documents, documentKeys } from './rules/documents.ts';

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

export interface HeadsWanted {
  feed: Feed;
  state: FeedState | undefined;
  /** Articles that may have changed. The feed may not hold them yet. */
  touched: readonly ArticleId[];
  now: Instant;
}

/** The heads of all articles that the feed holds or may hold, with the feed's delay applied (delayed-heads.ts). */
export async function loadHeads(
  { feed, state, touched, now }: HeadsWanted,
  articles: Articles,
): Promise<FeedHeads> {
  const held = state?.manifest.map(({ article }) => article) ?? [];
  const heads = await articles.heads([...held, ...touched]);
  const delayed = delayedHeads(heads, feed, now);
  const histories = new Map<ArticleId, History>();
  for (const one of delayed) {
    if (one.firstRelease <= now)
      histories.set(one.head.article, await loadHistory(one, { feed, now }, articles));
  }
  return headsAsReleased(heads, delayed, histories);
}

async function loadHistory(
  { head }: DelayedHead,
  { feed, now }: Pick<HeadsWanted, 'feed' | 'now'>,
  articles: Articles,
): Promise<History> {
  const { article } = head;
  const { terms } = feed;
  const history = releasedRevisions(await allRevisions(article, articles), { head, terms }, now);
  const [newest] = history.released;
  if (newest === undefined) return history;
  const content = (await articles.contents([newest])).get(article);
  if (content === undefined)
    throw new Error(`the contents of article ${article}, version ${newest.version}, are missing`);
  return { ...history, content };
}

async function allRevisions(article: ArticleId, articles: Articles): Promise<Revision[]> {
  const revisions: Revision[] = [];
  for (;;) {
    const page = await articles.revisions(article, REVISIONS_PER_READ, revisions.at(-1)?.version);
    revisions.push(...page);
    if (page.length < REVISIONS_PER_READ) return revisions;
  }
}

/** A feed's documents as they are stored. */
export async function loadDocuments(
  feed: FeedId,
  documents: PublishServices['documents'],
): Promise<Documents> {
  const found: Partial<Documents> = {};
  for (const name of FORMATS) {
    const bytes = await documents.get(objectKeys.document(feed, DOCUMENTS[name].file));
    if (bytes === undefined) throw new Error(`the ${name} document of feed ${feed} is missing`);
    found[name] = Buffer.from(bytes).toString('utf8');
  }
  return found as Documents;
}
