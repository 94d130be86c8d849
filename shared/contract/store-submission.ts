import { objectKeys } from './keys.ts';
import type { Envelope } from './messages.ts';
import type { DecisionQueue, RawStore, ReceiptStore } from './stores.ts';

export interface SubmissionStores {
  raw: RawStore;
  receipts: Pick<ReceiptStore, 'open'>;
  decisionQueue: DecisionQueue;
}

/**
 * Stores a submission: its bytes, then its receipt, each only if it is not stored yet. Then sends a decision to the
 * queue of decisions, so that it does not wait behind the submissions whose S3 events came before its own.
 * `other-bytes`: the receipt was used before for a different submission, and nothing is changed.
 */
export async function storeSubmission(
  envelope: Envelope,
  bytes: Uint8Array,
  { raw, receipts, decisionQueue }: SubmissionStores,
): Promise<'accepted' | 'other-bytes'> {
  const stored = await storeOnce(envelope, bytes, raw);
  if (stored === undefined) return 'other-bytes';
  const { receipt, source, receivedAt, mediaType } = stored;
  await receipts.open({ receipt, source, receivedAt, mediaType, bytes: bytes.length });
  if (stored.kind === 'decision') {
    await decisionQueue.send([{ key: objectKeys.raw(source, receipt), size: bytes.length }]);
  }
  return 'accepted';
}

/**
 * Stores the bytes and returns the envelope that is stored with them. If an earlier request stored the same bytes,
 * that is the envelope of the earlier request. Undefined: a different submission is stored under this receipt.
 */
async function storeOnce(
  envelope: Envelope,
  bytes: Uint8Array,
  raw: SubmissionStores['raw'],
): Promise<Envelope | undefined> {
  if ((await raw.put(envelope, bytes)) === 'written') return envelope;
  const existing = await raw.get(objectKeys.raw(envelope.source, envelope.receipt));
  if (existing === undefined)
    throw new Error(`another request is writing the raw object of receipt ${envelope.receipt}`);
  const isSame =
    Buffer.compare(existing.bytes, bytes) === 0 &&
    existing.envelope.declaredId === envelope.declaredId &&
    existing.envelope.kind === envelope.kind;
  return isSame ? existing.envelope : undefined;
}
