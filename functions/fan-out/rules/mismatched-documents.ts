import type { Committed } from '../../../shared/domain/manifest.ts';

/**
 * The feeds whose documents are not those of their state, or not known to be: a publisher that was ended before it was
 * done, one that went on although its time was over, a hand that reached into the bucket. `stored` has the ETags of all
 * that is stored of the feeds, and of others that stand between them, which nobody publishes any more; those are among
 * the answer. A publisher that is at work may be taken for astray; that costs it a look.
 */
export function astray(
  feeds: readonly string[],
  committed: ReadonlyMap<string, Committed>,
  stored: ReadonlyMap<string, Readonly<Record<string, string>>>,
): string[] {
  return [...new Set([...feeds, ...stored.keys()])].filter((feed) => {
    const { rev, settled, documents } = committed.get(feed) ?? NONE;
    return settled < rev || !sameTags(documents, stored.get(feed) ?? {});
  });
}

const NONE: Committed = { rev: 0, settled: 0, documents: {} };

function sameTags(
  wanted: Readonly<Record<string, string>>,
  found: Readonly<Record<string, string>>,
): boolean {
  const keys = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  return [...keys].every((key) => wanted[key] === found[key]);
}
