import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';
import { MAX_BODY_BYTES } from '../../../shared/contract/stages.ts';
import { pathIdProblem, type ReceiptId, sha256 } from '../../../shared/domain/identity.ts';
import { inputFormat } from '../../../shared/domain/media-type.ts';
import { INGEST_API_CODES, type IngestApiCode } from '../../../shared/domain/outcome.ts';
import type { SubmissionRequest } from './http-request.ts';

/** What the ingest API answers to a submission. */
export type Answer = { status: 202; receipt: ReceiptId } | Refusal;

export interface Refusal {
  status: (typeof INGEST_API_CODES)[IngestApiCode]['status'];
  code: IngestApiCode;
  message: string;
}

/**
 * The longest accepted media type, in characters. The envelope contains the media type, and S3 stores at most 2 kB of
 * metadata for an object.
 */
const MAX_MEDIA_TYPE = 200;

export function refusal(code: IngestApiCode, message: string): Refusal {
  return { status: INGEST_API_CODES[code].status, code, message };
}

/** The first reason to refuse a request; undefined if there is no reason. */
export function refusalOf(
  request: SubmissionRequest,
  configuration: StoredConfiguration | undefined,
): Refusal | undefined {
  const source = configuration?.sources.find(({ id }) => id === request.source);
  if (source === undefined) {
    return refusal('SOURCE_UNKNOWN', `there is no source "${request.source}"; see wiredesk.yaml`);
  }
  if (request.token === undefined || !source.tokenHashes.includes(sha256(request.token))) {
    return refusal('UNAUTHORISED', 'send the source’s token as Authorization: Bearer TOKEN');
  }
  if (request.declaredId !== undefined) {
    const problem = pathIdProblem(request.declaredId);
    if (problem) return refusal('FIELD_ID', `the article id ${problem}`);
  }
  if (request.bytes.length === 0) return refusal('ENCODING_EMPTY', 'the request has no body');
  if (request.bytes.length > MAX_BODY_BYTES) {
    return refusal('SIZE_BODY', `the body has more than ${MAX_BODY_BYTES} bytes`);
  }
  if (request.kind === 'content' && !isReadable(request.mediaType)) {
    return refusal(
      'MEDIA_TYPE',
      'send one of the media types in the README, such as text/plain or application/json',
    );
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
  return mediaType.length <= MAX_MEDIA_TYPE && inputFormat(mediaType) !== undefined;
}

/**
 * Whether normalise can read a body with this Content-Encoding. Normalise does not get the header: it recognises gzip
 * by the first bytes of the body.
 */
function canBeUnpacked(contentEncoding = ''): boolean {
  const codings = contentEncoding.toLowerCase().split(',');
  return codings.every((coding) => ['', 'identity', 'gzip', 'x-gzip'].includes(coding.trim()));
}
