import { parseRawKey } from '../../shared/contract/keys.ts';
import type { RawObject, ReceiptItem } from '../../shared/contract/stores.ts';
import { rejected } from '../../shared/reading/draft/draft.ts';
import { decide } from './decide.ts';
import { openReceipt } from './open-receipt.ts';
import { decisionIn } from './rules/decision-in.ts';
import type { KnownIdentity } from './rules/identify-items.ts';
import { rejection } from './rules/rejection.ts';
import type { NormaliseServices } from './services.ts';
import { type HasTime, storeItems } from './store-items.ts';

/**
 * Turns a raw object into revisions or decisions, heads, work for fan-out, and an outcome for each item. Each write
 * is conditional or writes the same values again. So the second delivery of a message changes nothing in the table,
 * except that normalise may mark articles dirty again. If the time is over before all items have outcomes, sends the
 * message again; the next run goes on with the items that have none.
 */
export async function normaliseObject(
  rawKey: string,
  services: NormaliseServices,
  hasTime: HasTime = () => true,
): Promise<void> {
  if (parseRawKey(rawKey) === undefined) return;
  const object = await services.raw.get(rawKey);
  // The object was removed after the event was sent.
  if (object === undefined || (await isRecorded(object, services))) return;
  const items = await itemsStored(rawKey, object, { services, hasTime });
  const { receipt } = object.envelope;
  if (items === 'cut') {
    await services.normaliseQueue.send([{ key: rawKey, size: object.bytes.length }]);
    return;
  }
  if ((await services.receipts.close(receipt, items)) === 'written') return;
  await openReceipt(object, services.receipts);
  await services.receipts.close(receipt, items);
}

/**
 * Whether the object is a decision whose outcome is stored. Each decision comes twice: by the queue of decisions, and
 * later by the event of its raw object. The second must not make every feed of the article be looked at again.
 */
async function isRecorded(
  { envelope: { kind, receipt } }: RawObject,
  { receipts }: NormaliseServices,
): Promise<boolean> {
  return kind === 'decision' && (await receipts.get(receipt))?.items !== undefined;
}

/** Stores all items with their outcomes. Returns their number, or `cut` if the time was over before. */
async function itemsStored(
  rawKey: string,
  object: RawObject,
  { services, hasTime }: { services: NormaliseServices; hasTime: HasTime },
): Promise<number | 'cut'> {
  const { envelope } = object;
  const single = async (item: ReceiptItem): Promise<number> => {
    await services.receipts.putItem(envelope, item);
    return 1;
  };
  const configuration = await services.configuration.current();
  if (configuration === undefined) return single(unknownSource(envelope.source));
  // Apply a decision even if its source is no longer configured, because the articles of that source stay in the
  // feeds.
  if (envelope.kind === 'decision') return single(await applyDecision(object, services));
  const source = configuration.sources.find(({ id }) => id === envelope.source);
  if (source === undefined) return single(unknownSource(envelope.source));
  // The message ends as a dead letter. A version that understands the source reads it after a redrive.
  if (source.notUnderstood)
    throw new Error(`the source ${source.id} was stored by a newer version of Wiredesk`);
  return storeItems({ envelope, rawKey, configuration, source }, object, { services, hasTime });
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
