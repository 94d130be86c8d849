import * as z from 'zod';
import { bylineSchema } from '../domain/article.ts';
import { type Code, CODES, type Outcome, OUTCOMES } from '../domain/outcome.ts';
import { articleIdSchema, instantSchema, receiptIdSchema, storedWord } from '../domain/stored-text.ts';

const CODE_NAMES = Object.keys(CODES) as Code[];

/** What a receipt says about its submission as a whole. */
export const receiptRecordSchema = z.object({
  receipt: receiptIdSchema,
  source: z.string(),
  receivedAt: instantSchema,
  mediaType: z.string(),
  bytes: z.number(),
  /** The number of items that normalise found; a submission with few items does not have it. */
  total: z.number().exactOptional(),
  /** The number of items; set when every item has an outcome. */
  items: z.number().exactOptional(),
});
export type ReceiptRecord = z.infer<typeof receiptRecordSchema>;

/** Which submission an outcome is of, and when it was received: its rows are kept for a time after that. */
export type Received = Pick<ReceiptRecord, 'receipt' | 'receivedAt'>;

/** The outcome of one item of a submission. */
export const receiptItemSchema = z.object({
  /** Position in the submission, from 0. */
  item: z.number(),
  outcome: storedWord<Outcome>(OUTCOMES),
  code: storedWord<Code>(CODE_NAMES).exactOptional(),
  reason: z.string().exactOptional(),
  article: articleIdSchema.exactOptional(),
  version: z.string().exactOptional(),
  title: z.string().exactOptional(),
  language: z.string().exactOptional(),
  credits: z.array(bylineSchema).exactOptional(),
  removed: z.array(z.string()),
  notes: z.array(z.string()),
  /** Ids of the channels that selected the article. */
  channels: z.array(z.string()),
});
export type ReceiptItem = z.infer<typeof receiptItemSchema>;
