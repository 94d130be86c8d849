import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Writable } from 'node:stream';
import type { Answer, Invocation, WorkerData } from './worker.ts';

/** What became of an invocation: a JSON payload, or an error as Lambda names it. */
export type Outcome =
  { kind: 'returned'; payload: string } | { kind: 'failed'; errorType: string; errorMessage: string };

interface Options {
  data: WorkerData;
  env: Record<string, string>;
  memoryMb: number;
  timeoutSeconds: number;
  output: Writable;
}

const ANSWER_LIMIT = 6 * 1024 * 1024;

/** One warm copy of a function, in a thread of its own. Handles one event at a time; ends for good when it fails to. */
export class FunctionWorker {
  ended = false;
  #busy = false;
  /** Why the thread ended, should it end now. */
  #reason: Outcome = failed('Runtime.ExitError', 'the worker ended in the middle');
  readonly #options: Options;
  readonly #worker: Worker;
  readonly #ready: Promise<unknown>;
  /** Resolves when the thread is gone, with the reason. */
  readonly #gone: Promise<Outcome>;

  constructor(options: Options) {
    this.#options = options;
    const { data, env, memoryMb, output } = options;
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: data,
      env,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      stdout: true,
      stderr: true,
    });
    for (const stream of [this.#worker.stdout, this.#worker.stderr])
      stream.on('data', (chunk: Buffer) => void output.write(chunk));
    this.#ready = once(this.#worker, 'message');
    this.#ready.catch(() => undefined);
    this.#worker.on('error', (error: Error) => {
      this.#reason = failed(error.name, error.message);
    });
    this.#gone = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.ended = true;
        resolve(this.#reason);
      });
    });
  }

  /** Reserves the worker; false if it is busy or gone. */
  take(): boolean {
    if (this.#busy || this.ended) return false;
    this.#busy = true;
    return true;
  }

  free(): void {
    this.#busy = false;
  }

  /** Runs one event, given as JSON. The time-out starts when the bundle is loaded, as on Lambda, and ends the thread. */
  async run(event: string): Promise<Outcome> {
    const started = await Promise.race([this.#ready.then(() => undefined), this.#gone]).catch(
      () => this.#gone,
    );
    if (started) return started;
    const { timeoutSeconds } = this.#options;
    const requestId = randomUUID();
    const timer = setTimeout(() => {
      this.#reason = failed('Sandbox.Timedout', `Task timed out after ${timeoutSeconds.toFixed(2)} seconds`);
      void this.end();
    }, timeoutSeconds * 1000);
    let received: ((answer: Answer) => void) | undefined;
    const answered = new Promise<Outcome>((resolve) => {
      received = (answer) => resolve(this.#outcomeOf(requestId, answer));
      this.#worker.once('message', received);
    });
    const invocation: Invocation = { requestId, event, timeoutMilliseconds: timeoutSeconds * 1000 };
    this.#worker.postMessage(invocation);
    try {
      return await Promise.race([answered, this.#gone]);
    } finally {
      clearTimeout(timer);
      if (received) this.#worker.off('message', received);
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #outcomeOf(requestId: string, answer: Answer): Outcome {
    if ('payload' in answer) {
      if (Buffer.byteLength(answer.payload) <= ANSWER_LIMIT)
        return { kind: 'returned', payload: answer.payload };
      return failed('Function.ResponseSizeTooLarge', 'the answer is larger than 6 MB');
    }
    this.#options.output.write(`${JSON.stringify({ requestId, ...answer })}\n`);
    return failed(answer.errorType, answer.errorMessage);
  }
}

const failed = (errorType: string, errorMessage: string): Outcome => ({
  kind: 'failed',
  errorType,
  errorMessage,
});
