/**
 * The names of zones in dates, in minutes east of UTC: those of RFC 822 section 5.1, and others that newsrooms write.
 * A name that several zones share has its meaning in RFC 822, or else the meaning that it has in most feeds.
 */
const NAMED_ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  'etc/gmt': 0,
  'etc/utc': 0,
  wet: 0,
  west: 60,
  bst: 60,
  met: 60,
  mez: 60,
  cet: 60,
  mest: 120,
  mesz: 120,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  msd: 240,
  gst: 240,
  pkt: 300,
  ist: 330,
  wib: 420,
  ict: 420,
  hkt: 480,
  sgt: 480,
  awst: 480,
  kst: 540,
  jst: 540,
  aest: 600,
  aedt: 660,
  acst: 570,
  acdt: 630,
  nzst: 720,
  nzdt: 780,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  ast: -240,
  adt: -180,
  at: -240,
  nst: -210,
  ndt: -150,
  akst: -540,
  akdt: -480,
  hst: -600,
  brt: -180,
  art: -180,
};

/**
 * An offset with more hours is refused, because feeds also contain impossible offsets. Zones that are in use have
 * offsets from -12:00 to +14:00.
 */
const MOST_OFFSET_HOURS = 15;

const OFFSET = /^(?:(?:gmt|utc?|z)?\s*)([+-])(\d{1,2})(?::?(\d\d))?$/;

/** Minutes east of UTC of a zone as written (`+0800`, `GMT-01:01`, `EST`); undefined if it is not a zone. */
export function zoneMinutes(zone: string): number | undefined {
  const name = zone.trim().toLowerCase();
  const named = Object.hasOwn(NAMED_ZONES, name) ? NAMED_ZONES[name] : undefined;
  if (named !== undefined) return named;
  const match = OFFSET.exec(name);
  if (match === null) return undefined;
  const [, sign, hours = '', minutes = '00'] = match;
  if (+hours > MOST_OFFSET_HOURS || +minutes > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (+hours * 60 + +minutes);
}

/**
 * The offset of an IANA zone, in minutes east of UTC, at a local time. `local` is the local time in milliseconds, as
 * if the zone were UTC. Undefined if `name` is not the name of an IANA zone.
 *
 * When the clocks go back, a local time exists twice; when they go forward, the local times of an hour do not exist. In
 * both cases the offset of the later instant is returned, because an article must not appear too early.
 */
export function regionMinutes(name: string, local: number): number | undefined {
  // No zone changes its clocks twice within these two days.
  const before = offsetAt(name, local - DAY);
  const after = offsetAt(name, local + DAY);
  if (before === undefined || after === undefined || before === after) return before ?? after;
  const [earlier, later] = [Math.max(before, after), Math.min(before, after)];
  const exists = (offset: number): boolean => offsetAt(name, local - offset * 60_000) === offset;
  return exists(earlier) && !exists(later) ? earlier : later;
}

const DAY = 24 * 60 * 60 * 1000;

/** Making a format takes longer than using it. The sources have a few zones. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();
const MOST_FORMATS = 50;

function formatOf(name: string): Intl.DateTimeFormat {
  const known = FORMATS.get(name);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' });
  if (FORMATS.size < MOST_FORMATS) FORMATS.set(name, format);
  return format;
}

function offsetAt(name: string, instant: number): number | undefined {
  try {
    const shown =
      formatOf(name)
        .formatToParts(instant)
        .find(({ type }) => type === 'timeZoneName')?.value ?? '';
    return shown === 'GMT' ? 0 : zoneMinutes(shown);
  } catch {
    return undefined;
  }
}
