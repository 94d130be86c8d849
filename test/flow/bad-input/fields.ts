import { type BadInput, JSON_TYPE, RSS, TEXT, rejected, stored } from './bad-input.ts';

const ninjs = (members: Record<string, unknown>): string =>
  JSON.stringify({ headlines: [{ value: 'A headline' }], bodies: [{ value: 'A body.' }], ...members });

const feedItem = (members: Record<string, unknown>): string =>
  JSON.stringify({ content_text: 'A body.', ...members });

/** Texts that are known to break programs. Each of them is sent as a headline. */
const TROUBLESOME: readonly string[] = [
  'undefined',
  'null',
  'NaN',
  '-1e309',
  "Robert'); DROP TABLE articles;--",
  '${jndi:ldap://127.0.0.1/a}',
  '{{7*7}} <%= 7*7 %> #{7*7}',
  '%s%n%x $(id) `id`',
  '../../../etc/passwd',
  '🏳️‍⚧️👩‍👩‍👧‍👦🇹🇼',
  'Z̮̞̠͙͔ͅḀ̗̞͈̻̗L͇͖̲̯͍G̻O̗͍̞',
  'ﷺ ﷽ القرآن',
  '١٢٣ 零 〇 ½',
];

export const FIELDS: readonly BadInput[] = [
  {
    input: 'bidi overrides in a title',
    type: JSON_TYPE,
    body: ninjs({ uri: 'bidi', headlines: [{ value: 'Invoice \u202Efdp.exe\u202C \u2067x\u2069' }] }),
    answer: [stored({ title: 'Invoice fdp.exe x' })],
  },
  {
    input: 'zero-width characters in a title',
    type: RSS,
    body: '<rss><channel><item><guid>zero</guid><title>Zero\u200B wi\u2060dth\uFEFF</title></item></channel></rss>',
    answer: [stored({ title: 'Zero width' })],
  },
  {
    input: 'CR and LF in a title',
    type: JSON_TYPE,
    body: feedItem({ id: 'crlf', title: 'One\r\nSet-Cookie: a=b\r\n\r\nTwo' }),
    answer: [stored({ title: 'One Set-Cookie: a=b Two' })],
  },
  {
    input: 'thousands of subjects and a very long title',
    type: JSON_TYPE,
    body: ninjs({
      uri: 'beyond',
      headlines: [{ value: '橋'.repeat(200_000) }],
      subjects: Array.from({ length: 5000 }, (_, at) => ({ name: `${'橋'.repeat(60)} ${at}` })),
      copyrightNotice: '橋'.repeat(200_000),
    }),
    answer: [stored({ title: '橋'.repeat(2000), note: /5000 subjects; the first 100 were kept/ })],
  },
  {
    input: 'an address whose letters look like those of another address (IDN homograph)',
    type: JSON_TYPE,
    body: feedItem({
      id: 'idn',
      title: 'Homograph',
      content_html: '<p><a href="https://аррӏе.com/">apple</a></p>',
      content_text: undefined,
    }),
    answer: [stored({ title: 'Homograph', body: /https:\/\/xn--/, without: /аррӏе/ })],
  },
  {
    input: 'impossible date',
    type: RSS,
    body: '<rss><channel><item><guid>date</guid><title>Impossible date</title><pubDate>Thu, 32 Feb 2026 25:61:00 GMT</pubDate></item></channel></rss>',
    answer: [stored({ title: 'Impossible date', note: /32 Feb 2026/ })],
  },
  {
    input: 'impossible date: in JSON',
    type: JSON_TYPE,
    body: ninjs({ uri: 'date-2', versioncreated: '2026-02-30T10:00:00Z' }),
    answer: [stored({ note: /2026-02-30/ })],
  },
  {
    input: 'embargo without a time zone',
    type: JSON_TYPE,
    body: ninjs({ uri: 'embargo', embargoed: '2099-04-13T12:00:00' }),
    answer: [{ outcome: 'withheld', code: 'FIELD_EMBARGO' }],
  },
  {
    input: 'embargo without a time zone: in NITF',
    type: 'application/nitf+xml',
    body:
      '<nitf><head><docdata><doc-id id-string="embargo-2"/><date.release norm="20990413T120000"/></docdata></head>' +
      '<body><body.head><hedline><hl1>Embargoed</hl1></hedline></body.head></body></nitf>',
    answer: [{ outcome: 'withheld', code: 'FIELD_EMBARGO' }],
  },
  {
    input: 'embargo that is not a date',
    type: JSON_TYPE,
    body: ninjs({ uri: 'embargo-3', embargoed: 'tomorrow' }),
    answer: [{ outcome: 'withheld', code: 'FIELD_EMBARGO' }],
  },
  {
    input: '../ in an id',
    type: TEXT,
    body: 'x',
    id: 'a%2F..%2Fb',
    answer: { status: 400, code: 'FIELD_ID' },
  },
  {
    input: '%2e in an id',
    type: TEXT,
    body: 'x',
    id: 'a%252F%252e%252e%252Fb',
    answer: { status: 400, code: 'FIELD_ID' },
  },
  { input: 'NUL in an id', type: TEXT, body: 'x', id: 'a%00b', answer: { status: 400, code: 'FIELD_ID' } },
  {
    input: 'NUL in an id inside the document',
    type: JSON_TYPE,
    body: ninjs({ uri: 'a\u0000b' }),
    answer: [rejected('FIELD_ID', /control/)],
  },
  {
    input: 'an empty id inside the document',
    type: JSON_TYPE,
    body: ninjs({ uri: ' ' }),
    answer: [rejected('FIELD_ID', /empty/)],
  },
  {
    input: 'an id over 1,024 bytes',
    type: TEXT,
    body: 'x',
    id: 'k'.repeat(1025),
    answer: { status: 400, code: 'FIELD_ID' },
  },
  {
    input: 'an id over 1,024 bytes inside the document',
    type: JSON_TYPE,
    body: ninjs({ uri: '橋'.repeat(342) }),
    answer: [rejected('FIELD_ID', /longer/)],
  },
  {
    input: 'ids that differ only in case are two articles',
    type: JSON_TYPE,
    body: JSON.stringify(['Case-ID', 'case-id'].map((uri) => ({ uri, headlines: [{ value: uri }] }))),
    answer: [stored({ title: 'Case-ID' }), stored({ title: 'case-id' })],
  },
  {
    input: 'ids that differ only in Unicode normal form are one article',
    type: JSON_TYPE,
    body: JSON.stringify(
      ['caf\u00E9', 'cafe\u0301'].map((uri, at) => ({
        uri,
        version: at + 1,
        headlines: [{ value: `Form ${at}` }],
      })),
    ),
    answer: [{ outcome: 'superseded', code: 'OLDER_VERSION' }, stored({ title: 'Form 1' })],
  },
  {
    input: 'an item over 400 kB is stored',
    type: TEXT,
    body: `A long story\n\n${'It went on and on. '.repeat(28_000)}`,
    answer: [stored({ title: 'A long story' })],
  },
  {
    input: 'an item over the size limit of an article',
    type: TEXT,
    body: `A longer story\n\n${'It went on and on. '.repeat(70_000)}`,
    answer: [rejected('SIZE_ITEM')],
  },
  ...TROUBLESOME.map((text, at): BadInput => ({
    input: `troublesome headline: ${text.slice(0, 20)}`,
    type: JSON_TYPE,
    body: ninjs({ uri: `naughty-${at}-${text}`, headlines: [{ value: text }] }),
    answer: [stored({ title: text.normalize('NFC') })],
  })),
  {
    input: 'future date',
    type: JSON_TYPE,
    body: feedItem({ id: 'date-3', title: 'Future date', date_published: '2199-01-01T00:00:00Z' }),
    answer: [{ outcome: 'withheld', code: 'EMBARGOED', title: 'Future date', note: /2199/ }],
  },
  {
    input: 'NUL in text',
    type: 'text/plain',
    body: 'A NUL in it\n\nThe text has\u0000 one.'.padEnd(100),
    answer: [stored({ title: 'A NUL in it', body: /The text has one/ })],
  },
];
