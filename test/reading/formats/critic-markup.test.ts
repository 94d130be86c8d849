import { expect, test } from 'vitest';
import { readOne } from '../drafted.ts';

test.each([
  [
    'a deletion and an addition',
    'The {--old --}{++new ++}mill turns.',
    '<p>The new mill turns.</p>',
    ['old'],
  ],
  ['a replacement', 'The {~~old~>new~~} mill turns.', '<p>The new mill turns.</p>', ['old']],
  ['a comment', 'The mill turns.{>>Who says so?<<}', '<p>The mill turns.</p>', ['Who says so?']],
  ['a marked text with a comment', 'The {==mill==}{>>which?<<} turns.', '<p>The mill turns.</p>', ['which?']],
  ['braces of a template', 'The {mill} turns {--.', '<p>The {mill} turns {--.</p>', []],
])('changes of editors in Markdown are read as accepted: %s', (_, text, body, removed) => {
  const draft = readOne(`# Mill\n\n${text}\n`, 'text/markdown');
  expect(draft.content.body).toBe(body);
  expect(draft.removed).toEqual(removed);
});
