import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesUnder } from '../../cli/files.ts';

const home = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'wiredesk-files-'));

beforeAll(() => {
  mkdirSync(join(folder, 'col/y'), { recursive: true });
  writeFileSync(join(folder, 'col/y/story.txt'), 'Story');
  writeFileSync(join(folder, 'col/notice.txt'), 'Notice');
  writeFileSync(join(folder, 'alone.txt'), 'Alone');
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
});

const idsOf = (...paths: string[]): string[] => filesUnder(paths).map(({ id }) => id);

test.each([
  [['col'], ['notice', 'y/story']],
  [['col/y/story.txt'], ['y/story']],
  [['./col/y/../y/story.txt'], ['y/story']],
  [['col/notice.txt'], ['notice']],
  [['alone.txt'], ['alone']],
  [[join(folder, 'col/y/story.txt')], ['y/story']],
])('the ids of %j are %j', (paths, ids) => {
  expect(idsOf(...paths)).toEqual(ids);
});

test('a file outside the working directory has its name as id', () => {
  process.chdir(join(folder, 'col'));
  expect(idsOf('../alone.txt', join(folder, 'alone.txt')).every((id) => id.includes('alone'))).toBe(true);
  expect(idsOf(join(folder, 'alone.txt'))).toEqual(['alone']);
  process.chdir(folder);
});
