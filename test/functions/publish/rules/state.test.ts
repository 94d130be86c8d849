import { describe, expect, test } from 'vitest';
import { isSameState, stateAfter, stateOfRetired } from '../../../../functions/publish/rules/state.ts';
import type { FeedState } from '../../../../shared/domain/manifest.ts';
import { articleIdOf } from '../../../support/ids.ts';
import { at, manifestOf, NOW, stateOf } from '../fixture.ts';

const change = { at: NOW, added: [articleIdOf('a')], changed: [], removed: [], withheld: [] };
const wanted = {
  key: 'feeds/f/rss.xml',
  etag: '"1"',
  document: { bytes: Buffer.from('<rss/>'), mediaType: 'application/rss+xml' },
};
const next = { manifest: manifestOf(['a']), documents: [wanted], change, inherited: [], updated: undefined };

describe('the next state', () => {
  test('is rev 1 if there was no state before', () => {
    expect(stateAfter(undefined, next)).toEqual({
      rev: 1,
      settled: 0,
      manifest: manifestOf(['a']),
      documents: { 'feeds/f/rss.xml': '"1"' },
      last: change,
    });
  });

  test('has the next rev, and the same settled rev as the state before', () => {
    expect(stateAfter(stateOf([], { rev: 7, settled: 6 }), next)).toMatchObject({ rev: 8, settled: 6 });
  });

  test('takes the held losses and the date from the new publication, and adds its inherited withdrawals', () => {
    const held = { since: at(10), lost: [articleIdOf('b')] };
    const before = stateOf([], { withdrawnFor: [articleIdOf('c')], updated: at(9) });
    const state = stateAfter(before, { ...next, held, updated: at(11), inherited: [articleIdOf('d')] });
    expect(state).toMatchObject({ held, updated: at(11), withdrawnFor: ['c', 'd'] });
  });

  test('is held only if the new publication is held', () => {
    const before = stateOf([], { held: { since: at(10), lost: [articleIdOf('b')] } });
    expect(stateAfter(before, next)).not.toHaveProperty('held');
  });
});

test.each<[string, boolean, Partial<FeedState>]>([
  ['nothing', true, {}],
  ['the rev', true, { rev: 5 }],
  ['the settled rev', true, { settled: 3 }],
  ['the log entry', true, { last: change }],
  ['an empty list of withdrawals instead of an absent list', true, { withdrawnFor: [] }],
  ['the manifest', false, { manifest: manifestOf(['a', 'b']) }],
  ['whether an entry is shown', false, { manifest: manifestOf([], ['a']) }],
  ['an ETag', false, { documents: { 'feeds/f/rss.xml': '"2"' } }],
  ['the date', false, { updated: at(11) }],
  ['a hold', false, { held: { since: NOW, lost: [articleIdOf('a')] } }],
  ['an inherited withdrawal', false, { withdrawnFor: [articleIdOf('c')] }],
])('a state in which only %s differs is the same: %s', (_, isSame, part) => {
  const state = stateOf(manifestOf(['a']), { documents: { 'feeds/f/rss.xml': '"1"' } });
  expect(isSameState(state, { ...state, ...part })).toBe(isSame);
});

test('the state of a retired feed holds nothing, and logs what it showed as removed', () => {
  const state = stateOf(manifestOf(['a', 'b'], ['c']), { documents: { 'feeds/f/rss.xml': '"1"' } });
  expect(stateOfRetired(state, NOW)).toEqual({
    rev: 5,
    settled: 4,
    manifest: [],
    documents: {},
    last: {
      at: NOW,
      added: [],
      changed: [],
      removed: ['a', 'b'],
      reasons: { 'feed-removed': ['a', 'b'] },
      withheld: [],
    },
  });
});

test('a feed that the configuration no longer has is neither held nor stopped', () => {
  const since = at(9);
  const state = {
    ...stateOf(manifestOf(['a'])),
    held: { since, lost: [] },
    stopped: { since, reason: 'rss: broken' },
  };
  const retired = stateOfRetired(state, NOW);
  expect(retired).not.toHaveProperty('held');
  expect(retired).not.toHaveProperty('stopped');
});
