/**
 * The types of reference.ts: what sources and editors submit, what a channel is, and what it shows. Instants are ISO
 * 8601 in UTC with milliseconds.
 */

/** An article that a source sent. */
export interface SentContent {
  kind: 'content';
  article: string;
  source: string;
  receipt: string;
  /** When ingest received it. */
  at: string;
  headline: string;
  withheld: boolean;
  /** Whether something in it is not understood, so that it waits for a person. */
  doubtful?: boolean;
  version?: number;
  versioncreated?: string;
  embargoed?: string;
  expires?: string;
  /** It has the subject that some channels exclude. */
  offTopic?: true;
  /** Its contents cannot be read. A channel shows nothing of it. */
  unreadable?: true;
}

/** A decision that an editor sent. */
export interface SentDecision {
  kind: 'decision';
  article: string;
  receipt: string;
  /** When ingest received it. */
  at: string;
  action: string;
  channel?: string;
  until?: string;
}

export type Submission = SentContent | SentDecision;

/** One feed: a channel that everybody reads, or a channel that a partner reads under its own terms. */
export interface ReferenceChannel {
  id: string;
  /** For a partner's feed: id of the public channel that it follows. */
  basedOn?: string;
  /** For a partner's feed: minutes from an article's release to the moment at which the feed shows it. */
  delay?: number;
  items: number;
  sources: readonly string[];
  /** The channel does not select what is off topic. */
  onTopicOnly?: true;
}

/** An article as a channel shows it. */
export interface ShownArticle {
  article: string;
  headline: string;
  released: string;
  changed: string;
}
