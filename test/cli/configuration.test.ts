import { describe, expect, test } from 'vitest';
import { wakeFeeds } from '../../cli/configuration.ts';
import { configurationDifferences, linesOf, partnerDifferences } from '../../cli/differences.ts';
import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import type { Partner } from '../../shared/domain/partner.ts';
import type { Source } from '../../shared/domain/source.ts';
import { memoryFeedStore } from '../support/memory/feed-store.ts';
import { memoryReceiptStore } from '../support/memory/receipt-store.ts';
import { memoryWorkStore } from '../support/memory/work-store.ts';

const NOW = '2026-04-13T09:00:00.000Z';

const configurationOf = (count: number, title = 'Channel'): StoredConfiguration => ({
  publisher: { name: 'The Desk', url: 'https://desk.example/', language: 'en' },
  ...{ feedsUrl: 'https://feeds.example', sources: [], partnerFeeds: [] },
  channels: Array.from({ length: count }, (_, at) => ({
    ...{ id: `c${at}`, title: `${title} ${at}`, link: 'https://desk.example/', items: 5, public: true },
    select: { all: [] },
  })),
});

describe('a changed configuration', () => {
  const woken = async (before: StoredConfiguration, after: StoredConfiguration) => {
    const work = memoryWorkStore();
    const receipts = memoryReceiptStore();
    await wakeFeeds(before, after, { work, receipts, feeds: memoryFeedStore(), now: () => new Date(NOW) });
    const due = await work.due('2026-04-14T00:00:00.000Z', 10_000);
    return { dirty: (await work.dirty(10_000)).length, due: due.map(({ instant }) => instant.slice(11, 16)) };
  };

  test('wakes the feeds it touches, many of them spread over the minutes to come', async () => {
    const { dirty, due } = await woken(configurationOf(300), configurationOf(300, 'Renamed'));
    expect(dirty).toBe(50);
    const minutes = Object.entries(Object.groupBy(due, (minute) => minute));
    expect(minutes.map(([minute, feeds]) => [minute, feeds?.length]).toSorted()).toEqual([
      ['09:01', 100],
      ['09:02', 100],
      ['09:03', 50],
    ]);
  });

  test('has feeds that come or go at once, and leaves the others alone', async () => {
    expect(await woken(configurationOf(10), configurationOf(300))).toEqual({ dirty: 290, due: [] });
    expect(await woken(configurationOf(300), configurationOf(10))).toEqual({ dirty: 290, due: [] });
    expect(await woken(configurationOf(300), configurationOf(300))).toEqual({ dirty: 0, due: [] });
  });
});

describe('a dry run', () => {
  const partner = (id: string, delayMinutes: number): Partner => ({
    ...{ id, name: id, tokens: [] },
    subscriptions: [{ alias: 'top', channel: 'c0', profile: 'standard', delayMinutes, territory: [] }],
  });

  test('says what changes, and for whom', () => {
    const after = configurationOf(1, 'Renamed');
    const partners = Array.from({ length: 10 }, (_, at) => partner(`p${at}`, 0));
    expect(linesOf(configurationDifferences(configurationOf(1), after, partners))).toEqual([
      '~ channel c0: title',
      '    reads differently for its public readers, p0/top, p1/top, p2/top, p3/top, p4/top, p5/top, p6/top and 3 more',
    ]);
  });

  test('says what becomes of each partner and its addresses', () => {
    const lines = linesOf(
      partnerDifferences(
        [partner('old', 0), partner('moved', 0)],
        [partner('moved', 90), partner('new', 0)],
        NOW,
      ),
    );
    expect(lines).toEqual([
      '- partner old',
      '    /p/old/top answers 401 from then on',
      '~ partner moved',
      '    ~ /p/moved/top stays; c0 (standard), at once, anywhere becomes c0 (standard), after PT1H30M, anywhere',
      '+ partner new',
      '    a token is made and shown once',
      '    + /p/new/top: c0 (standard), at once, anywhere',
    ]);
  });

  test('says that an end is past', () => {
    const ended = partner('outlet', 0);
    const subscriptions = ended.subscriptions.map((one) => ({ ...one, until: NOW }));
    const after = [{ ...ended, subscriptions }];
    const past = `c0 (standard), at once, anywhere, until ${NOW}, which is past: it answers 404`;
    expect(linesOf(partnerDifferences([], after, NOW)).at(-1)).toBe(`    + /p/outlet/top: ${past}`);
    expect(linesOf(partnerDifferences([ended], after, NOW)).at(-1)).toContain(`becomes ${past}`);
    expect(linesOf(partnerDifferences([ended], after, '2026-04-13T08:59:59.999Z')).at(-1)).toContain(NOW);
    expect(linesOf(partnerDifferences([ended], after, '2026-04-13T08:59:59.999Z')).at(-1)).not.toContain(
      '404',
    );
  });

  test('says what a change of a source does', () => {
    const source = (changes: Partial<Source> = {}): StoredConfiguration => ({
      ...configurationOf(1),
      sources: [
        { id: 'desk', order: 'arrival', language: 'en', boilerplate: [], tokenHashes: [], ...changes },
      ],
    });
    const effectsOf = (before: StoredConfiguration, after: StoredConfiguration): (string | undefined)[] =>
      configurationDifferences(before, after, []).map(
        ({ what, effects }) => `${what}: ${effects.join('; ')}`,
      );
    const none = configurationOf(1);
    expect(effectsOf(none, source())).toEqual(['+ source desk: a token is made for desk and shown once']);
    expect(effectsOf(source(), none)).toEqual([
      expect.stringMatching(/^- source desk: .*404.* until they are/),
    ]);
    expect(effectsOf(source(), source({ order: 'version', territory: ['TW'] }))).toEqual([
      expect.stringMatching(
        /^~ source desk: order, territory: .*cannot be corrected.*; holds for what it sends/,
      ),
    ]);
    expect(effectsOf(source({ order: 'version' }), source({ link: 'https://desk.example/{id}' }))).toEqual([
      expect.stringMatching(/^~ source desk: .*: says which .*; every feed is written anew$/),
    ]);
  });
});
