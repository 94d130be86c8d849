import { readReceipt, type ReceiptView } from '../../contract/receipt-view.ts';
import { isReceiptId } from '../../domain/identity.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done, failed } from '../result.ts';

export type { ReceiptView };

/** A receipt and the current outcome of each of its items, for example whether the article is published now. */
export async function showReceipt(pipeline: Pipeline, receipt: string): Promise<Done<ReceiptView>> {
  const view = isReceiptId(receipt) ? await readReceipt(receipt, pipeline) : undefined;
  if (view !== undefined) return done(view);
  return failed(
    'receipt-unknown',
    `there is no receipt ${receipt}`,
    'The answer to a submission contains its receipt; the list of receipts shows the receipts of a day.',
  );
}
