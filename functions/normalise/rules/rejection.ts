import type { ReceiptItem } from '../../../shared/contract/stores.ts';
import { reasonOf, type Rejection } from '../../../shared/domain/outcome.ts';

/** The outcome of an item that is rejected, as its receipt shows it. */
export function rejection(item: number, { code, detail }: Rejection): ReceiptItem {
  return {
    item,
    outcome: 'rejected',
    code,
    reason: reasonOf(code, detail),
    removed: [],
    notes: [],
    channels: [],
  };
}
