import pLimit from 'p-limit';
import { type FeedWork, WAKE_UP_MINUTES } from '../../shared/contract/feed-work.ts';
import type { FeedId } from '../../shared/domain/identity.ts';
import { instantOf, laterBy } from '../../shared/domain/instant.ts';
import type { FanOutServices } from './services.ts';
import { todoRows } from './rules/todo-rows.ts';

/** The wake-ups of one group are announced, then sent in one request. SQS takes at most ten messages in a request. */
const FEEDS_PER_GROUP = 10;
const GROUPS_AT_ONCE = 4;
/** The most WAKE rows that one tick reads. */
const MAX_WAKE_ROWS = 20_000;

/**
 * Hands work to publish. A TODO row is written before the wake-up of its feed is announced: a publisher that reads
 * the rows before this row is written has begun before the announcement, so the announcement is not refused and
 * another wake-up is sent.
 */
export async function handOver(work: readonly FeedWork[], services: FanOutServices): Promise<void> {
  await services.todo.add(todoRows(work, instantOf(services.now()), services.newId));
  await wake(
    work.map(({ feed }) => feed),
    services,
  );
}

/**
 * Sends the wake-ups that were lost: their WAKE rows are older than any wait in the queue. A message may have been
 * lost or have ended as a dead letter, or fan-out stopped before it sent the message.
 */
export async function wakeAgain(services: FanOutServices): Promise<void> {
  const lostBefore = laterBy(instantOf(services.now()), -WAKE_UP_MINUTES);
  await wake(await services.wakeUps.writtenBefore(lostBefore, MAX_WAKE_ROWS), services);
}

async function wake(feeds: readonly FeedId[], services: FanOutServices): Promise<void> {
  const limit = pLimit(GROUPS_AT_ONCE);
  const count = Math.ceil(feeds.length / FEEDS_PER_GROUP);
  const groups = Array.from({ length: count }, (_, nth) =>
    feeds.slice(nth * FEEDS_PER_GROUP, (nth + 1) * FEEDS_PER_GROUP),
  );
  await Promise.all(groups.map((group) => limit(() => wakeGroup(group, services))));
}

/** Sends a wake-up to each feed for which none waits. */
async function wakeGroup(
  feeds: readonly FeedId[],
  { wakeUps, publishQueue, now, newId }: FanOutServices,
): Promise<void> {
  const at = instantOf(now());
  const when = { at, lostBefore: laterBy(at, -WAKE_UP_MINUTES) };
  const announced = await Promise.all(
    feeds.map(async (feed) => {
      const token = newId();
      return (await wakeUps.announce({ feed, token }, when)) === 'written' ? [{ feed, token }] : [];
    }),
  );
  const sent = announced.flat();
  if (sent.length === 0) return;
  try {
    await publishQueue.send(sent.map(({ feed, token }) => ({ feed, articles: [], wakeUp: token })));
  } catch (error) {
    // Without their rows, the next attempt sends these wake-ups at once and not after WAKE_UP_MINUTES. If some were
    // sent after all, they are sent twice, which does no harm.
    await Promise.allSettled(sent.map((wakeUp) => wakeUps.clear(wakeUp)));
    throw error;
  }
}
