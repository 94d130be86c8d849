import type { Byline } from '../../../domain/article.ts';
import type { HanCredits } from './rules/rule.ts';
import { isPenName, namesIn, type Trust } from './han-names.ts';
import { isHeading, isOutletName, leadingRoles, type Role, trailingRole, wholeRole } from './han-roles.ts';
import { OutletNames } from './han-outlets.ts';
import { FACT, type Piece, pieces } from './han-pieces.ts';

/** 台北報導 or 綜合報導: a place or a manner, then the word for reporting. */
const REPORTED_FROM = /^\p{Script=Han}{2,7}(?:報導|報道|报道|連線|专电|專電)$/u;

/** 张三北京报道: a name, a place, and the word for reporting. The place has two characters, as most places do. */
const FROM_PLACE = /^(\p{Script=Han}{2,4})\p{Script=Han}{2}(?:報導|報道|报道|专电|專電)$/u;

/**
 * Where a line is found: in brackets; beside other credits; above or below the story; or in any other place. In the
 * first three places, the line is more likely to be credits, so the rules are less strict.
 */
export type Setting = 'enclosed' | 'beside credits' | 'around story' | 'anywhere';

/** Reads the words of one line from left to right. If one of them is not part of credits, the line is not credits. */
class Reader {
  readonly bylines: Byline[] = [];
  private readonly rules: HanCredits;
  private readonly isEnclosed: boolean;
  private readonly isAroundStory: boolean;
  private readonly isBesideCredits: boolean;
  /** Whether the roles of one character follow their names: 張三 文 李四 圖. */
  private readonly rolesFollowNames: boolean;
  /** Roles read since the last name, with the separators after them. */
  private pending: { role: Role; after: string }[] = [];
  /** The role of the names that come next. */
  private current: { role: Role; trust: Trust } | undefined;
  /** Index of the first byline that may still get its role from a word after the names. */
  private firstWithoutRole = 0;
  private namesUnderRole = 0;
  private readonly outlets: OutletNames;
  /** Whether a suffix such as 攝影報道 has ended the list of names. */
  private hasSuffix = false;
  /** Whether a colon, slash or bracket shows that this is a list of credits. */
  private hasLabel: boolean;

  constructor(line: readonly Piece[], rules: HanCredits, setting: Setting) {
    this.rules = rules;
    this.outlets = new OutletNames(rules);
    this.isEnclosed = setting === 'enclosed';
    this.isBesideCredits = setting === 'beside credits';
    this.isAroundStory = this.isBesideCredits || setting === 'around story';
    this.hasLabel = this.isEnclosed;
    const last = line.at(-1);
    // If no name follows the last short role, each short role belongs to the name before it.
    this.rolesFollowNames =
      line.length > 2 && last !== undefined && wholeRole(last.text, rules)?.short === true;
  }

  /** Reads the next piece; false if it does not belong in a line of credits. `before`: the separator before it. */
  take(piece: Piece, before: string): boolean {
    const { text } = piece;
    if (FACT.test(text)) return true;
    this.hasLabel ||= piece.labels;
    // 張三、李四台北報導 (reported by 張三 and 李四 from Taipei): after a comma comes a name, not a place alone.
    if (/[、，,]/u.test(before) && REPORTED_FROM.test(text) && this.takeRoleWithName(piece)) return true;
    if (!piece.labels && REPORTED_FROM.test(text) && this.takeSuffix(text)) return true;
    const role = wholeRole(text, this.rules);
    if (role && this.isUsedAsRole(role, piece)) return this.takeRole(role, piece);
    if (this.current?.role.kind === 'outlet') return this.outlets.take(piece);
    if (this.current?.role.kind === 'fact' && text.length <= 40) return true;
    if (piece.labels && this.takeRoleWithName(piece)) return true;
    if (!this.current && this.bylines.length === 0 && isOutletName(text, this.rules)) return true;
    // 记者张三 通讯员李四: the second piece is a role with a name, not a name of five characters.
    if (leadingRoles(text, this.rules).length > 0 && this.takeRoleWithName(piece)) return true;
    return (
      this.takeNames(text) || this.takeRoleWithName(piece) || this.takeSuffix(text) || this.takeNobody(text)
    );
  }

  /** Whether the line is credits: it names somebody, and each name that needs a role has one. */
  finish(): boolean {
    this.finishOutlets();
    const isRoleMissing = this.bylines.slice(this.firstWithoutRole).some(({ role }) => role === undefined);
    const [first] = this.bylines;
    const isSingleName = this.bylines.length === 1 && !this.hasLabel;
    const isEvident = this.rules.evident.some((end) => first?.role?.endsWith(end));
    const mayBeHeading =
      !this.isBesideCredits && isHeading(first?.role ?? '', this.current === undefined, this.rules);
    const isEvidentHere = this.isAroundStory && first?.role !== undefined && !mayBeHeading;
    if (isSingleName && !isEvident && !isEvidentHere) return false;
    return this.bylines.length > 0 && (!isRoleMissing || this.hasSuffix);
  }

  private isUsedAsRole(role: Role, piece: Piece): boolean {
    // 文、圖／張三 (text and pictures: 張三) has one role of two words.
    return !role.short || piece.labels || /^[\s、]*$/u.test(piece.after);
  }

  private takeRole(role: Role, piece: Piece): boolean {
    this.finishOutlets();
    const withoutRole = this.bylines
      .slice(this.firstWithoutRole)
      .filter((byline) => byline.role === undefined);
    if (withoutRole.length > 0 || (this.rolesFollowNames && role.short && this.namesUnderRole > 0)) {
      for (const byline of withoutRole) byline.role = role.word;
      this.firstWithoutRole = this.bylines.length;
      this.current = undefined;
      this.pending = [];
      return true;
    }
    if (this.namesUnderRole > 0) this.pending = [];
    this.namesUnderRole = 0;
    this.pending.push({ role, after: piece.after.trim() });
    const isAmbiguous = [...this.rules.interviewers, ...this.rules.nouns].includes(role.word);
    const isLabelled =
      piece.labels &&
      (!isAmbiguous || (this.isBesideCredits && !this.rules.interviewers.includes(role.word)));
    this.current = { role, trust: isLabelled ? 'labelled' : this.isEnclosed ? 'enclosed' : 'bare' };
    return true;
  }

  /** The role as written. 文/圖 is one role of two words; in 圖／記者 only the second word is the role. */
  private roleWord(): string | undefined {
    const last = this.pending.at(-1);
    if (!last) return undefined;
    const joined = this.pending.filter(({ role }) => role.kind === 'person' && !/[記记]者$/u.test(role.word));
    if (joined.length < this.pending.length || joined.length === 1) return last.role.word;
    return joined
      .map(({ role }, at) => (at === 0 ? role.word : `${joined[at - 1]?.after || '/'}${role.word}`))
      .join('');
  }

  private add(names: readonly string[]): void {
    const role = this.roleWord();
    for (const name of names) this.bylines.push(role === undefined ? { name } : { name, role });
    if (role !== undefined) this.firstWithoutRole = this.bylines.length;
    this.namesUnderRole += names.length;
  }

  private takeNames(piece: string): boolean {
    // In 圖／李四攝, the last character is a suffix and the name is 李四.
    const text = piece.length > 2 ? piece.replace(/[攝摄]$/u, '') : piece;
    if (this.rules.nobody.some((word) => text.includes(word))) return false;
    if (this.isPenName(text)) {
      this.add([text]);
      return true;
    }
    const names = namesIn(text, this.current?.trust ?? 'bare', this.rules);
    if (!names) return false;
    // 圖：精彩瞬間 is a heading over pictures. After a short role, a name of four characters needs a known surname.
    if (this.current?.role.short && text.length > 3 && !namesIn(text, 'bare', this.rules)) return false;
    if (!this.current && this.bylines.length === 0 && !/^\p{Script=Han}{2,4}$/u.test(text)) return false;
    this.add(names);
    return true;
  }

  /** 文/生活小百科: a pen name can be any words, but there is only one after each role. */
  private isPenName(text: string): boolean {
    const role = this.current?.role;
    if (role === undefined || !this.rules.penNames.includes(role.word) || this.namesUnderRole > 0)
      return false;
    const label = this.pending.at(-1)?.after ?? '';
    return (role.short ? /[/／╱|｜丨]/u : /[:：/／╱|｜丨]/u).test(label) && isPenName(text, this.rules);
  }

  /** A role and a name in one piece, without a separator: 記者張三, 張三攝, 張三校對：李四. */
  private takeRoleWithName(piece: Piece): boolean {
    const { text } = piece;
    const end = trailingRole(text, this.rules);
    if (end && !end.role.short && piece.labels) {
      const names = namesIn(end.rest, this.current?.trust ?? 'bare', this.rules);
      if (names) {
        this.add(names);
        return this.takeRole(end.role, piece);
      }
    }
    for (const { role, rest } of leadingRoles(text, this.rules)) {
      const name = this.withoutSuffix(rest);
      const names = namesIn(name, this.isEnclosed && /[·・]/u.test(text) ? 'enclosed' : 'bare', this.rules);
      if (!names) continue;
      this.takeRole(role, { text: role.word, after: '', labels: false });
      this.add(names);
      if (name !== rest) this.takeSuffix(rest.slice(name.length));
      return true;
    }
    const name = this.withoutSuffix(text);
    const names = name === text ? undefined : namesIn(name, 'bare', this.rules);
    if (!names) return false;
    this.add(names);
    return this.takeSuffix(text.slice(name.length));
  }

  private withoutSuffix(text: string): string {
    const fitting = this.rules.suffixes.filter((suffix) => text.endsWith(suffix));
    const from = FROM_PLACE.exec(text)?.[1] ?? '';
    const cut = [...fitting.map((suffix) => text.slice(0, -suffix.length)), from].filter(
      (name) => name.length >= 2,
    );
    return cut.find((name) => namesIn(name, 'bare', this.rules) !== undefined) ?? text;
  }

  /** A suffix after the last name: 攝影報道, 台北報導. */
  private takeSuffix(text: string): boolean {
    if (this.bylines.length === 0) return false;
    if (!this.rules.suffixes.includes(text) && !REPORTED_FROM.test(text)) return false;
    for (const byline of this.bylines.slice(this.firstWithoutRole)) {
      if (byline.role === undefined && this.rules.suffixes.includes(text)) byline.role = text;
    }
    this.hasSuffix = true;
    return true;
  }

  /** A value that names nobody: 網絡, 受訪者提供. */
  private takeNobody(text: string): boolean {
    return (
      this.current !== undefined && text.length <= 30 && this.rules.nobody.some((word) => text.includes(word))
    );
  }

  /** Adds the outlets read under the current role. */
  private finishOutlets(): void {
    const role = this.current?.role.word;
    const outlets = this.outlets.finish();
    if (role === undefined || outlets.length === 0) return;
    for (const name of outlets) this.bylines.push({ name, role });
    this.firstWithoutRole = this.bylines.length;
    this.pending = [];
    this.namesUnderRole = 0;
  }
}

/**
 * The people in a line of Chinese or Japanese credits, with their roles as written; undefined unless the whole line
 * reads as credits.
 */
export function readHanCredits(line: string, rules: HanCredits, setting: Setting): Byline[] | undefined {
  const all = pieces(line, rules);
  if (all === undefined) return undefined;
  const reader = new Reader(all, rules, setting);
  return all.every((piece, at) => reader.take(piece, all[at - 1]?.after ?? '')) && reader.finish()
    ? reader.bylines
    : undefined;
}
