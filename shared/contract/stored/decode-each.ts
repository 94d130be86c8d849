import { type StoredRow, UndecodableError } from './decode.ts';

/** Is told why a row cannot be decoded: the message of an `UndecodableError`, which names the key. */
export type ReportUnreadable = (reason: string) => void;

/**
 * Decodes the rows of a list, each on its own. A row that cannot be decoded is reported and left out, so that it does
 * not stop the others. Other errors than `UndecodableError` are thrown.
 */
export function decodeEach<Value>(
  rows: readonly StoredRow[],
  decode: (row: StoredRow) => Value,
  report: ReportUnreadable,
): Value[] {
  return rows.flatMap((row) => {
    const value = readable(() => decode(row), report);
    return value === 'unreadable' ? [] : [value];
  });
}

/** What `decode` returns; `unreadable`, after a report, if it throws an `UndecodableError`. */
export function readable<Value>(decode: () => Value, report: ReportUnreadable): Value | 'unreadable' {
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof UndecodableError)) throw error;
    report(error.message);
    return 'unreadable';
  }
}
