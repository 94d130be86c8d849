import type { Envelope } from '../../shared/contract/messages.ts';
import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import type {
  ArticleStore,
  ConfigurationStore,
  RawStore,
  ReceiptStore,
} from '../../shared/contract/stores.ts';
import { MAX_BODY_BYTES } from '../../shared/contract/stages.ts';
import { articleId, pathIdProblem, sha256 } from '../../shared/domain/identity.ts';
import { isErased } from '../../shared/domain/lifecycle.ts';
import { inputFormat } from '../../shared/domain/media-type.ts';
import { DOOR_CODES, type DoorCode } from '../../shared/domain/outcome.ts';
import { accept } from './rules/accept.ts';

/** What a client asks of the door; parsed from HTTP, free of it. */
export interface Submit {
  source: string;
  token: string | undefined;
  kind: Envelope['kind'];
  mediaType: string;
  /** What the body is said to be compressed with (RFC 9110 section 8.4), as written. */
  contentEncoding?: string;
  declaredId?: string;
  idempotencyKey?: string;
  bytes: Uint8Array;
}

export type Answer =
  | { status: 202; receipt: string }
  | { status: (typeof DOOR_CODES)[DoorCode]['status']; code: DoorCode; message: string };

export interface IngestServices {
  configuration: ConfigurationStore;
  raw: RawStore;
  receipts: ReceiptStore;
  articles: Pick<ArticleStore, 'head'>;
  now: () => Date;
  newId: () => string;
}

const refusal = (code: DoorCode, message: string): Answer => ({
  status: DOOR_CODES[code].status,
  code,
  message,
});

/**
 * Takes a submission in: the raw bytes first, then the receipt, then 202. A client that repeats a request with its
 * Idempotency-Key gets the same receipt, whatever was written before.
 */
export async function ingest(request: Submit, services: IngestServices): Promise<Answer> {
  // A source or a token that is not known may have been configured this moment.
  const problem =
    problemOf(request, await services.configuration.recent()) &&
    problemOf(request, await services.configuration.current());
  if (problem) return problem;
  if (await namesErased(request, services)) {
    return refusal('ERASED', 'this article was erased; nothing is taken in under its id');
  }
  const receipt = receiptId(request, services);
  const envelope: Envelope = {
    kind: request.kind,
    source: request.source,
    receipt,
    receivedAt: services.now().toISOString(),
    mediaType: request.mediaType,
    ...(request.declaredId !== undefined && { declaredId: request.declaredId }),
  };
  if ((await accept(envelope, request.bytes, services)) === 'other-bytes') {
    return refusal('KEY_REUSED', 'this Idempotency-Key was used for other contents; use a new key');
  }
  return { status: 202, receipt };
}

function problemOf(request: Submit, configuration: StoredConfiguration | undefined): Answer | undefined {
  const source = configuration?.sources.find(({ id }) => id === request.source);
  if (source === undefined) {
    return refusal('SOURCE_UNKNOWN', `there is no source "${request.source}"; see wiredesk.yaml`);
  }
  if (request.token === undefined || !source.tokenHashes.includes(sha256(request.token))) {
    return refusal('UNAUTHORISED', 'send the source’s token as Authorization: Bearer TOKEN');
  }
  if (request.declaredId !== undefined) {
    const unfit = pathIdProblem(request.declaredId);
    if (unfit) return refusal('FIELD_ID', `the article id is ${unfit}`);
  }
  if (request.bytes.length === 0) return refusal('ENCODING_EMPTY', 'the request has no body');
  if (request.bytes.length > MAX_BODY_BYTES) {
    return refusal('SIZE_BODY', `the body has more than ${MAX_BODY_BYTES} bytes`);
  }
  if (request.kind === 'content' && !isRead(request.mediaType)) {
    return refusal(
      'MEDIA_TYPE',
      'send one of the media types in the README, such as text/plain or application/json',
    );
  }
  if (!isUnpacked(request.contentEncoding)) {
    return refusal(
      'MEDIA_TYPE',
      'send the body as it is, or compressed with gzip and Content-Encoding: gzip',
    );
  }
  return undefined;
}

/** Whether the request's own id is that of an erased article; ids within the bytes are for normalise. */
async function namesErased({ source, declaredId }: Submit, { articles }: IngestServices): Promise<boolean> {
  if (declaredId === undefined) return false;
  const { head } = await articles.head(articleId(source, declaredId));
  return head !== undefined && isErased(head);
}

/** Gzip is told by its bytes; nothing else is unpacked. */
function isUnpacked(contentEncoding = ''): boolean {
  const codings = contentEncoding.toLowerCase().split(',');
  return codings.every((coding) => ['', 'identity', 'gzip', 'x-gzip'].includes(coding.trim()));
}

/** The envelope holds the media type, and S3 metadata is 2 kB in all. */
const MAX_MEDIA_TYPE = 200;

function isRead(mediaType: string): boolean {
  return mediaType.length <= MAX_MEDIA_TYPE && inputFormat(mediaType) !== undefined;
}

function receiptId({ source, idempotencyKey }: Submit, { newId }: IngestServices): string {
  return idempotencyKey === undefined ? newId() : sha256(`${source}\n${idempotencyKey}`).slice(0, 32);
}
