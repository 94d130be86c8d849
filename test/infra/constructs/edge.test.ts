import { describe, expect, test } from 'vitest';
import { NOT_FOUND_PAGE } from '../../../shared/contract/not-found-page.ts';
import { source } from '../../functions/edge/run-viewer-request.ts';
import { resource, synthesise } from '../synthesis.ts';

describe('the distribution', () => {
  const { template } = synthesise();
  const { id, Properties } = resource(template, 'AWS::CloudFront::Distribution', 'Edge');
  const config = Properties['DistributionConfig'] as Record<string, unknown>;
  const rewrite = resource(template, 'AWS::CloudFront::Function', 'Edge');
  const cache = resource(template, 'AWS::CloudFront::CachePolicy', 'Edge');
  const headers = resource(template, 'AWS::CloudFront::ResponseHeadersPolicy', 'EdgeHeaders');
  const privateHeaders = resource(template, 'AWS::CloudFront::ResponseHeadersPolicy', 'EdgePrivateHeaders');
  const store = resource(template, 'AWS::CloudFront::KeyValueStore', 'EdgePartners');
  const control = resource(template, 'AWS::CloudFront::OriginAccessControl', 'Edge');

  test('runs the code of the viewer-request function and allows GET, HEAD and OPTIONS only', () => {
    expect(rewrite.Properties).toMatchObject({
      FunctionCode: source,
      FunctionConfig: {
        Runtime: 'cloudfront-js-2.0',
        KeyValueStoreAssociations: [{ KeyValueStoreARN: { 'Fn::GetAtt': [store.id, 'Arn'] } }],
      },
      AutoPublish: true,
    });
    const reading = {
      TargetOriginId: (config['Origins'] as { Id: string }[])[0]?.Id,
      AllowedMethods: ['GET', 'HEAD', 'OPTIONS'],
      Compress: false,
      ViewerProtocolPolicy: 'redirect-to-https',
      CachePolicyId: { Ref: cache.id },
      FunctionAssociations: [
        { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': [rewrite.id, 'FunctionARN'] } },
      ],
    };
    expect(config['DefaultCacheBehavior']).toEqual({
      ...reading,
      ResponseHeadersPolicyId: { Ref: headers.id },
    });
    expect(config['CacheBehaviors']).toEqual([
      {
        ...reading,
        PathPattern: '/p/*',
        ViewerProtocolPolicy: 'https-only',
        ResponseHeadersPolicyId: { Ref: privateHeaders.id },
      },
    ]);
  });

  test('caches a document for one minute at most, with its path as the only cache key', () => {
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

  test.each([
    ['public documents', headers, 'max-age=60, stale-if-error=0', false],
    ['partners’ documents', privateHeaders, 'private, max-age=60, stale-if-error=0', true],
  ])(
    'sets Vary, Cache-Control, the security headers and the CORS headers of %s',
    (_, policy, value, Override) => {
      expect(policy.Properties['ResponseHeadersPolicyConfig']).toMatchObject({
        CustomHeadersConfig: {
          Items: [
            { Header: 'Vary', Value: 'Accept-Encoding', Override: true },
            { Header: 'Cache-Control', Value: value, Override },
          ],
        },
        SecurityHeadersConfig: { ContentTypeOptions: { Override: true }, StrictTransportSecurity: {} },
        // A browser must never send stored credentials: a page reads with a token that it has itself.
        CorsConfig: {
          AccessControlAllowOrigins: { Items: ['*'] },
          AccessControlAllowCredentials: false,
          AccessControlExposeHeaders: { Items: ['ETag'] },
          OriginOverride: true,
        },
      });
    },
  );

  test('is alone allowed to read the feed bucket, and may not list it', () => {
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
      { Action: 's3:GetObject', Principal: { Service: 'cloudfront.amazonaws.com' } },
    ]);
    expect(JSON.stringify(allowed)).toContain(
      `"AWS:SourceArn":{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"}`,
    );
    expect(JSON.stringify(allowed)).toContain(JSON.stringify({ Ref: id }));
  });

  test('gives the same answer for missing and forbidden objects, and caches it for five seconds', () => {
    expect(config['CustomErrorResponses']).toEqual([
      ...[403, 404].map((ErrorCode) => ({
        ErrorCode,
        ErrorCachingMinTTL: 5,
        ResponseCode: 404,
        ResponsePagePath: `/${NOT_FOUND_PAGE.key}`,
      })),
    ]);
  });
});

test('with a custom domain the distribution has this name and at least TLS 1.2, and the feeds URL has this name', () => {
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
