import { describe, expect, test } from 'vitest';
import type { CurrentRevision, Head } from '../../shared/domain/article.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import { withDecision } from '../../shared/domain/head.ts';
import type { Audience } from '../../shared/domain/feed.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { PUBLIC_TERMS, type Terms } from '../../shared/domain/terms.ts';
import {
  dueInstants,
  embargoEnd,
  firstReleasedFor,
  hiddenBy,
  releasedAt,
  releasedFor,
  showsIn,
  standing,
  touchedAt,
} from '../../shared/domain/lifecycle.ts';
import { articleIdOf, asInstant, feedIdOf, receiptIdOf } from '../support/ids.ts';

const at = (hour: number): Instant => asInstant(`2026-04-13T${String(hour).padStart(2, '0')}:00:00.000Z`);
const NOW = at(12);

function headWith(current: Partial<CurrentRevision> | undefined, ...decisions: Partial<Decision>[]): Head {
  const base: Head = { article: articleIdOf('a'), source: 'desk', declaredId: 'a' };
  const facts = { source: 'desk', language: 'en', subjects: [], genres: [], places: [], headline: 'A story' };
  const revision: CurrentRevision = {
    version: '1',
    contentHash: 'h',
    pubstatus: 'usable',
    changed: at(9),
    created: at(8),
    facts,
    received: at(9),
    ...current,
  };
  const start: Head = current === undefined ? base : { ...base, current: revision };
  return decisions.reduce<Head>(
    (head, decision) =>
      withDecision(head, { action: 'kill', at: at(10), receipt: receiptIdOf('r'), by: 'b', ...decision }),
    start,
  );
}

function feedOf(id: string, source: string, terms: Partial<Terms> = {}): Audience {
  const channel = { id, select: { source }, title: id, link: 'https://example.com/', items: 9, public: true };
  return { id: feedIdOf(`f-${id}`), channel, terms: { ...PUBLIC_TERMS, ...terms } };
}

const doubtful: Partial<CurrentRevision> = {
  pubstatus: 'withheld',
  doubt: { code: 'STATUS_UNKNOWN', detail: 'status: parked' },
};
const kill: Partial<Decision> = { action: 'kill' };
const hold: Partial<Decision> = { action: 'hold' };

test.each<[string, Head, string]>([
  ['neither a revision nor a decision', headWith(undefined), 'unknown'],
  ['a kill but no revision', headWith(undefined, kill), 'killed'],
  ['a revision', headWith({}), 'usable'],
  ['a kill', headWith({}, kill), 'killed'],
  ['a kill and a later unkill', headWith({}, kill, { action: 'unkill', at: at(11) }), 'usable'],
  [
    'an unkill and a later kill',
    headWith({}, { action: 'unkill' }, { action: 'kill', at: at(11) }),
    'killed',
  ],
  [
    'an unkill that arrives after the kill but was made before it',
    headWith({}, { action: 'kill', at: at(11) }, { action: 'unkill' }),
    'killed',
  ],
  ['a hold', headWith({}, hold), 'held'],
  ['a hold and a release', headWith({}, hold, { action: 'release', at: at(11) }), 'usable'],
  ['a hold and a kill', headWith({}, hold, kill), 'killed'],
  ['a mark of the sender', headWith({ pubstatus: 'withheld' }), 'withheld'],
  [
    'a mark of the sender and a release',
    headWith({ pubstatus: 'withheld' }, { action: 'release' }),
    'withheld',
  ],
  ['a doubt', headWith(doubtful), 'withheld'],
  ['a doubt and a later release', headWith(doubtful, { action: 'release' }), 'usable'],
  ['a release and a doubt that came later', headWith(doubtful, { action: 'release', at: at(8) }), 'withheld'],
  ['a release at the instant of a doubt', headWith(doubtful, { action: 'release', at: at(9) }), 'withheld'],
  [
    'a doubt, a release and a later hold',
    headWith(doubtful, { action: 'release' }, { action: 'hold', at: at(11) }),
    'held',
  ],
  ['a doubt, a release and a kill', headWith(doubtful, { action: 'release' }, kill), 'killed'],
  [
    'a doubt, a release and an embargo',
    headWith({ ...doubtful, embargoed: at(13) }, { action: 'release' }),
    'embargoed',
  ],
  ['an erasure', headWith(undefined, { action: 'erase' }), 'erased'],
  [
    'an erasure and later an unkill',
    headWith({}, { action: 'erase' }, { action: 'unkill', at: at(11) }),
    'erased',
  ],
  [
    'an erasure and a later readmission',
    headWith({}, { action: 'erase' }, { action: 'readmit', at: at(11) }),
    'usable',
  ],
  [
    'a kill, an erasure and a later readmission',
    headWith({}, kill, { action: 'readmit', at: at(11) }),
    'killed',
  ],
  ['pubstatus withheld', headWith({ pubstatus: 'withheld' }), 'withheld'],
  ['an embargo that ends later', headWith({ embargoed: at(13) }), 'embargoed'],
  ['an embargo that ends now', headWith({ embargoed: at(12) }), 'usable'],
  ['an expiry that is later', headWith({ expires: at(13) }), 'usable'],
  ['an expiry that is now', headWith({ expires: at(12) }), 'expired'],
  [
    'an embargo moved later',
    headWith({ embargoed: at(11) }, { action: 'embargo', until: at(13) }),
    'embargoed',
  ],
  [
    'an embargo moved earlier',
    headWith({ embargoed: at(14) }, { action: 'embargo', until: at(11) }),
    'usable',
  ],
  ['an embargo lifted', headWith({ embargoed: at(14) }, { action: 'embargo' }), 'usable'],
])('with %s the standing is %3$s', (_, head, expected) => {
  expect(standing(head, NOW)).toBe(expected);
});

describe('the end of an embargo', () => {
  test.each<[string, Head, string | undefined]>([
    ['is undefined for an article without an embargo', headWith({}), undefined],
    ['is the declared end', headWith({ embargoed: at(13) }), at(13)],
    [
      'is the end in the decision',
      headWith({ embargoed: at(13) }, { action: 'embargo', until: at(15) }),
      at(15),
    ],
    [
      'is the instant of a decision that lifted the embargo before the declared end',
      headWith({ embargoed: at(13) }, { action: 'embargo' }),
      at(10),
    ],
    [
      'is the declared end, if a decision lifted the embargo after the declared end',
      headWith({ embargoed: at(9) }, { action: 'embargo' }),
      at(9),
    ],
    [
      'is the instant of a decision that moved the end into the past',
      headWith({ embargoed: at(13) }, { action: 'embargo', until: at(7) }),
      at(10),
    ],
  ])('%s', (_, head, expected) => expect(embargoEnd(head)).toBe(expected));
});

test('the release of an article is its creation, or the end of its embargo if the embargo ends later', () => {
  expect(releasedAt(headWith(undefined))).toBeUndefined();
  expect(releasedAt(headWith({}))).toBe(at(8));
  expect(releasedAt(headWith({ embargoed: at(7) }))).toBe(at(8));
  expect(releasedAt(headWith({ embargoed: at(13) }))).toBe(at(13));
});

test('the due instants of an article are the end of its embargo and its expiry, each only if it is in the future', () => {
  expect(dueInstants(headWith({ embargoed: at(13), expires: at(15) }), NOW)).toEqual([at(13), at(15)]);
  expect(dueInstants(headWith({ embargoed: at(11), expires: at(12) }), NOW)).toEqual([]);
});

describe('a feed of a channel', () => {
  const news = feedOf('news', 'desk');
  const other = feedOf('other', 'wire');

  test.each<[string, Head, boolean, boolean]>([
    ['what the channel’s selector selects', headWith({}), true, false],
    [
      'nothing that was withdrawn from the channel',
      headWith({}, { action: 'withdraw', target: 'news' }),
      false,
      false,
    ],
    ['what a decision includes', headWith({}, { action: 'include', target: 'other' }), true, true],
    ['nothing that a decision excludes', headWith({}, { action: 'exclude', target: 'news' }), false, false],
    [
      'what the selector selects, after an exclusion was undone',
      headWith({}, { action: 'exclude', target: 'news' }, { action: 'select', target: 'news', at: at(11) }),
      true,
      false,
    ],
    [
      'nothing that was withdrawn, even if a decision includes it',
      headWith({}, { action: 'include', target: 'other' }, { action: 'withdraw', target: 'other' }),
      true,
      false,
    ],
    [
      'nothing that was killed, even if a decision includes it',
      headWith({}, { action: 'include', target: 'other' }, kill),
      false,
      false,
    ],
  ])('shows %s', (_, head, inNews, inOther) => {
    expect([showsIn(head, news, NOW), showsIn(head, other, NOW)]).toEqual([inNews, inOther]);
  });

  test('is changed by decisions about its channel, and not by decisions about other channels', () => {
    const head = headWith({}, { action: 'withdraw', target: 'news', at: at(11) });
    expect(touchedAt(head, news, NOW)).toBe(at(11));
    expect(touchedAt(head, other, NOW)).toBe(at(9));
    expect(touchedAt(headWith({ changed: at(2), created: at(1), received: at(11) }), news, NOW)).toBe(at(11));
    expect(touchedAt(headWith({ expires: at(11) }), news, NOW)).toBe(at(11));
    expect(touchedAt(headWith({ expires: at(13) }), news, NOW)).toBe(at(9));
  });
});

describe('a feed that partners read', () => {
  const delayed = feedOf('news', 'desk', { audience: 'partner', delayMinutes: 120 });
  const taiwan = feedOf('news', 'desk', { audience: 'partner', territory: ['TW'] });
  const region = feedOf('news', 'desk', { audience: 'partner', territory: ['HK', 'TW'] });
  const dedicated = feedOf('news', 'desk', { audience: 'partner', apart: 'outlet/top' });
  const facts = { source: 'desk', language: 'en', subjects: [], genres: [], places: [], headline: 'A story' };

  test.each<[string, Head, boolean]>([
    ['when the delay has passed since the article was received', headWith({ received: at(10) }), true],
    [
      'but not before the delay has passed since the article was received',
      headWith({ received: at(11) }),
      false,
    ],
    [
      'when the delay after the end of an embargo has passed',
      headWith({ received: at(7), embargoed: at(10) }),
      true,
    ],
    [
      'but not before the delay after the end of an embargo has passed',
      headWith({ received: at(7), embargoed: at(11) }),
      false,
    ],
    [
      'but not earlier because of dates that the sender declared',
      headWith({ received: at(11), created: at(1), changed: at(1) }),
      false,
    ],
    ['but never after it was killed', headWith({ received: at(7) }, kill), false],
  ])('shows an article %s', (_, head, shows) => {
    expect(showsIn(head, delayed, NOW)).toBe(shows);
  });

  test('may show the first revision while the newest revision is still delayed', () => {
    const head: Head = { ...headWith({ received: at(11) }), firstReceived: at(9) };
    expect(firstReleasedFor(head, delayed)).toBe(at(11));
    expect(releasedFor(head, delayed)).toBe(at(13));
    expect(firstReleasedFor(head, taiwan)).toBeUndefined();
  });

  test.each<[string, string[] | undefined, boolean, boolean, boolean]>([
    ['everywhere', undefined, true, true, true],
    ['for Taiwan', ['TW'], true, false, false],
    ['for Hong Kong, Taiwan and the US', ['HK', 'TW', 'US'], true, true, false],
    ['for the US', ['US'], false, false, false],
    ['for no country', [], false, false, false],
  ])(
    'shows an article that is cleared %s only if the whole territory of the feed is cleared',
    (_, territory, inTaiwan, inRegion, anywhere) => {
      const head = headWith({ facts: { ...facts, ...(territory && { territory }) } });
      expect([taiwan, region, dedicated].map((feed) => showsIn(head, feed, NOW))).toEqual([
        inTaiwan,
        inRegion,
        anywhere,
      ]);
      const included = headWith(
        { facts: { ...facts, territory: [] } },
        { action: 'include', target: 'news' },
      );
      expect(showsIn(included, taiwan, NOW)).toBe(false);
    },
  );

  test.each(['partner:outlet/top', 'partner:outlet', 'feed:f-news', 'news'])(
    'does not show what is withdrawn from %s',
    (target) => {
      const head = headWith({}, { action: 'withdraw', target, at: at(11) });
      expect(showsIn(head, dedicated, NOW)).toBe(false);
      expect(touchedAt(head, dedicated, NOW)).toBe(at(11));
      expect(showsIn(head, { ...taiwan, id: feedIdOf('f-2') }, NOW)).toBe(target !== 'news');
    },
  );

  test('follows the decision with the narrower target, if one decision excludes an article and another includes it', () => {
    const head = headWith(
      {},
      { action: 'exclude', target: 'news' },
      { action: 'include', target: 'partner:outlet' },
    );
    expect([showsIn(head, dedicated, NOW), showsIn(head, taiwan, NOW)]).toEqual([true, false]);
  });

  test('counts as changed by new contents only when the delay has passed', () => {
    expect(touchedAt(headWith({ received: at(9) }), delayed, NOW)).toBe(at(11));
    expect(touchedAt(headWith({ received: at(9) }, { ...kill, at: at(10) }), delayed, NOW)).toBe(at(11));
    expect(touchedAt(headWith({ received: at(11) }), delayed, NOW)).toBe('');
  });
});

test.each<[string, Partial<CurrentRevision>, ReturnType<typeof hiddenBy>]>([
  ['usable', {}, undefined],
  ['withheld by its sender', { pubstatus: 'withheld' }, { code: 'WITHHELD' }],
  ['in doubt', doubtful, { code: 'STATUS_UNKNOWN', detail: 'status: parked' }],
  ['embargoed', { embargoed: at(13) }, { code: 'EMBARGOED' }],
])('an article that is %s is hidden by %3$o', (_name, current, hidden) => {
  expect(hiddenBy(headWith(current), NOW)).toEqual(hidden);
});
