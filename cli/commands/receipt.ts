import type { Command } from 'commander';
import { readReceipt } from '../../functions/ingest/read-receipt.ts';
import { Failure } from '../failure.ts';
import { cutTo, printJson, printLines, printTable } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { linesOfReceipt } from '../receipt-lines.ts';
import { listReceipts } from '../receipts.ts';
import { countOf, dayOf } from './arguments.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';

export function receiptCommands(root: Command): void {
  const receipt = root.command('receipt').description('what became of a submission');
  withCommonOptions(receipt.command('show'))
    .argument('<receipt>')
    .description('show a receipt and the outcome of each item')
    .addHelpText('after', examples('wiredesk receipt show 2f0c…'))
    .action(async (id: string, options: CommonOptions) => {
      const view = await readReceipt(id, await openPipeline(options));
      if (view === undefined)
        throw new Failure(
          `there is no receipt ${id}`,
          'Receipts are printed by "wiredesk ingest" and answered by the HTTP API.',
        );
      if (options.json) return printJson(view);
      printLines(linesOfReceipt(view));
    });
  withCommonOptions(receipt.command('list'))
    .description('submissions of a day and what became of them')
    .option('--source <id>', 'one source only, also one that is configured no longer')
    .option('--day <yyyy-mm-dd>', 'the day, in UTC (today)', dayOf)
    .option('--rejected', 'only those with something rejected')
    .option('--limit <n>', 'how many receipts of each source to show', countOf, 200)
    .addHelpText(
      'after',
      examples('wiredesk receipt list --rejected', 'wiredesk receipt list --source desk --day 2026-04-13'),
    )
    .action(
      async (
        options: CommonOptions & { source?: string; day?: string; rejected?: boolean; limit: number },
      ) => {
        const { rows, more } = await listReceipts(await openPipeline(options), options);
        if (more.length > 0) {
          process.stderr.write(
            `wiredesk: there are more than ${options.limit} of ${more.join(', ')}; see them with --limit\n`,
          );
        }
        if (options.json) return printJson(rows);
        printTable(
          ['RECEIVED', 'RECEIPT', 'SOURCE', 'OUTCOME', 'CODE', 'REASON OR TITLE'],
          rows.flatMap(({ receivedAt, receipt: id, source, items }) =>
            (items.length > 0 ? items : [PENDING]).map(({ outcome, code, reason, title }) => [
              ...[receivedAt, id, source, outcome, code ?? ''],
              cutTo(60, reason ?? title ?? ''),
            ]),
          ),
        );
      },
    );
}

const PENDING = { outcome: 'pending', code: null, reason: null, title: null };
