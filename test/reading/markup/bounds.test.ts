import { expect, test } from 'vitest';
import { parseWithinBounds } from '../../../shared/reading/markup/bounds.ts';

test('markup within the bounds is parsed', () => {
  expect(parseWithinBounds('<p>One</p>')).toMatchObject({ ok: true });
  expect(parseWithinBounds(`${'<b>'.repeat(200)}One`)).toMatchObject({ ok: true });
});

test.each([
  ['more than 200 levels', '<b>'.repeat(2000), 'HTML_TOO_DEEP'],
  ['more than 25,000 elements', '<br>'.repeat(25_001), 'SIZE_ITEM'],
])('%s are rejected', (_, html, code) => {
  expect(parseWithinBounds(html)).toMatchObject({ ok: false, rejection: { code } });
});
