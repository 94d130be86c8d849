import * as z from 'zod';
import { ACTION_NAMES } from '../domain/decision.ts';

/** What travels between stages. Messages name articles and feeds; they never carry contents or versions. */

/** To fan-out's "now" queue: an article whose status changed in a way that must not wait for the next tick. */
export const nowMessage = z.strictObject({ article: z.uuid() });
export type NowMessage = z.infer<typeof nowMessage>;

/** To publish: a feed, and the articles that may have changed in it. No articles: look at all it holds again. */
export const publishMessage = z.strictObject({ feed: z.string().min(1), articles: z.array(z.uuid()) });
export type PublishMessage = z.infer<typeof publishMessage>;

/** The largest number of article ids in one publish message: 36 bytes each stay far below SQS's 256 KiB. */
export const MAX_ARTICLES_PER_MESSAGE = 1000;

/** What ingest writes beside the raw bytes: all that is known of a submission besides its contents. */
export const envelope = z.strictObject({
  /** `redacted`: what an erasure has left of contents; only `wiredesk erase` writes that. */
  kind: z.enum(['content', 'decision', 'redacted']),
  source: z.string(),
  receipt: z.string(),
  receivedAt: z.iso.datetime({ precision: 3 }),
  /** Content-Type as sent, parameters included. */
  mediaType: z.string(),
  /** The id the sender's request named; absent where the contents carry it. */
  declaredId: z.string().optional(),
});
export type Envelope = z.infer<typeof envelope>;

/** Media type of an editorial decision, a submission like any other. */
export const DECISION_MEDIA_TYPE = 'application/vnd.wiredesk.decision+json';
export const decisionBody = z.strictObject({
  action: z.enum(ACTION_NAMES),
  by: z.string().min(1).max(200),
  reason: z.string().min(1).max(1000).exactOptional(),
  /** Whom the action is about: a channel's id, `partner:` or `feed:` and an id. */
  target: z.string().min(1).max(200).exactOptional(),
  /** The article, where the envelope does not name it: a declared id may say what must be forgotten. */
  article: z.uuid().exactOptional(),
  /** End of an embargo. */
  until: z.iso.datetime({ precision: 3 }).exactOptional(),
});
export type DecisionBody = z.infer<typeof decisionBody>;

/** An object-created event as S3 sends it to SQS; only what is read is described, the rest is dropped. */
const objectCreatedEvent = z.object({
  Records: z
    .array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) }))
    // S3 sends a test event without records when a notification is configured.
    .default([]),
});

/** The keys of the objects an event announces. S3 writes them percent-encoded, with + for a space. */
export function createdObjectKeys(body: unknown): string[] {
  return objectCreatedEvent
    .parse(body)
    .Records.map(({ s3 }) => decodeURIComponent(s3.object.key.replaceAll('+', ' ')));
}

/** The message by which a raw object is announced once more: the part of S3's event that is read. */
export function objectCreatedMessage(key: string): unknown {
  return { Records: [{ s3: { object: { key: encodeURIComponent(key) } } }] };
}
