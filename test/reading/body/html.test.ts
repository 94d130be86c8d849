import { describe, expect, test } from 'vitest';
import { fromHtml } from '../../../shared/reading/body/html.ts';
import type { Draft } from '../../../shared/reading/draft/draft.ts';
import { DEFAULTS } from '../drafted.ts';

const PROSE = '<p>It stays closed, the council said on Monday.</p>';
const drafted = (html: string, headline?: string): Draft => {
  const read = fromHtml(html, { ...DEFAULTS, ...(headline !== undefined && { headline }) });
  if (!read.ok) throw new Error(read.rejection.code);
  return read.draft;
};

describe('the headline', () => {
  test.each([
    [
      'a heading before the text is the headline',
      `<h1>The bridge</h1>${PROSE}`,
      undefined,
      'The bridge',
      PROSE,
    ],
    [
      'a heading that repeats the given headline is removed',
      `<h2>The bridge</h2>${PROSE}`,
      'The bridge',
      'The bridge',
      PROSE,
    ],
    [
      'a heading that differs from the given headline stays',
      `<h2>Closed</h2>${PROSE}`,
      'The bridge',
      'The bridge',
      `<h2>Closed</h2>\n${PROSE}`,
    ],
    [
      'a heading of level 3 stays',
      `<h3>Closed</h3>${PROSE}`,
      'The bridge',
      'The bridge',
      `<h3>Closed</h3>\n${PROSE}`,
    ],
  ])('%s', (_, html, given, headline, body) => {
    expect(drafted(html, given).content).toMatchObject({ headline, body });
  });
});

test('a credit at the end of a paragraph is cut from its markup', () => {
  const { content, removed } = drafted(
    `<h1>大橋</h1><p>大橋<b>今天</b>重新開放。（記者 <i>張三</i> 攝）</p><p>市長說，這是美好的一天。</p>`,
  );
  expect(content.body).toContain('<p>大橋<b>今天</b>重新開放。');
  expect(content.body).not.toContain('張三');
  expect(content.bylines).toEqual([{ name: '張三', role: '記者' }]);
  expect(removed).toHaveLength(1);
});

test('a picture that is only in the heading, which is cut from the body, is not an association', () => {
  const picture = '<img src="https://example.com/quay.png">';
  expect(drafted(`<h1>${picture}The bridge</h1>${PROSE}`).content.associations).toEqual([]);
  expect(drafted(`<h1>${picture}The bridge</h1>${PROSE}<p>${picture}</p>`).content.associations).toEqual([
    { href: 'https://example.com/quay.png' },
  ]);
});

test.each([
  ['<p> </p>', 'ENCODING_EMPTY'],
  ['<b>'.repeat(300), 'HTML_TOO_DEEP'],
  ['<br>'.repeat(30_000), 'SIZE_ITEM'],
])('%.20s is rejected: %s', (html, code) => {
  expect(fromHtml(html, DEFAULTS)).toMatchObject({ ok: false, rejection: { code } });
});
