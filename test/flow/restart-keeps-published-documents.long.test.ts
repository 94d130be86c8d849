import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { STAGES } from '../../shared/contract/stages.ts';
import { NpmStart, read, sendText } from '../support/npm-start.ts';

const npmStart = new NpmStart();

const wiredesk = (...line: string[]): string =>
  execFileSync(process.execPath, ['cli/wiredesk.ts', ...line, '--state', npmStart.state], {
    encoding: 'utf8',
  });
afterAll(() => npmStart.discard());

test('after kill -9 and a restart of the local cloud the story is still in the documents, and the tokens are the same', async () => {
  const before = await npmStart.start();
  expect(statSync(join(npmStart.state, 'endpoints.json')).mode & 0o777).toBe(0o600);
  expect((await sendText(before, 'kept', 'A story that was published\n\nBefore the end.')).status).toBe(202);
  await expect
    .poll(() => read(before.feeds['news']?.rss), { timeout: 120_000, interval: 500 })
    .toContain('A story that was published');
  await npmStart.end('SIGKILL');

  const after = await npmStart.start();
  expect(after.tokens).toEqual(before.tokens);
  for (const url of Object.values(after.feeds['news'] ?? {})) {
    expect(await read(url)).toContain('A story that was published');
  }
}, 360_000);

test('a restart keeps the partners, the terms and the channels that somebody changed', async () => {
  const file = join(npmStart.state, 'changed.yaml');
  const samples = readFileSync('samples/wiredesk.yaml', 'utf8');
  writeFileSync(file, samples.replace('title: Riverbend news', 'title: Changed news'));
  wiredesk('apply', file);
  wiredesk('partner', 'disable', 'outlet');
  wiredesk('partner', 'add', 'own', '--name', 'Own');
  await npmStart.end('SIGINT');

  const after = await npmStart.start();
  // The documents follow a new title soon. If the stop interrupted their publication, its message comes back at the start.
  await expect
    .poll(() => read(after.feeds['news']?.rss), {
      timeout: (STAGES.publish.queue.visibilitySeconds + 30) * 1000,
      interval: 500,
    })
    .toContain('Changed news');
  const partners = JSON.parse(wiredesk('partner', 'list', '--json')) as {
    partner: string;
    standing: string;
  }[];
  expect(partners.map(({ partner, standing }) => [partner, standing.slice(0, 8)])).toEqual([
    ['outlet', 'disabled'],
    ['own', 'active'],
  ]);
  expect(wiredesk('apply', file, '--dry-run')).toMatch(/stays disabled[^]*own stays/);
}, 360_000);
