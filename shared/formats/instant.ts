const ISO_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/**
 * A date in whole seconds. The library `feed` prints a date with `toISOString` for Atom; this class makes the result
 * RFC 3339 without a fraction of a second. For RSS the library prints it with `toUTCString`, which gives RFC 822 with
 * a four-digit year and GMT (RSS 2.0, "pubDate").
 */
export class WholeSecond extends Date {
  override toISOString(): string {
    return `${super.toISOString().slice(0, 19)}Z`;
  }
}

/** The second that contains an ISO 8601 instant in UTC; undefined if the text is not such an instant. */
export function wholeSecond(text: string): WholeSecond | undefined {
  const milliseconds = ISO_UTC.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(milliseconds) ? undefined : new WholeSecond(Math.floor(milliseconds / 1000) * 1000);
}

/** The date of a feed that never showed anything, for a format that requires a date. */
export const EPOCH = new WholeSecond(0);
