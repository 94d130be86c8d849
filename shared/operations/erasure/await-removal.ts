import type { ArticleId, ReceiptId } from '../../domain/identity.ts';
import { instantOf } from '../../domain/instant.ts';
import { isErased } from '../../domain/lifecycle.ts';
import type { Pipeline } from '../pipeline.ts';
import { failed, type Refusal } from '../result.ts';
import type { Waiting } from '../waiting.ts';

/** How an erasure waits. */
export interface ErasureWaiting extends Pick<Waiting, 'wait' | 'say'> {
  /**
   * The longest time, in seconds, for each of two waits: until the feeds have removed the article, and until
   * normalise has read the source's submissions.
   */
  seconds: number;
  /** Waits for this many milliseconds. */
  pause: (milliseconds: number) => Promise<void>;
}

/**
 * An erasure waits only for unread submissions that are younger than this. Older ones are in the dead-letter queue.
 */
const UNREAD_MILLISECONDS = 24 * 3_600_000;

/**
 * Waits until the decision to erase is in force and no feed that the article was ever sent to contains it. If that
 * does not happen within the time, returns a failure that says what is missing.
 */
export async function awaitRemoval(
  pipeline: Pipeline,
  article: ArticleId,
  { seconds, say, wait }: ErasureWaiting,
): Promise<Refusal | undefined> {
  let missing: string | undefined;
  const isRemoved = async (): Promise<boolean> => {
    missing = await missingForRemoval(pipeline, article);
    if (missing !== undefined) say(`waiting: ${missing}`);
    return missing === undefined;
  };
  if (await wait(isRemoved, seconds * 1000)) return undefined;
  return failed(
    'article-not-erased',
    `${article} is not erased: after ${seconds} s ${missing ?? 'it is still in a feed'}`,
    'No bytes have been removed yet. Erase the article again to continue.',
  );
}

async function missingForRemoval(
  { articles, feeds }: Pipeline,
  article: ArticleId,
): Promise<string | undefined> {
  const [{ head }, reach] = await Promise.all([articles.head(article), articles.reach([article])]);
  if (head === undefined || !isErased(head)) return 'the decision is not in force yet';
  const reached = [...(reach.get(article) ?? [])];
  const states = await Promise.all(reached.map(async (id) => ({ id, state: await feeds.readableState(id) })));
  const late = states.filter(({ state }) => {
    if (state === 'unreadable') return true;
    const isThere = state?.manifest.some((entry) => entry.article === article) ?? false;
    return isThere || state?.settled !== state?.rev;
  });
  if (late.length === 0) return undefined;
  return `${late.length} feeds have not removed it: ${late.map(({ id }) => id).join(', ')}`;
}

/**
 * Waits until normalise has read the submissions that a source sent before `sentBy`. Returns the receipts of the
 * submissions that are still not read when the time is up.
 */
export async function awaitReading(
  pipeline: Pipeline,
  { source, sentBy }: { source: string; sentBy: Date },
  { seconds, say, wait }: ErasureWaiting,
): Promise<ReceiptId[]> {
  let unread = await unreadSubmissions(pipeline, source, sentBy);
  if (unread.length === 0) return [];
  say(`waiting for ${unread.length} submissions to be read`);
  const areRead = async (): Promise<boolean> => {
    const records = await Promise.all(unread.map((receipt) => pipeline.receipts.get(receipt)));
    unread = records.flatMap((record) => (record && record.items === undefined ? [record.receipt] : []));
    if (unread.length > 0) say(`waiting for ${unread.length} submissions to be read`);
    return unread.length === 0;
  };
  await wait(areRead, seconds * 1000);
  return unread;
}

/** Receipts of a source that have no outcome yet and were opened in the 24 hours before `sentBy`. */
export function unreadSubmissions(
  { receipts }: Pipeline,
  source: string,
  sentBy: Date,
): Promise<ReceiptId[]> {
  const from = new Date(sentBy.getTime() - UNREAD_MILLISECONDS);
  return receipts.unread(source, instantOf(from), instantOf(sentBy));
}
