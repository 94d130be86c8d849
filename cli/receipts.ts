import pLimit, { type LimitFunction } from 'p-limit';
import type { ReceiptItem, ReceiptRecord } from '../shared/contract/stores.ts';
import type { Pipeline } from './pipeline.ts';
import { configuredSources, unknownSource } from './sources.ts';

export interface ReceiptRow {
  receipt: string;
  source: string;
  receivedAt: string;
  mediaType: string;
  /** Outcome of each item as it was recorded; empty while it is being read. */
  items: { outcome: string; code: string | null; reason: string | null; title: string | null }[];
}

export interface ReceiptList {
  rows: ReceiptRow[];
  /** Sources of which there are more on that day. */
  more: string[];
}

export interface ReceiptQuery {
  source?: string;
  day?: string;
  /** How many of each source. */
  limit: number;
  /** Only those with a rejected item. */
  rejected?: boolean;
}

const READS_AT_A_TIME = 8;
/** Receipts that are read at a time where most of them are passed over. */
const PAGE = 200;

/**
 * Receipts of a day, newest first, by way of RECEIPTS#{source}#{day}; a source is read on until enough are found or the
 * day ends. Throws a Failure for a source that neither is configured nor was heard of on that day.
 */
export async function listReceipts(
  pipeline: Pick<Pipeline, 'configuration' | 'receipts' | 'now'>,
  query: ReceiptQuery,
): Promise<ReceiptList> {
  const { source, day = pipeline.now().toISOString().slice(0, 10) } = query;
  const configured = await configuredSources(pipeline);
  const reads = pLimit(READS_AT_A_TIME);
  const found = await Promise.all(
    (source === undefined ? configured : [source]).map(async (id) => ({
      id,
      rows: await receiptsOf(pipeline, { id, day }, query, reads),
    })),
  );
  const rows = found.flatMap((one) => one.rows.slice(0, query.limit));
  if (source !== undefined && rows.length === 0) await refuseUnheard(pipeline, source, day, configured);
  return {
    rows: rows.toSorted((a, b) => (a.receivedAt > b.receivedAt ? -1 : 1)),
    more: found.filter((one) => one.rows.length > query.limit).map(({ id }) => id),
  };
}

/** A source that is configured no longer is still heard of by its receipts. */
export async function refuseUnheard(
  { receipts }: Pick<Pipeline, 'receipts'>,
  source: string,
  day: string,
  configured: readonly string[],
): Promise<void> {
  if (configured.includes(source) || (await receipts.list({ source, day, limit: 1 })).length > 0) return;
  throw unknownSource(source, configured, `, and nothing under that name on ${day}`);
}

/** One more than asked for, where there are more. */
async function receiptsOf(
  { receipts }: Pick<Pipeline, 'receipts'>,
  { id, day }: { id: string; day: string },
  { limit, rejected = false }: ReceiptQuery,
  reads: LimitFunction,
): Promise<ReceiptRow[]> {
  const rows: ReceiptRow[] = [];
  for (let last: ReceiptRecord | undefined; ;) {
    const size = rejected ? PAGE : limit + 1;
    const page = await receipts.list({ source: id, day, limit: size, before: last });
    const read = await reads.map(page, async (record) => rowOf(record, await receipts.items(record.receipt)));
    rows.push(
      ...read.filter(({ items }) => !rejected || items.some(({ outcome }) => outcome === 'rejected')),
    );
    last = page.at(-1);
    if (rows.length > limit || page.length < size) return rows.slice(0, limit + 1);
  }
}

function rowOf(
  { receipt, source, receivedAt, mediaType }: ReceiptRecord,
  items: readonly ReceiptItem[],
): ReceiptRow {
  return {
    ...{ receipt, source, receivedAt, mediaType },
    items: items.map(({ outcome, code, reason, title }) => ({
      ...{ outcome, code: code ?? null, reason: reason ?? null, title: title ?? null },
    })),
  };
}
