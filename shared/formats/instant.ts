const ISO_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/**
 * A whole second in UTC. `feed` prints dates by these two methods, and this makes them exact: RFC 3339 without a
 * fraction for Atom and JSON Feed, RFC 822 with four-digit year and GMT for RSS (RSS 2.0, "pubDate").
 */
export class WholeSecond extends Date {
  override toISOString(): string {
    return `${super.toISOString().slice(0, 19)}Z`;
  }
}

/** The second an ISO 8601 instant in UTC falls into; undefined if the text is no such instant. */
export function wholeSecond(text: string): WholeSecond | undefined {
  const milliseconds = ISO_UTC.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(milliseconds) ? undefined : new WholeSecond(Math.floor(milliseconds / 1000) * 1000);
}

/** What a feed that never showed anything is dated where the format demands a date. */
export const EPOCH = new WholeSecond(0);
