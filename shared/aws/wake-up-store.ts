import { WAKE_UP_MINUTES, type WakeUpStore } from '../contract/feed-work.ts';
import type { StoredRow } from '../contract/stored/decode.ts';
import { readable } from '../contract/stored/decode-each.ts';
import { decodeWake } from '../contract/stored/work-rows.ts';
import { feedOfWakeKey, tableKeys, tableRanges } from '../contract/table-keys.ts';
import { type Instant, laterBy } from '../domain/instant.ts';
import { ABSENT, type Expression, hasToken, type Table } from './table.ts';

export function openWakeUpStore(table: Table): WakeUpStore {
  return {
    announce: ({ feed, token }, { at, lostBefore }) =>
      table.put({ ...tableKeys.wake(feed), token, at }, hasBegunOr(wasNotWrittenBetween(lostBefore, at))),
    async begin({ feed, token }, { at, wakeUp }) {
      const key = tableKeys.wake(feed);
      const condition = hasBegunOr(wakeUp === undefined ? undefined : hasToken(wakeUp));
      const written = await table.put({ ...key, token, at, begun: true }, condition);
      if (written === 'refused')
        await table.update(
          key,
          { text: 'SET #at = :at', names: { '#at': 'at' }, values: { ':at': at } },
          { text: 'attribute_exists(pk)' },
        );
      return written;
    },
    async clear({ feed, token }) {
      await table.delete(tableKeys.wake(feed), hasToken(token));
    },
    async writtenBefore(instant, limit) {
      const ranges = tableRanges.wake();
      const share = Math.ceil(limit / ranges.length);
      const rows = await Promise.all(ranges.map((range) => table.query(range, { limit: share })));
      // Nobody knows when a row was written that cannot be decoded, so its wake-up counts as lost.
      const isLost = (row: StoredRow): boolean => {
        const wake = readable(() => decodeWake(row), table.unreadable);
        return wake === 'unreadable' || wake.at < instant;
      };
      return rows.flat().filter(isLost).map(feedOfWakeKey);
    },
  };
}

/** A condition: there is no WAKE row, or a publisher has begun, or `other` holds. */
const hasBegunOr = (other: Expression | undefined): Expression => ({
  text: [ABSENT.text, '#begun = :begun', ...(other ? [other.text] : [])].join(' OR '),
  names: { '#begun': 'begun', ...other?.names },
  values: { ':begun': true, ...other?.values },
});

/**
 * A condition: the row was written before `from`, or its instant is missing, of another type, or later than any clock
 * can have written it before `at`. Such a row must not stop its feed.
 */
const wasNotWrittenBetween = (from: Instant, at: Instant): Expression => ({
  text: 'NOT (#at BETWEEN :from AND :to)',
  names: { '#at': 'at' },
  values: { ':from': from, ':to': laterBy(at, WAKE_UP_MINUTES) },
});
