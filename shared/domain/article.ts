import type { Decision } from './decision.ts';

/**
 * The article as the whole pipeline knows it, in the terms of IPTC ninjs 3 (iptc.org/standards/ninjs).
 * All instants are ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes them.
 */

/** Somebody credited for the article. `role` is in the credit's own words (記者, Editing), absent for a plain byline. */
export interface Byline {
  name: string;
  role?: string;
}

/** A concept the article is about; `uri` from a controlled vocabulary where the sender gave one. */
export interface Subject {
  name: string;
  uri?: string;
}

/**
 * A picture, recording or document that belongs to the article; `href` absolute, width and height in pixels. Without
 * a `contenttype` it is a picture; `audio/*` or `video/*` where no more than the kind is known.
 */
export interface Association {
  href: string;
  contenttype?: string;
  /** Bytes, of what is no picture, as the sender said. */
  length?: number;
  width?: number;
  height?: number;
  alt?: string;
  caption?: string;
  credit?: string;
}

/**
 * What one revision says. Two submissions with equal contents are the same revision: everything whose change a
 * reader could see is in here, and nothing else is (no receipt, no arrival time).
 */
export interface ArticleContent {
  headline: string;
  summary?: string;
  bylines: Byline[];
  /** BCP 47 tag, with script where the language needs one (zh-Hant). */
  language: string;
  /** Sanitised HTML: a fixed point of the sanitiser, free of characters illegal in XML 1.0. */
  body: string;
  /** The article's own address, when the sender gave one. */
  link?: string;
  subjects: Subject[];
  genres: string[];
  places: string[];
  /** News urgency 1 (highest) to 9, ninjs `urgency`. */
  urgency?: number;
  associations: Association[];
  copyrightnotice?: string;
  usageterms?: string;
  /** Countries it may go to, or with a hyphen before them may not (ISO 3166-1 alpha-2); absent: all. See terms.ts. */
  territory?: string[];
  /** When the sender says the article was first created. */
  firstcreated?: string;
  /** Not before. */
  embargoed?: string;
  /** Not after. */
  expires?: string;
}

/** What a submission may say about an article's availability; `canceled` is a decision (a kill), not a revision. */
export type PubStatus = 'usable' | 'withheld';

/** One stored version of an article; immutable. Its contents lie beside it under their hash. */
export interface Revision {
  article: string;
  /** Sortable stamp: the greatest is the newest. See order.ts. */
  version: string;
  contentHash: string;
  pubstatus: PubStatus;
  receivedAt: string;
  /** The instant this version counts from: declared, never later than its receipt. */
  versioncreated: string;
  source: string;
  declaredId: string;
  receipt: string;
  rawKey: string;
  /** Text that a rule cut out of the article, as it stood. */
  removed: string[];
  /** What was repaired or assumed on the way in. */
  notes: string[];
}

/** What a channel's selector may look at. */
export interface SelectorFacts {
  source: string;
  language: string;
  subjects: string[];
  /** Codes of the subjects, of those that have one. */
  subjectUris?: string[];
  genres: string[];
  places: string[];
  urgency?: number;
  /** Countries it is cleared for; absent: all. */
  territory?: string[];
  /** As the head keeps it: the beginning of a long one. */
  headline: string;
}

/** The newest revision, as far as selecting, ordering and showing need it. */
export interface CurrentRevision {
  version: string;
  contentHash: string;
  pubstatus: PubStatus;
  /** When the article last changed; a re-send of equal contents does not move it. */
  changed: string;
  /** When what it says now was first received: from then on a feed's delay counts. */
  received: string;
  /** When the article was first created, as declared or else as first received. */
  created: string;
  embargoed?: string;
  expires?: string;
  facts: SelectorFacts;
}

/** Where an article stands: the projection of all its revisions and decisions. Either part may come first. */
export interface Head {
  article: string;
  source: string;
  /** Unknown where nothing is there but a decision that names the article by its own id, as after an erasure. */
  declaredId?: string;
  /** The earliest instant any of its revisions counts from. */
  firstSeen?: string;
  /** When the first of its revisions was received. */
  firstReceived?: string;
  current?: CurrentRevision;
  /** The decision in force in each register; see decision.ts. */
  decisions?: Readonly<Record<string, Decision>>;
}
