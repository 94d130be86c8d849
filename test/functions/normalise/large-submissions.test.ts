import { expect, test } from 'vitest';
import { readReceipt } from '../../../shared/contract/receipt-view.ts';
import { articleId, type ReceiptId } from '../../../shared/domain/identity.ts';
import { expectNoneLost, MOST, outcomesOf, stories, story } from './many-items.ts';
import { TimedQueue } from './timed-queue.ts';

/**
 * Submissions with many items. Every call of a store takes milliseconds on a virtual clock, and a run that reaches the
 * time limit of the function is ended. large-submissions.long.test.ts has those whose reading takes long.
 */

test('2,000 items on a store of 5 ms a call have outcomes after one run, also with a limit of 10 s', async () => {
  for (const limit of [10_000, 30_000]) {
    const queue = new TimedQueue({ limit });
    const receipt = await queue.submit(stories(MOST));
    await queue.runAll();
    expect(await outcomesOf(queue, receipt)).toEqual(Array.from({ length: MOST }, () => 'unrouted'));
    expect(queue.runs).toHaveLength(1);
    expectNoneLost(queue);
  }
});

test('500 kills in one submission are all decided, for stored stories and for stories that come later', async () => {
  const queue = new TimedQueue();
  await queue.submit(stories(250));
  const kills = Array.from({ length: 500 }, (_, at) => story(at, { pubstatus: 'canceled' }));
  const receipt = await queue.submit(kills);
  await queue.runAll();
  expect(new Set(await outcomesOf(queue, receipt))).toEqual(new Set(['decided']));
  await queue.submit(stories(250, 250));
  await queue.runAll();
  const heads = await queue.cloud.articles.heads(
    Array.from({ length: 500 }, (_, at) => articleId('desk', `urn:desk:${at}`)),
  );
  expect([...heads.values()].filter(({ decisions }) => decisions?.['kill']?.action === 'kill')).toHaveLength(
    500,
  );
  expectNoneLost(queue);
});

test('the small submissions beside a large one in a batch are done in the first run', async () => {
  const queue = new TimedQueue({ readingPerByte: 0.02, call: 50 });
  const large = await queue.submit(stories(MOST));
  const small: ReceiptId[] = [];
  for (let at = 0; at < 9; at++) small.push(await queue.submit(story(`small ${at}`)));
  await queue.runAll({ stop: () => queue.runs.length === 1 });
  for (const receipt of small) expect(await outcomesOf(queue, receipt)).toEqual(['unrouted']);
  expect((await queue.cloud.receipts.get(large))?.items).toBeUndefined();
  await queue.runAll();
  expect(await outcomesOf(queue, large)).toHaveLength(MOST);
  expectNoneLost(queue);
});

test('a receipt shows outcomes as they come, and how many items there are', async () => {
  const queue = new TimedQueue({ call: 100 });
  const receipt = await queue.submit(stories(MOST));
  await queue.runAll({ stop: () => queue.runs.length === 1 });
  const { cloud } = queue;
  const view = await readReceipt(receipt, { ...cloud, now: () => new Date('2026-04-20T00:00:00.000Z') });
  expect(view).toMatchObject({ done: false, total: MOST });
  expect(view?.outcomes.length).toBeGreaterThan(100);
  expect(view?.outcomes.length).toBeLessThan(MOST);
  await queue.runAll();
  expect(await outcomesOf(queue, receipt)).toHaveLength(MOST);
  expect(await cloud.receipts.get(receipt)).toMatchObject({ items: MOST, total: MOST });
});

test('two runs that work on the same submission at the same time store what one run stores', async () => {
  const stored = async (copies: number, atOnce: number): Promise<string[]> => {
    const queue = new TimedQueue({ limit: 5000 });
    await queue.submit([...stories(300), ...stories(40), ...stories(20, 290)], { copies });
    await queue.runAll({ atOnce });
    expectNoneLost(queue);
    return [...queue.cloud.everything()].map(
      ([key, row]) => `${key} ${row.replace(/"token":("[^"]*"|\d+)/, '')}`,
    );
  };
  expect(await stored(2, 2)).toEqual(await stored(1, 1));
});

test('a submission of which each item fails becomes a dead letter, and the others in its batch are done', async () => {
  const queue = new TimedQueue();
  const bad = await queue.submit(stories(30, 100));
  const good = await queue.submit(stories(30));
  const { articles } = queue.cloud;
  const { putRevision } = articles;
  const fails = new Set(Array.from({ length: 30 }, (_, at) => articleId('desk', `urn:desk:${100 + at}`)));
  articles.putRevision = (revision, content) =>
    fails.has(revision.article) ? Promise.reject(new Error('refused')) : putRevision(revision, content);
  await queue.runAll();
  expect(await outcomesOf(queue, good)).toHaveLength(30);
  expect(queue.deadLetters).toHaveLength(1);
  expect(queue.runs.length).toBeLessThanOrEqual(7);
  expect((await queue.cloud.receipts.get(bad))?.items).toBeUndefined();
});
