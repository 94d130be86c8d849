import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Failure } from './failure.ts';
import { systemError } from './system-errors.ts';

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
  if (code === 0) return;
  const machine = machineError(output);
  if (machine && systemError(machine)) throw machine;
  throw new Failure(
    ['the stack cannot be synthesised:', ...output.split('\n')],
    'Run "npx cdk synth" to see the error alone.',
  );
}

/**
 * The error of the operating system that ended the synthesis, from what Node or esbuild printed; undefined if the
 * synthesis ended for another reason.
 */
export function machineError(output: string): Error | undefined {
  const [, message = '', code] = /^(?:\w*Error): ((E[A-Z]{3,}): .*)$/m.exec(output) ?? [];
  if (code !== undefined) {
    const paths = [...message.matchAll(/'([^']+)'/g)].map(([, path]) => path);
    return Object.assign(new Error(message), { code, path: paths.at(-1) });
  }
  const full = /^.*(?:no space left on device|disk quota exceeded|file too large).*$/m.exec(output);
  return full ? Object.assign(new Error(full[0].trim()), { code: 'ENOSPC' }) : undefined;
}
