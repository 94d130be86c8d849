import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOCUMENT_PATHS, type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';

/** One article through the whole pipeline: sent and read over HTTP. */
describe('an article', () => {
  let wiredesk: RunningWiredesk;
  beforeAll(async () => (wiredesk = await startWiredesk()));
  afterAll(() => wiredesk.stop());

  test('that a source sends is in all documents of its channels, under one id', async () => {
    const receipt = await wiredesk.put('bridge', 'The bridge reopens\n\nTraffic has been back since noon.');
    expect(receipt.outcomes).toMatchObject([
      { outcome: 'stored', title: 'The bridge reopens', channels: ['news', 'all'] },
    ]);
    await wiredesk.runUntilIdle();
    for (const text of [...(await wiredesk.documents('news')), ...(await wiredesk.documents('all'))]) {
      expect(text).toContain('The bridge reopens');
      expect(text).toContain('Traffic has been back since noon.');
      expect(text).toContain(receipt.outcomes[0]?.uri);
    }
  });

  test('that a source corrects is updated in all documents, under the same id', async () => {
    const [before] = await wiredesk.documents('news');
    const receipt = await wiredesk.put('bridge', 'The bridge reopens\n\nTraffic has been back since nine.');
    await wiredesk.runUntilIdle();
    for (const text of await wiredesk.documents('news')) {
      expect(text).toContain('since nine');
      expect(text).not.toContain('since noon');
      expect(text.split(receipt.outcomes[0]?.uri ?? '').length - 1).toBe(1);
    }
    expect((await wiredesk.documents('news'))[0]).not.toBe(before);
  });

  test('that a source sends again unchanged changes no byte of a document, with and without gzip', async () => {
    const paths = DOCUMENT_PATHS.flatMap((file) =>
      ['identity', 'gzip'].map((encoding) => ({ path: `/news/${file}`, encoding })),
    );
    const before = await Promise.all(
      paths.map(
        async ({ path, encoding }) => (await wiredesk.read(path, { 'accept-encoding': encoding })).etag,
      ),
    );
    const receipt = await wiredesk.put('bridge', 'The bridge reopens\n\nTraffic has been back since nine.');
    expect(receipt.outcomes).toMatchObject([{ outcome: 'unchanged' }]);
    await wiredesk.runUntilIdle();
    for (const [index, { path, encoding }] of paths.entries()) {
      const etag = before[index] ?? '';
      expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
      const headers = { 'accept-encoding': encoding, 'if-none-match': etag };
      expect((await wiredesk.read(path, headers)).status).toBe(304);
    }
    expect(new Set(before).size).toBe(paths.length);
  });

  test('that is killed is gone from all documents, and its receipt has the outcome `killed`', async () => {
    const first = await wiredesk.put('gone', 'A story to withdraw\n\nIt was wrong.');
    await wiredesk.runUntilIdle();
    expect(await wiredesk.documents('all')).toSatisfy((texts: string[]) =>
      texts.every((text) => text.includes('A story to withdraw')),
    );
    await wiredesk.kill('gone');
    await wiredesk.runUntilIdle();
    for (const text of [...(await wiredesk.documents('news')), ...(await wiredesk.documents('all'))]) {
      expect(text).not.toContain('A story to withdraw');
      expect(text).not.toContain(first.outcomes[0]?.uri);
      expect(text).toContain('The bridge reopens');
    }
    const response = await wiredesk.send('GET', `/v1/receipts/${first.receipt}`);
    expect(await response.json()).toMatchObject({ outcomes: [{ outcome: 'killed' }] });
  });

  test('that was killed stays out of all documents when its source sends it again', async () => {
    await wiredesk.put('gone', 'A story to withdraw\n\nSent again, with more.');
    await wiredesk.runUntilIdle();
    for (const text of await wiredesk.documents('all')) expect(text).not.toContain('A story to withdraw');
  });

  test('that was killed before its source sent it never shows', async () => {
    await wiredesk.kill('early');
    const receipt = await wiredesk.put('early', 'Killed before it was sent\n\nNobody may see this.');
    await wiredesk.runUntilIdle();
    expect(receipt.outcomes).toMatchObject([{ outcome: 'killed' }]);
    for (const text of await wiredesk.documents('all'))
      expect(text).not.toContain('Killed before it was sent');
  });

  test('that arrives in an older version never replaces a newer version', async () => {
    const ninjs = (version: number, headline: string): string =>
      JSON.stringify({
        uri: 'tag:wire.example,2026:1',
        version: String(version),
        headlines: [{ role: 'main', value: headline }],
        bodies: [{ role: 'main', contentType: 'text/plain', value: 'The body.' }],
      });
    await wiredesk.put('ignored', ninjs(7, 'Version seven'), {
      mediaType: 'application/json',
      source: 'wire',
    });
    const late = await wiredesk.put('ignored', ninjs(6, 'Version six'), {
      mediaType: 'application/json',
      source: 'wire',
    });
    expect(late.outcomes).toMatchObject([{ outcome: 'superseded', code: 'OLDER_VERSION' }]);
    await wiredesk.runUntilIdle();
    for (const text of await wiredesk.documents('all')) {
      expect(text).toContain('Version seven');
      expect(text).not.toContain('Version six');
    }
  });
});
