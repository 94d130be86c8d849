/** What a feed holds. Order: newest release first. */
export interface ManifestEntry {
  article: string;
  version: string;
  contentHash: string;
  released: string;
  /** When it last changed; never before its release. */
  changed: string;
  /** Whether it stands in the documents; the rest is a reserve of older items. */
  shown: boolean;
}

export interface FeedState {
  /** Grows by one with each commit. */
  rev: number;
  /** The last rev whose documents are known to be in place. */
  settled: number;
  /** Items shown, then a reserve of the next older ones. */
  manifest: ManifestEntry[];
  /** Newest release, change or removal of an item that was shown. */
  updated?: string;
  /** ETag of each document by its key, as this rev wants them. */
  documents: Record<string, string>;
  /** What the last commit did to the items shown. */
  last: FeedChange;
  /**
   * Articles this feed never showed, but another did at an address that this one is read at now, and whose withdrawal
   * stands in the log; the last of them.
   */
  withdrawnFor?: string[];
  /** Set while more would vanish than may without somebody's word: since when, and what. */
  held?: { since: string; lost: string[] };
}

/** The documents that a feed should have, their ETags by key, and whether they were seen in place. */
export type Committed = Pick<FeedState, 'rev' | 'settled' | 'documents'>;

export interface FeedChange {
  at: string;
  added: string[];
  changed: string[];
  removed: string[];
  /** Those of the removed, here or in a rev before that was left unsettled, that were killed: the edge forgets its copies. */
  killed?: string[];
  /** Articles that could not be rendered and stay out, with the reason. */
  withheld: { article: string; reason: string }[];
}
