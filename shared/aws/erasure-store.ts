import { objectKeys, tableKeys } from '../contract/keys.ts';
import type { ErasureStore } from '../contract/stores.ts';
import type { Decision } from '../domain/decision.ts';
import type { Revision } from '../domain/article.ts';
import type { Bucket } from './bucket.ts';
import { rawObject } from './raw-store.ts';
import type { Row, Table } from './table.ts';

/** All that an article has: more than it ever has. */
const MAX_ROWS = 1_000_000;

/** Takes bytes away; see ErasureStore. Only the command line opens one. */
export function openErasureStore(table: Table, rawBucket: Bucket): ErasureStore {
  /** The article's rows whose sort keys begin with a letter and `#`. */
  const rows = (article: string, letter: 'V' | 'C' | 'D' | 'S'): Promise<Row[]> =>
    table.query(tableKeys.head(article).pk, { from: `${letter}#`, to: `${letter}$`, limit: MAX_ROWS });

  async function removeRows(found: readonly Row[]): Promise<void> {
    for (const { pk, sk } of found) await table.delete({ pk, sk });
  }

  /** Every version but those `keeps` is true of; delete markers are versions too. */
  async function removeVersions(
    prefix: string,
    keeps: (version: { key: string; isLatest: boolean }) => boolean = () => false,
  ): Promise<void> {
    for (const version of await rawBucket.versions(prefix)) {
      if (!keeps(version)) await rawBucket.removeVersion(version.key, version.id);
    }
  }

  return {
    async traces(article) {
      const [revisions, contents, decided, mentions] = await Promise.all([
        rows(article, 'V'),
        rows(article, 'C'),
        rows(article, 'D'),
        rows(article, 'S'),
      ]);
      const decisions = decided.map((row) => row['decision'] as Decision);
      const receipts = [
        ...revisions.map((row) => (row['revision'] as Revision).receipt),
        ...decisions.map(({ receipt }) => receipt),
        ...mentions.map((row) => String(row['receipt'])),
      ];
      return {
        submissions: [...new Set(receipts)],
        decisions,
        revisions: revisions.length,
        contents: contents.length,
        mentions: mentions.length,
      };
    },

    async replaceRaw(object) {
      const { source, receipt } = object.envelope;
      const key = objectKeys.raw(source, receipt);
      const etag = await rawBucket.etag(key);
      if (etag === undefined) return;
      if ((await rawBucket.putIfMatch(key, rawObject(object), etag)) === 'refused') {
        throw new Error(`${key} was written by somebody else at this moment`);
      }
    },

    // A prefix is all that can be asked for; the keys of other receipts may begin with this one.
    removeOlderVersions: (rawKey) =>
      removeVersions(rawKey, ({ key, isLatest }) => isLatest || key !== rawKey),

    async replaceItem(receipt, item) {
      await table.put({ ...tableKeys.receiptItem(receipt, item.item), item });
    },

    async replaceDecision(article, decision) {
      await table.put({ ...tableKeys.decision(article, decision.at, decision.receipt), decision });
    },

    async removeContents(article) {
      await removeVersions(objectKeys.contents(article));
      await removeRows(await rows(article, 'C'));
    },

    async removeRecords(article) {
      await removeRows([...(await rows(article, 'V')), ...(await rows(article, 'S'))]);
    },
  };
}
