import * as z from 'zod';
import { ACTION_NAMES } from '../domain/decision.ts';
import { isArticleId } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import { feedIdSchema, receiptIdSchema } from '../domain/stored-text.ts';

const articleId = z.uuid().refine(isArticleId);
/** A text that passes this check has the form of an instant, so the cast is safe. */
const storedInstant = z.iso.datetime({ precision: 3 }) as unknown as z.ZodType<Instant, string>;

/**
 * The messages between stages. They name articles and feeds, and never contain contents or versions. Unknown members
 * are ignored, so that a stage can read a message that a newer version of Wiredesk sent.
 */

/**
 * The message to fan-out's now queue: an article that has a new decision, such as a kill. It must not wait for a
 * tick.
 */
export const nowMessage = z.object({ article: articleId });
export type NowMessage = z.infer<typeof nowMessage>;

/**
 * The message to publish: a feed, and the articles that may have changed in it. An empty list means all its articles.
 */
export const publishMessage = z.object({
  feed: z.string().min(1).pipe(feedIdSchema),
  articles: z.array(articleId),
});
export type PublishMessage = z.infer<typeof publishMessage>;

/** The most article ids in one publish message. With about 40 bytes each, they fit into one message of SQS. */
export const MAX_ARTICLES_PER_MESSAGE = 1000;

/**
 * The metadata that ingest stores with the raw bytes of a submission. Unknown members are dropped: an erasure writes
 * the envelope again, and must not keep a member that it cannot check.
 */
export const envelope = z.object({
  /** `redacted`: an erasure removed an article from the contents. Only `wiredesk erase` stores this kind. */
  kind: z.enum(['content', 'decision', 'redacted']),
  source: z.string(),
  receipt: receiptIdSchema,
  receivedAt: storedInstant,
  /** The Content-Type field as the source sent it, with its parameters. */
  mediaType: z.string(),
  /** The article id in the request's path; absent if the contents have the ids. */
  declaredId: z.string().optional(),
});
export type Envelope = z.infer<typeof envelope>;

/** Media type of an editorial decision, which is a submission too. */
export const DECISION_MEDIA_TYPE = 'application/vnd.wiredesk.decision+json';

/**
 * The bytes of a decision. Strict: an unknown member could limit the decision, and ignoring it could publish an
 * article that must not be published.
 */
export const decisionBody = z.strictObject({
  action: z.enum(ACTION_NAMES),
  by: z.string().min(1).max(200),
  reason: z.string().min(1).max(1000).exactOptional(),
  /** For example `news` (a channel), `partner:outlet`, `partner:outlet/top` (a subscription) or `feed:` and a feed's id. */
  target: z.string().min(1).max(200).exactOptional(),
  /**
   * The article, if the envelope has no declared id. An erasure replaces the declared id by this member, because a
   * declared id can reveal contents.
   */
  article: articleId.exactOptional(),
  /** The new end of an embargo. */
  until: storedInstant.exactOptional(),
});
export type DecisionBody = z.infer<typeof decisionBody>;

/** The members of S3's object-created event that normalise reads. */
const objectCreatedEvent = z.object({
  Records: z
    .array(z.object({ s3: z.object({ object: z.object({ key: z.string(), size: z.number().optional() }) }) }))
    // S3 sends a test event without records when a notification is configured.
    .default([]),
});

/** An object in an object-created event. `size`: its bytes; S3 states them, other senders may not know them. */
export interface CreatedObject {
  key: string;
  size?: number;
}

/** The objects in an object-created event. S3 percent-encodes the keys and writes + for a space. */
export function createdObjects(body: unknown): CreatedObject[] {
  return objectCreatedEvent.parse(body).Records.map(
    ({
      s3: {
        object: { key, size },
      },
    }) => ({
      key: decodeURIComponent(key.replaceAll('+', ' ')),
      ...(size !== undefined && { size }),
    }),
  );
}

/** A message that makes normalise read a raw object: the members of S3's event that normalise reads. */
export function objectCreatedMessage({ key, size }: CreatedObject): unknown {
  const object = { key: encodeURIComponent(key), ...(size !== undefined && { size }) };
  return { Records: [{ s3: { object } }] };
}
