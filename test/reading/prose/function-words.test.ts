import { expect, test } from 'vitest';
import { confirms } from '../../../shared/reading/prose/function-words.ts';

test.each([
  ['en', 'The bridge over the river was closed for repairs, and the city said that it is safe.', true],
  [
    'de',
    'Die Brücke ist für den Verkehr gesperrt, und das wird auch auf der anderen Seite nicht anders.',
    true,
  ],
  ['en', 'Die Brücke ist für den Verkehr gesperrt, und das wird auch so bleiben.', false],
  ['es', 'Mae y bont ar gau ac y mae y dref yn aros am y newyddion', false],
  ['en', 'the the the the', false],
  ['it', 'Il ponte è chiuso per lavori e la città aspetta.', false],
])('the function words of language %s confirm it as the language of %j: %s', (language, text, expected) => {
  expect(confirms(text, language)).toBe(expected);
});
