import type { LatinCredits } from './rules/rule.ts';

/** Makes patterns (regular expressions) for credits in the Latin script from the rules of a language. */

/** One word of a name. */
export const WORD = "[\\p{Lu}][\\p{L}\\p{M}'’.-]{0,30}";
const PARTICLE = "(?:de|del|de la|van|von|van der|der|den|zu|da|dos|di|du|le|la|al|bin|ibn|el|y|d’|d')";
export const NAME = new RegExp(
  `^${WORD}(?: ${PARTICLE})?(?: ${WORD}){0,4}(?: ${PARTICLE})?(?: ${WORD})?$`,
  'u',
);
export const ONE_WORD = new RegExp(`^${WORD}$`, 'u');

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
const longestFirst = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|');

interface Patterns {
  /** A word such as `By` at the start of a line of credits. */
  opener: RegExp;
  /** What introduces names within a line: a role with a colon (`Photos:`), or a verb with `by` (`edited by`). */
  label: RegExp;
  /**
   * A label at the start of a line. It is tested first, because most lines are prose and this test quickly excludes
   * them.
   */
  labelled: RegExp;
  conjunction: RegExp;
  place: RegExp;
  title: RegExp;
  /** A person's job title: Consumer Reporter, Korrespondent in Berlin. */
  position: RegExp;
  /** The place where a person works, or the person's employer: Valmar, à Berlin, dpa. */
  isPlace: RegExp;
  /** The place where a person works, with a preposition: à Lyon. */
  isFrom: RegExp;
  /** A line that is the name of an outlet: The Example Times, Example News Agency. */
  isOutlet: RegExp;
  phrase: RegExp | undefined;
  closing: RegExp | undefined;
  /** The employer before the names in a phrase that ends a story: The Example’s writers Jane Roe contributed. */
  employed: RegExp;
}

const compiled = new WeakMap<LatinCredits, Patterns>();

export function patternsOf(rules: LatinCredits): Patterns {
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
  const bare = rules.bare === undefined ? '' : `|(${longestFirst(rules.bare)}) (?=\\p{Lu})`;
  const label = `(?<![\\p{L}\\p{N}])(?:(${longestFirst(rules.labels)})(?:[ \\u00a0]?[:：|] ?| ?/ ?(?=\\p{Lu}))|(${longestFirst(rules.verbs)}) (?:${by}) ${bare})`;

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
    isOutlet: new RegExp(
      `^(?:\\p{Lu}[\\p{L}’'.]* ){1,4}(?:${longestFirst(rules.titles.map(capitalised))})$`,
      'u',
    ),
    phrase: rules.phrases && new RegExp(`^(${rules.phrases.join('|')}) (?=\\p{Lu})`, 'u'),
    employed: new RegExp(
      `^(?:${WORD} ){0,3}(?:staff )?(?:${longestFirst(rules.positions)})s? (?=\\p{Lu})`,
      'u',
    ),
    closing: rules.closings && new RegExp(`^(.{2,160}?),? (${rules.closings.join('|')})\\.?$`, 'u'),
  };
  compiled.set(rules, patterns);
  return patterns;
}

/**
 * The people in a list of names. A job title or an outlet after a comma is ignored; undefined if any other part is
 * not a name. `labelled`: the list comes after a label, so that a single word may be a name.
 */
export function names(list: string, rules: LatinCredits, labelled: boolean): string[] | undefined {
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
