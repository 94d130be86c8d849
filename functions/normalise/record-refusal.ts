import type { ReceiptItem } from '../../shared/contract/stores.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import { articleId, idProblem } from '../../shared/domain/identity.ts';
import { isErased } from '../../shared/domain/lifecycle.ts';
import { type Drafted, rejected } from '../../shared/reading/draft/draft.ts';
import { identify } from '../../shared/reading/finish/identify.ts';
import { type ErasedItem, isErasedItem, type RemainingItem } from '../../shared/reading/finish/redaction.ts';
import { decide } from './decide.ts';
import { type NormaliseServices, rejection } from './normalise.ts';
import type { DraftContext } from './store-draft.ts';

/** Items that leave no revision. Whatever article they name keeps a note of them, for the day it must be erased. */

type Refused = Extract<Drafted, { ok: false }>;

/** An item that is refused with a code. */
export async function refuse(
  { envelope: { receipt, declaredId }, source, item, alone }: DraftContext,
  refused: Refused,
  { articles }: NormaliseServices,
): Promise<ReceiptItem> {
  const id = ((alone ? declaredId : undefined) ?? refused.declaredId)?.normalize('NFC');
  if (id !== undefined && idProblem(id) === undefined) {
    await articles.noteMention(articleId(source.id, id), receipt);
  }
  return rejection(item, refused.rejection);
}

/** The erased articles among those that a submission names; one read for all. */
export async function erasedAmong(
  found: readonly RemainingItem[],
  source: string,
  requested: string | undefined,
  { articles }: NormaliseServices,
): Promise<Set<string>> {
  const named = found.flatMap((item) =>
    isErasedItem(item) || !item.ok ? [] : [articleId(source, identify(item.draft, requested).declaredId)],
  );
  const heads = await articles.heads(named);
  return new Set([...heads.values()].filter(isErased).map(({ article }) => article));
}

/** Contents that come under the id of an erased article. */
export async function refuseErased(
  { envelope: { receipt }, item }: DraftContext,
  article: string,
  { articles }: NormaliseServices,
): Promise<ReceiptItem> {
  await articles.noteMention(article, receipt);
  return { ...rejection(item, rejected('ERASED', '').rejection), article };
}

/** The place of an item that was erased; it may still withdraw its article. */
export async function storeErased(
  context: DraftContext,
  { erased: article, killed }: ErasedItem,
  services: NormaliseServices,
): Promise<ReceiptItem> {
  const { item, source } = context;
  if (killed) await decide({ article, source: source.id }, killIn(context), services);
  return { item, outcome: 'erased', article, removed: [], notes: [], channels: [] };
}

/** The kill that a canceled article is. */
export function killIn({ envelope: { receivedAt: at, receipt }, source }: DraftContext): Decision {
  return { action: 'kill', at, receipt, by: `source ${source.id}` };
}
