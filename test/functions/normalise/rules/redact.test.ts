import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readItems } from '../../../../functions/normalise/rules/read-items.ts';
import { redact } from '../../../../functions/normalise/rules/redact.ts';
import type { RawObject } from '../../../../shared/contract/stores.ts';
import { articleId } from '../../../../shared/domain/identity.ts';
import type { Source } from '../../../../shared/domain/source.ts';
import type { RemainingItem } from '../../../../shared/reading/finish/redaction.ts';
import { asInstant, receiptIdOf } from '../../../support/ids.ts';

const SOURCE: Source = { id: 'desk', order: 'arrival', language: 'en', boilerplate: [], tokenHashes: [] };
const ERASED = articleId('desk', 'gone');
/** Words about the erased article. A redacted object must not contain any of them. */
const WORDS = ['unspeakable', 'gone'];

const raw = (mediaType: string, bytes: Uint8Array, more: Partial<RawObject['envelope']> = {}): RawObject => ({
  envelope: {
    kind: 'content',
    source: 'desk',
    receipt: receiptIdOf('r'),
    receivedAt: asInstant('2026-04-13T09:00:00.000Z'),
    mediaType,
    ...more,
  },
  bytes,
});
const items = (object: RawObject): RemainingItem[] => readItems(object, SOURCE).items;
/** The members of WORDS that an object contains. */
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
    'newline-delimited JSON with one invalid line',
    raw(
      'application/x-ndjson',
      Buffer.from([line('a', 'One'), line('gone', 'unspeakable'), '{"id":'].join('\n')),
    ),
  ],
];

describe.each(SUBMISSIONS)('redacting %s', (_, object) => {
  test('removes only the erased item; the other items are read as before, at the same positions', () => {
    const before = items(object);
    const redacted = redact(object, ERASED, SOURCE);
    expect(redacted.items).toEqual([1]);
    const remaining = redacted.object ?? object;
    expect(words(remaining)).toEqual([]);
    expect(items(remaining)).toEqual(before.with(1, { erased: ERASED }));
    const { receipt, receivedAt, mediaType } = object.envelope;
    expect(remaining.envelope).toMatchObject({ kind: 'redacted', receipt, receivedAt, mediaType });
  });

  test('a second time for the same article changes nothing; for another article it removes that article too', () => {
    const once = redact(object, ERASED, SOURCE).object ?? object;
    expect(redact(once, ERASED, SOURCE)).toEqual({ items: [1] });
    const twice = redact(once, articleId('desk', 'a'), SOURCE);
    expect(twice.items).toEqual([0]);
    expect(items(twice.object ?? once)).toMatchObject([
      { erased: articleId('desk', 'a') },
      { erased: ERASED },
      expect.anything(),
    ]);
  });
});

test('a submission that cannot be read is redacted if the request named the erased article', () => {
  const { object, items: positions } = redact(
    raw('application/json', Buffer.from('{"unspeakable'), { declaredId: 'gone' }),
    ERASED,
    SOURCE,
  );
  expect(positions).toEqual([0]);
  expect(object && words(object)).toEqual([]);
});

test('a submission that does not name the article is not changed', () => {
  expect(redact(raw('text/plain', Buffer.from('One\n\nIts text.')), ERASED, SOURCE)).toEqual({ items: [] });
});

test('redacting the kill of an article keeps the article killed', () => {
  const canceled = { uri: 'gone', pubstatus: 'canceled', headlines: [{ value: 'unspeakable' }], bodies: [] };
  const { object } = redact(raw('application/json', Buffer.from(JSON.stringify(canceled))), ERASED, SOURCE);
  expect(object && items(object)).toEqual([{ erased: ERASED, killed: true }]);
});

test('a redacted decision keeps the action and who decided, drops the reason, and names the article by its id', () => {
  const decision = { action: 'kill', by: 'Jane Roe', reason: 'she said unspeakable' };
  const bytes = Buffer.from(JSON.stringify(decision));
  const { object } = redact(raw('x', bytes, { kind: 'decision', declaredId: 'gone' }), ERASED, SOURCE);
  expect(object && words(object)).toEqual([]);
  expect(JSON.parse(Buffer.from(object?.bytes ?? []).toString('utf8'))).toEqual({
    action: 'kill',
    by: 'Jane Roe',
    article: ERASED,
  });
});
