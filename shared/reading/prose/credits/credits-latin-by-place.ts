import type { Byline } from '../../../domain/article.ts';
import { LONGEST_BYLINE } from './credits-latin.ts';
import { NAME, names, ONE_WORD, patternsOf } from './latin-patterns.ts';
import { isNobody } from './not-people.ts';
import type { LatinCredits } from './rules/rule.ts';

/** Maximum length, in characters, of a line that consists of names, and of a line that consists of a job title. */
const LONGEST_LONE_NAMES = 80;
const LONGEST_POSITION = 60;

/**
 * A name, a sign, and a job title or a place: `Jane Roe, Staff Writer`. The parts are checked, because other lines
 * have the same form: `Home / News` is not a byline but shows where the page is on the site.
 */
const TOP_BYLINE = /^([^,/|]+?)\s*([,/|])\s*(.{2,60})$/u;
/** An outlet's name. */
const OUTLET = /^[\p{L}\p{N}][^.!?:;]{1,39}$/u;

/** The outlet that a line states as its source, below the headline or after the story: `Quelle: dpa`. */
export function readSource(line: string, all: readonly LatinCredits[]): Byline[] | undefined {
  for (const { sources } of all) {
    const [, label = '', name = ''] = /^([\p{L} ]{2,20})\s?:\s+(.+)$/u.exec(line) ?? [];
    const role = sources.find((word) => word.toLowerCase() === label.trim().toLowerCase());
    if (role !== undefined && OUTLET.test(name)) return [{ name, role: label.trim() }];
  }
  return undefined;
}

/**
 * The people in a line directly below the headline that has no word such as `By`: `Jane Roe, Staff Writer`, `Juan
 * Pérez / Villanueva`, `La rédaction avec AFP`. Elsewhere, such a line may be something else.
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
    if (position.test(rest) || isFrom.test(rest) || (rules.placeSigns.includes(sign) && isPlace.test(rest)))
      return [{ name }];
  }
  return undefined;
}

/** The first words of names of places that have two words. */
const PLACE =
  /^(?:New|San|São|Santa|Santo|Saint|St\.?|Los|Las|La|Le|El|Al|Fort|Port|Puerto|Cape|Hong|Tel|Abu|Rio|Buenos|Kuala|Addis|Sri|North|South|East|West|Central|Great|United|Saudi|Costa|Nova|Nueva|Bad|Mexico|Cidade|Ciudad) /u;

/**
 * The people in a line of names next to a date or a job title: `Jane Roe`, `Jane Roe in Berlin and John Doe in
 * Paris`. Elsewhere, such a line may be a place or a heading.
 */
export function readLoneName(line: string, all: readonly LatinCredits[]): Byline[] | undefined {
  if (line.length > LONGEST_LONE_NAMES || /[!?.:;|]$/u.test(line)) return undefined;
  const isTitled = all.some((rules) => patternsOf(rules).title.test(line));
  const found =
    isTitled || PLACE.test(line)
      ? undefined
      : all.map((rules) => names(line, rules, false)).find((some) => some);
  return found?.map((name) => ({ name }));
}

/**
 * Whether a line consists of a job title or an employer. Below a byline, the line describes the people in the byline.
 */
export function isPosition(line: string, all: readonly LatinCredits[]): boolean {
  // An example: `Political correspondent, The Example`
  const [position = '', outlet = 'X'] = line.split(/,\s+/u, 2);
  if (line.length > LONGEST_POSITION || !/^\p{Lu}/u.test(outlet)) return false;
  return all.some((rules) => {
    const { position: pattern, isOutlet } = patternsOf(rules);
    return pattern.test(position.replace(/s$/u, '')) || isOutlet.test(line);
  });
}

const AGENCY = /^\(([\p{L} ]{2,20})(?:[/,-] ?\p{Ll}{2,4}){0,3}\)$/u;
/** Initials of the people who wrote and edited a text: (ana), ana/boli, ar/sm. They name nobody. */
const INITIALS = /^(?:\((?:\p{Ll}{2,4})(?:[/,-] ?\p{Ll}{2,4}){0,3}\)|\p{Ll}{2,4}(?:\/\p{Ll}{2,4}){1,3})$/u;
/** Initials, and the agencies that the text uses in brackets: ana/bo (dpa, AFP) */
const INITIALS_WITH_AGENCIES = /^\p{Ll}{2,4}(?:[/,] ?\p{Ll}{2,4}){0,3} ?\(([\p{L}, /.]{2,60})\)$/u;
const SIGNATURE = /^(?:[—–]|--) ?(\S.{2,60})$/u;

/** The agency whose sign stands among the initials, as in (dpa/em), if there is one. */
function initialsOf(line: string, all: readonly LatinCredits[]): Byline[] {
  const signs = line.toLowerCase().split(/[^\p{L}]+/u);
  const desk = all.flatMap(({ desks }) => desks).find((candidate) => signs.includes(candidate.toLowerCase()));
  return desk === undefined ? [] : [{ name: desk }];
}

/**
 * The signature below a story. It is an agency, as in `(dpa/em)`, whose initials `em` are ignored; or a name, as in
 * `— Jane Roe`. A name below a quotation is not a signature, because it is the person who said the words.
 */
export function readSignature(
  line: string,
  before: string,
  all: readonly LatinCredits[],
): Byline[] | undefined {
  if (INITIALS.test(line) && /[.!?…][”"’»)]?$/u.test(before)) return initialsOf(line, all);
  const agencies = INITIALS_WITH_AGENCIES.exec(line)?.[1]
    ?.split(/[,/]/u)
    .map((sign) => sign.trim());
  if (agencies?.some((sign) => isNobody(sign)) === true && agencies.every((sign) => sign.length <= 20))
    return initialsOf(line, all);
  for (const { desks, notNames } of all) {
    const agency = AGENCY.exec(line)?.[1]?.toLowerCase();
    const desk = desks.find((candidate) => candidate.toLowerCase() === agency);
    if (desk !== undefined) return [{ name: desk }];
    const name = SIGNATURE.exec(line)?.[1] ?? '';
    const isName = NAME.test(name) && !ONE_WORD.test(name) && !notNames.includes(name.split(' ')[0] ?? '');
    if (isName && /[.!?…]$/u.test(before)) return [{ name }];
  }
  return undefined;
}
