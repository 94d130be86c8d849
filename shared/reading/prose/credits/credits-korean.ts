import type { Byline } from '../../../domain/article.ts';
import { folded } from '../../../domain/text.ts';
import { withoutFacts } from './byline-facts.ts';
import type { Credited } from './credited.ts';
import {
  GIVEN_SYLLABLES,
  KOREAN_LABELS,
  KOREAN_NOBODY,
  KOREAN_SURNAMES,
  KOREAN_TITLES,
  NOT_KOREAN_NAMES,
} from './rules/ko.ts';

/** Reads Korean credits: 김서연 기자, (항구=연합일보) 김서연 기자 =, 글·사진 김서연 기자, 글=김서연 사진=박민수. */

const LONGEST = 160;

const anyOf = (list: readonly string[]): string =>
  [...new Set(list)].sort((a, b) => b.length - a.length).join('|');

const NAME = new RegExp(`^(?:${anyOf(KOREAN_SURNAMES)})\\p{Script=Hangul}{1,2}$`, 'u');
const TITLE = anyOf(KOREAN_TITLES);
const NAMES = String.raw`\p{Script=Hangul}{2,4}(?:\s?[·ㆍ‧,、]\s?\p{Script=Hangul}{2,4}){0,5}`;

/** Full names with a space between them: 김서연 박지훈 기자. They have three syllables, as almost all names. */
const SPACED = String.raw`\p{Script=Hangul}{3}(?:\s\p{Script=Hangul}{3}){1,4}`;
const SPACED_NAMED = new RegExp(`^(${SPACED})\\s?(${TITLE})$`, 'u');
/** The last syllable of a province, a city, a district or a desk. Few names have it, so a place before a name is none. */
const PLACE_END = /[도시군구읍면동역부팀국]$/u;

/** 김서연 기자, 김서연·박민수 기자, with the outlet or the place before: 연합일보 김서연 기자, 항구=김서연 기자. */
const NAMED = new RegExp(
  String.raw`^(?:[\p{L}\p{N}]{2,14}(?:\s?[=＝]\s?|\s))??(${NAMES})\s?(${TITLE})(?:입니다)?$`,
  'u',
);

/** A label, then names with or without a title. */
const LABEL = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(${anyOf(KOREAN_LABELS)})(?:\s?[=＝:：/|]\s?|\s(?=\p{Script=Hangul}))`,
  'gu',
);

/** The brackets of an agency's dateline and the reporter after them, before the story. */
const HEAD = new RegExp(
  String.raw`^([(\[【（][^()\[\]【】（）]{2,30}[)\]】）]\s*)?((?:${NAMES}|${SPACED})\s?(?:${TITLE}))\s?[=＝]\s?(?=\S)`,
  'u',
);

/** [연합일보 김서연 기자] or (서울=김서연 기자) before the story: all of the brackets name the reporter. */
const BRACKETED_HEAD = /^[(\[【（]([^()[\]【】（）]{4,40})[)\]】）]\s*(?=\S)/u;

/** A reporter after the last sentence of a paragraph: …밝혔다. 김서연 기자 seoyeon@example.org */
const TAIL = new RegExp(
  String.raw`(?<=[다요죠음함됨][.”"’)]{1,2})\s+/?\s?((?:[\p{L}\p{N}]{2,14}[\s=])?${NAMES}\s?(?:${TITLE})[^다요]{0,60})$`,
  'u',
);

/** 김서연 항구일보 기자: the outlet stands between the name and the title. */
const NAMED_WITH_OUTLET = new RegExp(
  String.raw`^(\p{Script=Hangul}{3,4})\s[\p{L}\p{N}]{2,14}\s(${TITLE})$`,
  'u',
);

function namesIn(list: string): string[] | undefined {
  const names = list.split(/\s?[·ㆍ‧,、]\s?/u).filter((name) => name !== '');
  return names.length > 0 && names.every((name) => NAME.test(name) && !NOT_KOREAN_NAMES.has(name))
    ? names
    : undefined;
}

/** As `namesIn`, without a job title that shows that these are people: the form must be more certain. */
function untitledNamesIn(list: string): string[] | undefined {
  const names = namesIn(list);
  const isEvident = names?.every(
    (name) => name.length >= 3 && [...name].slice(-2).every((syllable) => GIVEN_SYLLABLES.has(syllable)),
  );
  return isEvident === true ? names : undefined;
}

function readNamed(text: string): Byline[] | undefined {
  const [, spaced = '', common = ''] = SPACED_NAMED.exec(text) ?? [];
  const [first = ''] = spaced.split(' ');
  const people = namesIn(spaced.replaceAll(/\s/gu, '·'));
  // The first may be a place or a desk, so its form must be more certain.
  if (people?.every((name) => !PLACE_END.test(name)) === true && untitledNamesIn(first))
    return people.map((name) => ({ name, role: common }));
  const [, list = '', role = ''] = NAMED.exec(text) ?? [];
  const named = namesIn(list)?.map((name) => ({ name, role }));
  if (named) return named;
  const [, before = '', title = ''] = NAMED_WITH_OUTLET.exec(text) ?? [];
  return untitledNamesIn(before)?.map((name) => ({ name, role: title }));
}

function readLabelled(text: string): Byline[] | undefined {
  const labels = [...text.matchAll(LABEL)];
  if (labels[0]?.index !== 0) return undefined;
  const bylines: Byline[] = [];
  for (const [at, label] of labels.entries()) {
    const role = label[1] ?? '';
    const value = text
      .slice(label.index + label[0].length, labels[at + 1]?.index ?? text.length)
      .replace(/[\s,·/|;]+$/u, '');
    const hasSign = /[=＝:：/|]/u.test(label[0]);
    const named = readNamed(value);
    const names =
      named?.map(({ name }) => name) ?? (hasSign || labels.length > 1 ? labelledNames(value) : undefined);
    if (names === undefined) return undefined;
    // In `글·사진 김서연 기자` the label says what the reporter did.
    bylines.push(...names.map((name) => ({ name, role })));
  }
  return bylines;
}

function labelledNames(value: string): string[] | undefined {
  if (value !== '' && value.length <= 30 && KOREAN_NOBODY.test(value)) return [];
  return untitledNamesIn(value);
}

/** The people credited in a Korean line; undefined unless the whole line reads as credits. */
export function readKoreanCredits(line: string): Byline[] | undefined {
  if (line.length > LONGEST || !/\p{Script=Hangul}/u.test(line) || /[!?。]/u.test(line)) return undefined;
  const { text, facts } = withoutFacts(folded(line).trim());
  const named = text.replace(/^[/=]\s?|\s?[=/,]$/gu, '').replace(/^[([【<]([^()[\]【】<>]+)[)\]】>]$/u, '$1');
  const found = readLabelled(named) ?? readNamed(named);
  if (found) return found.length > 0 ? found : undefined;
  // 김서연 seoyeon@example.org: with an address, the name needs no title.
  return facts.includes('@') ? untitledNamesIn(named)?.map((name) => ({ name })) : undefined;
}

/** The reporter who is named before the story. The dateline stays. */
export function koreanHead(text: string): Credited | undefined {
  const [all = '', dateline = '', credit = ''] = HEAD.exec(text) ?? [];
  const bylines = credit === '' ? undefined : readNamed(credit);
  if (bylines) {
    const removed = all.slice(dateline.length).trim();
    return { bylines, removed, rest: `${dateline.trimEnd()} ${text.slice(all.length)}`.trim() };
  }
  const [brackets = '', inner = ''] = BRACKETED_HEAD.exec(text) ?? [];
  const named = inner === '' ? undefined : readNamed(inner.trim());
  return named && { bylines: named, removed: brackets.trim(), rest: text.slice(brackets.length) };
}

/** The reporter who is named after the last sentence of a paragraph. */
export function koreanTail(text: string): Credited | undefined {
  const end = text.slice(-LONGEST);
  const [all = '', credit = ''] = TAIL.exec(end) ?? [];
  const bylines = credit === '' ? undefined : readKoreanCredits(credit);
  return bylines && { bylines, removed: all.trim(), rest: text.slice(0, text.length - all.length) };
}
