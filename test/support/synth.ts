import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesise } from '../../cli/synthesise.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Directory of the cloud assembly that all flow tests start from. */
    assembly: string;
  }
}

/** The stack is synthesised once for the whole run. */
export default async function setup(project: TestProject): Promise<() => void> {
  const assembly = mkdtempSync(join(tmpdir(), 'wiredesk-assembly-'));
  await synthesise(assembly);
  project.provide('assembly', assembly);
  return () => rmSync(assembly, { recursive: true, force: true });
}
