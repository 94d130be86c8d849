import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ENVIRONMENT, STAGE_NAMES, type StageName } from '../shared/contract/stages.ts';
import { memoryAtRest } from './at-rest.ts';

const ROOT = join(import.meta.dirname, '..');

/**
 * Compares how long each function takes to start, and how much memory it has then, with a function that has the
 * DynamoDB client and nothing else. The code is that of the bundles that are deployed.
 */

/** The largest allowed CPU time of the import, divided by that of the client alone. */
const MAX_RATIO: Record<StageName, number> = { ingest: 2, normalise: 2, 'fan-out': 2, publish: 2.5 };
/** The largest allowed resident memory after the import, in MB. */
const MAX_MEGABYTES = 150;
const ROUNDS = 7;

/** Imports one file in a process of its own, and prints its CPU time in milliseconds and its memory in MB. */
const IMPORT = `
  const started = process.cpuUsage();
  await import(process.argv[1]);
  const { user, system } = process.cpuUsage(started);
  const { rss, heapUsed } = process.memoryUsage();
  console.log(JSON.stringify({ cpu: (user + system) / 1000, rss: rss / 1e6, heap: heapUsed / 1e6 }));
  process.exit();
`;

interface Start {
  cpu: number;
  rss: number;
  heap: number;
}

function start(file: string): Start {
  const env: Record<string, string> = { AWS_REGION: 'eu-west-1' };
  for (const name of Object.values(ENVIRONMENT)) env[name] = 'https://start.example/name';
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', IMPORT, file],
    {
      env,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`${file} was not imported: ${stderr.slice(-500)}`);
  return JSON.parse(stdout) as Start;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

export async function run(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'wiredesk-bench-'));
  try {
    execFileSync(process.execPath, [join(ROOT, 'infra', 'bundle.ts')]);
    const bundles = STAGE_NAMES.map((stage) => join(ROOT, 'dist', 'functions', stage, 'index.mjs'));
    const files = [await clientAlone(directory), ...bundles];
    // One round after the other, so that a machine that gets slower makes all of them slower.
    const rounds = Array.from({ length: ROUNDS }, () => files.map(start));
    const of = (at: number, member: keyof Start): number =>
      median(rounds.map((round) => round[at]?.[member] ?? NaN));
    const baseline = of(0, 'cpu');
    console.log(
      `the DynamoDB client alone: ${baseline.toFixed(0)} ms of CPU, ${of(0, 'rss').toFixed(0)} MB (heap ${of(0, 'heap').toFixed(0)} MB)`,
    );
    for (const [at, stage] of STAGE_NAMES.entries()) {
      const [cpu, rss] = [of(at + 1, 'cpu'), of(at + 1, 'rss')];
      const ratio = cpu / baseline;
      const isOver = ratio > MAX_RATIO[stage] || rss > MAX_MEGABYTES;
      console.log(
        `${stage}: ${cpu.toFixed(0)} ms of CPU, ${ratio.toFixed(1)} × (at most ${MAX_RATIO[stage]}), ` +
          `${rss.toFixed(0)} MB (at most ${MAX_MEGABYTES}, heap ${of(at + 1, 'heap').toFixed(0)} MB)${isOver ? ' TOO MUCH' : ''}`,
      );
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
  await memoryAtRest();
}

/** Bundles the DynamoDB client in the way of the functions (infra/bundle.ts). Returns the file. */
async function clientAlone(directory: string): Promise<string> {
  const outfile = join(directory, 'index.mjs');
  await build({
    stdin: { contents: "export * from '@aws-sdk/client-dynamodb';", resolveDir: ROOT },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    minifyWhitespace: true,
    minifySyntax: true,
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  });
  return outfile;
}
