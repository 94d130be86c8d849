import type { Session } from '../../cli/session.ts';
import { DOCUMENTS, type FormatName } from '../../shared/domain/feed.ts';
import { readItems } from '../formats/reading.ts';
import type { ReferenceChannel } from './reference-types.ts';
import { type Moment, usableIn } from './reference.ts';
import { expectedItem, comparableItem } from './compare-with-reference.ts';

/** A reader over HTTP at an address that never changes. */
export interface Reader {
  /** Path of the documents, without the file name. */
  path: string;
  headers?: Record<string, string>;
  /** What the reader may read; undefined if the answer must be `deniedStatus`. */
  channel: ReferenceChannel | undefined;
  deniedStatus: 401 | 404;
}

/** What the reader must get according to the reference model, as text to compare. */
export function expectedFor(
  { channel, deniedStatus }: Reader,
  articles: readonly string[],
  moment: Moment,
): string {
  if (channel === undefined) return `status ${deniedStatus}`;
  return JSON.stringify(usableIn(channel, articles, moment).slice(0, channel.items).map(expectedItem));
}

/** What the reader gets, as text to compare. */
export async function readBy(
  { path, headers }: Reader,
  format: FormatName,
  session: Session,
): Promise<string> {
  const feeds = session.pipeline.outputs.feedsUrl.replace(/\/$/, '');
  const answer = await fetch(`${feeds}${path}/${DOCUMENTS[format].file}`, {
    headers: { 'accept-encoding': 'identity', ...headers },
  });
  const text = await answer.text();
  return answer.status === 200
    ? JSON.stringify(readItems[format](text).map(comparableItem))
    : `status ${answer.status}`;
}
