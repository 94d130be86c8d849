import type { SubmissionReport } from '../shared/operations/sending/report.ts';
import { cutTo } from './columns.ts';
import { printLines, printTable } from './output.ts';

/** Prints the outcome of each item in a row of its own. */
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

/** Prints the notes on each article under its title: what Wiredesk repaired or assumed. */
export function printNotes(reports: readonly SubmissionReport[]): void {
  for (const { path, items } of reports) {
    for (const { title, article, notes } of items) {
      if (notes.length > 0) printLines([`${cutTo(40, path)}: ${cutTo(50, title ?? article ?? '')}`]);
      printLines(notes.map((note) => `  ${note}`));
    }
  }
}
