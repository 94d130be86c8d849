import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSourceFile } from '../architecture/source-file.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const OPERATIONS = 'shared/operations';

const importsOf = (folder: string): Map<string, string[]> =>
  new Map(
    globSync(`${folder}/**/*.ts`, { cwd: ROOT }).map((path) => [path, readSourceFile(ROOT, path).imports]),
  );

/** One import cycle, as a list of files; undefined if there is none. */
function cycleIn(imports: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const finished = new Set<string>();
  const search = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (finished.has(file)) return undefined;
    for (const target of imports.get(file) ?? []) {
      const cycle = search(target, [...path, file]);
      if (cycle !== undefined) return cycle;
    }
    finished.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const cycle = search(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

describe('imports', () => {
  test.each([OPERATIONS, 'cli'])('of %s have no cycle, types included', (folder) => {
    expect(cycleIn(importsOf(folder))).toBeUndefined();
  });

  test('that form a cycle are found', () => {
    const imports = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(cycleIn(imports)).toEqual(['b', 'c', 'b']);
  });

  test('of a folder of operations go only to folders below it in the table of the README', () => {
    const table = readFileSync(join(ROOT, OPERATIONS, 'README.md'), 'utf8');
    const folders = [...table.matchAll(/^\| `([a-z]+)\/`/gm)].map(([, name = '']) => name);
    const folderOf = (path: string): string => path.slice(OPERATIONS.length + 1).split('/')[0] ?? '';
    const upward = [...importsOf(OPERATIONS)].flatMap(([file, targets]) =>
      targets
        .filter((target) => target.startsWith(`${OPERATIONS}/`))
        .filter((target) => folders.includes(folderOf(target)))
        .filter((target) => folders.indexOf(folderOf(target)) < folders.indexOf(folderOf(file)))
        .map((target) => `${file} imports ${target}`),
    );
    expect(folders).toHaveLength(8);
    expect(upward).toEqual([]);
  });
});
