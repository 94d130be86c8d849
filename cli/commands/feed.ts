import type { Command } from 'commander';
import { listFeeds, showFeed } from '../feed.ts';
import { printJson, printTable } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { printFeed } from '../print.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';

export function feedCommands(root: Command): void {
  const feed = root.command('feed').description('what the feeds hold');
  withCommonOptions(feed.command('list'))
    .description('the public feeds and their addresses')
    .addHelpText('after', examples('wiredesk feed list --json'))
    .action(async (options: CommonOptions) => {
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
  withCommonOptions(feed.command('show'))
    .argument('<channel>')
    .description('a feed’s items and what its last publishes did')
    .addHelpText('after', examples('wiredesk feed show news'))
    .action(async (channel: string, options: CommonOptions) => {
      const view = await showFeed(await openPipeline(options), channel);
      if (options.json) printJson(view);
      else printFeed(view);
    });
}
