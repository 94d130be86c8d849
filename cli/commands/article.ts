import type { Command } from 'commander';
import { ACTION_NAMES, type ActionName, type ActionRule, ACTIONS } from '../../shared/domain/decision.ts';
import { articleReach, type Decided, decideOn, historyOf, listArticles, showArticle } from '../article.ts';
import { EXIT, Failure } from '../failure.ts';
import { cutTo, printJson, printLines, printTable } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { decisionName, lineOfDecision, printArticle, printReach } from '../print.ts';
import { countOf, dayOf, instantOf, refusePast } from './arguments.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';

export const ARTICLE = 'its id, its urn:uuid:, or SOURCE:ID';

export function articleCommands(root: Command): void {
  const article = root.command('article').description('list, show, withdraw and restore articles');
  withCommonOptions(article.command('list'))
    .description('articles that were sent on a day')
    .option('--source <id>', 'one source only')
    .option('--day <yyyy-mm-dd>', 'the day, in UTC (today)', dayOf)
    .option('--limit <n>', 'how many receipts of each source to look at', countOf, 100)
    .addHelpText('after', examples('wiredesk article list --source desk --day 2026-04-13'))
    .action(async (options: CommonOptions & { source?: string; day?: string; limit: number }) => {
      const rows = await listArticles(await openPipeline(options), options);
      if (options.json) return printJson(rows);
      printTable(
        ['ARTICLE', 'STANDING', 'RELEASED', 'SENT AS', 'HEADLINE'],
        rows.map((row) => [
          row.article,
          row.standing,
          row.released ?? '',
          cutTo(40, [row.source, row.declaredId].filter((part) => part !== null).join(':')),
          cutTo(60, row.headline ?? ''),
        ]),
      );
    });
  withCommonOptions(article.command('show'))
    .argument('<article>', ARTICLE)
    .description('everything about an article: where it stands, its versions, where it is and was')
    .addHelpText('after', examples('wiredesk article show desk:2026/04/flood-warning'))
    .action(async (id: string, options: CommonOptions) => {
      const view = await showArticle(await openPipeline(options), id);
      if (options.json) printJson(view);
      else printArticle(view);
    });
  withCommonOptions(article.command('reach'))
    .argument('<article>', ARTICLE)
    .description('every feed an article was sent to, when it left and how long that took')
    .addHelpText('after', examples('wiredesk article reach desk:2026/04/flood-warning'))
    .action(async (id: string, options: CommonOptions) => {
      const reach = await articleReach(await openPipeline(options), id);
      if (options.json) printJson(reach);
      else printReach(reach);
    });
  for (const action of ACTION_NAMES) if (!hasOwnCommand(action)) decisionCommand(article, action);
  withCommonOptions(article.command('history'))
    .argument('<article>', ARTICLE)
    .description('all that was decided about an article, by whom and why')
    .addHelpText('after', examples('wiredesk article history desk:2026/04/flood-warning'))
    .action(async (id: string, options: CommonOptions) => {
      const decisions = await historyOf(await openPipeline(options), id);
      if (options.json) printJson(decisions);
      else printLines(decisions.length === 0 ? ['nothing was decided'] : decisions.map(lineOfDecision));
    });
}

const hasOwnCommand = (action: ActionName): boolean => (ACTIONS[action] as ActionRule).hasOwnCommand ?? false;

interface DecisionOptions extends CommonOptions {
  reason?: string;
  from?: string;
  for?: string;
  until?: string;
  lift?: boolean;
}

function decisionCommand(article: Command, action: ActionName): void {
  const { does, takesTarget, takesUntil }: ActionRule = ACTIONS[action];
  const command = withCommonOptions(article.command(action)).argument('<article>', ARTICLE).description(does);
  if (takesTarget)
    command.requiredOption(
      `--${takesTarget} <channel|partner>`,
      'a channel, a partner, PARTNER/ALIAS, or a feed’s id',
    );
  if (takesUntil)
    command
      .option('--until <instant>', 'the new end, with its zone', instantOf)
      .option('--lift', 'no embargo any more: it may be published at once');
  const target = takesTarget ? ` --${takesTarget} news` : '';
  const until = takesUntil ? ' --until 2026-04-13T13:00:00+08:00' : '';
  command
    .option('--reason <text>', 'why; kept with the decision')
    .addHelpText(
      'after',
      examples(`wiredesk article ${action} desk:2026/04/flood-warning${target}${until} --reason "…"`),
    )
    .action(async (id: string, options: DecisionOptions) => {
      const channel = options.from ?? options.for;
      if (takesUntil) refuseUnclearEnd(options);
      const pipeline = await openPipeline(options);
      if (options.until !== undefined)
        refusePast(options.until, pipeline.now(), 'Say --lift to end it at once.');
      const done = await decideOn(pipeline, id, {
        action,
        ...(options.reason !== undefined && { reason: options.reason }),
        ...(channel !== undefined && { target: channel }),
        ...(options.until !== undefined && { until: options.until }),
      });
      if (options.json) printJson(done);
      else printLines([lineOfDecided(decisionName({ action, until: options.until }), done)]);
    });
}

/** Lifting an embargo publishes: nobody does that by leaving something out. */
function refuseUnclearEnd({ until, lift }: DecisionOptions): void {
  if ((until !== undefined) !== (lift === true)) return;
  throw new Failure(
    lift ? 'an embargo is either moved or lifted' : 'the embargo’s new end is not named',
    'Give --until and an instant, or --lift, which may publish at once.',
    EXIT.usage,
  );
}

function lineOfDecided(name: string, { article, receipt, known }: Decided): string {
  const when = known
    ? 'is on its way'
    : 'is kept: nothing of the article has been seen, and it applies when the article comes';
  return `${name} of ${article} ${when}; receipt ${receipt}`;
}
