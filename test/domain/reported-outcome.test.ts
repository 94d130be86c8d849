import { describe, expect, test } from 'vitest';
import type { CurrentRevision } from '../../shared/domain/article.ts';
import type { FeedState, ManifestEntry } from '../../shared/domain/manifest.ts';
import { reportedOutcome } from '../../shared/domain/reported-outcome.ts';
import { articleIdOf, receiptIdOf } from '../support/ids.ts';
import { at, headOf, NOW } from '../functions/publish/fixture.ts';

const entry = (id: string, hour: number, part: Partial<ManifestEntry> = {}): ManifestEntry => ({
  article: articleIdOf(id),
  version: '1',
  contentHash: `hash ${id}`,
  released: at(hour),
  changed: at(hour),
  shown: true,
  ...part,
});

function stateWith(...manifest: ManifestEntry[]): FeedState {
  const last = { at: NOW, added: [], changed: [], removed: [], withheld: [] };
  return { rev: 1, settled: 1, manifest, documents: {}, last };
}

function outcomeIn(states: readonly FeedState[], current: Partial<CurrentRevision> = {}) {
  const head = headOf('a', { current: { version: '1', contentHash: 'hash a', created: at(9), ...current } });
  const item = { outcome: 'stored', article: articleIdOf('a'), version: '1' } as const;
  const { outcome, code } = reportedOutcome({ item, head, states, now: NOW });
  return code === undefined ? outcome : `${outcome} ${code}`;
}

describe('the outcome of a stored article', () => {
  test.each<[string, FeedState[], string]>([
    ['no document of the channel is written yet', [], 'stored'],
    ['the documents show it', [stateWith(entry('a', 9))], 'published'],
    [
      'one feed of the channel shows it, and a feed with a delay does not yet',
      [stateWith(entry('b', 8), entry('c', 7, { shown: false })), stateWith(entry('a', 9))],
      'published',
    ],
    [
      'the documents show its revision before this one',
      [stateWith(entry('a', 9, { contentHash: 'before' }), entry('c', 7, { shown: false }))],
      'stored',
    ],
    [
      'it is newer than the reserve of a feed that has not taken it in yet',
      [stateWith(entry('b', 8), entry('c', 7, { shown: false }))],
      'stored',
    ],
    [
      'it is in the reserve',
      [stateWith(entry('b', 10), entry('a', 9, { shown: false }))],
      'stored BEYOND_LENGTH',
    ],
    [
      'it is older than the reserve',
      [stateWith(entry('b', 11), entry('c', 10, { shown: false }))],
      'stored BEYOND_LENGTH',
    ],
  ])('if %s: %3$s', (_name, states, outcome) => {
    expect(outcomeIn(states)).toBe(outcome);
  });

  test('an item that cannot be rendered is not part of the reserve', () => {
    const state = stateWith(entry('b', 10), entry('c', 9, { shown: false }));
    const withheld = [{ article: articleIdOf('c'), reason: 'rss: not well-formed' }];
    expect(outcomeIn([{ ...state, last: { ...state.last, withheld } }])).toBe('stored');
  });

  test('an article in doubt is withheld with the code and the detail of the doubt', () => {
    const doubt = { code: 'FIELD_EMBARGO', detail: 'Hold until Friday' } as const;
    const head = headOf('a', { current: { version: '1', pubstatus: 'withheld', doubt } });
    const item = { outcome: 'stored', article: articleIdOf('a'), version: '1' } as const;
    const reported = reportedOutcome({ item, head, states: [], now: NOW });
    expect(reported).toMatchObject({ outcome: 'withheld', code: 'FIELD_EMBARGO' });
    expect(reported.reason).toContain('(Hold until Friday)');
  });

  test('an article that was withheld for one reason and is hidden for another now is reported with the present one', () => {
    const decisions = {
      hold: { action: 'hold', at: at(10), by: 'Jane Roe', receipt: receiptIdOf('r') },
    } as const;
    const head = headOf('a', { current: { version: '1', expires: at(8) }, decisions });
    const item = { outcome: 'withheld', code: 'EXPIRED', article: articleIdOf('a'), version: '1' } as const;
    expect(reportedOutcome({ item, head, states: [], now: NOW })).toMatchObject({ code: 'HELD' });
  });

  test('a revision that was stored as withheld is superseded when a newer one is stored', () => {
    const head = headOf('a', { current: { version: '2' } });
    const item = { outcome: 'withheld', code: 'EMBARGOED', article: articleIdOf('a'), version: '1' } as const;
    const reported = reportedOutcome({ item, head, states: [], now: NOW });
    expect(reported).toMatchObject({ outcome: 'superseded', code: 'OLDER_VERSION' });
  });
});
