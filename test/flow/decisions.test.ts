import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideOn, historyOf, listArticles, showArticle } from '../../cli/article.ts';
import { showFeed } from '../../cli/feed.ts';
import type { DecisionBody } from '../../shared/contract/messages.ts';
import { CONFIGURATION, type Desk, DOCUMENT_PATHS, openDesk } from '../support/running-wiredesk.ts';

const HOUR = 3_600_000;

/** What editors decide, through the whole pipeline: each decision a submission, each feed following. */
describe('a decision', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await openDesk()), 60_000);
  afterAll(() => desk.stop());

  const decide = async (id: string, decision: Omit<DecisionBody, 'by'>): Promise<void> => {
    await decideOn(desk.session.pipeline, `desk:${id}`, decision, desk.session.working);
    await desk.settle();
  };
  const shows = async (text: string, channel = 'news'): Promise<boolean> => {
    const texts = await Promise.all(
      DOCUMENT_PATHS.map(async (file) => (await desk.read(`/${channel}/${file}`)).text),
    );
    const found = texts.filter((document) => document.includes(text)).length;
    expect([0, DOCUMENT_PATHS.length]).toContain(found);
    return found > 0;
  };
  const send = async (id: string, headline: string): Promise<void> => {
    await desk.put(id, `${headline}\n\nIts body.`);
    await desk.settle();
  };

  test('to hold takes an article out everywhere until it is released', async () => {
    await send('held', 'A story on hold');
    await decide('held', { action: 'hold', reason: 'a legal question' });
    expect([await shows('A story on hold'), await shows('A story on hold', 'all')]).toEqual([false, false]);
    await send('held', 'A story on hold, changed');
    expect(await shows('A story on hold')).toBe(false);
    await decide('held', { action: 'release' });
    expect(await shows('A story on hold, changed')).toBe(true);
  });

  test('about an article that has not come is kept for it; in the name of no source it is refused', async () => {
    const { pipeline } = desk.session;
    const early = await decideOn(pipeline, 'desk:to-come', { action: 'hold' });
    expect(early.known).toBe(false);
    await expect(decideOn(pipeline, 'nosuchsource:x', { action: 'kill' })).rejects.toMatchObject({
      message: 'there is no source nosuchsource',
      remedy: 'There are: desk, wire.',
      exit: 2,
    });
    await expect(decideOn(pipeline, 'desk:', { action: 'kill' })).rejects.toMatchObject({ exit: 2 });
    await send('to-come', 'A story to come');
    expect(await shows('A story to come')).toBe(false);
    expect((await decideOn(pipeline, 'desk:to-come', { action: 'release' })).known).toBe(true);
    await desk.settle();
  });

  test('to withdraw from one channel leaves the others alone', async () => {
    await send('partly', 'A story for some');
    await decide('partly', { action: 'withdraw', target: 'news' });
    expect([await shows('A story for some'), await shows('A story for some', 'all')]).toEqual([false, true]);
    await decide('partly', { action: 'restore', target: 'news' });
    expect(await shows('A story for some')).toBe(true);
  });

  test('to withdraw from one feed is said by its id', async () => {
    await send('by-feed', 'A story for all but one feed');
    const { feed } = await showFeed(desk.session.pipeline, 'news');
    await decide('by-feed', { action: 'withdraw', target: feed });
    expect([await shows('for all but one feed'), await shows('for all but one feed', 'all')]).toEqual([
      false,
      true,
    ]);
    expect(await historyOf(desk.session.pipeline, 'desk:by-feed')).toMatchObject([
      { target: `feed:${feed}` },
    ]);
  });

  test('to include and to exclude stands above the selector', async () => {
    const wired = await desk.put('by-hand', 'From the wire\n\nIts body.', 'text/plain', 'wire');
    await desk.settle();
    expect(await shows('From the wire')).toBe(false);
    const uri = wired.outcomes[0]?.uri ?? '';
    await decideOn(desk.session.pipeline, uri, { action: 'include', target: 'news' }, desk.session.working);
    await desk.settle();
    expect(await shows('From the wire')).toBe(true);
    await decideOn(desk.session.pipeline, uri, { action: 'exclude', target: 'all' }, desk.session.working);
    await desk.settle();
    expect([await shows('From the wire'), await shows('From the wire', 'all')]).toEqual([true, false]);
    await decideOn(desk.session.pipeline, uri, { action: 'select', target: 'news' }, desk.session.working);
    await desk.settle();
    expect(await shows('From the wire')).toBe(false);
  });

  test('to un-kill brings a killed article back', async () => {
    await send('revived', 'A story killed by mistake');
    await decide('revived', { action: 'kill', reason: 'wrong' });
    expect(await shows('A story killed by mistake')).toBe(false);
    await decide('revived', { action: 'unkill', reason: 'right after all' });
    expect(await shows('A story killed by mistake')).toBe(true);
    const history = await historyOf(desk.session.pipeline, 'desk:revived');
    expect(history.map(({ action, reason }) => [action, reason])).toEqual([
      ['unkill', 'right after all'],
      ['kill', 'wrong'],
    ]);
    expect(history[0]?.by).not.toBe('');
  });

  test('to move an embargo wins over work that is queued, and nothing shows before', async () => {
    const { clock } = desk.session.cloud;
    const inAnHour = new Date(clock.now().getTime() + HOUR).toISOString();
    const inTwoHours = new Date(clock.now().getTime() + 2 * HOUR).toISOString();
    const before = await Promise.all(DOCUMENT_PATHS.map((file) => desk.read(`/news/${file}`)));
    const ninjs = {
      uri: 'embargoed',
      embargoed: inAnHour,
      headlines: [{ value: 'A story for later' }],
      bodies: [],
    };
    const receipt = await desk.put('embargoed', JSON.stringify(ninjs), 'application/json');
    expect(receipt.outcomes).toMatchObject([{ outcome: 'withheld', code: 'EMBARGOED' }]);
    await desk.settle();
    clock.shift(HOUR - 1000);
    await decide('embargoed', { action: 'embargo', until: inTwoHours });
    clock.shift(2000);
    await desk.session.cloud.tick();
    await desk.settle();
    for (const [index, file] of DOCUMENT_PATHS.entries()) {
      expect((await desk.read(`/news/${file}`)).etag).toBe(before[index]?.etag);
    }
    expect((await showArticle(desk.session.pipeline, 'desk:embargoed')).reach).toEqual([]);
    clock.shift(HOUR);
    await desk.session.cloud.tick();
    await desk.settle();
    expect(await shows('A story for later')).toBe(true);
    const released = /<pubDate>([^<]+)<\/pubDate>/.exec((await desk.read('/news/rss.xml')).text)?.[1] ?? '';
    expect(Math.abs(Date.parse(released) - Date.parse(inTwoHours))).toBeLessThan(1000);
  });

  test('about a story whose source has gone is in force all the same', async () => {
    const left = await desk.put('left-behind', 'A story left behind\n\nIts body.', 'text/plain', 'wire');
    await desk.settle();
    const { pipeline, configure, working } = desk.session;
    await configure({ ...CONFIGURATION, sources: CONFIGURATION.sources.filter(({ id }) => id !== 'wire') });
    await desk.settle();
    expect(await shows('A story left behind', 'all')).toBe(true);
    await decideOn(pipeline, left.outcomes[0]?.uri ?? '', { action: 'kill', reason: 'wrong' }, working);
    await desk.settle();
    expect(await shows('A story left behind', 'all')).toBe(false);
    await expect(decideOn(pipeline, 'wire:never-came', { action: 'kill' })).rejects.toMatchObject({
      exit: 2,
    });
    await configure(CONFIGURATION);
  });

  test('is found by the list of a day, what was sent last first', async () => {
    for (const id of ['list-1', 'list-2', 'list-3', 'list-4', 'list-5']) await send(id, `Story ${id}`);
    const rows = await listArticles(desk.session.pipeline, { source: 'desk', limit: 5 });
    expect(rows.map(({ declaredId }) => declaredId)).toEqual([
      'list-5',
      'list-4',
      'list-3',
      'list-2',
      'list-1',
    ]);
  });
});
