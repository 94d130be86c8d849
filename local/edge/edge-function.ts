import { createHash, createHmac } from 'node:crypto';
import { Script, createContext } from 'node:vm';

/** The shapes of an event, as in the CloudFront Developer Guide, "CloudFront Functions event structure". */
export interface EdgeHeaders {
  [name: string]: { value: string; multiValue?: { value: string }[] };
}
export interface EdgeRequest {
  method: string;
  uri: string;
  querystring: EdgeHeaders;
  headers: EdgeHeaders;
  cookies: EdgeHeaders;
}
export interface EdgeResponse {
  statusCode: number;
  statusDescription?: string;
  headers?: EdgeHeaders;
  body?: string | { encoding: 'text' | 'base64'; data: string };
}
export type ViewerRequest = (request: EdgeRequest, viewerIp: string) => Promise<EdgeRequest | EdgeResponse>;

/** The most bytes of a function's source (CloudFront Developer Guide, "Quotas on CloudFront Functions"). */
const SOURCE_LIMIT = 10 * 1024;
/** The most milliseconds of one run. CloudFront's own limit is far lower; a busy laptop may need more time. */
const RUN_LIMIT = 1000;

/** The key-value store of a function. */
export interface EdgeValues {
  get(key: string): string | undefined;
}

export interface EdgeEnvironment {
  now: () => Date;
  /** Undefined if no store is associated with the function. */
  values?: EdgeValues | undefined;
}

/** The crypto module. JavaScript runtime 2.0 has three hashes only. */
const CRYPTO = {
  createHash: (name: string) => createHash(known(name)),
  createHmac: (name: string, key: string) => createHmac(known(name), key),
};
function known(name: string): string {
  if (!['md5', 'sha1', 'sha256'].includes(name))
    throw new Error(`CloudFront Functions do not have the hash ${name}`);
  return name;
}

/** The `cloudfront` module. A missing key is an error (Developer Guide, "Helper methods for key value stores"). */
function cloudfront(name: string, values: EdgeValues | undefined): object {
  if (!values) return { kvs: () => raise(`the function ${name} has no key-value store`) };
  const get = async (key: unknown, options: { format?: string } = {}): Promise<unknown> => {
    const value = values.get(String(key)) ?? raise('KeyNotFound');
    return options.format === 'json' ? (JSON.parse(value) as unknown) : value;
  };
  return { kvs: () => ({ get, exists: async (key: string) => values.get(key) !== undefined }) };
}

function raise(message: string): never {
  throw new Error(message);
}

/** A `Date` that uses the clock of the local cloud. */
function dateAt(now: () => Date): DateConstructor {
  return new Proxy(Date, {
    construct: (Target, values: unknown[]) =>
      Reflect.construct(Target, values.length > 0 ? values : [now()]) as Date,
    get: (Target, key) => (key === 'now' ? () => now().getTime() : (Reflect.get(Target, key) as unknown)),
  });
}

/**
 * Compiles a CloudFront Function (runtime cloudfront-js-2.0). If CloudFront would refuse the function, throws an
 * error with the name of the function.
 */
export function compileEdgeFunction(
  name: string,
  source: string,
  { now, values }: EdgeEnvironment,
): ViewerRequest {
  const modules: Record<string, object> = { crypto: CRYPTO, cloudfront: cloudfront(name, values) };
  if (Buffer.byteLength(source) > SOURCE_LIMIT) throw new Error(`${name} is larger than 10 KB`);
  const require = (module: string): object => {
    const found = modules[module];
    if (!found) throw new Error(`${name} requires ${module}, which the local edge does not have`);
    return found;
  };
  const code = source.replace(/^import\s+(\w+)\s+from\s+['"](\w+)['"];?/gm, "const $1 = require('$2');");
  // CloudFront runs a function in strict mode. Each run evaluates the source again, so no variable survives a run.
  const script = new Script(`(() => { 'use strict';\n${code}\nreturn handler; })()(event)`, {
    filename: `${name}.js`,
  });
  // The function sees only these globals and the globals of the language.
  const context = createContext(
    { require, Buffer, console, Date: dateAt(now), event: undefined },
    { codeGeneration: { strings: false, wasm: false } },
  );
  return async (request, ip) => {
    context['event'] = {
      version: '1.0',
      context: { eventType: 'viewer-request', distributionId: 'local', requestId: 'local' },
      viewer: { ip },
      request,
    };
    return (await script.runInContext(context, { timeout: RUN_LIMIT })) as EdgeRequest | EdgeResponse;
  };
}
