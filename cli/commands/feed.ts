import type { Command } from 'commander';
import { listFeeds, releaseFeed, showFeed } from '../feed.ts';
import { cutTo, printJson, printLines, printTable } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { printFeed } from '../print.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';

const FEED = 'a public channel, a feed’s id, or PARTNER/ALIAS';

export function feedCommands(root: Command): void {
  const feed = root.command('feed').description('what the feeds hold');
  withCommonOptions(feed.command('list'))
    .description('the feeds, who reads them and where')
    .addHelpText('after', examples('wiredesk feed list --json'))
    .action(async (options: CommonOptions) => {
      const rows = await listFeeds(await openPipeline(options));
      if (options.json) return printJson(rows);
      printTable(
        ['FEED', 'CHANNEL', 'TERMS', 'ITEMS', 'UPDATED', 'SETTLED', 'HELD SINCE', 'READ AT OR BY'],
        rows.map((row) => [
          row.feed,
          row.channel,
          row.terms,
          String(row.items),
          row.updated ?? '',
          row.settled ? 'yes' : 'no',
          row.held ?? '',
          row.addresses?.rss ?? cutTo(60, row.readers.join(', ')),
        ]),
      );
    });
  withCommonOptions(feed.command('show'))
    .argument('<feed>', FEED)
    .description('a feed’s items and what its last publishes did')
    .addHelpText('after', examples('wiredesk feed show news'))
    .action(async (channel: string, options: CommonOptions) => {
      const view = await showFeed(await openPipeline(options), channel);
      if (options.json) printJson(view);
      else printFeed(view);
    });
  withCommonOptions(feed.command('release'))
    .argument('<feed>', FEED)
    .description('let a held feed lose what it is held for')
    .addHelpText('after', examples('wiredesk feed release news'))
    .action(async (channel: string, options: CommonOptions) => {
      const released = await releaseFeed(await openPipeline(options), channel);
      if (options.json) printJson(released);
      else printLines([`${released.lost.length} items of ${channel} go with the next tick`]);
    });
}
