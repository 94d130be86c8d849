import type { StoredRow } from '../contract/stored/decode.ts';
import { decodeEach } from '../contract/stored/decode-each.ts';
import type { KeyRange } from '../contract/table-keys.ts';
import type { QueryOptions, Table } from './table.ts';

/**
 * The first `limit` rows of a range that can be decoded. The others are reported, and however many they are, they do not
 * keep the rows behind them from being read.
 */
export async function queryEach<Row>(
  table: Pick<Table, 'query' | 'unreadable'>,
  range: KeyRange,
  { limit, newestFirst = false, decode }: QueryOptions & { decode: (row: StoredRow) => Row },
): Promise<Row[]> {
  const found: Row[] = [];
  let last: StoredRow | undefined;
  while (found.length < limit) {
    // The next rows begin with the last one, because both ends of a range are included.
    const size = limit - found.length + (last === undefined ? 0 : 1);
    const rest = last && (newestFirst ? { to: last.sk } : { from: last.sk });
    const rows = await table.query({ ...range, ...rest }, { newestFirst, limit: size });
    const next = rows.filter(({ sk }) => sk !== last?.sk);
    found.push(...decodeEach(next, decode, table.unreadable));
    if (rows.length < size) break;
    last = rows.at(-1);
  }
  return found;
}
