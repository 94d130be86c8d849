import { describe, expect, test } from 'vitest';
import { fromPlainText } from '../../../shared/reading/body/plain-text.ts';
import { sanitise } from '../../../shared/reading/markup/sanitise.ts';

const context = { language: 'zh-Hant', boilerplate: [] };

test('paragraphs become `p` elements, with special characters escaped', () => {
  const article = fromPlainText('Title\n\nA < B & "C" > D.\n\nMore.', { ...context, language: 'en' });
  expect(article.bodyHtml).toBe('<p>A &lt; B &amp; "C" &gt; D.</p>\n<p>More.</p>');
  expect(article.headline).toBe('Title');
  // The body is a fixed point: the sanitiser changes nothing in it.
  expect(sanitise(article.bodyHtml)).toEqual({ ok: true, html: article.bodyHtml });
});

test('the lines of verse stay separate', () => {
  const article = fromPlainText(
    '標題\n\n他念道：\n\n床前的燈亮著\n窗外的雨停了\n我寫下一行字\n\n眾人鼓掌。',
    context,
  );
  expect(article.bodyHtml).toContain('<p>床前的燈亮著<br>窗外的雨停了<br>我寫下一行字</p>');
});

test('if a text does not show its language, a note says which language was assumed', () => {
  expect(fromPlainText('山水\n\n花鳥', context)).toMatchObject({ language: 'zh-Hant' });
  expect(fromPlainText('山水\n\n花鳥', context).notes.join()).toContain('zh-Hant');
});

test('an empty text gives an empty article', () => {
  expect(fromPlainText('\n \n', context)).toMatchObject({ headline: '', bodyHtml: '', bylines: [] });
});

describe('every letter of a hostile text is in the body, in `removed` or in the headline', () => {
  const MIB = 1 << 20;
  test.each([
    ['one line of 4 MiB', '測試的文字'.repeat((4 * MIB) / 15)],
    ['a million lines', 'a\n'.repeat(1_000_000)],
    ['a hundred thousand brackets', '（記者'.repeat(100_000)],
    ['half-open readings', '戰(zh'.repeat(100_000)],
    ['blanks', `a${' '.repeat(MIB)}b`],
    ['dashes', `a${'-'.repeat(MIB)}b`],
    ['credits without end', '記者 張三\n'.repeat(80_000)],
    ['headings without end', '延伸閱讀\n'.repeat(80_000)],
  ])('%s', (_, text) => {
    const article = fromPlainText(text, context);
    const letters = (from: string): number => from.replace(/<\/?p>|<br>|\s/gu, '').length;
    const removed = article.removed.reduce((sum, cut) => sum + letters(cut), 0);
    const all = letters(article.bodyHtml) + removed;
    // Only the headline may be missing from the body: it was one of the paragraphs, or was made from one.
    expect(letters(text) - all).toBeLessThanOrEqual(letters(article.headline));
  });
});
