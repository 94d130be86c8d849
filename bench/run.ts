/** `npm run bench [-- name]`: speeds, as ratios within one run; machines differ too much for anything else. */

const BENCHMARKS: Record<string, () => Promise<{ run: () => Promise<void> }>> = {
  normalise: () => import('./normalise.ts'),
  bounds: () => import('./bounds.ts'),
  plan: () => import('./plan.ts'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  process.stderr.write(
    `there is no benchmark ${unknown.join(', ')}; there are: ${Object.keys(BENCHMARKS).join(', ')}\n`,
  );
  process.exit(2);
}
for (const [name, load] of Object.entries(BENCHMARKS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  await (await load()).run();
}
