import { type ReadDate, readDate } from './date.ts';

const HOUR = 60 * 60 * 1000;

/** Databases and spreadsheets count from these days. Software without a date writes their midnight. */
const FIRST_DAYS: ReadonlySet<number> = new Set(
  ['1601-01-01', '1753-01-01', '1899-12-30', '1899-12-31', '1900-01-01', '1904-01-01', '1970-01-01'].map(
    (day) => Date.parse(day),
  ),
);

/** Unix time 0, the second before it, and the last second that 32 bits can hold. */
const ENDS_OF_UNIX_TIME: ReadonlySet<number> = new Set([0, -1000, (2 ** 31 - 1) * 1000]);

/** No newspaper is older. An earlier year is a mistake or the smallest date of some software, such as the year 1. */
const FIRST_NEWSPAPER = Date.parse('1600-01-01');
const YEAR_9999 = Date.parse('9999-01-01');

/** The zones of the world are from 12 hours behind UTC to 14 hours before it. */
const MOST_BEHIND = -12 * HOUR;
const MOST_AHEAD = 14 * HOUR;

/** Whether a date stands for "unknown": the first or last date that some software can write, in any zone. */
export function isUnknown({ instant, local, zone, precision }: ReadDate): boolean {
  const milliseconds = Date.parse(instant);
  if (milliseconds < FIRST_NEWSPAPER || milliseconds >= YEAR_9999) return true;
  // Only a year or a month, such as 1900, is a usual date of an archive.
  if (precision === 'year' || precision === 'month') return false;
  if (ENDS_OF_UNIX_TIME.has(milliseconds) || FIRST_DAYS.has(milliseconds)) return true;
  if (local === undefined) return false;
  return FIRST_DAYS.has(local) || (zone === 'assumed' && precision === 'time' && isLocalEpoch(local));
}

/** Whether a local time is Unix time 0 in some zone: 1969-12-31 19:00 in New York. */
const isLocalEpoch = (local: number): boolean =>
  local >= MOST_BEHIND && local <= MOST_AHEAD && local % (HOUR / 2) === 0;

/** The date in a text, without a note. Undefined if it is not a date, or if it stands for an unknown date. */
export function knownDate(text: string, timeZone?: string): ReadDate | undefined {
  const date = readDate(text, undefined, timeZone);
  return date === undefined || isUnknown(date) ? undefined : date;
}

/** Websites exist since 1991. An earlier date in a feed is a mistake of some software, such as 1980-01-01. */
const FIRST_OF_FEEDS = Date.parse('1990-01-01');

/** Whether a date is too early for the date on which an item of a feed was published. */
export const isBeforeFeeds = ({ instant }: ReadDate): boolean => Date.parse(instant) < FIRST_OF_FEEDS;
