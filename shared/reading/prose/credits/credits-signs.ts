import type { Byline } from '../../../domain/article.ts';
import { hasJapaneseSurname } from './surnames-ja.ts';
import type { Credited } from './credits.ts';

/** What East Asian newsrooms set off with signs alone, without a word that credits. */

/** （完）, 【了】 behind the last sentence; credits stand before it. */
const END = /\s*[（(【](?:完|终|終|了|全文完)[）)】]\s*$/u;
/** Characters that it takes. */
const LONGEST_END = 12;

/** The mark that says that a story ends here; empty where there is none. */
export function endMark(text: string): string {
  return END.exec(text.slice(-LONGEST_END))?.[0] ?? '';
}

const PLACED =
  /^([（(【［[])([\p{Script=Han}\p{Script=Katakana}ー]{2,12})[＝=]([^（()）【】［］[\]＝=]{2,24})([）)】］\]])/u;
const PLACED_TAIL = /[（(][\p{Script=Han}\p{Script=Katakana}ー]{2,12}[＝=]([^（()）＝=]{2,24})[）)]$/u;

/** 【ロンドン＝山田太郎】…: the place stays, as a dateline does. */
export function placedHead(text: string): Credited | undefined {
  const [all = '', open = '', place = '', inner = '', close = ''] = PLACED.exec(text) ?? [];
  const bylines = japaneseNames(inner);
  const story = text.slice(all.length);
  if (bylines === undefined || story.trim() === '') return undefined;
  return { bylines, removed: inner, rest: `${open}${place}${close}${story}` };
}

/** …と発表した。（ロンドン＝山田太郎） */
export function placedTail(text: string): Credited | undefined {
  const [removed = '', inner = ''] = PLACED_TAIL.exec(text.slice(-60)) ?? [];
  const bylines = japaneseNames(inner);
  const rest = text.slice(0, text.length - removed.length).trimEnd();
  return bylines && rest !== '' ? { bylines, removed, rest } : undefined;
}

/** 時事 and 共同 are no people. */
function japaneseNames(text: string): Byline[] | undefined {
  const names = text.split(/[\s、・]+/u).filter((name) => name !== '');
  return names.length > 0 && names.every(hasJapaneseSurname) ? names.map((name) => ({ name })) : undefined;
}
