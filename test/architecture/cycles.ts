import type { SourceFile } from './source-file.ts';

type Imports = ReadonlyMap<string, readonly string[]>;

/**
 * The import cycles between files, types included. Files that reach each other through imports form one group, and for
 * each group the shortest cycle is returned, as the list of its files in the order in which they import each other.
 */
export function importCycles(files: readonly Pick<SourceFile, 'path' | 'imports'>[]): string[][] {
  const imports = new Map(files.map((file) => [file.path, file.imports]));
  return groups(imports).map((group) => shortestCycle(group, imports));
}

/**
 * The strongly connected components of the import graph that contain a cycle (Tarjan, "Depth-First Search and Linear
 * Graph Algorithms", 1972).
 */
function groups(imports: Imports): string[][] {
  const index = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];

  const visit = (path: string): number => {
    const own = index.size;
    index.set(path, own);
    let low = own;
    stack.push(path);
    for (const target of imports.get(path) ?? []) {
      if (!imports.has(target)) continue;
      if (!index.has(target)) low = Math.min(low, visit(target));
      else if (stack.includes(target)) low = Math.min(low, index.get(target) ?? low);
    }
    if (low === own) {
      const group = stack.splice(stack.indexOf(path));
      if (group.length > 1 || imports.get(path)?.includes(path)) found.push(group);
    }
    return low;
  };

  for (const path of imports.keys()) if (!index.has(path)) visit(path);
  return found;
}

function shortestCycle(group: readonly string[], imports: Imports): string[] {
  const members = new Set(group);
  const cycles = group.map((start) => cycleFrom(start, members, imports));
  return cycles.reduce((shortest, cycle) => (cycle.length < shortest.length ? cycle : shortest));
}

/** A shortest way from a file back to itself, by breadth-first search. */
function cycleFrom(start: string, members: ReadonlySet<string>, imports: Imports): string[] {
  const seen = new Set<string>();
  let ways = [[start]];
  while (ways.length > 0) {
    const next: string[][] = [];
    for (const way of ways) {
      for (const target of imports.get(way.at(-1) ?? '') ?? []) {
        if (target === start) return way;
        if (!members.has(target) || seen.has(target)) continue;
        seen.add(target);
        next.push([...way, target]);
      }
    }
    ways = next;
  }
  throw new Error(`${start} is in no cycle`);
}
