import pLimit from 'p-limit';
import { type ItemView, readReceipt } from '../functions/ingest/read-receipt.ts';
import type { ReceiptServices } from '../functions/ingest/services.ts';
import { cutTo, printLines, printTable, type Progress } from './output.ts';
import type { Pipeline } from './pipeline.ts';
import type { Sent } from './send.ts';

/** A file that was sent, and what became of what is in it: an entry of report.json. */
export interface SubmissionReport {
  path: string;
  receipt: string | null;
  mediaType: string;
  items: ItemReport[];
}

export interface ItemReport {
  article: string | null;
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

const POLL_MILLISECONDS = 250;
const READS_AT_A_TIME = 8;

/** Waits until every receipt has its outcomes, or the time is up. */
export async function waitForOutcomes(
  sent: readonly Sent[],
  pipeline: Pipeline,
  seconds: number,
  progress: Progress,
): Promise<void> {
  const open = new Set(sent.flatMap(({ receipt }) => receipt ?? []));
  const total = open.size;
  const end = Date.now() + seconds * 1000;
  while (open.size > 0 && Date.now() < end) {
    for (const receipt of open) {
      if ((await pipeline.receipts.get(receipt))?.items !== undefined) open.delete(receipt);
    }
    progress.say(`${total - open.size} of ${total} have their outcome`);
    if (open.size > 0) await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
}

export async function reportOn(sent: readonly Sent[], pipeline: Pipeline): Promise<SubmissionReport[]> {
  const services = atOnce(pipeline);
  const limit = pLimit(READS_AT_A_TIME);
  return Promise.all(
    sent.map(({ path, mediaType, receipt, refusal }) =>
      limit(async () => {
        const view = receipt === undefined ? undefined : await readReceipt(receipt, services);
        const items = refusal ? [refused(refusal)] : (view?.outcomes ?? []).map(itemReport);
        return { path, receipt: receipt ?? null, mediaType, items };
      }),
    ),
  );
}

/** The pipeline as it stands: one report reads the configuration and each feed's state once, however many receipts it has. */
function atOnce(pipeline: Pipeline): ReceiptServices {
  const configuration = pipeline.configuration.current();
  const states = new Map<string, ReturnType<Pipeline['feeds']['state']>>();
  const state: Pipeline['feeds']['state'] = (feed) => {
    const known = states.get(feed) ?? pipeline.feeds.state(feed);
    states.set(feed, known);
    return known;
  };
  return {
    ...pipeline,
    configuration: { current: () => configuration, recent: () => configuration },
    feeds: { state },
  };
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

function refused({ code, reason }: { code: string; reason: string }): ItemReport {
  return {
    ...{ article: null, uri: null, outcome: 'rejected', code, reason, title: null, language: null },
    ...{ credits: [], removed: [], notes: [], channels: [] },
  };
}

/** How many items have which outcome; a submission without any counts as `pending`. */
export function totalsOf(reports: readonly SubmissionReport[]): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const { items } of reports) {
    for (const outcome of items.length === 0 ? ['pending'] : items.map((item) => item.outcome)) {
      totals[outcome] = (totals[outcome] ?? 0) + 1;
    }
  }
  return totals;
}

export function printOutcomes(reports: readonly SubmissionReport[]): void {
  const rows = reports.flatMap(({ path, receipt, items }) =>
    items.length === 0
      ? [[cutTo(40, path), receipt ?? '', 'pending', '', '']]
      : items.map((item) => [
          cutTo(40, path),
          receipt ?? '',
          item.outcome,
          item.code ?? '',
          cutTo(50, item.title ?? item.reason ?? ''),
        ]),
  );
  printTable(['FILE', 'RECEIPT', 'OUTCOME', 'CODE', 'TITLE OR REASON'], rows);
}

/** What was repaired or assumed in each article, under the title it goes by. */
export function printRepairs(reports: readonly SubmissionReport[]): void {
  for (const { path, items } of reports) {
    for (const { title, article, notes } of items) {
      if (notes.length > 0) printLines([`${cutTo(40, path)}: ${cutTo(50, title ?? article ?? '')}`]);
      printLines(notes.map((note) => `  ${note}`));
    }
  }
}
