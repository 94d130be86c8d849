import { describe, expect, test } from 'vitest';
import type { StoredConfiguration } from '../../../shared/contract/configuration.ts';
import { markChangedFeeds } from '../../../shared/operations/configuration/changed-feeds.ts';
import { asInstant } from '../../support/ids.ts';
import { memoryArticleStore } from '../../support/memory/article-store.ts';
import { memoryFeedStore } from '../../support/memory/feed-store.ts';
import { memoryReceiptStore } from '../../support/memory/receipt-store.ts';
import { memoryWorkStore } from '../../support/memory/work-store.ts';
import { configurationWith } from '../stored-configuration.ts';

const NOW = asInstant('2026-04-13T09:00:00.000Z');

describe('a change of the configuration', () => {
  const marked = async (before: StoredConfiguration, after: StoredConfiguration) => {
    const work = memoryWorkStore();
    await markChangedFeeds(before, after, {
      work,
      articles: memoryArticleStore(),
      receipts: memoryReceiptStore(),
      feeds: memoryFeedStore(),
      now: () => new Date(NOW),
      newId: () => 'a-token',
    });
    const due = await work.due(asInstant('2026-04-14T00:00:00.000Z'), 10_000);
    return { dirty: (await work.dirty(10_000)).length, due: due.map(({ instant }) => instant.slice(11, 16)) };
  };

  test('marks the first 50 changed feeds dirty at once, and makes the others due in the next minutes', async () => {
    const { dirty, due } = await marked(configurationWith(300), configurationWith(300, 'Renamed'));
    expect(dirty).toBe(50);
    const minutes = Object.entries(Object.groupBy(due, (minute) => minute));
    expect(minutes.map(([minute, feeds]) => [minute, feeds?.length]).toSorted()).toEqual([
      ['09:01', 100],
      ['09:02', 100],
      ['09:03', 50],
    ]);
  });

  test('marks all new and removed feeds dirty at once, and no unchanged feeds', async () => {
    expect(await marked(configurationWith(10), configurationWith(300))).toEqual({ dirty: 290, due: [] });
    expect(await marked(configurationWith(300), configurationWith(10))).toEqual({ dirty: 290, due: [] });
    expect(await marked(configurationWith(300), configurationWith(300))).toEqual({ dirty: 0, due: [] });
  });
});
