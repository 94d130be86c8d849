import { isErased } from '../shared/domain/lifecycle.ts';
import { Failure } from './failure.ts';
import type { Pipeline } from './pipeline.ts';

/** How long an erasure waits for what is under way, and whom it tells. */
export interface Patience {
  seconds: number;
  say: (text: string) => void;
  /** Waits, in milliseconds. */
  pause: (milliseconds: number) => Promise<void>;
}

const POLL_MILLISECONDS = 500;
/** How far back submissions without outcome are looked for; what fails for good stays among the dead letters. */
const UNREAD_MILLISECONDS = 24 * 3_600_000;

/**
 * Waits until the decision to erase is in force and every feed the article was ever sent to stands without it. Throws
 * a Failure that names what is missing when the time is up.
 */
export async function untilLetGo(
  pipeline: Pipeline,
  article: string,
  { seconds, say, pause }: Patience,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const waiting = await waitingFor(pipeline, article);
    if (waiting === undefined) return;
    if (Date.now() > end) {
      throw new Failure(
        `${article} is not erased: after ${seconds} s ${waiting}`,
        'No bytes have been taken away yet; run the same command again, and it goes on from here.',
      );
    }
    say(`waiting: ${waiting}`);
    await pause(POLL_MILLISECONDS);
  }
}

async function waitingFor({ articles, feeds }: Pipeline, article: string): Promise<string | undefined> {
  const [{ head }, reach] = await Promise.all([articles.head(article), articles.reach([article])]);
  if (head === undefined || !isErased(head)) return 'the decision is not in force yet';
  const reached = [...(reach.get(article) ?? [])];
  const states = await Promise.all(reached.map(async (id) => ({ id, state: await feeds.state(id) })));
  const late = states.filter(({ state }) => {
    const isThere = state?.manifest.some((entry) => entry.article === article) ?? false;
    return isThere || state?.settled !== state?.rev;
  });
  if (late.length === 0) return undefined;
  return `${late.length} feeds have not let it go: ${late.map(({ id }) => id).join(', ')}`;
}

/** Waits until what a source had sent by an instant is read; gives the receipts of what is not when the time is up. */
export async function untilRead(
  pipeline: Pipeline,
  source: string,
  sentBy: Date,
  { seconds, say, pause }: Patience,
): Promise<string[]> {
  const end = Date.now() + seconds * 1000;
  let unread = await unreadOf(pipeline, source, sentBy);
  while (unread.length > 0 && Date.now() < end) {
    say(`waiting for ${unread.length} submissions to be read`);
    await pause(POLL_MILLISECONDS);
    const records = await Promise.all(unread.map((receipt) => pipeline.receipts.get(receipt)));
    unread = records.flatMap((record) => (record && record.items === undefined ? [record.receipt] : []));
  }
  return unread;
}

/** Receipts of a source without outcome, of the day that ends at an instant. */
export function unreadOf({ receipts }: Pipeline, source: string, sentBy: Date): Promise<string[]> {
  const from = new Date(sentBy.getTime() - UNREAD_MILLISECONDS);
  return receipts.unread(source, from.toISOString(), sentBy.toISOString());
}
