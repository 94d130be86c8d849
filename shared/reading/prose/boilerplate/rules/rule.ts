/** Text that the systems of newsrooms put around articles. */
export interface BoilerplateSet {
  /**
   * Words that announce other stories. Alone in a paragraph, they head a block of links. In brackets, or before a
   * colon or a bar, they make the paragraph a link.
   */
  related: readonly string[];
  /** Patterns of such words that contain a name: 更多山海時報報導. */
  headings?: readonly RegExp[];
  /** Labels of buttons. A paragraph of two or more of them and nothing else is a bar of buttons. */
  buttons: readonly string[];
  /** Labels and notices that are boilerplate as a whole paragraph, before or after the story. */
  lone?: readonly string[];
  /**
   * Boilerplate at any place. A wrong match cuts a part of a story, so a pattern must not match any sentence of one.
   */
  anywhere: readonly Pattern[];
  /** Boilerplate only if no prose follows; before that, the same words may belong to the story. */
  end: readonly Pattern[];
  /** Boilerplate only after the credits at the end of the story. */
  afterCredits?: readonly Pattern[];
  /** Boilerplate only if no prose comes before. */
  top?: readonly Pattern[];
}

export interface Pattern {
  kind: string;
  test: RegExp;
  /** Characters of the longest paragraph that is tested. */
  longest: number;
}

export const pattern = (kind: string, test: RegExp, longest = 160): Pattern => ({ kind, test, longest });
