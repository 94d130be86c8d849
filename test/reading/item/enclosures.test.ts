import { describe, expect, test } from 'vitest';
import type { Association } from '../../../shared/domain/article.ts';
import { associationsOf } from '../../../shared/reading/item/enclosures.ts';
import { formats } from '../../../shared/formats/registry.ts';
import { goldenFeeds } from '../../golden/documents.ts';
import { FORMATS, write } from '../../formats/reading.ts';
import { read } from '../drafted.ts';

const href = 'https://example.com/a';

describe('`contenttype` is the media type of the enclosure, or what its file name says if the media type is missing or too general', () => {
  test.each<[string, string | undefined, Partial<Association>]>([
    ['a.mp3', 'audio/mpeg', { contenttype: 'audio/mpeg' }],
    ['a.MP3?x=1', undefined, { contenttype: 'audio/mpeg' }],
    ['a.pdf', 'application/octet-stream', { contenttype: 'application/pdf' }],
    ['a', 'Audio/MP4; codecs="x"', { contenttype: 'audio/mp4' }],
    ['a', 'video/*', { contenttype: 'video/*' }],
    ['a.mp4', 'video', { contenttype: 'video/mp4' }],
    ['a.jpg', 'binary/octet-stream', {}],
    ['a.zip', 'application/zip', { contenttype: 'application/zip' }],
  ])('file name %s, media type %s', (name, type, expected) => {
    const address = `https://example.com/${name}`;
    expect(associationsOf([{ href: address, ...(type !== undefined && { type }) }])).toEqual({
      associations: [{ href: address, ...expected }],
      notes: [],
    });
  });

  test.each([
    [href, undefined, `an enclosure of no known type was left out: ${href}`],
    [href, 'text/html', `an enclosure that a browser would run (text/html) was left out: ${href}`],
    [
      'ftp://example.com/a.mp3',
      'audio/mpeg',
      'an enclosure without a web address was left out: ftp://example.com/a.mp3',
    ],
    [
      'javascript:x()//.mp3',
      'audio/mpeg',
      'an enclosure without a web address was left out: javascript:x()//.mp3',
    ],
    ['a.jpg', 'image/jpeg', 'a picture without an absolute address was left out: a.jpg'],
  ])('%s, %s is left out, with a note', (address, type, note) => {
    expect(associationsOf([{ href: address, ...(type !== undefined && { type }) }])).toEqual({
      associations: [],
      notes: [note],
    });
  });

  test('two enclosures with one address are merged; a length of 0 is unknown', () => {
    const expected = [
      { href, type: 'audio/mpeg', length: 0 },
      { href, type: 'audio/mpeg', length: 12, alt: 'Episode 1', credit: 'Jane Roe' },
    ];
    expect(associationsOf(expected).associations).toEqual([
      { href, contenttype: 'audio/mpeg', length: 12, caption: 'Episode 1', credit: 'Jane Roe' },
    ]);
  });

  test('the length of a picture is left out', () => {
    expect(associationsOf([{ href, type: 'image/png', length: 12 }]).associations).toEqual([
      { href, contenttype: 'image/png' },
    ]);
  });
});

test.each(FORMATS)('enclosures that are published as %s are read back unchanged', (format) => {
  const { head, items } = goldenFeeds['enclosures'] ?? { head: undefined, items: [] };
  if (head === undefined) throw new Error('no such golden document');
  const drafted = read(write(format, head, items), formats[format].mediaType);
  const known = ({ href: address, contenttype, length }: Association): object => ({
    address,
    contenttype,
    length,
  });
  // JSON Feed demands a media type with a subtype, so an attachment with `video/*` is left out.
  const isPublished = ({ contenttype }: Association): boolean =>
    format !== 'json' || contenttype !== 'video/*';
  const back = drafted.flatMap((item) =>
    item.ok ? [new Set(item.draft.content.associations.map(known))] : [],
  );
  expect(back).toEqual(
    items.map(({ content }) => new Set(content.associations.filter(isPublished).map(known))),
  );
});
