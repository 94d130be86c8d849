import type { Instant } from '../../../domain/instant.ts';
import { readDate } from '../../dates/date.ts';

/**
 * Maximum length of an embargo line, in characters. A longer text that begins like one is a story about an embargo.
 */
const LONGEST_EMBARGO_LINE = 160;

/** Every embargo line has one of these words, and most other lines do not. */
const WORD = /embarg|sperrfrist|for (?:release|publication|broadcast|use)|解禁/iu;

/** The beginning of a line, before the embargo words: signs, or a label such as `Press release –`. */
const BEFORE = String.raw`^[\s\p{P}\p{S}]{0,6}(?:(?:press|media|news) release\s*[-–—:|]\s*)?`;
const atLineStart = (pattern: string): RegExp => new RegExp(`${BEFORE}${pattern}`, 'iu');

/** The separator between the embargo words and the date. Without it, the words are the beginning of a sentence. */
const THEN = String.raw`\s*(?:[:：–—-]|$)`;

/**
 * Words that state an embargo wherever a line begins with them: no story begins like this. The group `when` is the
 * text of the date.
 */
const SURE: readonly RegExp[] = [
  `(?:strictly )?embargoed(?: for (?:release|publication))?(?:${THEN}| (?:until|till|to))\\W{0,3}(?:until )?(?<when>.*)$`,
  `(?:under|strict) embargo(?:${THEN}| (?:until|till))\\W{0,3}(?:until )?(?<when>.*)$`,
  String.raw`not for (?:release|publication|broadcast|use)(?:,? (?:or|and) \w+)? (?:before|until)\W{0,3}(?<when>.*)$`,
  `hold for release(?:${THEN}| (?:until|at))\\W{0,3}(?<when>.*)$`,
  `sperrfrist(?:${THEN}| bis)\\W{0,3}(?:bis )?(?:zum |am )?(?<when>.*)$`,
  `sous embargo(?:${THEN}| jusqu['’](?:au|à))\\s*(?<when>.*)$`,
  `(?:bajo embargo|embargad[oa])(?:${THEN}| hasta)(?: el| las?)?\\s*(?<when>.*)$`,
  String.raw`(?:情報)?解禁(?:日時?|時間|时间)[】\]]?\s*[:：]\s*(?<when>.*)$`,
].map(atLineStart);

/** Words with which a headline may also begin. They state an embargo only if a date follows and nothing else. */
const PERHAPS: readonly RegExp[] = [
  String.raw`embargo\s*(?:[:–—-]|until|till)\s*(?:until )?(?<when>.+)$`,
  String.raw`embargo (?:jusqu['’](?:au|à)|hasta(?: el| las?)?) (?<when>.+)$`,
].map(atLineStart);

/** A date that begins with the time of day: 00.01hrs GMT, Monday 14 April 2026 */
const CLOCK_FIRST =
  /^(?<hour>\d{1,2}(?:[:.h]\d\d)?)\s*(?:hrs|hours|uhr)?(?<zone>\s*(?:[ap]\.?m\.?)?\s*\(?[a-z]{1,5}(?:[+-]\d{1,2})?\)?)?[\s,]+(?:on |am |le |del? )?(?<day>.{6,40})$/iu;

/**
 * The embargo that a line above a story states. `until`: an instant in UTC; absent if the line states no date or no
 * time zone. Undefined if the line is not about an embargo.
 */
export function embargoLine(text: string, language?: string): { until?: Instant } | undefined {
  if (text.length > LONGEST_EMBARGO_LINE || !WORD.test(text)) return undefined;
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
