import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ArticleContent, Head } from '../domain/article.ts';
import { objectKeys } from '../contract/keys.ts';
import {
  decodeContent,
  decodeDecision,
  decodeHead,
  decodePackedContent,
  decodeRevision,
} from '../contract/stored/article-rows.ts';
import { readAll, readEach, reachIn } from '../contract/stored/readable.ts';
import { type StoredRow, UndecodableError } from '../contract/stored/decode.ts';
import type { ArticleStore, ContentKey, Readable } from '../contract/stores.ts';
import { articleOfKey, type Key, tableKeys, tableRanges } from '../contract/table-keys.ts';
import type { Decision } from '../domain/decision.ts';
import type { ArticleId, FeedId } from '../domain/identity.ts';
import type { Bucket } from './bucket.ts';
import { keyOfDecision } from './key-of-decision.ts';
import { queryEach } from './query-each.ts';
import { ABSENT, pageBefore, type Table, unchangedSince } from './table.ts';

/**
 * The most bytes of contents that are stored in a row; DynamoDB allows 400 kB for a whole row. Larger contents are in
 * the raw bucket, and the row has the object's key.
 */
const INLINE_BYTES = 300_000;
/** A function keeps this many contents in memory between invocations: contents never change. */
const CACHED_CONTENTS = 2000;

export function openArticleStore(table: Table, overflowBucket: Bucket): ArticleStore {
  const cache = new Map<string, ArticleContent>();

  const remember = (key: string, content: ArticleContent): void => {
    if (cache.size >= CACHED_CONTENTS) cache.delete(cache.keys().next().value ?? '');
    cache.set(key, content);
  };

  async function unpack(row: StoredRow): Promise<ArticleContent> {
    const key = `${row.pk} ${row.sk}`;
    const where = decodePackedContent(row);
    const packed = 'packed' in where ? where.packed : (await overflowBucket.get(where.overflow))?.bytes;
    if (packed === undefined)
      throw new UndecodableError(`the contents of ${key} are missing in the raw bucket`);
    const content = decodeContent(unpacked(packed, key), key);
    remember(key, content);
    return content;
  }

  async function readContents(wanted: readonly ContentKey[]): Promise<Readable<ArticleContent>> {
    const cached = new Map<ArticleId, ArticleContent>();
    const missing: Key[] = [];
    for (const { article, contentHash } of wanted) {
      const key = tableKeys.content(article, contentHash);
      const content = cache.get(`${key.pk} ${key.sk}`);
      if (content) cached.set(article, content);
      else missing.push(key);
    }
    const { found, unreadable } = await readEach(await table.getMany(missing), articleOfKey, unpack);
    return { found: new Map([...cached, ...found]), unreadable };
  }

  async function readHeads(articles: readonly ArticleId[]): Promise<Readable<Head>> {
    const rows = await table.getMany([...new Set(articles)].map(tableKeys.head));
    return readEach(rows, articleOfKey, (row) => decodeHead(row).head);
  }

  async function readReach(articles: readonly ArticleId[]): Promise<Readable<Set<FeedId>>> {
    const unique = [...new Set(articles)];
    const rows = await table.getMany(
      unique.flatMap((article) => [tableKeys.reach(article), tableKeys.reachBefore(article)]),
    );
    return reachIn(rows, unique);
  }

  return {
    async putRevision(revision, content) {
      const { article, contentHash } = revision;
      const packed = deflateRawSync(JSON.stringify(content));
      const isInline = packed.length <= INLINE_BYTES;
      const overflow = objectKeys.content(article, contentHash);
      if (!isInline)
        await overflowBucket.putIfAbsent(overflow, { bytes: packed, mediaType: 'application/octet-stream' });
      const where = isInline ? { packed } : { overflow };
      await table.put({ ...tableKeys.content(article, contentHash), ...where }, ABSENT);
      await table.put({ ...tableKeys.revision(article, revision.version), revision }, ABSENT);
    },

    async revisions(article, limit, before) {
      const last = before === undefined ? undefined : tableKeys.revision(article, before);
      const rows = await pageBefore(table, tableRanges.revisions(article, before), { limit, before: last });
      return rows.map((row) => decodeRevision(row).revision);
    },

    async putDecision(article, decision) {
      const key = await keyOfDecision(table, article, decision);
      await table.put({ ...key, decision }, ABSENT);
    },

    async decisions(article, limit) {
      const decode = (row: StoredRow): Decision => decodeDecision(row).decision;
      return queryEach(table, tableRanges.decisions(article), { newestFirst: true, limit, decode });
    },

    async noteMention(article, receipt) {
      await table.put({ ...tableKeys.mention(article, receipt), receipt });
    },

    contents: async (wanted) => readAll(await readContents(wanted)),
    readableContents: readContents,

    async head(article) {
      const row = await table.get(tableKeys.head(article));
      if (row === undefined) return { head: undefined, token: 0 };
      const { head, token } = decodeHead(row);
      return { head, token };
    },

    heads: async (articles) => readAll(await readHeads(articles)),
    readableHeads: readHeads,

    putHead: (head, token) =>
      table.put({ ...tableKeys.head(head.article), head, token: token + 1 }, unchangedSince(token)),

    reach: async (articles) => readAll(await readReach(articles)),
    readableReach: readReach,

    async extendReach(article, feeds) {
      if (feeds.length === 0) return;
      await table.update(tableKeys.reach(article), {
        text: 'ADD feeds :feeds',
        values: { ':feeds': new Set(feeds) },
      });
    },
  };
}

function unpacked(packed: Uint8Array, key: string): unknown {
  try {
    return JSON.parse(inflateRawSync(packed).toString('utf8'));
  } catch {
    // The error of JSON.parse quotes the text, which must not be logged.
    throw new UndecodableError(`the contents of ${key} are not compressed JSON`);
  }
}
