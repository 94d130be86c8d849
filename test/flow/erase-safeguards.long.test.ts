import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { showArticle } from '../../cli/article.ts';
import { erase, LAST_WRITES_MILLISECONDS } from '../../cli/erase.ts';
import { EXIT } from '../../cli/failure.ts';
import { program } from '../../cli/program.ts';
import { announce } from '../../cli/session.ts';
import { type Desk, openDesk } from '../support/running-wiredesk.ts';
import { everythingIn, placesOf } from '../support/stored-bytes.ts';
import { ARTICLE, ID, OPTIONS } from './story-to-erase.ts';

// Each test looks through all that is kept, several times.
vi.setConfig({ testTimeout: 120_000 });

describe('an erasure', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await openDesk()), 60_000);
  afterAll(() => desk.stop());

  test('takes along what a function writes that read its head before the decision', async () => {
    const { cloud, pipeline } = desk.session;
    const late = 'A late gooseberry paragraph';
    await desk.put('racing', 'A racing story\n\nIts body.');
    await desk.settle();
    const reached = Promise.withResolvers<void>();
    const free = Promise.withResolvers<void>();
    let held = false;
    const release = cloud.intercept(async ({ principal, action }) => {
      if (held || action !== 'dynamodb:PutItem' || !principal.startsWith('Normalise')) return;
      held = true;
      reached.resolve();
      await free.promise;
    });
    const path = '/v1/sources/desk/articles/racing';
    await desk.send('PUT', path, `A racing story\n\n${late}.`, { 'content-type': 'text/plain' });
    await reached.promise;
    await erase(pipeline, 'desk:racing', {
      ...OPTIONS,
      async pause(milliseconds) {
        if (milliseconds !== LAST_WRITES_MILLISECONDS) return OPTIONS.pause(milliseconds);
        release();
        free.resolve();
        await desk.settle();
        expect(placesOf(late, await everythingIn(desk.session)).length).toBeGreaterThan(1);
      },
    });
    await desk.settle();
    expect(placesOf(late, await everythingIn(desk.session))).toEqual([]);
  });

  test('is not erased by accident', async () => {
    await desk.put(ID, 'A story that stays\n\nIts body.');
    announce(desk.session, {});
    const run = (...args: string[]): Promise<unknown> =>
      program().parseAsync(['erase', ...args, '--state', desk.session.state], { from: 'user' });
    const reason = ['--reason', 'none'];
    await expect(run('desk:nothing', ...reason, '--yes')).rejects.toThrow('there is no article desk:nothing');
    // Here, as in a script, there is nobody to be asked.
    await expect(run(ARTICLE, ...reason)).rejects.toMatchObject({
      exit: EXIT.usage,
      message: expect.stringContaining('would go: 1 revisions') as string,
    });
    await expect(run(ARTICLE, '--yes')).rejects.toMatchObject({ exit: EXIT.usage });
    expect((await showArticle(desk.session.pipeline, ARTICLE)).standing).toBe('usable');
  });
});
