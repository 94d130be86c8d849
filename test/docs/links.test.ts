import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const PAGES = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: ROOT })];

const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

/** The anchors that GitHub makes of a page's headings: lower case, spaces as hyphens, no other signs. */
function anchorsOf(page: string): string[] {
  return [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test.each(PAGES)('every relative link of %s leads to a file and, if it names one, to a heading', (page) => {
  const links = [...textOf(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
  const broken = links.filter(([, path = '', anchor]) => {
    const target = path === '' ? page : join(dirname(page), path);
    if (!existsSync(join(ROOT, target))) return true;
    return anchor !== undefined && !anchorsOf(target).includes(anchor);
  });
  expect(broken.map(([link]) => link)).toEqual([]);
});

test.each(PAGES)('every reference link of %s is defined, and every definition is used', (page) => {
  const text = textOf(page).replaceAll(/^```[\s\S]*?^```/gm, '');
  const used = [...text.matchAll(/\]\[([a-z0-9]+)\]/g)].map(([, name]) => name);
  const defined = [...text.matchAll(/^\[([a-z0-9]+)\]: /gm)].map(([, name]) => name);
  expect([...new Set(used)].toSorted()).toEqual(defined.toSorted());
});
