import type { Byline } from '../../../domain/article.ts';
import type { Credited } from './credited.ts';
import { hasJapaneseSurname } from './surnames-ja.ts';

/**
 * Reads two signs of East Asian newsrooms that need no role word: the mark at the end of a story, and a reporter's
 * name after a place.
 */

/** （完） or 【了】 after the last sentence, and after the credits. */
const END_MARK = /\s*[（(【](?:完|终|終|了|全文完)[）)】]\s*$/u;
const LONGEST_END_MARK = 12;

/**
 * The mark （完） or a similar one at the end of a text, which says that the story is complete; empty if there is none.
 */
export function endMark(text: string): string {
  return END_MARK.exec(text.slice(-LONGEST_END_MARK))?.[0] ?? '';
}

const PLACE_AND_NAME =
  /^([（(【［[])([\p{Script=Han}\p{Script=Katakana}ー]{2,12})(?:[＝=]|(?<=[支総本]局|支社|本社|通信部)[・\s　])([^（()）【】［］[\]＝=]{2,24})([）)】］\]])/u;
/** Only this many characters at the end of a text are searched for a place and a name. */
const LONGEST_PLACE_AND_NAME = 60;

const PLACE_AND_NAME_AT_END =
  /[（(][\p{Script=Han}\p{Script=Katakana}ー]{2,12}[＝=]([^（()）＝=]{2,24})[）)]$/u;

/** 【ロンドン＝山田太郎】… before the story: the name is cut, the place stays as a dateline. */
export function nameWithPlaceAtStart(text: string): Credited | undefined {
  const [all = '', open = '', place = '', inner = '', close = ''] = PLACE_AND_NAME.exec(text) ?? [];
  const bylines = japaneseNames(inner);
  const story = text.slice(all.length);
  if (bylines === undefined || story.trim() === '') return undefined;
  return { bylines, removed: inner, rest: `${open}${place}${close}${story}` };
}

/** …と発表した。（ロンドン＝山田太郎） after the story: the brackets and everything in them are cut. */
export function nameWithPlaceAtEnd(text: string): Credited | undefined {
  const [removed = '', inner = ''] = PLACE_AND_NAME_AT_END.exec(text.slice(-LONGEST_PLACE_AND_NAME)) ?? [];
  const bylines = japaneseNames(inner);
  const rest = text.slice(0, text.length - removed.length).trimEnd();
  return bylines && rest !== '' ? { bylines, removed, rest } : undefined;
}

/** The names in a text; undefined if any part has no Japanese surname, such as the agencies 時事 and 共同. */
function japaneseNames(text: string): Byline[] | undefined {
  const names = text.split(/[\s、・]+/u).filter((name) => name !== '');
  return names.length > 0 && names.every(hasJapaneseSurname) ? names.map((name) => ({ name })) : undefined;
}

/** Names of places with more than two characters. */
const LONG_PLACES = [
  '華盛頓',
  '洛杉磯',
  '舊金山',
  '新加坡',
  '吉隆坡',
  '雅加達',
  '布魯塞爾',
  '日內瓦',
  '莫斯科',
  '伊斯坦堡',
  '墨爾本',
  '法蘭克福',
  '溫哥華',
  '多倫多',
];

/** The place at the end of a run of names and a place without spaces: 台北 in 張三台北. Most places have two characters. */
export const placeAtEnd = (run: string): string =>
  LONG_PLACES.find((name) => run.endsWith(name)) ?? run.slice(-2);
