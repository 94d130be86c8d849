import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { decideOn, listArticles } from '../../cli/article.ts';
import { listFeeds, showFeed } from '../../cli/feed.ts';
import { type Desk, DOCUMENT_PATHS, openDesk } from '../support/running-wiredesk.ts';
import { openOutlet, type Outlet } from '../support/partner-outlets.ts';

const MINUTE = 60_000;
const WAIT = { timeout: 20_000, interval: 50 };
const at = (hour: number, minute = 0): Date => new Date(Date.UTC(2026, 3, 13, hour, minute, 5));

let desk: Desk;
let outlet: Outlet;
beforeAll(async () => {
  desk = await openDesk({ now: at(11, 50) });
  outlet = await openOutlet(desk, 'outlet', { alias: 'top', channel: 'news' });
}, 60_000);
afterAll(() => desk.stop());

/** All that anybody outside can see: bytes, ETags, dates, listings of feeds. */
async function visible(): Promise<unknown[]> {
  const answers = await Promise.all(
    DOCUMENT_PATHS.flatMap((file) => [
      desk.read(`/news/${file}`),
      desk.read(`/all/${file}`),
      outlet.read('top', file),
    ]),
  );
  const rows = await listFeeds(desk.session.pipeline);
  return [
    ...answers.map(({ status, etag, text, headers }) => [status, etag, text, headers.get('last-modified')]),
    rows.map(({ feed, items, updated }) => [feed, items, updated]),
  ];
}

/** A tick at this time, and all that comes of it. */
async function tickAt(time: Date): Promise<void> {
  desk.session.cloud.clock.set(time);
  await desk.session.cloud.tick();
  await desk.settle();
}

test('an embargo moved from 12:00 to 13:00 while work is queued shows nothing until 13:00 and a tick', async () => {
  const { pipeline, cloud, working } = desk.session;
  await desk.put('before', 'An ordinary story\n\nIts body.');
  await desk.settle();
  const before = await visible();
  const article = {
    uri: 'timed',
    headlines: [{ value: 'Not before one' }],
    embargoed: '2026-04-13T12:00:00Z',
    bodies: [{ contenttype: 'text/plain', value: 'Its body.' }],
  };
  await desk.put('timed', JSON.stringify(article), 'application/json');
  await tickAt(at(11, 55));
  expect(await visible()).toEqual(before);

  // Noon: the row is due, the tick has sent its messages, and a publisher has one in its hands when the embargo moves.
  cloud.clock.set(at(12));
  const queued = Promise.withResolvers<void>();
  const decided = Promise.withResolvers<void>();
  const release = cloud.intercept(async ({ service, resource }) => {
    if (service !== 's3' || !resource.includes('/feeds/')) return;
    queued.resolve();
    await decided.promise;
  });
  const tick = cloud.tick();
  await queued.promise;
  const moved = { action: 'embargo' as const, until: '2026-04-13T13:00:00.000Z', reason: 'not yet' };
  const { article: id } = await decideOn(pipeline, 'desk:timed', moved, working);
  await vi.waitUntil(async () => (await pipeline.articles.head(id)).head?.decisions?.['embargo'], WAIT);
  decided.resolve();
  release();
  await tick;
  await desk.settle();
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
  const texts = [desk.read('/news/rss.xml'), desk.read('/all/atom.xml'), outlet.read('top', 'feed.json')];
  for (const { text } of await Promise.all(texts)) expect(text).toContain('Not before one');
});
