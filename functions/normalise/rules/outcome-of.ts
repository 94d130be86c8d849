import type { Head, Revision } from '../../../shared/domain/article.ts';
import { sameAs } from '../../../shared/domain/head.ts';
import { standing, STANDING_CODES } from '../../../shared/domain/lifecycle.ts';
import type { Code, Outcome } from '../../../shared/domain/outcome.ts';

/**
 * What became of a revision: its place among the article's revisions, `newestFirst` as far as they were read, and
 * then where the article stands.
 */
export function outcomeOf(
  own: Revision,
  newestFirst: readonly Revision[],
  head: Head,
  channels: readonly string[],
  now: string,
): [Outcome, Code?] {
  const [newest] = newestFirst;
  if (newest !== undefined && !sameAs(newest, own)) return ['superseded', 'OLDER_VERSION'];
  const at = newestFirst.findIndex(({ version }) => version === own.version);
  const predecessor = newestFirst[at + 1];
  if (at !== 0 || (predecessor !== undefined && sameAs(predecessor, own))) return ['unchanged'];
  const code = STANDING_CODES[standing(head, now)];
  if (code !== undefined) return ['withheld', code];
  return channels.length === 0 ? ['unrouted', 'UNROUTED'] : ['stored'];
}
