/**
 * The words of some languages with which a sender says that a text must wait or must not be published. Each member is
 * a list of phrases, one per line or with bars between them. A phrase is a part of a regular expression without
 * escapes, written as people write it (accents and capitals do not matter). A space stands for any white space or
 * hyphen, `_` for optional white space, and `~` at the end of a word for any ending. A sign is searched only in lines
 * where a sender may write to editors (see `../statement.ts`).
 */
export interface HoldWords {
  /** Phrases that forbid publication: not for publication, do not publish. */
  forbid: string;
  /** Phrases that only an embargo notice has: embargoed, under embargo, Sperrfrist. */
  embargoed: string;
  /** Words for an embargo, which stories about trade and weapons have too. */
  embargo: string;
  /** Labels of the time of release. They are signs only with a date. */
  release: string;
  /** Phrases that mark a text as held, killed, internal or not finished, and that no story begins with. */
  held: string;
  /** Words that say before a headline, with a colon or a dash, that the text is a draft or is killed. */
  label: string;
  /** Words that mark a text as held, killed or not finished, but that stories have too: hold, withdrawn, confidential. */
  mark: string;
  /** Words between a sign and the condition that ends it: until, before, without. */
  until: string;
  /** How a notice names the text that it is about: this story, the contents of this release. */
  self: string;
  /** What a notice calls the text, without a word for `this`. With a mark beside it: story withdrawn. */
  subject: string;
  /** What must happen before the text may appear. These words belong to a notice only beside a sign and an `until`. */
  event: string;
  /** Words that a notice may have besides the sign and the date. */
  around: string;
  /** Words that say that an embargo is over. */
  ended: string;
  /** Phrases that say that there is no embargo. */
  none: string;
  /** Phrases of stories that have the words of a notice: arms embargo, draft law, sin embargo. */
  topic: string;
}
