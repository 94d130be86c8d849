import type {
  ReferenceChannel,
  SentContent,
  SentDecision,
  ShownArticle,
  Submission,
} from './reference-types.ts';

/**
 * The reference model: the pipeline's promises written a second time, as simply as possible. From the submissions it
 * computes what each channel shows. It has no stores, queues, feeds or documents, and it imports nothing of the
 * product, so that it cannot repeat the product's errors.
 *
 * Instants are compared as text. Their order as text is their order in time, because all of them are ISO 8601 in UTC
 * with milliseconds.
 */

/** For each source, the value that orders the contents of one article. */
const ORDER: Record<string, (sent: SentContent) => string> = {
  desk: ({ at }) => at,
  wire: ({ version }) => String(version ?? 0).padStart(18, '0'),
  agency: ({ at, versioncreated }) => earliest([versioncreated ?? at, at]),
};

/** Decisions of one row replace each other: the latest of them is in force. */
const REPLACE_EACH_OTHER: readonly (readonly string[])[] = [
  ['kill', 'unkill'],
  ['hold', 'release'],
  ['embargo'],
  ['withdraw', 'restore'],
  ['include', 'exclude', 'select'],
];

const earliest = (instants: readonly string[]): string => instants.toSorted()[0] ?? '';
const latest = (instants: readonly string[]): string => instants.toSorted().at(-1) ?? '';
const stampOf = (sent: SentContent): string => [ORDER[sent.source]?.(sent), sent.at, sent.receipt].join(' ');
/** Revisions for which this text is equal say the same. */
const whatItSays = ({
  headline,
  embargoed,
  expires,
  withheld,
  doubtful,
  offTopic,
  unreadable,
}: SentContent): string =>
  JSON.stringify([headline, embargoed, expires, withheld, doubtful ?? false, offTopic, unreadable]);
/** The newest revisions that say the same. */
const newestRun = (revisions: readonly SentContent[]): readonly SentContent[] => {
  const other = revisions.findIndex(
    (revision) => whatItSays(revision) !== whatItSays(revisions[0] ?? revision),
  );
  return revisions.slice(0, other === -1 ? revisions.length : other);
};

/** The contents that were sent for an article, newest first. */
export function revisionsOf(article: string, submissions: readonly Submission[]): SentContent[] {
  return submissions
    .filter((sent): sent is SentContent => sent.kind === 'content' && sent.article === article)
    .toSorted((a, b) => (stampOf(a) > stampOf(b) ? -1 : 1));
}

/**
 * The decision about an article that is in force among `action` and the actions that replace it. Decisions about a
 * channel are in force for that channel only.
 */
function decisionOf(
  { article, action, channel }: { article: string; action: string; channel?: string },
  submissions: readonly Submission[],
): SentDecision | undefined {
  const actions = REPLACE_EACH_OTHER.find((row) => row.includes(action)) ?? [];
  return submissions
    .filter((sent): sent is SentDecision => sent.kind === 'decision' && sent.article === article)
    .filter((decision) => actions.includes(decision.action) && decision.channel === channel)
    .toSorted((a, b) => ([a.at, a.receipt].join(' ') < [b.at, b.receipt].join(' ') ? -1 : 1))
    .at(-1);
}

export const isKilled = (article: string, submissions: readonly Submission[]): boolean =>
  decisionOf({ article, action: 'kill' }, submissions)?.action === 'kill';

/** When the embargo of a revision ends, or ended; an empty text if it never had one. */
function embargoEnd({ article, embargoed }: SentContent, submissions: readonly Submission[]): string {
  const moved = decisionOf({ article, action: 'embargo' }, submissions);
  if (moved === undefined) return embargoed ?? '';
  if (moved.until !== undefined && moved.until > moved.at) return moved.until;
  return embargoed === undefined ? '' : earliest([embargoed, moved.at]);
}

/** Revisions that differ only in whether they are withheld. */
const sameContents = (a: SentContent, b: SentContent): boolean =>
  whatItSays({ ...a, withheld: false, doubtful: false }) ===
  whatItSays({ ...b, withheld: false, doubtful: false });

/**
 * Whether revisions that say the same are withheld: by the sender, or because of a doubt that no person has ended since
 * the first of them was received.
 */
function isWithheld(run: readonly SentContent[], submissions: readonly Submission[]): boolean {
  const [newest] = run;
  if (newest === undefined || newest.withheld) return true;
  const decided = decisionOf({ article: newest.article, action: 'release' }, submissions);
  const isReleased = decided?.action === 'release' && decided.at > earliest(run.map(({ at }) => at));
  return newest.doubtful === true && !isReleased;
}

/**
 * When the article was created, and when what it says last changed: the date of the change, or its receipt if the
 * sender did not move the date.
 */
export function datesOf(revisions: readonly SentContent[]): { created: string; changed: string } {
  const [newest] = revisions as [SentContent];
  const counted = ({ at, versioncreated }: SentContent): string => earliest([versioncreated ?? at, at]);
  const other = revisions.findIndex((revision) => whatItSays(revision) !== whatItSays(newest));
  const oldestThatSaysSo = revisions.at(other === -1 ? -1 : other - 1) ?? newest;
  const replaced = other === -1 ? undefined : revisions[other];
  const hasNewDate =
    replaced === undefined ||
    sameContents(replaced, oldestThatSaysSo) ||
    counted(oldestThatSaysSo) > counted(replaced);
  return {
    created: earliest([...revisions.map(counted), newest.at]),
    changed: hasNewDate ? counted(oldestThatSaysSo) : oldestThatSaysSo.at,
  };
}

interface Timing {
  embargoEnd: string;
  /** In minutes. */
  delay: number;
  now: string;
}

const isDelayOver = (at: string, { embargoEnd, delay, now }: Timing): boolean =>
  Date.parse(latest([at, embargoEnd])) + delay * 60_000 <= Date.parse(now);

/**
 * The revisions that a feed may use, newest first. Without a delay these are all revisions. With a delay they are
 * those that were received, and whose embargo ended, at least `delay` minutes ago. Revisions in a row that say the
 * same all count as received when the first of them was received.
 */
function revisionsAfterDelay(
  revisions: readonly SentContent[],
  timing: Timing & { submissions: readonly Submission[] },
): readonly SentContent[] {
  if (timing.delay === 0) return revisions;
  const sayingTheSame = newestRun(revisions);
  if (sayingTheSame.length === 0) return [];
  const isReleased = !isWithheld(sayingTheSame, timing.submissions);
  if (isReleased && isDelayOver(earliest(sayingTheSame.map(({ at }) => at)), timing)) return revisions;
  return revisionsAfterDelay(revisions.slice(sayingTheSame.length), timing);
}

/** A moment, and everything that was submitted until then. */
export interface Moment {
  submissions: readonly Submission[];
  now: string;
}

/** An article that no status, decision, instant or selection hides from a channel, judged by its newest revision. */
interface Visible {
  /** Newest first. */
  revisions: readonly SentContent[];
  timing: Timing;
  isSelected: (revision: SentContent) => boolean;
}

function visibleIn(
  { id, basedOn: channel = id, sources, onTopicOnly, delay = 0 }: ReferenceChannel,
  article: string,
  { submissions, now }: Moment,
): Visible | undefined {
  const revisions = revisionsOf(article, submissions);
  const [newest] = revisions;
  if (newest === undefined || isWithheld(newestRun(revisions), submissions)) return undefined;
  if (isKilled(article, submissions)) return undefined;
  if (decisionOf({ article, action: 'hold' }, submissions)?.action === 'hold') return undefined;
  const end = embargoEnd(newest, submissions);
  if (end > now || (newest.expires !== undefined && newest.expires <= now)) return undefined;
  const withdrawal = decisionOf({ article, action: 'withdraw', channel }, submissions);
  if (withdrawal?.action === 'withdraw') return undefined;
  const byHand = decisionOf({ article, action: 'include', channel }, submissions)?.action;
  if (byHand === 'exclude') return undefined;
  const isSelected = ({ source, offTopic }: SentContent): boolean =>
    byHand === 'include' || (sources.includes(source) && !(onTopicOnly && offTopic));
  return isSelected(newest) ? { revisions, timing: { embargoEnd: end, delay, now }, isSelected } : undefined;
}

/** How a channel shows an article at `now`; undefined if the channel does not show it. */
export function shownIn(
  channel: ReferenceChannel,
  article: string,
  { submissions, now }: Moment,
): ShownArticle | undefined {
  const visible = visibleIn(channel, article, { submissions, now });
  if (visible === undefined) return undefined;
  const { revisions, timing, isSelected } = visible;
  const usable = revisionsAfterDelay(revisions, { ...timing, submissions });
  const [current] = usable;
  // With a delay this may be an earlier revision than the newest. Both must be selected.
  if (current === undefined || !isSelected(current) || current.unreadable) return undefined;
  const { created, changed } = datesOf(usable);
  const released = latest([created, timing.embargoEnd]);
  return { article, headline: current.headline, released, changed: latest([changed, released]) };
}

/**
 * Whether a channel whose documents have an article may keep it in them for a moment, while other articles are
 * removed (ADR 0018). The newest revision and the decisions say so. It does not matter which revision the documents
 * have, and whether the contents of the newest one can be read.
 */
export function mayStayIn(channel: ReferenceChannel, article: string, moment: Moment): boolean {
  const visible = visibleIn(channel, article, moment);
  if (visible === undefined) return false;
  const { revisions, timing } = visible;
  return timing.delay === 0 || isDelayOver(earliest(revisions.map(({ at }) => at)), timing);
}

/** All articles that a channel could show, newest release first. The documents hold the first `items`. */
export function usableIn(
  channel: ReferenceChannel,
  articles: readonly string[],
  moment: Moment,
): ShownArticle[] {
  return articles
    .flatMap((article) => shownIn(channel, article, moment) ?? [])
    .map((shown) => ({ shown, place: firstReceipt(shown.article, moment.submissions) }))
    .toSorted((a, b) => (orderOf(a) > orderOf(b) ? -1 : 1))
    .map(({ shown }) => shown);
}

/** Newest release first; of articles with the same release, the one that was received later. */
function orderOf({ shown, place }: { shown: ShownArticle; place: string }): string {
  return `${shown.released} ${place}`;
}

/** When the first version of an article was received, and its receipt. */
function firstReceipt(article: string, submissions: readonly Submission[]): string {
  return earliest(revisionsOf(article, submissions).map(({ at, receipt }) => `${at} ${receipt}`));
}
