import type { HanCredits, RoleKind } from './rules/rule.ts';

/** A role word and its kind. */
export interface Role {
  word: string;
  kind: RoleKind;
  /** A role of one character, such as 文 (text). It is a role only before a separator, as in 文/張三. */
  short: boolean;
}

/** The rules of a language, as maps for fast look-ups. */
interface Index {
  words: ReadonlyMap<string, Role>;
  /** Length of the longest role word, in characters. */
  longest: number;
  qualifiers: ReadonlySet<string>;
}

const indexes = new WeakMap<HanCredits, Index>();

/** Maps make the time for a line independent of the number of rules. */
function indexOf(rules: HanCredits): Index {
  const known = indexes.get(rules);
  if (known) return known;
  const words = new Map<string, Role>();
  for (const kind of ['fact', 'outlet', 'person'] as const) {
    for (const word of rules.roles[kind]) words.set(word, { word, kind, short: false });
  }
  for (const word of rules.shortRoles) words.set(word, { word, kind: 'person', short: true });
  const longest = Math.max(...[...words.keys()].map((word) => word.length));
  const index = { words, longest, qualifiers: new Set(rules.qualifiers) };
  indexes.set(rules, index);
  return index;
}

/** Maximum length, in characters, of an outlet's name before a role word. */
const LONGEST_OUTLET_PREFIX = 14;

/** Whether a prefix of a role names the newsroom, or is empty: 本報, 融媒體, 南方日報, 本報駐倫敦. */
function isOutlet(prefix: string, rules: HanCredits, index: Index): boolean {
  if (prefix === '' || index.qualifiers.has(prefix)) return true;
  if (prefix.length > LONGEST_OUTLET_PREFIX) return false;
  if (/^(?:本[報报台網网]|[^駐驻]{2,8})?[駐驻]\p{Script=Han}{1,4}$/u.test(prefix)) return true;
  for (let at = 1; at < prefix.length; at++) {
    if (index.qualifiers.has(prefix.slice(0, at)) && index.qualifiers.has(prefix.slice(at))) return true;
  }
  return prefix.length > 1 && rules.outletEndings.some((ending) => prefix.endsWith(ending));
}

/** Whether a piece looks like an outlet's name: 山海時報. */
export function isOutletName(piece: string, rules: HanCredits): boolean {
  return piece.length > 2 && isOutlet(piece, rules, indexOf(rules));
}

/** The role in a piece that consists of a role, without the outlet's name before it: 融媒體記者 → 記者. */
export function wholeRole(piece: string, rules: HanCredits): Role | undefined {
  const index = indexOf(rules);
  for (let length = Math.min(index.longest, piece.length); length >= 1; length--) {
    const role = index.words.get(piece.slice(piece.length - length));
    if (!role || (role.short && piece.length > 1)) continue;
    const before = piece.slice(0, piece.length - length);
    // 一审一校 (first review, first proof), 统筹策划 (coordination, planning): one person has two roles.
    if (index.words.get(before)?.kind === 'person' && before.length > 1 && role.kind === 'person')
      return { ...role, word: piece };
    if (isOutlet(before, rules, index)) return role;
  }
  return undefined;
}

/** The ways to split a piece into a role and the text after it, longest role first: 本報記者張三. */
export function leadingRoles(piece: string, rules: HanCredits): { role: Role; rest: string }[] {
  const found: { role: Role; rest: string }[] = [];
  const index = indexOf(rules);
  for (let length = Math.min(piece.length - 1, LONGEST_OUTLET_PREFIX); length >= 2; length--) {
    const role = wholeRole(piece.slice(0, length), rules);
    if (role?.kind !== 'person' || role.short) continue;
    found.push({ role, rest: piece.slice(length).replace(/^[・·]/u, '') });
  }
  // A role of one character, a dot and a name: 文・山田太郎
  const dotted = /^(.)[・·](?=.{2})/u.exec(piece);
  const short = dotted === null ? undefined : index.words.get(dotted[1] ?? '');
  if (short?.short === true) found.push({ role: short, rest: piece.slice(2) });
  return found;
}

/** The role at the end of a piece and the text before it: 張三校對, 山田太郎記者. */
export function trailingRole(piece: string, rules: HanCredits): { role: Role; rest: string } | undefined {
  const index = indexOf(rules);
  for (let length = Math.min(index.longest, piece.length - 1); length >= 1; length--) {
    const role = index.words.get(piece.slice(piece.length - length));
    if (role) return { role, rest: piece.slice(0, piece.length - length) };
  }
  return undefined;
}

/**
 * Whether a line of one role word and one name may also be a heading, as in 報導 方針 (reporting guidelines). `isBehind`:
 * the role is after the name. After a name, a word for reporting is always a role, as in 張三 報導.
 */
export function isHeading(role: string, isBehind: boolean, rules: HanCredits): boolean {
  return rules.nouns.includes(role) && !(isBehind && /^(?:報導|報道|报道)$/u.test(role));
}
