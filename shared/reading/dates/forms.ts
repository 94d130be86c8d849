/**
 * How newsrooms write dates. The named groups of a form's pattern are `year`, `month` (a number or a name), `day`,
 * `ordinal` (day of the year), `hour`, `minute`, `second`, `half` (a.m. or p.m.), `zone`, `named` (a zone in square
 * brackets), `seconds` and `milliseconds` (since 1970), and `era` and `eraYear` of a Japanese year. The first form
 * that fits is used.
 */
export interface DateForm {
  name: string;
  example: string;
  pattern: RegExp;
  /**
   * The time zone of the region that uses this form, in minutes east of UTC. It is assumed if the text states no
   * zone. Absent if people in many time zones use the form. For the form that China and Japan share it is China's,
   * and `readDate` takes Japan's zone for a date with an era or in a Japanese text.
   */
  home?: number;
}

const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d+)?)?`;
/** A clock time as people write it: 9h30, 9.30 or 9am. */
const SPOKEN = String.raw`(?<hour>\d{1,2})(?:[:h.](?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d+)?)?|(?=\s*[ap]\.?m\b)|h(?=\s*$))`;
const HALF = String.raw`(?<half>[ap]\.?m(?![a-z])\.?)`;
const ZONE = String.raw`(?<zone>[a-z]{1,4}\s?[+-]\d{1,2}(?::?\d\d)?|[+-]\d{1,2}(?::?\d\d)?|[a-z]+(?:\/[a-z_]+){0,2})`;
const WEEKDAY = String.raw`(?:[\p{L}\p{M}]+\.?(?:\s*,\s*|\s+))?`;
const NAME = String.raw`(?<month>\p{L}[\p{L}\p{M}’']*)\.?`;
const DAY = String.raw`(?<day>\d{1,2})`;
const YEAR = String.raw`(?<year>\d{4}|\d\d)`;
/** A clock time with its zone after the date; the zone, or both, may be missing. */
const TAIL = String.raw`(?:(?:\s*,|\s+at|\s+um|\s+à|\s+a\s+las?|\s+[-–—])?\s+${SPOKEN}(?:\s*${HALF})?(?:\s+uhr)?(?:\s*\(?${ZONE}\)?(?:\s*\([^()]*\))?)?)?`;

const CHINA = 8 * 60;
const KOREA = 9 * 60;

const form = (name: string, example: string, pattern: string): DateForm => ({
  name,
  example,
  pattern: new RegExp(`^${pattern}$`, 'iu'),
});

export const DATE_FORMS: readonly DateForm[] = [
  // ISO 8601:2004 section 4 and RFC 3339. Some exporters pad the month to three digits.
  form(
    'ISO 8601',
    '2026-04-13T09:30:00.5+08:00',
    String.raw`(?<year>\d{4})-0?(?<month>\d\d)-(?<day>\d\d)(?:(?:[t_]|\s+)${CLOCK}\s*${ZONE}?)?`,
  ),
  // ISO 8601:2004 section 4.1.2.4. Software that writes such years mostly means "never" or "no date".
  form(
    'ISO 8601 with an expanded year',
    '+002026-04-13T09:30:00Z',
    String.raw`(?<year>[+-]\d{4,6}|\d{5,6})-(?<month>\d\d)-(?<day>\d\d)(?:[t ]${CLOCK}\s*${ZONE}?)?`,
  ),
  // RFC 9557 section 3.1. An offset before the name takes precedence.
  form(
    'ISO 8601 with the name of the zone',
    '2026-04-13T09:30:00[Europe/Berlin]',
    String.raw`(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)t${CLOCK}(?:(?<zone>z|[+-]\d\d:?\d\d)\[!?[a-z_/]+\]|\[!?(?<named>[a-z_]+(?:\/[a-z_]+){1,2})\])`,
  ),
  form(
    'ISO 8601, hours only',
    '2026-04-13T09Z',
    String.raw`(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)t(?<hour>\d\d)(?<zone>z|[+-]\d\d(?::?\d\d)?)?`,
  ),
  form(
    'ISO 8601 basic',
    '20260413T093000Z',
    String.raw`(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:t?(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?(?:[.,]\d+)?${ZONE}?)?`,
  ),
  form('ISO 8601 month', '2026-04', String.raw`(?<year>\d{4})-(?<month>\d\d)`),
  form('ISO 8601 year', '2026', String.raw`(?<year>\d{4})`),
  form('ISO 8601 ordinal', '2026-103', String.raw`(?<year>\d{4})-?(?<ordinal>\d{3})`),
  form('ISO 8601 without century', '26-04-13', String.raw`(?<year>\d\d)-(?<month>\d\d)-(?<day>\d\d)`),
  form('ISO 8601 basic without century', '260413', String.raw`(?<year>\d\d)(?<month>\d\d)(?<day>\d\d)`),
  form('ISO 8601:1988 truncated', '-26-04', String.raw`-(?<year>\d\d)-?(?<month>\d\d)`),
  form('Unix time', '1776072600', String.raw`(?<seconds>\d{9,10})(?:\.\d+)?`),
  form('Unix time in milliseconds', '1776072600000', String.raw`(?<milliseconds>\d{12,13})`),
  // RFC 822 section 5, RFC 850, RFC 2822, and common mistakes in writing them.
  form(
    'RFC 822',
    'Mon, 13 Apr 2026 09:30:00 +0800',
    String.raw`${WEEKDAY}${DAY}(?:\.|st|nd|rd|th|er|º)?[\s-]+(?:de\s+|of\s+)?${NAME},?[\s-]+(?:de\s+)?${YEAR}${TAIL}`,
  ),
  form(
    'US',
    'April 13, 2026, 9:30 a.m.',
    String.raw`${WEEKDAY}${NAME}\s+${DAY}(?:st|nd|rd|th)?,?\s+(?<year>\d{4})${TAIL}`,
  ),
  form(
    'asctime',
    'Mon Apr 13 09:30:00 2026',
    String.raw`${WEEKDAY}${NAME}\s+${DAY}\s+${CLOCK}(?:\s+${ZONE})?\s+(?<year>\d{4})`,
  ),
  form(
    'year first, with slashes or dots',
    'Fri, 2006/09/15 08:19:53 EDT',
    String.raw`${WEEKDAY}(?<year>\d{4})[/.]\s?(?<month>\d{1,2})[/.]\s?${DAY}\.?${TAIL}`,
  ),
  form(
    'year first, loose',
    '2026-4-13 9:30',
    String.raw`(?<year>\d{4})-(?<month>\d{1,2})-${DAY}(?:[t\s]\s*${CLOCK}\s*${ZONE}?)?`,
  ),
  form(
    'Hungarian and other names between year and day',
    '2004-július-13T9:15-05:00',
    String.raw`(?<year>\d{4})[-.\s]\s?${NAME}[-\s]\s?${DAY}\.?(?:,\s?\p{L}+)?(?:[t\s,]\s*${CLOCK}(?:\s*${ZONE})?)?`,
  ),
  form(
    'day first, with dots',
    '13.04.2026 09:30',
    String.raw`${WEEKDAY}${DAY}\.\s?(?<month>\d{1,2})\.\s?${YEAR}${TAIL}`,
  ),
  form(
    'month first, recognised by AM or PM',
    '4/13/2026 9:30 AM',
    String.raw`(?<month>\d{1,2})/${DAY}/(?<year>\d{4}),?\s+${CLOCK}\s*${HALF}(?:\s*${ZONE})?`,
  ),
  // Only if the day is above 12, because 04/05/2026 may be 4 May or April 5.
  form(
    'day first, with slashes',
    '13/04/2026',
    String.raw`(?<day>1[3-9]|2\d|3[01])/(?<month>\d{1,2})/(?<year>\d{4})${TAIL}`,
  ),
  form(
    'month first, with slashes',
    '04/13/2026',
    String.raw`(?<month>\d{1,2})/(?<day>1[3-9]|2\d|3[01])/(?<year>\d{4})${TAIL}`,
  ),
  {
    ...form(
      'Korean',
      '2026년 4월 13일 오후 9:30',
      String.raw`(?<year>\d{4})\s*년\s*(?<month>\d{1,2})\s*월\s*${DAY}\s*일(?:\s*\(?[\p{L}]?\)?\s*(?<half>오전|오후)?\s*${CLOCK}(?:\s*${ZONE})?)?`,
    ),
    home: KOREA,
  },
  {
    ...form(
      'Korean, a.m. or p.m. before the clock',
      '2004-05-25 오후 11:23:17',
      String.raw`(?<year>\d{4})[-.]\s?(?<month>\d{1,2})[-.]\s?${DAY}\.?\s+(?<half>오전|오후)\s*${CLOCK}`,
    ),
    home: KOREA,
  },
  {
    ...form(
      'Chinese and Japanese',
      '2026年4月13日 9:30',
      String.raw`(?:(?<year>\d{4})|(?<era>令和|平成|昭和)\s*(?<eraYear>元|\d{1,2}))\s*年\s*(?<month>\d{1,2})\s*月\s*${DAY}\s*[日号號]\s*[(（]?(?:(?:星期|週|周)?[一二三四五六日月火水木金土](?:曜日)?)?[)）]?\s*(?<half>上午|下午|晚上|凌晨|中午|早上|午前|午後)?\s*(?:(?<hour>\d{1,2})(?::|時|时|点|點)(?:(?<minute>\d{1,2})(?:分|(?=$|[\s:]))(?::?(?<second>\d\d)秒?)?)?(?:\s*${ZONE})?)?`,
    ),
    home: CHINA,
  },
];
