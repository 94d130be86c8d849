import { describe, expect, test } from 'vitest';
import { linesOfUnknownReaders, rowOfReader } from '../../cli/print-article.ts';
import type { CouldRead } from '../../shared/operations/articles/could-read.ts';
import type { Reached } from '../../shared/operations/articles/reach.ts';
import { asInstant, feedIdOf } from '../support/ids.ts';

const at = (hour: string) => asInstant(`2026-04-13T${hour}:00:00.000Z`);
const reached = (feed: string, readersKnownSince: string | null = null): Reached => ({
  ...{
    feed: feedIdOf(feed),
    channel: 'news',
    terms: 'partner',
    configured: true,
    readers: [],
    couldRead: [],
  },
  ...{ readersKnownSince, shown: false, left: null, reason: null, stays: [], seconds: null },
});
const could = (changes: Partial<CouldRead>): CouldRead => ({
  ...{ reader: 'outlet/top', name: 'The Outlet', from: at('09'), fromAtTheLatest: null },
  ...{ until: null, reason: null, ...changes },
});

describe('a reader in the reach of an article', () => {
  test.each<[string, Partial<CouldRead>, string[]]>([
    ['who reads it now', {}, ['outlet/top', 'The Outlet', 'f', at('09'), 'now', '']],
    [
      'who lost it',
      { until: at('10'), reason: 'killed' },
      ['outlet/top', 'The Outlet', 'f', at('09'), at('10'), 'killed'],
    ],
    [
      'who lost it for a reason that is not recorded',
      { until: at('10') },
      ['outlet/top', 'The Outlet', 'f', at('09'), at('10'), 'not recorded'],
    ],
    [
      'who began at an instant that is not recorded',
      { fromAtTheLatest: at('11') },
      ['outlet/top', 'The Outlet', 'f', `before ${at('11')}, not before ${at('09')}`, 'now', ''],
    ],
    [
      'who began at an unknown instant',
      { from: null, fromAtTheLatest: at('11') },
      ['outlet/top', 'The Outlet', 'f', `before ${at('11')}`, 'now', ''],
    ],
    [
      'who is anyone',
      { reader: 'public', name: null },
      ['anyone with the address', '', 'f', at('09'), 'now', ''],
    ],
  ])('%s', (_, changes, row) => {
    expect(rowOfReader(reached('f'), could(changes))).toEqual(row);
  });

  test('may be missing for feeds that showed it before readers were recorded, and a line says so', () => {
    expect(linesOfUnknownReaders([reached('f')])).toEqual([]);
    expect(linesOfUnknownReaders([reached('f', at('12')), reached('g'), reached('h', at('12'))])).toEqual([
      `Readers are recorded since ${at('12')}. Readers that had left before that are not known for these feeds: f, h`,
    ]);
  });
});
