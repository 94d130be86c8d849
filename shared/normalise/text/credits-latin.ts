import type { Byline } from '../../domain/article.ts';
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
    opener: new RegExp(`^(?:${longestFirst(rules.openers)})(?:[ \\u00a0]|: ?)`, 'iu'),
    label: new RegExp(label, 'giu'),
    labelled: new RegExp(`^${label}`, 'iu'),
    conjunction: new RegExp(
      `\\s*[,;/、]\\s*(?:(?:${longestFirst(rules.conjunctions)})\\s+)?|\\s+(?:${longestFirst(rules.conjunctions)})\\s+`,
      'iu',
    ),
    place: new RegExp(`\\s+(?:${longestFirst(rules.places)})\\s+[\\p{Lu}].*$`, 'u'),
    title: new RegExp(`(?<![\\p{L}])(?:${longestFirst(rules.titles)})(?![\\p{L}])`, 'iu'),
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

/** `By Jane Roe and John Doe, Staff Writers | The Example` */
function readByline(line: string, rules: LatinCredits): Byline[] | undefined {
  const opener = patternsOf(rules).opener.exec(line);
  if (!opener || line.length > LONGEST_BYLINE) return undefined;
  // After a bar or a dash come an outlet, a date, a count of minutes: nothing that credits.
  const list = line.slice(opener[0].length).split(/\s+[|–—•·]\s+|\s*\|\s*| - /u)[0] ?? '';
  return names(list, rules, false)?.map((name) => ({ name }));
}

/** `Reporting by A and B; Editing by C`, `Texto: A / Fotos: B` */
function readLabelled(line: string, rules: LatinCredits): Byline[] | undefined {
  const { label: pattern, labelled } = patternsOf(rules);
  if (!labelled.test(line)) return undefined;
  const labels = [...line.matchAll(pattern)];
  const bylines: Byline[] = [];
  for (const [at, label] of labels.entries()) {
    const value = line.slice(label.index + label[0].length, labels[at + 1]?.index ?? line.length);
    const people = names(value.replace(/[\s;,.|/·•–—]+$/u, ''), rules, true);
    if (!people) return undefined;
    const role = label[1] ?? label[2] ?? '';
    bylines.push(...people.map((name) => ({ name, role })));
  }
  return bylines;
}

/** Those a line in the Latin script credits; undefined unless the whole line reads as credits. */
export function readLatinCredits(line: string, rules: readonly LatinCredits[]): Byline[] | undefined {
  if (line.length > LONGEST_LINE || /[!?。]/u.test(line)) return undefined;
  const text = line.replace(/\s+/gu, ' ');
  for (const rule of rules) {
    const bylines = readLabelled(text, rule) ?? readByline(text, rule);
    if (bylines) return bylines;
  }
  return undefined;
}
