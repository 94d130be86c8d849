import type { Session } from '../../cli/session.ts';
import { DOCUMENTS, type FormatName } from '../../shared/domain/feed.ts';
import { readItems } from '../formats/reading.ts';
import type { ReferenceChannel, Submission } from './reference-types.ts';
import { usableIn } from './reference.ts';
import { itemOf, shape } from './compare-with-reference.ts';

/** Somebody who reads over HTTP at an address that never changes. */
export interface Reader {
  /** Path of the documents, without their names. */
  at: string;
  headers?: Record<string, string>;
  /** What there is to read; undefined: nothing, and the answer is `otherwise`. */
  channel: ReferenceChannel | undefined;
  otherwise: 401 | 404;
}

/** What the reference has a reader find at `now`, as text that can be compared. */
export function meantFor(
  { channel, otherwise }: Reader,
  articles: readonly string[],
  submissions: readonly Submission[],
  now: string,
): string {
  if (channel === undefined) return `status ${otherwise}`;
  return JSON.stringify(usableIn(channel, articles, submissions, now).slice(0, channel.items).map(itemOf));
}

/** What a reader finds. */
export async function foundBy(
  { at, headers }: Reader,
  format: FormatName,
  session: Session,
): Promise<string> {
  const feeds = session.pipeline.outputs.feedsUrl.replace(/\/$/, '');
  const answer = await fetch(`${feeds}${at}/${DOCUMENTS[format].file}`, {
    headers: { 'accept-encoding': 'identity', ...headers },
  });
  const text = await answer.text();
  return answer.status === 200
    ? JSON.stringify(readItems[format](text).map(shape))
    : `status ${answer.status}`;
}
