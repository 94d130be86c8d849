import { describe, expect, test } from 'vitest';
import { decidedToLeave, staysIn } from '../../../shared/operations/articles/departure.ts';
import type { Head } from '../../../shared/domain/article.ts';
import { type ActionName, type Decision, registerOf } from '../../../shared/domain/decision.ts';
import { type Departure, departureOf, type Reasons } from '../../../shared/domain/departure.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import { type Instant, instantOf } from '../../../shared/domain/instant.ts';
import { articleIdOf, asInstant, feedIdOf, receiptIdOf } from '../../support/ids.ts';
import { FEED, headOf, NOW } from '../../functions/publish/fixture.ts';
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
    also: Record<number, { added?: ArticleId[]; removed?: ArticleId[]; reasons?: Reasons }>,
  ) => {
    const feeds = memoryFeedStore();
    for (let rev = 1; rev <= count; rev++) {
      const { added = [], removed = [], reasons } = also[rev] ?? {};
      const change = {
        at: minute(rev),
        added: [articleIdOf(`s${rev}`), ...added],
        changed: [],
        removed,
        ...(reasons && { reasons }),
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

  const stays = (feeds: Awaited<ReturnType<typeof feedWith>>, since: number) =>
    staysIn(feeds, feedIdOf('f1'), { article: articleIdOf('a'), firstReceived: minute(since) });
  const a = [articleIdOf('a')];

  test('is found, also if many commits came later, and the stay before it as well', async () => {
    const feeds = await feedWith(2600, {
      40: { added: a },
      50: { removed: a, reasons: { killed: a } },
      60: { added: a },
      70: { removed: a },
    });
    expect(await stays(feeds, 39)).toEqual([
      { since: minute(60), left: minute(70), reason: null },
      { since: minute(40), left: minute(50), reason: 'killed' },
    ]);
  });

  test('is the earlier of two removals, if a later rev repeats the withdrawal', async () => {
    const feeds = await feedWith(30, {
      5: { added: a },
      9: { removed: a, reasons: { expired: a } },
      20: { removed: a },
    });
    expect(await stays(feeds, 1)).toEqual([{ since: minute(5), left: minute(9), reason: 'expired' }]);
  });

  test('is null for an article that is in the documents, and the log is read back to its first receipt only', async () => {
    const feeds = await feedWith(2600, { 20: { removed: a }, 2590: { added: a } });
    expect(await stays(feeds, 2580)).toEqual([{ since: minute(2590), left: null, reason: null }]);
    expect(feeds.reads()).toBe(1);
  });
});

describe('the reason for which an article leaves a feed', () => {
  const usable = headOf('a');
  const decided = (action: ActionName, target?: string): Head => {
    const decision = made('10:29', action, target === undefined ? {} : { target });
    return { ...usable, decisions: { [registerOf(decision)]: decision } };
  };
  const facts = usable.current?.facts;
  test.each<[Departure, Head | undefined, failed?: boolean]>([
    ['killed', decided('kill')],
    ['erased', decided('erase')],
    ['held', decided('hold')],
    ['withdrawn', decided('withdraw', 'news')],
    ['withdrawn', decided('exclude', `feed:${FEED.id}`)],
    ['expired', headOf('a', { current: { expires: at('10:00') } })],
    ['embargoed', headOf('a', { current: { embargoed: at('14:00') } })],
    ['withheld', headOf('a', { current: { pubstatus: 'withheld' } })],
    ['territory', facts && headOf('a', { current: { facts: { ...facts, territory: ['FR'] } } })],
    ['deselected', facts && headOf('a', { current: { facts: { ...facts, source: 'other' } } })],
    ['pushed-out', usable],
    ['unreadable', usable, true],
    ['unreadable', undefined],
  ])('%s', (departure, head, failed = false) => {
    expect(departureOf(head, { feed: FEED, failed }, NOW)).toBe(departure);
  });
});
