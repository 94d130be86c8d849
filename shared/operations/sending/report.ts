import pLimit from 'p-limit';
import { readingOnce } from '../../contract/published.ts';
import { type ItemView, readReceipt } from '../../contract/receipt-view.ts';
import type { ArticleId, ReceiptId } from '../../domain/identity.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Waiting } from '../waiting.ts';
import type { Sent } from './send.ts';

/** A file that was sent, and the outcome of each item in it: an entry of report.json. */
export interface SubmissionReport {
  path: string;
  receipt: ReceiptId | null;
  mediaType: string;
  items: ItemReport[];
}

export interface ItemReport {
  article: ArticleId | null;
  uri: string | null;
  outcome: string;
  code: string | null;
  reason: string | null;
  title: string | null;
  language: string | null;
  credits: { name: string; role: string | null }[];
  removed: string[];
  notes: string[];
  channels: string[];
}

const READS_AT_A_TIME = 8;

/** Waits until every receipt has its outcomes, or the time is up. */
export async function awaitOutcomes(
  sent: readonly Sent[],
  { receipts }: Pick<Pipeline, 'receipts'>,
  { seconds, wait, say }: Pick<Waiting, 'wait' | 'say'> & { seconds: number },
): Promise<void> {
  const open = new Set(sent.flatMap(({ receipt }) => receipt ?? []));
  const total = open.size;
  if (total === 0) return;
  const haveOutcomes = async (): Promise<boolean> => {
    for (const receipt of open) {
      if ((await receipts.get(receipt))?.items !== undefined) open.delete(receipt);
    }
    say(`${total - open.size} of ${total} submissions have an outcome`);
    return open.size === 0;
  };
  await wait(haveOutcomes, seconds * 1000);
}

/** The files that were sent, with the current outcome of each item. */
export async function reportOn(sent: readonly Sent[], pipeline: Pipeline): Promise<SubmissionReport[]> {
  const services = readingOnce(pipeline);
  const limit = pLimit(READS_AT_A_TIME);
  return limit.map([...sent], async ({ path, mediaType, receipt, refusal }) => {
    const view = receipt === undefined ? undefined : await readReceipt(receipt, services);
    const items = refusal ? [refusedItem(refusal)] : (view?.outcomes ?? []).map(itemReport);
    return { path, receipt: receipt ?? null, mediaType, items };
  });
}

function itemReport(item: ItemView): ItemReport {
  return {
    article: item.article ?? null,
    uri: item.uri ?? null,
    outcome: item.outcome,
    code: item.code ?? null,
    reason: item.reason ?? null,
    title: item.title ?? null,
    language: item.language ?? null,
    credits: (item.credits ?? []).map(({ name, role }) => ({ name, role: role ?? null })),
    removed: item.removed,
    notes: item.notes,
    channels: item.channels,
  };
}

/** The one item of a submission that the ingest API refused. */
function refusedItem({ code, reason }: { code: string; reason: string }): ItemReport {
  return {
    article: null,
    uri: null,
    outcome: 'rejected',
    code,
    reason,
    title: null,
    language: null,
    credits: [],
    removed: [],
    notes: [],
    channels: [],
  };
}

/** Number of items with each outcome. A submission without outcomes counts as one `pending` item. */
export function totalsOf(reports: readonly SubmissionReport[]): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const { items } of reports) {
    for (const outcome of items.length === 0 ? ['pending'] : items.map((item) => item.outcome)) {
      totals[outcome] = (totals[outcome] ?? 0) + 1;
    }
  }
  return totals;
}
