import type { Byline } from '../../../domain/article.ts';
import type { Credited } from './credits.ts';
import { readHanCredits } from './credits-han.ts';
import type { Setting } from './credits-han.ts';
import {
  isPosition,
  readLoneName,
  readSignature,
  readSource,
  readTopByline,
} from './credits-latin-placed.ts';
import { creditRules } from './rules/index.ts';
import type { HanCredits } from './rules/rule.ts';
import { isBareName, namesIn } from './han-names.ts';
import { pieces } from './han-pieces.ts';
import { wholeRole } from './han-roles.ts';
import type { Role } from './han-roles.ts';
import { stampOf } from '../../dates/stamp.ts';
import { hasJapaneseSurname } from './surnames-ja.ts';

/**
 * Credits that only their place gives away. In Chinese and Japanese: a lone 编辑 张三, a role and its names on lines of
 * their own, a name in brackets behind the last sentence; read between the headline and the story and after it. In the
 * Latin script: a name with what its bearer is, right under the headline.
 */

/** Lines looked at over and under the story. */
const REACH = { top: 12, end: 40 };

/** Lines of names under one role, and names in a line. */
const MOST_NAMES = 6;

const LONGEST_LINE = 60;
const LONGEST_OUTLET = 24;

const ROLE_LINE = /^[\s■●◆▲|｜丨·•【［[]*([^\s:：|｜丨/】］\]]{1,12})[\s:：|｜丨/】］\]]*$/u;

/** A sentence, then a short bracket that ends the paragraph. */
const SIGNED = /^([\s\S]*[。！？!?…”」』])\s*[（(【]([^（()）【】]{2,24})[）)】]$/u;

/** The role a line consists of, if it does. */
function roleLine(line: string, rules: HanCredits): Role | undefined {
  const word = line.length <= LONGEST_LINE ? ROLE_LINE.exec(line)?.[1] : undefined;
  const role = word === undefined ? undefined : wholeRole(word, rules);
  return role?.kind === 'fact' ? undefined : role;
}

/** Whether a line is a role with nothing beside it. */
export function isRoleLine(line: string, language: string): boolean {
  return roleLine(line, creditRules(language).han) !== undefined;
}

/** The names a line consists of, each a name by its form alone. */
function nameLine(line: string, rules: HanCredits): string[] | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const words = pieces(line, rules) ?? [];
  if (words.length === 0 || words.length > MOST_NAMES) return undefined;
  const names = words.map(({ text, labels }) =>
    labels || wholeRole(text, rules) !== undefined ? undefined : namesIn(text, 'bare', rules),
  );
  const found = names.every((some) => some !== undefined) ? names.flat() : undefined;
  return found?.some((name) => rules.notNames.includes(name)) ? undefined : found;
}

/** A role line at `at` and the lines of names under it. */
function stacked(texts: readonly string[], at: number, rules: HanCredits): Credited[] | undefined {
  const role = roleLine(texts[at] ?? '', rules);
  if (!role) return undefined;
  const below = (line: number): string[] | undefined => {
    const text = texts[line] ?? '';
    if (role.kind === 'person') return nameLine(text, rules);
    const outlet = text !== '' && text.length <= LONGEST_OUTLET && !/[。，,：:！？!?]/u.test(text);
    return outlet && line === at + 1 && !roleLine(text, rules) ? [text] : undefined;
  };
  const found: Credited[] = [];
  for (let line = at + 1; line - at <= MOST_NAMES; line++) {
    const bylines = below(line)?.map((name): Byline => ({ name, role: role.word }));
    if (!bylines) break;
    found.push({ bylines, removed: texts[line] ?? '', rest: '' });
  }
  return found.length > 0 ? [{ bylines: [], removed: texts[at] ?? '', rest: '' }, ...found] : undefined;
}

/** ■张三 李四 本报记者 needs no role where a sign and nothing but names make the line. */
function decorated(line: string, rules: HanCredits): Byline[] | undefined {
  const names = /^[■□●◆]\s*(.+)$/u.exec(line)?.[1]?.split(/[\s、]+/u) ?? [];
  const named = names.length > 0 && names.every((name) => isBareName(name, rules));
  return named ? names.map((name) => ({ name })) : undefined;
}

/** （張三）, 【山田太郎】: what is in brackets by itself is a name, where its surname says so. */
function bracketed(line: string, rules: HanCredits): Byline[] | undefined {
  const inner = /^[（(【〔［[]([^（()）【】〔〕［］[\]]{2,24})[）)】〕］\]]$/u.exec(line)?.[1];
  const names = inner?.split(/[\s、]+/u).filter((name) => name !== '') ?? [];
  const named =
    names.length > 0 &&
    names.every((name) => isBareName(name, rules) && (rules.surnames || hasJapaneseSurname(name)));
  return named ? names.map((name) => ({ name })) : undefined;
}

function lone(line: string, rules: HanCredits, setting: Setting): Credited | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const bylines = readHanCredits(line, rules, setting) ?? decorated(line, rules) ?? bracketed(line, rules);
  // 审核 程序 is a heading.
  if (bylines?.some(({ name }) => rules.notNames.includes(name))) return undefined;
  return bylines && { bylines, removed: line, rest: '' };
}

/** …と話している。（大槻美帆） */
function signed(paragraph: string, rules: HanCredits): Credited | undefined {
  const tail = paragraph.slice(-80);
  const [, , inner] = SIGNED.exec(tail) ?? [];
  if (inner === undefined) return undefined;
  const words = inner.split(/[\s、，,]+/u).filter((word) => word !== '');
  if (words.length > MOST_NAMES || !words.every((word) => isBareName(word, rules))) return undefined;
  const rest = paragraph.replace(/\s*[（(【][^（()）【】]*[）)】]$/u, '');
  return { bylines: words.map((name) => ({ name })), removed: paragraph.slice(rest.length).trim(), rest };
}

/**
 * Credits by paragraph. `gone` says which paragraphs other rules take, `credited` which of
 * them are credits, `isProse` where the story begins and ends.
 */
export function edgeCredits(
  texts: readonly string[],
  gone: (at: number) => boolean,
  credited: (at: number) => boolean,
  isProse: (text: string) => boolean,
  language: string,
): Map<number, Credited> {
  const found = new Map<number, Credited>();
  const { han: rules, latin } = creditRules(language);
  const prose = (at: number): boolean => !gone(at) && isProse(texts[at] ?? '');

  const title = texts.findIndex((_, at) => !gone(at));
  let top = title + 1;
  while (top < Math.min(texts.length, title + REACH.top) && !prose(top)) top++;
  let end = texts.length - 1;
  while (end > title && end > texts.length - REACH.end && !prose(end)) end--;

  if (!/^(?:zh|ja)\b/iu.test(language)) {
    for (let at = title + 1; at < texts.length; at++) {
      const text = texts[at] ?? '';
      const isTop = at < top;
      const isEdge = isTop || at > end;
      if (gone(at) || !isEdge) continue;
      // Under `By Jane Roe`, `Staff Writer` is what she is.
      const isTitle = isTop && (credited(at - 1) || found.has(at - 1)) && isPosition(text, latin);
      const beside = [texts[at - 1], texts[at + 1]].some(
        (line = '') => stampOf(line) || isPosition(line, latin),
      );
      const lone = isTop && beside ? readLoneName(text, latin) : undefined;
      const placed =
        lone ?? (isTop ? readTopByline(text, latin) : readSignature(text, texts[at - 1] ?? '', latin));
      const bylines = isTitle ? [] : (placed ?? readSource(text, latin));
      if (bylines) found.set(at, { bylines, removed: text, rest: '' });
    }
    return found;
  }

  const read = (from: number, to: number, under: boolean): void => {
    for (let at = from; at < to; at++) {
      if (found.has(at)) continue;
      // 编辑： with nothing after it is an empty credit, unless the names stand below.
      const several = stacked(texts.slice(0, to), at, rules);
      several?.forEach((credit, line) => found.set(at + line, credit));
      const block = under && (credited(at - 1) || credited(at + 1) || found.has(at - 1));
      const one = several || gone(at) ? undefined : lone(texts[at] ?? '', rules, block ? 'block' : 'edge');
      if (one) found.set(at, one);
    }
  };
  read(title + 1, top, false);
  read(Math.max(end + 1, top), texts.length, true);
  const last = end > title && prose(end) ? signed(texts[end] ?? '', rules) : undefined;
  if (last) found.set(end, last);
  return found;
}
