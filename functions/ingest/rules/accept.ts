import { objectKeys } from '../../../shared/contract/keys.ts';
import type { Envelope } from '../../../shared/contract/messages.ts';
import type { RawStore, ReceiptStore } from '../../../shared/contract/stores.ts';

/** Makes a submission durable: its bytes, then its receipt; both only if they are not there yet. */
export async function accept(
  envelope: Envelope,
  bytes: Uint8Array,
  { raw, receipts }: { raw: RawStore; receipts: ReceiptStore },
): Promise<'accepted' | 'other-bytes'> {
  const stored = await storeOnce(envelope, bytes, raw);
  if (stored === undefined) return 'other-bytes';
  const { receipt, source, receivedAt, mediaType } = stored;
  await receipts.open({ receipt, source, receivedAt, mediaType, bytes: bytes.length });
  return 'accepted';
}

/**
 * The envelope that is stored beside the bytes: this request's, or an earlier request's with the same bytes. Undefined
 * if the receipt already has other bytes.
 */
async function storeOnce(
  envelope: Envelope,
  bytes: Uint8Array,
  raw: RawStore,
): Promise<Envelope | undefined> {
  if ((await raw.put(envelope, bytes)) === 'written') return envelope;
  const existing = await raw.get(objectKeys.raw(envelope.source, envelope.receipt));
  if (existing === undefined)
    throw new Error(`the raw object of ${envelope.receipt} is being written elsewhere`);
  const same =
    Buffer.compare(existing.bytes, bytes) === 0 &&
    existing.envelope.declaredId === envelope.declaredId &&
    existing.envelope.kind === envelope.kind;
  return same ? existing.envelope : undefined;
}
