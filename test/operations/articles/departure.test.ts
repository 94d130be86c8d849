import { describe, expect, test } from 'vitest';
import { decidedToLeave, leftAt } from '../../../shared/operations/articles/departure.ts';
import type { ActionName, Decision } from '../../../shared/domain/decision.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import { type Instant, instantOf } from '../../../shared/domain/instant.ts';
import { articleIdOf, asInstant, feedIdOf, receiptIdOf } from '../../support/ids.ts';
import { memoryFeedStore } from '../../support/memory/feed-store.ts';

const at = (time: string): Instant => asInstant(`2026-04-13T${time}:00.000Z`);
const TARGETS = ['partner:outlet/top', 'partner:outlet', 'feed:f1', 'news'];
const LEFT = '10:30';

/** A decision that Jane Roe made at a time of the day. */
function made(time: string, action: ActionName, about: { target?: string; until?: string } = {}): Decision {
  const { target, until } = about;
  return {
    action,
    at: at(time),
    receipt: receiptIdOf(time),
    by: 'Jane Roe',
    ...(target !== undefined && { target }),
    ...(until !== undefined && { until: at(until) }),
  };
}

describe('an article that left a feed at 10:30 was kept out', () => {
  test.each<[string, Decision[], string | undefined]>([
    ['since its kill', [made('10:29', 'kill')], '10:29'],
    ['since its hold', [made('10:29', 'hold')], '10:29'],
    ['since its erasure', [made('10:29', 'erase')], '10:29'],
    ['since it was withdrawn from this channel', [made('10:29', 'withdraw', { target: 'news' })], '10:29'],
    [
      'since it was withdrawn from this partner',
      [made('10:29', 'withdraw', { target: 'partner:outlet' })],
      '10:29',
    ],
    ['since it was excluded', [made('10:29', 'exclude', { target: 'feed:f1' })], '10:29'],
    ['since its embargo got a new end', [made('10:29', 'embargo', { until: '12:00' })], '10:29'],
    ['since the first of two kills', [made('10:28', 'kill'), made('10:29', 'kill')], '10:28'],
    [
      'since the first of two decisions that kept it out',
      [made('10:28', 'hold'), made('10:29', 'kill')],
      '10:28',
    ],
    ['since a kill that was undone later', [made('10:29', 'kill'), made('10:40', 'unkill')], '10:29'],
    [
      'since the second kill',
      [made('09:00', 'kill'), made('09:30', 'unkill'), made('10:29', 'kill')],
      '10:29',
    ],
    ['by no decision', [], undefined],
    ['not by a kill that came later', [made('10:31', 'kill')], undefined],
    ['not by a kill that had been undone', [made('09:00', 'kill'), made('09:30', 'unkill')], undefined],
    ['not by a release', [made('10:29', 'release')], undefined],
    ['not by a readmission', [made('10:29', 'readmit')], undefined],
    ['not by an inclusion', [made('10:29', 'include', { target: 'news' })], undefined],
    [
      'not by a decision that lets the selector decide again',
      [made('10:29', 'select', { target: 'news' })],
      undefined,
    ],
    ['not by a withdrawal from another channel', [made('10:29', 'withdraw', { target: 'sport' })], undefined],
    [
      'not by a withdrawal from another partner',
      [made('10:29', 'withdraw', { target: 'partner:other' })],
      undefined,
    ],
    ['not by an embargo that was lifted', [made('10:29', 'embargo')], undefined],
    ['not by an embargo that had ended', [made('09:00', 'embargo', { until: '10:00' })], undefined],
    [
      'since the second embargo, when the first had ended',
      [made('08:00', 'embargo', { until: '09:00' }), made('10:29', 'embargo', { until: '12:00' })],
      '10:29',
    ],
    [
      'not by an exclusion for the channel, because an inclusion for the partner is in force',
      [made('10:28', 'exclude', { target: 'news' }), made('10:20', 'include', { target: 'partner:outlet' })],
      undefined,
    ],
    [
      'since the exclusion for the channel, because the inclusion for this feed was undone',
      [
        made('10:28', 'exclude', { target: 'news' }),
        made('10:10', 'include', { target: 'feed:f1' }),
        made('10:20', 'select', { target: 'feed:f1' }),
      ],
      '10:28',
    ],
  ])('%s', (_, decisions, since) => {
    expect(decidedToLeave(decisions, TARGETS, at(LEFT))).toBe(since && at(since));
    expect(decidedToLeave(decisions.toReversed(), TARGETS, at(LEFT))).toBe(since && at(since));
  });
});

describe('when an article left a feed', () => {
  const START = Date.parse(at('00:00'));
  const minute = (rev: number): Instant => instantOf(new Date(START + rev * 60_000));
  /**
   * The log of a feed with a commit every minute. Each commit adds one article of its own. It also adds and removes
   * the articles that `also` lists for its rev.
   */
  const feedWith = async (
    count: number,
    also: Record<number, { added?: ArticleId[]; removed?: ArticleId[] }>,
  ) => {
    const feeds = memoryFeedStore();
    for (let rev = 1; rev <= count; rev++) {
      const { added = [], removed = [] } = also[rev] ?? {};
      const change = {
        at: minute(rev),
        added: [articleIdOf(`s${rev}`), ...added],
        changed: [],
        removed,
        withheld: [],
      };
      await feeds.appendLog(feedIdOf('f1'), rev, change);
    }
    let reads = 0;
    const log: typeof feeds.log = (...asked) => {
      reads++;
      return feeds.log(...asked);
    };
    return { log, reads: () => reads };
  };

  test('is found, also if many commits came later', async () => {
    const feeds = await feedWith(2600, {
      40: { added: [articleIdOf('a')] },
      50: { removed: [articleIdOf('a')] },
    });
    expect(
      await leftAt(feeds, feedIdOf('f1'), { article: articleIdOf('a'), firstReceived: minute(39) }),
    ).toBe(minute(50));
  });

  test('is looked for in the log, back to an entry with the article or to the article’s first receipt', async () => {
    const feeds = await feedWith(2600, {
      20: { removed: [articleIdOf('a')] },
      2590: { added: [articleIdOf('a')] },
    });
    expect(
      await leftAt(feeds, feedIdOf('f1'), { article: articleIdOf('a'), firstReceived: minute(10) }),
    ).toBeNull();
    expect(feeds.reads()).toBe(1);
    expect(
      await leftAt(feeds, feedIdOf('f1'), { article: articleIdOf('b'), firstReceived: minute(2500) }),
    ).toBeNull();
    expect(feeds.reads()).toBe(2);
  });
});
