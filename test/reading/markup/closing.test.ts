import { describe, expect, test } from 'vitest';
import { closed } from '../../../shared/reading/markup/closing.ts';
import { read, readOne } from '../drafted.ts';
import { stored } from './stored.ts';

describe('an element without an end tag does not take the rest of the text along', () => {
  test.each([
    ...[
      'script',
      'style',
      'iframe',
      'textarea',
      'title',
      'noscript',
      'canvas',
      'object',
      'select',
      'button',
      'template',
    ].map((name): [string, string, string] => [
      `<${name}/>`,
      `<p>One</p><${name} id="x"/><p>Two</p>`,
      '<p>One</p>\n<p>Two</p>',
    ]),
    ['<video/>', '<p>One</p><video id="x" /><p>Two</p>', '<p>One</p>\n<p>Two</p>'],
    ['<i/>', '<p>One <i class="icon"/> two</p>', '<p>One  two</p>'],
    ['<a/>', '<p>One <a name="x"/>two</p>', '<p>One two</p>'],
    ['<div/> inside of a div', '<div><div class="x"/>One</div><p>Two</p>', '<p>One</p>\n<p>Two</p>'],
    [
      'a script after a script',
      '<p>One</p><script src="a.js"/><p>Two</p><script>x()</script>',
      '<p>One</p>\n<p>Two</p>',
    ],
    [
      'a script with an end tag',
      '<p>One</p><script src="a.js"/>x()</script><p>Two</p>',
      '<p>One</p>\n<p>Two</p>',
    ],
    ['style', '<style>p { color: red }<p>One</p>', '<p>One</p>'],
    ['title', '<title>The quay<h2>One</h2><p>Two</p>', '<h2>One</h2>\n<p>Two</p>'],
    ['select', '<select><option>a<p>One</p>', '<p>One</p>'],
    ['canvas', '<canvas id="x"><p>One</p><p>Two</p>', '<p>One</p>\n<p>Two</p>'],
    ['a list item keeps its text', '<ul><li/>One<li/>Two</ul>', '<ul><li>One</li><li>Two</li></ul>'],
    ['one line break, written in two tags', '<p>One<br></br>two</p>', '<p>One<br />two</p>'],
  ])('%s', (_, html, expected) => expect(stored(html)).toBe(expected));

  test('in XHTML every element may be empty', () => {
    const xhtml =
      '<div xmlns="http://www.w3.org/1999/xhtml"><h1>The quay</h1><p>One <b class="x"/>two.</p><p/><script src="x">x()</script><table><tr><td/><td>3</td></tr></table><p>Four.</p></div>';
    expect(readOne(xhtml, 'text/html').content.body).toBe(
      '<p>One two.</p>\n<table><tr><td></td><td>3</td></tr></table>\n<p>Four.</p>',
    );
  });

  test('in the entries of an Atom feed', () => {
    const entry = (id: number, empty: string): string =>
      `<entry><title>Entry ${id}</title><id>urn:x:${id}</id><updated>2026-04-13T08:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Before.</p>${empty}<p>After.</p></div></content></entry>`;
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>urn:x</id><updated>2026-04-13T08:00:00Z</updated>${['<script src="a"/>', '<svg/>', '<textarea/>', '<em/>', '<select/>'].map((empty, at) => entry(at, empty)).join('')}</feed>`;
    const bodies = read(feed, 'application/atom+xml').map((drafted) =>
      drafted.ok ? drafted.draft.content.body : '',
    );
    expect(new Set(bodies)).toEqual(new Set(['<p>Before.</p>\n<p>After.</p>']));
  });

  test('what follows a comment without an end is hidden by a browser, and kept on record', () => {
    const { content, removed, notes } = readOne(
      '<h1>The quay</h1><p>One.</p><!-- desk: <p>Two.</p>',
      'text/html',
    );
    expect(content.body).toBe('<p>One.</p>');
    expect(removed).toEqual(['desk:  Two.']);
    expect(notes).toContain('a comment without an end hides the rest of the text');
  });

  test('whole comments stay as they are', () => {
    const html = '<p>One<!-- <b> --><!--></p><p>two<!-- x --!></p>';
    expect(closed(html)).toEqual({ html, removed: [], notes: [] });
  });
});

describe('words are never joined where a block ends', () => {
  test.each([
    [
      'an end tag without a start tag',
      '<p>One<div>two.</p>Three</div>',
      '<p>One</p>\n<p>two.</p>\n<p>Three</p>',
    ],
    ['another one', 'One</div>two', '<p>One<br />two</p>'],
    ['an end tag of a line break', '<p>One</br>two</p>', '<p>One<br />two</p>'],
    ['an empty paragraph', '<div>One<p></p>two</div>', '<p>One</p>\n<p>two</p>'],
    [
      'an empty paragraph in a cell',
      '<table><tr><td>One<p></p>two</td></tr></table>',
      '<table><tr><td>One<br /><br />two</td></tr></table>',
    ],
    [
      'unknown blocks',
      'One<section>two</section>three<address>four</address>',
      '<p>One</p>\n<p>two</p>\n<p>three</p>\n<p>four</p>',
    ],
  ])('%s', (_, html, expected) => expect(stored(html)).toBe(expected));

  test('in a headline and in a summary', () => {
    const { content } = readOne(
      `<h1>The quay<br>opens</h1><p>Ships are<br>back.</p><p>${'Four came, the port said on Monday in the town hall. '.repeat(9)}</p>`,
      'text/html',
    );
    expect(content.headline).toBe('The quay opens');
    expect(content.summary).toMatch(/^Ships are back\. Four came,/);
  });
});

test('hostile markup is read to its end', () => {
  for (const part of ['<script/>', '<a "', '<!--', '<select>', '<style/><iframe/>', '</div>x', "<p '"]) {
    expect(closed(part.repeat(100_000)).removed.length).toBe(part === '<!--' ? 1 : 0);
  }
});
