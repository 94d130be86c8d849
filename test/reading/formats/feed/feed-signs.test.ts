import { describe, expect, test } from 'vitest';
import { read, readOne } from '../../drafted.ts';
import { fate, fates } from '../signs.ts';

const EMBARGO = 'withheld FIELD_EMBARGO';
const UNKNOWN = 'withheld STATUS_UNKNOWN';

const rss = (inside: string): string =>
  `<rss version="2.0" xmlns:p="http://prismstandard.org/namespaces/basic/2.0/" xmlns:dct="http://purl.org/dc/terms/"
   xmlns:media="http://search.yahoo.com/mrss/" xmlns:wp="http://wordpress.org/export/1.2/"
   xmlns:app="http://www.w3.org/2007/app"><channel><title>Town</title><item><guid>g1</guid><title>Tram line reopens</title>
   <description>Trams run again.</description>${inside}</item></channel></rss>`;
const entry = (inside: string, id = 'e1'): string =>
  `<entry><id>${id}</id><title>Tram line reopens</title><content>Trams run again.</content>${inside}</entry>`;
const atom = (inside: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app" xmlns:old="http://purl.org/atom/app#"
   xmlns:at="http://purl.org/atompub/tombstones/1.0"><id>f</id><title>Town</title>${inside}</feed>`;

describe('an RSS item', () => {
  test.each([
    ['<p:embargoDate>2026-12-01T06:00:00Z</p:embargoDate>', 'usable until 2026-12-01T06:00Z'],
    ['<p:embargoDate>2026-12-01</p:embargoDate>', EMBARGO],
    ['<p:embargoDate>2026-11-01</p:embargoDate>', 'usable'],
    ['<p:embargoDate/>', EMBARGO],
    ['<p:expirationDate>2026-12-01T06:00:00Z</p:expirationDate>', 'usable expires 2026-12-01T06:00Z'],
    ['<p:killDate>2026-11-01T06:00:00Z</p:killDate>', 'usable expires 2026-11-01T06:00Z'],
    ['<p:publicationDate>2027-03-01T06:00:00Z</p:publicationDate>', 'usable until 2027-03-01T06:00Z'],
    ['<p:coverDate>2027-03-01</p:coverDate>', 'usable'],
    [
      '<dct:valid>start=2026-12-01T06:00Z; end=2026-12-31T06:00Z; scheme=W3C-DTF</dct:valid>',
      'usable until 2026-12-01T06:00Z expires 2026-12-31T06:00Z',
    ],
    ['<dct:valid>end=2026-12-31T06:00Z</dct:valid>', 'usable expires 2026-12-31T06:00Z'],
    [
      '<dct:valid>2026-12-01T06:00Z/2026-12-31T06:00Z</dct:valid>',
      'usable until 2026-12-01T06:00Z expires 2026-12-31T06:00Z',
    ],
    // Nothing says whether the date is the start or the end.
    ['<dct:valid>2026-12-31T06:00Z</dct:valid>', EMBARGO],
    ['<dct:available>2026-12-01T06:00:00Z</dct:available>', 'usable until 2026-12-01T06:00Z'],
    ['<other:available xmlns:other="urn:shop">in two shops</other:available>', 'usable'],
    [
      '<media:content url="https://example.com/a.mp4"><dct:valid>start=2026-12-01T06:00Z</dct:valid></media:content>',
      'usable until 2026-12-01T06:00Z',
    ],
    ['<media:status state="active"/>', 'usable'],
    ['<media:status state="blocked" reason="https://example.com/"/>', 'withheld'],
    ['<media:status state="deleted"/>', 'canceled'],
    ['<media:status state="asleep"/>', UNKNOWN],
    ['<app:control><app:draft>yes</app:draft></app:control>', 'withheld'],
    ['<cms:publishStatus xmlns:cms="urn:cms">unapproved</cms:publishStatus>', 'withheld'],
    ['<cms:draft xmlns:cms="urn:cms"/>', 'withheld'],
    ['<pubDate>Mon, 01 Mar 2027 06:00:00 GMT</pubDate>', 'usable until 2027-03-01T06:00Z'],
    // Within the hour that clocks may differ.
    ['<pubDate>Mon, 23 Nov 2026 00:45:00 GMT</pubDate>', 'usable'],
    ['<pubDate>Mon, 23 Nov 2026 06:00:00 GMT</pubDate>', 'usable until 2026-11-23T06:00Z'],
    // Without a zone, a time of this day may be over.
    ['<pubDate>2026-11-23 10:00</pubDate>', 'usable'],
    ['<pubDate>2026-11-29 10:00</pubDate>', EMBARGO],
    ['<pubDate>after the match</pubDate>', 'usable'],
  ])('with %s: %s', (inside, expected) => {
    expect(fate(rss(inside), 'application/rss+xml')).toBe(expected);
  });

  test('in an export of WordPress has a status, a password and a type', () => {
    const post = (status: string, more = ''): string =>
      fate(rss(`<wp:status>${status}</wp:status>${more}`), 'application/rss+xml');
    expect(post('publish', '<wp:post_type>post</wp:post_type><wp:ping_status>closed</wp:ping_status>')).toBe(
      'usable',
    );
    for (const status of ['draft', 'pending', 'private', 'trash', 'auto-draft', '<![CDATA[draft]]>']) {
      expect({ status, is: post(status) }).toEqual({ status, is: 'withheld' });
    }
    expect(post('in-legal-check')).toBe(UNKNOWN);
    expect(post('publish', '<wp:post_password>tulip</wp:post_password>')).toBe('withheld');
    expect(post('publish', '<wp:post_password/>')).toBe('usable');
    const scheduled = '<wp:post_date>2026-12-01 07:00:00</wp:post_date>';
    expect(post('future', scheduled)).toBe(EMBARGO);
    expect(post('future', `<pubDate>Tue, 01 Dec 2026 06:00:00 +0000</pubDate>${scheduled}`)).toBe(
      'usable until 2026-12-01T06:00Z',
    );
    for (const type of ['nav_menu_item', 'attachment', 'revision', 'wp_block', 'custom_css']) {
      expect({ type, is: post('publish', `<wp:post_type>${type}</wp:post_type>`) }).toEqual({
        type,
        is: 'ITEM_KIND',
      });
    }
    // It may be a story, so it is not lost.
    expect(post('publish', '<wp:post_type>long_read</wp:post_type>')).toBe(UNKNOWN);
  });

  test('the password of a post is in no note', () => {
    const drafted = read(rss('<wp:post_password>tulip</wp:post_password>'), 'application/rss+xml');
    expect(JSON.stringify(drafted)).not.toContain('tulip');
  });
});

describe('an Atom entry', () => {
  test.each([
    ['<app:control><app:draft>yes</app:draft></app:control>', 'withheld'],
    ['<app:control><app:draft>no</app:draft></app:control>', 'usable'],
    ['<app:control><app:draft>perhaps</app:draft></app:control>', UNKNOWN],
    ['<old:control><old:draft>yes</old:draft></old:control>', 'withheld'],
    ['<published>2027-03-01T06:00:00Z</published>', 'usable until 2027-03-01T06:00Z'],
    ['<updated>2027-03-01T06:00:00Z</updated>', 'usable until 2027-03-01T06:00Z'],
    ['<published>2026-03-01T06:00:00Z</published><updated>2027-03-01T06:00:00Z</updated>', 'usable'],
    [
      '<blogger:status xmlns:blogger="http://schemas.google.com/blogger/2018">SOFT_TRASHED</blogger:status>',
      'withheld',
    ],
    ['<category term="http://schemas.google.com/blogger/2008/kind#template"/>', 'ITEM_KIND'],
    ['<category term="http://schemas.google.com/blogger/2008/kind#post"/>', 'usable'],
  ])('with %s: %s', (inside, expected) => {
    expect(fate(atom(entry(inside)), 'application/atom+xml')).toBe(expected);
  });
});

describe('a deleted entry (RFC 6721)', () => {
  const deleted =
    '<at:deleted-entry ref="e2" when="2026-11-22T10:00:00Z"><at:by><name>Jane Roe</name></at:by><at:comment>wrong tram</at:comment></at:deleted-entry>';

  test('is a kill of its id, with the comment as a note', () => {
    const [kept, killed] = read(atom(entry('') + deleted), 'application/atom+xml');
    expect(kept).toMatchObject({ ok: true, draft: { declaredId: 'e1', pubstatus: 'usable' } });
    expect(killed).toMatchObject({
      ok: true,
      draft: {
        declaredId: 'e2',
        pubstatus: 'canceled',
        versioncreated: '2026-11-22T10:00:00.000Z',
        notes: [
          'the feed says that the entry was deleted',
          'deleted by: Jane Roe',
          'reason for the deletion: wrong tram',
        ],
      },
    });
  });

  test('may be alone in its feed, with any prefix, and in RSS', () => {
    const other =
      '<x:deleted-entry xmlns:x="http://purl.org/atompub/tombstones/1.0" ref="e3" when="2026-11-22T10:00:00Z"/>';
    expect(readOne(atom(other), 'application/atom+xml')).toMatchObject({
      declaredId: 'e3',
      pubstatus: 'canceled',
    });
    const inRss = rss('').replace('<item>', `${other}<item>`);
    expect(fates(inRss, 'application/rss+xml')).toEqual(['usable', 'canceled']);
  });

  test('does not delete an entry that was updated after it', () => {
    const back = entry('<updated>2026-11-22T11:00:00Z</updated>', 'e2');
    expect(fates(atom(deleted + back), 'application/atom+xml')).toEqual(['usable']);
    const before = entry('<updated>2026-11-22T09:00:00Z</updated>', 'e2');
    expect(fates(atom(deleted + before), 'application/atom+xml')).toEqual(['usable', 'canceled']);
  });

  test('counts for the limit of items', () => {
    const many = Array.from(
      { length: 2001 },
      (_, n) => `<at:deleted-entry ref="d${n}" when="2026-11-22T10:00:00Z"/>`,
    );
    const found = fates(atom(many.join('')), 'application/atom+xml');
    expect([found.length, found.at(-2), found.at(-1)]).toEqual([2001, 'canceled', 'SIZE_ITEMS']);
  });

  test('without an id is refused', () => {
    expect(fates(atom('<at:deleted-entry when="2026-11-22T10:00:00Z"/>'), 'application/atom+xml')).toEqual([
      'WITHDRAWAL_UNKNOWN',
    ]);
  });
});
