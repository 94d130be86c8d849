import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import * as z from 'zod';
import { configurationFile } from '../shared/contract/configuration.ts';

/**
 * Writes the JSON Schema of wiredesk.yaml for editors. With `--check` it only reports whether the file is up to date.
 */

const FILE = join(import.meta.dirname, '..', 'samples', 'wiredesk.schema.json');

const schema = { title: 'wiredesk.yaml', ...z.toJSONSchema(configurationFile, { io: 'input' }) };
const options = await resolveConfig(FILE);
const text = await format(JSON.stringify(schema), { ...options, parser: 'json' });

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write('samples/wiredesk.schema.json is out of date; run "npm run schema"\n');
  process.exit(1);
}
