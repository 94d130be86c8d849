/**
 * What a role word introduces: people, the outlet (newspaper, agency, site) that a text comes from, or a fact that
 * credits nobody.
 */
export type RoleKind = 'person' | 'outlet' | 'fact';

/** The words of credits in text without spaces between words (Chinese, Japanese). */
export interface HanCredits {
  /** Role words. If several fit, the longest is used. */
  roles: Readonly<Record<RoleKind, readonly string[]>>;
  /** Roles of one character, which are roles only before a separator: 文/張三 (text), 圖：李四 (pictures). */
  shortRoles: readonly string[];
  /** Words before a role word that belong to the outlet and not to the role: 融媒體 in 融媒體記者. */
  qualifiers: readonly string[];
  /** Endings of an outlet's name before a role word: 日報 in 南方日報記者. */
  outletEndings: readonly string[];
  /** Words that may follow the last name: 攝, 攝影報道, 台北報導. */
  suffixes: readonly string[];
  /**
   * Roles that are also common nouns. After them, a name must begin with a known surname: the heading 技術：自主創新 is not
   * a credit.
   */
  nouns: readonly string[];
  /** Endings of roles that make a single name a credit even without a colon or brackets: 本報記者 張三. */
  evident: readonly string[];
  /** Roles that introduce a question or an answer in a printed interview (記者：為什麼？). */
  interviewers: readonly string[];
  /** Whether a name without a colon before it must begin with a Chinese surname. */
  surnames: boolean;
  /** Roles of people who sign with pen names. */
  penNames: readonly string[];
  /** Common words that have the form of a name: 单位, 时间, 敬称略. */
  notNames: readonly string[];
  /** Endings of the names of organisations that sign like people: 編輯部, 工作室. */
  organisations: readonly string[];
  /** Values that name nobody: 受訪者提供, 網絡. */
  nobody: readonly string[];
  /** Characters that occur in sentences but not in names. */
  prose: string;
}

/** The words of credits in the Latin script. */
export interface LatinCredits {
  /** Words at the start of a byline: By, Von, Par, Por. */
  openers: readonly string[];
  /** Role labels that a colon or a similar sign follows: `Photo: Jane Roe`. */
  labels: readonly string[];
  /** Labels that a word for `by` follows instead of a colon: `Reporting by`. */
  verbs: readonly string[];
  /**
   * Labels that agencies write directly before a name, in a line with other labels: (Reportage Jane Roe, édité par
   * John Doe).
   */
  bare?: readonly string[];
  /**
   * Phrases directly before the names: `Das Interview führte` (the interview was led by). The phrase becomes the
   * role. Each phrase is the text of a regular expression.
   */
  phrases?: readonly string[];
  /**
   * Phrases directly after the names: `contributed to this report`. The phrase becomes the role. Each phrase is the
   * text of a regular expression.
   */
  closings?: readonly string[];
  /** Labels of the outlet that a text is taken from: Quelle. */
  sources: readonly string[];
  /** Signs between a name and a place, in a line of its own below the headline: Juan Pérez / Valmar. */
  placeSigns: readonly string[];
  /** Job titles, in a line of their own below the headline: Staff Writer, Redakteurin. */
  positions: readonly string[];
  /** Words between two names: and, und. */
  conjunctions: readonly string[];
  /** Words before the place that a person reports from: in, en, aus. */
  places: readonly string[];
  /** Words of a job title or of an outlet, after a name and a comma: Staff Writer, Korrespondent. */
  titles: readonly string[];
  /** Bylines that name a team instead of a person: Redacción (editorial team), Agencias (agencies). */
  desks: readonly string[];
  /** Words that never begin a name. A phrase that begins with one of them is not a name: The, Eso. */
  notNames: readonly string[];
}
