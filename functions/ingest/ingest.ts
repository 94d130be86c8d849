import type { Envelope } from '../../shared/contract/messages.ts';
import { storeSubmission } from '../../shared/contract/store-submission.ts';
import { spellingsOf } from '../../shared/domain/declared-id.ts';
import { articleId, checkedReceiptId, type ReceiptId, sha256 } from '../../shared/domain/identity.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { isErased } from '../../shared/domain/lifecycle.ts';
import type { IngestServices } from './services.ts';
import { type Answer, refusal, refusalOf } from './rules/answer.ts';
import type { SubmissionRequest } from './rules/http-request.ts';

/**
 * Accepts a submission: stores the raw bytes, then the receipt, then answers 202. A client that repeats a request
 * with the same Idempotency-Key gets the same receipt, also if the first request was interrupted.
 */
export async function ingest(request: SubmissionRequest, services: IngestServices): Promise<Answer> {
  const { configuration } = services;
  // The recent configuration may be some seconds old. So check the current configuration too before a request is
  // refused: it may already have the source or the token of the request.
  const refused =
    refusalOf(request, await configuration.recent()) && refusalOf(request, await configuration.current());
  if (refused) return refused;
  if (await isForErasedArticle(request, services)) {
    return refusal('ERASED', 'this article was erased; nothing is accepted under its id');
  }
  const receipt = receiptId(request, services);
  const envelope: Envelope = {
    kind: request.kind,
    source: request.source,
    receipt,
    receivedAt: instantOf(services.now()),
    mediaType: request.mediaType,
    ...(request.declaredId !== undefined && { declaredId: request.declaredId }),
  };
  if ((await storeSubmission(envelope, request.bytes, services)) === 'other-bytes') {
    return refusal('KEY_REUSED', 'this Idempotency-Key was used for other contents; use a new key');
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
