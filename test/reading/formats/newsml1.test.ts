import { describe, expect, test } from 'vitest';
import { outcomes, read, readOne } from '../drafted.ts';

const IDENTIFIER =
  '<ProviderId>example.com</ProviderId><DateId>20260312</DateId><NewsItemId>B7</NewsItemId><RevisionId PreviousRevision="4" Update="N">5</RevisionId>';
const STATUS = '<Status FormalName="Usable"/>';
const COMPONENT =
  '<NewsComponent><NewsLines><HeadLine>The bridge</HeadLine></NewsLines><ContentItem><DataContent><p>It stays closed.</p></DataContent></ContentItem></NewsComponent>';

function item({ identifier = IDENTIFIER, management = STATUS, content = COMPONENT } = {}): string {
  return `<NewsItem><Identification><NewsIdentifier>${identifier}</NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260312T080000Z</FirstCreated><ThisRevisionCreated>20260312T093000+0100</ThisRevisionCreated>${management}</NewsManagement>${content}</NewsItem>`;
}
const document = (...items: string[]): string =>
  `<?xml version="1.0"?><NewsML Version="1.2">${items.join('')}</NewsML>`;
const readItem = (parts: Parameters<typeof item>[0]): ReturnType<typeof readOne> =>
  readOne(document(item(parts)), 'application/xml');
const status = (name: string, rest = ''): string => `<Status FormalName="${name}"/>${rest}`;
const change = (name: string, date: string): string =>
  `<StatusWillChange><FutureStatus FormalName="${name}"/>${date}</StatusWillChange>`;
const LATER = '<DateAndTime>20261224T060000Z</DateAndTime>';

describe('the status of a NewsML 1 item', () => {
  test.each([
    [STATUS, 'usable', undefined],
    [status('Usable', '<Instruction FormalName="Rectify"/>'), 'usable', undefined],
    [status('Usable', '<Instruction FormalName="Replacement"/>'), 'usable', undefined],
    [status('Canceled'), 'canceled', undefined],
    [status('CANCELLED'), 'canceled', undefined],
    [status('Usable', '<Instruction FormalName="Delete"/>'), 'canceled', undefined],
    [status('Usable', '<Instruction FormalName="Kill"/>'), 'canceled', undefined],
    [status('Withheld'), 'withheld', undefined],
    [status('Embargoed'), 'withheld', 'FIELD_EMBARGO'],
    [status('Embargoed', change('Usable', '')), 'withheld', 'FIELD_EMBARGO'],
    [status('Embargoed', change('Usable', '<DateAndTime>soon</DateAndTime>')), 'withheld', 'FIELD_EMBARGO'],
    [status('Unripe'), 'withheld', 'STATUS_UNKNOWN'],
    [status(''), 'withheld', 'STATUS_UNKNOWN'],
    [status('Usable', '<Instruction FormalName="CallTheLawyer"/>'), 'withheld', 'STATUS_UNKNOWN'],
  ])('%s is %s', (management, pubstatus, code) => {
    const draft = readItem({ management });
    expect([draft.pubstatus, draft.doubt?.code]).toEqual([pubstatus, code]);
  });

  test('a status that will change by itself is an embargo or an expiry', () => {
    for (const before of ['Embargoed', 'Withheld']) {
      const draft = readItem({ management: status(before, change('Usable', LATER)) });
      expect(draft.pubstatus).toBe('usable');
      expect(draft.content.embargoed).toBe('2026-12-24T06:00:00.000Z');
    }
    const ending = readItem({ management: status('Usable', change('Canceled', LATER)) });
    expect(ending.content).toMatchObject({ expires: '2026-12-24T06:00:00.000Z' });
  });
});

describe('the id of a NewsML 1 item', () => {
  const publicId = (text: string): string => `<PublicIdentifier>${text}</PublicIdentifier>`;
  test.each([
    [IDENTIFIER, 'urn:newsml:example.com:20260312:B7'],
    [IDENTIFIER + publicId('urn:newsml:example.com:20260312:B7:5U'), 'urn:newsml:example.com:20260312:B7'],
    [publicId('urn:newsml:example.com:20260312:B7:12'), 'urn:newsml:example.com:20260312:B7'],
    [IDENTIFIER + publicId('tag:example.com,2026:7'), 'tag:example.com,2026:7'],
    ['<NewsItemId>B7</NewsItemId>', 'B7'],
  ])('%s: %s, the same in every revision', (identifier, id) => {
    expect(readItem({ identifier }).declaredId).toBe(id);
    expect(readItem({ identifier, management: status('Canceled'), content: '' })).toMatchObject({
      declaredId: id,
      pubstatus: 'canceled',
    });
  });

  test('the number of the revision is the version, and the public identifier is another id', () => {
    const identifier = `${IDENTIFIER}${publicId('urn:newsml:example.com:20260312:B7:5')}`;
    expect(readItem({ identifier })).toMatchObject({
      declaredVersion: '5',
      versioncreated: '2026-03-12T08:30:00.000Z',
      otherIds: ['urn:newsml:example.com:20260312:B7:5'],
    });
  });
});

describe('the text of a NewsML 1 item', () => {
  const content = (data: string, format = ''): string =>
    `<NewsComponent><NewsLines><HeadLine>The bridge</HeadLine></NewsLines><ContentItem><Format FormalName="${format}"/>${data}</ContentItem></NewsComponent>`;
  const base64 = Buffer.from('It stays closed.\n\nUntil May.').toString('base64');
  test.each([
    [
      'XHTML',
      content(
        '<DataContent><html><body><p>It stays closed.</p><p>Until May.</p></body></html></DataContent>',
      ),
    ],
    ['paragraphs', content('<DataContent><p>It stays closed.</p><p>Until May.</p></DataContent>')],
    [
      'HTML in CDATA',
      content('<DataContent><![CDATA[<p>It stays closed.</p><p>Until May.</p>]]></DataContent>'),
    ],
    ['plain text', content('<DataContent>It stays closed.\n\nUntil May.</DataContent>', 'Text')],
    ['base64', content(`<Encoding Notation="Base64"><DataContent>${base64}</DataContent></Encoding>`)],
    [
      'NITF',
      content(
        '<DataContent><nitf><body><body.content><block><p>It stays closed.</p><p>Until May.</p></block></body.content></body></nitf></DataContent>',
      ),
    ],
    [
      'the first of two equivalent forms',
      content('<DataContent><p>It stays closed.</p><p>Until May.</p></DataContent>')
        .replace('<NewsComponent>', '<NewsComponent EquivalentsList="yes">')
        .replace(
          '</NewsComponent>',
          '<ContentItem><DataContent>Other form</DataContent></ContentItem></NewsComponent>',
        ),
    ],
  ])('is read as %s', (_, component) => {
    const { content: read } = readItem({ content: component });
    expect(read.headline).toBe('The bridge');
    expect(read.body.replace(/\s*<\/?div>\s*/g, '')).toBe('<p>It stays closed.</p>\n<p>Until May.</p>');
  });

  test('several components are sections of one article, so that a kill of its id holds for all of them', () => {
    const section = (title: string, text: string): string =>
      `<NewsComponent><NewsLines><HeadLine>${title}</HeadLine></NewsLines><ContentItem><DataContent>${text}</DataContent></ContentItem></NewsComponent>`;
    const whole = `<NewsComponent><NewsLines><HeadLine>Round-up</HeadLine></NewsLines>${section('Bridge', 'It stays closed.')}${section('Ferry', '<p>It sails.</p>')}</NewsComponent>`;
    expect(readItem({ content: whole }).content).toMatchObject({
      headline: 'Round-up',
      body: '<h2>Bridge</h2>\n<p>It stays closed.</p>\n<h2>Ferry</h2>\n<p>It sails.</p>',
    });
  });

  test('the widest picture is taken, with its caption; a text with the role of a title is the headline', () => {
    const role = (name: string, text: string): string =>
      `<NewsComponent><Role FormalName="${name}"/><ContentItem><DataContent>${text}</DataContent></ContentItem></NewsComponent>`;
    const photo = (name: string, width: number): string =>
      `<ContentItem Href="https://example.com/${name}.jpg"><MediaType FormalName="Photo"/><Characteristics><Property FormalName="Width" Value="${width}"/></Characteristics></ContentItem>`;
    const whole = `<NewsComponent>${role('Title', 'The bridge')}${role('Body', 'It stays closed.')}${role('Caption', 'The bridge at dawn')}<NewsComponent>${photo('s', 90)}${photo('l', 900)}</NewsComponent></NewsComponent>`;
    expect(readItem({ content: whole }).content).toMatchObject({
      headline: 'The bridge',
      body: '<p>It stays closed.</p>',
      associations: [{ href: 'https://example.com/l.jpg', caption: 'The bridge at dawn' }],
    });
  });
});

test('each item of a document is an article; the root may be an item, and names may have a prefix', () => {
  const other = item({ identifier: '<NewsItemId>C</NewsItemId>', management: status('Withheld') });
  const both = read(document(item(), other), 'text/xml');
  expect(both.map((one) => one.ok && one.draft.pubstatus)).toEqual(['usable', 'withheld']);
  expect(outcomes(read(item(), 'text/xml'))).toEqual(['The bridge']);
  const prefixed = document(item()).replace(/<(\/?)([A-Z])/g, '<$1n:$2');
  expect(outcomes(read(prefixed, 'application/xml'))).toEqual(['The bridge']);
});

test('a change of parts, a vocabulary and an empty document are refused', () => {
  expect(
    read(document(item({ content: '<Update><Delete DuidRef="a"/></Update>' })), 'text/xml'),
  ).toMatchObject([
    { rejection: { code: 'FIELD_MISSING' }, declaredId: 'urn:newsml:example.com:20260312:B7' },
  ]);
  const vocabulary = document(item({ content: '<TopicSet><Topic/></TopicSet>' }));
  for (const text of [vocabulary, document()])
    expect(outcomes(read(text, 'text/xml'))).toEqual(['FEED_EMPTY']);
});
