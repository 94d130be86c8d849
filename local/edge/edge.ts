import type { Caller, Dispatcher } from '../aws/dispatcher.ts';
import type { Clock } from '../clock.ts';
import type { KeyValueStores } from '../cloudfront/key-value-api.ts';
import { wildcard } from '../iam/policy.ts';
import { plainHeaders, type RequestHandler } from '../protocol/http.ts';
import type { AwsResponse } from '../protocol/messages.ts';
import { ACCOUNT } from '../template/account.ts';
import type { Stack } from '../template/bound-stack.ts';
import { isUnchanged, notModified } from './conditional-requests.ts';
import {
  type Behaviour,
  type DistributionConfig,
  distributionProperties,
  functionProperties,
} from './distribution.ts';
import { compileEdgeFunction, type ViewerRequest } from './edge-function.ts';
import { edgeAnswer, edgeRequest } from './edge-messages.ts';
import { rangeOf } from './ranges.ts';
import { headersDecorator } from './response-headers.ts';

interface EdgeParts {
  dispatcher: Dispatcher;
  clock: Clock;
  keyValueStores: KeyValueStores;
}

/**
 * Emulates a CloudFront distribution in front of S3. It runs the source of the viewer-request function, checks the
 * bucket policy, answers conditional requests, and applies error pages and response headers. It caches nothing, so a
 * published document can be read at once. On AWS a reader may get a copy that is as old as its max-age.
 */
export function startEdge(stack: Stack, { dispatcher, clock, keyValueStores }: EdgeParts): RequestHandler {
  const [first, ...others] = stack.all('AWS::CloudFront::Distribution', distributionProperties);
  if (others.length > 0) throw new Error('the local cloud serves one distribution');
  if (!first) return async () => plainText(404, 'this stack has no distribution\n');
  const config = first.properties.DistributionConfig;
  const sourceArn = `arn:aws:cloudfront::${ACCOUNT}:distribution/${first.names.ref}`;
  const caller: Caller = { name: 'edge', principal: { service: 'cloudfront.amazonaws.com', sourceArn } };
  const functions = compileFunctions(stack, clock, keyValueStores);
  const decorate = headersDecorator(stack);
  const behaviourOf = behaviourFinder(config);
  const fetchOrigin = originOf(config, caller, dispatcher);

  const errorPage = async (response: AwsResponse): Promise<AwsResponse> => {
    const rule = config.CustomErrorResponses.find(({ ErrorCode }) => ErrorCode === response.status);
    if (!rule?.ResponseCode || !rule.ResponsePagePath) return response;
    const uri = rule.ResponsePagePath;
    const page = await fetchOrigin({ behaviour: behaviourOf(uri), uri, method: 'GET' });
    // If the page cannot be read, the reader gets the error itself (CloudFront Developer Guide, "How CloudFront
    // processes HTTP error status codes").
    return page.status === 200 ? { ...page, status: rule.ResponseCode } : response;
  };

  return async (incoming) => {
    const method = incoming.method ?? 'GET';
    const [uri = '/', query = ''] = (incoming.url ?? '/').split(/\?(.*)/s);
    const behaviour = behaviourOf(uri);
    if (!behaviour.AllowedMethods.includes(method))
      return plainText(403, 'This distribution is not configured to allow the HTTP request method\n');
    const headers = plainHeaders(incoming);
    const run = functions.get(behaviour.FunctionAssociations[0]?.FunctionARN ?? '');
    let target = uri;
    if (run) {
      const request = edgeRequest(incoming, uri, query);
      const result = await run(request, incoming.socket.remoteAddress ?? '127.0.0.1');
      // Response headers policies and error pages do not apply to the answer of a function (CloudFront Developer
      // Guide, "Add or remove HTTP headers in responses", "Status code and body").
      if ('statusCode' in result) return forMethod(method, edgeAnswer(result));
      target = result.uri;
    }
    const decorated = (response: AwsResponse): AwsResponse =>
      decorate({ behaviour, response, isCors: headers['origin'] !== undefined });
    const response = await fetchOrigin({ behaviour, uri: target, method });
    if (response.status >= 400)
      return decorated(forMethod(method, withPublicHeaders(await errorPage(response))));
    const shown = withPublicHeaders(response);
    if (isUnchanged(headers, shown)) return decorated(notModified(shown));
    return decorated(forMethod(method, method === 'GET' ? rangeOf(headers, shown) : shown));
  };
}

/** The functions of the stack, by ARN. */
function compileFunctions(
  stack: Stack,
  clock: Clock,
  keyValueStores: KeyValueStores,
): Map<string, ViewerRequest> {
  return new Map(
    stack.all('AWS::CloudFront::Function', functionProperties).map(({ id, properties, names }) => {
      const [store] = properties.FunctionConfig.KeyValueStoreAssociations;
      const values = keyValueStores.get(store?.KeyValueStoreARN ?? '');
      return [names.ref, compileEdgeFunction(id, properties.FunctionCode, { now: clock.now, values })];
    }),
  );
}

function behaviourFinder(config: DistributionConfig): (uri: string) => Behaviour {
  const behaviours = config.CacheBehaviors.map((behaviour) => ({
    ...behaviour,
    pattern: wildcard(behaviour.PathPattern.replace(/^(?!\/)/, '/')),
  }));
  return (uri) => behaviours.find(({ pattern }) => pattern.test(uri)) ?? config.DefaultCacheBehavior;
}

interface OriginRequest {
  behaviour: Behaviour;
  uri: string;
  method: string;
}

function originOf(
  config: DistributionConfig,
  caller: Caller,
  dispatcher: Dispatcher,
): (request: OriginRequest) => Promise<AwsResponse> {
  return ({ behaviour, uri, method }) => {
    const origin = config.Origins.find(({ Id }) => Id === behaviour.TargetOriginId);
    const bucket = /^(.+)\.s3[.-]/.exec(origin?.DomainName ?? '')?.[1] ?? '';
    const path = `/${bucket}${origin?.OriginPath ?? ''}${uri === '/' ? `/${config.DefaultRootObject}` : uri}`;
    const request = { method, path, headers: {}, body: Buffer.alloc(0) };
    return dispatcher.call({ caller, service: 's3', request });
  };
}

/** The S3 headers that CloudFront passes on to readers. */
const PUBLIC_HEADERS = [
  'content-type',
  'content-encoding',
  'content-language',
  'content-range',
  'content-length',
  'cache-control',
  'etag',
  'last-modified',
];

const withPublicHeaders = (response: AwsResponse): AwsResponse => ({
  ...response,
  headers: {
    ...Object.fromEntries(Object.entries(response.headers).filter(([name]) => PUBLIC_HEADERS.includes(name))),
    'accept-ranges': 'bytes',
  },
});

/** A response to HEAD has no body. */
const forMethod = (method: string, response: AwsResponse): AwsResponse =>
  method === 'HEAD' ? { ...response, body: Buffer.alloc(0) } : response;

const plainText = (status: number, text: string): AwsResponse => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body: Buffer.from(text),
});
