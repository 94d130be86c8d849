import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Failure } from './failure.ts';

/** Synthesises the stack into the given directory. Each local cloud has a directory of its own for this. */
export async function synthesise(assembly: string): Promise<void> {
  const app = join(import.meta.dirname, '..', 'infra', 'app.ts');
  const child = spawn(process.execPath, [app], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, CDK_OUTDIR: assembly, CDK_VALIDATION: 'false' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  );
  if (code !== 0)
    throw new Failure(
      ['the stack cannot be synthesised:', ...output.split('\n')],
      'Run "npx cdk synth" to see the error alone.',
    );
}
