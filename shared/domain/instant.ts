/**
 * ISO 8601 instants (RFC 3339 section 5.6, seconds optional) with a zone, to UTC. Anything else is undefined: what a
 * date without a zone means cannot be known.
 */
const INSTANT =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([Zz]|[+-]\d\d(?::?\d\d)?)$/;

export function parseInstant(text: string): string | undefined {
  const match = INSTANT.exec(text.trim());
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00', zone = 'Z'] = match;
  const offset = zoneMinutes(zone);
  const local = Date.UTC(+year, +month - 1, +day, +hour, +minute, Math.min(+second, 59));
  const exists = new Date(local).toISOString().startsWith(`${year}-${month}-${day}T${hour}:${minute}`);
  return exists && offset !== undefined ? new Date(local - offset * 60_000).toISOString() : undefined;
}

/** Minutes east of UTC; zones in use reach from -12:00 to +14:00. */
function zoneMinutes(zone: string): number | undefined {
  if (/^z$/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || '0');
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** The instant so many minutes after another. */
export function laterBy(instant: string, minutes: number): string {
  return minutes === 0 ? instant : new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}
