import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../support/running-wiredesk.ts';

const TEXT = { 'content-type': 'text/plain; charset=utf-8' };

/** What the door answers at once, and what the receipt says later. */
describe('the door', () => {
  let desk: Desk;
  beforeAll(async () => (desk = await openDesk()), 60_000);
  afterAll(() => desk.stop());

  test.each([
    ['no body', 'POST', '/v1/sources/desk/submissions', '', TEXT, 400, 'ENCODING_EMPTY'],
    [
      'no token',
      'POST',
      '/v1/sources/desk/submissions',
      'x',
      { ...TEXT, authorization: '' },
      401,
      'UNAUTHORISED',
    ],
    [
      'a wrong token',
      'POST',
      '/v1/sources/desk/submissions',
      'x',
      { ...TEXT, authorization: 'Bearer no' },
      401,
      'UNAUTHORISED',
    ],
    ['another source’s token', 'POST', '/v1/sources/wire/submissions', 'x', TEXT, 401, 'UNAUTHORISED'],
    ['an unknown source', 'POST', '/v1/sources/nobody/submissions', 'x', TEXT, 404, 'SOURCE_UNKNOWN'],
    [
      'a type nobody reads',
      'POST',
      '/v1/sources/desk/submissions',
      'x',
      { 'content-type': 'image/png' },
      415,
      'MEDIA_TYPE',
    ],
    [
      'path dots in the id',
      'PUT',
      `/v1/sources/desk/articles/${encodeURIComponent('a/../b')}`,
      'x',
      TEXT,
      400,
      'FIELD_ID',
    ],
    ['a control in the id', 'PUT', '/v1/sources/desk/articles/a%00b', 'x', TEXT, 400, 'FIELD_ID'],
    [
      'too large a body',
      'PUT',
      '/v1/sources/desk/articles/large',
      'x'.repeat(4 * 1024 * 1024 + 1),
      TEXT,
      413,
      'SIZE_BODY',
    ],
    ['an unknown receipt', 'GET', '/v1/receipts/none', undefined, {}, 404, 'RECEIPT_UNKNOWN'],
  ] as const)('refuses %s', async (_, method, path, body, headers, status, code) => {
    const answer = await desk.send(method, path, body, headers);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
  });

  test('takes a repeated request under the same key once', async () => {
    const key = { ...TEXT, 'idempotency-key': 'the-same-key' };
    const send = async (body: string): Promise<Response> =>
      desk.send('PUT', '/v1/sources/desk/articles/once', body, key);
    const [first, second] = [await send('Once\n\nOnly.'), await send('Once\n\nOnly.')];
    expect([first.status, second.status]).toEqual([202, 202]);
    const { receipt } = (await first.json()) as { receipt: string };
    expect(await second.json()).toMatchObject({ receipt });
    const other = await send('Once\n\nAnd something else.');
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ code: 'KEY_REUSED' });
  });

  test('shows a receipt to its own source only', async () => {
    const { receipt } = await desk.put('private', 'Private\n\nReceipt.');
    const foreign = { authorization: `Bearer ${desk.session.pipeline.tokens['wire'] ?? ''}` };
    expect((await desk.send('GET', `/v1/receipts/${receipt}`)).status).toBe(200);
    expect((await desk.send('GET', `/v1/receipts/${receipt}`, undefined, foreign)).status).toBe(404);
  });

  test('lets GBK bytes through unharmed', async () => {
    // 中文新闻 / 一座桥重新开放了。 in GBK.
    const headline = Buffer.from('d6d0cec4d0c2cec5', 'hex');
    const body = Buffer.from('d2bbd7f9c7c5d6d8d0c2bfaab7c5c1cba1a3', 'hex');
    const bytes = Buffer.concat([headline, Buffer.from('\n\n'), body]);
    const receipt = await desk.put('gbk', bytes, 'text/plain; charset=gbk');
    expect(receipt.outcomes).toMatchObject([{ outcome: 'stored', title: '中文新闻' }]);
    await desk.settle();
    expect((await desk.read('/news/feed.json')).text).toContain('一座桥重新开放了。');
  });

  test.each([
    [
      'bytes that are not what they say',
      new Uint8Array([0x41, 0xff, 0xfe, 0xfd]),
      'text/plain; charset=utf-8',
      'ENCODING_INVALID',
    ],
    ['an encoding nobody knows', 'x', 'text/plain; charset=klingon', 'ENCODING_UNKNOWN'],
    ['broken JSON', '{', 'application/json', 'JSON_INVALID'],
    [
      'an embargo without a zone',
      '{"uri":"a","headlines":[{"value":"x"}],"embargoed":"2026-04-13T12:00:00"}',
      'application/json',
      'FIELD_EMBARGO',
    ],
    ['wrong types', '{"uri":"a","headlines":"x"}', 'application/json', 'FIELD_TYPE'],
    ['nothing to say', '{"uri":"a"}', 'application/json', 'FIELD_MISSING'],
    [
      'markup without end',
      '<b>'.repeat(80_000) + '</i>'.repeat(80_000),
      'text/html; charset=utf-8',
      'HTML_TOO_DEEP',
    ],
  ] as const)('keeps %s and rejects it with a code', async (_, body, mediaType, code) => {
    const receipt = await desk.put('bad', body, mediaType);
    expect(receipt.outcomes).toMatchObject([{ outcome: 'rejected', code }]);
    const raw = await desk.session.pipeline.raw.get(`raw/desk/${receipt.receipt}`);
    expect(Buffer.from(raw?.bytes ?? []).equals(Buffer.from(body))).toBe(true);
  });
});
