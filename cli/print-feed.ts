import type { FeedView } from '../shared/operations/feeds/show-feed.ts';
import { cutTo } from './columns.ts';
import { printLines, printTable } from './output.ts';

export function printFeed(view: FeedView): void {
  printLines([
    `${view.channel} (${view.terms})  ${view.items} items  updated ${view.updated ?? 'never'}`,
    ...Object.values(view.addresses ?? {}),
    ...view.readers.map((reader) => `read by ${reader}`),
    ...(view.held === null
      ? []
      : [
          `held since ${view.held}: ${view.lost.length} items would disappear; "wiredesk feed release" ends the hold`,
        ]),
    ...(view.stopped === null
      ? []
      : [`stopped at the gate since ${view.stopped.since}: ${view.stopped.reason}`]),
    ...(view.waiting.length === 0 ? [] : [`${view.waiting.length} articles wait for the next publish`]),
    '',
  ]);
  printTable(
    ['RELEASED', 'SHOWN', 'ARTICLE', 'HEADLINE'],
    view.manifest.map(({ released, shown, article, headline }) => [
      released,
      !shown ? 'reserve' : view.lost.includes(article) ? 'yes, held' : 'yes',
      article,
      cutTo(60, headline ?? ''),
    ]),
  );
  printLines(['']);
  printTable(
    ['PUBLISHED', 'ADDED', 'CHANGED', 'REMOVED', 'WITHHELD'],
    view.log.map(({ at, added, changed, removed, withheld }) => [
      at,
      ...[added, changed, removed, withheld].map(({ length }) => String(length)),
    ]),
  );
}
