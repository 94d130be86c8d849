import type { RawObject, Written } from '../../shared/contract/stores.ts';
import type { NormaliseServices } from './services.ts';

/**
 * Writes a count to the receipt of a submission. Ingest may have stopped after it stored the bytes and before it
 * stored the receipt. The submission is accepted nevertheless, so then the receipt is stored here.
 */
export async function recordCount(
  { envelope: { receipt, source, receivedAt, mediaType }, bytes }: RawObject,
  write: () => Promise<Written>,
  { receipts }: Pick<NormaliseServices, 'receipts'>,
): Promise<void> {
  if ((await write()) === 'written') return;
  await receipts.open({ receipt, source, receivedAt, mediaType, bytes: bytes.length });
  await write();
}
