import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, DOCUMENT_PATHS, openDesk } from '../support/running-wiredesk.ts';

/**
 * A kill that arrives while a document with the story in it is being written: after publish has read the story's head
 * and before it puts the document. The kill must win, and soon.
 */
describe('a kill that overtakes a publish', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await openDesk()), 60_000);
  afterAll(() => desk.stop());

  const shown = async (text: string): Promise<boolean[]> =>
    Promise.all(DOCUMENT_PATHS.map(async (file) => (await desk.read(`/news/${file}`)).text.includes(text)));

  test('between its read and its put', async () => {
    await desk.put('neighbour', 'A neighbour that stays\n\nIt has nothing to do with it.');
    await desk.settle();
    await desk.put('doomed', 'A doomed story\n\nIt is withdrawn while it is published.');

    const reached = Promise.withResolvers<void>();
    const killed = Promise.withResolvers<void>();
    const release = desk.session.cloud.intercept(async ({ service, action, resource }) => {
      if (service !== 's3' || action !== 's3:PutObject' || !resource.includes('/feeds/')) return;
      reached.resolve();
      await killed.promise;
    });
    const tick = desk.session.cloud.tick();
    await reached.promise;
    await desk.kill('doomed');
    killed.resolve();
    release();
    await tick;
    await desk.settle();

    expect(await shown('A doomed story')).toEqual([false, false, false]);
    expect(await shown('A neighbour that stays')).toEqual([true, true, true]);
  });
});
