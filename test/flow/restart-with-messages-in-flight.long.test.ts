import { afterAll, expect, test } from 'vitest';
import { STAGES } from '../../shared/contract/stages.ts';
import { NpmStart, read, sendText } from '../support/npm-start.ts';

const npmStart = new NpmStart();
afterAll(() => npmStart.discard());

/**
 * A message that a function handles at the moment when the local cloud is killed is delivered again after the
 * visibility timeout of its queue.
 */
test('articles that were just accepted are published after kill -9, a restart and the visibility timeout', async () => {
  const before = await npmStart.start();
  for (const id of ['one', 'two', 'three']) {
    expect((await sendText(before, id, `Story ${id} just accepted\n\nAt the very end.`)).status).toBe(202);
  }
  await npmStart.end('SIGKILL');
  const after = await npmStart.start();
  const longest = STAGES.normalise.queue.visibilitySeconds + STAGES.publish.queue.visibilitySeconds;
  for (const id of ['one', 'two', 'three']) {
    await expect
      .poll(() => read(after.feeds['news']?.json), { timeout: longest * 1000 + 30_000, interval: 500 })
      .toContain(`Story ${id} just accepted`);
  }
}, 400_000);
