import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { reduced } from '../../../shared/reading/markup/reduce.ts';
import { serialised } from '../../../shared/reading/markup/serialise.ts';

const BASE = 'https://example.com/news/';
const reducedHtml = (html: string): string =>
  reduced(parseDocument(html), { base: BASE }).nodes.map(serialised).join('');

test.each([
  ['an unknown element is replaced by its contents', '<font>One <b>two</b></font>', 'One <b>two</b>'],
  // Its text must not join the text before it.
  [
    'an unknown element that a browser shows on lines of its own becomes a `div`',
    'One<center>two <b>three</b></center>',
    'One<div>two <b>three</b></div>',
  ],
  ['scripts and forms are removed', '<p>One<script>x()</script><button>Share</button></p>', '<p>One</p>'],
  [
    'addresses become absolute and lose tracking parameters',
    '<a href="a?utm_source=x">One</a>',
    '<a href="https://example.com/news/a">One</a>',
  ],
  [
    'an address is removed if its scheme is not in the allow-list',
    '<a href="javascript:x()">One</a>',
    '<a>One</a>',
  ],
  [
    'attributes that are not in the allow-list are removed',
    '<p class="x" lang="de" onclick="x()">One</p>',
    '<p lang="de">One</p>',
  ],
  ['text is written in Unicode normal form C', '<p>Cafe\u0301</p>', '<p>Café</p>'],
  ['an SVG drawing is removed', '<svg><text>One</text></svg>two', 'two'],
  [
    'blocks after an SVG drawing without an end tag stay, because a browser shows them',
    '<svg><path><p>One</p><b>two</b>',
    '<p>One</p><b>two</b>',
  ],
  ['an object element is replaced by its contents', '<object data="a.swf"><p>One</p></object>', '<p>One</p>'],
])('%s', (_, html, expected) => {
  expect(reducedHtml(html)).toBe(expected);
});

test('a frame that is embedded twice gives only one note', () => {
  const frame = '<iframe src="https://ads.example.org/x"></iframe>';
  expect(reduced(parseDocument(frame + frame)).notes).toHaveLength(1);
});
