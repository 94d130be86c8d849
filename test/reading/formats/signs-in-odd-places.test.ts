import { describe, expect, test } from 'vitest';
import { readOne } from '../drafted.ts';

const TEXT = 'The tram to the bay runs again, the operator said.\n';
const MARKDOWN = 'text/markdown';

describe('fields below the title of a text', () => {
  test.each([
    ['AsciiDoc', '= Tram runs\n:draft: true\n:date: 2026-04-01\n\n'],
    [
      'AsciiDoc with a line of authors',
      '= Tram runs\nAna Ruiz <ana@bay.example>\nv1, 2026-04-01\n:status: draft\n\n',
    ],
    ['reStructuredText', 'Tram runs\n#########\n\n:date: 2026-04-01\n:status: hidden\n\n'],
    ['fields without a title', ':title: Tram runs\n:status: in review\n\n'],
  ])('%s: a draft is withheld, and no field is text', (_, head) => {
    const { pubstatus, content } = readOne(`${head}${TEXT}`, MARKDOWN);
    expect(pubstatus).toBe('withheld');
    expect(`${content.headline} ${content.body}`).not.toMatch(/draft|status|2026/);
  });

  test('fields that say nothing are read, and the title is the headline', () => {
    const { pubstatus, content } = readOne(`= Tram runs\n:author: Ana Ruiz\n:lang: en\n\n${TEXT}`, MARKDOWN);
    expect({ pubstatus, headline: content.headline }).toEqual({ pubstatus: 'usable', headline: 'Tram runs' });
    expect(content.bylines.map(({ name }) => name)).toEqual(['Ana Ruiz']);
  });

  test.each([
    'Tram runs\n=========\n\nFares: one way 4 euros, the operator said.\n',
    '= Tram runs\n\nIt runs again.\n',
  ])('a text without fields stays as it is: %j', (text) => {
    expect(readOne(text, MARKDOWN).pubstatus).toBe('usable');
  });
});

test.each([
  'situação: rascunho',
  'stav: draft',
  'legal_hold: true',
  'ready: no',
  'ready for web: false',
  'testonly: true',
  'cleared: no',
])('front matter %s withholds the article', (line) => {
  expect(readOne(`---\ntitle: Tram runs\n${line}\n---\n${TEXT}`, MARKDOWN).pubstatus).toBe('withheld');
});

describe('members of ninjs and elements of NITF', () => {
  const ninjs = (members: object): string =>
    JSON.stringify({
      uri: 'u',
      type: 'text',
      pubstatus: 'usable',
      headline: 'Tram runs',
      body_text: TEXT,
      ...members,
    });
  test.each([
    [{ signal: 'kill' }, 'canceled'],
    [{ signals: ['hold'] }, 'withheld'],
    [{ istest: true }, 'withheld'],
    [{ signal: 'update' }, 'usable'],
    [{ action: 'correct' }, 'usable'],
  ])('%j: %s', (members, pubstatus) => {
    expect(readOne(ninjs(members), 'application/json').pubstatus).toBe(pubstatus);
  });

  test('the second docdata of a NITF document holds too', () => {
    const xml =
      '<nitf><head><docdata management-status="usable"/><docdata management-status="withheld"/></head><body><body.head><hedline><hl1>Tram runs</hl1></hedline></body.head><body.content><p>It runs.</p></body.content></body></nitf>';
    expect(readOne(xml, 'application/nitf+xml').pubstatus).toBe('withheld');
  });
});

describe('items of a feed', () => {
  const rss = (attributes: string, parts: string): string =>
    `<rss version="2.0" xmlns:x="urn:x"><channel><title>Bay</title><item${attributes}><title>Tram runs</title><guid>1</guid><description>${TEXT}</description>${parts}</item></channel></rss>`;
  test.each([
    [' status="draft"', ''],
    [" x:draft='yes'", ''],
    [' published="false"', ''],
    ['', '<published>false</published>'],
    ['', '<x:published><![CDATA[ no ]]></x:published>'],
  ])('%s %s: withheld', (attributes, parts) => {
    expect(readOne(rss(attributes, parts), 'application/rss+xml').pubstatus).toBe('withheld');
  });

  test.each([
    [' x:about="https://bay.example/1"', ''],
    [' status="published"', ''],
    ['', '<published>2026-04-01T08:00:00Z</published>'],
    ['', '<x:published>true</x:published>'],
  ])('%s %s: usable', (attributes, parts) => {
    expect(readOne(rss(attributes, parts), 'application/rss+xml').pubstatus).toBe('usable');
  });
});
