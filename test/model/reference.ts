import type { Decided, ReferenceChannel, Sent, Shown, Submission } from './reference-types.ts';

/**
 * What the pipeline promises, said a second time and as simply as possible: from what was handed in, what each channel
 * shows. It knows nothing of stores, queues, feeds or documents, and imports nothing of what it judges.
 *
 * Instants are ISO 8601 in UTC with milliseconds, so that comparing text compares time.
 */

const BASIS: Record<string, (sent: Sent) => string> = {
  desk: ({ at }) => at,
  wire: ({ version }) => String(version ?? 0).padStart(18, '0'),
  agency: ({ at, versioncreated }) => earliest([versioncreated ?? at, at]),
};

const PAIRS: readonly (readonly string[])[] = [
  ['kill', 'unkill'],
  ['hold', 'release'],
  ['embargo'],
  ['withdraw', 'restore'],
  ['include', 'exclude', 'select'],
];

const earliest = (instants: readonly string[]): string => instants.toSorted()[0] ?? '';
const latest = (instants: readonly string[]): string => instants.toSorted().at(-1) ?? '';
const stampOf = (sent: Sent): string => [BASIS[sent.source]?.(sent), sent.at, sent.receipt].join(' ');
const saying = ({ headline, embargoed, expires, withheld }: Sent): string =>
  JSON.stringify([headline, embargoed, expires, withheld]);

/** The contents handed in for an article, newest first. */
export function revisionsOf(article: string, submissions: readonly Submission[]): Sent[] {
  return submissions
    .filter((one): one is Sent => one.kind === 'content' && one.article === article)
    .toSorted((a, b) => (stampOf(a) > stampOf(b) ? -1 : 1));
}

/** The decision in force among those that undo each other, for a channel if they are about one. */
export function decisionOf(
  article: string,
  action: string,
  submissions: readonly Submission[],
  channel?: string,
): Decided | undefined {
  const pair = PAIRS.find((actions) => actions.includes(action)) ?? [];
  return submissions
    .filter((one): one is Decided => one.kind === 'decision' && one.article === article)
    .filter((decision) => pair.includes(decision.action) && decision.channel === channel)
    .toSorted((a, b) => ([a.at, a.receipt].join(' ') < [b.at, b.receipt].join(' ') ? -1 : 1))
    .at(-1);
}

export const isKilled = (article: string, submissions: readonly Submission[]): boolean =>
  decisionOf(article, 'kill', submissions)?.action === 'kill';

function embargoEnd({ article, embargoed }: Sent, submissions: readonly Submission[]): string {
  const moved = decisionOf(article, 'embargo', submissions);
  if (moved === undefined) return embargoed ?? '';
  if (moved.until !== undefined && moved.until > moved.at) return moved.until;
  return embargoed === undefined ? '' : earliest([embargoed, moved.at]);
}

/** When the article came into being and when what it says last changed. */
export function datesOf(revisions: readonly Sent[]): { created: string; changed: string } {
  const [newest] = revisions as [Sent];
  const counted = ({ at, versioncreated }: Sent): string => earliest([versioncreated ?? at, at]);
  const other = revisions.findIndex((revision) => saying(revision) !== saying(newest));
  const oldestOfRun = revisions.at(other === -1 ? -1 : other - 1) ?? newest;
  return {
    created: earliest([...revisions.map(counted), newest.at]),
    changed: counted(oldestOfRun),
  };
}

/**
 * What of the revisions a reader is shown: all, or for one with a delay those from the newest on that was here so long
 * ago. What says the same is here since the first that said it.
 */
function releasedOf(revisions: readonly Sent[], end: string, delay: number, now: string): readonly Sent[] {
  if (delay === 0) return revisions;
  const due = (at: string): boolean => Date.parse(latest([at, end])) + delay * 60_000 <= Date.parse(now);
  const [newest] = revisions;
  if (newest === undefined) return [];
  const other = revisions.findIndex((revision) => saying(revision) !== saying(newest));
  const run = revisions.slice(0, other === -1 ? revisions.length : other);
  if (!newest.withheld && due(earliest(run.map(({ at }) => at)))) return revisions;
  return releasedOf(revisions.slice(run.length), end, delay, now);
}

/** How a channel shows an article at `now`; undefined if it does not. */
export function shownIn(
  { id: own, of: id = own, sources, delay = 0 }: ReferenceChannel,
  article: string,
  submissions: readonly Submission[],
  now: string,
): Shown | undefined {
  const revisions = revisionsOf(article, submissions);
  const [newest] = revisions;
  if (newest === undefined || newest.withheld || isKilled(article, submissions)) return undefined;
  if (decisionOf(article, 'hold', submissions)?.action === 'hold') return undefined;
  const end = embargoEnd(newest, submissions);
  if (end > now || (newest.expires !== undefined && newest.expires <= now)) return undefined;
  if (decisionOf(article, 'withdraw', submissions, id)?.action === 'withdraw') return undefined;
  const byHand = decisionOf(article, 'include', submissions, id)?.action;
  if (byHand === 'exclude') return undefined;
  if (byHand !== 'include' && !sources.includes(newest.source)) return undefined;
  const visible = releasedOf(revisions, end, delay, now);
  const [said] = visible;
  if (said === undefined) return undefined;
  const { created, changed } = datesOf(visible);
  const released = latest([created, end]);
  return { article, headline: said.headline, released, changed: latest([changed, released]) };
}

/** All that a channel could show at `now`, newest release first; its documents hold the first `items` of them. */
export function usableIn(
  channel: ReferenceChannel,
  articles: readonly string[],
  submissions: readonly Submission[],
  now: string,
): Shown[] {
  return articles
    .flatMap((article) => shownIn(channel, article, submissions, now) ?? [])
    .toSorted((a, b) =>
      a.released !== b.released ? (a.released > b.released ? -1 : 1) : a.article < b.article ? -1 : 1,
    );
}
