import type { Byline } from '../../../domain/article.ts';
import type { HanCredits } from './rules/rule.ts';
import { isPenName, namesIn } from './han-names.ts';
import type { Trust } from './han-names.ts';
import { isHeading, isOutletName, leadingRoles, trailingRole, wholeRole } from './han-roles.ts';
import type { Role } from './han-roles.ts';
import { FACT, pieces } from './han-pieces.ts';
import type { Piece } from './han-pieces.ts';

/** Between 攝影報道 and 台北報導: a place or a manner, then the word for reporting. */
const REPORTED_FROM = /^\p{Script=Han}{2,7}(?:報導|報道|报道|連線|专电|專電)$/u;

/** 张三北京报道: most places have two characters. */
const FROM_PLACE = /^(\p{Script=Han}{2,4})\p{Script=Han}{2}(?:報導|報道|报道|专电|專電)$/u;

const LONGEST_OUTLET_NAME = 24;

/** Where a line stands: in brackets, beside other credits, over or under the story, or anywhere. All but the last vouch. */
export type Setting = 'enclosed' | 'block' | 'edge' | 'open';

/** Reads one credits line, left to right; every piece must be accounted for or the line is none. */
class Reader {
  readonly bylines: Byline[] = [];
  private readonly rules: HanCredits;
  private readonly enclosed: boolean;
  private readonly edge: boolean;
  private readonly block: boolean;
  private readonly postfix: boolean;
  private pending: { role: Role; after: string }[] = [];
  private current: { role: Role; trust: Trust } | undefined;
  /** Index of the first byline that a role written after the names would belong to. */
  private open = 0;
  private named = 0;
  /** Names of outlets read under the current role, and the words of the one being read. */
  private outlets: string[] = [];
  private outlet: string[] = [];
  private closed = false;
  /** Whether a colon, slash or bracket says that this is a list of credits. */
  private vouched: boolean;

  constructor(line: readonly Piece[], rules: HanCredits, setting: Setting) {
    this.rules = rules;
    this.enclosed = setting === 'enclosed';
    this.block = setting === 'block';
    this.edge = this.block || setting === 'edge';
    this.vouched = this.enclosed;
    const last = line.at(-1);
    // 張三 文 李四 圖: where the last short role has no name after it, the short roles follow their names.
    this.postfix = line.length > 2 && last !== undefined && wholeRole(last.text, rules)?.short === true;
  }

  /** Takes the next piece, with what stands before it; false if it has no place in a credits line. */
  take(piece: Piece, before: string): boolean {
    const { text } = piece;
    if (FACT.test(text)) return true;
    this.vouched ||= piece.labels;
    // 張三、李四台北報導: behind a comma stands a name, and not only a place.
    if (/[、，,]/u.test(before) && REPORTED_FROM.test(text) && this.takeGlued(piece)) return true;
    if (!piece.labels && REPORTED_FROM.test(text) && this.takeSuffix(text)) return true;
    const role = wholeRole(text, this.rules);
    if (role && this.isRoleHere(role, piece)) return this.takeRole(role, piece);
    if (this.current?.role.kind === 'outlet') return this.takeOutlet(piece);
    if (this.current?.role.kind === 'fact' && text.length <= 40) return true;
    if (piece.labels && this.takeGlued(piece)) return true;
    if (!this.current && this.bylines.length === 0 && isOutletName(text, this.rules)) return true;
    // 记者张三 通讯员李四: the second is no name of five characters.
    if (leadingRoles(text, this.rules).length > 0 && this.takeGlued(piece)) return true;
    return this.takeNames(text) || this.takeGlued(piece) || this.takeSuffix(text) || this.takeNobody(text);
  }

  /** True if something was credited and nothing was left over. */
  finish(): boolean {
    this.settleOutlet();
    const rest = this.bylines.slice(this.open).some((byline) => byline.role === undefined);
    const [first] = this.bylines;
    const alone = this.bylines.length === 1 && !this.vouched;
    const evident = this.rules.evident.some((end) => first?.role?.endsWith(end));
    const headed = !this.block && isHeading(first?.role ?? '', this.current === undefined, this.rules);
    const placed = this.edge && first?.role !== undefined && !headed;
    if (alone && !evident && !placed) return false;
    return this.bylines.length > 0 && (!rest || this.closed);
  }

  private isRoleHere(role: Role, piece: Piece): boolean {
    // 文、圖／張三 is one role in two words.
    return !role.short || piece.labels || /^[\s、]*$/u.test(piece.after);
  }

  private takeRole(role: Role, piece: Piece): boolean {
    this.settleOutlet();
    const unnamed = this.bylines.slice(this.open).filter((byline) => byline.role === undefined);
    if (unnamed.length > 0 || (this.postfix && role.short && this.named > 0)) {
      for (const byline of unnamed) byline.role = role.word;
      this.open = this.bylines.length;
      this.current = undefined;
      this.pending = [];
      return true;
    }
    if (this.named > 0) this.pending = [];
    this.named = 0;
    this.pending.push({ role, after: piece.after.trim() });
    const doubtful = [...this.rules.interviewers, ...this.rules.nouns].includes(role.word);
    const strict =
      piece.labels && (!doubtful || (this.block && !this.rules.interviewers.includes(role.word)));
    this.current = { role, trust: strict ? 'labelled' : this.enclosed ? 'enclosed' : 'bare' };
    return true;
  }

  /** 文/圖 is one role in two words; in 圖／記者 the second says it all. */
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
    if (role !== undefined) this.open = this.bylines.length;
    this.named += names.length;
  }

  private takeNames(piece: string): boolean {
    // 圖／李四攝 names 李四.
    const text = piece.length > 2 ? piece.replace(/[攝摄]$/u, '') : piece;
    if (this.rules.nobody.some((word) => text.includes(word))) return false;
    if (this.isPenName(text)) {
      this.add([text]);
      return true;
    }
    const names = namesIn(text, this.current?.trust ?? 'bare', this.rules);
    if (!names) return false;
    // 圖：精彩瞬間 heads pictures; four characters need a surname to be a name there.
    if (this.current?.role.short && text.length > 3 && !namesIn(text, 'bare', this.rules)) return false;
    if (!this.current && this.bylines.length === 0 && !/^\p{Script=Han}{2,4}$/u.test(text)) return false;
    this.add(names);
    return true;
  }

  /** 文/生活小百科: authors sign with what they please, one to a label. */
  private isPenName(text: string): boolean {
    const role = this.current?.role;
    if (role === undefined || !this.rules.penNames.includes(role.word) || this.named > 0) return false;
    const label = this.pending.at(-1)?.after ?? '';
    return (role.short ? /[/／╱|｜丨]/u : /[:：/／╱|｜丨]/u).test(label) && isPenName(text, this.rules);
  }

  /** Pieces that hold a role and a name without anything between: 記者張三, 張三攝, 張三校對：李四. */
  private takeGlued(piece: Piece): boolean {
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
      const names = namesIn(name, this.enclosed && /[·・]/u.test(text) ? 'enclosed' : 'bare', this.rules);
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

  private takeSuffix(text: string): boolean {
    if (this.bylines.length === 0) return false;
    if (!this.rules.suffixes.includes(text) && !REPORTED_FROM.test(text)) return false;
    for (const byline of this.bylines.slice(this.open)) {
      if (byline.role === undefined && this.rules.suffixes.includes(text)) byline.role = text;
    }
    this.closed = true;
    return true;
  }

  private takeNobody(text: string): boolean {
    return (
      this.current !== undefined && text.length <= 30 && this.rules.nobody.some((word) => text.includes(word))
    );
  }

  /** The words up to a comma are one outlet's name. */
  private takeOutlet({ text, after }: Piece): boolean {
    const names = namesIn(text, 'bare', this.rules);
    const last = this.outlet.length > 0 && names === undefined && text.length > LONGEST_OUTLET_NAME;
    if (last || /[。！？!?]/u.test(text)) return false;
    this.outlet.push(text);
    if (/[、，,；;&＆]/u.test(after)) this.closeOutlet();
    return this.outlet.join(' ').length <= LONGEST_OUTLET_NAME * 2;
  }

  private closeOutlet(): void {
    const name = this.outletName(this.outlet.join(' '));
    if (name !== '') this.outlets.push(name);
    this.outlet = [];
  }

  private settleOutlet(): void {
    const role = this.current?.role.word;
    this.closeOutlet();
    const named = this.outlets;
    this.outlets = [];
    if (role === undefined || named.length === 0) return;
    for (const name of named) this.bylines.push({ name, role });
    this.open = this.bylines.length;
    this.pending = [];
    this.named = 0;
  }

  /** 综合央视新闻 is 央视新闻; 网络综合 is nobody. */
  private outletName(name: string): string {
    const rest = this.rules.nobody.reduce((left, word) => left.replaceAll(word, ''), name);
    return /^[整理自編编於于\s]*$/u.test(rest) ? '' : name.replace(/^(?:綜合|综合)(?:自)?\s*/u, '');
  }
}

/**
 * The people a line of Chinese or Japanese credits names, with their roles as written; undefined unless the whole
 * line reads as credits.
 */
export function readHanCredits(line: string, rules: HanCredits, setting: Setting): Byline[] | undefined {
  const all = pieces(line, rules);
  if (all === undefined) return undefined;
  const reader = new Reader(all, rules, setting);
  return all.every((piece, at) => reader.take(piece, all[at - 1]?.after ?? '')) && reader.finish()
    ? reader.bylines
    : undefined;
}
