import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** `npm run check`: runs all checks except the tests. Exits with 1 if a check fails. */

interface Step {
  name: string;
  command: string[];
}

const ROOT = join(import.meta.dirname, '..');

/** Two steps run at the same time. The slowest come first, so that no slow step runs alone at the end. */
const STEPS: Step[] = [
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'synth with cdk-nag', command: ['cdk', 'synth', '--quiet'] },
  { name: 'types of infra', command: ['tsc', '-p', 'infra'] },
  { name: 'layout and imports', command: ['vitest', 'run', '--reporter=dot', 'test/architecture'] },
  { name: 'format', command: ['prettier', '--check', '.'] },
  { name: 'docs/codes.md', command: ['node', 'scripts/codes.ts', '--check'] },
  { name: 'schema', command: ['node', 'scripts/schema.ts', '--check'] },
  { name: 'docs/openapi.json', command: ['node', 'scripts/openapi.ts', '--check'] },
];
const CONCURRENT_STEPS = 2;

interface StepResult {
  passed: boolean;
  output: string;
  seconds: number;
}

async function run({ command: [program = '', ...args] }: Step): Promise<StepResult> {
  const started = performance.now();
  const child = spawn(program, args, {
    cwd: ROOT,
    // With this PATH the tools and the Node of the project are found even if npm did not start this script.
    env: {
      ...process.env,
      PATH: [join(ROOT, 'node_modules', '.bin'), process.env['PATH']].join(delimiter),
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve).on('error', (error) => {
      chunks.push(Buffer.from(error.message));
      resolve(null);
    });
  });
  const seconds = (performance.now() - started) / 1000;
  return { passed: code === 0, output: Buffer.concat(chunks).toString('utf8').trim(), seconds };
}

async function runAndReport(step: Step): Promise<boolean> {
  const { passed, output, seconds } = await run(step);
  const line = `${passed ? 'ok    ' : 'FAILED'}  ${step.name.padEnd(20)} ${seconds.toFixed(1).padStart(6)} s`;
  process.stdout.write(passed ? `${line}\n` : `${line}\n${output.replace(/^/gm, '        ')}\n`);
  return passed;
}

const waiting = STEPS.values();
const passed: boolean[] = [];
await Promise.all(
  Array.from({ length: CONCURRENT_STEPS }, async () => {
    for (const step of waiting) passed.push(await runAndReport(step));
  }),
);
const failures = passed.filter((ok) => !ok).length;
process.stdout.write(
  failures === 0 ? `all ${passed.length} checks passed\n` : `${failures} of ${passed.length} checks failed\n`,
);
process.exitCode = failures === 0 ? 0 : 1;
