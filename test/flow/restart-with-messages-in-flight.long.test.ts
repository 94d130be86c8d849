import { afterAll, expect, test } from 'vitest';
import { NpmStart, read, sendText } from '../support/npm-start.ts';

const npmStart = new NpmStart();
afterAll(() => npmStart.discard());

/** A message that a function handles at the moment when the local cloud is killed is delivered again at the start. */
test('articles that were just accepted are published after kill -9 and a restart', async () => {
  const before = await npmStart.start();
  for (const id of ['one', 'two', 'three']) {
    expect((await sendText(before, id, `Story ${id} just accepted\n\nAt the very end.`)).status).toBe(202);
  }
  await npmStart.end('SIGKILL');
  const after = await npmStart.start();
  for (const id of ['one', 'two', 'three']) {
    await expect
      .poll(() => read(after.feeds['news']?.json), { timeout: 300_000, interval: 500 })
      .toContain(`Story ${id} just accepted`);
  }
}, 400_000);
