import { expect, test } from 'vitest';
import { decodeHead, decodeRevision } from '../../shared/contract/stored/article-rows.ts';
import { decodeEnvelope } from '../../shared/contract/stored/envelope.ts';
import { decodePartner } from '../../shared/contract/stored/partner-rows.ts';
import { decodeReceiptItem } from '../../shared/contract/stored/receipt-rows.ts';
import { feedsOfEdgeRecord } from '../../shared/contract/edge-record.ts';
import { decodeConfiguration } from '../../shared/contract/stored/configuration.ts';
import { configurationOf } from '../model/newsroom.ts';
import { articleIdOf, asInstant } from '../support/ids.ts';
import { headOf, revisionOf } from './articles.ts';
import { instant, NEWER } from './contract.ts';
import { partner } from './partners.ts';

const KEY = { pk: 'P', sk: 'S' };

test('a row is decoded as it is stored: no member is added, moved or lost', () => {
  const { article, ...others } = headOf(articleIdOf('a'), asInstant('b'));
  const row = { ...KEY, token: 1, ...NEWER, head: { ...NEWER, ...others, article } };
  const text = JSON.stringify(row);
  const decoded = decodeHead(row);
  expect(JSON.stringify(decoded)).toBe(text);
  expect(decoded).toBe(row);
});

test('rows without optional members are decoded', () => {
  expect(
    decodeHead({ ...KEY, token: 1, head: { article: 'a', source: 'desk' } }).head.current,
  ).toBeUndefined();
  const item = { item: 0, outcome: 'stored', removed: [], notes: [], channels: [] };
  expect(decodeReceiptItem({ ...KEY, item }).item.code).toBeUndefined();
  expect(decodePartner({ ...KEY, partner: partner('p'), token: 1 }).partner.disabled).toBeUndefined();
});

test('a configuration that was stored before Wiredesk had partners is decoded', () => {
  const { partnerFeeds: _, ...older } = configurationOf([]);
  expect(decodeConfiguration(JSON.stringify(older)).partnerFeeds).toEqual([]);
});

test('an error names the key and every broken member, and no stored value', () => {
  const revision = {
    ...revisionOf(articleIdOf('a'), 'v1', 'h'),
    pubstatus: ['secret words'],
    notes: [{ secret: 'words' }],
  };
  const decode = (): unknown => decodeRevision({ ...KEY, revision });
  expect(decode).toThrow(/^P S cannot be decoded: revision\.pubstatus: .+; revision\.notes\.0: .+$/);
  expect(decode).not.toThrow(/secret/);
});

test('an envelope that is not JSON is refused; the error names the key of its object', () => {
  expect(() => decodeEnvelope('{', 'raw/desk/r')).toThrow('the envelope of raw/desk/r cannot be decoded');
  const envelope = {
    kind: 'content',
    source: 'desk',
    receipt: 'r',
    receivedAt: instant(0),
    mediaType: 'text/plain',
  };
  expect(decodeEnvelope(JSON.stringify(envelope), 'raw/desk/r')).toEqual(envelope);
});

test.each([
  ['without a feeds part', 'hash'],
  ['with a feed but no alias', 'hash|feed'],
  ['with an end that is not a number', 'hash|top:feed~soon'],
])(
  'a partner’s entry in the key-value store %s gives no feeds, so that the next apply writes the entry again',
  (_, value) => {
    expect([...feedsOfEdgeRecord(value)]).toEqual([]);
  },
);

test('an entry of a partner may have a part of a newer Wiredesk; an entry without subscriptions has no feeds', () => {
  expect([...feedsOfEdgeRecord('hash|top:feed~1798761600|newer')]).toEqual([['top', 'feed']]);
  expect([...feedsOfEdgeRecord('hash|')]).toEqual([]);
});
