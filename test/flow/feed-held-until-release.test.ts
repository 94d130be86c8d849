import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CONFIGURATION,
  type RunningWiredesk,
  DOCUMENT_PATHS,
  startWiredesk,
} from '../support/running-wiredesk.ts';
import { decideOn, listFeeds, releaseFeed, showFeed } from '../support/operate.ts';

const STORIES = ['one', 'two', 'three', 'four', 'five'];
let wiredesk: RunningWiredesk;
beforeAll(async () => (wiredesk = await startWiredesk()));
afterAll(() => wiredesk.stop());

const itemsOf = async (path: string): Promise<number> =>
  ((await wiredesk.read(path)).text.match(/<item>|<entry[ >]|"id":"urn:uuid/g) ?? []).length;
const items = async (): Promise<number[]> =>
  Promise.all(DOCUMENT_PATHS.map((file) => itemsOf(`/news/${file}`)));

test('a feed whose new selector would empty it is held until an operator releases it; a kill still takes effect', async () => {
  for (const id of STORIES) await wiredesk.put(id, `Story ${id}\n\nIts body.`);
  await wiredesk.runUntilIdle();
  expect(await items()).toEqual([5, 5, 5]);

  const [news, ...others] = CONFIGURATION.channels;
  if (news === undefined) throw new Error('there is no channel');
  const channels = [{ ...news, select: { source: 'wire' } }, ...others];
  await wiredesk.session.configure({ ...CONFIGURATION, channels });
  await wiredesk.runUntilIdle();
  expect(await items()).toEqual([5, 5, 5]);
  expect(
    (await listFeeds(wiredesk.session.pipeline)).map(({ channel, held }) => [channel, held !== null]),
  ).toEqual([
    ['news', true],
    ['all', false],
  ]);

  expect((await showFeed(wiredesk.session.pipeline, 'news')).lost).toHaveLength(STORIES.length);

  await decideOn(wiredesk.session.pipeline, 'desk:two', { action: 'kill' }, wiredesk.session.working);
  await wiredesk.put('three', 'Story three, changed\n\nIts body.');
  await wiredesk.runUntilIdle();
  expect(await items()).toEqual([4, 4, 4]);
  expect((await wiredesk.read('/news/rss.xml')).text).not.toContain('Story two');

  await releaseFeed(wiredesk.session.pipeline, 'news');
  await wiredesk.runUntilIdle();
  expect(await items()).toEqual([0, 0, 0]);
});
