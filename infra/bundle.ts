import { rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { STAGE_NAMES, type StageName } from '../shared/contract/stages.ts';
import { builtInsAtFirstUse } from './built-in-modules.ts';

export const PROJECT_ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const BUNDLES = join(PROJECT_ROOT, 'dist', 'functions');

/**
 * Libraries that only some articles need. Each is a file of its own beside the bundle, which the code that uses it
 * reads at its first use: {name}.mjs, where the source has {name}.mjs too. So a function starts without them.
 */
const READ_LATER: Partial<Record<StageName, readonly string[]>> = {
  normalise: [
    'shared/reading/prose/detector.mjs',
    'shared/reading/formats/markdown-it.mjs',
    'shared/reading/formats/yaml.mjs',
    'shared/reading/formats/feed/feedsmith.mjs',
    'shared/reading/formats/page/readability.mjs',
  ],
};

/** CommonJS dependencies in the bundle call `require`, which Node does not define in an ES module. */
const REQUIRE_BANNER =
  "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);";

/** How the bundles are made, except for which files go in and where they are written. */
export const BUNDLE_OPTIONS = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // With `main` first, esbuild would choose the SDK's CommonJS builds, which are 38–60 % larger.
  mainFields: ['module', 'main'],
  // Identifiers are not minified, so a stack trace in the log is readable without a source map. This makes a bundle
  // 370 kB larger. Nine cold imports of publish were not measurably slower.
  minifyWhitespace: true,
  minifySyntax: true,
  banner: { js: REQUIRE_BANNER },
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;

export interface Bundle {
  stage: StageName;
  file: string;
  bytes: number;
}

/**
 * Bundles functions/{stage}/handler.ts of every stage into {directory}/{stage}/index.mjs. What was in {directory} is
 * removed. The bundle includes the AWS SDK: the deployed code is the tested code. What is imported with `import()` is in
 * files of its own beside it, which a cold start does not read: the readers of submissions, and the sources of
 * credentials that Lambda does not use. So are the libraries of READ_LATER. Throws if a stage does not build.
 */
export async function bundleFunctions(directory: string = BUNDLES): Promise<Bundle[]> {
  await rm(directory, { recursive: true, force: true });
  return Promise.all(STAGE_NAMES.map((stage) => bundleFunction(stage, join(directory, stage))));
}

async function bundleFunction(stage: StageName, directory: string): Promise<Bundle> {
  const later = READ_LATER[stage] ?? [];
  await build({
    ...BUNDLE_OPTIONS,
    absWorkingDir: PROJECT_ROOT,
    entryPoints: [
      { in: `functions/${stage}/handler.ts`, out: 'index' },
      ...later.map((file) => ({ in: file, out: basename(file, '.mjs') })),
    ],
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    // In the same directory, because code in a chunk finds the libraries of READ_LATER beside it.
    chunkNames: '[name]-[hash]',
    plugins: [builtInsAtFirstUse],
  });
  const file = join(directory, 'index.mjs');
  return { stage, file, bytes: (await stat(file)).size };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , directory = BUNDLES] = process.argv;
  for (const { file, bytes } of await bundleFunctions(directory)) {
    console.log(`${relative(PROJECT_ROOT, file)}  ${(bytes / 1024).toFixed(0)} kB`);
  }
}
