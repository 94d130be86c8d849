import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { Script, createContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { PUBLIC_TERMS } from '../../shared/domain/terms.ts';
import { feedId } from '../../shared/contract/feed-id.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import { DOCUMENTS, FORMATS, publicPath } from '../../shared/domain/feed.ts';
import { resource, synthesise } from './synthesis.ts';

const source = readFileSync(new URL('../../functions/edge/viewer-request.js', import.meta.url), 'utf8');

interface EdgeRequest {
  method: string;
  uri: string;
  querystring: Record<string, unknown>;
  headers: Record<string, { value: string; multiValue?: { value: string }[] }>;
}
type EdgeAnswer = Partial<EdgeRequest> & { statusCode?: number; headers: Record<string, { value: string }> };

/** Runs the function's very source as CloudFront does: one global `handler`, modules by `require`. */
const handler = (() => {
  const scope = createContext({ require: createRequire(import.meta.url) });
  new Script(source, { filename: 'viewer-request.js' }).runInContext(scope);
  return scope['handler'] as (event: { request: EdgeRequest }) => EdgeAnswer;
})();

function ask(uri: string, request: Partial<EdgeRequest> = {}): EdgeAnswer {
  return handler({ request: { method: 'GET', uri, querystring: {}, headers: {}, ...request } });
}

function withAcceptEncoding(value: string): Partial<EdgeRequest> {
  return { headers: { 'accept-encoding': { value } } };
}

describe.each(FORMATS)('the %s document of a public channel', (format) => {
  const { file } = DOCUMENTS[format];

  test.each(['news', 'a', '0', 'feeds', 'world-news-2', 'a'.repeat(63)])('of %s is found', (channel) => {
    const id = feedId(channel, 'standard', PUBLIC_TERMS);
    expect(ask(publicPath(channel, format)).uri).toBe(`/${objectKeys.document(id, file)}`);
    expect(ask(publicPath(channel, format), withAcceptEncoding('gzip')).uri).toBe(
      `/${objectKeys.gzipDocument(id, file)}`,
    );
  });
});

// RFC 9110, section 12.5.3.
test.each([
  ['gzip', true],
  ['gzip, deflate, br', true],
  ['br;q=1.0, GZIP;q=0.8, *;q=0.1', true],
  ['deflate,gzip ; q=0.5', true],
  ['x-gzip', true],
  ['*', true],
  ['gzip;q=0.001', true],
  ['gzip;q=0', false],
  ['gzip;q=0.000', false],
  ['gzip;q=0, *', false],
  ['*;q=0', false],
  ['identity;q=1, *;q=0', false],
  ['gzip;q=high', false],
  ['identity', false],
  ['br, deflate', false],
  ['notgzip', false],
  ['', false],
])('Accept-Encoding "%s" takes gzip: %s', (field, takes) => {
  expect(ask('/news/atom.xml', withAcceptEncoding(field)).uri?.endsWith('/atom.xml.gz')).toBe(takes);
});

test('no Accept-Encoding gets plain bytes; one that came in two lines is read as one', () => {
  expect(ask('/news/rss.xml').uri).toMatch(/rss\.xml$/);
  const headers = { 'accept-encoding': { value: 'br', multiValue: [{ value: 'br' }, { value: 'gzip' }] } };
  expect(ask('/news/rss.xml', { headers }).uri).toMatch(/rss\.xml\.gz$/);
});

test('HEAD is asked like GET, and a query makes no new address', () => {
  const answer = ask('/news/rss.xml', { method: 'HEAD', querystring: { cachebuster: { value: '1' } } });
  expect(answer.uri).toBe(ask('/news/rss.xml').uri);
  expect(answer.querystring).toEqual({});
});

test.each([
  '/',
  '',
  '/news',
  '/news/',
  '/news/rss.xml/',
  '/news/rss.xml.gz',
  '/news/rss.xml\n',
  '/news/feed.xml',
  '/News/rss.xml',
  '/news/RSS.xml',
  '/-news/rss.xml',
  '/n_ws/rss.xml',
  `/${'a'.repeat(64)}/rss.xml`,
  '//news/rss.xml',
  '/news//rss.xml',
  '/news%2Frss.xml',
  '/%6Eews/rss.xml',
  '/../news/rss.xml',
  '/news/../rss.xml',
  '/feeds/0123456789abcdef0123/rss.xml',
  '/p/outlet/top/rss.xml',
  '/raw/desk/receipt',
  '/config/wiredesk.json',
])('there is nothing at %j', (uri) => {
  const answer = ask(uri);
  expect(answer.statusCode).toBe(404);
  expect(answer.headers['cache-control']?.value).toBe('max-age=60');
  expect(answer).not.toHaveProperty('uri');
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not for documents', (method) => {
  const answer = ask('/news/rss.xml', { method });
  expect(answer.statusCode).toBe(405);
  expect(answer.headers['allow']?.value).toBe('GET, HEAD');
});

test('the source is below the limit of CloudFront Functions, 10 kB', () => {
  expect(Buffer.byteLength(source)).toBeLessThan(10_000);
});

describe('the distribution', () => {
  const { template } = synthesise();
  const { id, Properties } = resource(template, 'AWS::CloudFront::Distribution', 'Edge');
  const config = Properties['DistributionConfig'] as Record<string, unknown>;
  const rewrite = resource(template, 'AWS::CloudFront::Function', 'Edge');
  const cache = resource(template, 'AWS::CloudFront::CachePolicy', 'Edge');
  const headers = resource(template, 'AWS::CloudFront::ResponseHeadersPolicy', 'Edge');
  const control = resource(template, 'AWS::CloudFront::OriginAccessControl', 'Edge');

  test('runs this source before the cache, and lets GET and HEAD in alone', () => {
    expect(rewrite.Properties).toMatchObject({
      FunctionCode: source,
      FunctionConfig: { Runtime: 'cloudfront-js-2.0' },
      AutoPublish: true,
    });
    expect(config['DefaultCacheBehavior']).toMatchObject({
      AllowedMethods: ['GET', 'HEAD'],
      Compress: false,
      ViewerProtocolPolicy: 'redirect-to-https',
      CachePolicyId: { Ref: cache.id },
      ResponseHeadersPolicyId: { Ref: headers.id },
      FunctionAssociations: [
        { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': [rewrite.id, 'FunctionARN'] } },
      ],
    });
    expect(config).not.toHaveProperty('CacheBehaviors');
  });

  test('keeps a copy for a minute at most, known by its path alone', () => {
    expect(cache.Properties['CachePolicyConfig']).toMatchObject({
      MinTTL: 0,
      DefaultTTL: 60,
      MaxTTL: 60,
      ParametersInCacheKeyAndForwardedToOrigin: {
        CookiesConfig: { CookieBehavior: 'none' },
        HeadersConfig: { HeaderBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
        EnableAcceptEncodingGzip: false,
        EnableAcceptEncodingBrotli: false,
      },
    });
  });

  test('says that documents vary, and how they may be used', () => {
    expect(headers.Properties['ResponseHeadersPolicyConfig']).toMatchObject({
      CustomHeadersConfig: { Items: [{ Header: 'Vary', Value: 'Accept-Encoding', Override: true }] },
      SecurityHeadersConfig: { ContentTypeOptions: { Override: true } },
    });
  });

  test('alone reads the feed bucket, and is told when a document is absent', () => {
    expect(config['Origins']).toMatchObject([
      {
        OriginAccessControlId: { 'Fn::GetAtt': [control.id, 'Id'] },
        S3OriginConfig: { OriginAccessIdentity: '' },
      },
    ]);
    const policy = resource(template, 'AWS::S3::BucketPolicy', 'StorageFeedsPolicy').Properties[
      'PolicyDocument'
    ];
    const allowed = (policy as { Statement: { Effect: string }[] }).Statement.filter(
      ({ Effect }) => Effect === 'Allow',
    );
    expect(allowed).toMatchObject([
      { Action: ['s3:GetObject', 's3:ListBucket'], Principal: { Service: 'cloudfront.amazonaws.com' } },
    ]);
    expect(JSON.stringify(allowed)).toContain(
      `"AWS:SourceArn":{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"}`,
    );
    expect(JSON.stringify(allowed)).toContain(JSON.stringify({ Ref: id }));
  });

  test('believes an error for seconds only', () => {
    expect(config['CustomErrorResponses']).toEqual([
      { ErrorCode: 403, ErrorCachingMinTTL: 5 },
      { ErrorCode: 404, ErrorCachingMinTTL: 5 },
    ]);
  });
});

test('with a domain of its own the edge has that name and TLS 1.2, and the feeds are there', () => {
  const certificateArn =
    'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000';
  const { template } = synthesise({ domain: { name: 'feeds.example.com', certificateArn } });
  const { Properties } = resource(template, 'AWS::CloudFront::Distribution', 'Edge');
  expect(Properties['DistributionConfig']).toMatchObject({
    Aliases: ['feeds.example.com'],
    ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
  });
  expect(template.findOutputs('FeedsUrl')).toMatchObject({
    FeedsUrl: { Value: 'https://feeds.example.com' },
  });
});
