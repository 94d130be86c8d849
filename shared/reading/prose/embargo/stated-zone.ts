import { regionMinutes, zoneMinutes } from '../../dates/zones.ts';

/** Names of zones that have one meaning. IST and CST are not here: each is the name of zones many hours apart. */
const NAMES =
  'utc gmt bst cet cest mez mesz sec selc met eet eest msk edt est cdt pdt pst mdt jst kst hkt sgt awst aest aedt acst acdt nzst nzdt wib brt z'.split(
    ' ',
  );

/** The Czech and Slovak names of Central European Time, SEČ and SELČ, without their accents. */
const CZECH: ReadonlyMap<string, string> = new Map([
  ['sec', 'cet'],
  ['selc', 'cest'],
]);

/** What notices call a zone, and its IANA name. */
const REGIONS: readonly [string, RegExp][] = [
  ['America/New_York', /\b(?:et|eastern(?: standard| daylight)?(?: time)?|us eastern|new york time)\b/u],
  ['America/Chicago', /\b(?:ct|central time|chicago time)\b/u],
  ['America/Denver', /\b(?:mt|mountain time)\b/u],
  ['America/Los_Angeles', /\b(?:pt|pacific(?: standard| daylight)?(?: time)?|los angeles time)\b/u],
  ['Europe/London', /\b(?:uk time|london time|british (?:summer )?time|london)\b/u],
  [
    'Europe/Berlin',
    /\b(?:berlin time|berliner zeit|ortszeit berlin|deutscher zeit|mitteleuropaische?r? (?:sommer)?zeit|central european(?: summer)? time)\b/u,
  ],
  ['Europe/Vienna', /\b(?:wiener zeit|vienna time)\b/u],
  ['Europe/Zurich', /\b(?:schweizer zeit|geneva time|zurich time|heure de geneve)\b/u],
  [
    'Europe/Paris',
    /\b(?:heure de paris|heures? de paris|paris time|heure francaise|heure de bruxelles|brussels time)\b/u,
  ],
  ['Europe/Madrid', /\b(?:hora peninsular(?: espanola)?|hora espanola|hora de madrid|madrid time)\b/u],
  ['Europe/Rome', /\b(?:ora italiana|ore italiane|ora di roma|rome time)\b/u],
  ['Europe/Lisbon', /\b(?:hora de lisboa|lisbon time)\b/u],
  ['America/Sao_Paulo', /\b(?:hora(?:rio)? de brasilia|brasilia time)\b/u],
  ['Europe/Amsterdam', /\b(?:nederlandse tijd|amsterdam time)\b/u],
  ['Europe/Warsaw', /(?:czasu (?:polskiego|warszawskiego)|warsaw time)/u],
  ['Europe/Stockholm', /(?:svensk tid|stockholm time)/u],
  ['Europe/Oslo', /(?:norsk tid|oslo time)/u],
  ['Europe/Copenhagen', /(?:dansk tid|copenhagen time)/u],
  ['Europe/Helsinki', /(?:suomen aikaa|helsinki time)/u],
  ['Europe/Moscow', /(?:по московскому времени|московск\p{L}* врем\p{L}*|мск|по москве|moscow time)/u],
  [
    'Europe/Kyiv',
    /(?:за киівським часом|за киевом|по киеву|киівськ\p{L}* час\p{L}*|за києвом|за київським часом|kyiv time)/u,
  ],
  ['Europe/Istanbul', /(?:turkiye saati\p{L}*|istanbul time)/u],
  ['Asia/Jerusalem', /(?:שעון ישראל|israel time)/u],
  ['Etc/UTC', /(?:بتوقيت (?:غرينتش|جرينتش)|по гринвичу)/u],
  ['Africa/Cairo', /(?:بتوقيت القاهرة)/u],
  ['Asia/Riyadh', /(?:بتوقيت (?:مكة(?: المكرمة)?|الرياض))/u],
  ['Asia/Dubai', /(?:بتوقيت (?:دبي|الامارات|ابوظبي))/u],
  ['Asia/Kolkata', /(?:भारतीय (?:मानक )?समय|indian standard time|india time)/u],
  ['Asia/Jakarta', /(?:waktu indonesia barat|waktu jakarta)/u],
  ['Asia/Tokyo', /(?:日本時間|tokyo time|japan time)/u],
  ['Asia/Seoul', /(?:한국 ?시간|seoul time)/u],
  ['Asia/Shanghai', /(?:北京时间|北京時間|beijing time)/u],
  ['Asia/Hong_Kong', /(?:香港時間|香港时间|hong kong time)/u],
  ['Asia/Taipei', /(?:台北時間|臺北時間|台灣時間|臺灣時間|台北时间|taipei time)/u],
  ['Asia/Singapore', /(?:新加坡时间|新加坡時間|singapore time)/u],
];

const OFFSET = /(?:\b(?:utc|gmt)\s*)?[+−-]\s?\d{1,2}(?::?\d\d)?(?!\d)/gu;
const NAME = new RegExp(String.raw`(?<![\p{L}\d])(?:${NAMES.join('|')})(?![\p{L}\d])`, 'gu');
/** A name of letters directly after the time of day, which a zone has and which is not understood. */
const UNKNOWN = /@\s*\(?(?:ist|cst|ast|gst|art|pkt|[a-z]{2,4}t)\)?(?![\p{L}])/u;

/** The zone in what is left of a folded line without its day and its time of day, for which `@` stands. */
export function zoneIn(line: string): {
  count: number;
  rest: string;
  minutesAt: (local: number) => number | undefined;
  /** Whether all zones of the line mean the same offset, as in `10:00 CET (UTC+1)`. */
  agreesAt: (local: number) => boolean;
} {
  const found: ((local: number) => number | undefined)[] = [];
  let rest = line.replace(OFFSET, (offset) => {
    found.push(() => zoneMinutes(offset.replace(/\s/gu, '').replace('−', '-')));
    return ' ';
  });
  rest = rest.replace(NAME, (name) => {
    // `est` is also a French word, and `met` a Dutch one. A zone is next to the time of day.
    if (/^(?:est|met|z)$/u.test(name) && !new RegExp(String.raw`@\s*\(?${name}`, 'u').test(line)) return name;
    found.push(() => zoneMinutes(CZECH.get(name) ?? name));
    return ' ';
  });
  for (const [region, pattern] of REGIONS) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    // `et` and `pt` are also words. A zone of two letters is next to the time of day.
    if (match[0].length === 2 && !new RegExp(String.raw`@\s*\(?${match[0]}`, 'u').test(rest)) continue;
    found.push((local) => regionMinutes(region, local));
  }
  if (found.length === 0 && UNKNOWN.test(rest)) found.push(() => undefined);
  const agreesAt = (local: number): boolean => new Set(found.map((minutes) => minutes(local))).size <= 1;
  return { count: found.length, rest, minutesAt: (local) => found[0]?.(local), agreesAt };
}
