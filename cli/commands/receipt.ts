import type { Command } from 'commander';
import { readReceipt } from '../../functions/ingest/read-receipt.ts';
import { Failure } from '../failure.ts';
import { cutTo, printJson, printLines, printTable } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
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
      printLines([
        `${view.receipt}  ${view.source}  ${view.receivedAt}  ${view.mediaType}  ${view.bytes} bytes`,
      ]);
      if (!view.done) printLines(['not read yet']);
      printTable(
        ['ITEM', 'OUTCOME', 'CODE', 'ARTICLE', 'TITLE OR REASON'],
        view.outcomes.map((item) => [
          String(item.item),
          item.outcome,
          item.code ?? '',
          item.article ?? '',
          cutTo(60, item.reason ?? item.title ?? ''),
        ]),
      );
    });
}
