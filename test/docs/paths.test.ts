import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGES = globSync('**/*.md', { cwd: ROOT, exclude: ['**/node_modules/**', '**/cdk.out/**'] });

/** A path of the project in backticks. `{stage}` and `*` stand for any name. */
const PATH = /`((?:functions|shared|infra|local|cli|bench|scripts|test|docs|samples)\/[\w./{},*-]+)`/g;

test.each(PAGES)('every path of the project that %s names exists', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const paths = [...text.matchAll(PATH)].map(([, path = '']) => path);
  const missing = paths.filter(
    (path) => globSync(path.replace(/\{stage\}/g, '*'), { cwd: ROOT }).length === 0,
  );
  expect(missing).toEqual([]);
});
