import { type BadInput, JSON_TYPE, refused, taken } from './bad-input.ts';

const ninjs = (members: Record<string, unknown>): string =>
  JSON.stringify({ headlines: [{ value: 'A headline' }], bodies: [{ value: 'A body.' }], ...members });

const feed = (items: unknown, members: Record<string, unknown> = {}): string =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Feed', items, ...members });

const DEEP = 100_000;

export const JSON_INPUTS: readonly BadInput[] = [
  { is: 'invalid', type: JSON_TYPE, body: '{"uri":', answer: [refused('JSON_INVALID')] },
  { is: 'invalid: single quotes', type: JSON_TYPE, body: "{'uri':'a'}", answer: [refused('JSON_INVALID')] },
  {
    is: 'invalid: NaN',
    type: JSON_TYPE,
    body: '{"uri":"a","urgency":NaN}',
    answer: [refused('JSON_INVALID')],
  },
  {
    is: 'invalid: an HTML error page with 200',
    type: 'application/feed+json',
    body: 'Bad gateway',
    answer: [refused('JSON_INVALID')],
  },
  {
    is: 'invalid: one line of three',
    type: 'application/x-ndjson',
    body: [ninjs({ uri: 'line-1' }), '{"uri":', ninjs({ uri: 'line-3' })].join('\n'),
    answer: [taken(), refused('JSON_INVALID'), taken()],
  },
  {
    is: 'the body in a key that is none of ours',
    type: JSON_TYPE,
    body: '{"title":"A","content":"<p>The whole story</p>","id":"1"}',
    answer: [refused('FIELD_MISSING', /keys not understood: content, id/)],
  },
  {
    is: 'the body in a key that is none of JSON Feed: one item of two',
    type: 'application/feed+json',
    body: feed([
      { id: 'foreign-1', title: 'A', body: '<p>The whole story</p>' },
      { id: 'foreign-2', title: 'Has its title only', _own: 1 },
    ]),
    answer: [refused('FIELD_MISSING', /keys not understood: body/), taken({ title: 'Has its title only' })],
  },
  {
    is: 'ninjs with a headline only is a flash',
    type: JSON_TYPE,
    body: '{"uri":"tag:a,2026:flash","headlines":[{"value":"Bridge opens"}],"slugline":"bridge"}',
    answer: [taken({ title: 'Bridge opens' })],
  },
  {
    is: '__proto__ as a key',
    type: JSON_TYPE,
    body: '{"uri":"proto-key","__proto__":{"pubstatus":"canceled","isAdmin":true},"constructor":{"prototype":{}},"headlines":[{"value":"Proto key"}]}',
    answer: [taken({ title: 'Proto key' })],
  },
  {
    is: '__proto__ as the only key',
    type: JSON_TYPE,
    body: '{"__proto__":{"headlines":[{"value":"Smuggled"}]}}',
    answer: [refused('FIELD_MISSING')],
  },
  {
    is: 'deep: arrays',
    type: JSON_TYPE,
    body: '['.repeat(DEEP) + ']'.repeat(DEEP),
    answer: [refused('JSON_TOO_DEEP')],
  },
  {
    is: 'deep: objects',
    type: JSON_TYPE,
    body: '{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP),
    answer: [refused('JSON_TOO_DEEP')],
  },
  {
    is: 'deep: one line of two',
    type: 'application/x-ndjson',
    body: `${'['.repeat(DEEP)}${']'.repeat(DEEP)}\n${ninjs({ uri: 'line-deep' })}`,
    answer: [refused('JSON_TOO_DEEP'), taken()],
  },
  {
    is: '1e400: a number that is none',
    type: JSON_TYPE,
    body: '{"uri":"large","urgency":1e400,"version":1e400,"headlines":[{"value":"Large"}]}',
    answer: [refused('FIELD_TYPE')],
  },
  {
    is: 'wrong types: a text for a list',
    type: JSON_TYPE,
    body: '{"uri":"a","headlines":"x"}',
    answer: [refused('FIELD_TYPE', /headlines/)],
  },
  {
    is: 'wrong types: a number for a document',
    type: JSON_TYPE,
    body: '42',
    answer: [refused('FIELD_TYPE')],
  },
  { is: 'wrong types: null for a document', type: JSON_TYPE, body: 'null', answer: [refused('FIELD_TYPE')] },
  {
    is: 'wrong types: one item of a feed of three',
    type: 'application/feed+json',
    body: feed([
      { id: 'typed-1', content_text: 'The first.' },
      { id: 'typed-2', content_text: { not: 'text' } },
      { id: 'typed-3', content_text: 'The third.' },
    ]),
    answer: [taken(), refused('FIELD_TYPE', /content_text/), taken()],
  },
  {
    is: 'wrong types: items that are no list',
    type: 'application/feed+json',
    body: feed({ 0: 'x' }),
    answer: [refused('FIELD_TYPE', /items/)],
  },
  {
    is: 'a feed without items',
    type: 'application/feed+json',
    body: feed([]),
    answer: [refused('FEED_EMPTY')],
  },
  { is: 'an empty list', type: JSON_TYPE, body: '[]', answer: [refused('FEED_EMPTY')] },
  { is: 'nothing to say', type: JSON_TYPE, body: '{"uri":"a"}', answer: [refused('FIELD_MISSING')] },
  {
    is: 'duplicate keys',
    type: JSON_TYPE,
    body: '{"uri":"twice-1","uri":"twice-2","headlines":[{"value":"Twice"}]}',
    answer: [taken({ note: /uri/ })],
  },
];
