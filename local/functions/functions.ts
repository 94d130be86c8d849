import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Policies } from '../iam/policies.ts';
import type { Stack } from '../template/bound-stack.ts';
import { FunctionWorker, type InvocationResult, PAYLOAD_LIMIT } from './function-worker.ts';
import {
  type FunctionPaths,
  type LambdaFunction,
  readFunctions,
  type RunnableFunction,
} from './lambda-function.ts';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';

export interface Functions {
  all: LambdaFunction[];
  /** The function with this ARN or name. Throws if the stack has no such function. */
  byArn(arn: string): LambdaFunction;
  /** Runs a function on an event. Never throws: a failure is a result. */
  invoke(fn: LambdaFunction, event: unknown): Promise<InvocationResult>;
  /** The number of invocations that have not ended, including those that wait for a worker. */
  running(): number;
  /** Ends the workers (threads) of the function with this logical id or name. The next event starts new workers. */
  endWorker(name: string): void;
  stop(): Promise<void>;
}

interface Environment extends FunctionPaths {
  policies: Policies;
  stateDir: string;
  clock: Clock;
  log: (line: string) => void;
}

export function createFunctions(stack: Stack, environment: Environment): Functions {
  const { policies, stateDir, clock, log } = environment;
  const logDirectory = join(stateDir, 'logs');
  mkdirSync(logDirectory, { recursive: true });
  const logs: WriteStream[] = [];
  let running = 0;
  let stopped = false;

  const poolFor = ({ fn, bundle, exportName, memoryMb, env }: RunnableFunction): WorkerPool => {
    policies.requireTrust(fn.role, 'lambda.amazonaws.com', fn.arn);
    const output = createWriteStream(join(logDirectory, `${fn.id}.log`), { flags: 'a' });
    // Without a listener an error of the disk would end the whole process.
    output.on('error', (error) => log(`the log of ${fn.id} cannot be written: ${error.message}`));
    logs.push(output);
    const data = { bundle, exportName, clock: clock.shared, functionArn: fn.arn };
    return createWorkerPool(
      () => new FunctionWorker({ data, env, memoryMb, timeoutSeconds: fn.timeoutSeconds, output }),
    );
  };
  const functions = readFunctions(stack, environment).map((runnable) => ({
    fn: runnable.fn,
    pool: poolFor(runnable),
  }));
  const find = (name: string, matches: (fn: LambdaFunction) => boolean): (typeof functions)[number] => {
    const found = functions.find(({ fn }) => matches(fn));
    if (!found) throw new Error(`this stack has no function ${name}`);
    return found;
  };

  return {
    all: functions.map(({ fn }) => fn),
    byArn: (arn) => find(arn, (fn) => fn.arn === arn || fn.name === arn).fn,
    async invoke(fn, event) {
      const text = JSON.stringify(event);
      if (Buffer.byteLength(text) > PAYLOAD_LIMIT)
        return {
          ok: false,
          errorType: 'RequestTooLargeException',
          errorMessage: 'the event is larger than 6 MB',
        };
      if (stopped) return { ok: false, errorType: 'Stopped', errorMessage: 'the local cloud has stopped' };
      running += 1;
      try {
        const result = await find(fn.id, (known) => known === fn).pool.run(text);
        if (!result.ok) log(`${fn.id} failed: ${result.errorType}: ${result.errorMessage}`);
        return result;
      } finally {
        running -= 1;
      }
    },
    running: () => running,
    endWorker: (name) => void find(name, (fn) => fn.id === name || fn.name === name).pool.end(),
    async stop() {
      stopped = true;
      await Promise.all(functions.map(({ pool }) => pool.end()));
      for (const output of logs) output.end();
    },
  };
}
