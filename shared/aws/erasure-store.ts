import { objectKeys } from '../contract/keys.ts';
import { decodeDecision, decodeMention, decodeRevisionReceipt } from '../contract/stored/article-rows.ts';
import type { Expiry } from '../contract/expiry.ts';
import type { StoredRow } from '../contract/stored/decode.ts';
import { decodeEach } from '../contract/stored/decode-each.ts';
import { FORMAT } from '../contract/stored/format.ts';
import type { ErasureStore } from '../contract/stores.ts';
import { type KeyRange, tableKeys, tableRanges } from '../contract/table-keys.ts';
import type { Bucket } from './bucket.ts';
import { keyOfDecision } from './key-of-decision.ts';
import { rawObject } from './raw-store.ts';
import type { Table } from './table.ts';

/** The limit of a query. No article has so many rows, so a query returns all of them. */
const MAX_ARTICLE_ROWS = 1_000_000;

/**
 * The store that removes rows and objects of an article. Only the `wiredesk` command opens it, no Lambda function.
 */
export function openErasureStore(table: Table, rawBucket: Bucket, expiry: Expiry): ErasureStore {
  const rowsOf = (range: KeyRange): Promise<StoredRow[]> => table.query(range, { limit: MAX_ARTICLE_ROWS });

  async function removeRows(range: KeyRange): Promise<void> {
    for (const { pk, sk } of await rowsOf(range)) await table.delete({ pk, sk });
  }

  /**
   * Removes the versions of all objects whose keys begin with `prefix`, except the versions for which `keeps` returns
   * true. A delete marker counts as a version.
   */
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
        rowsOf(tableRanges.revisions(article)),
        rowsOf(tableRanges.contents(article)),
        rowsOf(tableRanges.decisions(article)),
        rowsOf(tableRanges.mentions(article)),
      ]);
      // A row that cannot be decoded is named, so that somebody looks for its submission. The others are erased.
      const each = <Value>(rows: readonly StoredRow[], decode: (row: StoredRow) => Value): Value[] =>
        decodeEach(rows, decode, table.unreadable);
      const decisions = each(decided, (row) => decodeDecision(row).decision);
      const receipts = [
        ...each(revisions, (row) => decodeRevisionReceipt(row).revision.receipt),
        ...decisions.map(({ receipt }) => receipt),
        ...each(mentions, (row) => decodeMention(row).receipt),
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
        throw new Error(`${key} was written by another process at the same time`);
      }
    },

    // S3 lists versions by prefix, and the key of another raw object may begin with `rawKey`. Keep its versions.
    removeOlderVersions: (rawKey) =>
      removeVersions(rawKey, ({ key, isLatest }) => isLatest || key !== rawKey),

    async replaceItem({ receipt, receivedAt }, item) {
      // A row that exists keeps its life: an erasure neither shortens nor extends it.
      const { ttl } = await expiry('receiptsDays', receivedAt);
      const expires = ttl === undefined ? '' : ', #ttl = if_not_exists(#ttl, :ttl)';
      await table.update(tableKeys.receiptItem(receipt, item.item), {
        text: `SET #item = :item, #format = :format${expires}`,
        names: { '#item': 'item', '#format': 'format', ...(ttl !== undefined && { '#ttl': 'ttl' }) },
        values: { ':item': item, ':format': FORMAT, ...(ttl !== undefined && { ':ttl': ttl }) },
      });
    },

    async replaceDecision(article, decision) {
      await table.put({ ...(await keyOfDecision(table, article, decision)), decision });
    },

    async removeContents(article) {
      await removeVersions(objectKeys.contents(article));
      await removeRows(tableRanges.contents(article));
    },

    async removeRecords(article) {
      await removeRows(tableRanges.revisions(article));
      await removeRows(tableRanges.mentions(article));
    },
  };
}
