import type { Head } from './article.ts';
import { standing, STANDING_CODES } from './lifecycle.ts';
import type { FeedState } from './manifest.ts';
import { type Code, type Outcome, reasonOf, type ReportedOutcome } from './outcome.ts';

/** An item as its receipt keeps it, as far as what has become of it since depends on it. */
export interface RecordedItem {
  outcome: Outcome;
  code?: Code;
  reason?: string;
  article?: string;
  version?: string;
}

export interface Reported {
  outcome: ReportedOutcome;
  code?: Code;
  reason?: string;
}

/**
 * What has become of an item by now. What is recorded was true when it was recorded; whether an article is published
 * or killed is known from where it stands and from what its feeds hold. `states` are those of the feeds it is meant
 * for.
 */
export function reportedOutcome(
  item: RecordedItem,
  head: Head | undefined,
  states: readonly FeedState[],
  now: string,
): Reported {
  const { outcome, code, reason } = item;
  const recorded = { outcome, ...(code && { code }), ...(reason !== undefined && { reason }) };
  if (outcome === 'erased') return coded('erased', 'ERASED');
  if (head === undefined || outcome === 'rejected') return recorded;
  const stands = standing(head, now);
  if (stands === 'erased') return coded('erased', 'ERASED');
  if (stands === 'killed') return killed(head);
  const held = STANDING_CODES[stands];
  const isCurrent = item.version === head.current?.version;
  if (outcome === 'stored' && !isCurrent) return coded('superseded', 'OLDER_VERSION');
  if (outcome === 'stored' && held !== undefined) return coded('withheld', held);
  const mayShow = outcome === 'stored' || (outcome === 'withheld' && isCurrent && stands === 'usable');
  if (!mayShow) return recorded;
  return inFeeds(head, states) ?? recorded;
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
  const isOlder = settled.some(({ manifest }) => manifest.some(({ shown }) => !shown)) || entries.length > 0;
  return isOlder ? coded('stored', 'BEYOND_LENGTH') : undefined;
}

function killed({ decisions }: Head): Reported {
  const reason = decisions?.['kill']?.reason;
  return { outcome: 'killed', ...(reason !== undefined && { reason }) };
}

function coded(outcome: ReportedOutcome, code: Code, detail?: string): Reported {
  return { outcome, code, reason: reasonOf(code, detail) };
}
