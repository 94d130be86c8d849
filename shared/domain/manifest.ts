import * as z from 'zod';
import type { Instant } from './instant.ts';
import { articleIdSchema, instantSchema } from './stored-text.ts';

/** An article in a feed. A manifest has the newest release first. */
export const manifestEntrySchema = z.object({
  article: articleIdSchema,
  version: z.string(),
  contentHash: z.string(),
  /** When the article was released: its creation, or the end of its embargo if that is later. */
  released: instantSchema,
  /** When the article last changed; never before its release. */
  changed: instantSchema,
  /** Whether the documents have the article. The other entries are a reserve of older articles. */
  shown: z.boolean(),
});
export type ManifestEntry = z.infer<typeof manifestEntrySchema>;

/** What a commit changed in the items shown. The lists contain article ids. */
export const feedChangeSchema = z.object({
  at: instantSchema,
  added: z.array(articleIdSchema),
  changed: z.array(articleIdSchema),
  removed: z.array(articleIdSchema),
  /**
   * Killed articles that this rev removed, or that an earlier rev removed and whose removal is not in the stored
   * documents yet. Because of these articles, publish must invalidate CloudFront's copies of the documents.
   */
  killed: z.array(articleIdSchema).exactOptional(),
  /** The articles of `removed` by the reason (departure.ts). Absent in entries of version 0.1. */
  reasons: z.record(z.string(), z.array(articleIdSchema)).exactOptional(),
  /** Articles that could not be rendered, with the reason. They are not in the documents. */
  withheld: z.array(z.object({ article: articleIdSchema, reason: z.string() })),
});
export type FeedChange = z.infer<typeof feedChangeSchema>;

export const feedStateSchema = z.object({
  /** Grows by one with each commit. */
  rev: z.number(),
  /** The last rev whose documents are known to be in place. */
  settled: z.number(),
  /** The items shown, then the reserve: older articles that are not shown. */
  manifest: z.array(manifestEntrySchema),
  /** The latest release, change or removal of an item that was shown; the date of the documents. */
  updated: instantSchema.exactOptional(),
  /** The ETag that each document of this rev has, by the document's key. */
  documents: z.record(z.string(), z.string()),
  /** What the last commit changed in the items shown. */
  last: feedChangeSchema,
  /**
   * Withdrawn articles that this feed never showed, but an inherited feed did (see `Feed.inherits`). The log of
   * this feed records their withdrawal. The list is bounded: it keeps only the latest articles.
   */
  withdrawnFor: z.array(articleIdSchema).exactOptional(),
  /** Set while the feed is held: since when, and the ids of the articles that it would lose. */
  held: z.object({ since: instantSchema, lost: z.array(articleIdSchema) }).exactOptional(),
  /** Set while the gate refuses the feed's new documents: since when, and why. */
  stopped: z.object({ since: instantSchema, reason: z.string() }).exactOptional(),
});
export type FeedState = z.infer<typeof feedStateSchema>;

/**
 * The documents that a feed should have (ETags by key), whether they are known to be in place, and since when the feed is
 * held or stopped at the gate.
 */
export interface Committed extends Pick<FeedState, 'rev' | 'settled' | 'documents'> {
  heldSince?: Instant;
  stoppedSince?: Instant;
}
