import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ArticleContent, Head, Revision } from '../domain/article.ts';
import type { Decision } from '../domain/decision.ts';
import { objectKeys, tableKeys } from '../contract/keys.ts';
import type { ArticleStore, ContentKey } from '../contract/stores.ts';
import type { Bucket } from './bucket.ts';
import { ABSENT, type Row, type Table } from './table.ts';

/** A table item may have 400 kB; larger contents lie in the raw bucket and the row points there. */
const INLINE_BYTES = 300_000;
/** Contents are immutable and named by their hash, so a warm function keeps the ones it has read. */
const CACHED_CONTENTS = 2000;

export function openArticleStore(table: Table, overflow: Bucket): ArticleStore {
  const cache = new Map<string, ArticleContent>();

  const remember = (key: string, content: ArticleContent): void => {
    if (cache.size >= CACHED_CONTENTS) cache.delete(cache.keys().next().value ?? '');
    cache.set(key, content);
  };

  async function unpack(row: Row): Promise<ArticleContent> {
    const packed = row['packed'] ?? (await overflow.get(String(row['overflow'])))?.bytes;
    if (!(packed instanceof Uint8Array)) throw new Error(`the contents of ${row.pk} ${row.sk} are not there`);
    return JSON.parse(inflateRawSync(packed).toString('utf8')) as ArticleContent;
  }

  return {
    async putRevision(revision, content) {
      const { article, contentHash } = revision;
      const packed = deflateRawSync(JSON.stringify(content));
      const inline = packed.length <= INLINE_BYTES;
      const overflowKey = objectKeys.content(article, contentHash);
      if (!inline)
        await overflow.putIfAbsent(overflowKey, { bytes: packed, mediaType: 'application/octet-stream' });
      const where = inline ? { packed } : { overflow: overflowKey };
      await table.put({ ...tableKeys.content(article, contentHash), ...where }, ABSENT);
      await table.put({ ...tableKeys.revision(article, revision.version), revision }, ABSENT);
    },

    async revisions(article, limit, before) {
      const { pk, sk } = tableKeys.revision(article, before ?? '\u{10FFFF}');
      const rows = await table.query(pk, {
        from: 'V#',
        to: sk,
        newestFirst: true,
        limit: before === undefined ? limit : limit + 1,
      });
      const revisions = rows.map((row) => row['revision'] as Revision);
      return revisions.filter(({ version }) => version !== before).slice(0, limit);
    },

    async putDecision(article, decision) {
      await table.put({ ...tableKeys.decision(article, decision.at, decision.receipt), decision }, ABSENT);
    },

    async decisions(article, limit) {
      const { pk } = tableKeys.head(article);
      const rows = await table.query(pk, { from: 'D#', to: 'D$', newestFirst: true, limit });
      return rows.map((row) => row['decision'] as Decision);
    },

    async noteMention(article, receipt) {
      await table.put({ ...tableKeys.mention(article, receipt), receipt });
    },

    async contents(wanted) {
      const found = new Map<string, ArticleContent>();
      const missing: ContentKey[] = [];
      for (const key of wanted) {
        const cached = cache.get(`${key.article} ${key.contentHash}`);
        if (cached) found.set(key.article, cached);
        else missing.push(key);
      }
      const rows = await table.getMany(missing.map((key) => tableKeys.content(key.article, key.contentHash)));
      for (const row of rows) {
        const article = row.pk.slice('ARTICLE#'.length);
        const content = await unpack(row);
        remember(`${article} ${row.sk.slice('C#'.length)}`, content);
        found.set(article, content);
      }
      return found;
    },

    async head(article) {
      const row = await table.get(tableKeys.head(article));
      return { head: row?.['head'] as Head | undefined, token: Number(row?.['token'] ?? 0) };
    },

    async heads(articles) {
      const rows = await table.getMany([...new Set(articles)].map(tableKeys.head));
      return new Map(rows.map((row) => [row.pk.slice('ARTICLE#'.length), row['head'] as Head]));
    },

    putHead: (head, token) =>
      table.put(
        { ...tableKeys.head(head.article), head, token: token + 1 },
        token === 0
          ? ABSENT
          : { text: '#token = :token', names: { '#token': 'token' }, values: { ':token': token } },
      ),

    async reach(articles) {
      const rows = await table.getMany([...new Set(articles)].map(tableKeys.reach));
      const reached = new Map(articles.map((article) => [article, new Set<string>()]));
      for (const row of rows) reached.set(row.pk.slice('ARTICLE#'.length), row['feeds'] as Set<string>);
      return reached;
    },

    async extendReach(article, feeds) {
      if (feeds.length === 0) return;
      await table.update(tableKeys.reach(article), {
        text: 'ADD feeds :feeds',
        values: { ':feeds': new Set(feeds) },
      });
    },
  };
}
