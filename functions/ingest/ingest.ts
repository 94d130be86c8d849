import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Envelope } from '../../shared/contract/messages.ts';
import { storeSubmission } from '../../shared/contract/store-submission.ts';
import { spellingsOf } from '../../shared/domain/declared-id.ts';
import { articleId, checkedReceiptId, type ReceiptId, sha256 } from '../../shared/domain/identity.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { isErased } from '../../shared/domain/lifecycle.ts';
import { refusalOverQuota } from './count-submission.ts';
import { readOwnReceipt } from './read-own-receipt.ts';
import type { IngestServices, ReceiptServices } from './services.ts';
import { type Answer, refusal, refusalOf, UNAUTHORISED } from './rules/answer.ts';
import { hasCredentials } from './rules/credentials.ts';
import { type HttpEvent, parseRequest, type SubmissionRequest } from './rules/http-request.ts';
import { httpResponse } from './rules/http-response.ts';

/**
 * Answers any request that API Gateway passes on. A request without a token, or with an address that no source can
 * have, is refused before anything is read, so that strangers cause neither work nor errors.
 */
export async function respond(
  event: HttpEvent,
  services: IngestServices & ReceiptServices,
): Promise<APIGatewayProxyResult> {
  const request = parseRequest(event);
  if (request.kind === 'unknown') return httpResponse(refusal('ADDRESS_UNKNOWN'));
  if (!hasCredentials(request)) return httpResponse(UNAUTHORISED);
  return httpResponse(
    request.kind === 'receipt' ? await readOwnReceipt(request, services) : await ingest(request, services),
  );
}

/**
 * Accepts a submission: stores the raw bytes, then the receipt, then answers 202. A client that repeats a request
 * with the same Idempotency-Key gets the same receipt, also if the first request was interrupted.
 */
export async function ingest(request: SubmissionRequest, services: IngestServices): Promise<Answer> {
  const { configuration } = services;
  // The recent configuration may be some seconds old. So check the current configuration too before a request is
  // refused: it may already have the source or the token of the request.
  const now = services.now();
  const refused =
    refusalOf(request, await configuration.recent(), now) &&
    refusalOf(request, await configuration.current(), now);
  if (refused) return refused;
  if (await isForErasedArticle(request, services)) {
    return refusal('ERASED', 'this article was erased; nothing is accepted under its id');
  }
  const receipt = receiptId(request, services);
  const overQuota = await refusalOverQuota({ ...request, receipt }, services);
  if (overQuota) return overQuota;
  const envelope: Envelope = {
    kind: request.kind,
    source: request.source,
    receipt,
    receivedAt: instantOf(services.now()),
    mediaType: request.mediaType,
    ...(request.declaredId !== undefined && { declaredId: request.declaredId }),
  };
  if ((await storeSubmission(envelope, request.bytes, services)) === 'other-request') {
    // draft-ietf-httpapi-idempotency-key-header-07 section 2.7 recommends 422. Senders of earlier versions know 409.
    return refusal('KEY_REUSED', 'this Idempotency-Key was used for another request; use a new key');
  }
  return { status: 202, receipt };
}

/**
 * Whether the address of the request contains the id of an erased article. Ids inside the submission are checked
 * later, by normalise.
 */
async function isForErasedArticle(
  { source, declaredId }: SubmissionRequest,
  { articles }: IngestServices,
): Promise<boolean> {
  if (declaredId === undefined) return false;
  for (const spelling of spellingsOf(declaredId)) {
    const { head } = await articles.head(articleId(source, spelling));
    const own = head?.sameAs === undefined ? head : (await articles.head(head.sameAs)).head;
    if (own !== undefined && isErased(own)) return true;
  }
  return false;
}

function receiptId({ source, idempotencyKey }: SubmissionRequest, { newId }: IngestServices): ReceiptId {
  return checkedReceiptId(
    idempotencyKey === undefined ? newId() : sha256(`${source}\n${idempotencyKey}`).slice(0, 32),
  );
}
