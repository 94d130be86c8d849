import type { Head } from './article.ts';
import type { ArticleId } from './identity.ts';
import type { Instant } from './instant.ts';
import { hiddenBy, releasedAt, standing } from './lifecycle.ts';
import type { FeedState } from './manifest.ts';
import { type Code, type Outcome, reasonOf, type ReportedOutcome } from './outcome.ts';

/** The members of a stored item that determine its reported outcome. */
export interface RecordedItem {
  outcome: Outcome;
  code?: Code;
  reason?: string;
  article?: ArticleId;
  version?: string;
}

export interface Reported {
  outcome: ReportedOutcome;
  code?: Code;
  reason?: string;
}

/** What an outcome is computed from. */
export interface OutcomeFacts {
  item: RecordedItem;
  head: Head | undefined;
  states: readonly FeedState[];
  now: Instant;
}

/**
 * The outcome of an item at `now`. The stored outcome was true when it was stored. Whether the article was published
 * or killed later follows from its head and from `states`: the states of the feeds whose channels selected the
 * article.
 */
export function reportedOutcome({ item, head, states, now }: OutcomeFacts): Reported {
  const { outcome, code, reason } = item;
  const recorded = { outcome, ...(code && { code }), ...(reason !== undefined && { reason }) };
  if (outcome === 'erased') return coded('erased', 'ERASED');
  if (head === undefined || outcome === 'rejected') return recorded;
  const standingNow = standing(head, now);
  if (standingNow === 'erased') return coded('erased', 'ERASED');
  if (standingNow === 'killed') return killed(head);
  const hidden = hiddenBy(head, now);
  const isCurrent = item.version === head.current?.version;
  if (outcome !== 'stored' && outcome !== 'withheld') return recorded;
  if (!isCurrent) return coded('superseded', 'OLDER_VERSION');
  if (hidden !== undefined) return coded('withheld', hidden.code, hidden.detail);
  // What withheld the article is over; a feed has yet to take it in, or none does.
  return inFeeds(head, states) ?? (outcome === 'withheld' ? { outcome: 'stored' } : recorded);
}

function inFeeds(head: Head, states: readonly FeedState[]): Reported | undefined {
  const settled = states.filter(({ rev, settled }) => settled === rev);
  const entries = settled.flatMap(({ manifest }) =>
    manifest.filter(({ article }) => article === head.article),
  );
  if (entries.some(({ shown, contentHash }) => shown && contentHash === head.current?.contentHash)) {
    return { outcome: 'published' };
  }
  const failure = settled
    .flatMap(({ last }) => last.withheld)
    .find(({ article }) => article === head.article);
  if (failure) return coded('withheld', 'RENDER_FAILED', failure.reason);
  return settled.some((state) => isBeyondLength(head, state)) ? coded('stored', 'BEYOND_LENGTH') : undefined;
}

/**
 * Whether newer articles fill the feed: it has a reserve, and the article belongs there. A correction of an article
 * that the documents show, and an article that is newer than the reserve, are only on their way.
 */
function isBeyondLength(head: Head, { manifest, last }: FeedState): boolean {
  const failed = new Set(last.withheld.map(({ article }) => article));
  const reserve = manifest.find(({ article, shown }) => !shown && !failed.has(article));
  const isShown = manifest.some(({ article, shown }) => shown && article === head.article);
  const released = releasedAt(head);
  return reserve !== undefined && !isShown && released !== undefined && released <= reserve.released;
}

function killed({ decisions }: Head): Reported {
  const reason = decisions?.['kill']?.reason;
  return { outcome: 'killed', ...(reason !== undefined && { reason }) };
}

function coded(outcome: ReportedOutcome, code: Code, detail?: string): Reported {
  return { outcome, code, reason: reasonOf(code, detail) };
}
