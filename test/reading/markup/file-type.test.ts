import { expect, test } from 'vitest';
import { typeByName } from '../../../shared/reading/markup/file-type.ts';

test.each([
  ['https://example.com/a.mp3', 'audio/mpeg'],
  ['https://example.com/A.MP4?t=1#x', 'video/mp4'],
  ['https://example.com/report.pdf', 'application/pdf'],
  ['https://example.com/a.jpg', undefined],
  ['https://example.com/?file=a.mp3', undefined],
  ['https://example.com/a.constructor', undefined],
  ['a.mp3', undefined],
])('the media type of %s is %s', (address, type) => {
  expect(typeByName(address)).toBe(type);
});
