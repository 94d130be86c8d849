import { createHash, createHmac } from 'node:crypto';
import { Script, createContext } from 'node:vm';

/** CloudFront Developer Guide, "CloudFront Functions event structure". */
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

/** Bytes of a function's source, and milliseconds for one run: far above CloudFront's own, to spare a busy laptop. */
const SOURCE_LIMIT = 10 * 1024;
const RUN_LIMIT = 1000;

/** What `require` gives a function: JavaScript runtime 2.0 has these hashes and no others. */
const MODULES: Record<string, object> = {
  crypto: {
    createHash: (name: string) => createHash(known(name)),
    createHmac: (name: string, key: string) => createHmac(known(name), key),
  },
};
function known(name: string): string {
  if (!['md5', 'sha1', 'sha256'].includes(name)) throw new Error(`CloudFront Functions have no hash ${name}`);
  return name;
}

/** Compiles a CloudFront Function (runtime cloudfront-js-2.0). Throws, by name, on what the runtime would refuse. */
export function compileEdgeFunction(name: string, source: string): ViewerRequest {
  if (Buffer.byteLength(source) > SOURCE_LIMIT) throw new Error(`${name} is larger than 10 KB`);
  const require = (module: string): object => {
    const found = MODULES[module];
    if (!found) throw new Error(`${name} requires ${module}, which the local edge does not have`);
    return found;
  };
  const code = source.replace(/^import\s+(\w+)\s+from\s+['"](\w+)['"];?/gm, "const $1 = require('$2');");
  const script = new Script(`${code}\nhandler`, { filename: `${name}.js` });
  const run = new Script('handler(event)', { filename: `${name}-call.js` });
  return async (request, ip) => {
    // No globals but the language's own and these; nothing outlives a run.
    const context = createContext(
      { require, Buffer, console, event: undefined },
      { codeGeneration: { strings: false, wasm: false } },
    );
    script.runInContext(context, { timeout: RUN_LIMIT });
    context['event'] = {
      version: '1.0',
      context: { eventType: 'viewer-request', distributionId: 'local', requestId: 'local' },
      viewer: { ip },
      request,
    };
    return (await run.runInContext(context, { timeout: RUN_LIMIT })) as EdgeRequest | EdgeResponse;
  };
}
