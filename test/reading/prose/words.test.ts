import { expect, test } from 'vitest';
import { phrases, words } from '../../../shared/reading/prose/words.ts';

test('words are separated by any white space', () => {
  expect(words('\n  by\tvon  par\n')).toEqual(['by', 'von', 'par']);
  expect(words(' ')).toEqual([]);
});

test('phrases are separated by bars and line ends', () => {
  expect(phrases('\n  Read more | See also\n  Up next |\n')).toEqual(['Read more', 'See also', 'Up next']);
});
