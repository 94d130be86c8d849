import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { type Credentials, REGION } from '../template/account.ts';
import type { BoundResource, Stack } from '../template/bound-stack.ts';

const properties = z.object({
  Handler: z.string(),
  Runtime: z.string().regex(/^nodejs/),
  Role: z.string(),
  MemorySize: z.number().default(128),
  Timeout: z.number().default(3),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()) }).optional(),
  Layers: z.array(z.unknown()).max(0).optional(),
});

export interface LambdaFunction {
  /** The logical id. */
  id: string;
  name: string;
  arn: string;
  /** The ARN of the function's role. */
  role: string;
  timeoutSeconds: number;
  credentials: Credentials;
}

/** A function, and what a worker thread needs to run it. */
export interface RunnableFunction {
  fn: LambdaFunction;
  /** Path of the file with the function's code. */
  bundle: string;
  exportName: string;
  memoryMb: number;
  env: Record<string, string>;
}

export interface FunctionPaths {
  /** Directory of the cloud assembly, which `cdk synth` writes. */
  assembly: string;
  /** Origin of the local server that the AWS SDK calls, `http://127.0.0.1:PORT`. */
  endpoint: string;
  /** Replaces the addresses of AWS in environment variables by local addresses. */
  localise: (text: string) => string;
}

/**
 * Reads the functions of a stack. If the code of a function is not in the assembly, throws an error with its logical
 * id.
 */
export function readFunctions(stack: Stack, paths: FunctionPaths): RunnableFunction[] {
  return stack.all('AWS::Lambda::Function', properties).map((declared) => readFunction(declared, paths));
}

function readFunction(
  { id, properties: lambda, names, resource }: BoundResource<z.infer<typeof properties>>,
  { assembly, endpoint, localise }: FunctionPaths,
): RunnableFunction {
  const asset = resource.Metadata?.['aws:asset:path'];
  if (typeof asset !== 'string')
    throw new Error(`${id} has no aws:asset:path: only code in the assembly can be run`);
  const [file = 'index', exportName = 'handler'] = lambda.Handler.split('.');
  const directory = resolve(assembly, asset);
  const fn: LambdaFunction = {
    id,
    name: names.ref,
    arn: names.attributes['Arn'] ?? '',
    role: lambda.Role,
    timeoutSeconds: lambda.Timeout,
    // Each function has its own access key. The local server for the AWS SDK finds the role of a caller by this key.
    credentials: { accessKeyId: `LOCAL${randomUUID()}`, secretAccessKey: randomUUID() },
  };
  const variables = Object.entries(lambda.Environment?.Variables ?? {});
  const env = {
    ...runtimeVariables(fn, { memoryMb: lambda.MemorySize, handler: lambda.Handler, directory, endpoint }),
    ...Object.fromEntries(variables.map(([key, value]) => [key, localise(value)])),
  };
  return { fn, bundle: join(directory, `${file}.mjs`), exportName, memoryMb: lambda.MemorySize, env };
}

interface Runtime {
  memoryMb: number;
  handler: string;
  directory: string;
  endpoint: string;
}

/** The variables that Lambda itself sets (Lambda Developer Guide, "Defined runtime environment variables"). */
function runtimeVariables(
  fn: LambdaFunction,
  { memoryMb, handler, directory, endpoint }: Runtime,
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
    // The SDK looks for ~/.aws. This directory has none, so the SDK does not find the developer's own profile.
    HOME: directory,
  };
}
