import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { NpmStart, read, sendText } from '../support/npm-start.ts';

const npmStart = new NpmStart();
afterAll(() => npmStart.discard());

test('after kill -9 and a restart of the local cloud the story is still in the documents, and the tokens are the same', async () => {
  const before = await npmStart.start();
  expect(statSync(join(npmStart.state, 'endpoints.json')).mode & 0o777).toBe(0o600);
  expect((await sendText(before, 'kept', 'A story that was published\n\nBefore the end.')).status).toBe(202);
  await expect
    .poll(() => read(before.feeds['news']?.rss), { timeout: 20_000 })
    .toContain('A story that was published');
  await npmStart.end('SIGKILL');

  const after = await npmStart.start();
  expect(after.tokens).toEqual(before.tokens);
  for (const url of Object.values(after.feeds['news'] ?? {})) {
    expect(await read(url)).toContain('A story that was published');
  }
}, 180_000);
