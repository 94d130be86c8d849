import type { Applied } from '../shared/operations/apply/apply.ts';

/** What `apply` did, or would do: the differences, the rights that it gives, and what stays as a command decided it. */
export function applyLines(
  { differences, grants, kept }: Pick<Applied, 'differences' | 'grants' | 'kept'>,
  { dryRun }: { dryRun: boolean },
): string[] {
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [title, ...lines.map((line) => `    ${line}`)];
  return [
    ...(differences.length === 0 ? ['nothing to change'] : []),
    ...differences.flatMap(({ what, effects }) => [what, ...effects.map((effect) => `    ${effect}`)]),
    ...list(dryRun ? 'rights that it would grant:' : 'rights that it granted:', grants),
    ...list('stays as a command decided it:', kept),
    ...(dryRun && differences.length > 0 ? ['dry run: nothing was changed'] : []),
  ];
}
