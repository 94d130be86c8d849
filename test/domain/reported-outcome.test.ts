import { describe, expect, test } from 'vitest';
import type { Head } from '../../shared/domain/article.ts';
import type { Channel } from '../../shared/domain/channel.ts';
import { type Decision, registerOf } from '../../shared/domain/decision.ts';
import type { Audience } from '../../shared/domain/feed.ts';
import type { FeedState, ManifestEntry } from '../../shared/domain/manifest.ts';
import type { Outcome } from '../../shared/domain/outcome.ts';
import { publishedFeed } from '../../shared/domain/place-in-feed.ts';
import { outcomeOfArticle, type Published, reportedOutcome } from '../../shared/domain/reported-outcome.ts';
import type { Terms } from '../../shared/domain/terms.ts';
import { articleIdOf, feedIdOf, receiptIdOf } from '../support/ids.ts';
import { at, FEED, headOf, type HeadOptions, NOW } from '../functions/publish/fixture.ts';

const entry = (id: string, hour: number, part: Partial<ManifestEntry> = {}): ManifestEntry => ({
  article: articleIdOf(id),
  version: '1',
  contentHash: `hash ${id}`,
  released: at(hour),
  changed: at(hour),
  shown: true,
  ...part,
});
const reserved = (id: string, hour: number): ManifestEntry => entry(id, hour, { shown: false });

interface Change extends Partial<Omit<FeedState, 'last'>> {
  last?: Partial<FeedState['last']>;
}
function stateWith(manifest: ManifestEntry[], { last, ...part }: Change = {}): FeedState {
  const change = { at: NOW, added: [], changed: [], removed: [], withheld: [], ...last };
  return { rev: 3, settled: 3, manifest, documents: {}, last: change, ...part };
}

type FeedFacts = [feed: Audience, state: FeedState | undefined];
const withTerms = (terms: Partial<Terms>): Audience => ({
  ...FEED,
  id: feedIdOf('partner'),
  terms: { audience: 'partner', delayMinutes: 0, territory: [], ...terms },
});
const PUBLIC = (...manifest: ManifestEntry[]): FeedFacts => [FEED, stateWith(manifest)];
/** The article of the table was received at 9 o'clock; it is 12 o'clock. */
const DELAYED: FeedFacts = [withTerms({ delayMinutes: 240 }), stateWith([])];
const IN_GERMANY: FeedFacts = [withTerms({ territory: ['DE'] }), stateWith([entry('b', 8)])];

const publishedIn = (
  feeds: readonly FeedFacts[],
  channels: readonly Channel[] = [FEED.channel],
): Published => ({
  channels,
  feeds: feeds.map(([feed, state]) => publishedFeed(feed, state)),
});

const decided = (action: Decision['action'], part: Partial<Decision> = {}): Head['decisions'] => {
  const decision: Decision = { action, at: at(10), receipt: receiptIdOf('d'), by: 'Jane Roe', ...part };
  return { [registerOf(decision)]: decision };
};
const story = ({ current, ...options }: HeadOptions = {}): Head =>
  headOf('a', { ...options, current: { version: '1', contentHash: 'hash a', ...current } });
const withFacts = (part: Partial<NonNullable<Head['current']>['facts']>): Head => {
  const facts = story().current?.facts;
  if (facts === undefined) throw new Error('the story has no facts');
  return story({ current: { facts: { ...facts, ...part } } });
};

interface Facts {
  head?: Head;
  feeds?: readonly FeedFacts[];
  channels?: readonly Channel[];
  recorded?: Outcome;
  version?: string;
}

function outcomeOf({
  head = story(),
  feeds = [PUBLIC()],
  channels,
  recorded = 'stored',
  version = '1',
}: Facts) {
  const item = { outcome: recorded, article: articleIdOf('a'), version };
  const { outcome, code } = reportedOutcome({
    item,
    head,
    published: publishedIn(feeds, channels),
    now: NOW,
  });
  return code === undefined ? outcome : `${outcome} ${code}`;
}

const elsewhere: Channel = { ...FEED.channel, id: 'sport', select: { source: 'sport' } };
const held = { since: at(11), lost: [articleIdOf('b')] };

const FULL = [entry('b', 10), entry('a', 9), entry('c', 8), reserved('d', 7)];

describe('the outcome of an article', () => {
  test.each<[string, Facts, string]>([
    [
      'it is the first item of a full channel',
      { feeds: [PUBLIC(entry('a', 9), reserved('c', 7))] },
      'published',
    ],
    [
      'it is the first item of a full channel while the removal of another one is published',
      { feeds: [[FEED, stateWith(FULL, { settled: 2, last: { removed: [articleIdOf('x')] } })]] },
      'published',
    ],
    [
      'its documents are being put, and another feed is full',
      {
        feeds: [
          [FEED, stateWith(FULL, { settled: 2, last: { added: [articleIdOf('a')] } })],
          [withTerms({}), stateWith([entry('b', 10), reserved('c', 9)])],
        ],
      },
      'stored',
    ],
    ['no document is written yet', { feeds: [[FEED, undefined]] }, 'stored'],
    [
      'the documents show its revision before this one',
      { feeds: [PUBLIC(entry('a', 9, { contentHash: 'before' }), reserved('c', 7))] },
      'stored',
    ],
    ['it is newer than the reserve', { feeds: [PUBLIC(entry('b', 8), reserved('c', 7))] }, 'stored'],
    [
      'it is as old as the reserve and arrived after the last publish',
      { feeds: [[FEED, stateWith([entry('b', 9), reserved('c', 9)], { last: { at: at(8) } })]] },
      'stored',
    ],
    [
      'it is as old as the reserve, and the feed has looked at it',
      { feeds: [PUBLIC(entry('b', 9), reserved('c', 9))] },
      'stored BEYOND_LENGTH',
    ],
    [
      'newer items pushed it into the reserve',
      { feeds: [PUBLIC(entry('b', 10), reserved('a', 9))] },
      'stored BEYOND_LENGTH',
    ],
    [
      'newer items pushed it out of the reserve',
      { feeds: [PUBLIC(entry('b', 11), reserved('c', 10))] },
      'stored BEYOND_LENGTH',
    ],
    [
      'it is pushed out of one feed and shown in another one',
      { feeds: [PUBLIC(entry('b', 10), reserved('a', 9)), [withTerms({}), stateWith([entry('a', 9)])]] },
      'published',
    ],
    ['it is public, and a delayed partner waits', { feeds: [DELAYED, PUBLIC(entry('a', 9))] }, 'published'],
    ['only a delayed partner is to get it', { feeds: [DELAYED] }, 'stored DELAYED'],
    [
      'it is on its way into a public feed, and a delayed partner waits',
      { feeds: [DELAYED, PUBLIC(entry('b', 8))] },
      'stored',
    ],
    [
      'its territory excludes every feed',
      { head: withFacts({ territory: ['FR'] }), feeds: [PUBLIC(entry('b', 8)), IN_GERMANY] },
      'stored NO_TERRITORY',
    ],
    [
      'its territory includes one feed, which has not taken it in yet',
      { head: withFacts({ territory: ['DE'] }), feeds: [PUBLIC(entry('b', 8)), IN_GERMANY] },
      'stored',
    ],
    ['no channel selects it', { head: withFacts({ source: 'other' }) }, 'unrouted UNROUTED'],
    [
      'no channel selected it, and one does now',
      { recorded: 'unrouted', feeds: [PUBLIC(entry('a', 9))] },
      'published',
    ],
    [
      'no channel selected it, and a decision includes it',
      {
        recorded: 'unrouted',
        head: story({ decisions: decided('include', { target: 'news' }) }),
        channels: [elsewhere, FEED.channel],
      },
      'stored',
    ],
    ['its channel has no feed', { feeds: [] }, 'stored NO_FEED'],
    [
      'it is withdrawn from its channel',
      { head: story({ decisions: decided('withdraw', { target: 'news' }) }) },
      'stored WITHDRAWN',
    ],
    [
      'it is excluded from its only feed',
      { head: story({ decisions: decided('exclude', { target: `feed:${FEED.id}` }) }) },
      'stored WITHDRAWN',
    ],
    ['the sender withholds it', { head: story({ current: { pubstatus: 'withheld' } }) }, 'withheld WITHHELD'],
    ['it is on hold', { head: story({ decisions: decided('hold') }) }, 'withheld HELD'],
    [
      'it was withheld and is released',
      { recorded: 'withheld', feeds: [PUBLIC(entry('a', 9))] },
      'published',
    ],
    [
      'it is killed',
      { head: story({ decisions: decided('kill') }), feeds: [PUBLIC(entry('a', 9))] },
      'killed',
    ],
    [
      'a newer version is stored',
      { version: '0', feeds: [PUBLIC(entry('a', 9))] },
      'superseded OLDER_VERSION',
    ],
    [
      'a newer version is stored, and this one was withheld',
      { version: '0', recorded: 'withheld' },
      'superseded OLDER_VERSION',
    ],
    ['it repeated another version', { recorded: 'unchanged', feeds: [PUBLIC(entry('a', 9))] }, 'unchanged'],
    ['it is embargoed', { head: story({ current: { embargoed: at(13) } }) }, 'withheld EMBARGOED'],
    ['it has expired', { head: story({ current: { expires: at(11) } }) }, 'withheld EXPIRED'],
    [
      'its feed is held',
      { feeds: [[FEED, stateWith([reserved('a', 9), entry('b', 8)], { held })]] },
      'stored FEED_HELD',
    ],
    [
      'it was shown before its feed was held',
      { feeds: [[FEED, stateWith([entry('a', 9)], { held })]] },
      'published',
    ],
    [
      'its feed is stopped at the gate and keeps older items',
      { feeds: [PUBLIC(reserved('a', 9), entry('b', 8))] },
      'stored FEED_HELD',
    ],
    [
      'it is no longer selected, and its held feed keeps it',
      { head: withFacts({ source: 'other' }), feeds: [[FEED, stateWith([entry('a', 9)], { held })]] },
      'published',
    ],
    [
      'it cannot be rendered',
      {
        feeds: [
          [
            FEED,
            stateWith([reserved('a', 9)], {
              last: { withheld: [{ article: articleIdOf('a'), reason: 'rss' }] },
            }),
          ],
        ],
      },
      'withheld RENDER_FAILED',
    ],
    [
      'its revision before this one cannot be rendered',
      {
        feeds: [
          [
            FEED,
            stateWith([entry('a', 9, { shown: false, contentHash: 'before' })], {
              last: { withheld: [{ article: articleIdOf('a'), reason: 'rss' }] },
            }),
          ],
        ],
      },
      'stored',
    ],
    ['it was erased', { head: story({ decisions: decided('erase') }) }, 'erased ERASED'],
    ['it was refused', { recorded: 'rejected' }, 'rejected'],
  ])('if %s: %3$s', (_name, facts, outcome) => {
    expect(outcomeOf(facts)).toBe(outcome);
  });

  test('an item that cannot be rendered is not part of the reserve', () => {
    const withheld = [{ article: articleIdOf('c'), reason: 'rss: not well-formed' }];
    const state = stateWith([entry('b', 10), reserved('c', 9)], { last: { withheld } });
    expect(outcomeOf({ feeds: [[FEED, state]] })).toBe('stored');
  });

  test('the reason names the countries, and the instant at which a delay ends', () => {
    const reasonOf = (head: Head, feeds: readonly FeedFacts[]): string | undefined =>
      outcomeOfArticle(head, publishedIn(feeds), NOW).reason;
    expect(reasonOf(withFacts({ territory: ['FR', 'BE'] }), [PUBLIC()])).toContain('(FR, BE)');
    expect(reasonOf(story(), [DELAYED])).toContain(`(until ${at(13)})`);
  });

  test('an article in doubt is withheld with the code and the detail of the doubt', () => {
    const doubt = { code: 'FIELD_EMBARGO', detail: 'Hold until Friday' } as const;
    const head = story({ current: { pubstatus: 'withheld', doubt } });
    const reported = outcomeOfArticle(head, publishedIn([PUBLIC()]), NOW);
    expect(reported).toMatchObject({ outcome: 'withheld', code: 'FIELD_EMBARGO' });
    expect(reported.reason).toContain('(Hold until Friday)');
  });

  test('of which only decisions have arrived is what the decisions say', () => {
    const { current: _, ...unseen } = story();
    expect(outcomeOfArticle(unseen, publishedIn([]), NOW)).toEqual({ outcome: 'decided' });
    const killed = { ...unseen, decisions: decided('kill') };
    expect(outcomeOfArticle(killed as Head, publishedIn([]), NOW)).toEqual({ outcome: 'killed' });
  });
});
