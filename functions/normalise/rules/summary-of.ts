import type { ReceiptItem } from '../../../shared/contract/stores.ts';
import type { Draft } from '../../../shared/reading/draft/draft.ts';

/** What a receipt repeats of a draft. */
export function summaryOf({
  content,
  removed,
  notes,
}: Draft): Pick<ReceiptItem, 'title' | 'language' | 'credits' | 'removed' | 'notes'> {
  return { title: content.headline, language: content.language, credits: content.bylines, removed, notes };
}
