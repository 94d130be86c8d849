import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ItemView } from '../../functions/ingest/read-receipt.ts';
import { CONFIGURATION, type Desk, DOCUMENT_PATHS, openDesk } from '../support/desk.ts';
import { readXml } from '../formats/reading.ts';
import type { BadInput, ItemAnswer } from './bad-input/bad-input.ts';
import { CONTROL } from './bad-input/control.ts';
import { ENCODING } from './bad-input/encoding.ts';
import { FIELDS } from './bad-input/fields.ts';
import { HTML_INPUTS } from './bad-input/html.ts';
import { JSON_INPUTS } from './bad-input/json.ts';
import { TRANSPORT } from './bad-input/transport.ts';
import { XML } from './bad-input/xml.ts';

const TEXT = { 'content-type': 'text/plain; charset=utf-8' };
/** Long enough that nothing sent here falls off the end of a feed. */
const CHANNELS = CONFIGURATION.channels.map((channel) => ({ ...channel, items: 1000 }));

/** Whatever is sent: a code at the door or on the receipt, the bytes kept as they came, and the rest goes on. */
describe('bad input', () => {
  let desk: Desk;
  beforeAll(
    async () => (desk = await openDesk({ configuration: { ...CONFIGURATION, channels: CHANNELS } })),
    60_000,
  );
  afterAll(() => desk.stop());

  const deliver = ({ id, body, type, headers }: BadInput): Promise<Response> => {
    const path = id === undefined ? 'submissions' : `articles/${id}`;
    const method = id === undefined ? 'POST' : 'PUT';
    return desk.send(method, `/v1/sources/desk/${path}`, body, { 'content-type': type, ...headers });
  };

  const bodyOf = async (article: string): Promise<string> => {
    const { articles } = desk.session.pipeline;
    const { head } = await articles.head(article);
    const contentHash = head?.current?.contentHash ?? '';
    return (await articles.contents([{ article, contentHash }])).get(article)?.body ?? '';
  };

  const checkItem = async (item: ItemView | undefined, answer: ItemAnswer): Promise<void> => {
    const { outcome, code, title, reason, note, body, without } = answer;
    // A tick may have published it by now.
    const became = item?.outcome === 'published' ? 'stored' : item?.outcome;
    expect({ outcome: became, code: item?.code, reason: item?.reason }).toMatchObject({
      outcome,
      ...(reason && { reason: expect.stringMatching(reason) as string }),
    });
    expect(item?.code).toBe(code);
    if (title !== undefined) expect(item?.title).toBe(title);
    if (note) expect(item?.notes.join('\n')).toMatch(note);
    if (body === undefined && without === undefined) return;
    const stored = await bodyOf(item?.article ?? '');
    if (body) expect(stored).toMatch(body);
    if (without) expect(stored).not.toMatch(without);
  };

  describe.each([
    { group: 'encoding', rows: ENCODING },
    { group: 'transport', rows: TRANSPORT },
    { group: 'XML', rows: XML },
    { group: 'JSON', rows: JSON_INPUTS },
    { group: 'HTML', rows: HTML_INPUTS },
    { group: 'fields', rows: FIELDS },
    { group: 'control', rows: CONTROL },
  ])('$group', ({ rows }) => {
    test.each(rows)('$is', async (row) => {
      const response = await deliver(row);
      if ('status' in row.answer) {
        expect(response.status).toBe(row.answer.status);
        expect(await response.json()).toMatchObject({ code: row.answer.code });
        return;
      }
      expect(response.status).toBe(202);
      const { receipt, outcomes } = await desk.receiptOf(response);
      const raw = await desk.session.pipeline.raw.get(`raw/desk/${receipt}`);
      expect(Buffer.from(row.body as string).equals(Buffer.from(raw?.bytes ?? []))).toBe(true);
      expect(outcomes.length, JSON.stringify(outcomes)).toBe(row.answer.length);
      for (const [at, answer] of row.answer.entries()) await checkItem(outcomes[at], answer);
    });
  });

  describe('over time', () => {
    test('a key that is used again with another body', async () => {
      const send = (body: string): Promise<Response> =>
        desk.send('POST', '/v1/sources/desk/submissions', body, { ...TEXT, 'idempotency-key': 'used-again' });
      expect((await send('Once\n\nOnly.')).status).toBe(202);
      const second = await send('Twice\n\nOver.');
      expect(second.status).toBe(409);
      expect(await second.json()).toMatchObject({ code: 'KEY_REUSED' });
    });

    test('an older version, and the same version with another body', async () => {
      const ninjs = (version: string, value: string): string =>
        JSON.stringify({ uri: 'tag:wire.example,2026:versions', version, headlines: [{ value }] });
      const put = async (version: string, value: string): Promise<ItemView | undefined> =>
        (await desk.put('versions', ninjs(version, value), 'application/json', 'wire')).outcomes[0];
      expect(await put('7', 'Seven')).toMatchObject({ outcome: 'stored' });
      expect(await put('6', 'Six')).toMatchObject({ outcome: 'superseded', code: 'OLDER_VERSION' });
      const again = 'version 7 was received before with other contents; the later one counts';
      const corrected = await put('7', 'Seven, corrected');
      expect(corrected).toMatchObject({ outcome: 'stored', title: 'Seven, corrected' });
      expect(corrected?.notes).toContain(again);
      expect((await put('7', 'Seven, corrected'))?.notes).not.toContain(again);
      expect((await put('8', 'Eight'))?.notes).not.toContain(again);
    });

    test('a kill of an article that is not there yet', async () => {
      expect((await desk.kill('not-there-yet')).outcomes).toMatchObject([{ outcome: 'killed' }]);
      const late = await desk.put('not-there-yet', 'Killed before it came\n\nIt must not show.');
      expect(late.outcomes).toMatchObject([{ outcome: 'killed' }]);
      await desk.settle();
      for (const path of DOCUMENT_PATHS) {
        expect((await desk.read(`/news/${path}`)).text).not.toContain('Killed before it came');
      }
    });
  });

  test('and after all of that an ordinary article is published', async () => {
    const { receipt } = await desk.put('after-all', 'After all\n\nThe desk is open.');
    await desk.settle();
    const view = await desk.send('GET', `/v1/receipts/${receipt}`);
    expect(await view.json()).toMatchObject({ outcomes: [{ outcome: 'published' }] });
    const [rss = '', atom = '', json = ''] = await Promise.all(
      DOCUMENT_PATHS.map(async (path) => (await desk.read(`/news/${path}`)).text),
    );
    expect(rss).toContain('After all');
    for (const xml of [rss, atom]) expect(() => readXml(xml)).not.toThrow();
    expect(() => JSON.parse(json) as unknown).not.toThrow();
  });
});
