import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ItemView } from '../../shared/contract/receipt-view.ts';
import type { ArticleId } from '../../shared/domain/identity.ts';
import {
  CONFIGURATION,
  type RunningWiredesk,
  DOCUMENT_PATHS,
  startWiredesk,
} from '../support/running-wiredesk.ts';
import { readXml } from '../formats/reading.ts';
import { articleIdOf } from '../support/ids.ts';
import type { BadInput, ItemAnswer } from './bad-input/bad-input.ts';
import { CONTROL } from './bad-input/control.ts';
import { ENCODING } from './bad-input/encoding.ts';
import { FIELDS } from './bad-input/fields.ts';
import { HTML_INPUTS } from './bad-input/html.ts';
import { JSON_INPUTS } from './bad-input/json.ts';
import { TRANSPORT } from './bad-input/transport.ts';
import { XML } from './bad-input/xml.ts';

const TEXT = { 'content-type': 'text/plain; charset=utf-8' };
/** Feeds hold more items than this test sends, so that no item leaves a feed because newer items arrive. */
const CHANNELS = CONFIGURATION.channels.map((channel) => ({ ...channel, items: 1000 }));

/**
 * Whatever a source sends, the ingest API or the receipt answers with a code, the raw bucket keeps the bytes
 * unchanged, and the pipeline continues to work.
 */
describe('bad input', () => {
  let wiredesk: RunningWiredesk;
  beforeAll(
    async () => (wiredesk = await startWiredesk({ configuration: { ...CONFIGURATION, channels: CHANNELS } })),
    60_000,
  );
  afterAll(() => wiredesk.stop());

  const send = ({ id, body, type, headers }: BadInput): Promise<Response> => {
    const path = id === undefined ? 'submissions' : `articles/${id}`;
    const method = id === undefined ? 'POST' : 'PUT';
    return wiredesk.send(method, `/v1/sources/desk/${path}`, {
      body,
      headers: { 'content-type': type, ...headers },
    });
  };

  const bodyOf = async (article: ArticleId): Promise<string> => {
    const { articles } = wiredesk.session.pipeline;
    const { head } = await articles.head(article);
    const contentHash = head?.current?.contentHash ?? '';
    return (await articles.contents([{ article, contentHash }])).get(article)?.body ?? '';
  };

  const checkItem = async (item: ItemView | undefined, answer: ItemAnswer): Promise<void> => {
    const { outcome, code, title, reason, note, body, without } = answer;
    // A tick may already have published the article.
    const found = item?.outcome === 'published' ? 'stored' : item?.outcome;
    expect({ outcome: found, code: item?.code, reason: item?.reason }).toMatchObject({
      outcome,
      ...(reason && { reason: expect.stringMatching(reason) as string }),
    });
    expect(item?.code).toBe(code);
    if (title !== undefined) expect(item?.title).toBe(title);
    if (note) expect(item?.notes.join('\n')).toMatch(note);
    if (body === undefined && without === undefined) return;
    const stored = await bodyOf(item?.article ?? articleIdOf(''));
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
    { group: 'media type and token', rows: CONTROL },
  ])('$group', ({ rows }) => {
    test.each(rows)(
      '$input: the answer of the ingest API, or each item on the receipt, is as the row expects',
      async (row) => {
        const response = await send(row);
        if ('status' in row.answer) {
          expect(response.status).toBe(row.answer.status);
          expect(await response.json()).toMatchObject({ code: row.answer.code });
          return;
        }
        expect(response.status).toBe(202);
        const { receipt, outcomes } = await wiredesk.receiptOf(response);
        const raw = await wiredesk.session.pipeline.raw.get(`raw/desk/${receipt}`);
        expect(Buffer.from(row.body as string).equals(Buffer.from(raw?.bytes ?? []))).toBe(true);
        expect(outcomes.length, JSON.stringify(outcomes)).toBe(row.answer.length);
        for (const [at, answer] of row.answer.entries()) await checkItem(outcomes[at], answer);
      },
    );
  });

  describe('in several submissions', () => {
    test('an Idempotency-Key that is used again with another body is refused', async () => {
      const send = (body: string): Promise<Response> =>
        wiredesk.send('POST', '/v1/sources/desk/submissions', {
          body,
          headers: { ...TEXT, 'idempotency-key': 'used-again' },
        });
      expect((await send('Once\n\nOnly.')).status).toBe(202);
      const second = await send('Twice\n\nOver.');
      expect(second.status).toBe(409);
      expect(await second.json()).toMatchObject({ code: 'KEY_REUSED' });
    });

    test('an older version is superseded; the same version with another body is stored with a note', async () => {
      const ninjs = (version: string, value: string): string =>
        JSON.stringify({ uri: 'tag:wire.example,2026:versions', version, headlines: [{ value }] });
      const put = async (version: string, value: string): Promise<ItemView | undefined> =>
        (
          await wiredesk.put('versions', ninjs(version, value), {
            mediaType: 'application/json',
            source: 'wire',
          })
        ).outcomes[0];
      expect(await put('7', 'Seven')).toMatchObject({ outcome: 'stored' });
      expect(await put('6', 'Six')).toMatchObject({ outcome: 'superseded', code: 'OLDER_VERSION' });
      const again = 'version 7 was received before with other contents; the later one counts';
      const corrected = await put('7', 'Seven, corrected');
      expect(corrected).toMatchObject({ outcome: 'stored', title: 'Seven, corrected' });
      expect(corrected?.notes).toContain(again);
      expect((await put('7', 'Seven, corrected'))?.notes).not.toContain(again);
      expect((await put('8', 'Eight'))?.notes).not.toContain(again);
    });

    test('an article that is sent after its kill is killed', async () => {
      expect((await wiredesk.kill('not-there-yet')).outcomes).toMatchObject([{ outcome: 'killed' }]);
      const late = await wiredesk.put('not-there-yet', 'Killed before it was sent\n\nIt must not show.');
      expect(late.outcomes).toMatchObject([{ outcome: 'killed' }]);
      await wiredesk.runUntilIdle();
      for (const path of DOCUMENT_PATHS) {
        expect((await wiredesk.read(`/news/${path}`)).text).not.toContain('Killed before it was sent');
      }
    });
  });

  test('after all bad input an ordinary article is published', async () => {
    const { receipt } = await wiredesk.put('after-all', 'After all\n\nThe desk is open.');
    await wiredesk.runUntilIdle();
    const view = await wiredesk.send('GET', `/v1/receipts/${receipt}`);
    expect(await view.json()).toMatchObject({ outcomes: [{ outcome: 'published' }] });
    const [rss = '', atom = '', json = ''] = await Promise.all(
      DOCUMENT_PATHS.map(async (path) => (await wiredesk.read(`/news/${path}`)).text),
    );
    expect(rss).toContain('After all');
    for (const xml of [rss, atom]) expect(() => readXml(xml)).not.toThrow();
    expect(() => JSON.parse(json) as unknown).not.toThrow();
  });
});
