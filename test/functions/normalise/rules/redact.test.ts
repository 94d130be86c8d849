import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readItems } from '../../../../functions/normalise/rules/read-items.ts';
import { redact } from '../../../../functions/normalise/rules/redact.ts';
import type { RawObject } from '../../../../shared/contract/stores.ts';
import { articleId } from '../../../../shared/domain/identity.ts';
import type { OrderBasis } from '../../../../shared/domain/order.ts';

const SOURCE = {
  ...{ id: 'desk', order: 'arrival' as OrderBasis, language: 'en', boilerplate: [], tokenHashes: [] },
};
const GONE = articleId('desk', 'gone');
const WORDS = ['unspeakable', 'gone'];

const raw = (mediaType: string, bytes: Uint8Array, more: Partial<RawObject['envelope']> = {}): RawObject => ({
  envelope: {
    ...{ kind: 'content', source: 'desk', receipt: 'r', receivedAt: '2026-04-13T09:00:00.000Z', mediaType },
    ...more,
  },
  bytes,
});
const items = (object: RawObject): ReturnType<typeof readItems> => readItems(object, SOURCE, () => undefined);
const words = ({ envelope, bytes }: RawObject): string[] => {
  const text = `${JSON.stringify(envelope)} ${Buffer.from(bytes).toString('utf8')}`;
  return WORDS.filter((word) => text.includes(word));
};

const rss = (...inner: string[]): string =>
  `<?xml version="1.0" encoding="windows-1252"?><rss version="2.0"><channel><title>T</title>${inner.join('')}</channel></rss>`;
const item = (id: string, title: string): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><description>Caf\u00E9.</description></item>`;
const line = (id: string, title: string): string => JSON.stringify({ id, title, content_text: 'A body.' });

const SUBMISSIONS: [string, RawObject][] = [
  [
    'an RSS feed in a legacy encoding, compressed',
    raw(
      'application/rss+xml',
      gzipSync(
        Buffer.from(
          rss(item('a', 'One'), item('gone', 'Unspeakable unspeakable'), item('b', 'Two')),
          'latin1',
        ),
      ),
    ),
  ],
  [
    'lines of JSON, one of them bad',
    raw(
      'application/x-ndjson',
      Buffer.from([line('a', 'One'), line('gone', 'unspeakable'), '{"id":'].join('\n')),
    ),
  ],
];

describe.each(SUBMISSIONS)('of %s', (_, object) => {
  test('only the one item goes; the others are read as before, in their places', () => {
    const before = items(object);
    const redacted = redact(object, GONE, SOURCE);
    expect(redacted.items).toEqual([1]);
    const left = redacted.object ?? object;
    expect(words(left)).toEqual([]);
    expect(items(left)).toEqual(before.with(1, { erased: GONE }));
    const { receipt, receivedAt, mediaType } = object.envelope;
    expect(left.envelope).toMatchObject({ kind: 'redacted', receipt, receivedAt, mediaType });
  });

  test('a second time changes nothing, and another article can go as well', () => {
    const once = redact(object, GONE, SOURCE).object ?? object;
    expect(redact(once, GONE, SOURCE)).toEqual({ items: [1] });
    const twice = redact(once, articleId('desk', 'a'), SOURCE);
    expect(twice.items).toEqual([0]);
    expect(items(twice.object ?? once)).toMatchObject([
      { erased: articleId('desk', 'a') },
      { erased: GONE },
      expect.anything(),
    ]);
  });
});

test('what cannot be read goes by the id its address gave', () => {
  const { object, items: places } = redact(
    raw('application/json', Buffer.from('{"unspeakable'), { declaredId: 'gone' }),
    GONE,
    SOURCE,
  );
  expect(places).toEqual([0]);
  expect(object && words(object)).toEqual([]);
});

test('a submission that does not name the article stays as it came', () => {
  expect(redact(raw('text/plain', Buffer.from('One\n\nIts text.')), GONE, SOURCE)).toEqual({ items: [] });
});

test('a canceled article stays canceled', () => {
  const canceled = { uri: 'gone', pubstatus: 'canceled', headlines: [{ value: 'unspeakable' }], bodies: [] };
  const { object } = redact(raw('application/json', Buffer.from(JSON.stringify(canceled))), GONE, SOURCE);
  expect(object && items(object)).toEqual([{ erased: GONE, killed: true }]);
});

test('a decision keeps what was decided and by whom, not why, and names the article by its own id', () => {
  const decision = { action: 'kill', by: 'Jane Roe', reason: 'she said unspeakable' };
  const bytes = Buffer.from(JSON.stringify(decision));
  const { object } = redact(raw('x', bytes, { kind: 'decision', declaredId: 'gone' }), GONE, SOURCE);
  expect(object && words(object)).toEqual([]);
  expect(JSON.parse(Buffer.from(object?.bytes ?? []).toString('utf8'))).toEqual({
    ...{ action: 'kill', by: 'Jane Roe', article: GONE },
  });
});
