import { stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { STAGE_NAMES, type StageName } from '../shared/contract/stages.ts';

export const PROJECT_ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const BUNDLES = join(PROJECT_ROOT, 'dist', 'functions');

/**
 * The language detector is a file of its own, so that it is read only when it is needed. See
 * shared/reading/prose/language.ts.
 */
const DETECTOR = 'shared/reading/prose/detector.mjs';
const USE_DETECTOR: readonly StageName[] = ['normalise'];

/** CommonJS dependencies in the bundle call `require`, which Node does not define in an ES module. */
const REQUIRE_BANNER =
  "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);";

export interface Bundle {
  stage: StageName;
  file: string;
  bytes: number;
}

/**
 * Bundles functions/{stage}/handler.ts of every stage into {directory}/{stage}/index.mjs. The bundle includes the AWS
 * SDK: the deployed code is the tested code, and a cold start reads one file. Stages that read articles have the
 * language detector beside it. Throws if a stage does not build.
 */
export async function bundleFunctions(directory: string = BUNDLES): Promise<Bundle[]> {
  await build({
    absWorkingDir: PROJECT_ROOT,
    entryPoints: [
      ...STAGE_NAMES.map((stage) => ({ in: `functions/${stage}/handler.ts`, out: `${stage}/index` })),
      ...USE_DETECTOR.map((stage) => ({ in: DETECTOR, out: `${stage}/detector` })),
    ],
    outdir: directory,
    outExtension: { '.js': '.mjs' },
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
  });
  return Promise.all(
    STAGE_NAMES.map(async (stage) => {
      const file = join(directory, stage, 'index.mjs');
      return { stage, file, bytes: (await stat(file)).size };
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { file, bytes } of await bundleFunctions()) {
    console.log(`${relative(PROJECT_ROOT, file)}  ${(bytes / 1024).toFixed(0)} kB`);
  }
}
