import { describe, expect, test } from 'vitest';
import {
  delayedHeads,
  headsAsReleased,
  releasedRevisions,
} from '../../../../functions/publish/rules/delayed-heads.ts';
import type { Head, Revision } from '../../../../shared/domain/article.ts';
import type { Feed } from '../../../../shared/domain/feed.ts';
import type { Instant } from '../../../../shared/domain/instant.ts';
import { articleIdOf, receiptIdOf } from '../../../support/ids.ts';
import { at, CONTENT, decided, DELAYED_FEED, FEED, headOf, headsOf, NOW } from '../fixture.ts';

/**
 * The feed of these tests has a delay of two hours, and it is 12 o'clock. So a revision is released if it was
 * received at 10 o'clock or earlier. In these tests, "early" means before 10 o'clock and "late" means after 10
 * o'clock.
 */
const EARLY = at(9);
const LATE = at(11);
const DOUBT = { code: 'STATUS_UNKNOWN', detail: 'status: parked' } as const;

const revisionOf = (version: number, receivedAt: Instant, part: Partial<Revision> = {}): Revision => ({
  article: articleIdOf('a'),
  version: String(version),
  contentHash: `hash ${version}`,
  pubstatus: 'usable',
  receivedAt,
  versioncreated: receivedAt,
  source: 'desk',
  declaredId: 'a',
  receipt: receiptIdOf(`r${version}`),
  rawKey: `raw/desk/r${version}`,
  removed: [],
  notes: [],
  ...part,
});

const FACTS = { source: 'desk', language: 'en', subjects: [], genres: [], places: [], headline: 'A' };
const waiting = headOf('a', { current: { received: LATE, version: '2', contentHash: 'hash 2' } });

test.each<[string, boolean, Head, Feed?]>([
  ['whose newest revision came late', true, waiting],
  ['whose newest revision came early', false, headOf('a')],
  ['in a feed without a delay', false, waiting, FEED],
  ['that is killed', false, headOf('a', { current: { received: LATE }, decisions: decided('kill') })],
  ['that is under embargo', false, headOf('a', { current: { received: LATE, embargoed: at(13) } })],
  ['whose embargo ended late', true, headOf('a', { current: { embargoed: LATE } })],
  [
    'that a late correction took out of the channel',
    false,
    headOf('a', { source: 'wire', current: { received: LATE } }),
  ],
  [
    'that a late correction took out of the feed’s territory',
    false,
    headOf('a', { current: { received: LATE, facts: { ...FACTS, territory: ['TW'] } } }),
  ],
  [
    'that was withdrawn from the channel after a late correction',
    false,
    headOf('a', {
      current: { received: LATE },
      decisions: decided('withdraw', { target: 'news' }, 'withdrawal:news'),
    }),
  ],
])('an article %s must wait for the delay of the feed: %s', (_, isDelayed, head, feed = DELAYED_FEED) => {
  const found = delayedHeads(headsOf(head), feed, NOW).map(({ head: { article } }) => article);
  expect(found).toEqual(isDelayed ? ['a'] : []);
});

test('for a delayed article, `firstRelease` is the instant at which its first revision is released', () => {
  const [delayed] = delayedHeads(headsOf(waiting), DELAYED_FEED, NOW);
  expect(delayed?.firstRelease).toBe(at(11));
});

interface Case {
  name: string;
  revisions: Revision[];
  released: string[];
  nextRelease?: string;
  head?: Head;
}

describe('the versions of the released revisions, if an article has', () => {
  test.each<Case>([
    { name: 'no revision', revisions: [], released: [] },
    { name: 'one late revision', revisions: [revisionOf(1, LATE)], released: [], nextRelease: at(13) },
    { name: 'one early revision', revisions: [revisionOf(1, EARLY)], released: ['1'] },
    {
      name: 'a late correction of an early revision',
      revisions: [revisionOf(2, LATE), revisionOf(1, EARLY)],
      released: ['1'],
      nextRelease: at(13),
    },
    {
      name: 'two late corrections of an early revision',
      revisions: [revisionOf(3, at(12)), revisionOf(2, LATE), revisionOf(1, EARLY)],
      released: ['1'],
      nextRelease: at(13),
    },
    {
      name: 'a late revision with the contents of an early revision',
      revisions: [revisionOf(2, LATE, { contentHash: 'hash 1' }), revisionOf(1, EARLY)],
      released: ['2', '1'],
    },
    {
      name: 'an early revision that the sender withheld, after a usable revision',
      revisions: [revisionOf(2, EARLY, { pubstatus: 'withheld' }), revisionOf(1, EARLY)],
      released: ['1'],
    },
    {
      name: 'an early revision in doubt',
      revisions: [revisionOf(2, EARLY, { pubstatus: 'withheld', doubt: DOUBT }), revisionOf(1, EARLY)],
      released: ['1'],
    },
    {
      name: 'an early revision in doubt that a person released',
      revisions: [revisionOf(2, EARLY, { pubstatus: 'withheld', doubt: DOUBT }), revisionOf(1, EARLY)],
      head: {
        ...waiting,
        decisions: { hold: { action: 'release', at: LATE, receipt: receiptIdOf('r'), by: 'ed' } },
      },
      released: ['2', '1'],
    },
  ])('$name: $released', ({ revisions, released, nextRelease, head = waiting }) => {
    const found = releasedRevisions(revisions, { head, terms: DELAYED_FEED.terms }, NOW);
    expect(found.released.map(({ version }) => version)).toEqual(released);
    expect(found.nextRelease).toBe(nextRelease);
  });
});

describe('a feed with a delay', () => {
  const seen = (
    head: Head,
    history?: Parameters<typeof headsAsReleased>[2] extends ReadonlyMap<string, infer H> ? H : never,
  ) => {
    const heads = headsOf(head, headOf('b'));
    const delayed = delayedHeads(heads, DELAYED_FEED, NOW);
    const histories = new Map(history ? [[articleIdOf('a'), history]] : []);
    const { heads: found, due } = headsAsReleased(heads, delayed, histories);
    expect(found.get(articleIdOf('b'))).toEqual(headOf('b'));
    return { current: found.get(articleIdOf('a'))?.current, due };
  };
  const early = [revisionOf(1, EARLY)];

  test('shows the newest released revision of an article, and the article is due when the next revision is released', () => {
    const { current, due } = seen(waiting, { released: early, content: CONTENT, nextRelease: at(13) });
    expect(current).toMatchObject({ version: '1', contentHash: 'hash 1', received: EARLY, changed: EARLY });
    expect(due).toEqual([{ article: 'a', instant: at(13) }]);
  });

  test('uses the expiry of the newest revision, not the expiry of the released revision', () => {
    const expiring = headOf('a', { current: { received: LATE, expires: at(13) } });
    const content = { ...CONTENT, expires: at(20), embargoed: at(8) };
    const { current } = seen(expiring, { released: early, content });
    expect(current?.expires).toBe(at(13));
    expect(current).not.toHaveProperty('embargoed');
  });

  test('uses no date of a revision that is not released', () => {
    const head = { ...waiting, firstSeen: at(1) };
    const { current } = seen(head, { released: early, content: CONTENT });
    expect(current?.created).toBe(EARLY);
  });

  test('does not change the head of an article without a released revision; the article is due at its first release', () => {
    const head = headOf('a', { current: { received: LATE }, firstReceived: LATE });
    expect(seen(head)).toEqual({ current: head.current, due: [{ article: 'a', instant: at(13) }] });
  });
});
