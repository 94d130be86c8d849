import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesise } from '../../cli/synthesise.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Directory of the synthesised stack. Every test that needs a local cloud starts it from there. */
    assembly: string;
  }
}

/** Synthesises the stack once for the whole test run. */
export default async function setup(project: TestProject): Promise<() => void> {
  const assembly = mkdtempSync(join(tmpdir(), 'wiredesk-assembly-'));
  await synthesise(assembly);
  project.provide('assembly', assembly);
  return () => rmSync(assembly, { recursive: true, force: true });
}
