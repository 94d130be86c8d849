import type { Byline } from '../../../domain/article.ts';
import { LONGEST_BYLINE } from './credits-latin.ts';
import type { LatinCredits } from './rules/rule.ts';
import { NAME, names, ONE_WORD, patternsOf } from './latin-patterns.ts';

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

/** What two words of a place begin with. */
const PLACE =
  /^(?:New|San|São|Santa|Santo|Saint|St\.?|Los|Las|La|Le|El|Al|Fort|Port|Puerto|Cape|Hong|Tel|Abu|Rio|Buenos|Kuala|Addis|Sri|North|South|East|West|Central|Great|United|Saudi|Costa|Nova|Nueva|Bad|Mexico|Cidade|Ciudad) /u;

/**
 * Those a line beside a date or a position names by nothing else: `Jane Roe`, `Jane Roe in Berlin and John Doe in
 * Paris`. Elsewhere it may be a place or a heading.
 */
export function readLoneName(line: string, all: readonly LatinCredits[]): Byline[] | undefined {
  if (line.length > 80 || /[!?.:;|]$/u.test(line)) return undefined;
  const isTitled = all.some((rules) => patternsOf(rules).title.test(line));
  const found =
    isTitled || PLACE.test(line)
      ? undefined
      : all.map((rules) => names(line, rules, false)).find((some) => some);
  return found?.map((name) => ({ name }));
}

/**
 * Whether a line says no more than what somebody is, or whom they work for: under a byline it is about those above it.
 */
export function isPosition(line: string, all: readonly LatinCredits[]): boolean {
  // Political correspondent, The Example
  const [position = '', outlet = 'X'] = line.split(/,\s+/u, 2);
  if (line.length > 60 || !/^\p{Lu}/u.test(outlet)) return false;
  return all.some((rules) => {
    const { position: pattern, isOutlet } = patternsOf(rules);
    return pattern.test(position.replace(/s$/u, '')) || isOutlet.test(line);
  });
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
