import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Code } from '../../shared/domain/outcome.ts';
import { CONFIGURATION, type RunningWiredesk, startWiredesk } from '../support/running-wiredesk.ts';

/** The number of items in a submission, and the positions of the bad items. */
const ITEMS = 100;
const badAt = (index: number): number => index * 10 + 3;

interface BadItem {
  code: Code;
  /** The text of the item in the submission. */
  written: string;
}

/** How to write a submission of a hundred articles, ten of which are bad in ten different ways. */
interface Batch {
  format: string;
  type: string;
  good: (id: string, title: string) => string;
  bad: readonly BadItem[];
  join: (items: readonly string[]) => string;
}

const nested = (open: string, close: string): string => open.repeat(5_000) + close.repeat(5_000);
const LONG = 'It went on and on. '.repeat(60_000);

const ninjs = (members: Record<string, unknown>): string =>
  JSON.stringify({ headlines: [{ value: 'Bad' }], bodies: [{ value: 'A body.' }], ...members });

const BAD_NINJS: readonly BadItem[] = [
  { code: 'FIELD_TYPE', written: ninjs({ uri: 'bad-type', headlines: 'none' }) },
  { code: 'FIELD_TYPE', written: '"a text"' },
  { code: 'FIELD_MISSING', written: '{"uri":"bad-missing"}' },
  { code: 'FIELD_ID', written: ninjs({ uri: 'bad\u0000id' }) },
  { code: 'FIELD_ID', written: ninjs({ uri: 'x'.repeat(1025) }) },
  {
    code: 'HTML_TOO_DEEP',
    written: ninjs({
      uri: 'bad-depth',
      bodies: [{ contenttype: 'text/html', value: nested('<b>', '</b>') }],
    }),
  },
  {
    code: 'ENCODING_EMPTY',
    written: ninjs({ uri: 'bad-empty', headlines: [{ value: ' ' }], bodies: [{ value: ' ' }] }),
  },
  { code: 'SIZE_ITEM', written: ninjs({ uri: 'bad-size', bodies: [{ value: LONG }] }) },
];

const item = (id: string, title: string, inside = ''): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>${title}</title>${inside}</item>`;

const BAD_RSS: readonly BadItem[] = [
  { code: 'XML_ILLFORMED', written: item('bad-1', '<b><i>Crossed</b></i>') },
  { code: 'XML_ILLFORMED', written: item('bad-2', 'Attribute', '<enclosure url=unquoted/>') },
  { code: 'XML_ILLFORMED', written: item('bad-3', 'Open', '<description>never closed') },
  { code: 'XML_TOO_DEEP', written: item('bad-4', 'Deep', nested('<a>', '</a>')) },
  { code: 'FIELD_MISSING', written: '<item><guid>bad-5</guid></item>' },
  { code: 'FIELD_MISSING', written: '<item/>' },
  { code: 'FIELD_ID', written: item('x'.repeat(1025), 'Long id') },
  {
    code: 'HTML_TOO_DEEP',
    written: item('bad-8', 'Deep HTML', `<description><![CDATA[${nested('<b>', '</b>')}]]></description>`),
  },
  { code: 'SIZE_ITEM', written: item('bad-9', 'Long', `<description>${LONG}</description>`) },
  {
    code: 'XML_ILLFORMED',
    written: item('bad-10', 'Prefix', '<description a="1" a="2">Twice</description>'),
  },
];

const BATCHES: readonly Batch[] = [
  {
    format: 'an array of ninjs',
    type: 'application/json',
    bad: BAD_NINJS,
    good: (uri, value) => ninjs({ uri, headlines: [{ value }] }),
    join: (items) => `[${items.join(',')}]`,
  },
  {
    format: 'lines of JSON',
    type: 'application/x-ndjson',
    good: (id, title) => JSON.stringify({ id, title, content_text: 'A body.' }),
    // Each line is a JSON document, so here a bad item can also be invalid JSON.
    bad: BAD_NINJS.with(1, { code: 'JSON_INVALID', written: '{"uri":"bad-line",' }).with(4, {
      code: 'JSON_TOO_DEEP',
      written: nested('[', ']'),
    }),
    join: (items) => items.join('\n'),
  },
  {
    format: 'an RSS feed',
    type: 'application/rss+xml',
    bad: BAD_RSS,
    good: (id, title) => item(id, title, '<description>A body.</description>'),
    join: (items) => `<rss version="2.0"><channel><title>Batch</title>${items.join('')}</channel></rss>`,
  },
];

/** A bad item changes neither the position nor the outcome of another item. */
describe.each(BATCHES)('a hundred articles as $format', ({ format, type, good, bad, join }) => {
  let wiredesk: RunningWiredesk;
  const channels = CONFIGURATION.channels.map((channel) => ({ ...channel, items: 200 }));
  beforeAll(
    async () => (wiredesk = await startWiredesk({ configuration: { ...CONFIGURATION, channels } })),
    60_000,
  );
  afterAll(() => wiredesk.stop());

  test('of which ten are bad: ninety are published and ten are rejected with their codes, in the order of the items', async () => {
    const codeAt = new Map(bad.map(({ code }, index) => [badAt(index), code]));
    const titleOf = (at: number): string => `Article ${at} in ${format}`;
    const items = Array.from({ length: ITEMS }, (_, at) => good(`good-${at}`, titleOf(at)));
    bad.forEach(({ written }, index) => (items[badAt(index)] = written));
    const sent = await wiredesk.send('POST', '/v1/sources/desk/submissions', {
      body: join(items),
      headers: {
        'content-type': type,
      },
    });
    expect(sent.status).toBe(202);
    const { receipt } = (await sent.clone().json()) as { receipt: string };
    await wiredesk.receiptOf(sent);
    await wiredesk.runUntilIdle();

    const read = await wiredesk.send('GET', `/v1/receipts/${receipt}`);
    const { outcomes } = (await read.json()) as Awaited<ReturnType<RunningWiredesk['receiptOf']>>;
    const expected = Array.from({ length: ITEMS }, (_, at) => {
      const code = codeAt.get(at);
      return code === undefined
        ? { item: at, outcome: 'published', title: titleOf(at) }
        : { item: at, outcome: 'rejected', code };
    });
    expect(outcomes).toMatchObject(expected);

    const feed = JSON.parse((await wiredesk.read('/news/feed.json')).text) as { items: { title: string }[] };
    const titles = feed.items.map(({ title }) => title);
    // The order is not compared: a feed shows the newest items first, and later items of a submission count as newer.
    const published = expected.flatMap(({ title }) => title ?? []);
    expect(titles.toSorted()).toEqual(published.toSorted());
  });
});
