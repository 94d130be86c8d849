import { type ActionName, type ActionRule, ACTIONS, type Decision } from '../shared/domain/decision.ts';
import type { ArticleView } from './article.ts';
import type { FeedView } from './feed.ts';
import type { Reached } from './reach.ts';
import { cutTo, printLines, printTable } from './output.ts';

export function printArticle(view: ArticleView): void {
  const { content, decisions } = view;
  printLines([
    content?.headline ?? (view.standing === 'erased' ? '(erased)' : '(no revision yet)'),
    `${view.uri}  ${view.standing}  ${content?.language ?? ''}`,
    `sent by ${view.source}${view.declaredId === null ? '' : ` as ${view.declaredId}`}`,
    ...(content?.bylines ?? []).map(({ name, role }) => `  ${name}${role === undefined ? '' : ` (${role})`}`),
    ...decisions.map(lineOfDecision),
  ]);
  if (view.left > 0) printLines([`${view.left} records are still to be erased: run "wiredesk erase" again`]);
  const [newest] = view.revisions;
  for (const text of newest?.removed ?? []) printLines([`cut: ${cutTo(90, text)}`]);
  for (const note of newest?.notes ?? []) printLines([`note: ${note}`]);
  if (view.revisions.length > 0) {
    printLines(['']);
    printTable(
      ['RECEIVED', 'STATUS', 'CONTENTS', 'RECEIPT'],
      view.revisions.map((revision) => [
        revision.receivedAt,
        revision.pubstatus,
        revision.contentHash.slice(0, 12),
        revision.receipt,
      ]),
    );
  }
  if (view.reach.length > 0) {
    printLines(['']);
    printReach(view.reach);
  }
}

export function printFeed(view: FeedView): void {
  printLines([
    `${view.channel} (${view.terms})  ${view.items} items  updated ${view.updated ?? 'never'}`,
    ...Object.values(view.addresses ?? {}),
    ...view.readers.map((reader) => `read by ${reader}`),
    ...(view.held === null
      ? []
      : [`held since ${view.held}: ${view.lost.length} items would go; "wiredesk feed release" lets them`]),
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

/** What a decision is called; an embargo without an end to come is lifted. */
export function decisionName({ action, until }: { action: ActionName; until?: string | undefined }): string {
  const { takesUntil }: ActionRule = ACTIONS[action];
  return takesUntil && until === undefined ? `end of the ${action}` : action;
}

/** A decision on one line: what, when, by whom and why. */
export function lineOfDecision({ action, at, by, reason, target, until }: Decision): string {
  const what = [decisionName({ action, until }), target, until && `until ${until}`].filter(Boolean).join(' ');
  return `${at}  ${what}  by ${by}: ${reason ?? 'no reason given'}`;
}

export function printReach(reach: readonly Reached[]): void {
  if (reach.length === 0) return printLines(['it was sent to no feed']);
  printTable(
    ['FEED', 'CHANNEL', 'READ BY', 'THERE NOW', 'LEFT', 'SECONDS AFTER THE DECISION'],
    reach.map(({ feed, channel, readers, shown, left, seconds }) => [
      ...[
        feed,
        channel ?? '(no longer configured)',
        cutTo(40, readers.join(', ')),
        shown ? 'yes' : 'no',
        left ?? '',
      ],
      seconds === null ? '' : seconds.toFixed(1),
    ]),
  );
}
