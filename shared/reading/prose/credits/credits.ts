import type { Byline } from '../../../domain/article.ts';
import { cyrillicHead } from './credits-cyrillic-head.ts';
import { readHanCredits } from './credits-han.ts';
import { koreanHead, koreanTail, readKoreanCredits } from './credits-korean.ts';
import { readLatinCredits } from './credits-latin.ts';
import { readUncasedCredits } from './credits-uncased.ts';
import { creditRules } from './rules/index.ts';
import { isBareName } from './han-names.ts';
import type { Credited } from './credited.ts';
import { endMark, nameWithPlaceAtEnd, nameWithPlaceAtStart, placeAtEnd } from './credits-signs.ts';
import { EAST_ASIAN } from './han-pieces.ts';

/** Reads the credits of one language. */
interface Read {
  /** The people in a line that consists of credits. `enclosed`: whether the line was in brackets. */
  credits(line: string, enclosed: boolean): Byline[] | undefined;
  /** The people in a line that consists of names, without role words. */
  names(line: string): Byline[] | undefined;
}

/** Maximum length, in characters, of a paragraph that consists of credits. */
const LONGEST_CREDITS_PARAGRAPH = 700;

/** Signs before a credits line. */
const SIGNS_BEFORE = /^[\s■□●○◆◇▲△※★☆▌▎|｜·•—–\-_*＊#/]+/u;
/** Signs after a credits line. */
const SIGN_AFTER = /[\s—–\-_*＊|｜]/u;

const undecorated = (text: string): string => {
  const line = text.replace(SIGNS_BEFORE, '');
  let end = line.length;
  while (end > 0 && SIGN_AFTER.test(line[end - 1] ?? '')) end--;
  return line.slice(0, end);
};

const BRACKETS = '（(［[【〔〈<〖';
const CLOSING = '）)］]】〕〉>〗';
/** Brackets around the whole line, and none inside, so that matching takes linear time. */
const ENCLOSED = new RegExp(
  `^[${BRACKETS.replace('[', '\\[')}]([^${BRACKETS.replace('[', '\\[')}${CLOSING.replace(']', '\\]')}]+)[${CLOSING.replace(']', '\\]')}]$`,
  'u',
);

/** The first and the last characters of a paragraph, this many each, are searched for credits. */
const SEARCHED = 320;

/**
 * The closing bracket at the end of a paragraph. A news agency may add the date in the Taiwanese calendar:
 * （編輯：張三）1120413.
 */
const CLOSING_BRACKET = /[）)\]】〕〉>〗](?:\s*\d{6,8})?[\s。.]*$/u;

/** The date that a news agency adds, at the end of a paragraph that consists of credits. */
const AGENCY_DATE = /([）)])\d{6,8}$/u;

/** The signs after which credits without brackets may begin, in the order in which they are tried. */
const BOUNDARIES = [/[。！？!?…”」』]/, /[）)】]/];
const ANY_BOUNDARY = /[。！？!?…”」』）)】]/;

/** Credits that are the whole paragraph. */
const wholeParagraph = (text: string, read: Read): Credited | undefined => {
  if (text.length > LONGEST_CREDITS_PARAGRAPH) return undefined;
  const plain = undecorated(text);
  const line = /\d$/.test(plain) ? plain.replace(AGENCY_DATE, '$1') : plain;
  const inner = ENCLOSED.exec(line)?.[1];
  const bylines = inner === undefined ? read.credits(line, false) : read.credits(inner.trim(), true);
  return bylines && { bylines, removed: text, rest: '' };
};

/** Credits in brackets at the end of a paragraph. */
const bracketedTail = (text: string, read: Read): Credited | undefined => {
  const closed = CLOSING_BRACKET.exec(text.slice(-40))?.[0];
  if (closed === undefined) return undefined;
  const end = text.length - closed.length + 1;
  let start = end - 2;
  while (start > 0 && end - start < SEARCHED && !BRACKETS.includes(text[start] ?? '')) start--;
  if (start <= 0 || !BRACKETS.includes(text[start] ?? '')) return undefined;
  const bylines = read.credits(text.slice(start + 1, end - 1).trim(), true);
  return bylines && { bylines, removed: text.slice(start), rest: text.slice(0, start).trimEnd() };
};

/** △树蛙鼓着腮 万里 摄: a caption without a full stop, with the photographer after a space. */
const PHOTOGRAPHED =
  /\S\s+((?:[^\s。，、]{0,8}(?:[記记]者|通[訊讯][员員])\s*)?\p{Script=Han}{2,4}\s*(?:[攝摄]|[攝摄]影))$/u;

const captionTail = (text: string, read: Read): Credited | undefined => {
  const credit = PHOTOGRAPHED.exec(text.slice(-SEARCHED))?.[1];
  const bylines = credit === undefined ? undefined : read.credits(credit, false);
  if (credit === undefined || bylines === undefined) return undefined;
  return { bylines, removed: credit, rest: text.slice(0, -credit.length).trimEnd() };
};

/** Index of the last of these signs near the end of a text; -1 if there is none. */
function lastOf(signs: RegExp, text: string): number {
  if (!signs.test(text.slice(-SEARCHED))) return -1;
  let last = text.length - 1;
  while (!signs.test(text[last] ?? '')) last--;
  return last;
}

/** Credits without brackets after the last sentence or bracket of a paragraph: …。責任編輯：張三 */
const openTail = (text: string, read: Read): Credited | undefined => {
  // Most paragraphs have none of the signs.
  if (!ANY_BOUNDARY.test(text.slice(-SEARCHED))) return undefined;
  for (const boundary of BOUNDARIES) {
    const at = lastOf(boundary, text);
    if (at <= 0) continue;
    const tail = text.slice(at + 1);
    if (tail.trim().length < 4) continue;
    const bylines = read.credits(undecorated(tail), false);
    const roles = bylines?.every((byline) => byline.role !== undefined) ?? false;
    if (bylines && roles) return { bylines, removed: tail.trim(), rest: text.slice(0, at + 1) };
  }
  return undefined;
};

/** 新華社北京4月13日電（記者張三）… or 【記者張三／高雄報導】…: the dateline before the bracket stays. */
const HEAD =
  /^((?:【[^【】（）()]{2,16}】\s*)?[^（()）【】〔〕［］[\]。！？，,]{0,40})([（([【〔［]([^（()）【】〔〕［］[\]。]{3,120})[）)\]】〕］])(?=.)/su;

/** Credits in brackets at the start of a paragraph. */
const bracketedHead = (text: string, read: Read): Credited | undefined => {
  const match = HEAD.exec(text);
  const [, dateline = '', bracket = '', inner = ''] = match ?? [];
  if (!match) return undefined;
  const credited = /記者|记者|報導|報道|报道|通訊員|通讯员|特派員|編輯|编辑|^文|作者|撰文/u.test(inner);
  // After the dateline of an agency, names need no role: 中新网上海4月11日电 (张三 李四)
  const wired = /[電电訊讯]\s*$/u.test(dateline);
  const bylines = credited ? read.credits(inner.trim(), true) : wired ? read.names(inner) : undefined;
  // If the brackets contain only the name of an outlet, they are a remark inside a sentence.
  if (!bylines?.some(({ role }) => role === undefined || !/源|自$/u.test(role))) return undefined;
  const after = text.slice(match[0].length);
  return { bylines, removed: bracket, rest: `${dateline.trimEnd()} ${after.trimStart()}`.trim() };
};

/** Credits without brackets before the text of the story (正文): 记者张三北京报道　正文, 記者張三／台北報導　正文 or （大公報訊）記者張三報道：正文 */
const OPEN_HEADS = [
  /^()([^\s。，：:（(]{0,12}[記记]者[\s　]?[^\s。，：:（(]{2,14}(?:[\s、][^\s。，：:（(]{2,14}){0,4}(?:報導|報道|报道))[\s　]+(?=\S)/u,
  /^()([^\s。，、（(]{4,40}(?:[／/╱][^\s。，、（(]{0,12})(?:報導|報道|报道))[\s　]+(?=\S)/u,
  /^((?:[【（(][^【】（）()]{2,16}[】）)])?\s*(?:\p{Script=Han}{2,12}[訊讯]\s*)?)((?:[^\s。，：:]{0,12})[記记]者[^。，：:（(]{2,40}(?:報導|報道|报道))[：:]\s*(?=\S)/u,
];

/** Credits without brackets at the start of a paragraph. */
const openHead = (text: string, read: Read): Credited | undefined => {
  for (const pattern of OPEN_HEADS) {
    const match = pattern.exec(text.slice(0, SEARCHED));
    const bylines = match ? read.credits(match[2] ?? '', false) : undefined;
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

/** （中央社記者張三台北13日電）: name, place and day are written without spaces. The place and the day stay as the dateline. */
const AGENCY =
  /^([（(]\p{Script=Han}{2,4}社)([記记]者)(\p{Script=Han}{2,14}(?:、\p{Script=Han}{2,4}){0,3}?)((?:\d{1,2}月)?\d{1,2}日[^（()）]{0,10}[電电][）)])/u;

/** The reporter who is named in an agency's dateline. */
const agencyHead = (text: string, read: Read): Credited | undefined => {
  const match = AGENCY.exec(text.slice(0, SEARCHED));
  const [all = '', agency = '', role = '', run = '', day = ''] = match ?? [];
  if (!match) return undefined;
  const place = placeAtEnd(run);
  const credit = role + run.slice(0, run.length - place.length);
  const bylines = read.credits(credit, true);
  const story = text.slice(all.length);
  // If the dateline is the whole paragraph, all of it is cut as credits.
  if (story.trim() === '') return bylines && { bylines, removed: text, rest: '' };
  return bylines && { bylines, removed: credit, rest: agency + place + day + story };
};

/**
 * The forms of credits, in the order in which they are tried. `openTail` is tried before and after `bracketedTail`,
 * because both …。（记者张三）编辑：李四 and …。编辑：李四（记者张三） occur.
 */
const SHAPES = [
  wholeParagraph,
  agencyHead,
  nameWithPlaceAtStart,
  bracketedHead,
  openHead,
  openTail,
  bracketedTail,
  nameWithPlaceAtEnd,
  openTail,
  captionTail,
];
/** The forms that occur in any script; the other forms contain East Asian words. */
const LATIN_SHAPES = [wholeParagraph, cyrillicHead, openTail, bracketedTail, openTail];
const KOREAN_SHAPES = [wholeParagraph, koreanHead, bracketedTail, koreanTail];
/** The forms of a paragraph that has only Latin letters. */
const ONLY_LATIN_SHAPES = [wholeParagraph, openTail, bracketedTail, openTail];

/**
 * Any character after those of the Latin script, except the signs of all scripts (U+2000 to U+2BFF). The other scripts
 * for which there are rules are all in this range.
 */
const OTHER_SCRIPT = /[\u0370-\u1FFF\u2C00-\uFFFF]/;

function shapesOf(paragraph: string): readonly ((text: string, read: Read) => Credited | undefined)[] {
  if (/\p{Script=Hangul}/u.test(paragraph.slice(0, SEARCHED))) return KOREAN_SHAPES;
  return EAST_ASIAN.test(paragraph) ? SHAPES : LATIN_SHAPES;
}

const readerOf = (language: string, isLatin: boolean): Read => {
  const { han, latin } = creditRules(language);
  // The readers of the other scripts find nothing in Latin letters.
  if (isLatin) return { credits: (line) => readLatinCredits(line, latin), names: () => undefined };
  return {
    credits: (line, enclosed) =>
      readHanCredits(line, han, enclosed ? 'enclosed' : 'anywhere') ??
      readLatinCredits(line, latin) ??
      readKoreanCredits(line) ??
      readUncasedCredits(line),
    names: (line) => {
      const names = line.trim().split(/[\s、]+/u);
      return names.every((name) => isBareName(name, han)) ? names.map((name) => ({ name })) : undefined;
    },
  };
};

/**
 * Finds the credits in a paragraph. They may be the whole paragraph, or follow its dateline, or be at its end. One
 * paragraph may contain several credits; the `rest` of the last element is the text that remains. A passage is cut
 * only if every word of the passage is part of credits.
 */
export function creditsIn(paragraph: string, language: string): Credited[] {
  const isLatin = !OTHER_SCRIPT.test(paragraph);
  const read = readerOf(language, isLatin);
  const found: Credited[] = [];
  const mark = isLatin ? '' : endMark(paragraph);
  let rest = paragraph.slice(0, paragraph.length - mark.length);
  let openTailSeen: string | undefined;
  for (const shape of isLatin ? ONLY_LATIN_SHAPES : shapesOf(paragraph)) {
    if (rest === '') break;
    // `openTail` is tried a second time only if another form has cut something since.
    if (shape === openTail && rest === openTailSeen) continue;
    if (shape === openTail) openTailSeen = rest;
    const credited = shape(rest, read);
    if (!credited) continue;
    rest = credited.rest;
    found.push({ ...credited, rest: rest === '' ? '' : rest + mark });
  }
  return found;
}
