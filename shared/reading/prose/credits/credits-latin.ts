import type { Byline } from '../../../domain/article.ts';
import { folded } from '../../../domain/text.ts';
import { withoutFacts } from './byline-facts.ts';
import { HELP_ROLE, WITH_HELP } from './help.ts';
import type { LatinCredits } from './rules/rule.ts';
import { isNobody } from './not-people.ts';
import { names, ONE_WORD, patternsOf, WORD } from './latin-patterns.ts';

/** Maximum length of a line of credits in the Latin script, in characters. This is longer than most lines, because a line may name a whole team. */
const LONGEST_LATIN_CREDITS = 400;
/** Maximum length, in characters, of a line that starts with `By` or a similar word. */
export const LONGEST_BYLINE = 160;

/** Brackets after a name: (dpa), (à Berlin). */
const IN_BRACKETS = /\s*\([^()]{1,40}\)(?=$|, )/gu;

/** A place or employer after a comma: Von Erika Mustermann, Köln. */
const AFTER_COMMA = new RegExp(`(?<=\\S \\S+), (?:${WORD}|\\p{Ll}{2,5})$`, 'u');

/** Reads a line that begins with a word such as `By`: `By Jane Roe and John Doe, Staff Writers | The Example` */
function readByline(line: string, rules: LatinCredits): Byline[] | undefined {
  if (line.length > LONGEST_BYLINE) return undefined;
  const opener = patternsOf(rules).opener.exec(line);
  if (!opener) return undefined;
  // The text after a bar or a dash is an outlet, a date or the time that reading takes. It credits nobody.
  const [before = ''] = line.slice(opener[0].length).split(/\s+[|–—•·]\s+|\s*\|\s*| - /u);
  const [list = '', help] = withoutFacts(before).text.split(WITH_HELP, 2);
  const { role, rest } = postBeforeName(opener[0], list, rules);
  const bare = rest.replace(IN_BRACKETS, '');
  const people = names(bare, rules, false) ?? names(bare.replace(AFTER_COMMA, ''), rules, false);
  // With the help of agencies, nobody more is credited.
  const helpers =
    help === undefined
      ? []
      : (names(help.replace(IN_BRACKETS, ''), rules, false) ?? []).filter((name) => !isNobody(name));
  const written = people?.map((name) => (role === undefined ? { name } : { name, role }));
  return written && [...written, ...helpers.map((name) => ({ name, role: HELP_ROLE }))];
}

/** The post that a byline states before the name: `Door onze correspondent Jan de Vries`, `Dal nostro inviato Mario Rossi` */
function postBeforeName(opener: string, list: string, rules: LatinCredits): { role?: string; rest: string } {
  const { post, openerPost } = patternsOf(rules);
  const role = openerPost.exec(opener.trim())?.[0];
  if (role !== undefined) return { role, rest: list };
  const [all = '', stated] = post.exec(list) ?? [];
  return stated === undefined ? { rest: list } : { role: stated, rest: list.slice(all.length) };
}

const TASK = /([^()]+)\(([^()]{2,30})\)/gu;

/** Reads a byline with the task of each person in brackets: `Von Erika Mustermann (Text) und John Doe (Fotos)` */
function readTasks(line: string, rules: LatinCredits): Byline[] | undefined {
  if (line.length > LONGEST_BYLINE || !line.endsWith(')')) return undefined;
  const opener = patternsOf(rules).opener.exec(line);
  if (!opener) return undefined;
  const labels = rules.labels.map((label) => label.toLowerCase());
  const bylines: Byline[] = [];
  for (const [, list = '', role = ''] of line.slice(opener[0].length).matchAll(TASK)) {
    const people = labels.includes(role.toLowerCase()) ? names(list.trimEnd(), rules, false) : undefined;
    if (!people) return undefined;
    bylines.push(...people.map((name) => ({ name, role })));
  }
  return bylines.length > 0 ? bylines : undefined;
}

/** Reads names after labels: `Reporting by A and B; Editing by C`, `Texto: A / Fotos: B` */
function readLabelled(line: string, rules: LatinCredits): Byline[] | undefined {
  const { label: pattern, labelled } = patternsOf(rules);
  if (!labelled.test(line)) return undefined;
  const labels = [...line.matchAll(pattern)];
  if (labels.every((label) => label[3] !== undefined)) return undefined;
  const bylines: Byline[] = [];
  for (const [at, label] of labels.entries()) {
    const value = line.slice(label.index + label[0].length, labels[at + 1]?.index ?? line.length);
    const list = withoutFacts(value)
      .text.replace(/[\s;,.|/·•–—-]+$/u, '')
      .replace(IN_BRACKETS, '');
    // Jane Roe/The Example: after the slash comes the picture agency.
    const people = names(list, rules, true) ?? names(list.split('/')[0] ?? '', rules, true);
    if (!people) return undefined;
    const role = label[1] ?? label[2] ?? label[3] ?? '';
    bylines.push(...people.map((name) => ({ name, role })));
  }
  return bylines;
}

/**
 * Reads a sentence that credits people: `Das Interview führte Jane Roe.`, `Jane Roe and John Doe contributed to this
 * report.`
 */
function readSentence(line: string, rules: LatinCredits): Byline[] | undefined {
  if (line.length > 2 * LONGEST_BYLINE) return undefined;
  const patterns = patternsOf(rules);
  const { phrase, closingEnd, employed } = patterns;
  const closing = closingEnd?.test(line) === true ? patterns.closing : undefined;
  // Several sentences: Roe reported from Chicago. The Example's writer John Doe contributed to this report.
  const sentences = closing ? line.split(/(?<=\.) (?=\p{Lu})/u) : [];
  if (closing && sentences.length > 1 && sentences.every((sentence) => closing.test(sentence))) {
    const each = sentences.map((sentence) => readSentence(sentence, rules));
    return each.every((some) => some !== undefined) ? each.flat() : undefined;
  }
  const [opened = '', before] = phrase?.exec(line) ?? [];
  const [, people, after] = closing?.exec(line) ?? [];
  const role = before ?? after;
  if (role === undefined) return undefined;
  const list = before === undefined ? (people ?? '').replace(employed, '') : line.slice(opened.length);
  // A single surname adds nobody: the full name is already in the byline.
  if (before === undefined && ONE_WORD.test(list)) return rules.notNames.includes(list) ? undefined : [];
  return names(list, rules, false)?.map((name) => ({ name, role }));
}

/** What stands between the person who tells a story and the person who writes it down. */
const TOLD = [
  'as told to|in conversation with|aufgezeichnet von|protokolliert von|propos recueillis par|recueilli par',
  'tal como se lo contó a|testo raccolto da|raccolto da|opgetekend door|depoimento a',
].join('|');
const TOLD_TO = new RegExp(
  String.raw`^(?<teller>.{3,80}?),?\s+(?<role>${TOLD})\s+(?<writer>\p{Lu}.{2,80})$`,
  'iu',
);
/** It is tested first, because it quickly excludes most lines. */
const HAS_TOLD = new RegExp(String.raw`\s(?:${TOLD})\s`, 'iu');

/** Reads a first-person story that another person wrote down: `By Jane Roe, as told to John Doe` */
function readTold(line: string, rules: LatinCredits): Byline[] | undefined {
  if (line.length > LONGEST_BYLINE || !HAS_TOLD.test(line)) return undefined;
  const { teller = '', role = '', writer = '' } = TOLD_TO.exec(line)?.groups ?? {};
  if (writer === '') return undefined;
  const tellers = readByline(teller, rules) ?? names(teller, rules, false)?.map((name) => ({ name }));
  const writers = names(writer.replace(IN_BRACKETS, ''), rules, false);
  return tellers && writers && [...tellers, ...writers.map((name) => ({ name, role }))];
}

/** Signs that no line of credits has. */
const SENTENCE_MARKS = ['!', '?', '。'];

/** The people credited in a line in the Latin script; undefined unless the whole line reads as credits. */
export function readLatinCredits(line: string, rules: readonly LatinCredits[]): Byline[] | undefined {
  if (line.length > LONGEST_LATIN_CREDITS || SENTENCE_MARKS.some((mark) => line.includes(mark)))
    return undefined;
  const text = folded(line);
  for (const rule of rules) {
    const bylines =
      readTold(text, rule) ??
      readLabelled(text, rule) ??
      readSentence(text, rule) ??
      readTasks(text, rule) ??
      readByline(text, rule);
    if (bylines) return bylines;
  }
  return undefined;
}
