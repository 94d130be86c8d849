import { describe, expect, test } from 'vitest';
import { objectKeys, parseDocumentKey, parseRawKey } from '../../shared/contract/keys.ts';
import { feedSubject } from '../../shared/contract/subject.ts';
import {
  articleOfKey,
  contentHashOfKey,
  feedOfWakeKey,
  isReceiptItemKey,
  type Key,
  type KeyRange,
  revOfKey,
  subjectOfKey,
  tableKeys,
  tableRanges,
} from '../../shared/contract/table-keys.ts';
import type { FeedId } from '../../shared/domain/identity.ts';
import { hourOf } from '../../shared/domain/quota.ts';
import { articleIdOf, asInstant, feedIdOf, partnerIdOf, receiptIdOf } from '../support/ids.ts';

const AT = asInstant('2026-04-13T09:00:00.000Z');
const LATER = asInstant('2026-04-14T00:00:00.000Z');

/** Rows are stored under these keys. If a change built other keys, the stored rows would no longer be found. */
test.each<[Key, string, string]>([
  [tableKeys.head(articleIdOf('a')), 'ARTICLE#a', 'HEAD'],
  [tableKeys.reach(articleIdOf('a')), 'REACH#a', 'REACH'],
  [tableKeys.reachBefore(articleIdOf('a')), 'ARTICLE#a', 'REACH'],
  [tableKeys.revision(articleIdOf('a'), 'v1'), 'ARTICLE#a', 'V#v1'],
  [tableKeys.content(articleIdOf('a'), 'h'), 'ARTICLE#a', 'C#h'],
  [
    tableKeys.decision(articleIdOf('a'), { at: AT, receipt: receiptIdOf('r'), action: 'kill' }),
    'ARTICLE#a',
    `D#${AT}~r~kill`,
  ],
  [
    tableKeys.decisionBefore(articleIdOf('a'), { at: AT, receipt: receiptIdOf('r') }),
    'ARTICLE#a',
    `D#${AT}~r`,
  ],
  [tableKeys.mention(articleIdOf('a'), receiptIdOf('r')), 'ARTICLE#a', 'S#r'],
  [
    tableKeys.dirty(articleIdOf('5d0a1a52-6c1e-5b3a-9f64-0c8a4a7f0001')),
    'DIRTY#6',
    '5d0a1a52-6c1e-5b3a-9f64-0c8a4a7f0001',
  ],
  [tableKeys.dirty(feedSubject(feedIdOf('f'))), 'DIRTY#1', 'feed:f'],
  [tableKeys.due(AT, feedSubject(feedIdOf('f'))), 'DUE#1', `${AT}#feed:f`],
  [tableKeys.todo(feedIdOf('f'), { at: AT, token: 't' }), 'TODO#f', `${AT}#t`],
  [tableKeys.wake(feedIdOf('f')), 'WAKE#1', 'f'],
  [tableKeys.feedState(feedIdOf('f')), 'FEED#f', 'STATE'],
  [tableKeys.feedRelease(feedIdOf('f')), 'RELEASE#f', 'RELEASE'],
  [tableKeys.feedLog(feedIdOf('f'), 12), 'FEED#f', 'LOG#000000000012'],
  [tableKeys.partner(partnerIdOf('p')), 'PARTNERS', 'p'],
  [tableKeys.quotaCount('desk', hourOf(new Date('2026-04-13T09:59:00Z'))), 'QUOTA#desk', AT],
  [tableKeys.receipt(receiptIdOf('r')), 'RECEIPT#r', 'RECEIPT'],
  [tableKeys.receiptItem(receiptIdOf('r'), 7), 'RECEIPT#r', 'ITEM#000007'],
  [
    tableKeys.receiptListing('desk', { receivedAt: AT, receipt: receiptIdOf('r') }),
    'RECEIPTS#desk#2026-04-13',
    `${AT}#r`,
  ],
])('the key %o never changes', (key, pk, sk) => {
  expect(key).toEqual({ pk, sk });
});

const has = ({ pk, from = '', to = '\u{10FFFF}' }: KeyRange, key: Key): boolean =>
  key.pk === pk && key.sk >= from && key.sk <= to;

describe('a range', () => {
  const rows: Record<string, Key> = {
    head: tableKeys.head(articleIdOf('a')),
    reach: tableKeys.reach(articleIdOf('a')),
    'revision v1': tableKeys.revision(articleIdOf('a'), 'v1'),
    'revision v3': tableKeys.revision(articleIdOf('a'), 'v3'),
    content: tableKeys.content(articleIdOf('a'), 'h'),
    decision: tableKeys.decision(articleIdOf('a'), { at: AT, receipt: receiptIdOf('r'), action: 'kill' }),
    mention: tableKeys.mention(articleIdOf('a'), receiptIdOf('r')),
    state: tableKeys.feedState(feedIdOf('a')),
    release: tableKeys.feedRelease(feedIdOf('a')),
    'log 1': tableKeys.feedLog(feedIdOf('a'), 1),
    'log 10': tableKeys.feedLog(feedIdOf('a'), 10),
    receipt: tableKeys.receipt(receiptIdOf('a')),
    item: tableKeys.receiptItem(receiptIdOf('a'), 0),
    'listing r': tableKeys.receiptListing('a', { receivedAt: AT, receipt: receiptIdOf('r') }),
    'listing s': tableKeys.receiptListing('a', { receivedAt: AT, receipt: receiptIdOf('s') }),
    'listing later': tableKeys.receiptListing('a', { receivedAt: LATER, receipt: receiptIdOf('r') }),
    partner: tableKeys.partner(partnerIdOf('a')),
    due: tableKeys.due(AT, articleIdOf('a')),
    'due later': tableKeys.due(LATER, articleIdOf('a')),
    dirty: tableKeys.dirty(articleIdOf('a')),
    todo: tableKeys.todo(feedIdOf('a'), { at: AT, token: 't' }),
    'todo of b': tableKeys.todo(feedIdOf('b'), { at: AT, token: 't' }),
    wake: tableKeys.wake(feedIdOf('a')),
  };
  const found = (ranges: KeyRange[]): string[] =>
    Object.keys(rows).filter((name) => ranges.some((range) => has(range, rows[name] ?? { pk: '', sk: '' })));

  test.each<[string, KeyRange[], string[]]>([
    ['of revisions', [tableRanges.revisions(articleIdOf('a'))], ['revision v1', 'revision v3']],
    ['of the revisions until a version', [tableRanges.revisions(articleIdOf('a'), 'v2')], ['revision v1']],
    ['of contents', [tableRanges.contents(articleIdOf('a'))], ['content']],
    ['of decisions', [tableRanges.decisions(articleIdOf('a'))], ['decision']],
    ['of mentions', [tableRanges.mentions(articleIdOf('a'))], ['mention']],
    ['of a log', [tableRanges.feedLog(feedIdOf('a'))], ['log 1', 'log 10']],
    ['of a log below a rev', [tableRanges.feedLog(feedIdOf('a'), 10)], ['log 1']],
    ['of a log below its first rev', [tableRanges.feedLog(feedIdOf('a'), 1)], []],
    ['of a receipt', [tableRanges.wholeReceipt(receiptIdOf('a'))], ['receipt', 'item']],
    ['of the items of a receipt', [tableRanges.receiptItems(receiptIdOf('a'))], ['item']],
    ['of a day', [tableRanges.receiptsOfDay('a', '2026-04-13')], ['listing r', 'listing s']],
    [
      'of a day until a receipt',
      [tableRanges.receiptsOfDay('a', '2026-04-13', { receivedAt: AT, receipt: receiptIdOf('r') })],
      ['listing r'],
    ],
    ['of an instant', tableRanges.receiptsBetween('a', AT, AT), ['listing r', 'listing s']],
    [
      'over midnight',
      tableRanges.receiptsBetween('a', AT, LATER),
      ['listing r', 'listing s', 'listing later'],
    ],
    ['of partners', [tableRanges.partners()], ['partner']],
    ['of all DUE rows until an instant', tableRanges.due(AT), ['due']],
    ['of all DIRTY rows', tableRanges.dirty(), ['dirty']],
    ['of the TODO rows of a feed', [tableRanges.todo(feedIdOf('a'))], ['todo']],
    ['of all WAKE rows', tableRanges.wake(), ['wake']],
  ])('%s contains its rows and no other rows', (_, ranges, names) => {
    expect(found(ranges)).toEqual(names);
  });
});

test('the parsers of keys return the values from which the keys were built', () => {
  expect(articleOfKey(tableKeys.head(articleIdOf('a')))).toBe('a');
  expect(contentHashOfKey(tableKeys.content(articleIdOf('a'), 'h'))).toBe('h');
  expect(revOfKey(tableKeys.feedLog(feedIdOf('f'), 120))).toBe(120);
  expect(feedOfWakeKey(tableKeys.wake(feedIdOf('f')))).toBe('f');
  expect(subjectOfKey(tableKeys.dirty(feedSubject(feedIdOf('f'))))).toBe('feed:f');
  expect(
    [tableKeys.receiptItem(receiptIdOf('r'), 1), tableKeys.receipt(receiptIdOf('r'))].map(isReceiptItemKey),
  ).toEqual([true, false]);
  expect(() => articleOfKey(tableKeys.feedState(feedIdOf('f')))).toThrow('FEED#f');
});

test('a parser of object keys returns undefined for keys of other objects', () => {
  expect(parseRawKey(objectKeys.raw('desk', receiptIdOf('r-1')))).toEqual({ source: 'desk', receipt: 'r-1' });
  expect(parseRawKey(objectKeys.configuration)).toBeUndefined();
  expect(parseDocumentKey(objectKeys.gzipDocument(feedIdOf('f'), 'rss.xml'))).toBe('f');
  expect(parseDocumentKey(objectKeys.document(feedIdOf('f'), 'other.xml'))).toBeUndefined();
});

test('the two keys for a range of feeds enclose the documents from the first feed on and before the last feed', () => {
  const isBetween = (feed: FeedId, from?: FeedId, to?: FeedId): boolean => {
    const [after, before] = objectKeys.documentsBetween(from, to);
    const key = objectKeys.document(feed, 'rss.xml');
    return key > after && key < before;
  };
  expect(['a', 'b', 'c'].map((feed) => isBetween(feedIdOf(feed), feedIdOf('a'), feedIdOf('c')))).toEqual([
    true,
    true,
    false,
  ]);
  expect(['a', 'b', 'c'].map((feed) => isBetween(feedIdOf(feed), feedIdOf('b')))).toEqual([
    false,
    true,
    true,
  ]);
  expect(['a', 'b', 'c'].map((feed) => isBetween(feedIdOf(feed)))).toEqual([true, true, true]);
});
