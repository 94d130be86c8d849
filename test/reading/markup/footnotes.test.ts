import { describe, expect, test } from 'vitest';
import { read, readOne } from '../drafted.ts';
import { stored } from './stored.ts';

/** Text after the summary, because a summary that is the whole text is left out. */
const REST = 'The mill is at the river, and a path leads to it from the town and from the station. '.repeat(
  9,
);

const summaryOf = (html: string): string | undefined =>
  readOne(`<h1>The mill</h1><p>${html} It is old, the town said.</p><p>${REST}</p>`, 'text/html').content
    .summary;

test.each([
  ['a raised link', 'It burned.<sup><a href="#n1">1</a></sup>', 'It burned.'],
  ['a link around a raised number', 'It burned.<a href="#n1"><sup>1</sup></a>', 'It burned.'],
  ['a link in brackets', 'It burned.<a href="#n1">[1]</a>', 'It burned.'],
  ['a link to another page', 'It burned.<sup><a href="https://example.com/a#n1">12</a></sup>', 'It burned.'],
  ['a sign', 'It burned.<sup><a href="#n1">*</a></sup>', 'It burned.'],
  ['a raised number without a link', 'It burned again<sup>2</sup>.', 'It burned again.'],
  ['not a power', 'It has 20 m<sup>2</sup>.', 'It has 20 m2.'],
  ['not a link to a part of a page', 'See <a href="https://example.com/#a">the plan</a>.', 'See the plan.'],
])('numbers of footnotes are not in the summary: %s', (_, html, start) => {
  expect(summaryOf(html)?.startsWith(`${start} It is old, the town said.`)).toBe(true);
});

describe('a link to a part of the article', () => {
  test('is removed if the address of the article is not known', () => {
    expect(stored('<p>It burned.<sup><a href="#n1">1</a></sup></p>')).toBe('<p>It burned.<sup>1</sup></p>');
    expect(stored('<p>It burned, <a href="#n1">see below</a>.</p>')).toBe('<p>It burned, see below.</p>');
  });

  test('leads to the address of the article, and not to that of its feed', () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.com/feed/"><title>T</title><id>urn:x</id><updated>2026-04-13T08:00:00Z</updated>
      <entry><title>The mill</title><id>urn:x:1</id><link href="https://example.com/mill"/><updated>2026-04-13T08:00:00Z</updated>
      <content type="html">&lt;p&gt;It burned.&lt;a href="#n1"&gt;1&lt;/a&gt; &lt;a href="plan"&gt;Plan&lt;/a&gt;&lt;/p&gt;</content></entry></feed>`;
    const [entry] = read(feed, 'application/atom+xml');
    expect(entry?.ok === true && entry.draft.content.body).toBe(
      '<p>It burned.<a href="https://example.com/mill#n1">1</a> <a href="https://example.com/feed/plan">Plan</a></p>',
    );
  });
});

test.each([
  ['<ol><li value="5">One</li><li>Two</li></ol>', '<ol><li value="5">One</li><li>Two</li></ol>'],
  ['<ol start="3" reversed type="a"><li>One</li></ol>', '<ol start="3" reversed type="a"><li>One</li></ol>'],
  ['<ol style="list-style-type: upper-roman"><li value="x">One</li></ol>', '<ol type="I"><li>One</li></ol>'],
  ['<menu><li>One</li></menu>', '<ul><li>One</li></ul>'],
])('the numbers of a list stay: %s', (html, expected) => {
  expect(stored(html)).toBe(expected);
});

test('pronunciations in all kinds of brackets are removed from Chinese text', () => {
  const html =
    '<h1>大橋</h1><p>大橋<b>戰〔zhàn〕時</b>開放，今天重新通車。</p><p>戰<span>(zhàn)</span>時的大橋很重要。</p><p><ruby>戰<rt>zhàn</rt></ruby>時。</p>';
  const { content, notes } = readOne(html, 'text/html');
  expect(content.body).toBe(
    '<p>大橋<b>戰時</b>開放，今天重新通車。</p>\n<p>戰<span></span>時的大橋很重要。</p>\n<p><ruby>戰<rt>zhàn</rt></ruby>時。</p>',
  );
  expect(notes).toContain('readings (pronunciations in brackets) removed: 2');
});
