import { describe, expect, test } from 'vitest';
import type { CurrentRevision, Head } from '../../shared/domain/article.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import { withDecision } from '../../shared/domain/head.ts';
import {
  dueInstants,
  embargoEnd,
  releasedAt,
  showsIn,
  standing,
  touchedAt,
} from '../../shared/domain/lifecycle.ts';

const at = (hour: number): string => `2026-04-13T${String(hour).padStart(2, '0')}:00:00.000Z`;
const NOW = at(12);

function headWith(current: Partial<CurrentRevision> | undefined, ...decisions: Partial<Decision>[]): Head {
  const base: Head = { article: 'a', source: 'desk', declaredId: 'a' };
  const facts = { source: 'desk', language: 'en', subjects: [], genres: [], places: [], headline: 'A story' };
  const revision: CurrentRevision = {
    ...{ version: '1', contentHash: 'h', pubstatus: 'usable', changed: at(9), created: at(8), facts },
    ...current,
  };
  const start: Head = current === undefined ? base : { ...base, current: revision };
  return decisions.reduce<Head>(
    (head, decision) =>
      withDecision(head, { action: 'kill', at: at(10), receipt: 'r', by: 'b', ...decision }),
    start,
  );
}

const kill: Partial<Decision> = { action: 'kill' };
const hold: Partial<Decision> = { action: 'hold' };

test.each<[string, Head, string]>([
  ['nothing but its name', headWith(undefined), 'unknown'],
  ['a kill that came first', headWith(undefined, kill), 'killed'],
  ['a revision', headWith({}), 'usable'],
  ['a kill', headWith({}, kill), 'killed'],
  ['a kill and a later un-kill', headWith({}, kill, { action: 'unkill', at: at(11) }), 'usable'],
  [
    'an un-kill and a later kill',
    headWith({}, { action: 'unkill' }, { action: 'kill', at: at(11) }),
    'killed',
  ],
  [
    'an un-kill that arrives late but was made before the kill',
    headWith({}, { action: 'kill', at: at(11) }, { action: 'unkill' }),
    'killed',
  ],
  ['a hold', headWith({}, hold), 'held'],
  ['a hold and a release', headWith({}, hold, { action: 'release', at: at(11) }), 'usable'],
  ['a hold and a kill', headWith({}, hold, kill), 'killed'],
  ['an erasure', headWith(undefined, { action: 'erase' }), 'erased'],
  [
    'an erasure and later an un-kill',
    headWith({}, { action: 'erase' }, { action: 'unkill', at: at(11) }),
    'erased',
  ],
  ['an erasure taken back', headWith({}, { action: 'erase' }, { action: 'readmit', at: at(11) }), 'usable'],
  ['an erasure of a killed one taken back', headWith({}, kill, { action: 'readmit', at: at(11) }), 'killed'],
  ['pubstatus withheld', headWith({ pubstatus: 'withheld' }), 'withheld'],
  ['an embargo to come', headWith({ embargoed: at(13) }), 'embargoed'],
  ['an embargo that ends now', headWith({ embargoed: at(12) }), 'usable'],
  ['an expiry to come', headWith({ expires: at(13) }), 'usable'],
  ['an expiry now', headWith({ expires: at(12) }), 'expired'],
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
])('with %s it stands %3$s', (_, head, expected) => {
  expect(standing(head, NOW)).toBe(expected);
});

describe('the end of an embargo', () => {
  test.each<[string, Head, string | undefined]>([
    ['none', headWith({}), undefined],
    ['as declared', headWith({ embargoed: at(13) }), at(13)],
    ['as decided', headWith({ embargoed: at(13) }, { action: 'embargo', until: at(15) }), at(15)],
    [
      'when it was lifted, if it was still on',
      headWith({ embargoed: at(13) }, { action: 'embargo' }),
      at(10),
    ],
    [
      'as declared, if it was over when it was lifted',
      headWith({ embargoed: at(9) }, { action: 'embargo' }),
      at(9),
    ],
    [
      'when it was moved into the past',
      headWith({ embargoed: at(13) }, { action: 'embargo', until: at(7) }),
      at(10),
    ],
  ])('%s', (_, head, expected) => expect(embargoEnd(head)).toBe(expected));
});

test('a story is released when it was created, or when its embargo ends', () => {
  expect(releasedAt(headWith(undefined))).toBeUndefined();
  expect(releasedAt(headWith({}))).toBe(at(8));
  expect(releasedAt(headWith({ embargoed: at(7) }))).toBe(at(8));
  expect(releasedAt(headWith({ embargoed: at(13) }))).toBe(at(13));
});

test('only instants to come are due', () => {
  expect(dueInstants(headWith({ embargoed: at(13), expires: at(15) }), NOW)).toEqual([at(13), at(15)]);
  expect(dueInstants(headWith({ embargoed: at(11), expires: at(12) }), NOW)).toEqual([]);
});

describe('a channel', () => {
  const news = { id: 'news', select: { source: 'desk' } };
  const other = { id: 'other', select: { source: 'wire' } };

  test.each<[string, Head, boolean, boolean]>([
    ['what its selector takes', headWith({}), true, false],
    [
      'nothing that was withdrawn from it',
      headWith({}, { action: 'withdraw', target: 'news' }),
      false,
      false,
    ],
    ['what was put in by hand', headWith({}, { action: 'include', target: 'other' }), true, true],
    ['nothing that was kept out by hand', headWith({}, { action: 'exclude', target: 'news' }), false, false],
    [
      'what its selector takes after a hand let go',
      headWith({}, { action: 'exclude', target: 'news' }, { action: 'select', target: 'news', at: at(11) }),
      true,
      false,
    ],
    [
      'nothing that was withdrawn, though put in by hand',
      headWith({}, { action: 'include', target: 'other' }, { action: 'withdraw', target: 'other' }),
      true,
      false,
    ],
    [
      'nothing that is killed, though put in by hand',
      headWith({}, { action: 'include', target: 'other' }, kill),
      false,
      false,
    ],
  ])('shows %s', (_, head, inNews, inOther) => {
    expect([showsIn(head, news, NOW), showsIn(head, other, NOW)]).toEqual([inNews, inOther]);
  });

  test('is touched by what concerns it, and by no other channel’s decisions', () => {
    const head = headWith({}, { action: 'withdraw', target: 'news', at: at(11) });
    expect(touchedAt(head, 'news', NOW)).toBe(at(11));
    expect(touchedAt(head, 'other', NOW)).toBe(at(9));
    expect(touchedAt(headWith({ expires: at(11) }), 'news', NOW)).toBe(at(11));
    expect(touchedAt(headWith({ expires: at(13) }), 'news', NOW)).toBe(at(9));
  });
});
