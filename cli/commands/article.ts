import type { Command } from 'commander';
import { listArticles } from '../../shared/operations/articles/list-articles.ts';
import { articleHistory, articleReach, showArticle } from '../../shared/operations/articles/show-article.ts';
import { cutTo } from '../columns.ts';
import { lineOfDecision } from '../decision-lines.ts';
import { printJson, printLines, printTable } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { printArticle, printReach } from '../print-article.ts';
import { valueOf } from '../result.ts';
import { countOf, dayOf } from './arguments.ts';
import { decisionCommands } from './decision.ts';
import { ARTICLE, type CommonOptions, examples, withCommonOptions } from './options.ts';

export function articleCommands(root: Command): void {
  const article = root.command('article').description('list, show, withdraw and restore articles');
  listCommand(article);
  withCommonOptions(article.command('show'))
    .argument('<article>', ARTICLE)
    .description('show an article: its standing, its versions, and the feeds that show or showed it')
    .addHelpText('after', examples('wiredesk article show desk:2026/04/flood-warning'))
    .action(async (reference: string, options: CommonOptions) => {
      const view = valueOf(await showArticle(await openPipeline(options), reference));
      if (options.json) printJson(view);
      else printArticle(view);
    });
  withCommonOptions(article.command('reach'))
    .argument('<article>', ARTICLE)
    .description(
      'show every feed that an article was sent to, when it left the feed, and how long the removal took',
    )
    .addHelpText('after', examples('wiredesk article reach desk:2026/04/flood-warning'))
    .action(async (reference: string, options: CommonOptions) => {
      const reach = valueOf(await articleReach(await openPipeline(options), reference));
      if (options.json) printJson(reach);
      else printReach(reach);
    });
  decisionCommands(article);
  withCommonOptions(article.command('history'))
    .argument('<article>', ARTICLE)
    .description('show all decisions about an article: what, when, who and why')
    .addHelpText('after', examples('wiredesk article history desk:2026/04/flood-warning'))
    .action(async (reference: string, options: CommonOptions) => {
      const decisions = valueOf(await articleHistory(await openPipeline(options), reference));
      if (options.json) printJson(decisions);
      else printLines(decisions.length === 0 ? ['no decisions'] : decisions.map(lineOfDecision));
    });
}

function listCommand(article: Command): void {
  withCommonOptions(article.command('list'))
    .description('list the articles that were sent on a day')
    .option('--source <id>', 'one source only')
    .option('--day <yyyy-mm-dd>', 'the day, in UTC (default: today)', dayOf)
    .option('--waiting', 'only articles that wait until a person releases them')
    .option('--limit <n>', 'how many receipts of each source to read', countOf, 100)
    .addHelpText(
      'after',
      examples('wiredesk article list --source desk --day 2026-04-13', 'wiredesk article list --waiting'),
    )
    .action(
      async (options: CommonOptions & { source?: string; day?: string; limit: number; waiting?: true }) => {
        const rows = valueOf(await listArticles(await openPipeline(options), options));
        if (options.json) return printJson(rows);
        printTable(
          ['ARTICLE', 'OUTCOME', 'CODE', 'RELEASED', 'SENT AS', 'HEADLINE'],
          rows.map((row) => [
            row.article,
            row.outcome,
            row.code ?? '',
            row.released ?? '',
            cutTo(40, [row.source, row.declaredId].filter((part) => part !== null).join(':')),
            cutTo(60, row.headline ?? ''),
          ]),
        );
      },
    );
}
