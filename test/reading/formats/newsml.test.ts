import { describe, expect, test } from 'vitest';
import { outcomes, read, readOne } from '../drafted.ts';

const item = (meta: string, rest = '', guid = 'urn:newsml:example.com:1'): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="7" xml:lang="en-GB">
   <rightsInfo><copyrightNotice>© The Example</copyrightNotice><usageTerms>Not for archives</usageTerms></rightsInfo>
   <itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-04-13T09:30:00+08:00</versionCreated>
   <firstCreated>2026-04-12T00:00:00Z</firstCreated>${meta}</itemMeta>
   <contentMeta><urgency>4</urgency><headline>The bridge</headline><by>By Ada Lovelace</by>
   <subject qcode="medtop:1"><name>traffic</name></subject><subject qcode="medtop:2"/>
   <subject type="cpnat:geoArea" qcode="geo:1"><name>Cologne</name></subject><genre qcode="g:1"><name>Current</name></genre>
   <located><name>London</name></located><description role="drol:summary">It is closed.</description></contentMeta>${rest}</newsItem>`;
const XHTML = `<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
   <body><p>The bridge stays <b>closed</b>.</p><script>x()</script></body></html></inlineXML></contentSet>`;

describe('NewsML-G2', () => {
  test('the metadata and the XHTML body of a news item are read', () => {
    const draft = readOne(
      item('<pubStatus qcode="stat:usable"/>', XHTML),
      'application/vnd.iptc.g2.newsitem+xml',
    );
    expect(draft).toMatchObject({
      declaredId: 'urn:newsml:example.com:1',
      declaredVersion: '7',
      versioncreated: '2026-04-13T01:30:00.000Z',
      pubstatus: 'usable',
    });
    expect(draft.content).toMatchObject({
      headline: 'The bridge',
      summary: 'It is closed.',
      body: '<p>The bridge stays <b>closed</b>.</p>',
      bylines: [{ name: 'Ada Lovelace' }],
      subjects: [
        { name: 'traffic', uri: 'medtop:1' },
        { name: 'medtop:2', uri: 'medtop:2' },
        { name: 'Cologne', uri: 'geo:1' },
      ],
      genres: ['Current'],
      places: ['London', 'Cologne'],
      urgency: 4,
      language: 'en-GB',
      copyrightnotice: '© The Example',
      usageterms: 'Not for archives',
      firstcreated: '2026-04-12T00:00:00.000Z',
    });
  });

  test('a kill needs no text; an item with an open-ended embargo is withheld', () => {
    const kill =
      '<newsItem guid="urn:x:1"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta></newsItem>';
    expect(readOne(kill, 'application/xml')).toMatchObject({ declaredId: 'urn:x:1', pubstatus: 'canceled' });
    expect(readOne(item('<pubStatus qcode="stat:withheld"/>', XHTML), 'application/xml').pubstatus).toBe(
      'withheld',
    );
    expect(readOne(item('<embargoed/>', XHTML), 'application/xml').pubstatus).toBe('withheld');
  });

  test('an edNote becomes a note', () => {
    const corrected = readOne(item('<edNote>Corrects the\n date</edNote>', XHTML), 'application/xml');
    expect(corrected.notes).toContain('to editors: Corrects the date');
  });

  test('an item with an embargo that has no time zone or is not a date is withheld', () => {
    const until = (date: string): string | undefined =>
      readOne(item(`<embargoed>${date}</embargoed>`, XHTML), 'application/xml').doubt?.code;
    expect(
      readOne(item('<embargoed>2026-04-14T09:00:00+01:00</embargoed>', XHTML), 'application/xml').content
        .embargoed,
    ).toBe('2026-04-14T08:00:00.000Z');
    expect(until('2026-12-14T09:00:00')).toBe('FIELD_EMBARGO');
    expect(until('noon')).toBe('FIELD_EMBARGO');
  });

  test('a bad item of a message does not affect the other items, and a package is skipped', () => {
    const message = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><packageItem guid="p"/>
      ${item('', XHTML, 'a')}<newsItem guid="b"/><newsItem guid="c"><itemMeta/></newsItem>${item('', '', 'd')}</itemSet></newsMessage>`;
    expect(outcomes(read(message, 'application/xml'))).toEqual([
      'The bridge',
      'FIELD_MISSING',
      'FIELD_MISSING',
      'The bridge',
    ]);
  });

  test('a picture item has its widest rendition as an association and its caption as text', () => {
    const photo = `<newsItem guid="p:1" xml:lang="en"><contentMeta><headline>A bridge</headline><creditline>Ada</creditline>
      <description role="drol:caption">The bridge on Monday.</description></contentMeta><contentSet>
      <remoteContent href="https://example.com/s.jpg" contenttype="image/jpeg" width="80" height="60"/>
      <remoteContent href="https://example.com/l.jpg" contenttype="image/jpeg" width="800" height="600"/></contentSet></newsItem>`;
    expect(readOne(photo, 'application/xml').content.associations).toEqual([
      {
        href: 'https://example.com/l.jpg',
        contenttype: 'image/jpeg',
        width: 800,
        height: 600,
        caption: 'The bridge on Monday.',
        credit: 'Ada',
      },
    ]);
  });

  test('a video item has the widest video and the widest picture as associations', () => {
    const video = `<newsItem guid="v:1" xml:lang="en"><contentMeta><headline>A bridge</headline></contentMeta><contentSet>
      <remoteContent href="https://example.com/s.mp4" contenttype="video/mp4" width="80" height="60" size="7"/>
      <remoteContent href="https://example.com/l.mp4" contenttype="video/mp4" width="800" height="600" size="70"/>
      <remoteContent href="https://example.com/l.jpg" contenttype="image/jpeg" width="400" height="300"/></contentSet></newsItem>`;
    expect(readOne(video, 'application/xml').content.associations).toEqual([
      { href: 'https://example.com/l.mp4', contenttype: 'video/mp4', length: 70, width: 800, height: 600 },
      { href: 'https://example.com/l.jpg', contenttype: 'image/jpeg', width: 400, height: 300 },
    ]);
  });

  test.each([
    ['<newsItem><a></newsItem>', 'XML_ILLFORMED'],
    ['<newsItem><contentMeta>', 'XML_TRUNCATED'],
    [`<newsItem>${'<a>'.repeat(300)}`, 'XML_TOO_DEEP'],
    ['<!DOCTYPE newsItem [<!ENTITY a "b">]><newsItem>&a;</newsItem>', 'XML_ENTITY'],
    ['<newsMessage><itemSet/></newsMessage>', 'FEED_EMPTY'],
  ])('%s is rejected: %s', (xml, code) => {
    expect(outcomes(read(xml, 'application/xml'))).toEqual([code]);
  });
});

describe('NITF', () => {
  const nitf = `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-5.dtd"><nitf xml:lang="en"><head><docdata management-status="usable">
    <doc-id id-string="ex-1"/><urgency ed-urg="3"/><date.issue norm="20260412T000000Z"/><date.release norm="20260413T093000+0800"/>
    <date.expire norm="2026-05-13T00:00:00Z"/><doc.copyright holder="The Example"/><key-list><keyword key="traffic"/></key-list></docdata></head>
    <body><body.head><hedline><hl1>The bridge</hl1><hl2>stays closed</hl2></hedline>
    <byline>By <person>Ada Lovelace</person>, <byttl>Reporter</byttl></byline><abstract><p>It is closed.</p></abstract></body.head>
    <body.content><block><p>The <org>council</org> said <em>no</em>.</p><hl2>Why</hl2>
    <media media-type="image"><media-reference mime-type="image/jpeg" source="https://example.com/b.jpg" width="800" height="600" alternate-text="Bridge"/>
    <media-caption>The bridge on Monday</media-caption><media-producer>C. Babbage</media-producer></media>
    <table><tr><td colspan="2">x</td></tr></table></block></body.content></body></nitf>`;

  test('head, body and pictures are read', () => {
    const draft = readOne(nitf, 'application/nitf+xml');
    expect(draft.declaredId).toBe('ex-1');
    expect(draft.content).toMatchObject({
      headline: 'The bridge',
      summary: 'It is closed.',
      bylines: [{ name: 'Ada Lovelace', role: 'Reporter' }],
      subjects: [{ name: 'traffic' }],
      urgency: 3,
      embargoed: '2026-04-13T01:30:00.000Z',
      expires: '2026-05-13T00:00:00.000Z',
      firstcreated: '2026-04-12T00:00:00.000Z',
      copyrightnotice: 'The Example',
      associations: [
        {
          href: 'https://example.com/b.jpg',
          contenttype: 'image/jpeg',
          width: 800,
          height: 600,
          alt: 'Bridge',
          caption: 'The bridge on Monday',
          credit: 'C. Babbage',
        },
      ],
    });
    expect(draft.content.body.replace(/\s+/g, ' ')).toMatch(
      /^<p>The council said <em>no<\/em>\.<\/p> <h3>Why<\/h3> <table>.*<td colspan="2">x<\/td>/,
    );
  });

  test('a message to the editors becomes a note, and the management status "canceled" is a kill', () => {
    const withMessage = nitf.replace('<urgency', '<ed-msg info="Corrects the date"/><urgency');
    expect(readOne(withMessage, 'application/nitf+xml').notes).toContain('to editors: Corrects the date');
    const kill = nitf.replace('"usable"', '"canceled"');
    expect(readOne(kill, 'application/nitf+xml').pubstatus).toBe('canceled');
  });
});
