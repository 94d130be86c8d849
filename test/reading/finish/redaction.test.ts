import { describe, expect, test } from 'vitest';
import {
  type RemainingItem,
  readRemaining,
  writeRemaining,
} from '../../../shared/reading/finish/redaction.ts';
import { articleIdOf } from '../../support/ids.ts';
import { readOne } from '../drafted.ts';

const draft = readOne(
  '<rss version="2.0"><channel><item><guid>a</guid><title>A</title><link>https://example.com/</link><category>c</category><enclosure url="https://example.com/a.mp3" type="audio/mpeg" length="1"/></item></channel></rss>',
  'application/rss+xml',
);
const ITEMS: RemainingItem[] = [
  { ok: true, draft },
  { erased: articleIdOf('55ad7c98-7c89-58d7-a497-774ce43c016f') },
  { erased: articleIdOf('55ad7c98-7c89-58d7-a497-774ce43c016f'), killed: true },
  { ok: false, rejection: { code: 'FIELD_TYPE', detail: 'x' }, declaredId: 'b' },
];
const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

describe('readRemaining', () => {
  test('reads the bytes of writeRemaining, and writing the result again gives the same bytes', () => {
    const written = writeRemaining(ITEMS);
    expect(readRemaining(written)).toEqual(ITEMS);
    expect(writeRemaining(readRemaining(written))).toEqual(written);
  });

  test('keeps members of a draft that this version of Wiredesk does not know', () => {
    const items = [{ ok: true, draft: { ...draft, later: 1, content: { ...draft.content, later: 2 } } }];
    expect(readRemaining(bytesOf({ items, later: 3 }))).toEqual(items);
  });

  test.each([
    ['no items', {}],
    ['an item of no known kind', { items: [{}] }],
    ['a draft without contents', { items: [{ ok: true, draft: { ...draft, content: undefined } }] }],
    ['a rejection with an unknown code', { items: [{ ok: false, rejection: { code: 'X', detail: '' } }] }],
  ])('throws an error if the bytes have %s', (_, value) => {
    expect(() => readRemaining(bytesOf(value))).toThrow();
  });
});
