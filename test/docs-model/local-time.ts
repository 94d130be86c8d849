/** docs/sources.md: "a local time that exists twice or not at all is read as the later instant". */

const HOUR = 3_600_000;

const localIn = (zone: string, instant: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    .format(instant)
    .replace(' ', 'T');

/** The clock of the zone, as `2027-03-28T02:30:00`. */
export const wallClock = localIn;

/** The instant of a local time in Europe/Berlin, which is one or two hours ahead of UTC. */
export function instantInBerlin(local: string): number {
  const asUtc = Date.parse(`${local}Z`);
  const readings = [asUtc - HOUR, asUtc - 2 * HOUR];
  const exact = readings.filter((instant) => localIn('Europe/Berlin', instant) === local);
  return Math.max(...(exact.length > 0 ? exact : readings));
}
