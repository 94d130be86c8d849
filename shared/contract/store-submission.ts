import { objectKeys } from './keys.ts';
import { normalMediaType } from '../domain/media-type.ts';
import type { Envelope } from './messages.ts';
import type { DecisionQueue, RawObject, RawStore, ReceiptStore } from './stores.ts';

/** How often a write is tried that another request overtakes. */
const ATTEMPTS = 3;

export interface SubmissionStores {
  raw: RawStore;
  receipts: Pick<ReceiptStore, 'open'>;
  decisionQueue: DecisionQueue;
}

/**
 * Stores a submission: its bytes, then its receipt, each only if it is not stored yet. Then sends a decision to the
 * queue of decisions, so that it does not wait behind the submissions whose S3 events came before its own.
 * `other-request`: the receipt was used before for a different submission, and nothing is changed. A submission differs
 * if its bytes, its media type, its kind or its declared id differ: the same bytes can be another article under another
 * media type.
 */
export async function storeSubmission(
  envelope: Envelope,
  bytes: Uint8Array,
  { raw, receipts, decisionQueue }: SubmissionStores,
): Promise<'accepted' | 'other-request'> {
  const stored = await storeOnce(envelope, bytes, raw);
  if (stored === undefined) return 'other-request';
  const { receipt, source, receivedAt, mediaType } = stored;
  const opened = await receipts.open({ receipt, source, receivedAt, mediaType, bytes: bytes.length });
  // The bytes were stored before and had no receipt: ingest had stopped after the bytes, or the time of the receipt was
  // over. In the second case S3 has sent their event long ago, and without a message the receipt would stay open.
  const isOpenedAgain = stored !== envelope && opened === 'written';
  if (stored.kind === 'decision' || isOpenedAgain) {
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
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if ((await raw.put(envelope, bytes)) === 'written') return envelope;
    const existing = await raw.get(objectKeys.raw(envelope.source, envelope.receipt));
    // Without an object, the write was refused because another request is writing the same object at this moment.
    if (existing !== undefined) return isSame(existing, { envelope, bytes }) ? existing.envelope : undefined;
  }
  throw new Error(`another request is writing the raw object of receipt ${envelope.receipt}`);
}

const isSame = (a: RawObject, b: RawObject): boolean =>
  Buffer.compare(a.bytes, b.bytes) === 0 &&
  normalMediaType(a.envelope.mediaType) === normalMediaType(b.envelope.mediaType) &&
  a.envelope.declaredId === b.envelope.declaredId &&
  a.envelope.kind === b.envelope.kind;
