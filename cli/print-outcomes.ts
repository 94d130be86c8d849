import type { SubmissionReport } from '../shared/operations/sending/report.ts';
import { cutTo } from './columns.ts';
import { printLines, printTable } from './output.ts';

/** Prints each item in a row of its own: its outcome, the id of its article and the channels that selected it. */
export function printOutcomes(reports: readonly SubmissionReport[]): void {
  const rows = reports.flatMap(({ path, receipt, items }) =>
    items.length === 0
      ? [[cutTo(40, path), 'pending', '', '', '', '', receipt ?? '']]
      : items.map((item) => [
          cutTo(40, path),
          item.outcome,
          item.code ?? '',
          item.article ?? '',
          cutTo(30, item.channels.join(', ')),
          cutTo(50, item.title ?? item.reason ?? ''),
          receipt ?? '',
        ]),
  );
  printTable(['FILE', 'OUTCOME', 'CODE', 'ARTICLE', 'CHANNELS', 'TITLE OR REASON', 'RECEIPT'], rows);
}

/** Prints the notes on each article under its title: what Wiredesk repaired or assumed. */
export function printNotes(reports: readonly SubmissionReport[]): void {
  for (const { path, items } of reports) {
    for (const { title, article, notes } of items) {
      if (notes.length > 0) printLines([`${cutTo(40, path)}: ${cutTo(50, title ?? article ?? '')}`]);
      printLines(notes.map((note) => `  ${note}`));
    }
  }
}
