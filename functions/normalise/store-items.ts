import pLimit from 'p-limit';
import type { RawObject, ReceiptItem } from '../../shared/contract/stores.ts';
import type { SubmissionContext } from './item-context.ts';
import { openReceipt } from './open-receipt.ts';
import { isVersion, resolveAgain, resolveItems, take, type Taken } from './resolve-items.ts';
import { type IdentifiedItem, identifyItems } from './rules/identify-items.ts';
import { independentGroups, type PlacedItem } from './rules/independent-items.ts';
import type { ReadItems } from './rules/read-items.ts';
import type { NormaliseServices } from './services.ts';
import { storeItem } from './store-item.ts';

/** How many items are worked on at the same time. Each of them waits for the stores most of the time. */
const ITEMS_AT_A_TIME = 16;
/** From this number of items on, the receipt states how many there are before all of them have outcomes. */
const MANY_ITEMS = 25;

/** Whether there is time to begin with one more item. */
export type HasTime = () => boolean;

/**
 * Works on the items of a submission that have no outcome yet, and records the outcome of each item as soon as it is
 * known. Returns the number of items if all of them have outcomes now; `cut` if the time was over before that.
 * A failure of one item does not stop items of other articles; it is thrown when these are done.
 */
export async function storeItems(
  context: SubmissionContext,
  object: RawObject,
  { services, hasTime }: { services: NormaliseServices; hasTime: HasTime },
): Promise<number | 'cut'> {
  const { readItems } = await services.readers();
  const items = identifiedItems(context, readItems(object, context.source), services);
  const done = await finishedItems(items.length, object, services);
  const placed = items.map((item, at) => ({ at, item }));
  const pending = independentGroups(placed).filter((group) => group.some(({ at }) => !done.has(at)));
  const { groups, heads } = await resolvedGroups(pending.flat(), services);
  const sent = new Set(items.filter(isVersion).map(({ identity }) => identity.article));

  const failures: unknown[] = [];
  let [stored, isCut] = [0, false];
  await pLimit(ITEMS_AT_A_TIME).map(groups, async (group) => {
    try {
      const taken: Taken = new Map();
      for (const [index, { at, item }] of group.entries()) {
        const earlier = done.get(at);
        if (earlier !== undefined) {
          take(item, earlier.article, taken);
          continue;
        }
        if (!hasTime()) {
          isCut = true;
          return;
        }
        // What is stored about the articles of the group has changed with each item before. So a run that goes on
        // with this item and a run that began with the first one find the same.
        const found = index === 0 ? { item, heads } : await resolveAgain(item, taken, services);
        const here = { ...context, sent, heads: found.heads, item: at };
        const outcome = await storeItem(here, found.item, services);
        take(item, outcome.article, taken);
        await services.receipts.putItem(context.envelope, outcome);
        stored++;
      }
    } catch (failure) {
      // Later items of this group may depend on the one that failed, so they wait until it is tried again.
      failures.push(failure);
    }
  });
  // While items get outcomes, the message is sent again. Then the failed ones are tried again too.
  if (isCut && stored > 0) return 'cut';
  if (failures.length > 0) throw failures[0];
  if (isCut) throw new Error('there was no time for any item of the submission');
  return items.length;
}

function identifiedItems(
  { envelope }: SubmissionContext,
  { items, failure }: ReadItems,
  { warn }: NormaliseServices,
): IdentifiedItem[] {
  if (failure !== undefined) {
    warn('a submission could not be read', { mediaType: envelope.mediaType, error: failure });
  }
  return identifyItems(items, envelope);
}

/**
 * The items that have outcomes, by position: everything that follows from them is stored. If an earlier reading
 * found another number of items, its positions mean other items, so all items are worked on again.
 */
async function finishedItems(
  found: number,
  object: RawObject,
  { receipts }: NormaliseServices,
): Promise<ReadonlyMap<number, ReceiptItem>> {
  // It takes less to work on a single item again than to ask.
  if (found === 1) return new Map();
  const { receipt } = object.envelope;
  let whole = await receipts.whole(receipt);
  if (whole === undefined) {
    await openReceipt(object, receipts);
    whole = await receipts.whole(receipt);
  }
  const { total, items = found } = whole?.record ?? {};
  if (found >= MANY_ITEMS && total !== found) await receipts.announceItems(receipt, found);
  const recorded = (total ?? items) === found ? (whole?.items ?? []) : [];
  return new Map(recorded.map((one) => [one.item, one]));
}

async function resolvedGroups(pending: readonly PlacedItem[], services: NormaliseServices) {
  const placed = pending.toSorted((a, b) => a.at - b.at);
  const { items, heads } = await resolveItems(
    placed.map(({ item }) => item),
    services,
  );
  const resolved = items.map((item, index) => ({ at: placed[index]?.at ?? 0, item }));
  return { groups: independentGroups(resolved, heads), heads };
}
