import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Code } from '../../shared/domain/outcome.ts';
import { CONFIGURATION, type Desk, openDesk } from '../support/running-wiredesk.ts';

/** How many items a submission has, and where its bad ones stand. */
const ITEMS = 100;
const badAt = (index: number): number => index * 10 + 3;

interface BadItem {
  code: Code;
  /** As it stands in the submission. */
  written: string;
}

/** A submission of a hundred articles, ten of them bad in ten ways. */
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
  { code: 'FIELD_EMBARGO', written: ninjs({ uri: 'bad-embargo', embargoed: '2026-04-13T12:00:00' }) },
  { code: 'FIELD_EMBARGO', written: ninjs({ uri: 'bad-expiry', expires: 'soon' }) },
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
    // A line is a document of its own, so here one may be no JSON at all.
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

/** One bad item costs no other: neither its place nor its outcome. */
describe.each(BATCHES)('a hundred articles as $format', ({ format, type, good, bad, join }) => {
  let desk: Desk;
  const channels = CONFIGURATION.channels.map((channel) => ({ ...channel, items: 200 }));
  beforeAll(async () => (desk = await openDesk({ configuration: { ...CONFIGURATION, channels } })), 60_000);
  afterAll(() => desk.stop());

  test('of which ten are bad in ten ways: ninety published, ten codes, in order', async () => {
    const codeAt = new Map(bad.map(({ code }, index) => [badAt(index), code]));
    const titleOf = (at: number): string => `Article ${at} in ${format}`;
    const items = Array.from({ length: ITEMS }, (_, at) => good(`good-${at}`, titleOf(at)));
    bad.forEach(({ written }, index) => (items[badAt(index)] = written));
    const sent = await desk.send('POST', '/v1/sources/desk/submissions', join(items), {
      'content-type': type,
    });
    expect(sent.status).toBe(202);
    const { receipt } = (await sent.clone().json()) as { receipt: string };
    await desk.receiptOf(sent);
    await desk.settle();

    const read = await desk.send('GET', `/v1/receipts/${receipt}`);
    const { outcomes } = (await read.json()) as Awaited<ReturnType<Desk['receiptOf']>>;
    const expected = Array.from({ length: ITEMS }, (_, at) => {
      const code = codeAt.get(at);
      return code === undefined
        ? { item: at, outcome: 'published', title: titleOf(at) }
        : { item: at, outcome: 'rejected', code };
    });
    expect(outcomes).toMatchObject(expected);

    const feed = JSON.parse((await desk.read('/news/feed.json')).text) as { items: { title: string }[] };
    const titles = feed.items.map(({ title }) => title);
    // Of items that came in one submission the later ones stand as the newer ones, as in what was sent.
    const wanted = expected.flatMap(({ title }) => title ?? []);
    expect(titles.toSorted()).toEqual(wanted.toSorted());
  });
});
