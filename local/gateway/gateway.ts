import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { Functions } from '../functions/functions.ts';
import type { RequestHandler } from '../protocol/http.ts';
import type { AwsResponse } from '../protocol/messages.ts';
import type { Stack } from '../template/bound-stack.ts';
import { readGatewayResponses } from './gateway-responses.ts';
import { proxyEvent } from './proxy-event.ts';
import { readRoutes } from './routes.ts';

/** The largest body of a request, in bytes (Developer Guide, "Quotas for REST APIs"). */
const BODY_LIMIT = 10 * 1024 * 1024;
/** How long API Gateway waits for the answer of a function, in milliseconds ("Quotas for REST APIs"). */
const TIMEOUT = 29_000;

const answer = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(z.string())).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

interface Parts {
  functions: Functions;
  clock: Clock;
  log: (line: string) => void;
}

/** Emulates the REST API: Lambda proxy integrations, and the limits and error responses of API Gateway. */
export function startGateway(stack: Stack, { functions, clock, log }: Parts): RequestHandler {
  const routes = readRoutes(stack, functions);
  const own = readGatewayResponses(stack);
  return async (request, body): Promise<AwsResponse> => {
    const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
    const httpMethod = request.method ?? 'GET';
    const match = routes.find(httpMethod, path);
    if (!match) {
      const { authorization } = request.headers;
      return authorization === undefined
        ? own('MISSING_AUTHENTICATION_TOKEN')
        : own('INVALID_AUTHORIZATION', authorization);
    }
    if (body.length > BODY_LIMIT) return own('REQUEST_TOO_LARGE');
    const { fn, resource, api } = match.route;
    if (!routes.mayInvoke(match, httpMethod)) {
      log(`no Lambda permission lets the API call ${fn.id} for ${httpMethod} ${resource}`);
      return own('API_CONFIGURATION_ERROR');
    }
    const binaryTypes = routes.binaryMediaTypes(api);
    const isBinary = (type: string | undefined): boolean =>
      binaryTypes.some((pattern) => pattern.test((type ?? 'application/json').split(';')[0] ?? ''));
    const binary = isBinary(request.headers['content-type']);
    const event = proxyEvent({ request, match, path, query, body, binary, now: clock.now() });

    const result = await withTimeout(functions.invoke(fn, event));
    if (result === 'timeout') return own('INTEGRATION_TIMEOUT');
    if (!result.ok)
      return own(
        result.errorType === 'RequestTooLargeException' ? 'REQUEST_TOO_LARGE' : 'INTEGRATION_FAILURE',
      );
    const parsed = answer.safeParse(JSON.parse(result.payload));
    if (!parsed.success) {
      log(`${fn.id} gave an answer that API Gateway rejects: ${z.prettifyError(parsed.error)}`);
      return own('INTEGRATION_FAILURE');
    }
    return reply(parsed.data, isBinary(request.headers.accept?.split(',')[0]));
  };
}

async function withTimeout<T>(work: Promise<T>): Promise<T | 'timeout'> {
  const late = Promise.withResolvers<'timeout'>();
  const timer = setTimeout(() => late.resolve('timeout'), TIMEOUT);
  const first = await Promise.race([work, late.promise]);
  clearTimeout(timer);
  return first;
}

function reply(
  { statusCode, headers, multiValueHeaders, body, isBase64Encoded }: z.infer<typeof answer>,
  binary: boolean,
): AwsResponse {
  const merged: Record<string, string | string[]> = { 'content-type': 'application/json' };
  for (const [name, value] of Object.entries(headers ?? {})) merged[name.toLowerCase()] = String(value);
  for (const [name, values] of Object.entries(multiValueHeaders ?? {})) merged[name.toLowerCase()] = values;
  delete merged['content-length'];
  return {
    status: statusCode,
    headers: merged,
    body: Buffer.from(body ?? '', isBase64Encoded && binary ? 'base64' : 'utf8'),
  };
}
