/**
 * An instant as the table stores it: ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it.
 * Two instants from the years 0 to 9999 can be compared as texts. `toISOString` writes other years with a sign and
 * six digits.
 */
export type Instant = string & { readonly [brand]: 'Instant' };
declare const brand: unique symbol;

const STORED = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Whether a text is a stored instant. It must also exist: 2026-02-30 does not. */
export function isInstant(text: string): text is Instant {
  if (!STORED.test(text)) return false;
  const milliseconds = Date.parse(text);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === text;
}

/** The instant of a date; throws for an invalid date. */
export function instantOf(date: Date): Instant {
  const text = date.toISOString();
  if (!isInstant(text)) throw new Error(`${text} is not an instant`);
  return text;
}

/** An instant with a time zone as senders write it: the form of RFC 3339 section 5.6, but the seconds are optional here. */
const INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([Zz]|[+-]\d\d(?::?\d\d)?)$/;

/**
 * The instant in UTC; undefined for any other text. A date without a time zone does not say which instant it means,
 * so it is refused.
 */
export function parseInstant(text: string): Instant | undefined {
  const match = INSTANT.exec(text.trim());
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00', zone = 'Z'] = match;
  const offset = zoneMinutes(zone);
  const local = Date.UTC(+year, +month - 1, +day, +hour, +minute, Math.min(+second, 59));
  const exists = new Date(local).toISOString().startsWith(`${year}-${month}-${day}T${hour}:${minute}`);
  return exists && offset !== undefined ? instantOf(new Date(local - offset * 60_000)) : undefined;
}

/** Minutes east of UTC; undefined for more than 14 hours, because time zones range from -12:00 to +14:00. */
function zoneMinutes(zone: string): number | undefined {
  if (/^z$/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || '0');
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** The instant `minutes` after another one. */
export function laterBy(instant: Instant, minutes: number): Instant {
  return minutes === 0 ? instant : instantOf(new Date(Date.parse(instant) + minutes * 60_000));
}
