import type { Head, Revision } from '../../../shared/domain/article.ts';
import { sameAs } from '../../../shared/domain/head.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import { hiddenBy } from '../../../shared/domain/lifecycle.ts';
import type { Code, Outcome } from '../../../shared/domain/outcome.ts';

export interface StoredRevision {
  own: Revision;
  /** The article's revisions that were read, newest first, including `own`. */
  newestFirst: readonly Revision[];
  head: Head;
  /** Ids of the channels that select the article. */
  channels: readonly string[];
}

/**
 * The outcome of a revision that was stored. A revision whose contents are not those of the newest revision is
 * superseded, and one that repeats another revision of the newest contents is unchanged. For any other revision the outcome follows from the standing of the article and from
 * the channels that select it.
 */
export function outcomeOf(
  { own, newestFirst, head, channels }: StoredRevision,
  now: Instant,
): { outcome: Outcome; code?: Code; detail?: string } {
  const [newest] = newestFirst;
  if (newest !== undefined && !sameAs(newest, own)) return { outcome: 'superseded', code: 'OLDER_VERSION' };
  const at = newestFirst.findIndex(({ version }) => version === own.version);
  const predecessor = newestFirst[at + 1];
  if (at !== 0 || (predecessor !== undefined && sameAs(predecessor, own))) return { outcome: 'unchanged' };
  const hidden = hiddenBy(head, now);
  if (hidden !== undefined) return { outcome: 'withheld', ...hidden };
  return channels.length === 0 ? { outcome: 'unrouted', code: 'UNROUTED' } : { outcome: 'stored' };
}
