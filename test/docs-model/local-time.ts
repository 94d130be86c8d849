/** docs/sources.md: "a local time that exists twice or not at all is read as the later instant". */

const DAY = 86_400_000;

/** The clock of the zone at an instant, as `2027-03-28T02:30:00`. */
export const wallClock = (zone: string, instant: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    .format(instant)
    .replace(' ', 'T');

/** The instant of a local time. One of the offsets of the day before and of the day after is in force. */
export function instantIn(zone: string, local: string): number {
  const asUtc = Date.parse(`${local}Z`);
  const readings = [asUtc - DAY, asUtc + DAY].map((instant) => {
    const offset = Date.parse(`${wallClock(zone, instant)}Z`) - instant;
    return asUtc - offset;
  });
  const exact = readings.filter((instant) => wallClock(zone, instant) === local);
  return Math.max(...(exact.length > 0 ? exact : readings));
}
