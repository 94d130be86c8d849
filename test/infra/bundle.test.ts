import { isBuiltin } from 'node:module';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
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
  const later = async (name: string): Promise<unknown> =>
    import(pathToFileURL(join(directory, 'normalise', `${name}.mjs`)).href);
  expect(await later('detector')).toHaveProperty('eld.detect');
  expect(await later('markdown-it')).toHaveProperty('default');
  expect(await later('yaml')).toHaveProperty('parse');
  expect(await later('feedsmith')).toHaveProperty('parseAtomFeed');
  expect(await later('readability')).toHaveProperty('JSDOMParser');
  for (const { stage, file, bytes } of bundles) {
    expect(file).toBe(join(directory, stage, 'index.mjs'));
    const code = await readFile(file, 'utf8');
    expect(bytes).toBe(Buffer.byteLength(code));
    expect(code).toMatch(/export\s*\{[^}]*\bhandler\b/);
    // A bundle may import Node's own modules, and what was split from it.
    const imported = [...code.matchAll(/^import\b[^;]*?\bfrom\s*["']([^"']+)["'];/gm)].map(
      ([, name = '']) => name,
    );
    expect(imported).toContain('node:module');
    const others = imported.filter((name) => !isBuiltin(name));
    expect(others.filter((name) => !/^\.\/[\w-]+\.mjs$/.test(name))).toEqual([]);
    await Promise.all(others.map((name) => access(join(directory, stage, name))));
    // Node would load undici if the bundle imported `node:http` (infra/built-in-modules.ts).
    expect(imported.filter((name) => isBuiltin(name))).toEqual(['node:module']);
    // The data of the language detector is in a file of its own, so that a function starts without it.
    expect(code).not.toMatch(/type:\s*["']S60["']/);
    // The readers of submissions are in a file of their own too, so that a kill does not wait for them.
    expect(code).not.toMatch(/sperrfrist/i);
    // Only the command line writes to the key-value store of the edge, so no bundle needs the client for it.
    expect(code).not.toMatch(/cloudfront-?keyvaluestore/i);
  }
});
