import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';
import { type Problem, problemOf } from '../../../shared/contract/problem.ts';
import type { ReceiptView } from '../../../shared/contract/receipt-view.ts';
import { MAX_BODY_BYTES } from '../../../shared/contract/stages.ts';
import { pathIdProblem, type ReceiptId } from '../../../shared/domain/identity.ts';
import { inputFormat } from '../../../shared/domain/media-type.ts';
import { INGEST_API_CODES, type IngestApiCode } from '../../../shared/domain/ingest-api-codes.ts';
import { sourcesWithToken } from './credentials.ts';
import type { SubmissionRequest } from './http-request.ts';

/** What the ingest API answers. */
export type Answer = { status: 202; receipt: ReceiptId } | { status: 200; view: ReceiptView } | Refusal;

export interface Refusal {
  status: (typeof INGEST_API_CODES)[IngestApiCode]['status'];
  code: IngestApiCode;
  problem: Problem;
  /** After how many seconds the same request may be accepted. */
  retryAfterSeconds?: number;
}

/**
 * The longest accepted media type, in characters of its JSON text. The envelope contains the media type as JSON, and
 * S3 stores at most 2 kB of metadata for an object.
 */
const MAX_MEDIA_TYPE = 202;
/** The characters of a field value in ASCII (RFC 9110 section 5.5). A receipt shows the media type in one line. */
const FIELD_VALUE = /^[\t\x20-\x7E]*$/;
const MAX_KEY = 255;

export function refusal(code: IngestApiCode, detail?: string): Refusal {
  return { status: INGEST_API_CODES[code].status, code, problem: problemOf(code, detail) };
}

/** The same answer for every request without a right, so that a stranger cannot find out which sources exist. */
export const UNAUTHORISED = refusal('UNAUTHORISED');

/** The first reason to refuse a request at `now`; undefined if there is no reason. */
export function refusalOf(
  request: SubmissionRequest,
  configuration: StoredConfiguration | undefined,
  now: Date,
): Refusal | undefined {
  const senders = sourcesWithToken(configuration, request.token, now);
  if (!senders.includes(request.source)) return UNAUTHORISED;
  const { idempotencyKey: key } = request;
  if (key !== undefined && (key === '' || key.length > MAX_KEY)) return refusal('KEY_INVALID');
  if (request.declaredId !== undefined) {
    const problem = pathIdProblem(request.declaredId);
    if (problem) return refusal('FIELD_ID', `the article id ${problem}`);
  }
  if (request.bytes.length === 0) return refusal('ENCODING_EMPTY', 'the request has no body');
  if (request.bytes.length > MAX_BODY_BYTES) {
    return refusal('SIZE_BODY', `the body has more than ${MAX_BODY_BYTES} bytes`);
  }
  if (request.kind === 'content' && !isReadable(request.mediaType)) {
    return refusal('MEDIA_TYPE', 'send one of the acceptedTypes as the Content-Type');
  }
  if (!canBeUnpacked(request.contentEncoding)) {
    return refusal(
      'MEDIA_TYPE',
      'send the body as it is, or compressed with gzip and Content-Encoding: gzip',
    );
  }
  return undefined;
}

function isReadable(mediaType: string): boolean {
  return (
    FIELD_VALUE.test(mediaType) &&
    JSON.stringify(mediaType).length <= MAX_MEDIA_TYPE &&
    inputFormat(mediaType) !== undefined
  );
}

/**
 * Whether normalise can read a body with this Content-Encoding. Normalise does not get the header: it recognises gzip
 * by the first bytes of the body.
 */
function canBeUnpacked(contentEncoding = ''): boolean {
  const codings = contentEncoding.toLowerCase().split(',');
  return codings.every((coding) => ['', 'identity', 'gzip', 'x-gzip'].includes(coding.trim()));
}
