import { beforeEach, describe, expect, test } from 'vitest';
import { tableKeys } from '../../../shared/contract/table-keys.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { CouldRead } from '../../../shared/operations/articles/could-read.ts';
import { articleReach, disablePartner, enablePartner, unsubscribe } from '../../support/operate.ts';
import { feedIdOf, partnerIdOf } from '../../support/ids.ts';
import { articleOf, channelOf, Newsroom } from '../newsroom.ts';

/** Who could read a story, from when to when, and why it ended. The clock goes over the change to summer time. */
let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = new Newsroom('2026-03-28T20:00:00.000Z');
  await newsroom.apply({ channels: [channelOf('news', { items: 2, public: false })] });
});
const HOUR = 60;
const story = 'desk:story';
const send = (expires?: Instant) => newsroom.send('story', expires === undefined ? {} : { expires });
const subscribe = (partner: string, alias: string, terms: object = {}) =>
  newsroom.subscribe(partner, alias, { channel: 'news', ...terms });

/** Who could read the story, in all of its feeds: reader, from, until and why. */
async function couldRead(reference = story) {
  const reach = await articleReach(newsroom.pipeline, reference);
  return reach
    .flatMap((reached) => reached.couldRead)
    .toSorted(byTime)
    .map(short);
}
const byTime = (a: CouldRead, b: CouldRead): number => ((a.from ?? '') < (b.from ?? '') ? -1 : 1);
const short = ({ reader, from, until, reason }: CouldRead) => [reader, from, until, reason];

describe('the reach of a story names', () => {
  test('a partner that was removed since', async () => {
    await subscribe('outlet', 'top');
    await send();
    const begin = newsroom.instant();
    const end = await newsroom.wait(8 * HOUR);
    await newsroom.removePartner('outlet');
    await newsroom.wait(HOUR);
    expect(await couldRead()).toEqual([['outlet/top', begin, end, 'partner-removed']]);
    const [feed] = await articleReach(newsroom.pipeline, story);
    expect(feed).toMatchObject({
      channel: 'news',
      configured: false,
      terms: 'partner',
      reason: 'feed-removed',
    });
    expect(feed?.couldRead[0]?.name).toBe('The outlet');
  });

  test('each feed that a subscription read, when its terms change twice', async () => {
    await subscribe('outlet', 'top');
    await send();
    const begin = newsroom.instant();
    const first = await newsroom.wait(3 * HOUR);
    await subscribe('outlet', 'top', { territory: ['AT'] });
    const second = await newsroom.wait(3 * HOUR);
    await subscribe('outlet', 'top', { territory: ['AT'], delayMinutes: 30 });
    await newsroom.wait(HOUR);
    expect(await couldRead()).toEqual([
      ['outlet/top', begin, first, 'terms-changed'],
      ['outlet/top', first, second, 'terms-changed'],
      ['outlet/top', second, null, null],
    ]);
  });

  test('a subscription under its old and its new alias, and a partner under its old and its new name', async () => {
    const alias = async (to: string, name = 'The outlet') =>
      newsroom.apply({
        channels: [channelOf('news', { items: 2, public: false })],
        partners: [
          {
            id: partnerIdOf('outlet'),
            name,
            subscriptions: [{ alias: to, channel: 'news', profile: 'standard', territory: [] }],
          },
        ],
      });
    await alias('top');
    await send();
    const begin = newsroom.instant();
    const renamed = await newsroom.wait(HOUR);
    await alias('front');
    const named = await newsroom.wait(HOUR);
    await alias('front', 'The Evening Outlet');
    await newsroom.wait(HOUR);
    expect(await couldRead()).toEqual([
      ['outlet/top', begin, renamed, 'renamed'],
      ['outlet/front', renamed, named, 'renamed'],
      ['outlet/front', named, null, null],
    ]);
    const [feed] = await articleReach(newsroom.pipeline, story);
    expect(feed?.couldRead.map(({ name }) => name)).toEqual([
      'The outlet',
      'The outlet',
      'The Evening Outlet',
    ]);
  });

  test('a partner before it was disabled and after it was enabled again', async () => {
    await subscribe('outlet', 'top');
    await send();
    const begin = newsroom.instant();
    const off = await newsroom.wait(HOUR);
    await disablePartner(newsroom.pipeline, 'outlet', newsroom.waiting);
    const on = await newsroom.wait(HOUR);
    await enablePartner(newsroom.pipeline, 'outlet', newsroom.waiting);
    const killed = await newsroom.wait(HOUR);
    await newsroom.decide(story, { action: 'kill' });
    expect(await couldRead()).toEqual([
      ['outlet/top', begin, off, 'partner-disabled'],
      ['outlet/top', on, killed, 'killed'],
    ]);
  });

  test('a subscription until its agreed end, and again when it is extended later', async () => {
    await subscribe('outlet', 'top', { until: newsroom.instant(2 * HOUR) });
    const end = newsroom.instant(2 * HOUR);
    await send();
    const begin = newsroom.instant();
    await newsroom.wait(5 * HOUR);
    expect(await couldRead()).toEqual([['outlet/top', begin, end, 'subscription-ended']]);
    await subscribe('outlet', 'top', { until: null });
    expect(await couldRead()).toEqual([
      ['outlet/top', begin, end, 'subscription-ended'],
      ['outlet/top', newsroom.instant(), null, null],
    ]);
  });

  test('a subscription whose end was moved before it was reached, once', async () => {
    await subscribe('outlet', 'top', { until: newsroom.instant(2 * HOUR) });
    await send();
    const begin = newsroom.instant();
    await newsroom.wait(HOUR);
    await subscribe('outlet', 'top', { until: newsroom.instant(9 * HOUR) });
    await newsroom.wait(5 * HOUR);
    expect(await couldRead()).toEqual([['outlet/top', begin, null, null]]);
  });

  test('nobody who was away while the feed showed it', async () => {
    await subscribe('stays', 'top');
    await subscribe('away', 'top');
    await disablePartner(newsroom.pipeline, 'away', newsroom.waiting);
    await subscribe('moved', 'top', { delayMinutes: 600 });
    await newsroom.wait(HOUR);
    await send();
    const begin = newsroom.instant();
    const left = await newsroom.wait(HOUR);
    await newsroom.decide(story, { action: 'kill' });
    await newsroom.wait(HOUR);
    await enablePartner(newsroom.pipeline, 'away', newsroom.waiting);
    await subscribe('moved', 'top', { delayMinutes: 0 });
    await subscribe('late', 'top');
    await newsroom.wait(HOUR);
    expect(await couldRead()).toEqual([['stays/top', begin, left, 'killed']]);
  });

  test.each<[string, (at: Newsroom) => Promise<unknown>, string]>([
    ['is killed', (at) => at.decide(story, { action: 'kill' }), 'killed'],
    ['is put on hold', (at) => at.decide(story, { action: 'hold' }), 'held'],
    [
      'is withdrawn from the channel',
      (at) => at.decide(story, { action: 'withdraw', target: 'news' }),
      'withdrawn',
    ],
    ['is pushed out by newer stories', (at) => at.send('one').then(() => at.send('two')), 'pushed-out'],
    ['expires', () => Promise.resolve(), 'expired'],
    [
      'is no longer selected',
      (at) =>
        at.apply({
          channels: [channelOf('news', { items: 2, public: false, select: { subject: 'sport' } })],
        }),
      'deselected',
    ],
    ['loses its reader', (at) => unsubscribe(at.pipeline, 'outlet', 'top', at.waiting), 'unsubscribed'],
  ])('why a reader lost it when it %s', async (_, change, reason) => {
    await subscribe('outlet', 'top');
    await send(reason === 'expired' ? newsroom.instant(HOUR) : undefined);
    await newsroom.wait(HOUR);
    await change(newsroom);
    await newsroom.wait(5);
    const [read] = await couldRead();
    expect(read).toEqual(['outlet/top', expect.anything(), expect.anything(), reason]);
  });

  test('anyone with the address of a public feed, also when the channel is no longer public', async () => {
    await newsroom.apply({ channels: [channelOf('news')] });
    await send();
    const begin = newsroom.instant();
    await newsroom.wait(HOUR);
    expect(await couldRead()).toEqual([['public', begin, null, null]]);
    await newsroom.apply({ channels: [channelOf('other')] });
    const reach = await articleReach(newsroom.pipeline, story);
    const feed = reach.find(({ channel }) => channel === 'news');
    expect(feed).toMatchObject({ channel: 'news', configured: false, readersKnownSince: null });
    expect(feed?.couldRead.map(short)).toEqual([['public', begin, newsroom.instant(), 'feed-removed']]);
  });

  test('the feeds and readers of an erased story, whose head keeps no dates', async () => {
    await subscribe('outlet', 'top');
    await send();
    const begin = newsroom.instant();
    const erased = await newsroom.wait(HOUR);
    await newsroom.decide(story, { action: 'erase', reason: 'a court order' });
    const { articles } = newsroom.pipeline;
    const { head, token } = await articles.head(articleOf(story));
    if (head !== undefined) {
      const { article, source, decisions = {} } = head;
      await articles.putHead({ article, source, decisions }, token);
    }
    expect(await couldRead()).toEqual([['outlet/top', begin, erased, 'erased']]);
  });
});

describe('readers from before the history', () => {
  /** As the version before left it: partners and the edge, and no history. */
  async function withoutHistory(): Promise<void> {
    const { cloud } = newsroom.services;
    for (const access of await newsroom.pipeline.readers.open()) cloud.remove(tableKeys.openAccess(access));
    cloud.remove(tableKeys.readersStart());
  }

  test('count as early as the records allow; what is not recorded is said and not invented', async () => {
    await subscribe('outlet', 'top');
    await send();
    const begin = newsroom.instant();
    await withoutHistory();
    await newsroom.wait(HOUR);
    const [before] = await articleReach(newsroom.pipeline, story);
    expect(before?.couldRead).toEqual([
      {
        reader: 'outlet/top',
        name: 'The outlet',
        from: begin,
        fromAtTheLatest: newsroom.instant(),
        until: null,
        reason: null,
      },
    ]);
    expect(before?.readersKnownSince).toBe(newsroom.instant());
    // The first change under this version begins the history.
    const started = newsroom.instant();
    await subscribe('new', 'top');
    await newsroom.wait(HOUR);
    const [after] = await articleReach(newsroom.pipeline, story);
    expect(after?.couldRead).toMatchObject([
      { reader: 'outlet/top', from: begin, fromAtTheLatest: started },
      { reader: 'new/top', from: started, fromAtTheLatest: null },
    ]);
    expect(after?.readersKnownSince).toBe(started);
    await newsroom.send('second');
    const [second] = await articleReach(newsroom.pipeline, 'desk:second');
    expect(second?.readersKnownSince).toBeNull();
    expect(second?.couldRead.map(({ fromAtTheLatest }) => fromAtTheLatest)).toEqual([null, null]);
  });

  test('are nobody for a feed that was removed before, and the feed is named', async () => {
    await subscribe('outlet', 'top');
    await send();
    await newsroom.removePartner('outlet');
    await withoutHistory();
    const [feed] = await articleReach(newsroom.pipeline, story);
    // The rows of ended accesses are gone as well.
    for (const ended of await newsroom.pipeline.readers.ended(feed?.feed ?? feedIdOf('')))
      newsroom.services.cloud.remove(tableKeys.endedAccess(ended));
    const [after] = await articleReach(newsroom.pipeline, story);
    expect(after).toMatchObject({ channel: null, couldRead: [], readersKnownSince: newsroom.instant() });
  });
});

describe('a change of partners that stops', () => {
  const failing = (when: 'before' | 'after') => {
    const { edge } = newsroom.pipeline;
    newsroom.pipeline.edge = {
      ...edge,
      async update(change) {
        if (when === 'after') await edge.update(change);
        newsroom.pipeline.edge = edge;
        throw new Error('the command was ended');
      },
    };
  };

  test.each(['before', 'after'] as const)('%s the edge has changed loses no reader', async (when) => {
    await subscribe('outlet', 'top');
    await send();
    const begin = newsroom.instant();
    await newsroom.wait(HOUR);
    failing(when);
    await expect(newsroom.removePartner('outlet')).rejects.toThrow('ended');
    const repaired = await newsroom.wait(HOUR);
    await subscribe('other', 'top');
    expect(await couldRead()).toEqual([
      ['outlet/top', begin, repaired, 'partner-removed'],
      ['other/top', repaired, null, null],
    ]);
  });
});
