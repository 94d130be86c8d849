import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { fragment } from './normalise.ts';
import { ENVIRONMENT, STAGE_NAMES, type StageName } from '../shared/contract/stages.ts';
import { memoryAtRest } from './at-rest.ts';

const ROOT = join(import.meta.dirname, '..');

/**
 * Compares how long each function takes to start, and how much memory it has then, with a function that has the
 * DynamoDB client and nothing else. The code is that of the bundles that are deployed. Normalise loads its readers for
 * the first submission, so what its first article takes is measured too.
 */

/** The largest allowed CPU time of the import, divided by that of the client alone. */
const MAX_RATIO: Record<StageName, number> = { ingest: 2, normalise: 2, 'fan-out': 2, publish: 2.5 };
/** The largest allowed resident memory after the import, in MB. */
const MAX_MEGABYTES = 150;
/** The same for normalise with the readers loaded and one article read. */
const MAX_FIRST_ARTICLE = { ratio: 9, megabytes: 200 };
const ROUNDS = 7;

/**
 * Imports one file in a process of its own, and prints its CPU time in milliseconds and its memory in MB. With a second
 * file, which has the readers, and an article, it also reads the article.
 */
const IMPORT = `
  const [, file, readers, html] = process.argv;
  const started = process.cpuUsage();
  await import(file);
  if (readers !== undefined) {
    const { readItems } = await import(readers);
    const envelope = { kind: 'article', mediaType: 'text/html; charset=utf-8', receivedAt: '2026-04-13T09:30:00.000Z' };
    const source = { language: 'en', boilerplate: [], link: 'https://desk.example/{id}' };
    const { items } = readItems({ envelope, bytes: new TextEncoder().encode(html) }, source);
    if (items[0]?.ok !== true) throw new Error('the article was not read');
  }
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

function start(parameters: readonly string[]): Start {
  const env: Record<string, string> = { AWS_REGION: 'eu-west-1' };
  for (const name of Object.values(ENVIRONMENT)) env[name] = 'https://start.example/name';
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', IMPORT, ...parameters],
    {
      env,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`${parameters[0]} was not imported: ${stderr.slice(-500)}`);
  return JSON.parse(stdout) as Start;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

export async function run(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'wiredesk-bench-'));
  try {
    execFileSync(process.execPath, [join(ROOT, 'infra', 'bundle.ts'), join(directory, 'functions')]);
    const functions = join(directory, 'functions');
    const bundles = STAGE_NAMES.map((stage) => [join(functions, stage, 'index.mjs')]);
    const files = [[await clientAlone(directory)], ...bundles, firstArticle(join(functions, 'normalise'))];
    // One round after the other, so that a machine that gets slower makes all of them slower.
    const rounds = Array.from({ length: ROUNDS }, () => files.map(start));
    const of = (at: number, member: keyof Start): number =>
      median(rounds.map((round) => round[at]?.[member] ?? NaN));
    const baseline = of(0, 'cpu');
    console.log(
      `the DynamoDB client alone: ${baseline.toFixed(0)} ms of CPU, ${of(0, 'rss').toFixed(0)} MB (heap ${of(0, 'heap').toFixed(0)} MB)`,
    );
    const rows = [
      ...STAGE_NAMES.map((stage) => ({
        name: stage,
        most: { ratio: MAX_RATIO[stage], megabytes: MAX_MEGABYTES },
      })),
      { name: 'normalise with its first article', most: MAX_FIRST_ARTICLE },
    ];
    for (const [at, { name, most }] of rows.entries()) {
      const [cpu, rss] = [of(at + 1, 'cpu'), of(at + 1, 'rss')];
      const ratio = cpu / baseline;
      const isOver = ratio > most.ratio || rss > most.megabytes;
      console.log(
        `${name}: ${cpu.toFixed(0)} ms of CPU, ${ratio.toFixed(1)} × (at most ${most.ratio}), ` +
          `${rss.toFixed(0)} MB (at most ${most.megabytes}, heap ${of(at + 1, 'heap').toFixed(0)} MB)${isOver ? ' TOO MUCH' : ''}`,
      );
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
  await memoryAtRest();
}

/** What `IMPORT` needs to read a first article with the bundle in this directory. */
function firstArticle(directory: string): string[] {
  const readers = readdirSync(directory).find((name) => name.startsWith('read-items-'));
  if (readers === undefined) throw new Error('the bundle of normalise has no file read-items');
  const html = `<h1>The bridge reopens</h1>${fragment(10)}`;
  return [join(directory, 'index.mjs'), join(directory, readers), html];
}

/**
 * Bundles the DynamoDB client alone, as esbuild does it without the measures of infra/bundle.ts that make a function
 * start faster. Returns the file.
 */
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
