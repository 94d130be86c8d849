import pLimit, { type LimitFunction } from 'p-limit';
import { readingOnce } from '../../contract/published.ts';
import { type ItemReading, viewItems } from '../../contract/receipt-view.ts';
import type { ReceiptItem, ReceiptListing, ReceiptRecord, ReceiptStore } from '../../contract/stores.ts';
import { configuredIdSchema } from '../../domain/configured-id.ts';
import type { ArticleId, ReceiptId } from '../../domain/identity.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done, type Refusal } from '../result.ts';
import { configuredSources, unknownSource } from '../sources.ts';

export interface ReceiptRow {
  receipt: ReceiptId;
  source: string;
  receivedAt: string;
  mediaType: string;
  /** The present outcome of each item, as the receipt itself shows it; empty until the submission is read. */
  items: ReceiptRowItem[];
}

export interface ReceiptRowItem {
  article: ArticleId | null;
  outcome: string;
  code: string | null;
  reason: string | null;
  title: string | null;
}

export interface ReceiptList {
  rows: ReceiptRow[];
  /** Sources that have more than `limit` receipts on that day. */
  more: string[];
}

export interface ReceiptQuery {
  /** All configured sources if absent. It may also be a source that is no longer configured. */
  source?: string;
  /** yyyy-mm-dd in UTC; today if absent. */
  day?: string;
  /** How many receipts of each source are returned. */
  limit: number;
  /** Only receipts with a rejected item. */
  rejected?: boolean;
}

/** The stores and the clock that listing receipts needs. */
type ListingReading = Pick<Pipeline, 'configuration'> &
  ItemReading & { receipts: Pick<ReceiptStore, 'items'> & ReceiptListing };

const READS_AT_A_TIME = 8;
/** How many receipts are read at a time in a search for receipts with a rejected item. */
const PAGE = 200;

/**
 * Lists the receipts of a day, newest first. Reads the rows under RECEIPTS#{source}#{day} of each source until enough
 * receipts are found or no more exist. Fails for a source that is not configured and sent nothing on that day.
 */
export async function listReceipts(
  pipeline: ListingReading,
  query: ReceiptQuery,
): Promise<Done<ReceiptList>> {
  const { source, day = pipeline.now().toISOString().slice(0, 10) } = query;
  const configured = await configuredSources(pipeline);
  if (source !== undefined) {
    const refusal = await refuseSilentSource(pipeline, { source, day }, configured);
    if (refusal !== undefined) return refusal;
  }
  const reads = pLimit(READS_AT_A_TIME);
  const found = await Promise.all(
    (source === undefined ? configured : [source]).map(async (id) => ({
      id,
      rows: await receiptsOf(pipeline, { ...query, source: id, day }, reads),
    })),
  );
  const listed = found.flatMap((receipts) => receipts.rows.slice(0, query.limit));
  const reading = readingOnce(pipeline);
  const rows = await reads.map(listed, (receipt) => receiptRow(receipt, reading));
  return done({
    rows: rows.toSorted((a, b) => (a.receivedAt > b.receivedAt ? -1 : 1)),
    more: found.filter((receipts) => receipts.rows.length > query.limit).map(({ id }) => id),
  });
}

/** Returns a failure if the source is not configured and has no receipt on the day. */
export async function refuseSilentSource(
  { receipts }: { receipts: ReceiptListing },
  { source, day }: { source: string; day: string },
  configured: readonly string[],
): Promise<Refusal | undefined> {
  if (configured.includes(source)) return undefined;
  // No source has another id, and the table has no key that is as long as a text may be.
  const isId = configuredIdSchema.safeParse(source).success;
  if (isId && (await receipts.list({ source, day, limit: 1 })).length > 0) return undefined;
  return unknownSource(source, configured, `, and no receipts under that name on ${day}`);
}

/** A receipt with its items as they are stored. */
interface StoredReceipt {
  record: ReceiptRecord;
  items: ReceiptItem[];
}

/**
 * The receipts of one source that a query asks for. If there are more than `limit`, returns one more than `limit`.
 */
async function receiptsOf(
  { receipts }: Pick<ListingReading, 'receipts'>,
  { source, day, limit, rejected = false }: ReceiptQuery & { source: string; day: string },
  reads: LimitFunction,
): Promise<StoredReceipt[]> {
  const found: StoredReceipt[] = [];
  for (let last: ReceiptRecord | undefined; ;) {
    const size = rejected ? PAGE : limit + 1;
    const page = await receipts.list({ source, day, limit: size, before: last });
    const read = await reads.map(page, async (record) => ({
      record,
      items: await receipts.items(record.receipt),
    }));
    found.push(
      ...read.filter(({ items }) => !rejected || items.some(({ outcome }) => outcome === 'rejected')),
    );
    last = page.at(-1);
    if (found.length > limit || page.length < size) return found.slice(0, limit + 1);
  }
}

async function receiptRow(
  { record: { receipt, source, receivedAt, mediaType }, items }: StoredReceipt,
  reading: ItemReading,
): Promise<ReceiptRow> {
  const views = await viewItems(items, reading);
  return {
    receipt,
    source,
    receivedAt,
    mediaType,
    items: views.map(({ article, outcome, code, reason, title }) => ({
      article: article ?? null,
      outcome,
      code: code ?? null,
      reason: reason ?? null,
      title: title ?? null,
    })),
  };
}
