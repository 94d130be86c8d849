import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
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
    const child = this.#spawn();
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const end = Date.now() + READY_MILLISECONDS;
    while (!existsSync(file)) {
      if (hasEnded(child) || Date.now() > end) throw new Error(`npm start did not become ready:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return JSON.parse(readFileSync(file, 'utf8')) as Endpoints;
  }

  /** Starts the process and ends it with SIGKILL after the given time, ready or not. */
  async startAndKill(milliseconds: number): Promise<void> {
    const child = this.#spawn();
    for (const stream of [child.stdout, child.stderr]) stream.resume();
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await this.end('SIGKILL');
  }

  /** Sends the signal to the process and to those that it has started, and waits until it has ended. */
  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined || hasEnded(child)) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid, signal);
    await ended;
  }

  async discard(): Promise<void> {
    await this.end('SIGINT');
    rmSync(this.state, { recursive: true, force: true });
  }

  #spawn(): ChildProcessByStdio<null, Readable, Readable> {
    rmSync(join(this.state, 'endpoints.json'), { force: true });
    const options = ['--state', this.state, '--port', '0', '--tick', '1', ...this.#options];
    // Detached: a group of processes of its own, which can be ended as a whole.
    const child = spawn(process.execPath, ['cli/start.ts', ...options], {
      ...{ cwd: ROOT, detached: true },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    return child;
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** Sends a text article as the sample source `desk`. */
export async function sendText({ ingest, tokens }: Endpoints, id: string, text: string): Promise<Response> {
  return fetch(`${ingest}/v1/sources/desk/articles/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${tokens['desk'] ?? ''}`, 'content-type': 'text/plain' },
    body: text,
  });
}

export const read = async (url: string | undefined): Promise<string> => (await fetch(url ?? '')).text();
