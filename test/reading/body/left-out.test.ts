import { describe, expect, test } from 'vitest';
import { readOne } from '../drafted.ts';

const FIRST = 'The mill burns wood again, said the owner.';
const LAST = 'It stood still for two years.';
const draftOf = (inside: string) =>
  readOne(`<h1>Mill</h1><p>${FIRST}</p>${inside}<p>${LAST}</p>`, 'text/html; charset=utf-8');
const WHOLE = `<p>${FIRST}</p>\n<p>${LAST}</p>`;

describe('what leaves the markup is on record', () => {
  test.each([
    [
      'audio',
      '<audio src="https://example.com/a.mp3">No sound in this browser.</audio>',
      'No sound in this browser.',
    ],
    ['video', '<video src="https://example.com/a.mp4"><p>See the film.</p></video>', 'See the film.'],
    [
      'iframe',
      '<iframe src="https://x.example/m">A <b>map</b> of the valley</iframe>',
      'A map of the valley',
    ],
    [
      'a formula that is drawn once more',
      '<span class="katex"><span class="katex-html" aria-hidden="true"><i>Q</i> equals <i>m</i></span></span>',
      'Q equals m',
    ],
  ])('%s', (_, markup, text) => {
    const { content, removed, pubstatus } = draftOf(markup);
    expect(content.body).toContain(`<p>${LAST}</p>`);
    expect(removed).toContain(text);
    expect(pubstatus).toBe('usable');
  });

  test.each([
    ['<h1><ruby>水<rt>すい</rt></ruby>車が動く</h1>', '水車が動く', 'すい'],
    ['<h1>Mill <del>stops</del> turns</h1>', 'Mill turns', 'stops'],
  ])('text that the headline %s does not show', (heading, headline, removed) => {
    const draft = readOne(`${heading}<p>${FIRST}</p><p>${LAST}</p>`, 'text/html; charset=utf-8');
    expect(draft.content.headline).toBe(headline);
    expect(draft.removed).toContain(removed);
  });

  test.each([
    ['a byline', `<p>By Jane <s>Doe</s> Roe</p><p>${FIRST}</p><p>${LAST}</p>`, 'Doe'],
    [
      'a copyright notice',
      `<p>${FIRST}</p><p>${LAST}</p><p><del>© 2025 Mill News.</del> © 2026 Mill News. All rights reserved.</p>`,
      '© 2025 Mill News.',
    ],
    ['a credit', `<p>${FIRST}</p><p>${LAST}</p><p>Editing by <s>Ann Poe and</s> John Doe</p>`, 'Ann Poe and'],
  ])('text that is struck in %s that is cut', (_, markup, struck) => {
    const { content, removed } = readOne(`<h1>Mill</h1>${markup}`, 'text/html; charset=utf-8');
    expect(content.body).toBe(WHOLE);
    expect(removed).toContain(struck);
  });
});

describe('elements without an end', () => {
  test.each(['<style>p { color: red }', '<script>var a = 1; go(a);', '<plaintext/>'])(
    'code is not counted as lost text: %s',
    (markup) => {
      const { content, pubstatus } = draftOf(markup);
      expect(content.body).toBe(WHOLE);
      expect(pubstatus).toBe('usable');
    },
  );

  test('a comment that hides much of the text withholds the article', () => {
    const { removed, doubt, pubstatus } = draftOf('<!-- banner ');
    expect(removed.join(' ')).toContain(LAST);
    expect(doubt?.code).toBe('TEXT_LOST');
    expect(pubstatus).toBe('withheld');
  });

  test('a comment that hides a few words does not', () => {
    const html = `<h1>Mill</h1><p>${FIRST}</p><p>${LAST}</p><p>${FIRST}</p><!-- end`;
    expect(readOne(html, 'text/html').pubstatus).toBe('usable');
  });
});

describe('markup that was escaped twice', () => {
  const twice = WHOLE.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  test('is read as markup, with a note', () => {
    const draft = readOne(twice, 'text/html; charset=utf-8');
    expect(draft.content.body).toContain(`<p>${LAST}</p>`);
    expect(draft.notes).toContain('the markup was escaped twice and was read as markup');
  });

  test.each([
    '<p>Write &lt;p&gt;Mill&lt;/p&gt; to begin a paragraph.</p>',
    'Write &lt;p&gt; at the start. The owner did so.',
  ])('a text about markup is not: %s', (html) => {
    expect(readOne(`<h1>Mill</h1>${html}`, 'text/html').content.body).toContain('&lt;p&gt;');
  });
});
