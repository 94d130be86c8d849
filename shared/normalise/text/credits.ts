import type { Byline } from '../../domain/article.ts';
import { readHanCredits } from './credits-han.ts';
import { readLatinCredits } from './credits-latin.ts';
import { creditRules } from './credits-rules/index.ts';

/** What crediting found in a paragraph: the people, what was cut, and what is left of it (empty: all was credits). */
export interface Credited {
  bylines: Byline[];
  removed: string;
  rest: string;
}

type Read = (line: string, enclosed: boolean) => Byline[] | undefined;

/** The longest paragraph that may be credits as a whole. */
const LONGEST_LINE = 700;

/** Signs set before a credits line. */
const DECORATION = /^[\s■□●○◆◇▲△※★☆▌▎|｜·•—–\-_*＊#/]+|[\s—–\-_*＊|｜]+$/gu;

const BRACKETS = '（(［[【〔〈<〖';
const CLOSING = '）)］]】〕〉>〗';
/** One bracket around the whole; the contents have none, so the match is linear. */
const ENCLOSED = new RegExp(
  `^[${BRACKETS.replace('[', '\\[')}]([^${BRACKETS.replace('[', '\\[')}${CLOSING.replace(']', '\\]')}]+)[${CLOSING.replace(']', '\\]')}]$`,
  'u',
);

/** How far from either end of a paragraph credits are looked for, in characters. */
const REACH = 320;

/** Behind the closing bracket a wire agency may put its own date: （編輯：張三）1120413. */
const AFTER_TAIL = /(?:\s*\d{6,8})?[\s。.]*$/u;

/** The same where nothing else stands in the paragraph. */
const AGENCY_DATE = /([）)])\d{6,8}$/u;

const SENTENCE_END = /[。！？!?…”」』]/u;

const whole = (text: string, read: Read): Credited | undefined => {
  if (text.length > LONGEST_LINE) return undefined;
  const line = text.replace(DECORATION, '').replace(AGENCY_DATE, '$1');
  const inner = ENCLOSED.exec(line)?.[1];
  const bylines = inner === undefined ? read(line, false) : read(inner.trim(), true);
  return bylines && { bylines, removed: text, rest: '' };
};

/** Credits in brackets at the end of a paragraph. */
const bracketedTail = (text: string, read: Read): Credited | undefined => {
  const end = text.length - (AFTER_TAIL.exec(text.slice(-40))?.[0].length ?? 0);
  if (!CLOSING.includes(text[end - 1] ?? ' ')) return undefined;
  let start = end - 2;
  while (start > 0 && end - start < REACH && !BRACKETS.includes(text[start] ?? '')) start--;
  if (start <= 0 || !BRACKETS.includes(text[start] ?? '')) return undefined;
  const bylines = read(text.slice(start + 1, end - 1).trim(), true);
  return bylines && { bylines, removed: text.slice(start), rest: text.slice(0, start).trimEnd() };
};

/** Credits after the last sentence of a paragraph, with nothing around them: …。責任編輯：張三 */
const openTail = (text: string, read: Read): Credited | undefined => {
  let at = text.length - 1;
  while (at > 0 && text.length - at < REACH && !SENTENCE_END.test(text[at] ?? '')) at--;
  const tail = text.slice(at + 1);
  if (at <= 0 || !SENTENCE_END.test(text[at] ?? '') || tail.trim().length < 4) return undefined;
  const bylines = read(tail.replace(DECORATION, ''), false);
  const roles = bylines?.every((byline) => byline.role !== undefined) ?? false;
  return bylines && roles ? { bylines, removed: tail.trim(), rest: text.slice(0, at + 1) } : undefined;
};

/** 新華社北京4月13日電（記者張三）…, 【記者張三／高雄報導】…: the dateline before the bracket stays. */
const HEAD =
  /^([^（()）【】〔〕［］[\]。！？，,]{0,40})([（([【〔［]([^（()）【】〔〕［］[\]。]{3,120})[）)\]】〕］])(?=.)/su;

const bracketedHead = (text: string, read: Read): Credited | undefined => {
  const match = HEAD.exec(text);
  const [, dateline = '', bracket = '', inner = ''] = match ?? [];
  if (!match) return undefined;
  const credited = /記者|记者|報導|報道|报道|通訊員|通讯员|特派員|編輯|编辑|^文|作者|撰文/u.test(inner);
  const bylines = credited ? read(inner.trim(), true) : undefined;
  // An outlet alone in brackets is a remark inside a sentence.
  if (!bylines?.some(({ role }) => role === undefined || !/源|自$/u.test(role))) return undefined;
  const after = text.slice(match[0].length);
  return { bylines, removed: bracket, rest: `${dateline.trimEnd()} ${after.trimStart()}`.trim() };
};

/** 記者張三／台北報導　正文, （大公報訊）記者張三報道：正文 */
const OPEN_HEADS = [
  /^()([^\s。，、（(]{4,40}(?:[／/][^\s。，、（(]{0,12})(?:報導|報道|报道))[\s　]+(?=\S)/u,
  /^((?:[【（(][^【】（）()]{2,16}[】）)])?\s*(?:\p{Script=Han}{2,12}[訊讯]\s*)?)((?:[^\s。，：:]{0,12})[記记]者[^。，：:（(]{2,40}(?:報導|報道|报道))[：:]\s*(?=\S)/u,
];

const openHead = (text: string, read: Read): Credited | undefined => {
  for (const pattern of OPEN_HEADS) {
    const match = pattern.exec(text.slice(0, REACH));
    const bylines = match ? read(match[2] ?? '', false) : undefined;
    if (match && bylines) {
      return {
        bylines,
        removed: (match[2] ?? '').trim(),
        rest: ((match[1] ?? '') + text.slice(match[0].length)).trim(),
      };
    }
  }
  return undefined;
};

/** （中央社記者張三台北13日電）: name, place and day run together; the dateline keeps place and day. */
const AGENCY =
  /^([（(]\p{Script=Han}{2,4}社)([記记]者)(\p{Script=Han}{2,14}(?:、\p{Script=Han}{2,4}){0,3}?)((?:\d{1,2}月)?\d{1,2}日[^（()）]{0,10}[電电][）)])/u;
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

const agencyHead = (text: string, read: Read): Credited | undefined => {
  const match = AGENCY.exec(text.slice(0, REACH));
  const [all = '', agency = '', role = '', run = '', day = ''] = match ?? [];
  if (!match) return undefined;
  const place = LONG_PLACES.find((name) => run.endsWith(name)) ?? run.slice(-2);
  const credit = role + run.slice(0, run.length - place.length);
  const bylines = read(credit, true);
  return bylines && { bylines, removed: credit, rest: agency + place + day + text.slice(all.length) };
};

const SHAPES = [whole, agencyHead, bracketedHead, openHead, bracketedTail, openTail];

const readerOf = (language: string): Read => {
  const rules = creditRules(language);
  return (line, enclosed) => readHanCredits(line, rules.han, enclosed) ?? readLatinCredits(line, rules.latin);
};

/**
 * Finds the credits in a paragraph, wherever newsrooms put them: as a line of their own, behind the dateline, at the
 * end. A paragraph may hold several, each is taken; undefined if there is none. Text that does not read as credits
 * from end to end stays untouched.
 */
export function creditsIn(paragraph: string, language: string): Credited[] {
  const read = readerOf(language);
  const found: Credited[] = [];
  let rest = paragraph;
  for (const shape of SHAPES) {
    const credited = rest === '' ? undefined : shape(rest, read);
    if (!credited) continue;
    found.push(credited);
    rest = credited.rest;
  }
  return found;
}
