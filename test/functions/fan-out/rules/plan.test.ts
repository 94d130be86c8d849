import { describe, expect, test } from 'vitest';
import type { Head } from '../../../../shared/domain/article.ts';
import type { Feed } from '../../../../shared/domain/feed.ts';
import { PUBLIC_TERMS, type Terms } from '../../../../shared/domain/terms.ts';
import { indexFeeds } from '../../../../functions/fan-out/rules/feed-index.ts';
import { plan } from '../../../../functions/fan-out/rules/plan.ts';
import type { FeedId } from '../../../../shared/domain/identity.ts';
import type { Instant } from '../../../../shared/domain/instant.ts';
import { articleIdOf, asInstant, feedIdOf, receiptIdOf } from '../../../support/ids.ts';

const at = (hour: number): Instant => asInstant(`2026-04-13T${String(hour).padStart(2, '0')}:00:00.000Z`);
const NOW = at(12);

const feedOf = (id: FeedId, terms: Partial<Terms> = {}, inherits: FeedId[] = []): Feed => ({
  id,
  profile: 'standard',
  inherits,
  terms: { ...PUBLIC_TERMS, ...terms },
  channel: {
    id: 'news',
    title: 'News',
    link: 'https://example.com/',
    items: 9,
    public: true,
    select: { source: 'desk' },
  },
});

const head = (received: Instant, first = received, decisions: Head['decisions'] = {}): Head => ({
  article: articleIdOf('a'),
  source: 'desk',
  declaredId: 'a',
  firstSeen: first,
  firstReceived: first,
  decisions,
  current: {
    version: '1',
    contentHash: 'h',
    pubstatus: 'usable',
    changed: received,
    created: first,
    received,
    facts: { source: 'desk', language: 'en', subjects: [], genres: [], places: [], headline: 'A story' },
  },
});

const planned = (feeds: Feed[], one: Head, reached: FeedId[] = []) =>
  plan({
    change: { articles: [articleIdOf('a')], feeds: [] },
    heads: new Map([[articleIdOf('a'), one]]),
    index: indexFeeds(feeds),
    reach: new Map([[articleIdOf('a'), new Set(reached)]]),
    now: NOW,
  });

describe('a plan', () => {
  const slow = feedOf(feedIdOf('slow'), { audience: 'partner', delayMinutes: 120 });

  test('leaves out a feed until the end of its delay for the article, and gives the instant of that end', () => {
    const { work, newReach, due } = planned([feedOf(feedIdOf('fast')), slow], head(at(11)));
    expect(work.map(({ feed }) => feed)).toEqual(['fast']);
    expect(newReach.get(articleIdOf('a'))).toEqual(['fast']);
    expect(due).toEqual([{ article: 'a', instant: at(13) }]);
  });

  test('includes a feed if its delay is over for the first revision, even if not for the newest one', () => {
    const { work, due } = planned([slow], head(at(11), at(10)));
    expect(work.map(({ feed }) => feed)).toEqual(['slow']);
    expect(due).toEqual([]);
  });

  test('sends a kill to the old feed of an address and to its heir, and adds the heir to the article’s reach', () => {
    const heir = feedOf(feedIdOf('heir'), { audience: 'partner', delayMinutes: 120 }, [feedIdOf('old')]);
    const kill = { action: 'kill' as const, at: at(11), receipt: receiptIdOf('r'), by: 'b' };
    const { work, newReach } = planned([heir], head(at(11), at(11), { kill }), [feedIdOf('old')]);
    expect(work.map(({ feed }) => feed)).toEqual(['old', 'heir']);
    expect(newReach.get(articleIdOf('a'))).toEqual(['heir']);
  });

  test('includes a feed whose configuration may have changed, and names no articles for it', () => {
    const change = { articles: [], feeds: [feedIdOf('new')] };
    const nothing = { heads: new Map(), index: indexFeeds([]), reach: new Map(), now: NOW };
    expect(plan({ change, ...nothing }).work).toEqual([{ feed: 'new', articles: [] }]);
  });

  test('is the same in every call with equal arguments', () => {
    const feeds = [feedOf(feedIdOf('fast')), slow];
    expect(planned(feeds, head(at(11)))).toEqual(planned(feeds, head(at(11))));
  });
});
