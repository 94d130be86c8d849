import { expect, test } from 'vitest';
import { CAPTION, CAPTIONED, CREDIT, creditAtEnd } from '../../../shared/reading/markup/caption-rules.ts';

test.each([
  ['Die Brücke. Foto: Erika Mustermann', 'Die Brücke.', 'Erika Mustermann'],
  ['大橋（攝影：張三）', '大橋', '張三'],
  ['At dawn. © Jane Roe', 'At dawn.', 'Jane Roe'],
  ['Photo by Jane Roe', '', 'Jane Roe'],
])('the caption %j is split into %j and the credit %j', (caption, before, credit) => {
  expect(creditAtEnd(caption)).toEqual({ before, credit });
});

test.each(['The photo shows a bridge', '大橋（攝於清晨）', ''])('the caption %j has no credit', (caption) => {
  expect(creditAtEnd(caption)).toBeUndefined();
});

test.each([
  [CAPTIONED, 'wp-caption aligncenter', true],
  [CAPTIONED, 'image-wrapper', true],
  [CAPTIONED, 'imagery', false],
  [CAPTION, 'wp-caption-text', true],
  [CAPTION, 'captioned', false],
  [CREDIT, 'photo-credit', true],
  [CREDIT, 'creditor', false],
])('the pattern %s matches the class names %j: %s', (pattern, names, expected) => {
  expect(pattern.test(names)).toBe(expected);
});
