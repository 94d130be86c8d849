import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, DOCUMENT_PATHS, openDesk } from '../support/running-wiredesk.ts';

/** The life of an article through the whole pipeline, over HTTP at both ends. */
describe('an article', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await openDesk()), 60_000);
  afterAll(() => desk.stop());

  const documents = async (channel: string): Promise<string[]> =>
    Promise.all(DOCUMENT_PATHS.map(async (file) => (await desk.read(`/${channel}/${file}`)).text));

  test('that is sent shows in all documents of its channels under one id', async () => {
    const receipt = await desk.put('bridge', 'The bridge reopens\n\nTraffic has been back since noon.');
    expect(receipt.outcomes).toMatchObject([
      { outcome: 'stored', title: 'The bridge reopens', channels: ['news', 'all'] },
    ]);
    await desk.settle();
    for (const text of [...(await documents('news')), ...(await documents('all'))]) {
      expect(text).toContain('The bridge reopens');
      expect(text).toContain('Traffic has been back since noon.');
      expect(text).toContain(receipt.outcomes[0]?.uri);
    }
  });

  test('that is sent changed is updated under the same id', async () => {
    const [before] = await documents('news');
    const receipt = await desk.put('bridge', 'The bridge reopens\n\nTraffic has been back since nine.');
    await desk.settle();
    for (const text of await documents('news')) {
      expect(text).toContain('since nine');
      expect(text).not.toContain('since noon');
      expect(text.split(receipt.outcomes[0]?.uri ?? '').length - 1).toBe(1);
    }
    expect((await documents('news'))[0]).not.toBe(before);
  });

  test('that is sent unchanged changes no byte, with and without gzip', async () => {
    const paths = DOCUMENT_PATHS.flatMap((file) =>
      ['identity', 'gzip'].map((encoding) => ({ path: `/news/${file}`, encoding })),
    );
    const before = await Promise.all(
      paths.map(async ({ path, encoding }) => (await desk.read(path, { 'accept-encoding': encoding })).etag),
    );
    const receipt = await desk.put('bridge', 'The bridge reopens\n\nTraffic has been back since nine.');
    expect(receipt.outcomes).toMatchObject([{ outcome: 'unchanged' }]);
    await desk.settle();
    for (const [index, { path, encoding }] of paths.entries()) {
      const etag = before[index] ?? '';
      expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
      const headers = { 'accept-encoding': encoding, 'if-none-match': etag };
      expect((await desk.read(path, headers)).status).toBe(304);
    }
    expect(new Set(before).size).toBe(paths.length);
  });

  test('that is killed leaves every document, and its receipt says so', async () => {
    const first = await desk.put('gone', 'A story to withdraw\n\nIt was wrong.');
    await desk.settle();
    expect(await documents('all')).toSatisfy((texts: string[]) =>
      texts.every((text) => text.includes('A story to withdraw')),
    );
    await desk.kill('gone');
    await desk.settle();
    for (const text of [...(await documents('news')), ...(await documents('all'))]) {
      expect(text).not.toContain('A story to withdraw');
      expect(text).not.toContain(first.outcomes[0]?.uri);
      expect(text).toContain('The bridge reopens');
    }
    const response = await desk.send('GET', `/v1/receipts/${first.receipt}`);
    expect(await response.json()).toMatchObject({ outcomes: [{ outcome: 'killed' }] });
  });

  test('that was killed stays killed when it is sent again', async () => {
    await desk.put('gone', 'A story to withdraw\n\nSent again, with more.');
    await desk.settle();
    for (const text of await documents('all')) expect(text).not.toContain('A story to withdraw');
  });

  test('that was killed before it came never shows', async () => {
    await desk.kill('early');
    const receipt = await desk.put('early', 'Killed before it came\n\nNobody may see this.');
    await desk.settle();
    expect(receipt.outcomes).toMatchObject([{ outcome: 'killed' }]);
    for (const text of await documents('all')) expect(text).not.toContain('Killed before it came');
  });

  test('of an older version never replaces a newer one', async () => {
    const ninjs = (version: number, headline: string): string =>
      JSON.stringify({
        uri: 'tag:wire.example,2026:1',
        version: String(version),
        headlines: [{ role: 'main', value: headline }],
        bodies: [{ role: 'main', contentType: 'text/plain', value: 'The body.' }],
      });
    await desk.put('ignored', ninjs(7, 'Version seven'), 'application/json', 'wire');
    const late = await desk.put('ignored', ninjs(6, 'Version six'), 'application/json', 'wire');
    expect(late.outcomes).toMatchObject([{ outcome: 'superseded', code: 'OLDER_VERSION' }]);
    await desk.settle();
    for (const text of await documents('all')) {
      expect(text).toContain('Version seven');
      expect(text).not.toContain('Version six');
    }
  });
});
