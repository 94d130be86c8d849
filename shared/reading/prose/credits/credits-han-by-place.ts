import type { Byline } from '../../../domain/article.ts';
import type { Credited } from './credited.ts';
import { readHanCredits, type Setting } from './credits-han.ts';
import { isBareName, namesIn } from './han-names.ts';
import { pieces } from './han-pieces.ts';
import { type Role, wholeRole } from './han-roles.ts';
import { creditRules } from './rules/index.ts';
import type { HanCredits } from './rules/rule.ts';
import { hasJapaneseSurname } from './surnames-ja.ts';

/** Lines of Chinese and Japanese credits that are recognised only above or below a story. */

/** Maximum number of lines with names below one role, and of names in one line. */
const MOST_NAMES = 6;

/**
 * Maximum length, in characters, of a line that is taken for credits because of its place at the edge of the text.
 */
const LONGEST_PLACED_LINE = 60;
/** Maximum length, in characters, of the name of an outlet on a line of its own. */
const LONGEST_OUTLET_LINE = 24;

const ROLE_LINE = /^[\s■●◆▲|｜丨·•【［[]*([^\s:：|｜丨/】］\]]{1,12})[\s:：|｜丨/】］\]]*$/u;

/** A sentence, then a short text in brackets at the end of the paragraph. */
const SIGNED = /^([\s\S]*[。！？!?…”」』])\s*[（(【]([^（()）【】]{2,24})[）)】]$/u;

/** The role in a line that consists of one role word; undefined for other lines. */
function roleLine(line: string, rules: HanCredits): Role | undefined {
  const word = line.length <= LONGEST_PLACED_LINE ? ROLE_LINE.exec(line)?.[1] : undefined;
  const role = word === undefined ? undefined : wholeRole(word, rules);
  return role?.kind === 'fact' ? undefined : role;
}

/** Whether a line consists of one role word. */
export function isRoleLine(line: string, language: string): boolean {
  return roleLine(line, creditRules(language).han) !== undefined;
}

/** The names in a line that consists only of words with the form of a name; undefined for other lines. */
function nameLine(line: string, rules: HanCredits): string[] | undefined {
  if (line.length > LONGEST_PLACED_LINE) return undefined;
  const words = pieces(line, rules) ?? [];
  if (words.length === 0 || words.length > MOST_NAMES) return undefined;
  const names = words.map(({ text, labels }) =>
    labels || wholeRole(text, rules) !== undefined ? undefined : namesIn(text, 'bare', rules),
  );
  const found = names.every((some) => some !== undefined) ? names.flat() : undefined;
  return found?.some((name) => rules.notNames.includes(name)) ? undefined : found;
}

/**
 * The credits in line `at` and in the lines below it, if line `at` is one role word and the lines below it are names.
 * Undefined otherwise.
 */
export function roleWithNamesBelow(
  texts: readonly string[],
  at: number,
  rules: HanCredits,
): Credited[] | undefined {
  const role = roleLine(texts[at] ?? '', rules);
  if (!role) return undefined;
  const below = (line: number): string[] | undefined => {
    const text = texts[line] ?? '';
    if (role.kind === 'person') return nameLine(text, rules);
    const outlet = text !== '' && text.length <= LONGEST_OUTLET_LINE && !/[。，,：:！？!?]/u.test(text);
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

/** The names in a line that begins with a sign: ■张三 李四. Such a line needs no role. */
function namesAfterSign(line: string, rules: HanCredits): Byline[] | undefined {
  const names = /^[■□●◆]\s*(.+)$/u.exec(line)?.[1]?.split(/[\s、]+/u) ?? [];
  const named = names.length > 0 && names.every((name) => isBareName(name, rules));
  return named ? names.map((name) => ({ name })) : undefined;
}

/** （張三）, 【山田太郎】: text in brackets on its own line is a name if it begins with a surname. */
function namesInBrackets(line: string, rules: HanCredits): Byline[] | undefined {
  const inner = /^[（(【〔［[]([^（()）【】〔〕［］[\]]{2,24})[）)】〕］\]]$/u.exec(line)?.[1];
  const names = inner?.split(/[\s、]+/u).filter((name) => name !== '') ?? [];
  const named =
    names.length > 0 &&
    names.every((name) => isBareName(name, rules) && (rules.surnames || hasJapaneseSurname(name)));
  return named ? names.map((name) => ({ name })) : undefined;
}

/** Reads a whole line as credits; undefined if it is not credits. */
export function creditsLine(line: string, rules: HanCredits, setting: Setting): Credited | undefined {
  if (line.length > LONGEST_PLACED_LINE) return undefined;
  const bylines =
    readHanCredits(line, rules, setting) ?? namesAfterSign(line, rules) ?? namesInBrackets(line, rules);
  // 审核 (review) is a role, but 审核 程序 (review procedure) is a heading: 程序 is not a name.
  if (bylines?.some(({ name }) => rules.notNames.includes(name))) return undefined;
  return bylines && { bylines, removed: line, rest: '' };
}

/** Names in brackets after the last sentence: …と話している。（大槻美帆） */
export function signature(paragraph: string, rules: HanCredits): Credited | undefined {
  const tail = paragraph.slice(-80);
  const [, , inner] = SIGNED.exec(tail) ?? [];
  if (inner === undefined) return undefined;
  const words = inner.split(/[\s、，,]+/u).filter((word) => word !== '');
  if (words.length > MOST_NAMES || !words.every((word) => isBareName(word, rules))) return undefined;
  const rest = paragraph.replace(/\s*[（(【][^（()）【】]*[）)】]$/u, '');
  return { bylines: words.map((name) => ({ name })), removed: paragraph.slice(rest.length).trim(), rest };
}
