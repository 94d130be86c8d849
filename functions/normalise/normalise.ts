import { parseRawKey } from '../../shared/contract/keys.ts';
import type { RawObject, ReceiptItem } from '../../shared/contract/stores.ts';
import { MAX_SHARED } from '../../shared/domain/head.ts';
import { rejected } from '../../shared/reading/draft/draft.ts';
import { decide } from './decide.ts';
import type { SubmissionContext } from './item-context.ts';
import { refer, referAliases } from './refer.ts';
import { refuse, refuseErased, storeErased } from './refuse.ts';
import { type ResolvedContext, type ResolvedItem, resolveItems } from './resolve-items.ts';
import { decisionIn } from './rules/decision-in.ts';
import { withIdNote } from './rules/id-note.ts';
import { identifyItems, type KnownIdentity } from './rules/identify-items.ts';
import { readItems } from './rules/read-items.ts';
import { rejection } from './rules/rejection.ts';
import type { NormaliseServices } from './services.ts';
import { storeDraft } from './store-draft.ts';
import { withdraw } from './withdraw.ts';

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
  // The message ends as a dead letter. A version that understands the source reads it after a redrive.
  if (source.notUnderstood)
    throw new Error(`the source ${source.id} was stored by a newer version of Wiredesk`);
  return storeItems({ envelope, rawKey, configuration, source }, object, services);
}

function unknownSource(source: string): ReceiptItem {
  return rejection(0, rejected('SOURCE_UNKNOWN', source).rejection);
}

async function applyDecision(object: RawObject, services: NormaliseServices): Promise<ReceiptItem> {
  const found = decisionIn(object);
  if (!found.ok) return rejection(0, found.rejection);
  const identities = await storedAmong([found.identity, ...(found.spellings ?? [])], services);
  for (const identity of identities) await decide(identity, found.decision, services);
  const [{ article }] = identities;
  return { item: 0, outcome: 'decided', article, removed: [], notes: [], channels: [] };
}

/** Those of the identities that have a head, because the id had several spellings; if none has, the first. */
async function storedAmong(
  identities: readonly [KnownIdentity, ...KnownIdentity[]],
  { articles }: NormaliseServices,
): Promise<[KnownIdentity, ...KnownIdentity[]]> {
  const [first, ...others] = identities;
  if (others.length === 0) return [first];
  const heads = await articles.heads(identities.map(({ article }) => article));
  const [stored, ...more] = identities.filter(({ article }) => heads.has(article));
  return stored === undefined ? [first] : [stored, ...more];
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
  const resolved = await resolveItems(identifyItems(items, context.envelope), services);
  const { heads, sent } = resolved;
  const outcomes: ReceiptItem[] = [];
  for (const [item, found] of resolved.items.entries()) {
    outcomes.push(await storeItem({ ...context, item, heads, sent }, found, services));
  }
  return outcomes;
}

async function storeItem(
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
