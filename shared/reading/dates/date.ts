import { DATE_FORMS, type DateForm } from './forms.ts';
import { monthNumber } from './months.ts';
import { regionMinutes, zoneMinutes } from './zones.ts';

/** A date as an instant. `zone` says where its zone comes from: the text, or an assumption in words. */
export interface ReadDate {
  /** ISO 8601 in UTC with milliseconds. */
  instant: string;
  zone: 'stated' | 'assumed';
  /** What was assumed, for the record; empty if nothing was. */
  assumed: string;
}

/** No date is longer; what is costs no pattern its time. */
const LONGEST = 80;
const JAPAN = 9 * 60;

/**
 * A date in any of the forms of `DATE_FORMS`, to UTC; undefined if it is none of them or there is no such day or time.
 * `language` (BCP 47) tells Japanese dates from Chinese ones, which look alike and differ in their zone.
 */
export function readDate(text: string, language?: string): ReadDate | undefined {
  // Full-width digits and no-break spaces are everyday in East Asian exports.
  const line = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (line === '' || line.length > LONGEST) return undefined;
  for (const form of DATE_FORMS) {
    const groups = form.pattern.exec(line)?.groups;
    if (groups) {
      const read = fromGroups(groups, form, language);
      if (read) return read;
    }
  }
  return undefined;
}

type Groups = Partial<Record<string, string>>;

function fromGroups(groups: Groups, { home }: DateForm, language: string | undefined): ReadDate | undefined {
  const { seconds, milliseconds, zone = groups['named'] } = groups;
  if (seconds !== undefined) return { instant: iso(+seconds * 1000), zone: 'stated', assumed: '' };
  if (milliseconds !== undefined) return { instant: iso(+milliseconds), zone: 'stated', assumed: '' };
  const local = localTime(groups);
  if (local === undefined) return undefined;
  const stated = zone === undefined ? undefined : (zoneMinutes(zone) ?? regionIn(zone, local));
  if (zone !== undefined && stated === undefined) return undefined;
  if (stated !== undefined) return { instant: iso(local - stated * 60_000), zone: 'stated', assumed: '' };
  const isJapanese = groups['era'] !== undefined || language?.startsWith('ja') === true;
  const known = home !== undefined && isJapanese ? JAPAN : home;
  return { instant: iso(local - (known ?? 0) * 60_000), zone: 'assumed', assumed: assumption(groups, known) };
}

/** A zone by the name of a place; words without a stroke are none, whatever Intl makes of them. */
function regionIn(name: string, local: number): number | undefined {
  return name.includes('/') ? regionMinutes(name, local) : undefined;
}

function assumption({ hour }: Groups, minutes: number | undefined): string {
  const zone = minutes === undefined ? 'UTC' : `UTC+${minutes / 60}`;
  return hour === undefined ? `no time of day; midnight ${zone}` : `no zone; ${zone}`;
}

/** Milliseconds of the local date and time as if it were UTC; undefined where there is no such day or time. */
function localTime(groups: Groups): number | undefined {
  const { year = yearOfEra(groups), month = '1', day = '1', ordinal, minute = '0', second = '0' } = groups;
  const hour = hourOf(groups['hour'] ?? '0', groups['half']);
  const monthAt = monthNumber(month);
  if (monthAt === undefined || hour === undefined || +minute > 59 || +second > 60) return undefined;
  const midnight = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  if (ordinal === undefined) midnight.setUTCFullYear(fullYear(year), monthAt - 1, +day);
  else midnight.setUTCFullYear(fullYear(year), 0, +ordinal);
  const exists =
    midnight.getUTCFullYear() === fullYear(year) &&
    (ordinal === undefined ? midnight.getUTCMonth() === monthAt - 1 && +day > 0 : +ordinal > 0);
  // A leap second is the second before it: Unix time has no room for it.
  return exists
    ? midnight.getTime() + ((hour * 60 + +minute) * 60 + Math.min(+second, 59)) * 1000
    : undefined;
}

/** The year before the first of each era. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

function yearOfEra({ era = '', eraYear = '' }: Groups): string {
  const before = ERAS[era];
  return before === undefined ? '' : String(before + (eraYear === '元' ? 1 : +eraYear));
}

/** Years of two digits: RFC 5322 section 4.3. */
function fullYear(year: string): number {
  if (year.length !== 2) return +year;
  return +year < 50 ? 2000 + +year : 1900 + +year;
}

const AFTERNOON = /^(?:p|오후|下午|晚上|午後)/iu;
const MORNING = /^(?:a|오전|上午|早上|凌晨|午前)/iu;

/** 0 to 24, where 24 is the midnight that ends the day (ISO 8601 section 4.2.3). */
function hourOf(hour: string, half: string | undefined): number | undefined {
  if (half !== undefined && +hour <= 12) {
    if (AFTERNOON.test(half)) return (+hour % 12) + 12;
    if (MORNING.test(half)) return +hour % 12;
  }
  return +hour <= 24 ? +hour : undefined;
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
