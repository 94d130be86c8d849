import type { RawObject } from '../../shared/contract/stores.ts';
import type { NormaliseServices } from './services.ts';

/**
 * Stores the receipt of a submission that has none: ingest stopped after it had stored the bytes. The submission is
 * accepted nevertheless.
 */
export async function openReceipt(
  { envelope: { receipt, source, receivedAt, mediaType }, bytes }: RawObject,
  receipts: NormaliseServices['receipts'],
): Promise<void> {
  await receipts.open({ receipt, source, receivedAt, mediaType, bytes: bytes.length });
}
