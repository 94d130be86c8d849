import { parentPort, workerData } from 'node:worker_threads';

/**
 * Runs in a worker thread. Loads the bundle of one function and handles one event at a time, like Lambda's runtime.
 */

export interface WorkerData {
  bundle: string;
  exportName: string;
  clock: SharedArrayBuffer;
  functionArn: string;
}
export interface Invocation {
  requestId: string;
  /** JSON. */
  event: string;
  timeoutMilliseconds: number;
}
/** What the handler returned, as JSON, or the error that it threw. */
export type Answer =
  { ok: true; payload: string } | { ok: false; errorType: string; errorMessage: string; trace: string[] };

type Handler = (event: unknown, context: object) => Promise<unknown>;

const { bundle, exportName, clock, functionArn } = workerData as WorkerData;
const realNow = Date.now;
setClock(new BigInt64Array(clock));

const module = (await import(bundle)) as Record<string, Handler>;
const handler = module[exportName];
if (!handler) throw new Error(`${bundle} exports no ${exportName}`);

parentPort?.on('message', (invocation: Invocation) => {
  void handle(handler, invocation).then((answer) => parentPort?.postMessage(answer));
});
parentPort?.postMessage('ready');

async function handle(run: Handler, { requestId, event, timeoutMilliseconds }: Invocation): Promise<Answer> {
  const deadline = realNow() + timeoutMilliseconds;
  const environment = process.env;
  const context = {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: environment['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn,
    memoryLimitInMB: environment['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
    logGroupName: environment['AWS_LAMBDA_LOG_GROUP_NAME'],
    logStreamName: environment['AWS_LAMBDA_LOG_STREAM_NAME'],
    getRemainingTimeInMillis: () => Math.max(0, deadline - realNow()),
  };
  try {
    return { ok: true, payload: JSON.stringify((await run(JSON.parse(event), context)) ?? null) };
  } catch (error) {
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, errorType: name, errorMessage: message, trace: stack.split('\n').slice(1) };
  }
}

/** Makes `new Date()` and `Date.now()` return the local cloud's time. Runs before the bundle is loaded. */
function setClock(offset: BigInt64Array): void {
  const now = (): number => realNow() + Number(Atomics.load(offset, 0));
  const Shifted = new Proxy(Date, {
    construct: (Target, values: unknown[], newTarget) =>
      Reflect.construct(Target, values.length > 0 ? values : [now()], newTarget) as Date,
    apply: () => new Date(now()).toString(),
  });
  Date.now = now;
  Date.prototype.constructor = Shifted;
  globalThis.Date = Shifted;
}
