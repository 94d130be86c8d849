import type { WakeUpStore } from '../contract/feed-work.ts';
import { decodeWake } from '../contract/stored/work-rows.ts';
import { feedOfWakeKey, tableKeys, tableRanges } from '../contract/table-keys.ts';
import { ABSENT, type Expression, hasToken, type Table } from './table.ts';

export function openWakeUpStore(table: Table): WakeUpStore {
  return {
    announce: ({ feed, token }, { at, lostBefore }) =>
      table.put({ ...tableKeys.wake(feed), token, at }, hasBegunOr(wasWrittenBefore(lostBefore))),
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
      return rows
        .flat()
        .map(decodeWake)
        .filter(({ at }) => at < instant)
        .map(feedOfWakeKey);
    },
  };
}

/** A condition: there is no WAKE row, or a publisher has begun, or `other` holds. */
const hasBegunOr = (other: Expression | undefined): Expression => ({
  text: [ABSENT.text, '#begun = :begun', ...(other ? [other.text] : [])].join(' OR '),
  names: { '#begun': 'begun', ...other?.names },
  values: { ':begun': true, ...other?.values },
});

const wasWrittenBefore = (instant: string): Expression => ({
  text: '#at < :before',
  names: { '#at': 'at' },
  values: { ':before': instant },
});
