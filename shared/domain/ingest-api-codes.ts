import { type CodeMeaning, CODES } from './outcome.ts';

/**
 * The codes and the HTTP statuses with which the ingest API refuses a request instead of giving a receipt. If a code
 * is also in CODES, it means the same on a receipt.
 */
export const INGEST_API_CODES = {
  ENCODING_EMPTY: { status: 400, ...CODES.ENCODING_EMPTY },
  FIELD_ID: { status: 400, ...CODES.FIELD_ID },
  KEY_INVALID: {
    status: 400,
    means: 'The Idempotency-Key is empty or longer than 255 characters.',
    remedy: 'Send a key such as a UUID, or no Idempotency-Key.',
  },
  REQUEST_INVALID: {
    status: 400,
    means: 'The request is not well-formed.',
    remedy: 'Compare the request with the examples in the README.',
  },
  UNAUTHORISED: {
    status: 401,
    means:
      'The bearer token is missing or malformed, or it is not a token of the source. The answer is the same if there is no such source.',
    remedy:
      'Send the source’s token as Authorization: Bearer TOKEN, and check the id of the source in the address.',
  },
  ADDRESS_UNKNOWN: {
    status: 404,
    means: 'The ingest API has nothing at this address, or not for this method.',
    remedy: 'Compare the method and the address with those in the README.',
  },
  RECEIPT_UNKNOWN: {
    status: 404,
    means: 'The source has no such receipt.',
    remedy: 'Use the receipt from the answer to the submission, with the token of the source that sent it.',
  },
  ERASED: { status: 410, ...CODES.ERASED },
  KEY_REUSED: {
    status: 409,
    means: 'The Idempotency-Key was used before with another body, media type, method or address.',
    remedy: 'Use a new key for new contents. Repeat a key only with the same request.',
  },
  SIZE_BODY: {
    status: 413,
    means: 'The request is larger than 4 MiB.',
    remedy: 'Send fewer articles at a time.',
  },
  MEDIA_TYPE: { status: 415, ...CODES.MEDIA_TYPE },
  QUOTA_EXCEEDED: {
    status: 429,
    means: 'The source has sent as many submissions in this hour as its quota allows.',
    remedy:
      'Send the request again after the seconds in Retry-After, or raise the source’s quota in wiredesk.yaml.',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    means: 'The ingest API gets more requests than it takes at a time.',
    remedy: 'Send the request again later, after longer and longer pauses, with the same Idempotency-Key.',
  },
  UNAVAILABLE: {
    status: 503,
    means: 'The ingest API failed. Nothing is known about the request.',
    remedy: 'Send the request again, after longer and longer pauses, with the same Idempotency-Key.',
  },
} as const satisfies Record<string, CodeMeaning & { status: number }>;

export type IngestApiCode = keyof typeof INGEST_API_CODES;
