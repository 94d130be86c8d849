import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPutOfDocument, pauseCalls } from '../support/paused-calls.ts';
import { type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';

/** A kill that arrives after publish has read the head of the article and before it puts the documents. */
describe('a kill that arrives while the article is published', () => {
  let wiredesk: RunningWiredesk;
  beforeAll(async () => (wiredesk = await startWiredesk()));
  afterAll(() => wiredesk.stop());

  const shown = async (text: string): Promise<boolean[]> =>
    (await wiredesk.documents('news')).map((document) => document.includes(text));

  test('takes the article out of all documents, and no other article', async () => {
    await wiredesk.put('neighbour', 'A neighbour that stays\n\nIt is in the feed.');
    await wiredesk.runUntilIdle();
    await wiredesk.put('doomed', 'A doomed story\n\nIt leaves while the feed is written.');

    const puts = pauseCalls(wiredesk.session.cloud, isPutOfDocument);
    const tick = wiredesk.session.cloud.tick();
    await puts.first;
    await wiredesk.kill('doomed');
    puts.resume();
    await tick;
    await wiredesk.runUntilIdle();

    expect(await shown('A doomed story')).toEqual([false, false, false]);
    expect(await shown('A neighbour that stays')).toEqual([true, true, true]);
  });
});
