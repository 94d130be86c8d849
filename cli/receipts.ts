import pLimit from 'p-limit';
import type { Pipeline } from './pipeline.ts';

export interface ReceiptRow {
  receipt: string;
  source: string;
  receivedAt: string;
  mediaType: string;
  /** Outcome of each item as it was recorded; empty while it is being read. */
  items: { outcome: string; code: string | null; reason: string | null; title: string | null }[];
}

const READS_AT_A_TIME = 8;

/** Receipts of a day, newest first, by way of RECEIPTS#{source}#{day}; `rejected`: those with a rejected item. */
export async function listReceipts(
  { configuration, receipts, now }: Pipeline,
  {
    source,
    day,
    limit,
    rejected = false,
  }: { source?: string; day?: string; limit: number; rejected?: boolean },
): Promise<ReceiptRow[]> {
  const sources =
    source === undefined ? ((await configuration.current())?.sources.map(({ id }) => id) ?? []) : [source];
  const date = day ?? now().toISOString().slice(0, 10);
  const records = (await Promise.all(sources.map((id) => receipts.list(id, date, limit)))).flat();
  const reads = pLimit(READS_AT_A_TIME);
  const rows = await Promise.all(
    records.map((record) =>
      reads(async (): Promise<ReceiptRow> => {
        const items = (await receipts.items(record.receipt)).map(({ outcome, code, reason, title }) => ({
          ...{ outcome, code: code ?? null, reason: reason ?? null, title: title ?? null },
        }));
        const { receipt, source: from, receivedAt, mediaType } = record;
        return { receipt, source: from, receivedAt, mediaType, items };
      }),
    ),
  );
  return rows
    .filter(({ items }) => !rejected || items.some(({ outcome }) => outcome === 'rejected'))
    .toSorted((a, b) => (a.receivedAt > b.receivedAt ? -1 : 1));
}
