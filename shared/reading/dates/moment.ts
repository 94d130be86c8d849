import { FIRST_INSTANT } from '../../domain/instant.ts';
import { type Precision, readDate } from './date.ts';
import { regionMinutes } from './zones.ts';

/**
 * The instants that a date may mean, in milliseconds since 1970. The two are equal if the date says which instant it
 * means.
 */
export interface Moment {
  earliest: number;
  latest: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The zones of the world are from 12 hours behind UTC to 14 hours before it. */
const MOST_AHEAD = 14 * HOUR;
const MOST_BEHIND = 12 * HOUR;

/** How long the part of time is that a date states: a date without a time of day states a whole day. */
const LENGTHS: Readonly<Record<Exclude<Precision, 'unsure'>, number>> = {
  time: 0,
  day: DAY,
  month: 31 * DAY,
  year: 366 * DAY,
};

const TWELVE_DIGITS = /^\s*\d{12}\s*$/;

/**
 * The instants that a date may mean. A date without a zone is read in `timeZone` (an IANA name): a day without a time
 * is its midnight. Without `timeZone`, the date may be in any zone of the world, and a day without a time may be its
 * end. Undefined if the text is not a date, or if its year has only two digits, which may be the day as well.
 */
export function momentOf(text: string, timeZone?: string): Moment | undefined {
  const read = readDate(text);
  if (read === undefined || read.precision === 'unsure') return undefined;
  const { local, precision } = read;
  const instant = Date.parse(read.instant);
  // Twelve digits are milliseconds until 2001, or seconds after the year 5138, which stand for "never".
  if (TWELVE_DIGITS.test(text)) return { earliest: instant, latest: Number(text) * 1000 };
  if (local === undefined) return { earliest: instant, latest: instant };
  if (read.zone === 'stated' && isZone(local - instant)) return { earliest: instant, latest: instant };
  const offset = timeZone === undefined ? undefined : regionMinutes(timeZone, local);
  if (offset !== undefined && (precision === 'time' || precision === 'day')) {
    return { earliest: local - offset * MINUTE, latest: local - offset * MINUTE };
  }
  return { earliest: local - MOST_AHEAD, latest: local + LENGTHS[precision] + MOST_BEHIND };
}

const isZone = (offset: number): boolean => offset <= MOST_AHEAD && offset >= -MOST_BEHIND;

const FIRST_DAY_IS_OVER = Date.parse(FIRST_INSTANT) + 2 * DAY;

/**
 * Software that has no date often writes its smallest one: the year 1, or zeros. The first day of the year 1 in any
 * zone counts.
 */
export const isNoDate = (text: string): boolean => {
  if (/^(?=[^0]{0,3}0)[0\s:.\-/tz+]{1,40}$/i.test(text)) return true;
  const moment = momentOf(text);
  return moment !== undefined && moment.latest <= FIRST_DAY_IS_OVER;
};
