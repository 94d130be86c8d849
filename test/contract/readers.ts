import { expect } from 'vitest';
import type { Access } from '../../shared/domain/access.ts';
import { feedIdOf } from '../support/ids.ts';
import { type Contract, fresh, instant } from './contract.ts';

export const accessOf = (reader: string, feed: string, since = instant(0)): Access => ({
  ...{ reader, name: 'The Outlet', feed: feedIdOf(feed), channel: 'news', terms: 'partner' },
  ...{ since, recorded: since },
});

export const readerContract: Contract = {
  'an open access is read as it was written, and replaced by another one': async ({ readers }) => {
    const [reader, feed] = [`${fresh()}/top`, fresh()];
    const own = async () => (await readers.open()).filter((access) => access.reader === reader);
    const access = accessOf(reader, feed);
    await readers.put(access);
    expect(await own()).toEqual([access]);
    await readers.put({ ...access, ends: instant(9) });
    expect(await own()).toEqual([{ ...access, ends: instant(9) }]);
  },

  'an access that ends is no longer open, and stays in the history of its feed, the oldest first': async ({
    readers,
  }) => {
    const [reader, feed] = [`${fresh()}/top`, fresh()];
    const ended = [4, 0, 2].map((second) => ({
      ...accessOf(reader, feed, instant(second)),
      ...{ until: instant(second + 1), reason: 'renamed' },
    }));
    for (const { until, reason, ...access } of ended) {
      await readers.put(access);
      await readers.end({ ...access, until, reason });
    }
    expect((await readers.open()).filter((access) => access.reader === reader)).toEqual([]);
    expect(await readers.ended(feedIdOf(feed))).toEqual([ended[1], ended[2], ended[0]]);
    expect(await readers.ended(feedIdOf(fresh()))).toEqual([]);
  },

  'the end of an access that was recorded before leaves the access that is open by now': async ({
    readers,
  }) => {
    const [reader, feed] = [`${fresh()}/top`, fresh()];
    const [first, second] = [accessOf(reader, feed, instant(0)), accessOf(reader, feed, instant(5))];
    await readers.put(second);
    await readers.end({ ...first, until: instant(3), reason: 'renamed' });
    expect((await readers.open()).filter((access) => access.reader === reader)).toEqual([second]);
  },

  'the history begins once': async ({ readers }) => {
    const before = await readers.startedAt();
    await readers.start(instant(1));
    await readers.start(instant(2));
    expect(await readers.startedAt()).toBe(before ?? instant(1));
  },
};
