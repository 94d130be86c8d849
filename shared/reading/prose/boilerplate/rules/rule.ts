/**
 * The rules of one language for boilerplate: text around a story that is not part of the story, such as links and
 * notices.
 */
export interface BoilerplateSet {
  /**
   * Words that announce other stories. If they are the whole paragraph, it is the heading of a block of links. If
   * they are in brackets, or a colon or bar follows, the paragraph is itself a link to another story.
   */
  related: readonly string[];
  /** Patterns of headings that contain an outlet's name: 更多山海時報報導 (more reports by the outlet 山海時報). */
  headings?: readonly RegExp[];
  /** Labels of buttons. A paragraph of two or more of them and nothing else is a bar of buttons. */
  buttons: readonly string[];
  /** Labels and notices that are boilerplate if they are a whole paragraph above or below the story. */
  lone?: readonly string[];
  /**
   * Boilerplate anywhere in an article. A wrong match cuts a part of the story, so these patterns must not match any
   * sentence of a story.
   */
  anywhere: readonly Pattern[];
  /** Boilerplate only below the last paragraph of prose. Above it, the same words may belong to the story. */
  end: readonly Pattern[];
  /** Boilerplate only after the credits at the end of the story. */
  afterCredits?: readonly Pattern[];
  /** Boilerplate only above the first paragraph of prose. */
  top?: readonly Pattern[];
}

export interface Pattern {
  /** A name for what the pattern finds, such as `copyright`. */
  kind: string;
  test: RegExp;
  /** Paragraphs of more than this many characters are not tested. */
  longest: number;
}

export const pattern = (kind: string, test: RegExp, longest = 160): Pattern => ({ kind, test, longest });
