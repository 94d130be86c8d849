import { readDate } from '../../dates/date.ts';

/** Longer lines that begin so are about an embargo. */
const LONGEST = 160;

/** Most lines have none of these. */
const WORD = /embarg|sperrfrist|for (?:release|publication|broadcast|use)|解禁/iu;

/** Before the words: signs, or what the sheet is called. */
const BEFORE = String.raw`^[\s\p{P}\p{S}]{0,6}(?:(?:press|media|news) release\s*[-–—:|]\s*)?`;
const line = (pattern: string): RegExp => new RegExp(`${BEFORE}${pattern}`, 'iu');

/** What stands between such words and the date; without it they begin a sentence. */
const THEN = String.raw`\s*(?:[:：–—-]|$)`;

/** Words over a story that say until when it is under embargo; nobody begins a story with them. */
const SURE: readonly RegExp[] = [
  `(?:strictly )?embargoed(?: for (?:release|publication))?(?:${THEN}| (?:until|till|to))\\W{0,3}(?:until )?(?<when>.*)$`,
  `(?:under|strict) embargo(?:${THEN}| (?:until|till))\\W{0,3}(?:until )?(?<when>.*)$`,
  String.raw`not for (?:release|publication|broadcast|use)(?:,? (?:or|and) \w+)? (?:before|until)\W{0,3}(?<when>.*)$`,
  `hold for release(?:${THEN}| (?:until|at))\\W{0,3}(?<when>.*)$`,
  `sperrfrist(?:${THEN}| bis)\\W{0,3}(?:bis )?(?:zum |am )?(?<when>.*)$`,
  `sous embargo(?:${THEN}| jusqu['’](?:au|à))\\s*(?<when>.*)$`,
  `(?:bajo embargo|embargad[oa])(?:${THEN}| hasta)(?: el| las?)?\\s*(?<when>.*)$`,
  String.raw`(?:情報)?解禁(?:日時?|時間|时间)[】\]]?\s*[:：]\s*(?<when>.*)$`,
].map(line);

/** Words that a headline may begin with as well: they count if a date is all that follows. */
const PERHAPS: readonly RegExp[] = [
  String.raw`embargo\s*(?:[:–—-]|until|till)\s*(?:until )?(?<when>.+)$`,
  String.raw`embargo (?:jusqu['’](?:au|à)|hasta(?: el| las?)?) (?<when>.+)$`,
].map(line);

/** 00.01hrs GMT, Monday 14 April 2026 */
const CLOCK_FIRST =
  /^(?<hour>\d{1,2}(?:[:.h]\d\d)?)\s*(?:hrs|hours|uhr)?(?<zone>\s*(?:[ap]\.?m\.?)?\s*\(?[a-z]{1,5}(?:[+-]\d{1,2})?\)?)?[\s,]+(?:on |am |le |del? )?(?<day>.{6,40})$/iu;

/**
 * What a line over a story says of its embargo: `until`, an instant in UTC, or nothing where it does not say when, or
 * in which zone. Undefined for any other line.
 */
export function embargoLine(text: string, language?: string): { until?: string } | undefined {
  if (text.length > LONGEST || !WORD.test(text)) return undefined;
  const sure = whenIn(SURE, text);
  const when = sure ?? whenIn(PERHAPS, text);
  if (when === undefined) return undefined;
  const date = dateIn(when, language);
  if (date === undefined) return sure === undefined ? undefined : {};
  return date.zone === 'stated' ? { until: date.instant } : {};
}

const whenIn = (patterns: readonly RegExp[], text: string): string | undefined =>
  patterns.map((pattern) => pattern.exec(text)?.groups?.['when']).find((when) => when !== undefined);

function dateIn(text: string, language: string | undefined): ReturnType<typeof readDate> {
  const when = text.replace(/[\s\p{P}\p{S}]+$/u, (end) => (end.includes(')') ? ')' : ''));
  const { hour, zone = '', day } = CLOCK_FIRST.exec(when)?.groups ?? {};
  return (
    readDate(when, language) ?? (day === undefined ? undefined : readDate(`${day} ${hour}${zone}`, language))
  );
}
