import * as z from 'zod';
import { ACTION_NAMES } from '../domain/decision.ts';
import { isArticleId } from '../domain/identity.ts';
import { isInstant, withinRange } from '../domain/instant.ts';
import { lineOfText } from '../domain/text.ts';
import { feedIdSchema, receiptIdSchema } from '../domain/stored-text.ts';

const articleId = z.uuid().refine(isArticleId);
const storedInstant = z.string().transform(withinRange).refine(isInstant, 'is not an instant');

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
 * The message to publish: a wake-up for a feed. What the feed has to take in is in its TODO rows, so a wake-up may be
 * lost, repeated or merged with another one.
 */
export const publishMessage = z.object({
  feed: z.string().min(1).pipe(feedIdSchema),
  /**
   * The version before sent the changed articles in the message, and does not accept a message without this member. So
   * this version reads articles and sends an empty list. The next version may drop the member.
   */
  articles: z.array(articleId).default([]),
  /**
   * The token of the WAKE row that was written before this message. A message without it comes from the version
   * before or from an operator: publish then looks at the feed even if the feed has no TODO row.
   */
  wakeUp: z.string().exactOptional(),
});
export type PublishMessage = z.infer<typeof publishMessage>;

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

/** The largest length of a reason, in characters. */
const MAX_REASON = 1000;

/**
 * A reason as it is stored: one line of visible text, because people read it in a line of the article's history. A
 * longer reason is cut; an empty text means that there is no reason.
 */
export function reasonLine(text = ''): string {
  return lineOfText(text).slice(0, MAX_REASON).toWellFormed().trim();
}

/**
 * The bytes of a decision. Strict: an unknown member could limit the decision, and ignoring it could publish an
 * article that must not be published.
 */
export const decisionBody = z.strictObject({
  action: z.enum(ACTION_NAMES),
  by: z.string().min(1).max(200),
  reason: z.string().min(1).max(MAX_REASON).exactOptional(),
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
