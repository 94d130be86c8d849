import { type BadInput, JSON_TYPE, rejected, stored } from './bad-input.ts';

const ninjs = (members: Record<string, unknown>): string =>
  JSON.stringify({ headlines: [{ value: 'A headline' }], bodies: [{ value: 'A body.' }], ...members });

const feed = (items: unknown, members: Record<string, unknown> = {}): string =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Feed', items, ...members });

const DEEP = 100_000;

export const JSON_INPUTS: readonly BadInput[] = [
  { input: 'invalid', type: JSON_TYPE, body: '{"uri":', answer: [rejected('JSON_INVALID')] },
  {
    input: 'invalid: single quotes',
    type: JSON_TYPE,
    body: "{'uri':'a'}",
    answer: [rejected('JSON_INVALID')],
  },
  {
    input: 'invalid: NaN',
    type: JSON_TYPE,
    body: '{"uri":"a","urgency":NaN}',
    answer: [rejected('JSON_INVALID')],
  },
  {
    input: 'invalid: an HTML error page instead of JSON',
    type: 'application/feed+json',
    body: 'Bad gateway',
    answer: [rejected('JSON_INVALID')],
  },
  {
    input: 'invalid: one of three lines of JSON',
    type: 'application/x-ndjson',
    body: [ninjs({ uri: 'line-1' }), '{"uri":', ninjs({ uri: 'line-3' })].join('\n'),
    answer: [stored(), rejected('JSON_INVALID'), stored()],
  },
  {
    input: 'the text is in a key that Wiredesk does not know',
    type: JSON_TYPE,
    body: '{"title":"A","content":"<p>The whole story</p>","id":"1"}',
    answer: [rejected('FIELD_MISSING', /keys not understood: content, id/)],
  },
  {
    input: 'the text is in a key that JSON Feed does not have: one item of two',
    type: 'application/feed+json',
    body: feed([
      { id: 'foreign-1', title: 'A', body: '<p>The whole story</p>' },
      { id: 'foreign-2', title: 'Has its title only', _own: 1 },
    ]),
    answer: [rejected('FIELD_MISSING', /keys not understood: body/), stored({ title: 'Has its title only' })],
  },
  {
    input: 'ninjs with only a headline is stored, as a news flash',
    type: JSON_TYPE,
    body: '{"uri":"tag:a,2026:flash","headlines":[{"value":"Bridge opens"}],"slugline":"bridge"}',
    answer: [stored({ title: 'Bridge opens' })],
  },
  {
    input: '__proto__ as a key',
    type: JSON_TYPE,
    body: '{"uri":"proto-key","__proto__":{"pubstatus":"canceled","isAdmin":true},"constructor":{"prototype":{}},"headlines":[{"value":"Proto key"}]}',
    answer: [stored({ title: 'Proto key' })],
  },
  {
    input: '__proto__ as the only key',
    type: JSON_TYPE,
    body: '{"__proto__":{"headlines":[{"value":"Smuggled"}]}}',
    answer: [rejected('FIELD_MISSING')],
  },
  {
    input: 'nested too deep: arrays',
    type: JSON_TYPE,
    body: '['.repeat(DEEP) + ']'.repeat(DEEP),
    answer: [rejected('JSON_TOO_DEEP')],
  },
  {
    input: 'nested too deep: objects',
    type: JSON_TYPE,
    body: '{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP),
    answer: [rejected('JSON_TOO_DEEP')],
  },
  {
    input: 'nested too deep: one of two lines of JSON',
    type: 'application/x-ndjson',
    body: `${'['.repeat(DEEP)}${']'.repeat(DEEP)}\n${ninjs({ uri: 'line-deep' })}`,
    answer: [rejected('JSON_TOO_DEEP'), stored()],
  },
  {
    input: '1e400: a number that is too large',
    type: JSON_TYPE,
    body: '{"uri":"large","urgency":1e400,"version":1e400,"headlines":[{"value":"Large"}]}',
    answer: [stored({ title: 'Large', note: /version: of another type; left out/ })],
  },
  {
    input: 'wrong type: text instead of a list',
    type: JSON_TYPE,
    body: '{"uri":"a","headlines":"x"}',
    answer: [rejected('FIELD_TYPE', /headlines/)],
  },
  {
    input: 'wrong type: a number instead of a document',
    type: JSON_TYPE,
    body: '42',
    answer: [rejected('FIELD_TYPE')],
  },
  {
    input: 'wrong type: null instead of a document',
    type: JSON_TYPE,
    body: 'null',
    answer: [rejected('FIELD_TYPE')],
  },
  {
    input: 'wrong type: in one item of a feed of three',
    type: 'application/feed+json',
    body: feed([
      { id: 'typed-1', content_text: 'The first.' },
      { id: 'typed-2', content_text: { not: 'text' } },
      { id: 'typed-3', content_text: 'The third.' },
    ]),
    answer: [stored(), rejected('FIELD_TYPE', /content_text/), stored()],
  },
  {
    input: 'wrong type: items that are not a list',
    type: 'application/feed+json',
    body: feed({ 0: 'x' }),
    answer: [rejected('FIELD_TYPE', /items/)],
  },
  {
    input: 'a feed without items',
    type: 'application/feed+json',
    body: feed([]),
    answer: [rejected('FEED_EMPTY')],
  },
  { input: 'an empty list', type: JSON_TYPE, body: '[]', answer: [rejected('FEED_EMPTY')] },
  {
    input: 'no headline and no text',
    type: JSON_TYPE,
    body: '{"uri":"a"}',
    answer: [rejected('FIELD_MISSING')],
  },
  {
    input: 'duplicate keys',
    type: JSON_TYPE,
    body: '{"uri":"twice-1","uri":"twice-2","headlines":[{"value":"Twice"}]}',
    answer: [stored({ note: /uri/ })],
  },
];
