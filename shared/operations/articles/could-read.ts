import { type Access, type EndedAccess, PUBLIC_READER } from '../../domain/access.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Stay } from './departure.ts';

/** A span of time in which one reader could read an article in one feed. */
export interface CouldRead {
  /** `public` for anyone with the address, otherwise `partner/alias` as it was then. */
  reader: string;
  /** The name of the partner then; null for `public`. */
  name: string | null;
  /** The earliest instant from which the reader could read it; null if nothing says when. */
  from: Instant | null;
  /**
   * Null if `from` is exact. Otherwise the reader began to read at some instant that is not recorded: not before
   * `from`, and at the latest at this one.
   */
  fromAtTheLatest: Instant | null;
  /** Null if the reader can read it now. */
  until: Instant | null;
  /**
   * Why it ended: why the article left the feed (`DEPARTURES`), or why the reader lost the feed (`ACCESS_ENDS`). Null
   * if it has not ended, or if it is not recorded.
   */
  reason: string | null;
}

/**
 * Who could read an article in a feed, the earliest first: the times when the feed showed it, as far as they are within
 * the accesses of readers to the feed. Where the records do not say when something began, it counts as early as they
 * allow: no reader who may have read the article is left out.
 */
export function couldRead(
  stays: readonly Stay[],
  accesses: readonly (Access | EndedAccess)[],
  now: Instant,
): CouldRead[] {
  return stays
    .filter(({ announced }) => announced === undefined)
    .flatMap((stay) => accesses.flatMap((access) => overlap(stay, access, now) ?? []))
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const orderOf = ({ from, reader }: CouldRead): string => `${from ?? ''}~${reader}`;

function overlap(stay: Stay, access: Access | EndedAccess, now: Instant): CouldRead | undefined {
  const { reader, name } = access;
  // Whoever has the address reads a public feed for as long as it has documents, and the stays end with them.
  if (reader === PUBLIC_READER) {
    const { since, left, reason } = stay;
    return {
      reader,
      name: null,
      from: since,
      fromAtTheLatest: since === null ? (left ?? now) : null,
      until: left,
      reason,
    };
  }
  const lost = endOf(access, now);
  const from = latest(stay.since, access.since ?? null);
  // A feed is removed after its last reader has lost it, maybe in the same millisecond.
  const isStayLast =
    stay.left !== null &&
    (lost === null || stay.left < lost.at || (stay.left === lost.at && stay.reason !== 'feed-removed'));
  const until = isStayLast ? stay.left : (lost?.at ?? null);
  if (until !== null && (from ?? '') >= until) return undefined;
  // The access began before it was recorded, the stay before the log begins.
  const begunBy = latest(access.since ?? access.recorded, stay.since ?? until ?? now);
  const atTheLatest = until !== null && begunBy !== null && begunBy > until ? until : begunBy;
  return {
    ...{ reader, name, from, fromAtTheLatest: from !== null && begunBy === from ? null : atTheLatest },
    ...{ until, reason: isStayLast ? stay.reason : (lost?.reason ?? null) },
  };
}

/** When and why a reader lost a feed; null if it still reads the feed. */
function endOf(access: Access | EndedAccess, now: Instant): { at: Instant; reason: string } | null {
  if ('until' in access) return { at: access.until, reason: access.reason };
  const { ends } = access;
  return ends === undefined || ends > now ? null : { at: ends, reason: 'subscription-ended' };
}

const latest = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || b === null ? (a ?? b) : a > b ? a : b;
