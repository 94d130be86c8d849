import { globSync } from 'node:fs';
import { join } from 'node:path';
import { readSourceFile } from './source-file.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

/** Every TypeScript file of the project, except the tests. */
export const SOURCE_FILES = globSync('{shared,functions,infra,local,cli,scripts,bench}/**/*.ts', {
  cwd: ROOT,
})
  .filter((path) => !path.endsWith('.d.ts') && !path.includes('cdk.out/'))
  .map((path) => readSourceFile(ROOT, path));
