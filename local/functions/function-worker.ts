import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Writable } from 'node:stream';
import type { Answer, Invocation, WorkerData } from './worker.ts';

/** The result of an invocation: a JSON payload, or an error with the name that Lambda gives it. */
export type InvocationResult =
  { ok: true; payload: string } | { ok: false; errorType: string; errorMessage: string };

/** Space for new objects in each thread. V8 would take up to 48 MB in each of about ten threads and keep it. */
const YOUNG_GENERATION_MB = 12;

interface Options {
  data: WorkerData;
  env: Record<string, string>;
  memoryMb: number;
  timeoutSeconds: number;
  output: Writable;
}

/**
 * The largest size in bytes of an event, and also of an answer, of a synchronous invocation (Lambda Developer Guide,
 * "Lambda quotas").
 */
export const PAYLOAD_LIMIT = 6 * 1024 * 1024;

/**
 * One copy of a function, in its own thread. It handles one event at a time. A timeout or a crash ends the thread.
 */
export class FunctionWorker {
  ended = false;
  #busy = false;
  /** The result of the current invocation if the thread ends now. */
  #resultAtExit: InvocationResult = failed(
    'Runtime.ExitError',
    'the thread of the function ended before the handler returned',
  );
  readonly #options: Options;
  readonly #worker: Worker;
  readonly #ready: Promise<unknown>;
  /** Resolves when the thread has ended. */
  readonly #exited: Promise<InvocationResult>;

  constructor(options: Options) {
    this.#options = options;
    const { data, env, memoryMb, output } = options;
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: data,
      env,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
      stdout: true,
      stderr: true,
    });
    for (const stream of [this.#worker.stdout, this.#worker.stderr])
      stream.on('data', (chunk: Buffer) => void output.write(chunk));
    this.#ready = once(this.#worker, 'message');
    this.#ready.catch(() => undefined);
    this.#worker.on('error', (error: Error) => {
      this.#resultAtExit = failed(error.name, error.message);
    });
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.ended = true;
        resolve(this.#resultAtExit);
      });
    });
  }

  /** Reserves this thread for one event. Returns false if the thread handles another event or has ended. */
  take(): boolean {
    if (this.#busy || this.ended) return false;
    this.#busy = true;
    return true;
  }

  free(): void {
    this.#busy = false;
  }

  /**
   * Handles one event, given as JSON. As on Lambda, the timeout does not include the time for loading the bundle, and
   * an invocation that reaches the timeout ends the thread.
   */
  async run(event: string): Promise<InvocationResult> {
    const exited = await Promise.race([this.#ready.then(() => undefined), this.#exited]).catch(
      () => this.#exited,
    );
    if (exited) return exited;
    const { timeoutSeconds } = this.#options;
    const requestId = randomUUID();
    const timer = setTimeout(() => {
      this.#resultAtExit = failed(
        'Sandbox.Timedout',
        `Task timed out after ${timeoutSeconds.toFixed(2)} seconds`,
      );
      void this.end();
    }, timeoutSeconds * 1000);
    let received: ((answer: Answer) => void) | undefined;
    const answered = new Promise<InvocationResult>((resolve) => {
      received = (answer) => resolve(this.#resultOf(requestId, answer));
      this.#worker.once('message', received);
    });
    const invocation: Invocation = { requestId, event, timeoutMilliseconds: timeoutSeconds * 1000 };
    this.#worker.postMessage(invocation);
    try {
      return await Promise.race([answered, this.#exited]);
    } finally {
      clearTimeout(timer);
      if (received) this.#worker.off('message', received);
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #resultOf(requestId: string, answer: Answer): InvocationResult {
    if (answer.ok) {
      if (Buffer.byteLength(answer.payload) <= PAYLOAD_LIMIT) return { ok: true, payload: answer.payload };
      return failed('Function.ResponseSizeTooLarge', 'the answer is larger than 6 MB');
    }
    const { errorType, errorMessage, trace } = answer;
    this.#options.output.write(`${JSON.stringify({ requestId, errorType, errorMessage, trace })}\n`);
    return failed(errorType, errorMessage);
  }
}

const failed = (errorType: string, errorMessage: string): InvocationResult => ({
  ok: false,
  errorType,
  errorMessage,
});
