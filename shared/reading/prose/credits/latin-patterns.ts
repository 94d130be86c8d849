import { hasOutlet } from './not-people.ts';
import { isPhrase } from './not-names.ts';
import type { LatinCredits } from './rules/rule.ts';

/** Makes patterns (regular expressions) for credits in the Latin script from the rules of a language. */

/** One word of a name. */
export const WORD = "(?:(?:al|el|as|ad|d|l|dell|dall)[-’'])?[\\p{Lu}][\\p{L}\\p{M}'’.-]{0,30}";
const PARTICLE =
  "(?:de|del|de la|de los|de las|van|von|van de|van den|van der|van het|van ’t|von der|der|den|ter|ten|zu|da|das|do|dos|di|della|dello|dei|degli|du|le|la|al|bin|bint|ben|ibn|abu|el|y|e|i|af|av|d’|d')";
export const NAME = new RegExp(
  `^${WORD}(?: ${PARTICLE})?(?: ${WORD}){0,4}(?: ${PARTICLE}(?: ${WORD}){1,2}){0,2}$`,
  'u',
);
export const ONE_WORD = new RegExp(`^${WORD}$`, 'u');

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
/** A part of a pattern that matches any of the words, the longest that fits. Without words it matches nothing. */
const longestFirst = (words: readonly string[]): string =>
  words.length === 0
    ? '(?!)'
    : [...words]
        .sort((a, b) => b.length - a.length)
        .map(escape)
        .join('|');

/** Signs between two names, with or without one of the words after them, or one of the words alone. */
const conjunctionOf = (words: string): RegExp =>
  new RegExp(`\\s*[,;/、]\\s*(?:(?:${words})\\s+)?|\\s+(?:${words})\\s+`, 'iu');

/** Words for `our` and `the` before a job title. */
const OUR =
  'our|the|unser|unsere|unserem|unserer|unseren|notre|nos|nuestro|nuestra|nuestros|nosso|nossa|nossos|nostro|nostra|nostri|il|la|onze|de|нашего|наш|vår|vores';

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
  /** The same without the one-letter words before a single word, which join two surnames: da Silva e Souza. */
  longConjunction: RegExp;
  place: RegExp;
  title: RegExp;
  /** A person's job title: Consumer Reporter, Korrespondent in Berlin. */
  position: RegExp;
  /** A job title in small letters between the opener and the name, with or without a word such as `our`. */
  post: RegExp;
  /** A job title at the end of the opener. */
  openerPost: RegExp;
  /** The place where a person works, or the person's employer: Valmar, à Berlin, dpa. */
  isPlace: RegExp;
  /** The place where a person works, with a preposition: à Lyon. */
  isFrom: RegExp;
  /** A line that is the name of an outlet: The Example Times, Example News Agency. */
  isOutlet: RegExp;
  phrase: RegExp | undefined;
  closing: RegExp | undefined;
  /** The end of a line that `closing` matches. It is tested first, because `closing` is slow on long lines. */
  closingEnd: RegExp | undefined;
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

  const small = [...rules.positions, ...rules.positions.map((word) => `${word}s`)].filter((word) =>
    /^\p{Ll}/u.test(word),
  );
  const posts = longestFirst(small);

  const patterns = {
    post: new RegExp(`^(?:(?:${OUR}) )?(?:\\p{Ll}[\\p{L}-]{1,20} ){0,2}?(${posts}),? (?=\\p{Lu})`, 'u'),
    openerPost: new RegExp(`(?<= )(?:${posts})$`, 'iu'),
    opener: new RegExp(`^(?:${longestFirst(rules.openers)})(?:[ \\u00a0]?: ?|[ \\u00a0])`, 'iu'),
    label: new RegExp(label, 'giu'),
    labelled: new RegExp(`^${label}`, 'iu'),
    conjunction: conjunctionOf(longestFirst(rules.conjunctions)),
    longConjunction: conjunctionOf(
      `${longestFirst(rules.conjunctions.filter((word) => !/^\p{L}$/u.test(word)))}|(?:${longestFirst(rules.conjunctions.filter((word) => /^\p{L}$/u.test(word)))})(?= +\\S+[ ,;/])`,
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
    closingEnd: rules.closings && new RegExp(` (?:${rules.closings.join('|')})\\.?$`, 'u'),
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
  const { conjunction, longConjunction, isFrom, place, title } = patternsOf(rules);
  const found: string[] = [];
  for (const part of list.split(labelled ? conjunction : longConjunction)) {
    const name = part.replace(/^[\s@]+|[\s.]+$/gu, (edge) =>
      edge.includes('.') && /\b(?:Jr|Sr)\.$/u.test(part) ? '.' : '',
    );
    const person = name.replace(place, '').trim();
    if (person === '') continue;
    if (found.length > 0 && person.length <= 60 && (title.test(person) || isFrom.test(person))) continue;
    if (rules.desks.includes(person)) {
      found.push(person);
      continue;
    }
    const words = person.split(' ');
    const first = words[0] ?? '';
    const fits = NAME.test(person) && (labelled || !ONE_WORD.test(person));
    if (!fits || words.length > 7 || rules.notNames.includes(first) || isPhrase(person)) return undefined;
    // `By Harbour News` names no person; the line stays in the text.
    if (!labelled && hasOutlet(person, false)) return undefined;
    found.push(person);
  }
  return found.length > 0 ? found : undefined;
}
