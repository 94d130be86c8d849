import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { asInstant } from '../support/ids.ts';
import { type RunningWiredesk, DOCUMENT_PATHS, startWiredesk } from '../support/running-wiredesk.ts';
import { pauseCalls } from '../support/paused-calls.ts';
import { addOutlet, type Outlet } from '../support/partner-outlets.ts';
import { decideOn, listArticles, listFeeds, showFeed } from '../support/operate.ts';

const MINUTE = 60_000;
const WAIT = { timeout: 120_000, interval: 50 };
const at = (hour: number, minute = 0): Date => new Date(Date.UTC(2026, 3, 13, hour, minute, 5));

let wiredesk: RunningWiredesk;
let outlet: Outlet;
beforeAll(async () => {
  wiredesk = await startWiredesk({ now: at(11, 50) });
  outlet = await addOutlet(wiredesk, 'outlet', { alias: 'top', channel: 'news' });
});
afterAll(() => wiredesk.stop());

/**
 * Everything from which a reader or an operator could see that a feed changed: bytes, ETags, dates, list of feeds.
 */
async function visible(): Promise<unknown[]> {
  const answers = await Promise.all(
    DOCUMENT_PATHS.flatMap((file) => [
      wiredesk.read(`/news/${file}`),
      wiredesk.read(`/all/${file}`),
      outlet.read('top', file),
    ]),
  );
  const rows = await listFeeds(wiredesk.session.pipeline);
  return [
    ...answers.map(({ status, etag, text, headers }) => [status, etag, text, headers.get('last-modified')]),
    rows.map(({ feed, items, updated }) => [feed, items, updated]),
  ];
}

/** Runs a tick at this time, and all work that follows. */
async function tickAt(time: Date): Promise<void> {
  wiredesk.session.cloud.clock.set(time);
  await wiredesk.session.cloud.tick();
  await wiredesk.runUntilIdle();
}

test('if an embargo is moved from 12:00 to 13:00 while the article is being published, no feed changes until 13:00', async () => {
  const { pipeline, cloud, working } = wiredesk.session;
  await wiredesk.put('before', 'An ordinary story\n\nIts body.');
  await wiredesk.runUntilIdle();
  const before = await visible();
  const article = {
    uri: 'timed',
    headlines: [{ value: 'Not before one' }],
    embargoed: '2026-04-13T12:00:00Z',
    bodies: [{ contenttype: 'text/plain', value: 'Its body.' }],
  };
  await wiredesk.put('timed', JSON.stringify(article), { mediaType: 'application/json' });
  await tickAt(at(11, 55));
  expect(await visible()).toEqual(before);

  // Noon is the end of the embargo. The tick has sent its messages, and a publisher waits before its first write to
  // the feed bucket. Only then the embargo is moved.
  cloud.clock.set(at(12));
  const calls = pauseCalls(
    cloud,
    ({ service, resource }) => service === 's3' && resource.includes('/feeds/'),
  );
  const tick = cloud.tick();
  await calls.first;
  const moved = {
    action: 'embargo' as const,
    until: asInstant('2026-04-13T13:00:00.000Z'),
    reason: 'not yet',
  };
  const { article: id } = await decideOn(pipeline, 'desk:timed', moved, working);
  await vi.waitUntil(async () => (await pipeline.articles.head(id)).head?.decisions?.['embargo'], WAIT);
  calls.resume();
  await tick;
  await wiredesk.runUntilIdle();
  for (let time = at(12, 1).getTime(); time < at(13).getTime() - 10_000; time += 6 * MINUTE) {
    await tickAt(new Date(time));
    expect(await visible()).toEqual(before);
  }
  await tickAt(new Date(Date.UTC(2026, 3, 13, 12, 59, 58)));
  expect(await visible()).toEqual(before);
  expect(await listArticles(pipeline, { limit: 10 })).toContainEqual(
    expect.objectContaining({ declaredId: 'timed', standing: 'embargoed' }),
  );

  await tickAt(at(13));
  const after = await visible();
  expect(after).not.toEqual(before);
  expect((await showFeed(pipeline, 'news')).manifest[0]).toMatchObject({
    released: '2026-04-13T13:00:00.000Z',
    headline: 'Not before one',
  });
  const texts = [
    wiredesk.read('/news/rss.xml'),
    wiredesk.read('/all/atom.xml'),
    outlet.read('top', 'feed.json'),
  ];
  for (const { text } of await Promise.all(texts)) expect(text).toContain('Not before one');
});
