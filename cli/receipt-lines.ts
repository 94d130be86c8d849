import type { ReceiptView } from '../shared/operations/receipts/show-receipt.ts';
import { wrapTo } from './columns.ts';

const COLUMNS = 100;
const INDENT = '    ';

/** A receipt in lines: each item with its outcome, the whole reason, its notes and the text that was removed. */
export function linesOfReceipt(view: ReceiptView): string[] {
  const { receipt, source, receivedAt, mediaType, bytes, outcomes } = view;
  return [
    `${receipt}  ${source}  ${receivedAt}  ${mediaType}  ${bytes} bytes`,
    ...progressOf(view),
    ...outcomes.flatMap(linesOfItem),
  ];
}

function progressOf({ done, total, outcomes }: ReceiptView): string[] {
  if (done) return [];
  if (total === undefined) return [outcomes.length === 0 ? 'not read yet' : 'some items have no outcome yet'];
  return [`${outcomes.length} of ${total} items have an outcome`];
}

function linesOfItem(item: ReceiptView['outcomes'][number]): string[] {
  const first = [String(item.item), item.outcome, item.code, item.article].filter(
    (part) => part !== undefined,
  );
  return [
    '',
    first.join('  '),
    ...labelled('', item.title),
    ...labelled('', item.reason),
    ...item.notes.flatMap((note) => labelled('note: ', note)),
    ...item.removed.flatMap((text) => labelled('removed: ', text)),
  ];
}

function labelled(label: string, text = ''): string[] {
  return wrapTo(COLUMNS - INDENT.length - label.length, text).map(
    (line, at) => `${INDENT}${at === 0 ? label : ' '.repeat(label.length)}${line}`,
  );
}
