import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importCycles } from './cycles.ts';
import { backwardImports, ORDERS } from './order.ts';
import { parseSource } from './source-file.ts';
import { ROOT, SOURCE_FILES } from './tree.ts';

test('no file imports a file that comes before it in the order of its folder', () => {
  expect(SOURCE_FILES.flatMap((file) => backwardImports(file))).toEqual([]);
});

test('no two files import each other, directly or through other files; imports of types count too', () => {
  expect(importCycles(SOURCE_FILES)).toEqual([]);
});

test.each(['shared/operations', 'local'])(
  'the README of %s lists its folders in the order that order.ts defines',
  (folder) => {
    const page = readFileSync(join(ROOT, folder, 'README.md'), 'utf8');
    const listed = [...page.matchAll(/^\| `([a-z0-9]+)\/`/gm)].map(([, name]) => name);
    const tiers = ORDERS.find((order) => order.folder === folder)?.tiers.flat() ?? [];
    expect(listed).toEqual(tiers.filter((entry) => entry !== '*' && !entry.endsWith('.ts')));
  },
);

test('every folder and file that an order names exists', () => {
  for (const { folder, tiers } of ORDERS) {
    // Some stages have no services.ts or no rules folder.
    const optional = new Set(['*', 'services.ts', 'rules']);
    for (const entry of tiers.flat().filter((name) => !optional.has(name))) {
      expect(existsSync(join(ROOT, folder, entry)), `${folder}/${entry}`).toBe(true);
    }
  }
});

describe('the order inside a folder', () => {
  test.each([
    ['shared/reading/markup/sanitise.ts', '../body/html.ts', 'body does not come after markup'],
    ['shared/reading/open/sniff.ts', '../formats/json.ts', 'formats does not come after open'],
    ['shared/reading/finish/identify.ts', '../formats/json.ts', 'formats does not come after finish'],
    ['shared/reading/draft/draft.ts', '../read.ts', 'read.ts does not come after draft'],
    ['functions/publish/rules/guard.ts', '../services.ts', 'services.ts does not come after rules'],
    ['functions/publish/commit.ts', './publish.ts', 'publish.ts does not come after commit.ts'],
  ])('%s may not import %s', (path, specifier, complaint) => {
    const file = parseSource(path, `import type { X } from '${specifier}';`);
    expect(backwardImports(file)).toEqual([expect.stringContaining(complaint)]);
  });

  test.each([
    ['shared/reading/body/html.ts', '../markup/sanitise.ts'],
    ['shared/reading/body/html.ts', './text.ts'],
    ['functions/publish/publish.ts', './commit.ts'],
    ['functions/normalise/store-draft.ts', './decide.ts'],
    ['functions/publish/commit.ts', '../../shared/domain/article.ts'],
  ])('%s may import %s', (path, specifier) => {
    expect(backwardImports(parseSource(path, `import { x } from '${specifier}';`))).toEqual([]);
  });
});

describe('cycles', () => {
  const file = (path: string, ...imports: string[]): { path: string; imports: string[] } => ({
    path,
    imports,
  });

  test('a planted cycle is found with the names of its files', () => {
    const planted = [
      file('shared/a.ts', 'shared/b.ts'),
      file('shared/b.ts', 'shared/c.ts', 'shared/d.ts'),
      file('shared/c.ts', 'shared/a.ts'),
      file('shared/d.ts'),
    ];
    expect(importCycles(planted)).toEqual([['shared/a.ts', 'shared/b.ts', 'shared/c.ts']]);
  });

  test('an import of a type can be part of a cycle too', () => {
    const sources = [
      parseSource('local/a.ts', `import { b } from './b.ts';`),
      parseSource('local/b.ts', `import type { A } from './a.ts';`),
    ];
    expect(importCycles(sources)).toEqual([['local/a.ts', 'local/b.ts']]);
  });

  test('two separate cycles are both reported, and a file that imports itself is reported as a cycle', () => {
    const planted = [
      file('a.ts', 'b.ts'),
      file('b.ts', 'a.ts', 'c.ts'),
      file('c.ts', 'd.ts'),
      file('d.ts', 'c.ts'),
    ];
    expect(importCycles(planted).map((cycle) => cycle.toSorted())).toEqual([
      ['c.ts', 'd.ts'],
      ['a.ts', 'b.ts'],
    ]);
    expect(importCycles([file('a.ts', 'a.ts')])).toEqual([['a.ts']]);
  });

  test('of files that reach each other in several ways, the shortest cycle is named', () => {
    const planted = [
      file('cloud.ts', 'edge.ts', 'clock.ts'),
      file('edge.ts', 'gateway.ts'),
      file('gateway.ts', 'clock.ts'),
      file('clock.ts', 'cloud.ts'),
    ];
    expect(importCycles(planted)).toEqual([['cloud.ts', 'clock.ts']]);
  });

  test('files that share an import form no cycle', () => {
    expect(importCycles([file('a.ts', 'c.ts', 'b.ts'), file('b.ts', 'c.ts'), file('c.ts')])).toEqual([]);
  });
});
