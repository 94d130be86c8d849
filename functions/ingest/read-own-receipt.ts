import { readReceipt } from '../../shared/contract/receipt-view.ts';
import { isReceiptId } from '../../shared/domain/identity.ts';
import { type Answer, refusal, UNAUTHORISED } from './rules/answer.ts';
import { sourcesWithToken } from './rules/credentials.ts';
import type { ReceiptRequest } from './rules/http-request.ts';
import type { ReceiptServices } from './services.ts';

/**
 * The receipt that a client asks for. Only the source that sent the submission gets it. Another source gets the
 * answer for a receipt that does not exist. The table is read only after the token is known to be right.
 */
export async function readOwnReceipt(
  { receipt, token }: ReceiptRequest,
  services: ReceiptServices,
): Promise<Answer> {
  const { configuration } = services;
  const sendersIn = async (read: typeof configuration.current): Promise<string[]> =>
    sourcesWithToken(await read(), token, services.now());
  const recent = await sendersIn(configuration.recent);
  // The recent configuration may be some seconds old, so check the current one before the request is refused.
  const senders = recent.length > 0 ? recent : await sendersIn(configuration.current);
  if (senders.length === 0) return UNAUTHORISED;
  if (receipt === undefined || !isReceiptId(receipt)) return refusal('RECEIPT_UNKNOWN');
  const record = await services.receipts.get(receipt);
  if (record === undefined || !senders.includes(record.source)) return refusal('RECEIPT_UNKNOWN');
  const view = await readReceipt(receipt, services);
  return view === undefined ? refusal('RECEIPT_UNKNOWN') : { status: 200, view };
}
