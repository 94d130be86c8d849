import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { FunctionWorker, type Outcome } from './function-worker.ts';
import { REGION } from '../template/account.ts';
import type { Stack } from '../template/template.ts';
import type { Clock } from '../clock.ts';
import type { Policies } from '../iam/policies.ts';

const properties = z.object({
  Handler: z.string(),
  Runtime: z.string().regex(/^nodejs/),
  Role: z.string(),
  MemorySize: z.number().default(128),
  Timeout: z.number().default(3),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()) }).optional(),
  Layers: z.array(z.unknown()).max(0).optional(),
});

/** A function's key pair; its calls are told apart by the key, as on AWS by the role's. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

export interface LambdaFunction {
  id: string;
  name: string;
  arn: string;
  role: string;
  timeoutSeconds: number;
  credentials: Credentials;
}

export interface Functions {
  all: LambdaFunction[];
  byArn(arn: string): LambdaFunction;
  /** Runs a function on an event. Never throws: what goes wrong is an outcome. */
  invoke(fn: LambdaFunction, event: unknown): Promise<Outcome>;
  /** Invocations that have not ended, waiting ones included. */
  running(): number;
  endWorker(name: string): void;
  stop(): Promise<void>;
}

/** Lambda's limit on a synchronous invocation's event and answer, in bytes. */
export const PAYLOAD_LIMIT = 6 * 1024 * 1024;

/** Copies of one function on a laptop, each with a cold start of its own; further invocations wait. */
const WORKERS_PER_FUNCTION = Math.max(2, Math.min(4, availableParallelism()));

interface Environment {
  assembly: string;
  stateDir: string;
  endpoint: string;
  clock: Clock;
  /** Applied to environment variables: addresses of AWS become local ones. */
  localise: (text: string) => string;
  log: (line: string) => void;
}

interface Pool {
  fn: LambdaFunction;
  workers: Set<FunctionWorker>;
  waiting: ((worker: FunctionWorker) => void)[];
  create: () => FunctionWorker;
}

export function createFunctions(stack: Stack, policies: Policies, environment: Environment): Functions {
  const { assembly, stateDir, endpoint, clock, localise, log } = environment;
  const logDirectory = join(stateDir, 'logs');
  mkdirSync(logDirectory, { recursive: true });
  const logs: WriteStream[] = [];
  let running = 0;

  const pools = stack
    .all('AWS::Lambda::Function', properties)
    .map(({ id, properties: lambda, names, resource }): Pool => {
      policies.requireTrust(lambda.Role, 'lambda.amazonaws.com', names.attributes['Arn'] ?? '');
      const asset = resource.Metadata?.['aws:asset:path'];
      if (typeof asset !== 'string')
        throw new Error(`${id} has no aws:asset:path: only code in the assembly can be run`);
      const [file = 'index', exportName = 'handler'] = lambda.Handler.split('.');
      const arn = names.attributes['Arn'] ?? '';
      const credentials = { accessKeyId: `LOCAL${randomUUID()}`, secretAccessKey: randomUUID() };
      const fn = { id, name: names.ref, arn, role: lambda.Role, timeoutSeconds: lambda.Timeout, credentials };
      const directory = resolve(assembly, asset);
      const output = createWriteStream(join(logDirectory, `${id}.log`), { flags: 'a' });
      logs.push(output);
      const variables = Object.entries(lambda.Environment?.Variables ?? {});
      const env = {
        ...reserved(fn, lambda.MemorySize, lambda.Handler, directory, endpoint),
        ...Object.fromEntries(variables.map(([key, value]) => [key, localise(value)])),
      };
      const create = (): FunctionWorker =>
        new FunctionWorker({
          data: { bundle: join(directory, `${file}.mjs`), exportName, clock: clock.shared, functionArn: arn },
          env,
          memoryMb: lambda.MemorySize,
          timeoutSeconds: lambda.Timeout,
          output,
        });
      return { fn, workers: new Set(), waiting: [], create };
    });

  const poolOf = (fn: LambdaFunction): Pool => {
    const found = pools.find((pool) => pool.fn === fn);
    if (!found) throw new Error(`${fn.id} is no function of this stack`);
    return found;
  };

  const acquire = (pool: Pool): Promise<FunctionWorker> | FunctionWorker => {
    for (const worker of pool.workers) {
      if (worker.ended) pool.workers.delete(worker);
      else if (worker.take()) return worker;
    }
    if (pool.workers.size < WORKERS_PER_FUNCTION) return start(pool);
    return new Promise((wait) => pool.waiting.push(wait));
  };
  const start = (pool: Pool): FunctionWorker => {
    const worker = pool.create();
    worker.take();
    pool.workers.add(worker);
    return worker;
  };
  const release = (pool: Pool, worker: FunctionWorker): void => {
    if (worker.ended) pool.workers.delete(worker);
    else worker.free();
    const next = pool.waiting.shift();
    if (!next) return;
    if (worker.ended) next(start(pool));
    else if (worker.take()) next(worker);
  };

  return {
    all: pools.map(({ fn }) => fn),
    byArn(arn) {
      const found = pools.find(({ fn }) => fn.arn === arn || fn.name === arn);
      if (!found) throw new Error(`${arn} is no function of this stack`);
      return found.fn;
    },
    async invoke(fn, event) {
      const text = JSON.stringify(event);
      if (Buffer.byteLength(text) > PAYLOAD_LIMIT)
        return {
          kind: 'failed',
          errorType: 'RequestTooLargeException',
          errorMessage: 'the event is larger than 6 MB',
        };
      running += 1;
      try {
        const pool = poolOf(fn);
        const worker = await acquire(pool);
        const outcome = await worker.run(text);
        release(pool, worker);
        if (outcome.kind === 'failed') log(`${fn.id} failed: ${outcome.errorType}: ${outcome.errorMessage}`);
        return outcome;
      } finally {
        running -= 1;
      }
    },
    running: () => running,
    endWorker(name) {
      const pool = pools.find(({ fn }) => fn.id === name || fn.name === name);
      if (!pool) throw new Error(`${name} is no function of this stack`);
      for (const worker of pool.workers) void worker.end();
    },
    async stop() {
      await Promise.all(pools.flatMap(({ workers }) => [...workers].map((worker) => worker.end())));
      for (const output of logs) output.end();
    },
  };
}

/** Variables that Lambda sets itself (Lambda Developer Guide, "Defined runtime environment variables"). */
function reserved(
  fn: LambdaFunction,
  memoryMb: number,
  handler: string,
  directory: string,
  endpoint: string,
): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: fn.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: fn.credentials.secretAccessKey,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${fn.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    LAMBDA_TASK_ROOT: directory,
    _HANDLER: handler,
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    // A home without ~/.aws: a developer's own profile must not reach the SDK.
    HOME: directory,
  };
}
