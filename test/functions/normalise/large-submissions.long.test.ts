import { expect, test } from 'vitest';
import { articleId, type ReceiptId } from '../../../shared/domain/identity.ts';
import { expectNoneLost, MOST, outcomesOf, stories, story } from './many-items.ts';
import { TimedQueue } from './timed-queue.ts';

/** The largest number of bytes of one submission. */
const MOST_BYTES = 4 * 1024 * 1024;
/** What reading takes for each byte in the slowest submission, on the part of a CPU that the function has. */
const SLOWEST_READING = 0.0025;

/** Stories that fill a submission up to its largest size. */
const longStories = (): object[] => {
  const value = 'The river has been falling since noon. '.repeat(Math.floor(MOST_BYTES / MOST / 39) - 5);
  return Array.from({ length: MOST }, (_, at) => story(at, { bodies: [{ value: `${at}. ${value}` }] }));
};

test('2,000 items with long bodies, whose reading takes most of a run, have outcomes after a few runs', async () => {
  const queue = new TimedQueue({ readingPerByte: SLOWEST_READING, call: 60 });
  const receipt = await queue.submit(longStories());
  await queue.runAll();
  expect(await outcomesOf(queue, receipt)).toHaveLength(MOST);
  expectNoneLost(queue);
  expect(queue.runs.length).toBeGreaterThan(1);
  expect(queue.runs.length).toBeLessThanOrEqual(6);
});

test('2,000 versions of one article have outcomes after a few runs, and the newest wins', async () => {
  const queue = new TimedQueue();
  const versions = Array.from({ length: MOST }, (_, at) => ({
    ...story('river', { bodies: [{ value: `The level at hour ${at}.` }] }),
  }));
  const receipt = await queue.submit(versions);
  await queue.runAll();
  const outcomes = await outcomesOf(queue, receipt);
  expect(outcomes).toHaveLength(MOST);
  expect(new Set(outcomes)).toEqual(new Set(['unrouted']));
  expectNoneLost(queue);
  expect(queue.runs.length).toBeLessThanOrEqual(5);
  const article = articleId('desk', 'urn:desk:river');
  const { head } = await queue.cloud.articles.head(article);
  if (head?.current === undefined) throw new Error('the article is not stored');
  const { contentHash } = head.current;
  const content = (await queue.cloud.articles.contents([{ article, contentHash }])).get(article);
  expect(content?.body).toContain(`hour ${MOST - 1}`);
});

test('ten submissions of the largest size in one batch are all done, and no run is ended', async () => {
  const queue = new TimedQueue({ readingPerByte: SLOWEST_READING });
  const receipts: ReceiptId[] = [];
  for (let at = 0; at < 10; at++) receipts.push(await queue.submit([...stories(200), padding]));
  await queue.runAll();
  for (const receipt of receipts) expect(await outcomesOf(queue, receipt)).toHaveLength(201);
  expectNoneLost(queue);
});
/** A story that makes a submission large, and is quick to read here. */
const padding = story('padding', { other: 'x'.repeat(3_600_000) });
