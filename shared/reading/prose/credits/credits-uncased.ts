import type { Byline } from '../../../domain/article.ts';
import { folded } from '../../../domain/text.ts';
import { withoutFacts } from './byline-facts.ts';
import { UNCASED, type UncasedCredits } from './rules/uncased.ts';

/** Reads credits in scripts without capital letters: Arabic, Devanagari, Hebrew, Thai. */

/** Maximum length of a line of credits, in characters. */
const LONGEST = 200;

const MOST_WORDS = 5;

interface Patterns {
  /** A label at the start of a line, or after a sign that ends the names before it. */
  label: RegExp;
  opener: RegExp | undefined;
  weakOpener: RegExp | undefined;
}

const anyOf = (list: readonly string[]): string => [...list].sort((a, b) => b.length - a.length).join('|');

const SIGN = String.raw`\s?(?:[:：/／|]|[-–—](?=\s))\s*`;

const patterns: ReadonlyMap<UncasedCredits, Patterns> = new Map(
  UNCASED.map((rules) => [
    rules,
    {
      label: new RegExp(
        String.raw`(?<![\p{L}\p{M}])(${anyOf([...rules.labels, ...rules.sources])})${SIGN}`,
        'gu',
      ),
      opener: rules.openers.length === 0 ? undefined : new RegExp(`^(?:${anyOf(rules.openers)}) `, 'u'),
      weakOpener:
        rules.weakOpeners.length === 0 ? undefined : new RegExp(`^(${anyOf(rules.weakOpeners)}) `, 'u'),
    },
  ]),
);

/** Most lines are in none of the scripts. */
const IN_ANY_SCRIPT = new RegExp(UNCASED.map(({ script }) => script.source).join('|'), 'u');

/** One word of a name: letters with their marks, and in Arabic the long stroke. */
const WORD = /^[\p{L}\p{M}ـ.'’״׳-]{1,20}$/u;

function isName(text: string, rules: UncasedCredits, fewest: number): boolean {
  const words = text.split(' ');
  return (
    rules.script.test(text) &&
    words.length >= fewest &&
    words.length <= MOST_WORDS &&
    words.every((word) => WORD.test(word) && !rules.notNames.has(word)) &&
    // A first name has no article: الصحيفة is the newspaper.
    !(/^ال\p{L}/u.test(words[0] ?? '') && words.length < 3 && fewest > 1)
  );
}

/** The names in a list; undefined if any part is not a name. `fewest`: how many words a name has at least. */
function namesIn(list: string, rules: UncasedCredits, fewest: number): string[] | undefined {
  const names = withoutFacts(list.replace(/[\s.،,؛;/|–—-]+$/u, ''))
    .text.replace(/\s*\([^()]{1,40}\)$/u, '')
    .split(/\s*[,،؛;/]\s*/u)
    .flatMap((part) => namesAround(part, rules, fewest))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const isRead = names.every((name) => rules.desks.includes(name) || isName(name, rules, fewest));
  return names.length > 0 && isRead ? names : undefined;
}

/** Splits at the word for `and` only if there is a full name on both sides. */
function namesAround(part: string, rules: UncasedCredits, fewest: number): string[] {
  const names = part.split(rules.conjunction);
  const full = names.every((name) => name.trim().split(' ').length >= Math.max(2, fewest));
  return full || names.every((name) => rules.desks.includes(name.trim())) ? names : [part];
}

function readLabelled(line: string, rules: UncasedCredits, label: RegExp): Byline[] | undefined {
  const labels = [...line.matchAll(label)];
  if (labels[0]?.index !== 0) return undefined;
  const bylines: Byline[] = [];
  for (const [at, found] of labels.entries()) {
    const role = found[1] ?? '';
    const value = line.slice(found.index + found[0].length, labels[at + 1]?.index ?? line.length).trim();
    const isSource = rules.sources.includes(role);
    const outlet =
      isSource && value.length <= 40 && !/[.،,:]/u.test(value) && value !== '' ? [value] : undefined;
    const names = isSource ? outlet : namesIn(value, rules, 1);
    if (names === undefined) return undefined;
    bylines.push(...names.map((name) => ({ name, role })));
  }
  return bylines;
}

/** The people credited in a line; undefined unless the whole line reads as credits. */
export function readUncasedCredits(line: string): Byline[] | undefined {
  if (line.length > LONGEST || !IN_ANY_SCRIPT.test(line) || /[!?؟।]/u.test(line)) return undefined;
  const text = folded(line).trim();
  for (const [rules, { label, opener, weakOpener }] of patterns) {
    if (!rules.script.test(text.slice(0, 40))) continue;
    const labelled = readLabelled(text, rules, label);
    if (labelled) return labelled;
    const opened = opener?.exec(text)?.[0];
    const names = opened === undefined ? undefined : namesIn(text.slice(opened.length), rules, 2);
    if (names) return names.map((name) => ({ name }));
    const [weak = '', role] = weakOpener?.exec(text) ?? [];
    const list = role === undefined ? undefined : namesIn(text.slice(weak.length), rules, 2);
    if (list?.every((name) => rules.firstNames.has(name.split(' ')[0] ?? '')))
      return list.map((name) => (role === undefined ? { name } : { name, role }));
  }
  return undefined;
}
