import type { Byline } from '../../domain/article.ts';
import { folded } from '../../domain/text.ts';
import type { LatinCredits } from './credits-rules/rule.ts';

/** A credits line in the Latin script is short; a team's runs to a few lines. */
const LONGEST_LINE = 400;
const LONGEST_BYLINE = 160;

const WORD = "[\\p{Lu}][\\p{L}\\p{M}'’.-]{0,30}";
const PARTICLE = "(?:de|del|de la|van|von|van der|der|den|zu|da|dos|di|du|le|la|al|bin|ibn|el|y|d’|d')";
const NAME = new RegExp(`^${WORD}(?: ${PARTICLE})?(?: ${WORD}){0,4}(?: ${PARTICLE})?(?: ${WORD})?$`, 'u');
const ONE_WORD = new RegExp(`^${WORD}$`, 'u');

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const longestFirst = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|');

interface Patterns {
  opener: RegExp;
  label: RegExp;
  /** The same where the line begins: looked for first, since nearly every line is prose. */
  labelled: RegExp;
  conjunction: RegExp;
  place: RegExp;
  title: RegExp;
  /** What somebody is: Consumer Reporter, Korrespondent in Berlin. */
  position: RegExp;
  /** Where somebody is, or whom for: Valmar, à Berlin, dpa. */
  isPlace: RegExp;
  /** The same with the word that says so: à Lyon. */
  isFrom: RegExp;
  phrase: RegExp | undefined;
  closing: RegExp | undefined;
}

const compiled = new WeakMap<LatinCredits, Patterns>();

function patternsOf(rules: LatinCredits): Patterns {
  const known = compiled.get(rules);
  if (known) return known;
  const by = longestFirst([
    ...rules.openers.filter((word) => !word.includes(' ')),
    'de',
    'by',
    'von',
    'par',
    'por',
  ]);
  const label = `(?<![\\p{L}\\p{N}])(?:(${longestFirst(rules.labels)})(?:[ \\u00a0]?[:：|] ?| ?/ ?(?=\\p{Lu}))|(${longestFirst(rules.verbs)}) (?:${by}) )`;
  const patterns = {
    opener: new RegExp(`^(?:${longestFirst(rules.openers)})(?:[ \\u00a0]?: ?|[ \\u00a0])`, 'iu'),
    label: new RegExp(label, 'giu'),
    labelled: new RegExp(`^${label}`, 'iu'),
    conjunction: new RegExp(
      `\\s*[,;/、]\\s*(?:(?:${longestFirst(rules.conjunctions)})\\s+)?|\\s+(?:${longestFirst(rules.conjunctions)})\\s+`,
      'iu',
    ),
    place: new RegExp(`\\s+(?:${longestFirst(rules.places)})\\s+[\\p{Lu}].*$`, 'u'),
    title: new RegExp(`(?<![\\p{L}])(?:${longestFirst(rules.titles)})(?![\\p{L}])`, 'iu'),
    position: new RegExp(
      `^(?:[\\p{L}-]+ ){0,3}(?:${longestFirst(rules.positions)})(?: (?:${longestFirst(rules.places)}) \\p{Lu}[\\p{L} -]{1,30})?$`,
      'iu',
    ),
    isPlace: new RegExp(`^(?:(?:${longestFirst(rules.places)}) )?${WORD}(?: ${WORD}){0,2}$`, 'u'),
    isFrom: new RegExp(`^(?:${longestFirst(rules.places)}) ${WORD}(?: ${WORD}){0,2}$`, 'u'),
    phrase: rules.phrases && new RegExp(`^(${rules.phrases.join('|')}) (?=\\p{Lu})`, 'u'),
    closing: rules.closings && new RegExp(`^(.{3,120}?),? (${rules.closings.join('|')})\\.?$`, 'u'),
  };
  compiled.set(rules, patterns);
  return patterns;
}

/** The people a list names; a title or outlet after a comma is passed over. Undefined if anything is no name. */
function names(list: string, rules: LatinCredits, labelled: boolean): string[] | undefined {
  const { conjunction, place, title } = patternsOf(rules);
  const found: string[] = [];
  for (const part of list.split(conjunction)) {
    const name = part.replace(/^[\s@]+|[\s.]+$/gu, (edge) =>
      edge.includes('.') && /\b(?:Jr|Sr)\.$/u.test(part) ? '.' : '',
    );
    const person = name.replace(place, '').trim();
    if (person === '') continue;
    if (found.length > 0 && title.test(person) && person.length <= 60) continue;
    if (rules.desks.includes(person)) {
      found.push(person);
      continue;
    }
    const words = person.split(' ');
    const first = words[0] ?? '';
    const fits = NAME.test(person) && (labelled || !ONE_WORD.test(person));
    if (!fits || words.length > 6 || rules.notNames.includes(first)) return undefined;
    found.push(person);
  }
  return found.length > 0 ? found : undefined;
}

/** What a name has behind it in brackets: (dpa), (à Berlin). */
const IN_BRACKETS = /\s*\([^()]{1,40}\)$/u;

/** `By Jane Roe and John Doe, Staff Writers | The Example` */
function readByline(line: string, rules: LatinCredits): Byline[] | undefined {
  const opener = patternsOf(rules).opener.exec(line);
  if (!opener || line.length > LONGEST_BYLINE) return undefined;
  // After a bar or a dash come an outlet, a date, a count of minutes: nothing that credits.
  const list = line.slice(opener[0].length).split(/\s+[|–—•·]\s+|\s*\|\s*| - /u)[0] ?? '';
  return names(list.replace(IN_BRACKETS, ''), rules, false)?.map((name) => ({ name }));
}

const TASK = /([^()]+)\(([^()]{2,30})\)/gu;

/** `Von Erika Mustermann (Text) und John Doe (Fotos)` */
function readTasks(line: string, rules: LatinCredits): Byline[] | undefined {
  const opener = patternsOf(rules).opener.exec(line);
  if (!opener || line.length > LONGEST_BYLINE || !line.endsWith(')')) return undefined;
  const labels = rules.labels.map((label) => label.toLowerCase());
  const bylines: Byline[] = [];
  for (const [, list = '', role = ''] of line.slice(opener[0].length).matchAll(TASK)) {
    const people = labels.includes(role.toLowerCase()) ? names(list.trimEnd(), rules, false) : undefined;
    if (!people) return undefined;
    bylines.push(...people.map((name) => ({ name, role })));
  }
  return bylines.length > 0 ? bylines : undefined;
}

/** `Reporting by A and B; Editing by C`, `Texto: A / Fotos: B` */
function readLabelled(line: string, rules: LatinCredits): Byline[] | undefined {
  const { label: pattern, labelled } = patternsOf(rules);
  if (!labelled.test(line)) return undefined;
  const labels = [...line.matchAll(pattern)];
  const bylines: Byline[] = [];
  for (const [at, label] of labels.entries()) {
    const value = line.slice(label.index + label[0].length, labels[at + 1]?.index ?? line.length);
    const list = value.replace(/[\s;,.|/·•–—]+$/u, '').replace(IN_BRACKETS, '');
    // Jane Roe/The Example: behind the slash stands who sells the picture.
    const people = names(list, rules, true) ?? names(list.split('/')[0] ?? '', rules, true);
    if (!people) return undefined;
    const role = label[1] ?? label[2] ?? '';
    bylines.push(...people.map((name) => ({ name, role })));
  }
  return bylines;
}

/** `Das Interview führte Jane Roe.`, `Jane Roe and John Doe contributed to this report.` */
function readSentence(line: string, rules: LatinCredits): Byline[] | undefined {
  if (line.length > LONGEST_BYLINE) return undefined;
  const { phrase, closing } = patternsOf(rules);
  const [opened = '', before] = phrase?.exec(line) ?? [];
  const [, people, after] = closing?.exec(line) ?? [];
  const role = before ?? after;
  if (role === undefined) return undefined;
  const list = before === undefined ? (people ?? '') : line.slice(opened.length);
  return names(list, rules, false)?.map((name) => ({ name, role }));
}

const TOP_BYLINE = /^([^,/|]+?)\s*([,/|])\s*(.{2,60})$/u;
/** Other lines with a bar or a slash are the page's path: Home / News. */
const OUTLET = /^[\p{L}\p{N}][^.!?:;]{1,39}$/u;

/** The outlet a line gives as its source: `Quelle: dpa`. Under the headline or after the story, as charts have theirs. */
export function readSource(line: string, all: readonly LatinCredits[]): Byline[] | undefined {
  for (const { sources } of all) {
    const [, label = '', name = ''] = /^([\p{L} ]{2,20})\s?:\s+(.+)$/u.exec(line) ?? [];
    const role = sources.find((word) => word.toLowerCase() === label.trim().toLowerCase());
    if (role !== undefined && OUTLET.test(name)) return [{ name, role: label.trim() }];
  }
  return undefined;
}

/**
 * Those a line right under the headline names without a word that says so: `Jane Roe, Staff Writer`, `Juan Pérez /
 * Villanueva`, `La rédaction avec AFP`. Anywhere else such a line may be anything.
 */
export function readTopByline(line: string, all: readonly LatinCredits[]): Byline[] | undefined {
  if (line.length > LONGEST_BYLINE || /[!?.:;]$/u.test(line)) return undefined;
  for (const rules of all) {
    const { conjunction, position, isPlace, isFrom } = patternsOf(rules);
    const parts = line.split(conjunction).map((part) => part.trim());
    const desks = rules.desks.map((desk) => desk.toLowerCase());
    if (parts.every((part) => desks.includes(part.toLowerCase()))) return parts.map((name) => ({ name }));
    const [, name = '', sign = '', rest = ''] = TOP_BYLINE.exec(line) ?? [];
    if (ONE_WORD.test(name) || !NAME.test(name) || rules.notNames.includes(name.split(' ')[0] ?? ''))
      continue;
    if (position.test(rest) || isFrom.test(rest) || (rules.placed.includes(sign) && isPlace.test(rest)))
      return [{ name }];
  }
  return undefined;
}

/** Whether a line says no more than what somebody is: under a byline it is about those above it. */
export function isPosition(line: string, all: readonly LatinCredits[]): boolean {
  return line.length <= 60 && all.some((rules) => patternsOf(rules).position.test(line.replace(/s$/u, '')));
}

const AGENCY = /^\(([\p{L} ]{2,20})(?:[/,-] ?\p{Ll}{2,4}){0,3}\)$/u;
const SIGNATURE = /^(?:[—–]|--) ?(\S.{2,60})$/u;

/** Who signs under the story: `(dpa/em)`, whose initials name nobody, or `— Jane Roe` where it ends in no quotation. */
export function readSignature(
  line: string,
  before: string,
  all: readonly LatinCredits[],
): Byline[] | undefined {
  for (const { desks, notNames } of all) {
    const agency = AGENCY.exec(line)?.[1]?.toLowerCase();
    const desk = desks.find((one) => one.toLowerCase() === agency);
    if (desk !== undefined) return [{ name: desk }];
    const name = SIGNATURE.exec(line)?.[1] ?? '';
    const isName = NAME.test(name) && !ONE_WORD.test(name) && !notNames.includes(name.split(' ')[0] ?? '');
    if (isName && /[.!?…]$/u.test(before)) return [{ name }];
  }
  return undefined;
}

/** Those a line in the Latin script credits; undefined unless the whole line reads as credits. */
export function readLatinCredits(line: string, rules: readonly LatinCredits[]): Byline[] | undefined {
  if (line.length > LONGEST_LINE || /[!?。]/u.test(line)) return undefined;
  const text = folded(line);
  for (const rule of rules) {
    const bylines =
      readLabelled(text, rule) ?? readSentence(text, rule) ?? readTasks(text, rule) ?? readByline(text, rule);
    if (bylines) return bylines;
  }
  return undefined;
}
