import { describe, expect, test } from 'vitest';
import {
  articleId,
  articleOfUri,
  articleUri,
  hashOfValue,
  idProblem,
  isArticleId,
  isFeedId,
  isPartnerId,
  isReceiptId,
  pathIdProblem,
} from '../../shared/domain/identity.ts';

describe('an article’s id', () => {
  test('is a version 5 UUID that depends only on the source and the declared id', () => {
    const id = articleId('desk', 'flood');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(articleId('desk', 'flood')).toBe(id);
    expect(
      new Set([id, articleId('wire', 'flood'), articleId('desk', 'Flood'), articleId('deskflood', '')]).size,
    ).toBe(4);
  });

  test('never changes, because feed readers have stored it', () => {
    expect(articleId('desk', 'flood')).toBe('55ad7c98-7c89-58d7-a497-774ce43c016f');
  });

  test('is read from a URN and from a plain UUID', () => {
    const id = articleId('desk', 'flood');
    expect(articleOfUri(articleUri(id))).toBe(id);
    expect(articleOfUri(id.toUpperCase())).toBe(id);
    expect(articleOfUri('desk:flood')).toBeUndefined();
  });
});

test.each([
  ['2026/04/flood', undefined, undefined],
  ['http://wire.example/a%20b', undefined, 'contains % or a path segment of dots'],
  ['a/../b', undefined, 'contains % or a path segment of dots'],
  ['..', undefined, 'contains % or a path segment of dots'],
  ['v1..v2', undefined, undefined],
  [' ', 'is empty', 'is empty'],
  ['a\u0000b', 'contains control characters', 'contains control characters'],
  ['橋'.repeat(167), 'is longer than 500 bytes', 'is longer than 500 bytes'],
  ['橋'.repeat(166), undefined, undefined],
])(
  'the declared id %j has the problem %s in a document, and the problem %s in the path of a request',
  (id, problem, inPath) => {
    expect(idProblem(id)).toBe(problem);
    expect(pathIdProblem(id)).toBe(inPath);
  },
);

test('the hash of a value does not depend on the order of its members', () => {
  expect(hashOfValue({ a: 1, b: { c: [1, 2], d: null } })).toBe(
    hashOfValue({ b: { d: null, c: [1, 2] }, a: 1 }),
  );
  expect(hashOfValue({ a: [1, 2] })).not.toBe(hashOfValue({ a: [2, 1] }));
});

test.each([
  ['55ad7c98-7c89-58d7-a497-774ce43c016f', { article: true, feed: false, partner: true, receipt: true }],
  ['55AD7C98-7C89-58D7-A497-774CE43C016F', { article: false, feed: false, partner: false, receipt: true }],
  ['0123456789abcdef0123', { article: false, feed: true, partner: true, receipt: true }],
  ['outlet-2', { article: false, feed: false, partner: true, receipt: true }],
  ['Outlet_2', { article: false, feed: false, partner: false, receipt: true }],
  ['a/b', { article: false, feed: false, partner: false, receipt: false }],
  ['', { article: false, feed: false, partner: false, receipt: false }],
])('whether %j has the form of the id of an article, feed, partner or receipt: %o', (text, kinds) => {
  const found = {
    article: isArticleId(text),
    feed: isFeedId(text),
    partner: isPartnerId(text),
    receipt: isReceiptId(text),
  };
  expect(found).toEqual(kinds);
});
