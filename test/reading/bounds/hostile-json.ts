import { type Hostile, repeated } from './repeated.ts';

const JSON_TYPE = 'application/json';
const FEED = '{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[';
const NINJS = '{"uri":"a","headlines":[{"value":"A"}],';

const LISTS: readonly (readonly [is: string, head: string, unit: string, tail: string])[] = [
  ['numbers', '[', '1,', '1]'],
  ['lists', '[', '[],', '[]]'],
  ['objects', '[', '{},', '{}]'],
  ['articles', '[', '{"uri":"$","headlines":[{"value":"x"}]},', '{}]'],
  ['articles without id', '[', '{"headlines":[{"value":"x"}]},', '{}]'],
  ['items', FEED, '{"id":"$","content_text":"x"},', '{}]}'],
  ['items of HTML', FEED, '{"id":"$","content_html":"<p>x</p>"},', '{}]}'],
  ['items that are empty', FEED, '{},', '{}]}'],
  ['items that are numbers', FEED, '1,', '1]}'],
  [
    'feeds',
    '[',
    '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"$","content_text":"x"}]},',
    '{}]',
  ],
  ['feeds of feeds', '[', '{"items":[{"id":"$","content_text":"x"},{"id":"a$","content_text":"y"}]},', '{}]'],
  ['tags', `${FEED}{"id":"a","content_text":"x","tags":[`, '"$",', '"x"]}]}'],
  ['authors', `${FEED}{"id":"a","content_text":"x","authors":[`, '{"name":"$"},', '{"name":"x"}]}]}'],
  [
    'authors of the feed',
    '{"version":"https://jsonfeed.org/version/1.1","authors":[',
    '{"name":"$"},',
    `{"name":"x"}],"items":[${'{"id":"a","content_text":"x"},'.repeat(500)}{}]}`,
  ],
  [
    'attachments',
    `${FEED}{"id":"a","content_text":"x","attachments":[`,
    '{"url":"https://a.example/$.jpg"},',
    '{"url":"a"}]}]}',
  ],
  ['keys', '{"uri":"a","headlines":[{"value":"A"}]', ',"k$":1', '}'],
  ['keys, the same', '{"uri":"a","headlines":[{"value":"A"}]', ',"k":1', '}'],
  ['keys in upper case', '{"uri":"a","headlines":[{"value":"A"}]', ',"K$":1', '}'],
  ['headlines', '{"uri":"a","headlines":[', '{"value":"A$"},', '{"value":"A"}]}'],
  ['bodies', `${NINJS}"bodies":[`, '{"value":"x","contenttype":"text/html"},', '{"value":"x"}]}'],
  ['subjects', `${NINJS}"subjects":[`, '{"name":"x$"},', '{"name":"x"}]}'],
  ['bylines', `${NINJS}"bylines":[`, '{"value":"Jane Roe $"},', '{"value":"x"}]}'],
  ['infosources', `${NINJS}"infosources":[`, '{"name":"x$"},', '{"name":"x"}]}'],
  [
    'associations',
    `${NINJS}"associations":[`,
    '{"type":"picture","renditions":[{"href":"https://a.example/$.jpg"}]},',
    '{}]}',
  ],
  [
    'renditions',
    `${NINJS}"associations":[{"type":"picture","renditions":[`,
    '{"href":"https://a.example/$.jpg"},',
    '{}]}]}',
  ],
  ['associations by name', `${NINJS}"associations":{`, '"a$":{"type":"picture"},', '"b":{}}}'],
];

const STRINGS: readonly string[] = [
  'x',
  'x ',
  ' ',
  '\\u0000',
  '\\u6a4b',
  '\\n',
  '\\n\\n',
  '\\"',
  '\\\\',
  '<b>',
  '<p>x</p>',
  '&',
  '漢',
  '記者張三',
  'x\\n\\n',
];

export const HOSTILE_JSON: readonly Hostile[] = [
  repeated('JSON: brackets', JSON_TYPE, '[', {}),
  repeated('JSON: brackets closed', JSON_TYPE, '[', { close: ']' }),
  repeated('JSON: braces', JSON_TYPE, '{"a":', {}),
  repeated('JSON: 90 levels, again and again', JSON_TYPE, `${'['.repeat(90)}${']'.repeat(90)},`, {
    head: '[',
    tail: '1]',
  }),
  repeated('JSON: a number', JSON_TYPE, '1', {
    head: '{"uri":"a","version":',
    tail: ',"headlines":[{"value":"A"}]}',
  }),
  repeated('JSON: a string number', JSON_TYPE, '1', {
    head: '{"uri":"a","version":"',
    tail: '","headlines":[{"value":"A"}]}',
  }),
  repeated('JSON: white space', JSON_TYPE, ' ', {
    head: '{"uri":"a",',
    tail: '"headlines":[{"value":"A"}]}',
  }),
  repeated('JSON: white space before', JSON_TYPE, ' ', { tail: '{"uri":"a","headlines":[{"value":"A"}]}' }),
  repeated('JSON: a quote', JSON_TYPE, '"', {}),
  repeated('JSON: backslashes', JSON_TYPE, '\\', { head: '"' }),
  ...LISTS.map(([is, head, unit, tail]) => repeated(`JSON: ${is}`, JSON_TYPE, unit, { head, tail })),
  ...[
    'headline',
    'title',
    'uri',
    'copyrightnotice',
    'language',
    'versioncreated',
    'embargoed',
    'byline',
  ].flatMap((key) =>
    STRINGS.map((unit) =>
      repeated(`JSON: ${key} of ${unit}`, JSON_TYPE, unit, { head: `${NINJS}"${key}":"`, tail: '"}' }),
    ),
  ),
  ...[
    'id',
    'title',
    'summary',
    'content_text',
    'content_html',
    'url',
    'date_published',
    'image',
    'language',
  ].flatMap((key) =>
    STRINGS.map((unit) =>
      repeated(`JSON Feed: ${key} of ${unit}`, JSON_TYPE, unit, {
        head: `${FEED}{"id":"b","content_text":"x","${key}":"`,
        tail: '"}]}',
      }),
    ),
  ),
  ...[
    '{}\n',
    '1\n',
    '[\n',
    '\n',
    '[]\n',
    '{"uri":"$","headlines":[{"value":"x"}]}\n',
    '{"id":"$","content_text":"x"}\n',
    '{"id"\n',
    '[{"uri":"$","headlines":[{"value":"x"}]},{"uri":"b$"}]\n',
  ].map((unit) => repeated(`NDJSON: ${unit.trim()}`, 'application/x-ndjson', unit)),
  repeated('text that begins as JSON', 'text/plain', '[{"a": ', {}),
  repeated('text that begins as JSON, lines', 'text/plain', '[1]\n', {}),
];
