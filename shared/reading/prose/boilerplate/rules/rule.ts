/** Text that newsrooms' systems put around articles. */
export interface BoilerplateSet {
  /**
   * Words that announce other stories. Alone in a paragraph they head a block of links; before a colon, a bar or
   * after brackets they make the paragraph itself a link.
   */
  related: readonly string[];
  /** The same with a name in it: 更多山海時報報導. */
  headings?: readonly RegExp[];
  /** Two or more of these and nothing else: a bar of buttons. */
  buttons: readonly string[];
  /** One of these and nothing else, before or after the story: a button or a notice of the page's own. */
  lone?: readonly string[];
  /** What cuts a paragraph wherever it stands. It must be beyond doubt: a wrong one costs a piece of a story. */
  anywhere: readonly Pattern[];
  /** What cuts a paragraph only where no more prose follows: the same words may be the story further up. */
  end: readonly Pattern[];
  /** What cuts a paragraph only where credits have closed the story. */
  signedOff?: readonly Pattern[];
  /** What cuts a paragraph only where no prose has come yet. */
  top?: readonly Pattern[];
}

export interface Pattern {
  kind: string;
  /** Tested on paragraphs up to `longest` characters. */
  test: RegExp;
  longest: number;
}

export const pattern = (kind: string, test: RegExp, longest = 160): Pattern => ({ kind, test, longest });
