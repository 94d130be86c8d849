import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import {
  headingLevel,
  blocksOf,
  htmlOf,
  isPicture,
  pictureAddresses,
  withoutText,
} from '../../../shared/reading/markup/blocks.ts';
import { stored } from './stored.ts';

const blocksIn = (html: string) => blocksOf(parseDocument(html).children);

test('pictures and `hr` stay where they are', () => {
  const html =
    '<p><img src="https://example.com/1.jpg"></p><hr><p>Second paragraph of the text.</p><figure><img src="https://example.com/2.jpg"><figcaption>Two</figcaption></figure>';
  expect(stored(html).replaceAll('\n', '')).toBe(
    '<p><img src="https://example.com/1.jpg" /></p><hr /><p>Second paragraph of the text.</p><figure><img src="https://example.com/2.jpg" /><figcaption>Two</figcaption></figure>',
  );
});

describe('inline elements that contain blocks are removed, and their contents stay', () => {
  test.each([
    [
      'a whole article in one element',
      '<b><h2>What next</h2><p>Buses <i>run</i>.</p><br><ul><li><p>Line 12</p></li></ul></b>',
      '<h2>What next</h2>\n<p>Buses <i>run</i>.</p>\n<ul><li><p>Line 12</p></li></ul>',
    ],
    ['nested elements', '<span><b><p>One.</p><p>Two.</p></b></span>', '<p>One.</p>\n<p>Two.</p>'],
    [
      'an element in a paragraph',
      '<p>One <b>two <ul><li>three</li></ul></b></p>',
      '<p>One </p>\n<p>two </p>\n<ul><li>three</li></ul>',
    ],
    [
      'table cells outside of a table, and list items outside of a list',
      '<p><td><b>One</b><p>Two.</p></td></p><li>Three</li><tr><td>Four</td></tr>',
      '<p><b>One</b></p>\n<p>Two.</p>\n<p>Three</p>\n<p>Four</p>',
    ],
    [
      'elements that contain only text stay',
      '<p><b>One</b> <a href="/x"><i>two</i></a></p>',
      '<p><b>One</b> <a href="https://example.com/x"><i>two</i></a></p>',
    ],
  ])('%s', (_, html, body) => expect(stored(html)).toBe(body));
});

test.each([
  ['two line breaks separate paragraphs', 'One<br><br>two', '<p>One</p>\n<p>two</p>'],
  ['one line break does not separate paragraphs', 'One<br>two', '<p>One<br />two</p>'],
  ['empty elements are removed', '<p> </p><p>One</p><div></div>', '<p>One</p>'],
  ['a link without an address is replaced by its text', '<p><a>One</a></p>', '<p>One</p>'],
  ['`div` wrappers are removed', '<div>One<div><p>two</p></div></div>', '<p>One</p>\n<p>two</p>'],
])('%s', (_, html, expected) => {
  expect(htmlOf(blocksIn(html))).toBe(expected);
});

test('a block has its text, its heading level and its pictures', () => {
  const [heading, figure] = blocksIn('<h2>The  bridge</h2><figure><img src="a.jpg">At dawn</figure>');
  if (heading === undefined || figure === undefined) throw new Error('two blocks are expected');
  expect([heading.text, headingLevel(heading), isPicture(heading)]).toEqual(['The bridge', 2, false]);
  expect([figure.text, headingLevel(figure), isPicture(figure)]).toEqual(['At dawn', undefined, true]);
  expect(pictureAddresses(figure)).toEqual(['a.jpg']);
  expect(htmlOf(withoutText(figure))).toBe('<p><img src="a.jpg" /></p>');
  expect(withoutText(heading)).toEqual([]);
});
