import type { SourceFile } from './source-file.ts';

/**
 * Returns the import cycles between files, each as a list of its files. Imports of types count too. A cycle is a
 * strongly connected component of the import graph with more than one file, or a file that imports itself (Tarjan,
 * "Depth-First Search and Linear Graph Algorithms", 1972).
 */
export function importCycles(files: readonly Pick<SourceFile, 'path' | 'imports'>[]): string[][] {
  const imports = new Map(files.map((file) => [file.path, file.imports]));
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];

  const visit = (path: string): number => {
    const own = index.size;
    index.set(path, own);
    low.set(path, own);
    stack.push(path);
    for (const target of imports.get(path) ?? []) {
      if (!imports.has(target)) continue;
      const reached = index.has(target)
        ? stack.includes(target)
          ? index.get(target)
          : undefined
        : visit(target);
      if (reached !== undefined) low.set(path, Math.min(low.get(path) ?? own, reached));
    }
    if (low.get(path) === own) {
      const component = stack.splice(stack.indexOf(path));
      if (component.length > 1 || imports.get(path)?.includes(path)) cycles.push(component);
    }
    return low.get(path) ?? own;
  };

  for (const { path } of files) if (!index.has(path)) visit(path);
  return cycles;
}
