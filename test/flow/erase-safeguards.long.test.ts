import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { EXIT } from '../../cli/failure.ts';
import { program } from '../../cli/program.ts';
import { announce } from '../../cli/session.ts';
import { type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';
import { allStoredBytes, locationsOf } from '../support/stored-bytes.ts';
import { ARTICLE, ID, OPTIONS } from './story-to-erase.ts';
import { LAST_WRITES_MILLISECONDS, erase, showArticle } from '../support/operate.ts';

// Each test needs more time than the default, because it searches all stored bytes several times.
vi.setConfig({ testTimeout: 120_000 });

describe('an erasure', () => {
  let wiredesk: RunningWiredesk;
  beforeAll(async () => (wiredesk = await startWiredesk()));
  afterAll(() => wiredesk.stop());

  test('also removes what normalise writes after the erase decision, if normalise had read the article before the decision', async () => {
    const { cloud, pipeline } = wiredesk.session;
    const late = 'A late gooseberry paragraph';
    await wiredesk.put('racing', 'A racing story\n\nIts body.');
    await wiredesk.runUntilIdle();
    const reached = Promise.withResolvers<void>();
    const resumed = Promise.withResolvers<void>();
    let isPaused = false;
    const stopIntercepting = cloud.intercept(async ({ principal, action }) => {
      if (isPaused || action !== 'dynamodb:PutItem' || !principal.startsWith('Normalise')) return;
      isPaused = true;
      reached.resolve();
      await resumed.promise;
    });
    const path = '/v1/sources/desk/articles/racing';
    await wiredesk.send('PUT', path, {
      body: `A racing story\n\n${late}.`,
      headers: { 'content-type': 'text/plain' },
    });
    await reached.promise;
    await erase(pipeline, 'desk:racing', {
      ...OPTIONS,
      async pause(milliseconds) {
        if (milliseconds !== LAST_WRITES_MILLISECONDS) return OPTIONS.pause(milliseconds);
        stopIntercepting();
        resumed.resolve();
        await wiredesk.runUntilIdle();
        expect(locationsOf(late, await allStoredBytes(wiredesk.session)).length).toBeGreaterThan(1);
      },
    });
    await wiredesk.runUntilIdle();
    expect(locationsOf(late, await allStoredBytes(wiredesk.session))).toEqual([]);
  });

  test('does not start if the confirmation or the reason is missing, or if there is no such article', async () => {
    await wiredesk.put(ID, 'A story that stays\n\nIts body.');
    announce(wiredesk.session, {});
    const run = (...args: string[]): Promise<unknown> =>
      program().parseAsync(['erase', ...args, '--state', wiredesk.session.state], { from: 'user' });
    const reason = ['--reason', 'none'];
    await expect(run('desk:nothing', ...reason, '--yes')).rejects.toThrow('there is no article desk:nothing');
    // Like a script, a test has no terminal, so the command cannot ask for confirmation.
    await expect(run(ARTICLE, ...reason)).rejects.toMatchObject({
      exit: EXIT.usage,
      message: expect.stringContaining('would be removed: 1 revisions') as string,
    });
    await expect(run(ARTICLE, '--yes')).rejects.toMatchObject({ exit: EXIT.usage });
    expect((await showArticle(wiredesk.session.pipeline, ARTICLE)).standing).toBe('usable');
  });
});
