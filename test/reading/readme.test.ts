import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

test('shared/reading/README.md lists the files that an article passes: each exists, and none is listed twice', () => {
  const readme = readFileSync(join(ROOT, 'shared/reading/README.md'), 'utf8');
  const steps = readme.split('\n').filter((line) => /^\d+\. /.test(line));
  const files = steps.flatMap((line) =>
    [...line.matchAll(/`((?:shared|functions)\/[^`]+\.ts)`/g)].map(([, file]) => file ?? ''),
  );
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  expect(files.toSorted()).toEqual([...new Set(files)].toSorted());
});
