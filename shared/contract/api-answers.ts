import * as z from 'zod';
import { INGEST_API_CODES, type IngestApiCode } from '../domain/ingest-api-codes.ts';
import { OUTCOMES } from '../domain/outcome.ts';
import { receiptItemSchema, receiptRecordSchema } from './receipt.ts';

/** The bodies that the ingest API answers with. docs/openapi.json is made from these schemas. */

export const acceptedSchema = z
  .strictObject({
    receipt: z.string().describe('The id of the receipt.'),
    status: z.string().describe('The path of the receipt, below the address of the API.'),
  })
  .describe('The bytes are stored, and the receipt will say what became of each article in them.');

export const receiptViewSchema = receiptRecordSchema
  .extend({
    done: z.boolean().describe('Whether every item has an outcome.'),
    outcomes: z.array(
      receiptItemSchema
        .extend({
          outcome: z.enum([...OUTCOMES, 'published', 'killed']),
          uri: z.string().exactOptional().describe('The id of the article in the feeds.'),
        })
        .strict(),
    ),
  })
  .strict();

export const problemSchema = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    code: z.enum(Object.keys(INGEST_API_CODES) as IngestApiCode[]),
    message: z.string().describe('The same text as detail.'),
    acceptedTypes: z.array(z.string()).exactOptional().describe('With MEDIA_TYPE: what can be sent.'),
    acceptedCodings: z.array(z.string()).exactOptional(),
    maxBytes: z.number().exactOptional().describe('With SIZE_BODY: the largest body.'),
  })
  .describe('A problem document (RFC 9457). The code says which problem it is; see docs/codes.md.');
