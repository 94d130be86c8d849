/** What stands behind a role word: people, the outlet a text comes from, or a fact that is no credit. */
export type RoleKind = 'person' | 'outlet' | 'fact';

/** How credits look in text written without spaces (Chinese, Japanese). */
export interface HanCredits {
  /** Role words, each whole; the longest that fits is taken. */
  roles: Readonly<Record<RoleKind, readonly string[]>>;
  /** One-character roles, which count only before a separator: 文/張三, 圖：李四. */
  shortRoles: readonly string[];
  /** Words before a role word that belong to the outlet, not to the role: 融媒體 in 融媒體記者. */
  qualifiers: readonly string[];
  /** Endings of an outlet's name where it stands before a role word: 南方日報記者. */
  outletEndings: readonly string[];
  /** What may follow the last name: 攝, 攝影報道, 台北報導. */
  suffixes: readonly string[];
  /** Roles that are everyday nouns as well: a subheading 技術：自主創新 is no credit, so their names need a surname. */
  nouns: readonly string[];
  /** Ends of roles that make a credit of a single name without any colon or bracket: 本報記者 張三. */
  evident: readonly string[];
  /** Roles that open an answer in a printed interview (記者：為什麼？). */
  interviewers: readonly string[];
  /** A name has to begin with a Chinese surname where no colon introduces it. */
  surnames: boolean;
  /** Roles whose bearers sign with pen names. */
  penNames: readonly string[];
  /** Everyday words that have the form of a name: 单位, 时间, 敬称略. */
  notNames: readonly string[];
  /** Ends of organisations' names that sign as people do: 編輯部, 工作室. */
  organisations: readonly string[];
  /** Values that name nobody: 受訪者提供, 網絡. */
  nobody: readonly string[];
  /** Characters that names do not have and sentences do. */
  prose: string;
}

/** How credits look in the Latin script. */
export interface LatinCredits {
  /** Words that open a byline: By, Von, Par, Por. */
  openers: readonly string[];
  /** Role labels, followed by a colon or, for `verbs`, by the word that means "by". */
  labels: readonly string[];
  /** Labels that take an opener in place of the colon: Reporting by. */
  verbs: readonly string[];
  /** Labels that agencies set right before a name, beside one that says more: (Reportage Jane Roe, édité par John Doe). */
  bare?: readonly string[];
  /** What opens a credit of names that follow without a colon and is the role itself: Das Interview führte. Sources of patterns. */
  phrases?: readonly string[];
  /** What closes a credit that begins with the names: contributed to this report. Sources of patterns. */
  closings?: readonly string[];
  /** Words before the outlet a text is taken from: Quelle. */
  sources: readonly string[];
  /** Signs between a name and its place in a line of its own under the headline: Juan Pérez / Valmar. */
  placed: readonly string[];
  /** What somebody is, in a line of its own under the headline: Staff Writer, Redakteurin. */
  positions: readonly string[];
  /** Words between two names: and, und. */
  conjunctions: readonly string[];
  /** Words before the place a name reports from: in, en, aus. */
  places: readonly string[];
  /** Words that mark what follows a comma as a title or an outlet: Staff Writer, Korrespondent. */
  titles: readonly string[];
  /** Collective bylines: Redacción, Agencias. */
  desks: readonly string[];
  /** First words that make a phrase no name: The, Eso. */
  notNames: readonly string[];
}
