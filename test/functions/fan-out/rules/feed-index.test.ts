import { PUBLIC_TERMS } from '../../../../shared/domain/terms.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Head, SelectorFacts } from '../../../../shared/domain/article.ts';
import type { Channel, Selector } from '../../../../shared/domain/channel.ts';
import type { Feed } from '../../../../shared/domain/feed.ts';
import { showsIn } from '../../../../shared/domain/lifecycle.ts';
import { indexFeeds } from '../../../../functions/fan-out/rules/feed-index.ts';
import { articleIdOf, asInstant, feedIdOf, receiptIdOf } from '../../../support/ids.ts';

const NOW = asInstant('2026-04-13T09:00:00.000Z');
const name = fc.constantFrom('Culture', 'culture', 'Sport', 'Food');
const code = fc.constantFrom('medtop:20000002', 'MedTop:20000002', 'medtop:15000000');
const language = fc.constantFrom('zh', 'zh-Hant', 'zh-hans', 'en', 'en-GB');

const { selector } = fc.letrec<{ selector: Selector }>((tie) => ({
  selector: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ source: fc.constantFrom('desk', 'wire') }),
    fc.record({ subject: fc.oneof(name, code) }),
    fc.record({ genre: name }),
    fc.record({ place: name }),
    fc.record({ language }),
    fc.record({ urgency: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ words: fc.constantFrom('bridge', '橋', 'the bridge') }),
    fc.record({ all: fc.array(tie('selector'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('selector'), { maxLength: 3 }) }),
    fc.record({ not: tie('selector') }),
  ),
}));

const facts: fc.Arbitrary<SelectorFacts> = fc.record(
  {
    source: fc.constantFrom('desk', 'wire'),
    language,
    subjects: fc.array(name, { maxLength: 2 }),
    subjectUris: fc.array(code, { maxLength: 2 }),
    genres: fc.array(name, { maxLength: 2 }),
    places: fc.array(name, { maxLength: 2 }),
    headline: fc.constantFrom('The bridge reopens', '橋重新開放', ''),
    urgency: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: ['source', 'language', 'subjects', 'genres', 'places', 'headline'] },
);

const feedOf = (select: Selector, at: number): Feed => {
  const channel: Channel = {
    id: `c${at}`,
    title: 'C',
    link: 'https://example.com/',
    items: 5,
    public: true,
    select,
  };
  return { id: feedIdOf(`f${at}`), channel, profile: 'standard', terms: PUBLIC_TERMS, inherits: [] };
};

const headOf = (facts: SelectorFacts, decisions: Head['decisions'] = {}): Head => ({
  article: articleIdOf('a'),
  source: facts.source,
  declaredId: 'a',
  decisions,
  current: {
    version: '1',
    contentHash: 'h',
    pubstatus: 'usable',
    changed: NOW,
    created: NOW,
    received: NOW,
    facts,
  },
});

describe('the index of feeds', () => {
  test('finds the same feeds for an article as `showsIn` does when it is called for each feed', () => {
    const decision = fc.record({
      action: fc.constantFrom('include' as const, 'exclude' as const, 'withdraw' as const),
      target: fc.constantFrom('c0', 'c1', 'c2'),
    });
    fc.assert(
      fc.property(
        fc.array(selector, { maxLength: 6 }),
        facts,
        fc.array(decision, { maxLength: 2 }),
        (selectors, about, made) => {
          const feeds = selectors.map(feedOf);
          const decisions = Object.fromEntries(
            made.map(({ action, target }) => [
              `${action === 'withdraw' ? 'withdrawal' : 'selection'}:${target}`,
              { action, target, at: NOW, receipt: receiptIdOf('r'), by: 'b' },
            ]),
          );
          const head = headOf(about, decisions);
          const expected = feeds.filter((feed) => showsIn(head, feed, NOW)).map(({ id }) => id);
          expect(indexFeeds(feeds).targets(head, NOW).feeds.toSorted()).toEqual(expected.toSorted());
        },
      ),
      { numRuns: 2000 },
    );
  });
});
