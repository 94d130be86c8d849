import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STAGE_NAMES, STAGES, type Stage } from '../../shared/contract/stages.ts';

const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');

/** The cells of one row of the table of stages in docs/architecture.md, by stage. */
function cellsOf(row: string): Record<string, string> {
  const rowOf = (label: string): string[] =>
    (new RegExp(`^\\| +${label} +\\|(.+)\\|$`, 'm').exec(page)?.[1] ?? '')
      .split('|')
      .map((cell) => cell.trim());
  const stages =
    /^\| +\| (ingest.+)\|$/m
      .exec(page)?.[1]
      ?.split('|')
      .map((cell) => cell.trim()) ?? [];
  const cells = rowOf(row);
  return Object.fromEntries(stages.map((stage, at) => [stage, cells[at] ?? '']));
}

test.each(STAGE_NAMES)(
  'the table of stages in docs/architecture.md has the same values for %s as STAGES',
  (name) => {
    const { memoryMb, timeoutSeconds, queue, scheduleMinutes }: Stage = STAGES[name];
    const memory = memoryMb.toLocaleString('en');
    expect(cellsOf('memory, timeout')[name]).toBe(`${memory} MiB, ${timeoutSeconds} s`);
    if (scheduleMinutes !== undefined) {
      expect(cellsOf('trigger')[name]).toContain(`schedule, ${scheduleMinutes} minute`);
    }
    if (queue === undefined) return;
    expect(cellsOf('batch, functions at a time')[name]).toBe(`${queue.batchSize}, ${queue.maxConcurrency}`);
    expect(cellsOf('visibility timeout')[name]).toMatch(new RegExp(`^${queue.visibilitySeconds} s`));
    expect(cellsOf('receives before a dead letter')[name]).toMatch(new RegExp(`^${queue.maxReceives}\\b`));
    expect(cellsOf('trigger')[name]?.includes('FIFO')).toBe(queue.fifo);
  },
);

test('the drawing in docs/architecture.md is a Mermaid flowchart in which every arrow joins two nodes, and every node has a label', () => {
  const drawing = /```mermaid\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const [first, ...lines] = drawing.trim().split('\n');
  expect(first).toBe('flowchart TD');
  const node = String.raw`[a-z]+(?:\["[^"]+"\]|\(\["[^"]+"\]\)|\[\("[^"]+"\)\])?`;
  const arrow = String.raw`(?:-->|-\.->)(?:\|"[^"|]+"\|)?`;
  for (const line of lines) expect(line.trim()).toMatch(new RegExp(`^${node} ${arrow} ${node}$`));
  const named = new Set([...drawing.matchAll(/([a-z]+)[[(]/g)].map(([, id]) => id));
  const used = [...drawing.matchAll(/^ +([a-z]+)|([a-z]+)(?:[[(].*)?$/gm)].map(([, from, to]) => from ?? to);
  expect(used.filter((id) => id !== undefined && id !== 'TD' && !named.has(id))).toEqual([]);
});
