/**
 * An instant as the table stores it: ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it, from
 * `FIRST_INSTANT` to `LAST_INSTANT`. Instants are compared as texts. `toISOString` writes other years with a sign and
 * six digits, which sort before all others: an embargo until the year 10000 would be over. So only the functions of
 * this file make instants, and they keep them in this range.
 */
export type Instant = string & { readonly [brand]: 'Instant' };
declare const brand: unique symbol;

export const FIRST_INSTANT = '0001-01-01T00:00:00.000Z' as Instant;
/** Also stands for "never": an embargo until then does not end, and what expires then does not expire. */
export const LAST_INSTANT = '9999-12-31T23:59:59.999Z' as Instant;
const FIRST = Date.parse(FIRST_INSTANT);
const LAST = Date.parse(LAST_INSTANT);

const STORED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Whether a text is a stored instant. It must also exist: 2026-02-30 does not. */
export function isInstant(text: string): text is Instant {
  if (!STORED.test(text) || text < FIRST_INSTANT) return false;
  const milliseconds = Date.parse(text);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === text;
}

/**
 * The instant at a number of milliseconds since 1970. A number outside of the range gives the first or the last
 * instant. Throws for NaN.
 */
export function instantAt(milliseconds: number): Instant {
  if (Number.isNaN(milliseconds)) throw new Error('an invalid date is not an instant');
  return new Date(Math.min(Math.max(milliseconds, FIRST), LAST)).toISOString() as Instant;
}

/** Whether the milliseconds since 1970 are in the range of instants. False for NaN. */
export const isStorable = (milliseconds: number): boolean => milliseconds >= FIRST && milliseconds <= LAST;

/** The instant of a date, or the first or last instant; throws for an invalid date. */
export const instantOf = (date: Date): Instant => instantAt(date.getTime());

/** The form in which a version of Wiredesk that did not limit the years stored instants of other years. */
const OTHER_YEAR = /^([+-])\d{6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The first or last instant for a stored text with a year outside of the range; every other text unchanged. */
export function withinRange<Text extends string>(stored: Text): Text | Instant {
  const sign = OTHER_YEAR.exec(stored)?.[1];
  if (sign === undefined) return stored;
  return sign === '+' ? LAST_INSTANT : FIRST_INSTANT;
}

/** An instant with a time zone as senders write it: the form of RFC 3339 section 5.6, but the seconds are optional here. */
const INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([Zz]|[+-]\d\d(?::?\d\d)?)$/;

/**
 * The instant in UTC; undefined for any other text, and for an instant outside of the range. A date without a time
 * zone does not say which instant it means, so it is refused.
 */
export function parseInstant(text: string): Instant | undefined {
  const match = INSTANT.exec(text.trim());
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00', zone = 'Z'] = match;
  const offset = zoneMinutes(zone);
  // Not Date.UTC: it reads the years 0 to 99 as 1900 to 1999.
  const local = new Date(0);
  local.setUTCFullYear(+year, +month - 1, +day);
  local.setUTCHours(+hour, +minute, Math.min(+second, 59));
  const exists = local.toISOString().startsWith(`${year}-${month}-${day}T${hour}:${minute}`);
  if (!exists || offset === undefined) return undefined;
  const milliseconds = local.getTime() - offset * 60_000;
  return isStorable(milliseconds) ? instantAt(milliseconds) : undefined;
}

/** Minutes east of UTC; undefined for more than 14 hours, because time zones range from -12:00 to +14:00. */
function zoneMinutes(zone: string): number | undefined {
  if (/^z$/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || '0');
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** The instant `minutes` after another one, or the first or last instant. */
export function laterBy(instant: Instant, minutes: number): Instant {
  return minutes === 0 ? instant : instantAt(Date.parse(instant) + minutes * 60_000);
}
