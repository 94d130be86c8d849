import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { openApiDocument } from '../shared/contract/openapi.ts';

/** Writes docs/openapi.json. With `--check` it only reports whether the file is up to date. */

const FILE = join(import.meta.dirname, '..', 'docs', 'openapi.json');

const options = await resolveConfig(FILE);
const text = await format(JSON.stringify(openApiDocument()), { ...options, parser: 'json' });

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write('docs/openapi.json is out of date; run "npm run openapi"\n');
  process.exit(1);
}
