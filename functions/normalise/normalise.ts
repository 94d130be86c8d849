import { parseRawKey } from '../../shared/contract/keys.ts';
import type { RawObject, ReceiptItem } from '../../shared/contract/stores.ts';
import type { ArticleId } from '../../shared/domain/identity.ts';
import { isErased } from '../../shared/domain/lifecycle.ts';
import { rejected } from '../../shared/reading/draft/draft.ts';
import { decide } from './decide.ts';
import type { ItemContext, SubmissionContext } from './item-context.ts';
import { refuse, refuseErased, storeErased } from './refuse.ts';
import { decisionIn } from './rules/decision-in.ts';
import { type IdentifiedItem, identifyItems } from './rules/identify-items.ts';
import { readItems } from './rules/read-items.ts';
import { rejection } from './rules/rejection.ts';
import type { NormaliseServices } from './services.ts';
import { storeDraft } from './store-draft.ts';

/**
 * Turns a raw object into revisions or decisions, heads, work for fan-out, and an outcome for each item. Each write
 * is conditional or writes the same values again. So the second delivery of a message changes nothing in the table,
 * except that normalise marks the articles dirty again.
 */
export async function normaliseObject(rawKey: string, services: NormaliseServices): Promise<void> {
  if (parseRawKey(rawKey) === undefined) return;
  const object = await services.raw.get(rawKey);
  // The object was removed after the event was sent.
  if (object === undefined) return;
  const { receipt, source, receivedAt, mediaType } = object.envelope;
  const items = await outcomesOf(rawKey, object, services);
  for (const item of items) await services.receipts.putItem(receipt, item);
  if ((await services.receipts.close(receipt, items.length)) === 'written') return;
  // Ingest may have stopped after it stored the bytes and before it stored the receipt. The submission is accepted
  // nevertheless, so store the receipt here.
  await services.receipts.open({ receipt, source, receivedAt, mediaType, bytes: object.bytes.length });
  await services.receipts.close(receipt, items.length);
}

async function outcomesOf(
  rawKey: string,
  object: RawObject,
  services: NormaliseServices,
): Promise<ReceiptItem[]> {
  const { envelope } = object;
  const configuration = await services.configuration.current();
  if (configuration === undefined) return [unknownSource(envelope.source)];
  // Apply a decision even if its source is no longer configured, because the articles of that source stay in the
  // feeds.
  if (envelope.kind === 'decision') return [await applyDecision(object, services)];
  const source = configuration.sources.find(({ id }) => id === envelope.source);
  if (source === undefined) return [unknownSource(envelope.source)];
  return storeItems({ envelope, rawKey, configuration, source }, object, services);
}

function unknownSource(source: string): ReceiptItem {
  return rejection(0, rejected('SOURCE_UNKNOWN', source).rejection);
}

async function applyDecision(object: RawObject, services: NormaliseServices): Promise<ReceiptItem> {
  const found = decisionIn(object);
  if (!found.ok) return rejection(0, found.rejection);
  await decide(found.identity, found.decision, services);
  const { article } = found.identity;
  return { item: 0, outcome: 'decided', article, removed: [], notes: [], channels: [] };
}

async function storeItems(
  context: SubmissionContext,
  object: RawObject,
  services: NormaliseServices,
): Promise<ReceiptItem[]> {
  const { items, failure } = readItems(object, context.source);
  if (failure !== undefined) {
    services.warn('a submission could not be read', {
      mediaType: context.envelope.mediaType,
      error: failure,
    });
  }
  const identified = identifyItems(items, context.envelope);
  const erased = await erasedAmong(identified, services);
  const outcomes: ReceiptItem[] = [];
  for (const [item, found] of identified.entries()) {
    const itemContext = { ...context, item };
    const isOfErased = found.kind === 'draft' && erased.has(found.identity.article);
    outcomes.push(
      isOfErased
        ? await refuseErased(itemContext, found.identity, services)
        : await storeItem(itemContext, found, services),
    );
  }
  return outcomes;
}

/**
 * Of the articles that the drafts name, those that are erased. The heads of all these articles are read in one call.
 */
async function erasedAmong(
  items: readonly IdentifiedItem[],
  { articles }: NormaliseServices,
): Promise<ReadonlySet<ArticleId>> {
  const named = items.flatMap((item) => (item.kind === 'draft' ? [item.identity.article] : []));
  const heads = await articles.heads(named);
  return new Set([...heads.values()].filter(isErased).map(({ article }) => article));
}

function storeItem(
  context: ItemContext,
  item: IdentifiedItem,
  services: NormaliseServices,
): Promise<ReceiptItem> {
  switch (item.kind) {
    case 'erased':
      return storeErased(context, item.erased, services);
    case 'refused':
      return refuse(context, item, services);
    case 'draft':
      return storeDraft(context, item, services);
  }
}
