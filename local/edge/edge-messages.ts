import type { IncomingMessage } from 'node:http';
import type { AwsResponse } from '../protocol/messages.ts';
import type { EdgeHeaders, EdgeRequest, EdgeResponse } from './edge-function.ts';

/** The request that a CloudFront Function receives (Developer Guide, "CloudFront Functions event structure"). */
export function edgeRequest(incoming: IncomingMessage, uri: string, query: string): EdgeRequest {
  const headers = Object.entries(incoming.headersDistinct).filter(([name]) => name !== 'cookie');
  const cookies = (incoming.headers.cookie ?? '').split(';').flatMap((pair) => {
    const [, name = '', value = ''] = /^\s*([^=]+)=(.*)$/.exec(pair) ?? [];
    return name === '' ? [] : [[name, [value]] as const];
  });
  const parameters = [...new URLSearchParams(query)].map(([name, value]) => [name, [value]] as const);
  return {
    method: incoming.method ?? 'GET',
    uri,
    querystring: collapsed(parameters),
    headers: collapsed(headers.map(([name, values = []]) => [name, values])),
    cookies: collapsed(cookies),
  };
}

/**
 * Makes one field for each name of a header, cookie or parameter. If it has several values, they are in `multiValue`.
 */
function collapsed(fields: readonly (readonly [string, readonly string[]])[]): EdgeHeaders {
  return Object.fromEntries(
    fields.map(([name, values]) => {
      const multiValue = values.map((value) => ({ value }));
      return [name, { value: values[0] ?? '', ...(values.length > 1 && { multiValue }) }];
    }),
  );
}

/** The HTTP response that a function returns. If a header has `multiValue`, its `value` is ignored. */
export function edgeAnswer({ statusCode, headers = {}, body }: EdgeResponse): AwsResponse {
  const bytes =
    typeof body === 'object'
      ? Buffer.from(body.data, body.encoding === 'base64' ? 'base64' : 'utf8')
      : Buffer.from(body ?? '');
  return {
    status: statusCode,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, { value, multiValue }]) => [
        name,
        multiValue ? multiValue.map((item) => item.value) : value,
      ]),
    ),
    body: bytes,
  };
}
