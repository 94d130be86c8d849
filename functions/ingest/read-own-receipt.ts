import { readReceipt, type ReceiptView } from '../../shared/contract/receipt-view.ts';
import { isReceiptId, sha256 } from '../../shared/domain/identity.ts';
import type { ReceiptServices } from './services.ts';

/**
 * The receipt that a client asks for. Only the source that sent the submission gets it. Undefined for all other
 * clients, as if there were no such receipt.
 */
export async function readOwnReceipt(
  receipt: string | undefined,
  token: string | undefined,
  services: ReceiptServices,
): Promise<ReceiptView | undefined> {
  if (receipt === undefined || !isReceiptId(receipt)) return undefined;
  const [configuration, record] = await Promise.all([
    services.configuration.current(),
    services.receipts.get(receipt),
  ]);
  const source = configuration?.sources.find(({ id }) => id === record?.source);
  if (token === undefined || !source?.tokenHashes.includes(sha256(token))) return undefined;
  return readReceipt(receipt, services);
}
