import * as z from 'zod';
import { ACCOUNT } from '../template/account.ts';
import type { Clock } from '../clock.ts';
import { compileEdgeFunction, type ViewerRequest } from './edge-function.ts';
import { edgeAnswer, edgeRequest } from './edge-messages.ts';
import { headerRules, responseHeadersPolicy } from './response-headers.ts';
import { wildcard } from '../iam/policy.ts';
import { plainHeaders, type RequestHandler } from '../http.ts';
import type { AwsResponse } from '../emulators/emulators.ts';
import type { Front, Principal } from '../aws/dispatcher.ts';
import type { KeyValueStores } from '../cloudfront/key-value-api.ts';
import type { Stack } from '../template/template.ts';

const behaviour = z.object({
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  FunctionAssociations: z
    .array(z.object({ EventType: z.literal('viewer-request'), FunctionARN: z.string() }))
    .default([]),
  ResponseHeadersPolicyId: z.string().optional(),
  // CloudFront would weaken the ETag of what it compresses.
  Compress: z.literal(false, { error: 'compression at the edge is not modelled locally' }).default(false),
});
const distribution = z.object({
  DistributionConfig: z.object({
    DefaultRootObject: z.string().default(''),
    DefaultCacheBehavior: behaviour,
    CacheBehaviors: z.array(behaviour.extend({ PathPattern: z.string() })).default([]),
    Origins: z.array(
      z.object({
        Id: z.string(),
        DomainName: z.string(),
        OriginPath: z.string().default(''),
        S3OriginConfig: z.object({}, { error: 'only S3 origins are served locally' }),
      }),
    ),
    CustomErrorResponses: z
      .array(
        z.object({
          ErrorCode: z.number(),
          ResponseCode: z.number().optional(),
          ResponsePagePath: z.string().optional(),
        }),
      )
      .default([]),
  }),
});
const edgeFunction = z.object({
  FunctionCode: z.string(),
  FunctionConfig: z.object({
    Runtime: z.literal('cloudfront-js-2.0'),
    // CloudFront associates one at most.
    KeyValueStoreAssociations: z
      .array(z.object({ KeyValueStoreARN: z.string() }))
      .max(1)
      .default([]),
  }),
});
type Behaviour = z.infer<typeof behaviour>;

interface EdgeParts {
  front: Front;
  clock: Clock;
  keyValueStores: KeyValueStores;
}

/**
 * A CloudFront distribution in front of S3: the viewer-request function's own source, the bucket policy, conditional
 * requests, error pages and response headers. Nothing is cached here, so that what is published can be read at once;
 * on AWS a document is up to its max-age old.
 */
export function startEdge(stack: Stack, { front, clock, keyValueStores }: EdgeParts): RequestHandler {
  const [first, ...others] = stack.all('AWS::CloudFront::Distribution', distribution);
  if (others.length > 0) throw new Error('the local cloud serves one distribution');
  if (!first) return async () => plain(404, 'this stack has no distribution\n');
  const config = first.properties.DistributionConfig;
  const sourceArn = `arn:aws:cloudfront::${ACCOUNT}:distribution/${first.names.ref}`;
  const principal: Principal = { name: 'edge', asker: { service: 'cloudfront.amazonaws.com', sourceArn } };
  const functions = new Map<string, ViewerRequest>(
    stack.all('AWS::CloudFront::Function', edgeFunction).map(({ id, properties, names }) => {
      const [store] = properties.FunctionConfig.KeyValueStoreAssociations;
      const values = keyValueStores.get(store?.KeyValueStoreARN ?? '');
      return [names.ref, compileEdgeFunction(id, properties.FunctionCode, { now: clock.now, values })];
    }),
  );
  const headerPolicies = new Map(
    stack
      .all('AWS::CloudFront::ResponseHeadersPolicy', responseHeadersPolicy)
      .map(({ names, properties }) => [names.ref, properties.ResponseHeadersPolicyConfig]),
  );
  const special = config.CacheBehaviors.map((one) => ({
    ...one,
    pattern: wildcard(one.PathPattern.replace(/^(?!\/)/, '/')),
  }));
  const behaviourOf = (uri: string): Behaviour =>
    special.find(({ pattern }) => pattern.test(uri)) ?? config.DefaultCacheBehavior;

  const fetchOrigin = (to: Behaviour, uri: string, method: string, range?: string): Promise<AwsResponse> => {
    const origin = config.Origins.find(({ Id }) => Id === to.TargetOriginId);
    const bucket = /^(.+)\.s3[.-]/.exec(origin?.DomainName ?? '')?.[1] ?? '';
    const path = `/${bucket}${origin?.OriginPath ?? ''}${uri === '/' ? `/${config.DefaultRootObject}` : uri}`;
    return front.call(principal, 's3', {
      method,
      path,
      headers: range ? { range } : {},
      body: Buffer.alloc(0),
    });
  };

  const decorate = (to: Behaviour, response: AwsResponse): AwsResponse => {
    const policy = headerPolicies.get(to.ResponseHeadersPolicyId ?? '');
    if (!policy) return response;
    const headers = { ...response.headers };
    for (const { Header } of policy.RemoveHeadersConfig?.Items ?? []) delete headers[Header.toLowerCase()];
    for (const { header, value, override } of headerRules(policy))
      if (override || headers[header] === undefined) headers[header] = value;
    return { ...response, headers };
  };

  const errorPage = async (response: AwsResponse): Promise<AwsResponse> => {
    const rule = config.CustomErrorResponses.find(({ ErrorCode }) => ErrorCode === response.status);
    if (!rule?.ResponseCode) return response;
    const page =
      rule.ResponsePagePath &&
      (await fetchOrigin(behaviourOf(rule.ResponsePagePath), rule.ResponsePagePath, 'GET'));
    // A page that cannot be had leaves the error as it was (Developer Guide, "How CloudFront processes HTTP error status codes").
    return page && page.status === 200 ? { ...page, status: rule.ResponseCode } : response;
  };

  return async (incoming) => {
    const method = incoming.method ?? 'GET';
    const [uri = '/', query = ''] = (incoming.url ?? '/').split(/\?(.*)/s);
    const to = behaviourOf(uri);
    if (!to.AllowedMethods.includes(method))
      return plain(403, 'This distribution is not configured to allow the HTTP request method\n');
    const headers = plainHeaders(incoming);
    const run = functions.get(to.FunctionAssociations[0]?.FunctionARN ?? '');
    let target = uri;
    if (run) {
      const request = edgeRequest(incoming, uri, query);
      const result = await run(request, incoming.socket.remoteAddress ?? '127.0.0.1');
      // A response headers policy concerns what comes from cache and origin; error pages, what the origin refuses
      // (Developer Guide, "Add or remove HTTP headers in responses", "Status code and body").
      if ('statusCode' in result) return head(method, edgeAnswer(result));
      target = result.uri;
    }
    const response = await fetchOrigin(to, target, method, headers['range']);
    if (response.status >= 400) return decorate(to, head(method, visible(await errorPage(response))));
    const shown = visible(response);
    if (isUnchanged(headers, shown)) return decorate(to, unchanged(shown));
    return decorate(to, head(method, shown));
  };
}

/** Headers of S3 that CloudFront passes on. */
const SHOWN = [
  'content-type',
  'content-encoding',
  'content-language',
  'content-range',
  'content-length',
  'cache-control',
  'etag',
  'last-modified',
];

const visible = (response: AwsResponse): AwsResponse => ({
  ...response,
  headers: {
    ...Object.fromEntries(Object.entries(response.headers).filter(([name]) => SHOWN.includes(name))),
    'accept-ranges': 'bytes',
  },
});

/** RFC 9110, sections 13.1.2 and 13.1.3: If-None-Match compares weakly, and where it is sent the date is not looked at. */
function isUnchanged(request: Record<string, string>, response: AwsResponse): boolean {
  const { 'if-none-match': match, 'if-modified-since': since } = request;
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  if (match !== undefined) {
    const etag = opaque(String(response.headers['etag']));
    return match.trim() === '*' || match.split(',').some((tag) => opaque(tag) === etag);
  }
  return since !== undefined && Date.parse(String(response.headers['last-modified'])) <= Date.parse(since);
}

/** RFC 9110, section 15.4.5. */
function unchanged(response: AwsResponse): AwsResponse {
  const { 'content-length': _, 'content-type': __, 'content-encoding': ___, ...headers } = response.headers;
  return { status: 304, headers, body: Buffer.alloc(0) };
}

const head = (method: string, response: AwsResponse): AwsResponse =>
  method === 'HEAD' ? { ...response, body: Buffer.alloc(0) } : response;

const plain = (status: number, text: string): AwsResponse => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body: Buffer.from(text),
});
