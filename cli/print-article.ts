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
  printTable(
    ['FEED', 'CHANNEL', 'READ BY', 'SHOWN NOW', 'LEFT', 'WHY', 'SECONDS AFTER THE DECISION'],
    reach.map(({ feed, channel, readers, shown, left, reason, seconds }) => [
      feed,
      channel ?? '(no longer configured)',
      cutTo(40, readers.join(', ')),
      shown ? 'yes' : 'no',
      left ?? '',
      left === null ? '' : (reason ?? 'not recorded'),
      seconds === null ? '' : seconds.toFixed(1),
    ]),
  );
}
