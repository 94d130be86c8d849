import { describe, expect, test } from 'vitest';
import { lineOfField } from '../../../shared/reading/markup/line-of-markup.ts';
import { readOne } from '../drafted.ts';

describe('an element that is opened and holds nothing is a word of a title', () => {
  test.each([
    'When to use the <output> element',
    'Chrome removes <marquee>',
    'What <script> costs',
    'Why <b> is not <strong>',
    'Is </body> optional?',
    'The <slot></slot> element',
    'Why <!DOCTYPE html> is there',
    'Map<String> in Java',
    'if a<b and b>c',
    'When a<b and b<c',
    'Why <![CDATA[ is in a feed',
    'We <3 ferries',
    'Write to <desk@example.com>',
  ])('%s', (title) => {
    expect(lineOfField(title)).toBe(title);
    const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    for (const written of [escaped, `<![CDATA[${title}]]>`]) {
      const xml = `<rss><channel><item><title>${written}</title></item></channel></rss>`;
      expect(readOne(xml, 'application/rss+xml').content.headline).toBe(title);
    }
    for (const type of ['', ' type="text"', ' type="html"']) {
      const xml = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id><title${type}>${escaped}</title></entry></feed>`;
      expect(readOne(xml, 'application/atom+xml').content.headline).toBe(title);
    }
  });
});

test.each([
  ['<b>Ferry</b> sails', 'Ferry sails'],
  ['<b>Ferry sails', 'Ferry sails'],
  ['Ferry sails</b>', 'Ferry sails'],
  ['<p>Ferry<p>sails', 'Ferry sails'],
  ['Ferry<br>sails', 'Ferry sails'],
  ['<i></i>Ferry <span class="x">sails</span>', 'Ferry sails'],
  ['<a href="https://example.com/">Ferry</a> sails<!-- 3 -->', 'Ferry sails'],
  ['<![CDATA[Ferry sails]]>', 'Ferry sails'],
  ['Ferry sails]]>', 'Ferry sails'],
  ['Ferry &amp;amp; bus, 5 o&amp;#8217;clock &eacute;', 'Ferry & bus, 5 o’clock é'],
])('%s is read as %s', (html, line) => {
  expect(lineOfField(html)).toBe(line);
});

test('references in tags, names and rights are read as in a title', () => {
  const fields =
    '<category>R&amp;amp;D</category><category><![CDATA[Sea &#38; Sky]]></category><dc:creator><![CDATA[Zo&euml; D&#8217;Roe]]></dc:creator>';
  const rss = `<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><title>x</title>${fields}</item></channel></rss>`;
  expect(readOne(rss, 'application/rss+xml').content).toMatchObject({
    subjects: [{ name: 'R&D' }, { name: 'Sea & Sky' }],
    bylines: [{ name: 'Zoë D’Roe' }],
  });
  const json = {
    id: '1',
    title: 'A &amp; B',
    content_text: 'x',
    tags: ['R&amp;D'],
    authors: [{ name: 'Zo&#235; Roe' }],
  };
  expect(readOne(JSON.stringify(json), 'application/feed+json').content).toMatchObject({
    headline: 'A & B',
    subjects: [{ name: 'R&D' }],
    bylines: [{ name: 'Zoë Roe' }],
  });
});

describe('text with signs of CDATA, and markup sent as plain text', () => {
  const P = '<p>The ferry sailed.</p>';
  const escaped = P.replaceAll('<', '&lt;');
  const atom = (content: string): string =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>https://example.com/f</id><title>x</title>${content}</entry></feed>`;
  const rss = (content: string): string =>
    `<rss><channel><item><title>x</title><description>${content}</description></item></channel></rss>`;
  test.each([
    ['escaped', rss(`&lt;![CDATA[${escaped}]]&gt;`)],
    ['escaped, without tags', rss('&lt;![CDATA[The ferry sailed.]]&gt;')],
    ['escaped twice', rss('&amp;lt;![CDATA[The ferry sailed.]]&amp;gt;')],
    ['one in the other', rss(`<![CDATA[<![CDATA[${P}]]>]]>`)],
    ['in markup', rss('<![CDATA[<p><![CDATA[The ferry sailed.]]]]><![CDATA[></p>]]>')],
    ['only the end', rss(`${escaped}]]&gt;`)],
    ['Atom without a type', atom(`<content>${escaped}</content>`)],
    ['Atom as text', atom(`<content type="text">${escaped}</content>`)],
    ['in a summary', atom(`<summary><![CDATA[${P}]]></summary>`)],
    ['JSON Feed', JSON.stringify({ id: '1', title: 'x', content_text: P })],
  ])('%s', (_, text) => {
    const mediaType = text.startsWith('{') ? 'application/feed+json' : 'application/xml';
    expect(readOne(text, mediaType).content.body).toBe(P);
  });
  test('a note says so, and an id that is an address is the link', () => {
    const draft = readOne(atom(`<content>${escaped}</content>`), 'application/atom+xml');
    expect(draft.notes).toContain('a text that was sent as plain text was read as HTML');
    expect(draft.content.link).toBe('https://example.com/f');
  });
  test('plain text that mentions tags stays plain text', () => {
    const draft = readOne(
      atom('<content>The &lt;p> element ends with &lt;/p>, they said.</content>'),
      'application/atom+xml',
    );
    expect(draft.content.body).toBe('<p>The &lt;p&gt; element ends with &lt;/p&gt;, they said.</p>');
  });
});
