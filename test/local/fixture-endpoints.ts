import type { Json, JsonObject, Resource } from '../../local/template/template.ts';
import { get, ref } from './fixture-references.ts';

const path = (part: string, parent: Json): Resource => ({
  Type: 'AWS::ApiGateway::Resource',
  Properties: { RestApiId: ref('Api'), ParentId: parent, PathPart: part },
});
const ANY_INTEGRATION: JsonObject = {
  Type: 'AWS_PROXY',
  Uri: {
    'Fn::Join': [
      '',
      [
        'arn:aws:apigateway:',
        ref('AWS::Region'),
        ':lambda:path/2015-03-31/functions/',
        get('Responder', 'Arn'),
        '/invocations',
      ],
    ],
  },
};
const method = (resource: string, verb: string): Resource => ({
  Type: 'AWS::ApiGateway::Method',
  Properties: {
    RestApiId: ref('Api'),
    ResourceId: ref(resource),
    HttpMethod: verb,
    AuthorizationType: 'NONE',
    Integration: ANY_INTEGRATION,
  },
});

const EDGE_FUNCTION = `
import cf from 'cloudfront';
import crypto from 'crypto';
const values = cf.kvs();
async function handler(event) {
  const request = event.request;
  if (request.uri === '/value') {
    const key = request.querystring.key.value;
    const known = await values.exists(key);
    return { statusCode: 200, headers: {}, body: known ? await values.get(key) : 'none' };
  }
  if (request.uri === '/echo') return { statusCode: 200, headers: {}, body: JSON.stringify([request, Date.now(), new Date()]) };
  if (request.uri === '/teapot') return { statusCode: 418, statusDescription: 'x', headers: { 'x-made': { value: 'here', multiValue: [{ value: 'here' }, { value: 'and there' }] } } };
  const zipped = (request.headers['accept-encoding'] || { value: '' }).value.includes('gzip');
  request.uri = '/feeds/' + crypto.createHash('sha256').update(request.uri).digest('hex').slice(0, 8) + (zipped ? '.gz' : '');
  return request;
}`;

/** Part of the stack that the tests in test/local run: its endpoints, a REST API and a CloudFront distribution. */
export const ENDPOINTS: Record<string, Resource> = {
  Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'api', BinaryMediaTypes: ['*/*'] } },
  Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: ref('Api'), StageName: 'prod' } },
  Echo: path('echo', get('Api', 'RootResourceId')),
  EchoId: path('{id}', ref('Echo')),
  EchoAny: method('EchoId', 'ANY'),
  ...Object.fromEntries(
    ['hash', 'fail', 'malformed', 'environment'].flatMap((name) => [
      [`${name}Path`, path(name, get('Api', 'RootResourceId'))],
      [`${name}Method`, method(`${name}Path`, 'POST')],
    ]),
  ),
  ApiPermission: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: get('Responder', 'Arn'),
      Principal: 'apigateway.amazonaws.com',
      SourceArn: { 'Fn::Sub': 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/prod/*' },
    },
  },
  Values: { Type: 'AWS::CloudFront::KeyValueStore', Properties: { Name: 'values' } },
  Rewrite: {
    Type: 'AWS::CloudFront::Function',
    Properties: {
      Name: 'rewrite',
      FunctionCode: EDGE_FUNCTION,
      FunctionConfig: {
        Comment: '',
        Runtime: 'cloudfront-js-2.0',
        KeyValueStoreAssociations: [{ KeyValueStoreARN: get('Values', 'Arn') }],
      },
    },
  },
  Headers: {
    Type: 'AWS::CloudFront::ResponseHeadersPolicy',
    Properties: {
      ResponseHeadersPolicyConfig: {
        Name: 'headers',
        CustomHeadersConfig: {
          Items: [{ Header: 'Cache-Control', Value: 'max-age=60', Override: true }],
        },
        SecurityHeadersConfig: { ContentTypeOptions: { Override: true } },
        CorsConfig: {
          AccessControlAllowOrigins: { Items: ['*'] },
          AccessControlExposeHeaders: { Items: ['ETag'] },
          OriginOverride: true,
        },
      },
    },
  },
  Distribution: {
    Type: 'AWS::CloudFront::Distribution',
    Properties: {
      DistributionConfig: {
        Enabled: true,
        Origins: [
          {
            Id: 'bucket',
            DomainName: get('Bucket', 'RegionalDomainName'),
            S3OriginConfig: { OriginAccessIdentity: '' },
          },
        ],
        DefaultCacheBehavior: {
          TargetOriginId: 'bucket',
          ViewerProtocolPolicy: 'redirect-to-https',
          Compress: false,
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: get('Rewrite', 'FunctionARN') }],
          ResponseHeadersPolicyId: ref('Headers'),
        },
      },
    },
  },
};
