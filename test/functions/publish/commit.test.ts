import { describe, expect, test } from 'vitest';
import { commit } from '../../../functions/publish/commit.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import type { FeedChange, FeedState } from '../../../shared/domain/manifest.ts';
import { articleIdOf, feedIdOf } from '../../support/ids.ts';
import { memoryFeedStore } from '../../support/memory/feed-store.ts';
import { manifestOf, NOW, stateOf } from './fixture.ts';

const change = (killed?: ArticleId[]): FeedChange => ({
  at: NOW,
  added: [],
  changed: [],
  removed: killed ?? [],
  withheld: [],
  ...(killed && { killed }),
});

const settled = stateOf(manifestOf(['a', 'b']));
const unsettled = (killed?: ArticleId[]): FeedState =>
  stateOf(manifestOf(['a', 'b']), { rev: 4, settled: 3, last: change(killed) });
const nextOf = (before: FeedState | undefined, killed?: ArticleId[]): FeedState =>
  stateOf(manifestOf(['a']), { rev: (before?.rev ?? 0) + 1, last: change(killed) });

interface Case {
  name: string;
  before: FeedState | undefined;
  killed?: ArticleId[];
  /** The revs in the log after the commit. */
  logged: number[];
  /** The list of killed articles in the state that the commit stores. */
  committed: ArticleId[] | undefined;
}

describe('a commit', () => {
  test.each<Case>([
    {
      name: 'of the first state logs nothing, because there is no earlier rev',
      before: undefined,
      logged: [],
      committed: undefined,
    },
    {
      name: 'after a settled rev logs nothing, because that rev is in the log already',
      before: settled,
      logged: [],
      committed: undefined,
    },
    {
      name: 'stores in the new state a list of the killed articles that it removed',
      before: settled,
      killed: [articleIdOf('b')],
      logged: [],
      committed: [articleIdOf('b')],
    },
    { name: 'after an unsettled rev logs that rev', before: unsettled(), logged: [4], committed: undefined },
    {
      name: 'adds to the list of killed articles those that the unsettled rev before it removed',
      before: unsettled([articleIdOf('c')]),
      logged: [4],
      committed: [articleIdOf('c')],
    },
    {
      name: 'lists a killed article once if both the unsettled rev and the commit itself removed it',
      before: unsettled([articleIdOf('b'), articleIdOf('c')]),
      killed: [articleIdOf('b'), articleIdOf('d')],
      logged: [4],
      committed: [articleIdOf('b'), articleIdOf('c'), articleIdOf('d')],
    },
  ])('$name', async ({ before, killed, logged, committed }) => {
    const feeds = memoryFeedStore();
    if (before) await feeds.commit(feedIdOf('f'), before, 0);
    if (before) await feeds.settle(feedIdOf('f'), before.settled);
    const state = await commit(feedIdOf('f'), { state: nextOf(before, killed), before }, feeds);
    expect(state).toMatchObject({ ...(await feeds.state(feedIdOf('f'))), settled: expect.any(Number) });
    expect(state === 'refused' ? state : state.last.killed).toEqual(committed);
    expect((await feeds.log(feedIdOf('f'), 10)).map(({ rev }) => rev)).toEqual(logged);
  });

  test.each<[string, FeedState | undefined]>([
    ['no state', undefined],
    ['an earlier rev', stateOf([], { rev: 3, settled: 3 })],
  ])(
    'is refused if the publisher read %s and another publisher has committed since then',
    async (_, before) => {
      const feeds = memoryFeedStore();
      await feeds.commit(feedIdOf('f'), settled, 0);
      await feeds.settle(feedIdOf('f'), settled.settled);
      expect(await commit(feedIdOf('f'), { state: nextOf(before), before }, feeds)).toBe('refused');
      expect(await feeds.state(feedIdOf('f'))).toEqual(settled);
    },
  );

  test('writes the log entry of the unsettled rev before it commits', async () => {
    const calls: string[] = [];
    await commit(
      feedIdOf('f'),
      { state: nextOf(unsettled()), before: unsettled() },
      {
        appendLog: async (_feed, rev) => void calls.push(`log ${rev}`),
        commit: async (_feed, { rev }, expected) => {
          calls.push(`commit ${rev} over ${expected}`);
          return 'written';
        },
      },
    );
    expect(calls).toEqual(['log 4', 'commit 5 over 4']);
  });
});
