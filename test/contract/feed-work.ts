import { expect } from 'vitest';
import type { TodoRow } from '../../shared/contract/feed-work.ts';
import type { FeedId } from '../../shared/domain/identity.ts';
import { articleIdOf, feedIdOf } from '../support/ids.ts';
import { type Contract, fresh, instant } from './contract.ts';

const rowOf = (feed: FeedId, seconds: number, token: string, articles = ['a']): TodoRow => ({
  feed,
  at: instant(seconds),
  token,
  articles: articles.map(articleIdOf),
});

export const todoContract: Contract = {
  'the TODO rows of a feed are read oldest first, up to a limit': async ({ todo }) => {
    const [feed, other] = [feedIdOf(fresh()), feedIdOf(fresh())];
    const rows = [rowOf(feed, 1, 'x'), rowOf(feed, 2, 'y', []), rowOf(feed, 10, 'z', ['a', 'b'])];
    await todo.add([rows[2], rowOf(other, 0, 'x'), rows[0], rows[1]].flatMap((row) => row ?? []));
    expect(await todo.oldest(feed, 10)).toEqual(rows);
    expect(await todo.oldest(feed, 2)).toEqual(rows.slice(0, 2));
    expect(await todo.oldest(feedIdOf(fresh()), 2)).toEqual([]);
  },

  'rows of the same instant are different rows': async ({ todo }) => {
    const feed = feedIdOf(fresh());
    await todo.add([rowOf(feed, 1, 'x', ['a'])]);
    await todo.add([rowOf(feed, 1, 'y', ['a'])]);
    expect(await todo.oldest(feed, 10)).toHaveLength(2);
  },

  'exactly the given rows are removed, and a row that is removed already does no harm': async ({ todo }) => {
    const feed = feedIdOf(fresh());
    await todo.add([rowOf(feed, 1, 'x'), rowOf(feed, 1, 'y'), rowOf(feed, 2, 'z')]);
    const read = await todo.oldest(feed, 2);
    await todo.add([rowOf(feed, 0, 'written after the read')]);
    await todo.remove(read);
    await todo.remove(read);
    expect((await todo.oldest(feed, 10)).map(({ token }) => token)).toEqual(['written after the read', 'z']);
    await todo.remove([]);
    await todo.add([]);
  },

  'hundreds of rows are written, read and removed': async ({ todo }) => {
    const feed = feedIdOf(fresh());
    await todo.add(Array.from({ length: 260 }, (_, at) => rowOf(feed, at, 't')));
    const all = await todo.oldest(feed, 1000);
    expect(all.map(({ at }) => at)).toEqual(Array.from({ length: 260 }, (_, at) => instant(at)));
    await todo.remove(all.slice(3));
    expect(await todo.oldest(feed, 1000)).toEqual(all.slice(0, 3));
  },
};

const when = (seconds: number) => ({ at: instant(seconds), lostBefore: instant(seconds - 120) });

export const wakeUpContract: Contract = {
  'a wake-up is announced only if none waits, or if the one that waits counts as lost': async ({
    wakeUps,
  }) => {
    const feed = feedIdOf(fresh());
    expect(await wakeUps.announce({ feed, token: '1' }, when(0))).toBe('written');
    expect(await wakeUps.announce({ feed, token: '2' }, when(1))).toBe('refused');
    expect(await wakeUps.announce({ feed, token: '3' }, when(120))).toBe('refused');
    expect(await wakeUps.announce({ feed, token: '4' }, when(121))).toBe('written');
    expect(await wakeUps.announce({ feed, token: '5' }, when(122))).toBe('refused');
    await wakeUps.clear({ feed, token: '4' });
  },

  'of several announcements at the same time only one is written': async ({ wakeUps }) => {
    const feed = feedIdOf(fresh());
    const answers = await Promise.all(
      ['1', '2', '3', '4'].map((token) => wakeUps.announce({ feed, token }, when(0))),
    );
    expect(answers.filter((answer) => answer === 'written')).toHaveLength(1);
    await wakeUps.clear({ feed, token: String(answers.indexOf('written') + 1) });
  },

  'after a publisher has begun, another wake-up is announced, and the publisher no longer clears the row':
    async ({ wakeUps }) => {
      const feed = feedIdOf(fresh());
      await wakeUps.announce({ feed, token: 'first' }, when(0));
      expect(await wakeUps.begin({ feed, token: 'p' }, { at: instant(1), wakeUp: 'first' })).toBe('written');
      expect(await wakeUps.announce({ feed, token: 'second' }, when(2))).toBe('written');
      await wakeUps.clear({ feed, token: 'p' });
      expect(await wakeUps.announce({ feed, token: 'third' }, when(3))).toBe('refused');
      await wakeUps.clear({ feed, token: 'second' });
      expect(await wakeUps.announce({ feed, token: 'fourth' }, when(3))).toBe('written');
      await wakeUps.clear({ feed, token: 'fourth' });
    },

  'a publisher does not begin in place of a wake-up that waits behind its message, and that wake-up is not lost yet':
    async ({ wakeUps }) => {
      const feed = feedIdOf(fresh());
      await wakeUps.announce({ feed, token: 'behind' }, when(0));
      for (const wakeUp of ['older', undefined])
        expect(await wakeUps.begin({ feed, token: 'p' }, { at: instant(100), wakeUp })).toBe('refused');
      expect(await wakeUps.announce({ feed, token: 'next' }, when(121))).toBe('refused');
      expect(await wakeUps.begin({ feed, token: 'q' }, { at: instant(122), wakeUp: 'behind' })).toBe(
        'written',
      );
      await wakeUps.clear({ feed, token: 'q' });
    },

  'a publisher begins if there is no row, and in place of another publisher': async ({ wakeUps }) => {
    const feed = feedIdOf(fresh());
    expect(await wakeUps.begin({ feed, token: 'p' }, { at: instant(1), wakeUp: undefined })).toBe('written');
    expect(await wakeUps.begin({ feed, token: 'q' }, { at: instant(2), wakeUp: 'other' })).toBe('written');
    await wakeUps.clear({ feed, token: 'p' });
    expect(await wakeUps.writtenBefore(instant(3), 1000)).toContain(feed);
    await wakeUps.clear({ feed, token: 'q' });
    await wakeUps.clear({ feed, token: 'q' });
    expect(await wakeUps.writtenBefore(instant(3), 1000)).not.toContain(feed);
  },

  'the feeds whose WAKE row was written before an instant': async ({ wakeUps }) => {
    const [waiting, begun, later] = [feedIdOf(fresh()), feedIdOf(fresh()), feedIdOf(fresh())];
    await wakeUps.announce({ feed: waiting, token: 't' }, when(0));
    await wakeUps.begin({ feed: begun, token: 't' }, { at: instant(1), wakeUp: undefined });
    await wakeUps.announce({ feed: later, token: 't' }, when(2));
    const found = await wakeUps.writtenBefore(instant(2), 1000);
    expect(found.filter((feed) => [waiting, begun, later].includes(feed)).toSorted()).toEqual(
      [waiting, begun].toSorted(),
    );
    for (const feed of [waiting, begun, later]) await wakeUps.clear({ feed, token: 't' });
    expect(await wakeUps.writtenBefore(instant(9), 1000)).toEqual([]);
  },
};
