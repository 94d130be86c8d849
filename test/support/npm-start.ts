import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Endpoints } from '../../cli/endpoints.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Longer than any start takes, also on a machine that is busy with other tests. */
const READY_MILLISECONDS = 300_000;

/** `npm start` in a process of its own. The state directory stays when the process ends; `discard` removes it. */
export class NpmStart {
  readonly state = mkdtempSync(join(tmpdir(), 'wiredesk-restart-'));
  #child: ChildProcess | undefined;
  readonly #options: readonly string[];

  /** @param optionsFor further options of `npm start`, for its state directory */
  constructor(optionsFor: (state: string) => readonly string[] = () => []) {
    this.#options = optionsFor(this.state);
  }

  /** Starts the process and waits until it has written `endpoints.json`. */
  async start(): Promise<Endpoints> {
    const file = join(this.state, 'endpoints.json');
    rmSync(file, { force: true });
    const options = ['--state', this.state, '--port', '0', '--tick', '1', ...this.#options];
    const child = spawn(process.execPath, ['cli/start.ts', ...options], { cwd: ROOT });
    this.#child = child;
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const end = Date.now() + READY_MILLISECONDS;
    while (!existsSync(file)) {
      if (child.exitCode !== null || Date.now() > end)
        throw new Error(`npm start did not become ready:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return JSON.parse(readFileSync(file, 'utf8')) as Endpoints;
  }

  /** Sends the signal and waits until the process has ended. */
  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  async discard(): Promise<void> {
    await this.end('SIGINT');
    rmSync(this.state, { recursive: true, force: true });
  }
}

/** Sends a text article as the sample source `desk`. */
export async function sendText({ ingest, tokens }: Endpoints, id: string, text: string): Promise<Response> {
  return fetch(`${ingest}/v1/sources/desk/articles/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${tokens['desk'] ?? ''}`, 'content-type': 'text/plain' },
    body: text,
  });
}

export const read = async (url: string | undefined): Promise<string> => (await fetch(url ?? '')).text();
