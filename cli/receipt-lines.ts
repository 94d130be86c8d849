import type { ReceiptView } from '../functions/ingest/read-receipt.ts';
import { wrapTo } from './output.ts';

const COLUMNS = 100;
const INDENT = '    ';

/** A receipt for people: of each item its outcome and the whole reason, what was repaired, and what was cut out. */
export function linesOfReceipt(view: ReceiptView): string[] {
  const { receipt, source, receivedAt, mediaType, bytes, done, outcomes } = view;
  return [
    `${receipt}  ${source}  ${receivedAt}  ${mediaType}  ${bytes} bytes`,
    ...(done ? [] : ['not read yet']),
    ...outcomes.flatMap(linesOfItem),
  ];
}

function linesOfItem({
  item,
  outcome,
  code,
  article,
  title,
  reason,
  notes,
  removed,
}: ReceiptView['outcomes'][number]): string[] {
  const first = [String(item), outcome, code, article].filter((part) => part !== undefined);
  return [
    '',
    first.join('  '),
    ...said('', title),
    ...said('', reason),
    ...notes.flatMap((note) => said('note: ', note)),
    ...removed.flatMap((text) => said('cut: ', text)),
  ];
}

function said(label: string, text = ''): string[] {
  return wrapTo(COLUMNS - INDENT.length - label.length, text).map(
    (line, at) => `${INDENT}${at === 0 ? label : ' '.repeat(label.length)}${line}`,
  );
}
