import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DecisionBody } from '../../shared/contract/messages.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import {
  CONFIGURATION,
  type RunningWiredesk,
  DOCUMENT_PATHS,
  startWiredesk,
} from '../support/running-wiredesk.ts';
import { decideOn, historyOf, listArticles, showArticle, showFeed } from '../support/operate.ts';

const HOUR = 3_600_000;

/** Editors' decisions through the whole pipeline: each decision is a submission, and all feeds follow it. */
describe('decisions of editors', () => {
  let wiredesk: RunningWiredesk;
  beforeAll(async () => (wiredesk = await startWiredesk()));
  afterAll(() => wiredesk.stop());

  const decide = async (article: string, decision: Omit<DecisionBody, 'by'>): Promise<void> => {
    await decideOn(wiredesk.session.pipeline, article, decision, wiredesk.session.working);
    await wiredesk.runUntilIdle();
  };
  /** Whether all documents of the channel have the text. Fails if only some of them have it. */
  const shows = async (text: string, channel = 'news'): Promise<boolean> => {
    const documents = await wiredesk.documents(channel);
    const found = documents.filter((document) => document.includes(text)).length;
    expect([0, DOCUMENT_PATHS.length]).toContain(found);
    return found > 0;
  };
  const send = async (id: string, headline: string): Promise<void> => {
    await wiredesk.put(id, `${headline}\n\nIts body.`);
    await wiredesk.runUntilIdle();
  };

  test('a hold takes an article out of all documents until its release', async () => {
    await send('held', 'A story on hold');
    await decide('desk:held', { action: 'hold', reason: 'a legal question' });
    expect([await shows('A story on hold'), await shows('A story on hold', 'all')]).toEqual([false, false]);
    await send('held', 'A story on hold, changed');
    expect(await shows('A story on hold')).toBe(false);
    await decide('desk:held', { action: 'release' });
    expect(await shows('A story on hold, changed')).toBe(true);
  });

  test('a decision about an article that comes later applies to it; a decision about an unknown source is refused', async () => {
    const { pipeline } = wiredesk.session;
    const early = await decideOn(pipeline, 'desk:to-come', { action: 'hold' });
    expect(early.known).toBe(false);
    await expect(decideOn(pipeline, 'nosuchsource:x', { action: 'kill' })).rejects.toMatchObject({
      message: 'there is no source nosuchsource',
      remedy: 'The configured sources are: desk, wire.',
      code: 'source-unknown',
    });
    await expect(decideOn(pipeline, 'desk:', { action: 'kill' })).rejects.toMatchObject({
      code: 'article-reference',
    });
    await send('to-come', 'A story to come');
    expect(await shows('A story to come')).toBe(false);
    expect((await decideOn(pipeline, 'desk:to-come', { action: 'release' })).known).toBe(true);
    await wiredesk.runUntilIdle();
  });

  test('a withdrawal from one channel does not change the other channels', async () => {
    await send('partly', 'A story for some');
    await decide('desk:partly', { action: 'withdraw', target: 'news' });
    expect([await shows('A story for some'), await shows('A story for some', 'all')]).toEqual([false, true]);
    await decide('desk:partly', { action: 'restore', target: 'news' });
    expect(await shows('A story for some')).toBe(true);
  });

  test('a withdrawal from one feed, given by its id, does not change the other feeds', async () => {
    await send('by-feed', 'A story for all but one feed');
    const { feed } = await showFeed(wiredesk.session.pipeline, 'news');
    await decide('desk:by-feed', { action: 'withdraw', target: feed });
    expect([await shows('for all but one feed'), await shows('for all but one feed', 'all')]).toEqual([
      false,
      true,
    ]);
    expect(await historyOf(wiredesk.session.pipeline, 'desk:by-feed')).toMatchObject([
      { target: `feed:${feed}` },
    ]);
  });

  test('an include or an exclude overrides the selector of the channel', async () => {
    const wired = await wiredesk.put('by-hand', 'From the wire\n\nIts body.', {
      mediaType: 'text/plain',
      source: 'wire',
    });
    await wiredesk.runUntilIdle();
    expect(await shows('From the wire')).toBe(false);
    const uri = wired.outcomes[0]?.uri ?? '';
    await decide(uri, { action: 'include', target: 'news' });
    expect(await shows('From the wire')).toBe(true);
    await decide(uri, { action: 'exclude', target: 'all' });
    expect([await shows('From the wire'), await shows('From the wire', 'all')]).toEqual([true, false]);
    await decide(uri, { action: 'select', target: 'news' });
    expect(await shows('From the wire')).toBe(false);
  });

  test('an unkill brings a killed article back into the documents', async () => {
    await send('revived', 'A story killed by mistake');
    await decide('desk:revived', { action: 'kill', reason: 'wrong' });
    expect(await shows('A story killed by mistake')).toBe(false);
    await decide('desk:revived', { action: 'unkill', reason: 'right after all' });
    expect(await shows('A story killed by mistake')).toBe(true);
    const history = await historyOf(wiredesk.session.pipeline, 'desk:revived');
    expect(history.map(({ action, reason }) => [action, reason])).toEqual([
      ['unkill', 'right after all'],
      ['kill', 'wrong'],
    ]);
    expect(history[0]?.by).toBe('Jane Roe');
  });

  test('an embargo that is moved also holds for work already queued: the article does not show before the new end', async () => {
    const { clock } = wiredesk.session.cloud;
    const inAnHour = new Date(clock.now().getTime() + HOUR).toISOString();
    const inTwoHours = instantOf(new Date(clock.now().getTime() + 2 * HOUR));
    const before = await Promise.all(DOCUMENT_PATHS.map((file) => wiredesk.read(`/news/${file}`)));
    const ninjs = {
      uri: 'embargoed',
      embargoed: inAnHour,
      headlines: [{ value: 'A story for later' }],
      bodies: [],
    };
    const receipt = await wiredesk.put('embargoed', JSON.stringify(ninjs), { mediaType: 'application/json' });
    expect(receipt.outcomes).toMatchObject([{ outcome: 'withheld', code: 'EMBARGOED' }]);
    await wiredesk.runUntilIdle();
    clock.shift(HOUR - 1000);
    await decide('desk:embargoed', { action: 'embargo', until: inTwoHours });
    clock.shift(2000);
    await wiredesk.session.cloud.tick();
    await wiredesk.runUntilIdle();
    for (const [index, file] of DOCUMENT_PATHS.entries()) {
      expect((await wiredesk.read(`/news/${file}`)).etag).toBe(before[index]?.etag);
    }
    expect((await showArticle(wiredesk.session.pipeline, 'desk:embargoed')).reach).toEqual([]);
    clock.shift(HOUR);
    await wiredesk.session.cloud.tick();
    await wiredesk.runUntilIdle();
    expect(await shows('A story for later')).toBe(true);
    const released =
      /<pubDate>([^<]+)<\/pubDate>/.exec((await wiredesk.read('/news/rss.xml')).text)?.[1] ?? '';
    expect(Math.abs(Date.parse(released) - Date.parse(inTwoHours))).toBeLessThan(1000);
  });

  test('a decision takes effect also if the source of the article is no longer configured', async () => {
    const left = await wiredesk.put('left-behind', 'A story left behind\n\nIts body.', {
      mediaType: 'text/plain',
      source: 'wire',
    });
    await wiredesk.runUntilIdle();
    const { pipeline, configure, working } = wiredesk.session;
    await configure({ ...CONFIGURATION, sources: CONFIGURATION.sources.filter(({ id }) => id !== 'wire') });
    await wiredesk.runUntilIdle();
    expect(await shows('A story left behind', 'all')).toBe(true);
    await decideOn(pipeline, left.outcomes[0]?.uri ?? '', { action: 'kill', reason: 'wrong' }, working);
    await wiredesk.runUntilIdle();
    expect(await shows('A story left behind', 'all')).toBe(false);
    await expect(decideOn(pipeline, 'wire:never-came', { action: 'kill' })).rejects.toMatchObject({
      code: 'source-unknown',
    });
    await configure(CONFIGURATION);
  });

  test('the list of articles begins with the article that was sent last', async () => {
    for (const id of ['list-1', 'list-2', 'list-3', 'list-4', 'list-5']) await send(id, `Story ${id}`);
    const rows = await listArticles(wiredesk.session.pipeline, { source: 'desk', limit: 5 });
    expect(rows.map(({ declaredId }) => declaredId)).toEqual([
      'list-5',
      'list-4',
      'list-3',
      'list-2',
      'list-1',
    ]);
  });
});
