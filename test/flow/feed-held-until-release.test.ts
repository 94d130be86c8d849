import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideOn } from '../../cli/article.ts';
import { listFeeds, releaseFeed, showFeed } from '../../cli/feed.ts';
import { CONFIGURATION, type Desk, DOCUMENT_PATHS, openDesk } from '../support/running-wiredesk.ts';

const STORIES = ['one', 'two', 'three', 'four', 'five'];
let desk: Desk;
beforeAll(async () => (desk = await openDesk()), 60_000);
afterAll(() => desk.stop());

const itemsOf = async (path: string): Promise<number> =>
  ((await desk.read(path)).text.match(/<item>|<entry[ >]|"id":"urn:uuid/g) ?? []).length;
const items = async (): Promise<number[]> =>
  Promise.all(DOCUMENT_PATHS.map((file) => itemsOf(`/news/${file}`)));

test('a selector that would empty a feed is held until somebody lets it through', async () => {
  for (const id of STORIES) await desk.put(id, `Story ${id}\n\nIts body.`);
  await desk.settle();
  expect(await items()).toEqual([5, 5, 5]);

  const [news, ...others] = CONFIGURATION.channels;
  if (news === undefined) throw new Error('no channel');
  const channels = [{ ...news, select: { source: 'wire' } }, ...others];
  await desk.session.configure({ ...CONFIGURATION, channels });
  await desk.settle();
  expect(await items()).toEqual([5, 5, 5]);
  expect(
    (await listFeeds(desk.session.pipeline)).map(({ channel, held }) => [channel, held !== null]),
  ).toEqual([
    ['news', true],
    ['all', false],
  ]);

  expect((await showFeed(desk.session.pipeline, 'news')).lost).toHaveLength(STORIES.length);

  await decideOn(desk.session.pipeline, 'desk:two', { action: 'kill' }, desk.session.working);
  await desk.put('three', 'Story three, changed\n\nIts body.');
  await desk.settle();
  expect(await items()).toEqual([4, 4, 4]);
  expect((await desk.read('/news/rss.xml')).text).not.toContain('Story two');

  await releaseFeed(desk.session.pipeline, 'news');
  await desk.settle();
  expect(await items()).toEqual([0, 0, 0]);
});
