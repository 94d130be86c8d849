import type { Command } from 'commander';
import { listFeeds } from '../../shared/operations/feeds/list-feeds.ts';
import { releaseFeeds } from '../../shared/operations/feeds/release-feed.ts';
import { showFeed } from '../../shared/operations/feeds/show-feed.ts';
import { cutTo } from '../columns.ts';
import { operator } from '../operator.ts';
import { printJson, printLines, printTable } from '../output.ts';
import { openPipeline } from '../pipeline.ts';
import { printFeed } from '../print-feed.ts';
import { valueOf } from '../result.ts';
import { type CommonOptions, examples, withCommonOptions } from './options.ts';

const FEED = 'a public channel, the id of a feed, or PARTNER/ALIAS';

export function feedCommands(root: Command): void {
  const feed = root.command('feed').description('list, show and release feeds');
  withCommonOptions(feed.command('list'))
    .description('list the feeds, who reads them and where')
    .addHelpText('after', examples('wiredesk feed list --json'))
    .action(async (options: CommonOptions) => {
      const rows = await listFeeds(await openPipeline(options));
      if (options.json) return printJson(rows);
      printTable(
        [
          'FEED',
          'CHANNEL',
          'TERMS',
          'ITEMS',
          'UPDATED',
          'SETTLED',
          'HELD OR STOPPED SINCE',
          'ADDRESS OR READERS',
        ],
        rows.map((row) => [
          row.feed,
          row.channel,
          row.terms,
          String(row.items),
          row.updated ?? '',
          row.settled ? 'yes' : 'no',
          row.held ?? row.stopped?.since ?? '',
          row.addresses?.rss ?? cutTo(60, row.readers.join(', ')),
        ]),
      );
    });
  withCommonOptions(feed.command('show'))
    .argument('<feed>', FEED)
    .description('show a feed’s items and the newest entries of its log')
    .addHelpText('after', examples('wiredesk feed show news'))
    .action(async (name: string, options: CommonOptions) => {
      const view = valueOf(await showFeed(await openPipeline(options), name));
      if (options.json) printJson(view);
      else printFeed(view);
    });
  withCommonOptions(feed.command('release'))
    .argument('<feed>', 'a channel, for all its held feeds; or one feed, by its id or as PARTNER/ALIAS')
    .description('end the hold on feeds: they then lose the items that the hold kept')
    .addHelpText('after', examples('wiredesk feed release news'))
    .action(async (name: string, options: CommonOptions) => {
      const pipeline = await openPipeline(options);
      const result = valueOf(await releaseFeeds(pipeline, { name, by: operator() }));
      if (options.json) return printJson(result);
      printLines([
        ...result.released.map(
          ({ feed, lost }) => `${lost.length} items leave feed ${feed} at the next tick`,
        ),
        ...result.stillHeld.map((feed) => `feed ${feed} of the same channel is still held`),
      ]);
    });
}
