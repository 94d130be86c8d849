import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { ACCOUNT } from '../template/account.ts';
import { readGatewayResponses } from './gateway-responses.ts';
import { readRoutes, type Match } from './routes.ts';
import type { AwsResponse } from '../emulators/emulators.ts';
import type { Clock } from '../clock.ts';
import type { Functions } from '../functions/functions.ts';
import type { RequestHandler } from '../http.ts';
import type { Stack } from '../template/template.ts';

/** API Gateway Developer Guide, "Quotas for configuring and running a REST API": bytes, milliseconds. */
const BODY_LIMIT = 10 * 1024 * 1024;
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
  /** Milliseconds until 504; tests shorten it. */
  timeout?: number;
}

/** The REST API: Lambda proxy integrations, with the gateway's limits and its own answers. */
export function startGateway(
  stack: Stack,
  { functions, clock, log, timeout = TIMEOUT }: Parts,
): RequestHandler {
  const routes = readRoutes(stack, functions);
  const own = readGatewayResponses(stack);
  return async (request, body): Promise<AwsResponse> => {
    const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
    const httpMethod = request.method ?? 'GET';
    const match = routes.find(httpMethod, path);
    if (!match) return own('MISSING_AUTHENTICATION_TOKEN');
    if (body.length > BODY_LIMIT) return own('REQUEST_TOO_LARGE');
    if (!routes.mayInvoke(match, httpMethod)) {
      log(
        `no Lambda permission lets the API call ${match.route.fn.id} for ${httpMethod} ${match.route.resource}`,
      );
      return own('API_CONFIGURATION_ERROR');
    }
    const binaryTypes = routes.binaryMediaTypes(match.route.api);
    const isBinary = (type: string | undefined): boolean =>
      binaryTypes.some((one) => one.test((type ?? 'application/json').split(';')[0] ?? ''));
    const event = proxyEvent(
      request,
      match,
      path,
      query,
      body,
      isBinary(request.headers['content-type']),
      clock.now(),
    );

    const late = Promise.withResolvers<'late'>();
    const timer = setTimeout(() => late.resolve('late'), timeout);
    const outcome = await Promise.race([functions.invoke(match.route.fn, event), late.promise]);
    clearTimeout(timer);
    if (outcome === 'late') return own('INTEGRATION_TIMEOUT');
    if (outcome.kind === 'failed')
      return outcome.errorType === 'RequestTooLargeException'
        ? own('REQUEST_TOO_LARGE')
        : own('INTEGRATION_FAILURE');
    const parsed = answer.safeParse(JSON.parse(outcome.payload));
    if (!parsed.success) {
      log(`${match.route.fn.id} gave an answer that API Gateway rejects: ${z.prettifyError(parsed.error)}`);
      return own('INTEGRATION_FAILURE');
    }
    return reply(parsed.data, isBinary(request.headers.accept?.split(',')[0]));
  };
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

/** API Gateway Developer Guide, "Input format of a Lambda function for proxy integration". */
function proxyEvent(
  request: IncomingMessage,
  { route, parameters }: Match,
  path: string,
  query: string,
  body: Buffer,
  binary: boolean,
  now: Date,
): object {
  const multiValueHeaders: Record<string, string[]> = {};
  // Names keep the case they were sent in.
  for (let i = 0; i + 1 < request.rawHeaders.length; i += 2)
    (multiValueHeaders[request.rawHeaders[i] ?? ''] ??= []).push(request.rawHeaders[i + 1] ?? '');
  const multiValueQuery: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) (multiValueQuery[name] ??= []).push(value);
  const inner = path.slice(route.stage.length + 1) || '/';
  return {
    resource: route.resource,
    path: inner,
    httpMethod: request.method,
    headers: lastOf(multiValueHeaders),
    multiValueHeaders,
    queryStringParameters: orNull(lastOf(multiValueQuery)),
    multiValueQueryStringParameters: orNull(multiValueQuery),
    pathParameters: orNull(parameters),
    stageVariables: null,
    requestContext: {
      accountId: ACCOUNT,
      apiId: route.api,
      stage: route.stage,
      requestId: randomUUID(),
      resourcePath: route.resource,
      path,
      httpMethod: request.method,
      protocol: 'HTTP/1.1',
      requestTime: now.toUTCString(),
      requestTimeEpoch: now.getTime(),
      identity: {
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? null,
      },
    },
    body: body.length === 0 ? null : body.toString(binary ? 'base64' : 'utf8'),
    isBase64Encoded: binary && body.length > 0,
  };
}

const lastOf = (values: Record<string, string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.at(-1) ?? '']));

const orNull = <T extends object>(value: T): T | null => (Object.keys(value).length > 0 ? value : null);
