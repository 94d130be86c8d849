import * as z from 'zod';
import { decisionSchema } from './decision.ts';
import type { DoubtCode } from './outcome.ts';
import { articleIdSchema, instantSchema, receiptIdSchema, storedWord } from './stored-text.ts';

/**
 * The types of an article. All stages use them. The names are those of IPTC ninjs 3 (iptc.org/standards/ninjs). The
 * types are inferred from the schemas, which also decode the stored rows. All instants are ISO 8601 in UTC with
 * milliseconds, as `Date.prototype.toISOString` writes them.
 */

/** Somebody credited for the article. */
export const bylineSchema = z.object({
  name: z.string(),
  /** The role as the credit states it (記者, Editing). Absent if the credit states no role. */
  role: z.string().exactOptional(),
});
export type Byline = z.infer<typeof bylineSchema>;

/** A concept the article is about. */
export const subjectSchema = z.object({
  name: z.string(),
  /** The concept's code in a controlled vocabulary, if the sender gave one. */
  uri: z.string().exactOptional(),
});
export type Subject = z.infer<typeof subjectSchema>;

/** A picture, recording or document that belongs to the article. */
export const associationSchema = z.object({
  /** An absolute address. */
  href: z.string(),
  /** The media type. Absent for a picture; `audio/*` or `video/*` if the sender states only the kind. */
  contenttype: z.string().exactOptional(),
  /** Size in bytes as the sender declared it. Pictures have none. */
  length: z.number().exactOptional(),
  /** Width and height in pixels. */
  width: z.number().exactOptional(),
  height: z.number().exactOptional(),
  alt: z.string().exactOptional(),
  caption: z.string().exactOptional(),
  credit: z.string().exactOptional(),
});
export type Association = z.infer<typeof associationSchema>;

/**
 * The contents of a revision: everything that makes a difference to a reader, and nothing else. The receipt and the
 * time of receipt are not part of it, so an article that is sent again unchanged has equal contents.
 */
export const articleContentSchema = z.object({
  headline: z.string(),
  summary: z.string().exactOptional(),
  bylines: z.array(bylineSchema),
  /** BCP 47 tag, with script where the language needs one (zh-Hant). */
  language: z.string(),
  /** Sanitised HTML: sanitising it again changes nothing. It has no characters that XML 1.0 forbids. */
  body: z.string(),
  /** The article's own address, if the sender gave one. */
  link: z.string().exactOptional(),
  subjects: z.array(subjectSchema),
  genres: z.array(z.string()),
  places: z.array(z.string()),
  /** News urgency 1 (highest) to 9, ninjs `urgency`. */
  urgency: z.number().exactOptional(),
  associations: z.array(associationSchema),
  copyrightnotice: z.string().exactOptional(),
  usageterms: z.string().exactOptional(),
  /**
   * ISO 3166-1 alpha-2 codes. A code allows a country; a code with a hyphen before it (`-US`) excludes a country.
   * Absent: the article may be read everywhere. See terms.ts.
   */
  territory: z.array(z.string()).exactOptional(),
  /** When the article was first created, as the sender declared it. */
  firstcreated: instantSchema.exactOptional(),
  /** The article must not be published before this instant. */
  embargoed: instantSchema.exactOptional(),
  /** The article must not be published after this instant. */
  expires: instantSchema.exactOptional(),
});
export type ArticleContent = z.infer<typeof articleContentSchema>;

/** Whether the sender lets the article be shown. The third value of ninjs, `canceled`, becomes a kill. */
export type PubStatus = 'usable' | 'withheld';
const pubStatusSchema = storedWord<PubStatus>();

/**
 * Why an article is stored but not shown until a person releases it: something in it may mean that it must not be
 * published, and Wiredesk does not understand it. `detail` quotes the sign, such as the line or the status.
 */
export const doubtSchema = z.object({ code: storedWord<DoubtCode>(), detail: z.string() });
export type Doubt = z.infer<typeof doubtSchema>;

/**
 * One stored version of an article; it never changes. Its contents are in another row; `contentHash` is in its key.
 */
export const revisionSchema = z.object({
  article: articleIdSchema,
  /** Version stamp that sorts as text: the greatest is the newest. See order.ts. */
  version: z.string(),
  contentHash: z.string(),
  pubstatus: pubStatusSchema,
  /** Present only if a person may release the revision. Then `pubstatus` is withheld. */
  doubt: doubtSchema.exactOptional(),
  receivedAt: instantSchema,
  /** The date of this version: as declared, but never later than its receipt. */
  versioncreated: instantSchema,
  source: z.string(),
  declaredId: z.string(),
  receipt: receiptIdSchema,
  rawKey: z.string(),
  /** Texts that rules removed from the article, unchanged. */
  removed: z.array(z.string()),
  /** What reading the submission repaired or assumed. */
  notes: z.array(z.string()),
});
export type Revision = z.infer<typeof revisionSchema>;

/** The facts that a channel's selector may use. */
export const selectorFactsSchema = z.object({
  source: z.string(),
  language: z.string(),
  subjects: z.array(z.string()),
  /** The codes (`uri`) of the subjects that have a code. */
  subjectUris: z.array(z.string()).exactOptional(),
  genres: z.array(z.string()),
  places: z.array(z.string()),
  urgency: z.number().exactOptional(),
  /** Countries the article is cleared for; absent: all. */
  territory: z.array(z.string()).exactOptional(),
  /** The headline. Only the beginning of a long headline is kept; see head.ts. */
  headline: z.string(),
});
export type SelectorFacts = z.infer<typeof selectorFactsSchema>;

/** The part of the newest revision that selecting, ordering and showing need. */
export const currentRevisionSchema = z.object({
  version: z.string(),
  contentHash: z.string(),
  pubstatus: pubStatusSchema,
  doubt: doubtSchema.exactOptional(),
  /** When the contents last changed; sending equal contents again does not change it. */
  changed: instantSchema,
  /** When the current contents were first received. A feed's delay starts here. */
  received: instantSchema,
  /** When the article was first created: as declared, otherwise when it was first received. */
  created: instantSchema,
  embargoed: instantSchema.exactOptional(),
  expires: instantSchema.exactOptional(),
  facts: selectorFactsSchema,
});
export type CurrentRevision = z.infer<typeof currentRevisionSchema>;

/** What is known about an article, computed from its revisions and decisions. They may arrive in any order. */
export const headSchema = z.object({
  article: articleIdSchema,
  source: z.string(),
  /** Absent if no revision is stored and the decisions name only the article's id, for example after an erasure. */
  declaredId: z.string().exactOptional(),
  /** The earliest `versioncreated` of the article's revisions. */
  firstSeen: instantSchema.exactOptional(),
  /** When the first revision of the article was received. */
  firstReceived: instantSchema.exactOptional(),
  /**
   * Where the article was first received: time of receipt, receipt and item number, as `placeOf` writes them. It
   * orders articles with the same release. Absent on heads that an older version of Wiredesk wrote.
   */
  place: z.string().exactOptional(),
  /** The article has its revisions under this id, which it got before its present declared id was known. */
  sameAs: articleIdSchema.exactOptional(),
  /** Stories that were sent under this declared id and are articles of their own, because they are different stories. */
  sharedBy: z.array(articleIdSchema).exactOptional(),
  /** Articles that state this id as another id of theirs (ninjs `altids`, `guid` beside a `uri`). */
  aliasOf: z.array(articleIdSchema).exactOptional(),
  current: currentRevisionSchema.exactOptional(),
  /** The decision in force in each register; see decision.ts. */
  decisions: z.record(z.string(), decisionSchema).exactOptional(),
});
export type Head = z.infer<typeof headSchema>;
