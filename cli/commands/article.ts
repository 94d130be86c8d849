import type { Command } from 'commander';
import { decideOn, listArticles, showArticle } from '../article.ts';
import { cutTo, printJson, printLines, printTable } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { printArticle } from '../print.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';

export function articleCommands(root: Command): void {
  const article = root.command('article').description('list, show, withdraw and restore articles');
  withCommonOptions(article.command('list'))
    .description('articles that were sent on a day')
    .option('--source <id>', 'one source only')
    .option('--day <yyyy-mm-dd>', 'the day, in UTC (today)')
    .option('--limit <n>', 'how many receipts to look at', Number, 100)
    .addHelpText('after', examples('wiredesk article list --source desk --day 2026-04-13'))
    .action(async (options: CommonOptions & { source?: string; day?: string; limit: number }) => {
      const rows = await listArticles(await openPipeline(options), options);
      if (options.json) return printJson(rows);
      printTable(
        ['ARTICLE', 'STANDING', 'RELEASED', 'SOURCE', 'HEADLINE'],
        rows.map((row) => [
          row.article,
          row.standing,
          row.released ?? '',
          row.source,
          cutTo(60, row.headline ?? ''),
        ]),
      );
    });
  withCommonOptions(article.command('show'))
    .argument('<article>', 'its id, its urn:uuid:, or SOURCE:ID')
    .description('everything about an article: where it stands, its versions, where it is and was')
    .addHelpText('after', examples('wiredesk article show desk:2026/04/flood-warning'))
    .action(async (id: string, options: CommonOptions) => {
      const view = await showArticle(await openPipeline(options), id);
      if (options.json) printJson(view);
      else printArticle(view);
    });
  for (const [action, does] of [
    ['kill', 'withdraw an article from every feed, now and for good'],
    ['unkill', 'let a withdrawn article show again'],
  ] as const) {
    withCommonOptions(article.command(action))
      .argument('<article>', 'its id, its urn:uuid:, or SOURCE:ID')
      .description(does)
      .option('--reason <text>', 'why; kept with the decision')
      .addHelpText(
        'after',
        examples(`wiredesk article ${action} desk:2026/04/flood-warning --reason "wrong river"`),
      )
      .action(async (id: string, options: CommonOptions & { reason?: string }) => {
        const decision = { action, ...(options.reason !== undefined && { reason: options.reason }) };
        const done = await decideOn(await openPipeline(options), id, decision);
        if (options.json) printJson(done);
        else printLines([`${action} of ${done.article} is on its way; receipt ${done.receipt}`]);
      });
  }
}
