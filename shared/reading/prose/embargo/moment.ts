import { type Instant, instantAt } from '../../../domain/instant.ts';
import { monthNumber } from '../../dates/months.ts';
import { weekdayNumber } from '../../dates/weekdays.ts';
import { regionMinutes } from '../../dates/zones.ts';
import { plainLine, foldedLetters } from './fold.ts';
import { zoneIn } from './stated-zone.ts';

/** What a notice says about when its embargo ends. */
export interface Moment {
  /** The end, if the line states one day, one time of day and one time zone, or if the zone was assumed. */
  until?: Instant;
  /** Whether the zone was assumed. */
  isZoneAssumed: boolean;
  /** No reading of the line is later than this; undefined if the line states no day that was understood. */
  latest?: Instant;
  /** No reading of the line is earlier than this. */
  earliest?: Instant;
}

interface Day {
  year: number;
  month: number;
  day: number;
}
interface Clock {
  hour: number;
  minute: number;
}

const HOUR = 3_600_000;
/** The zones in use are from 12 hours behind UTC to 14 hours ahead of it. */
const MOST_BEHIND = 12 * HOUR;
const MOST_AHEAD = 14 * HOUR;

/** The forms of a day with its year. A form with two numbers that may both be the month is not read. */
const NAME = String.raw`(?<month>\p{L}[\p{L}\p{M}]{2,12})\.?`;
const ORDINAL = String.raw`(?:\.|st|nd|rd|th|er|º|ª|-?го)?`;
const OF = String.raw`(?:\s*(?:de|di|del|of|d'|,|-|/))?\s*`;
const DAYS: readonly RegExp[] = [
  String.raw`(?<year>(?:19|20)\d\d)\s*[-./]\s*(?<month>\d{1,2})\s*[-./]\s*(?<day>\d{1,2})\.?(?!\d)`,
  String.raw`(?<year>(?:19|20)\d\d)\s*[年년]\s*(?<month>\d{1,2})\s*[月월]\s*(?<day>\d{1,2})\s*[日号號일]`,
  String.raw`(?<era>令和)\s*(?<year>\d{1,2})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日`,
  String.raw`(?<day>\d{1,2})\s*\.\s*(?<month>\d{1,2})\s*\.\s*(?<year>(?:19|20)\d\d)(?!\d)`,
  String.raw`(?<first>\d{1,2})\s*[/-]\s*(?<second>\d{1,2})\s*[/-]\s*(?<year>(?:19|20)\d\d)(?!\d)`,
  String.raw`(?<day>\d{1,2})${ORDINAL}${OF}${NAME}${OF}(?<year>(?:19|20)\d\d)(?!\d)`,
  String.raw`${NAME}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?\s*,?\s*(?<year>(?:19|20)\d\d)(?!\d)`,
  String.raw`ngay\s+(?<day>\d{1,2})\s+thang\s+(?<month>\d{1,2})\s+nam\s+(?<year>(?:19|20)\d\d)`,
].map((form) => new RegExp(String.raw`(?<!\d)${form}`, 'u'));

const HALF_AFTER = String.raw`\s*(?<half>a\.?\s?m\b\.?|p\.?\s?m\b\.?)`;
const HALF_BEFORE = '(?<half>上午|早上|凌晨|午前|오전|새벽|下午|晚上|晚间|晚間|午後|오후|밤|저녁)';
const CLOCKS: readonly RegExp[] = [
  String.raw`${HALF_BEFORE}\s*(?<hour>\d{1,2})\s*(?::|時|时|点|點|시)\s*(?:(?<minute>\d{1,2})\s*[分분]?|(?<thirty>半|반))?`,
  String.raw`(?<hour>\d{1,2})\s*(?:時|时|点|點|시)\s*(?:(?<minute>\d{1,2})\s*[分분]?|(?<thirty>半|반))?`,
  String.raw`(?<hour>\d{1,2})(?:[:.](?<minute>\d\d))?${HALF_AFTER}`,
  String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::00)?(?!\d)`,
  String.raw`(?<hour>\d{1,2})\s?h\s?(?<minute>\d\d)?(?![\p{L}\d])`,
  String.raw`(?<hour>\d\d)(?<minute>\d\d)(?=\s*(?:hrs?|hours|h|uhr|gmt|utc|z|bst|cet|cest|est|edt|et)(?!\p{L}))`,
  String.raw`(?<hour>\d{1,2})\.(?<minute>\d\d)(?!\d)`,
  String.raw`(?<hour>\d{1,2})\s*(?:uhr|hrs?|hours|o'clock|uur|час\p{L}*|год\p{L}*|godz\p{L}*|hodin\p{L}*|heures?|horas?|ora|ore|बजे|gio)(?!\p{L})`,
  String.raw`(?:klo|kl|godz|saat|ore|ora|alle|las|a las|الساعة|ساعت|at|um|в|о|בשעה)\.?\s*(?<hour>\d{1,2})(?![\d.:])`,
].map((form) => new RegExp(String.raw`(?<![\d:.])${form}`, 'u'));

/** When the embargo ends that a notice states. `timeZone`: IANA name of the zone of a date without a zone. */
export function momentIn(text: string, timeZone?: string): Moment {
  const original = plainLine(text);
  const line = foldedLetters(original);
  const day = soleMatch(line, DAYS, dayOf);
  if (day === undefined) return { isZoneAssumed: false };
  const clock = soleMatch(day.rest, CLOCKS, clockOf);
  const rest = clock?.rest ?? day.rest;
  const zone = zoneIn(rest);
  const start = Date.UTC(day.value.year, day.value.month - 1, day.value.day);
  const local = start + (clock === undefined ? 0 : (clock.value.hour * 60 + clock.value.minute) * 60_000);
  const isClear = weekdaysFit(rest, start) && !/\d/u.test(zone.rest) && zone.agreesAt(local);
  const bounds = isClear
    ? {
        earliest: instantAt(local - MOST_AHEAD),
        latest: instantAt((clock === undefined ? start + 24 * HOUR : local) + MOST_BEHIND),
      }
    : {};
  if (!isClear || clock === undefined || /\b(?:noon|midnight)\b/u.test(rest))
    return { ...bounds, isZoneAssumed: false };
  const stated = zone.minutesAt(local);
  if (stated !== undefined)
    return { ...bounds, until: instantAt(local - stated * 60_000), isZoneAssumed: false };
  if (zone.count > 0 || timeZone === undefined) return { ...bounds, isZoneAssumed: false };
  const assumed = regionMinutes(timeZone, local);
  if (assumed === undefined) return { ...bounds, isZoneAssumed: false };
  return { ...bounds, until: instantAt(local - assumed * 60_000), isZoneAssumed: true };
}

type Groups = Partial<Record<string, string>>;

/** Reads the only text that one of the forms fits. Undefined if there is none; the rest then decides. */
function soleMatch<Value>(
  line: string,
  forms: readonly RegExp[],
  valueOf: (groups: Groups) => Value | undefined,
): { value: Value; rest: string } | undefined {
  for (const form of forms) {
    const found = form.exec(line);
    const value = found === null ? undefined : valueOf(found.groups ?? {});
    if (found === null || value === undefined) continue;
    const rest = `${line.slice(0, found.index)} @ ${line.slice(found.index + found[0].length)}`;
    return { value, rest };
  }
  return undefined;
}

function dayOf({ year = '', month = '', day = '', first, second, era }: Groups): Day | undefined {
  if (first !== undefined && second !== undefined) {
    if (+first > 12) return dayOf({ year, month: second, day: first });
    if (+second > 12) return dayOf({ year, month: first, day: second });
    return first === second ? dayOf({ year, month: first, day: second }) : undefined;
  }
  const fullYear = era === undefined ? +year : 2018 + +year;
  const number = monthNumber(month);
  if (number === undefined) return undefined;
  const date = new Date(Date.UTC(fullYear, number - 1, +day));
  const exists = date.getUTCMonth() === number - 1 && date.getUTCDate() === +day;
  return exists ? { year: fullYear, month: number, day: +day } : undefined;
}

function clockOf({ hour = '', minute, half, thirty }: Groups): Clock | undefined {
  const minutes = thirty === undefined ? +(minute ?? 0) : 30;
  if (minutes > 59 || +hour > 24 || (half !== undefined && +hour > 12 && /^[ap]/u.test(half)))
    return undefined;
  const isAfternoon = half !== undefined && /^(?:p|下午|晚|午後|오후|밤|저녁)/u.test(half);
  const isMorning = half !== undefined && !isAfternoon;
  if (isAfternoon && +hour <= 12) return { hour: (+hour % 12) + 12, minute: minutes };
  if (isMorning && +hour <= 12) return { hour: +hour % 12, minute: minutes };
  return { hour: +hour, minute: minutes };
}

const HAN_WEEKDAY =
  /(?:星期|週|周|礼拜|禮拜)([一二三四五六日天])|[(]([月火水木金土日一二三四五六월화수목금토일])(?:曜日?|요일)?[)]|([月火水木金土日])曜|([월화수목금토일])요일/u;
const HAN_WEEKDAYS = ['一月월', '二火화', '三水수', '四木목', '五金금', '六土토', '日天일'];

/** Whether every weekday that the line names is the weekday of the day. A slip in the date is likely otherwise. */
function weekdaysFit(rest: string, start: number): boolean {
  const weekday = ((new Date(start).getUTCDay() + 6) % 7) + 1;
  const groups: readonly (string | undefined)[] = HAN_WEEKDAY.exec(rest)?.slice(1) ?? [];
  const han = groups.find((found) => found !== undefined);
  if (han !== undefined && HAN_WEEKDAYS.findIndex((day) => day.includes(han)) + 1 !== weekday) return false;
  return (rest.match(/[\p{L}\p{M}]{4,}/gu) ?? []).every((word) => {
    const named = weekdayNumber(word);
    return named === undefined || named === weekday;
  });
}
