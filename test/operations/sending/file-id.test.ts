import { expect, test } from 'vitest';
import { fileId } from '../../../shared/operations/sending/file-id.ts';

test.each([
  ['story.txt', 'story'],
  ['2026/04/flood.warning.md', '2026/04/flood.warning'],
  ['港の朝市.txt', '港の朝市'],
  ['../elsewhere/story.txt', 'up/elsewhere/story'],
])('the id of the file %s is %s', (path, id) => {
  expect(fileId(path)).toBe(id);
});

test('the id of a file is a hash if its path cannot be part of a URL', () => {
  expect(fileId('100%.txt')).toMatch(/^file:[0-9a-f]{32}$/);
  expect(fileId('100%.txt')).not.toBe(fileId('50%.txt'));
});
