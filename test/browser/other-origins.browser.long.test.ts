import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicPath } from '../../shared/domain/feed.ts';
import { addOutlet, type Outlet } from '../support/partner-outlets.ts';
import { type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';
import { openInChromium, readResult } from './chromium.ts';

/** What a script learns from the answer to its request; `refused` if the browser does not show it the answer. */
type Seen = { status: number; etag: string | null; text: string } | 'refused';

interface Asked {
  url: string;
  headers?: Record<string, string>;
  credentials?: 'include';
}

let wiredesk: RunningWiredesk;
let outlet: Outlet;

beforeAll(async () => {
  wiredesk = await startWiredesk();
  await wiredesk.put('bridge', 'The bridge reopens\n\nTraffic flows again.');
  outlet = await addOutlet(wiredesk, 'outlet', { alias: 'top', channel: 'news' });
  await wiredesk.runUntilIdle();
}, 180_000);
afterAll(() => wiredesk.stop());

const feeds = (path: string): string => new URL(path, wiredesk.session.pipeline.outputs.feedsUrl).href;

/** Opens a page of another origin, whose script sends these requests one after the other. */
function ask(...requests: Asked[]): Promise<Seen[]> {
  const script = `
    const seen = [];
    for (const { url, ...options } of ${JSON.stringify(requests)}) {
      try {
        // Without no-store the browser would answer the second request itself and hide the status 304.
        const answer = await fetch(url, { cache: 'no-store', ...options });
        seen.push({ status: answer.status, etag: answer.headers.get('etag'), text: await answer.text() });
      } catch { seen.push('refused'); }
    }
    await fetch('/seen', { method: 'POST', body: JSON.stringify(seen) });`;
  return openInChromium<Seen[]>({
    open: '/',
    answer: (request, response, done) => {
      if (request.url === '/seen') void readResult(request, response).then((seen) => done(seen as Seen[]));
      else if (request.url !== '/') response.writeHead(404).end();
      else
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(`<!doctype html><title>Reader</title><script type="module">${script}</script>`);
    },
  });
}

test('a page of another origin reads a public document, and gets 304 for its ETag', async () => {
  const url = feeds(publicPath('news', 'json'));
  const { etag } = await wiredesk.read(publicPath('news', 'json'), { 'accept-encoding': 'gzip' });
  const [first, second, missing, stored] = await ask(
    { url },
    { url, headers: { 'if-none-match': etag ?? '' } },
    { url: feeds('/nothing/feed.json') },
    { url, credentials: 'include' },
  );
  expect(first).toMatchObject({ status: 200, etag, text: expect.stringContaining('The bridge reopens') });
  expect(second).toMatchObject({ status: 304, etag, text: '' });
  expect(missing).toMatchObject({ status: 404 });
  // The browser shows no answer to a request that may have credentials of its own store.
  expect(stored).toBe('refused');
});

test('a page of another origin reads a private document with its token only', async () => {
  const url = feeds('/p/outlet/top/feed.json');
  const { authorization } = outlet.basic;
  const [own, again, none] = await ask(
    { url, headers: { authorization } },
    { url, headers: { authorization, 'if-none-match': '*' } },
    { url },
  );
  expect(own).toMatchObject({ status: 200, text: expect.stringContaining('The bridge reopens') });
  expect(again).toMatchObject({ status: 304 });
  expect(none).toMatchObject({ status: 401 });
});
