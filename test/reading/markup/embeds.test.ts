import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { reduced } from '../../../shared/reading/markup/reduce.ts';
import { sanitise } from '../../../shared/reading/markup/sanitise.ts';
import { stored } from './stored.ts';

describe('an iframe is replaced by a link, or left out', () => {
  test.each([
    [
      '<iframe src="https://www.youtube.com/embed/abc_DEF-123" title="A film"></iframe>',
      '<p><a href="https://www.youtube.com/watch?v=abc_DEF-123">A film</a></p>',
    ],
    [
      '<iframe src="//player.vimeo.com/video/42"></iframe>',
      '<p><a href="https://vimeo.com/42">Vimeo</a></p>',
    ],
    ['<iframe src="https://www.youtube.com.example.org/embed/abcdef"></iframe>', ''],
    ['<iframe src="https://www.youtube.com/account"></iframe>', ''],
    ['<iframe src="javascript:alert(1)//www.youtube.com/embed/abcdef"></iframe>', ''],
  ])('%s', (html, expected) => {
    expect(stored(html)).toBe(expected);
  });

  test('an embed that is left out is noted', () => {
    expect(reduced(parseDocument('<iframe src="https://ads.example.org/x"></iframe>')).notes).toEqual([
      'an embed was left out: https://ads.example.org/x',
    ]);
  });

  test('text in a frame is never shown, so it is not part of the article', () => {
    expect(sanitise('<p>a<iframe src="x">hidden</iframe>b</p>')).toEqual({ ok: true, html: '<p>ab</p>' });
  });

  test('a frame closed as in XHTML does not hide the rest of the article', () => {
    expect(stored('<iframe src="https://ads.example.org/x" /><p>The rest of it.</p>')).toBe(
      '<p>The rest of it.</p>',
    );
  });
});
