import type { CouldRead } from '../shared/operations/articles/could-read.ts';
import type { Reached } from '../shared/operations/articles/reach.ts';
import type { ArticleView } from '../shared/operations/articles/show-article.ts';
import { cutTo } from './columns.ts';
import { lineOfDecision } from './decision-lines.ts';
import { printLines, printTable } from './output.ts';

export function printArticle(view: ArticleView): void {
  const { content, decisions, revisions, reach, left } = view;
  printLines([
    content?.headline ?? (view.standing === 'erased' ? '(erased)' : '(no revision yet)'),
    `${view.uri}  ${view.standing}  ${view.outcome}  ${content?.language ?? ''}`,
    ...(view.code === null ? [] : [`${view.code}: ${view.reason ?? ''}`]),
    `sent by ${view.source}${view.declaredId === null ? '' : ` as ${view.declaredId}`}`,
    ...(content?.bylines ?? []).map(({ name, role }) => `  ${name}${role === undefined ? '' : ` (${role})`}`),
    ...decisions.map(lineOfDecision),
    ...(left > 0 ? [`${left} records are still to be erased: run "wiredesk erase" again`] : []),
    ...(revisions[0]?.removed ?? []).map((text) => `removed: ${cutTo(90, text)}`),
    ...(revisions[0]?.notes ?? []).map((note) => `note: ${note}`),
  ]);
  if (revisions.length > 0) {
    printLines(['']);
    printTable(
      ['RECEIVED', 'STATUS', 'CONTENTS', 'RECEIPT'],
      revisions.map(({ receivedAt, pubstatus, contentHash, receipt }) => [
        receivedAt,
        pubstatus,
        contentHash.slice(0, 12),
        receipt,
      ]),
    );
  }
  if (reach.length > 0) {
    printLines(['']);
    printReach(reach);
  }
}

export function printReach(reach: readonly Reached[]): void {
  if (reach.length === 0) return printLines(['the article was not sent to any feed']);
  printFeeds(reach);
  const rows = reach.flatMap((reached) => reached.couldRead.map((could) => rowOfReader(reached, could)));
  printLines(['']);
  if (rows.length > 0) printTable(['COULD READ IT', 'NAME', 'FEED', 'FROM', 'UNTIL', 'WHY IT ENDED'], rows);
  printLines(linesOfUnknownReaders(reach));
}

export function rowOfReader({ feed }: Reached, could: CouldRead): string[] {
  const { reader, name, from, fromAtTheLatest, until, reason } = could;
  const begin = fromAtTheLatest === null ? (from ?? '') : `before ${fromAtTheLatest}`;
  return [
    reader === 'public' ? 'anyone with the address' : reader,
    cutTo(30, name ?? ''),
    feed,
    from !== null && fromAtTheLatest !== null ? `${begin}, not before ${from}` : begin,
    until ?? 'now',
    until === null ? '' : (reason ?? 'not recorded'),
  ];
}

/** A line for the feeds whose readers are not all known, because they showed the article before this was recorded. */
export function linesOfUnknownReaders(reach: readonly Reached[]): string[] {
  const feeds = reach.filter(({ readersKnownSince }) => readersKnownSince !== null);
  const [first] = feeds;
  if (first === undefined) return [];
  const names = feeds.map(({ feed }) => feed).join(', ');
  return [
    `Readers are recorded since ${first.readersKnownSince}. Readers that had left before that are not known for these feeds: ${names}`,
  ];
}

function printFeeds(reach: readonly Reached[]): void {
  printTable(
    ['FEED', 'CHANNEL', 'READ BY', 'SHOWN NOW', 'LEFT', 'WHY', 'SECONDS AFTER THE DECISION'],
    reach.map(({ feed, channel, configured, readers, shown, left, reason, seconds }) => [
      feed,
      configured ? (channel ?? '') : channel === null ? '(a removed feed)' : `${channel} (a removed feed)`,
      cutTo(40, readers.join(', ')),
      shown ? 'yes' : 'no',
      left ?? '',
      left === null ? '' : (reason ?? 'not recorded'),
      seconds === null ? '' : seconds.toFixed(1),
    ]),
  );
}
