import { type PublishedReading, readPublished } from './published.ts';
import type { ArticleStore, ReceiptItem, ReceiptRecord, ReceiptStore } from './stores.ts';
import { articleUri, type ReceiptId } from '../domain/identity.ts';
import { instantOf } from '../domain/instant.ts';
import type { ReportedOutcome } from '../domain/outcome.ts';
import { reportedOutcome } from '../domain/reported-outcome.ts';

/** The stores and the clock that the outcomes of items need. */
export interface ItemReading extends PublishedReading {
  articles: Pick<ArticleStore, 'readableHeads'>;
  now: () => Date;
}

/** The stores and the clock that reading a receipt needs. */
export interface ReceiptReading extends ItemReading {
  receipts: Pick<ReceiptStore, 'whole'>;
}

export interface ReceiptView extends ReceiptRecord {
  /** Whether every item has an outcome. */
  done: boolean;
  outcomes: ItemView[];
}

export type ItemView = Omit<ReceiptItem, 'outcome'> & { outcome: ReportedOutcome; uri?: string };

/** Reads a receipt with the present outcome of each item; undefined if there is no such receipt. */
export async function readReceipt(
  receipt: ReceiptId,
  services: ReceiptReading,
): Promise<ReceiptView | undefined> {
  const whole = await services.receipts.whole(receipt);
  if (whole === undefined) return undefined;
  const { record, items } = whole;
  return { ...record, done: record.items !== undefined, outcomes: await viewItems(items, services) };
}

/** The items of a receipt with their present outcomes. */
export async function viewItems(items: readonly ReceiptItem[], services: ItemReading): Promise<ItemView[]> {
  const articles = items.flatMap(({ article }) => article ?? []);
  const { found: heads } = await services.articles.readableHeads(articles);
  const channels = new Set(items.flatMap((item) => item.channels));
  const published = await readPublished(heads.values(), ({ channel }) => channels.has(channel.id), services);
  const now = instantOf(services.now());
  return items.map((item) => {
    const { code: _code, reason: _reason, ...facts } = item;
    const head = item.article === undefined ? undefined : heads.get(item.article);
    const reported = reportedOutcome({ item, head, published, now });
    return { ...facts, ...reported, ...(item.article !== undefined && { uri: articleUri(item.article) }) };
  });
}
