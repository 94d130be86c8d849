import { isBuiltin } from 'node:module';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { bundleFunctions } from '../../infra/bundle.ts';
import { STAGE_NAMES } from '../../shared/contract/stages.ts';

test('each stage has one bundle, which exports a handler and imports only modules of Node', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'wiredesk-bundle-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const bundles = await bundleFunctions(directory);
  expect(bundles.map(({ stage }) => stage)).toEqual(STAGE_NAMES);
  const detector: unknown = await import(pathToFileURL(join(directory, 'normalise', 'detector.mjs')).href);
  expect(detector).toHaveProperty('eld.detect');
  for (const { stage, file, bytes } of bundles) {
    expect(file).toBe(join(directory, stage, 'index.mjs'));
    const code = await readFile(file, 'utf8');
    expect(bytes).toBe(Buffer.byteLength(code));
    expect(code).toMatch(/export\s*\{[^}]*\bhandler\b/);
    // A bundle may import Node's own modules only.
    const imported = [...code.matchAll(/^import\b[^;]*?\bfrom\s*["']([^"']+)["'];/gm)].map(
      ([, name = '']) => name,
    );
    expect(imported).toContain('node:module');
    expect(imported.filter((name) => !isBuiltin(name))).toEqual([]);
    // The data of the language detector is in a file of its own, so that a function starts without it.
    expect(code).not.toMatch(/type:\s*["']S60["']/);
    // Only the command line writes to the key-value store of the edge, so no bundle needs the client for it.
    expect(code).not.toMatch(/cloudfront-?keyvaluestore/i);
  }
});
