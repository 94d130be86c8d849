import { Command, Option } from 'commander';
import { apply, readConfigurationFile } from './apply.ts';
import { decideOn, listArticles, showArticle } from './article.ts';
import { moveClock } from './clock.ts';
import { DEFAULT_STATE, readEndpoints, readTokens, writeEndpoints, writeTokens } from './endpoints.ts';
import { EXIT, Failure } from './failure.ts';
import { addressesOf, listFeeds, showFeed } from './feed.ts';
import { printOutcomes, reportOn, totalsOf, waitForOutcomes } from './outcomes.ts';
import { cutTo, printJson, printLines, printTable, Progress } from './output.ts';
import { openPipeline, type Pipeline, type Target } from './pipeline.ts';
import { printArticle, printFeed } from './print.ts';
import { readReceipt } from '../functions/ingest/read-receipt.ts';
import { filesUnder, sendFiles } from './send.ts';

interface Common extends Target {
  json?: boolean;
}

/** Every command takes these. */
function common(command: Command): Command {
  return command
    .addOption(new Option('--stack <name>', 'work on a deployed stack, with your own AWS credentials'))
    .addOption(new Option('--state <dir>', 'the local cloud’s state directory').default(DEFAULT_STATE))
    .option('--json', 'print JSON, for scripts');
}

const examples = (...lines: string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;

/** The `wiredesk` command. */
export function program(): Command {
  const root = new Command('wiredesk')
    .description(
      'Operate a Wiredesk pipeline: on the local cloud that "npm start" runs, or on AWS with --stack NAME.',
    )
    .showHelpAfterError('(run with --help for the options)')
    .exitOverride((error) => {
      throw error.exitCode === 0
        ? error
        : new Failure(error.message.replace(/^error: /, ''), undefined, EXIT.usage);
    })
    .configureOutput({ outputError: () => {} });

  common(root.command('apply'))
    .description('put sources and channels from a YAML file in force')
    .argument('<file>', 'a wiredesk.yaml')
    .option('--dry-run', 'show the difference and change nothing')
    .addHelpText(
      'after',
      examples('wiredesk apply wiredesk.yaml --dry-run', 'wiredesk apply wiredesk.yaml --stack Wiredesk'),
    )
    .action(async (file: string, options: Common & { dryRun?: boolean }) => {
      const configuration = readConfigurationFile(file);
      const pipeline = await openPipeline(options);
      const applied = await apply(configuration, pipeline, options.dryRun === true);
      rememberTokens(
        pipeline,
        applied.newTokens,
        configuration.channels.filter((channel) => channel.public).map(({ id }) => id),
        configuration.publisher.feeds,
      );
      if (options.json) return printJson({ ...applied, dryRun: options.dryRun === true });
      printLines(applied.differences.length === 0 ? ['nothing to change'] : applied.differences);
      for (const [source, token] of Object.entries(applied.newTokens)) {
        printLines([`token of ${source}, shown this once: ${token}`]);
      }
      if (options.dryRun && applied.differences.length > 0) printLines(['dry run: nothing was changed']);
    });

  common(root.command('ingest'))
    .description('send files and wait for what becomes of them')
    .argument('<paths...>', 'files and folders')
    .requiredOption('--source <id>', 'the source they come from')
    .addOption(
      new Option('--token <token>', 'the source’s token; known by itself on the local cloud').env(
        'WIREDESK_TOKEN',
      ),
    )
    .option('--timeout <seconds>', 'how long to wait', Number, 120)
    .addHelpText(
      'after',
      examples(
        'wiredesk ingest story.txt --source desk',
        'WIREDESK_TOKEN=… wiredesk ingest articles/ --source desk --stack Wiredesk',
      ),
    )
    .action(
      async (paths: string[], options: Common & { source: string; token?: string; timeout: number }) => {
        const files = filesUnder(paths);
        const pipeline = await openPipeline(options);
        const token = options.token ?? pipeline.tokens[options.source];
        if (token === undefined) {
          throw new Failure(
            `the token of source ${options.source} is not known here`,
            'Give it in WIREDESK_TOKEN.',
            EXIT.usage,
          );
        }
        const progress = new Progress();
        const door = { url: pipeline.outputs.ingestUrl, source: options.source, token };
        const sent = await sendFiles(files, door, {
          onSent: (count) => progress.say(`${count} of ${files.length} sent`),
        });
        await waitForOutcomes(sent, pipeline, options.timeout, progress);
        progress.end();
        const submissions = await reportOn(sent, pipeline);
        const totals = totalsOf(submissions);
        if (options.json) printJson({ submissions, totals });
        else printOutcomes(submissions);
        if (totals['rejected'] || totals['pending']) process.exitCode = EXIT.failed;
      },
    );

  articleCommands(root);
  feedCommands(root);

  const receipt = root.command('receipt').description('what became of a submission');
  common(receipt.command('show'))
    .argument('<receipt>')
    .description('show a receipt and the outcome of each item')
    .addHelpText('after', examples('wiredesk receipt show 2f0c…'))
    .action(async (id: string, options: Common) => {
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

  const local = root.command('local').description('the local cloud itself');
  common(local.command('clock'))
    .argument('[move]', '+2h, -10m, +1d, or an instant such as 2026-04-13T09:30:00Z')
    .description('show the local cloud’s clock, or move it')
    .addHelpText('after', examples('wiredesk local clock', 'wiredesk local clock +2h'))
    .action(async (move: string | undefined, options: Common) => {
      const { now } = await moveClock(await openPipeline(options), move);
      if (options.json) printJson({ now });
      else printLines([now]);
    });
  return root;
}

function articleCommands(root: Command): void {
  const article = root.command('article').description('list, show, withdraw and restore articles');
  common(article.command('list'))
    .description('articles that were sent on a day')
    .option('--source <id>', 'one source only')
    .option('--day <yyyy-mm-dd>', 'the day, in UTC (today)')
    .option('--limit <n>', 'how many receipts to look at', Number, 100)
    .addHelpText('after', examples('wiredesk article list --source desk --day 2026-04-13'))
    .action(async (options: Common & { source?: string; day?: string; limit: number }) => {
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
  common(article.command('show'))
    .argument('<article>', 'its id, its urn:uuid:, or SOURCE:ID')
    .description('everything about an article: where it stands, its versions, where it is and was')
    .addHelpText('after', examples('wiredesk article show desk:2026/04/flood-warning'))
    .action(async (id: string, options: Common) => {
      const view = await showArticle(await openPipeline(options), id);
      if (options.json) printJson(view);
      else printArticle(view);
    });
  for (const [action, does] of [
    ['kill', 'withdraw an article from every feed, now and for good'],
    ['unkill', 'let a withdrawn article show again'],
  ] as const) {
    common(article.command(action))
      .argument('<article>', 'its id, its urn:uuid:, or SOURCE:ID')
      .description(does)
      .option('--reason <text>', 'why; kept with the decision')
      .addHelpText(
        'after',
        examples(`wiredesk article ${action} desk:2026/04/flood-warning --reason "wrong river"`),
      )
      .action(async (id: string, options: Common & { reason?: string }) => {
        const decision = { action, ...(options.reason !== undefined && { reason: options.reason }) };
        const done = await decideOn(await openPipeline(options), id, decision);
        if (options.json) printJson(done);
        else printLines([`${action} of ${done.article} is on its way; receipt ${done.receipt}`]);
      });
  }
}

function feedCommands(root: Command): void {
  const feed = root.command('feed').description('what the feeds hold');
  common(feed.command('list'))
    .description('the public feeds and their addresses')
    .addHelpText('after', examples('wiredesk feed list --json'))
    .action(async (options: Common) => {
      const rows = await listFeeds(await openPipeline(options));
      if (options.json) return printJson(rows);
      printTable(
        ['CHANNEL', 'ITEMS', 'UPDATED', 'SETTLED', 'ADDRESS'],
        rows.map((row) => [
          row.channel,
          String(row.items),
          row.updated ?? '',
          row.settled ? 'yes' : 'no',
          row.addresses.rss,
        ]),
      );
    });
  common(feed.command('show'))
    .argument('<channel>')
    .description('a feed’s items and what its last publishes did')
    .addHelpText('after', examples('wiredesk feed show news'))
    .action(async (channel: string, options: Common) => {
      const view = await showFeed(await openPipeline(options), channel);
      if (options.json) printJson(view);
      else printFeed(view);
    });
}

/** On the local cloud new tokens and channels are written where the other commands and scripts find them. */
function rememberTokens(
  { local, outputs }: Pipeline,
  newTokens: Record<string, string>,
  channels: string[],
  feedsUrl?: string,
): void {
  if (local === undefined) return;
  const tokens = { ...readTokens(local.state), ...newTokens };
  writeTokens(local.state, tokens);
  const endpoints = readEndpoints(local.state);
  const base = feedsUrl ?? outputs.feedsUrl;
  const feeds = Object.fromEntries(channels.map((id) => [id, addressesOf(id, base)]));
  if (endpoints) writeEndpoints(local.state, { ...endpoints, tokens, feeds });
}
