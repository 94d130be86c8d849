import type { ReceiptItem } from '../../shared/contract/stores.ts';
import { idProblem } from '../../shared/domain/identity.ts';
import type { Rejection } from '../../shared/domain/outcome.ts';
import { rejected } from '../../shared/reading/draft/draft.ts';
import type { ErasedItem } from '../../shared/reading/finish/redaction.ts';
import { decide } from './decide.ts';
import type { ItemContext } from './item-context.ts';
import type { Identity } from './rules/identify-items.ts';
import { killBySource } from './rules/kill-by-source.ts';
import { rejection } from './rules/rejection.ts';
import type { NormaliseServices } from './services.ts';

/**
 * These functions record items that leave no revision. If such an item names an article, they write a mention of the
 * submission for this article, so that an erasure finds the bytes.
 */

/** Records an item that is rejected with a code. */
export async function refuse(
  { envelope: { receipt }, item }: ItemContext,
  refused: { rejection: Rejection; identity?: Identity },
  { articles }: NormaliseServices,
): Promise<ReceiptItem> {
  const { identity } = refused;
  if (identity !== undefined && idProblem(identity.declaredId) === undefined) {
    await articles.noteMention(identity.article, receipt);
  }
  return rejection(item, refused.rejection);
}

/** Records contents that arrive under the id of an erased article. */
export async function refuseErased(
  { envelope: { receipt }, item }: ItemContext,
  { article }: Identity,
  { articles }: NormaliseServices,
): Promise<ReceiptItem> {
  await articles.noteMention(article, receipt);
  return { ...rejection(item, rejected('ERASED', '').rejection), article };
}

/**
 * Records an item that an erasure removed from its raw object. If the item was the kill of its article (`pubstatus`
 * canceled), the kill is recorded again.
 */
export async function storeErased(
  { envelope, item }: ItemContext,
  { erased: article, killed }: ErasedItem,
  services: NormaliseServices,
): Promise<ReceiptItem> {
  if (killed) await decide({ article, source: envelope.source }, killBySource(envelope), services);
  return { item, outcome: 'erased', article, removed: [], notes: [], channels: [] };
}
