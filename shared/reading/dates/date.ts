import { type Instant, instantAt } from '../../domain/instant.ts';
import { DATE_FORMS, type DateForm } from './forms.ts';
import { monthNumber } from './months.ts';
import { regionMinutes, zoneMinutes } from './zones.ts';

/** A date as an instant. `zone`: whether the text states the time zone, or `readDate` assumed one. */
export interface ReadDate {
  /** The first or last instant if the date is outside of the range of instants. */
  instant: Instant;
  zone: 'stated' | 'assumed';
  /** What `readDate` assumed, as text for the notes; empty if it assumed nothing. */
  assumed: string;
  /** Date and time as the text states them, in milliseconds as if they were in UTC. Absent for Unix times. */
  local?: number;
  /** The smallest part of the date that the text states. `unsure`: the year has only two digits. */
  precision: Precision;
}

export type Precision = 'year' | 'month' | 'day' | 'time' | 'unsure';

/**
 * Maximum length of a date, in characters. A longer text is not a date: no pattern is tried on it, because that could
 * take long.
 */
const LONGEST_DATE = 80;
/** Minutes east of UTC. */
const JAPAN = 9 * 60;

/**
 * Reads a date in any of the forms of `DATE_FORMS`. Undefined if the text has none of these forms, or if the day or
 * the time does not exist. A date without a zone is read in `timeZone` (IANA name). Without `timeZone`, it is read in
 * the zone of the region that uses its form, or else in UTC; `language` (BCP 47) decides between Japanese and Chinese
 * dates, which look alike.
 */
export function readDate(text: string, language?: string, timeZone?: string): ReadDate | undefined {
  // East Asian exports often have full-width digits and no-break spaces.
  const line = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (line === '' || line.length > LONGEST_DATE) return undefined;
  for (const form of DATE_FORMS) {
    const groups = form.pattern.exec(line)?.groups;
    if (groups) {
      const read = fromGroups(groups, { home: form.home, language, timeZone });
      if (read) return read;
    }
  }
  return undefined;
}

type Groups = Partial<Record<string, string>>;

/** What decides the zone of a date that states none. */
interface Zoning {
  home: DateForm['home'] | undefined;
  language: string | undefined;
  timeZone: string | undefined;
}

function fromGroups(groups: Groups, { home, language, timeZone }: Zoning): ReadDate | undefined {
  const { seconds, milliseconds, zone = groups['named'] } = groups;
  const since1970 = seconds === undefined ? milliseconds : Number(seconds) * 1000;
  if (since1970 !== undefined) {
    return { instant: instantAt(+since1970), zone: 'stated', assumed: '', precision: 'time' };
  }
  const local = localTime(groups);
  if (local === undefined) return undefined;
  const stated = zone === undefined ? undefined : (zoneMinutes(zone) ?? regionIn(zone, local));
  if (zone !== undefined && stated === undefined) return undefined;
  const precision = precisionOf(groups);
  if (stated !== undefined) {
    return { instant: instantAt(local - stated * 60_000), zone: 'stated', assumed: '', local, precision };
  }
  const setting = timeZone === undefined ? undefined : regionMinutes(timeZone, local);
  if (timeZone !== undefined && setting !== undefined) {
    const instant = instantAt(local - setting * 60_000);
    return { instant, zone: 'assumed', assumed: assumption(groups, timeZone), local, precision };
  }
  const isJapanese = groups['era'] !== undefined || language?.startsWith('ja') === true;
  const known = home !== undefined && isJapanese ? JAPAN : home;
  const instant = instantAt(local - (known ?? 0) * 60_000);
  return { instant, zone: 'assumed', assumed: assumption(groups, zoneName(known)), local, precision };
}

function precisionOf({ year, month, day, ordinal, hour }: Groups): Precision {
  if (year?.length === 2) return 'unsure';
  if (hour !== undefined) return 'time';
  if (day !== undefined || ordinal !== undefined) return 'day';
  return month === undefined ? 'year' : 'month';
}

/** The offset of an IANA zone such as Asia/Taipei. Names without a slash are refused, although Intl knows some. */
function regionIn(name: string, local: number): number | undefined {
  return name.includes('/') ? regionMinutes(name, local) : undefined;
}

const zoneName = (minutes: number | undefined): string =>
  minutes === undefined ? 'UTC' : `UTC+${minutes / 60}`;

function assumption({ hour }: Groups, zone: string): string {
  return hour === undefined ? `no time of day; midnight ${zone}` : `no zone; ${zone}`;
}

/** The local date and time in milliseconds, as if it were UTC; undefined if no such day or time exists. */
function localTime(groups: Groups): number | undefined {
  const { year = yearOfEra(groups), month = '1', day = '1', ordinal, minute = '0', second = '0' } = groups;
  const hour = hourOf(groups['hour'] ?? '0', groups['half']);
  const monthAt = monthNumber(month);
  if (monthAt === undefined || hour === undefined || +minute > 59 || +second > 60) return undefined;
  const midnight = new Date(0);
  // Not Date.UTC: it reads the years 0 to 99 as 1900 to 1999.
  if (ordinal === undefined) midnight.setUTCFullYear(fullYear(year), monthAt - 1, +day);
  else midnight.setUTCFullYear(fullYear(year), 0, +ordinal);
  const exists =
    midnight.getUTCFullYear() === fullYear(year) &&
    (ordinal === undefined ? midnight.getUTCMonth() === monthAt - 1 && +day > 0 : +ordinal > 0);
  // Unix time has no leap seconds, so a leap second is read as the second before it.
  return exists
    ? midnight.getTime() + ((hour * 60 + +minute) * 60 + Math.min(+second, 59)) * 1000
    : undefined;
}

/** The year before the first year of each Japanese era. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

function yearOfEra({ era = '', eraYear = '' }: Groups): string {
  const before = ERAS[era];
  return before === undefined ? '' : String(before + (eraYear === '元' ? 1 : +eraYear));
}

/** The century of a year with two digits is chosen as in RFC 5322 section 4.3. */
function fullYear(year: string): number {
  if (year.length !== 2) return +year;
  return +year < 50 ? 2000 + +year : 1900 + +year;
}

const AFTERNOON = /^(?:p|오후|下午|晚上|午後)/iu;
const MORNING = /^(?:a|오전|上午|早上|凌晨|午前)/iu;

/** The hour, 0 to 24; 24 is the midnight at the end of the day (ISO 8601 section 4.2.3). `half`: a.m. or p.m. */
function hourOf(hour: string, half: string | undefined): number | undefined {
  if (half !== undefined && +hour <= 12) {
    if (AFTERNOON.test(half)) return (+hour % 12) + 12;
    if (MORNING.test(half)) return +hour % 12;
  }
  return +hour <= 24 ? +hour : undefined;
}
