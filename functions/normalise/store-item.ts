import type { ReceiptItem } from '../../shared/contract/stores.ts';
import { MAX_SHARED } from '../../shared/domain/head.ts';
import { rejected } from '../../shared/reading/draft/draft.ts';
import { refer, referAliases } from './refer.ts';
import { refuse, refuseErased, storeErased } from './refuse.ts';
import type { ResolvedContext, ResolvedItem } from './resolve-items.ts';
import { withIdNote } from './rules/id-note.ts';
import type { NormaliseServices } from './services.ts';
import { storeDraft } from './store-draft.ts';
import { withdraw } from './withdraw.ts';

/** Makes everything that follows from one item: a revision, a decision or a refusal. Returns the outcome. */
export async function storeItem(
  context: ResolvedContext,
  item: ResolvedItem,
  services: NormaliseServices,
): Promise<ReceiptItem> {
  if (item.kind === 'erased') return storeErased(context, item.erased, services);
  if (item.kind === 'refused') return refuse(context, item, services);
  const { draft, resolved, rank } = item;
  const { identity } = resolved;
  if (resolved.isErased) return refuseErased(context, identity, services);
  if (draft.pubstatus === 'canceled') return withdraw(context, item, services);
  if ((await refer(resolved, services)) === 'full') {
    const { rejection } = rejected('ID_SHARED', `more than ${MAX_SHARED} stories have this id`);
    return refuse(context, { rejection, identity }, services);
  }
  await referAliases(item, context, services);
  return storeDraft(context, { draft: withIdNote(draft, item), identity, rank }, services);
}
