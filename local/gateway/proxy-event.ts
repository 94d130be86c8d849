import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ACCOUNT } from '../template/account.ts';
import type { Match } from './routes.ts';

export interface ProxyRequest {
  request: IncomingMessage;
  match: Match;
  /** The path. It begins with the name of an API Gateway stage. */
  path: string;
  query: string;
  body: Buffer;
  /** Whether the event contains the body as Base64 and not as text. */
  binary: boolean;
  now: Date;
}

/**
 * The event for a function (API Gateway Developer Guide, "Input format of a Lambda function for proxy integration").
 */
export function proxyEvent({ request, match, path, query, body, binary, now }: ProxyRequest): object {
  const { route, parameters } = match;
  // Header names keep the case in which they were sent.
  const fields = request.rawHeaders.flatMap((name, at, all) =>
    at % 2 === 0 ? [[name, all[at + 1] ?? ''] as const] : [],
  );
  const multiValueHeaders = grouped(fields);
  const multiValueQuery = grouped([...new URLSearchParams(query)]);
  return {
    resource: route.resource,
    path: path.slice(route.stage.length + 1) || '/',
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

/** All values of each name. A client may send any name, also `__proto__`. */
function grouped(pairs: readonly (readonly [name: string, value: string])[]): Record<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries(values);
}

const lastOf = (values: Record<string, string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.at(-1) ?? '']));

const orNull = <T extends object>(value: T): T | null => (Object.keys(value).length > 0 ? value : null);
