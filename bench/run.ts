/**
 * `npm run bench [-- name]` runs all benchmarks, or only those that are named. A benchmark compares only values that
 * were measured in the same run, because machines differ too much.
 */

import { useLessMemory } from '../cli/less-memory.ts';

const BENCHMARKS: Record<string, () => Promise<{ run: () => Promise<void> }>> = {
  normalise: () => import('./normalise.ts'),
  bounds: () => import('./bounds.ts'),
  plan: () => import('./plan.ts'),
  render: () => import('./render.ts'),
  burst: () => import('./burst.ts'),
  start: () => import('./start.ts'),
};

// As `npm start`, so that `burst` measures the memory of a local cloud as people run it.
useLessMemory();

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  process.stderr.write(
    `unknown benchmark: ${unknown.join(', ')}; the benchmarks are: ${Object.keys(BENCHMARKS).join(', ')}\n`,
  );
  process.exit(2);
}
for (const [name, load] of Object.entries(BENCHMARKS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  await (await load()).run();
}
