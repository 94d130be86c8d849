import type { Command } from 'commander';
import { listReceipts } from '../../shared/operations/receipts/list-receipts.ts';
import { showReceipt } from '../../shared/operations/receipts/show-receipt.ts';
import { cutTo } from '../columns.ts';
import { printErrors, printJson, printLines, printTable } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { linesOfReceipt } from '../receipt-lines.ts';
import { valueOf } from '../result.ts';
import { countOf, dayOf } from './arguments.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';

interface ListOptions extends CommonOptions {
  source?: string;
  day?: string;
  rejected?: boolean;
  limit: number;
}

/** What the table shows for a receipt without outcomes: normalise has not read the submission yet. */
const PENDING = { outcome: 'pending', code: null, reason: null, title: null };

export function receiptCommands(root: Command): void {
  const receipt = root.command('receipt').description('list and show the outcomes of submissions');
  withCommonOptions(receipt.command('show'))
    .argument('<receipt>')
    .description('show a receipt and the outcome of each item')
    .addHelpText('after', examples('wiredesk receipt show 2f0c…'))
    .action(async (id: string, options: CommonOptions) => {
      const view = valueOf(await showReceipt(await openPipeline(options), id));
      if (options.json) return printJson(view);
      printLines(linesOfReceipt(view));
    });
  withCommonOptions(receipt.command('list'))
    .description('list the submissions of a day and their outcomes')
    .option('--source <id>', 'one source only, also one that is no longer configured')
    .option('--day <yyyy-mm-dd>', 'the day, in UTC (default: today)', dayOf)
    .option('--rejected', 'only submissions with a rejected item')
    .option('--limit <n>', 'how many receipts of each source to show', countOf, 200)
    .addHelpText(
      'after',
      examples('wiredesk receipt list --rejected', 'wiredesk receipt list --source desk --day 2026-04-13'),
    )
    .action(listAction);
}

async function listAction(options: ListOptions): Promise<void> {
  const { rows, more } = valueOf(await listReceipts(await openPipeline(options), options));
  if (more.length > 0) {
    printErrors([
      `wiredesk: ${more.join(', ')} sent more than ${options.limit} such submissions; use --limit to see more`,
    ]);
  }
  if (options.json) {
    printJson(rows);
    return;
  }
  printTable(
    ['RECEIVED', 'RECEIPT', 'SOURCE', 'OUTCOME', 'CODE', 'REASON OR TITLE'],
    rows.flatMap(({ receivedAt, receipt, source, items }) =>
      (items.length > 0 ? items : [PENDING]).map(({ outcome, code, reason, title }) => [
        receivedAt,
        receipt,
        source,
        outcome,
        code ?? '',
        cutTo(60, reason ?? title ?? ''),
      ]),
    ),
  );
}
