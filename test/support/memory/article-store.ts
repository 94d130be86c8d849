import {
  decodeContent,
  decodeDecision,
  decodeHead,
  decodeMention,
  decodeReach,
  decodeRevision,
  isDecisionOf,
} from '../../../shared/contract/stored/article-rows.ts';
import type { StoredRow } from '../../../shared/contract/stored/decode.ts';
import { readAll, readEach, reachIn } from '../../../shared/contract/stored/readable.ts';
import type { ArticleStore, ContentKey, Readable } from '../../../shared/contract/stores.ts';
import { articleOfKey, tableKeys, tableRanges } from '../../../shared/contract/table-keys.ts';
import type { ArticleContent, Head } from '../../../shared/domain/article.ts';
import type { ArticleId, FeedId } from '../../../shared/domain/identity.ts';
import { MemoryStorage } from './storage.ts';

export function memoryArticleStore(storage = new MemoryStorage()): ArticleStore {
  const revisions = storage.rows(decodeRevision);
  const contents = storage.rows(decodeContentRow);
  const decisions = storage.rows(decodeDecision);
  const heads = storage.rows(decodeHead);
  const mentions = storage.rows(decodeMention);
  const reached = storage.rows((row) => decodeReach(withSet(row)));

  const readHeads = (articles: readonly ArticleId[]): Promise<Readable<Head>> =>
    readEach(heads.stored(articles.map(tableKeys.head)), articleOfKey, (row) => decodeHead(row).head);
  const readContents = (wanted: readonly ContentKey[]): Promise<Readable<ArticleContent>> =>
    readEach(
      contents.stored(wanted.map(({ article, contentHash }) => tableKeys.content(article, contentHash))),
      articleOfKey,
      decodeContentRow,
    );

  const readReach = (articles: readonly ArticleId[]): Promise<Readable<Set<FeedId>>> =>
    reachIn(reached.stored(articles.map(tableKeys.reach)).map(withSet), articles);

  return {
    async putRevision(revision, content) {
      const { article, contentHash, version } = revision;
      contents.add(tableKeys.content(article, contentHash), { content });
      revisions.add(tableKeys.revision(article, version), { revision });
    },
    async revisions(article, limit, before) {
      const newestFirst = revisions.range(tableRanges.revisions(article)).toReversed();
      return newestFirst
        .map(({ revision }) => revision)
        .filter(({ version }) => before === undefined || version < before)
        .slice(0, limit);
    },
    async putDecision(article, decision) {
      const before = tableKeys.decisionBefore(article, decision);
      const isBefore = isDecisionOf(decisions.stored([before])[0], decision);
      decisions.add(isBefore ? before : tableKeys.decision(article, decision), { decision });
    },
    async decisions(article, limit) {
      const latestFirst = decisions.readable(tableRanges.decisions(article)).toReversed();
      return latestFirst.slice(0, limit).map(({ decision }) => decision);
    },
    async noteMention(article, receipt) {
      mentions.set(tableKeys.mention(article, receipt), { receipt });
    },
    contents: async (wanted) => readAll(await readContents(wanted)),
    readableContents: readContents,
    async head(article) {
      const row = heads.get(tableKeys.head(article));
      return { head: row?.head, token: row?.token ?? 0 };
    },
    heads: async (articles) => readAll(await readHeads(articles)),
    readableHeads: readHeads,
    async putHead(head, token) {
      const key = tableKeys.head(head.article);
      if ((heads.get(key)?.token ?? 0) !== token) return 'refused';
      heads.set(key, { head, token: token + 1 });
      return 'written';
    },
    reach: async (articles) => readAll(await readReach(articles)),
    readableReach: readReach,
    async extendReach(article, feeds) {
      if (feeds.length === 0) return;
      const key = tableKeys.reach(article);
      const known = reached.get(key)?.feeds ?? [];
      reached.set(key, { feeds: [...new Set([...known, ...feeds])].toSorted() });
    },
  };
}

const decodeContentRow = ({ pk, sk, content }: StoredRow): ArticleContent =>
  decodeContent(content, `${pk} ${sk}`);

/**
 * A row with its list of feeds as a set. Rows are stored as JSON, which has no sets, so `feeds` is stored as a list.
 */
function withSet(row: StoredRow): StoredRow {
  const { feeds } = row;
  return Array.isArray(feeds) ? { ...row, feeds: new Set<unknown>(feeds) } : row;
}
