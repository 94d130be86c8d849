import { describe, expect, test } from 'vitest';
import { rulePacks } from '../../../infra/rule-packs.ts';
import { resource, resources, synthesise } from '../synthesis.ts';

const { template } = synthesise();
const api = resource(template, 'AWS::ApiGateway::RestApi', 'Ingestion');
const stage = resource(template, 'AWS::ApiGateway::Stage', 'Ingestion');
const ingest = resource(template, 'AWS::Lambda::Function', 'IngestFunction');

test('the API passes the bytes of a body to the function unchanged', () => {
  expect(api.Properties).toMatchObject({
    BinaryMediaTypes: ['*/*'],
    EndpointConfiguration: { Types: ['REGIONAL'] },
  });
});

test('the API has exactly the routes listed in this test, and may call the ingest function for each route', () => {
  const methods = [...resources(template, 'AWS::ApiGateway::Method').values()];
  const routes = methods.map(({ Properties }) => `${String(Properties['HttpMethod'])} ${pathOf(Properties)}`);
  expect(routes.sort()).toEqual([
    'DELETE /v1/sources/{source}/articles/{id}',
    'GET /v1/receipts/{receipt}',
    'POST /v1/sources/{source}/submissions',
    'PUT /v1/sources/{source}/articles/{id}',
  ]);
  for (const { Properties } of methods) {
    expect(Properties['Integration']).toMatchObject({ Type: 'AWS_PROXY' });
    expect(JSON.stringify(Properties['Integration'])).toContain(
      JSON.stringify({ 'Fn::GetAtt': [ingest.id, 'Arn'] }),
    );
  }
  const permissions = [...resources(template, 'AWS::Lambda::Permission').values()];
  expect(permissions).toHaveLength(methods.length);
  for (const { Properties } of permissions) {
    expect(Properties).toMatchObject({
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      FunctionName: { 'Fn::GetAtt': [ingest.id, 'Arn'] },
    });
    expect(JSON.stringify(Properties['SourceArn'])).toContain(JSON.stringify({ Ref: api.id }));
  }
});

test('the stage of the API throttles requests, and its access log contains no tokens', () => {
  expect(stage.Properties).toMatchObject({
    TracingEnabled: true,
    MethodSettings: [
      {
        HttpMethod: '*',
        ResourcePath: '/*',
        LoggingLevel: 'ERROR',
        DataTraceEnabled: false,
        ThrottlingRateLimit: 100,
        ThrottlingBurstLimit: 200,
      },
    ],
  });
  const { Format } = stage.Properties['AccessLogSetting'] as { Format: string };
  expect(JSON.parse(Format)).toMatchObject({ status: '$context.status', path: '$context.path' });
  expect(Format).not.toMatch(/authoriz/i);
});

test('the entries of every log group expire, also in the log group whose name API Gateway chooses', () => {
  const groups = [...resources(template, 'AWS::Logs::LogGroup').values()];
  for (const { Properties, DeletionPolicy } of groups) {
    expect(Properties['RetentionInDays']).toBe(30);
    expect(DeletionPolicy).toBe('Delete');
  }
  const execution = resource(template, 'AWS::Logs::LogGroup', 'IngestionExecutionLog');
  expect(execution.Properties['LogGroupName']).toEqual({
    'Fn::Join': ['', ['API-Gateway-Execution-Logs_', { Ref: api.id }, '/live']],
  });
  expect(stage.DependsOn).toEqual(
    expect.arrayContaining([execution.id, resource(template, 'AWS::ApiGateway::Account', 'Ingestion').id]),
  );
});

test('every answer that API Gateway gives itself is a fixed text with a code', () => {
  const answers = [...resources(template, 'AWS::ApiGateway::GatewayResponse').values()].map(
    ({ Properties }) => {
      const { 'application/json': text } = Properties['ResponseTemplates'] as Record<string, string>;
      // `$` begins a variable, which could echo a part of the request.
      expect(text).not.toContain('$');
      const { status, code } = JSON.parse(text ?? '') as { status: number; code: string };
      const type = String(Properties['ResponseType']);
      expect(Properties['StatusCode']).toBe(String(status));
      return `${type} ${status} ${code}`;
    },
  );
  expect(answers.toSorted()).toEqual([
    'BAD_REQUEST_BODY 400 REQUEST_INVALID',
    'BAD_REQUEST_PARAMETERS 400 REQUEST_INVALID',
    'DEFAULT_4XX 404 ADDRESS_UNKNOWN',
    'DEFAULT_5XX 503 UNAVAILABLE',
    'MISSING_AUTHENTICATION_TOKEN 404 ADDRESS_UNKNOWN',
    'QUOTA_EXCEEDED 429 TOO_MANY_REQUESTS',
    'REQUEST_TOO_LARGE 413 SIZE_BODY',
    'THROTTLED 429 TOO_MANY_REQUESTS',
    'UNSUPPORTED_MEDIA_TYPE 415 MEDIA_TYPE',
    'WAF_FILTERED 429 TOO_MANY_REQUESTS',
  ]);
});

/** The path of a method, from its resource and the resources above it. */
function pathOf({ ResourceId }: Record<string, unknown>): string {
  const found = resources(template, 'AWS::ApiGateway::Resource').get(
    (ResourceId as { Ref?: string }).Ref ?? '',
  );
  if (!found) return '';
  return `${pathOf({ ResourceId: found.Properties['ParentId'] })}/${String(found.Properties['PathPart'])}`;
}

describe('with a custom domain and a limit for each address', () => {
  const { stack, template: own } = synthesise({
    ingestDomain: {
      name: 'ingest.example.com',
      certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/00000000-0000-0000-0000-000000000000',
    },
    ingestRatePerAddress: 500,
  });

  test('the API is served at the root of the domain only, with at least TLS 1.2', () => {
    const { id, Properties } = resource(own, 'AWS::ApiGateway::DomainName', 'Ingestion');
    expect(Properties).toMatchObject({ DomainName: 'ingest.example.com', SecurityPolicy: 'TLS_1_2' });
    const mapping = resource(own, 'AWS::ApiGateway::BasePathMapping', 'Ingestion').Properties;
    expect(mapping).toMatchObject({ DomainName: { Ref: id } });
    expect(mapping).not.toHaveProperty('BasePath');
    expect(resource(own, 'AWS::ApiGateway::RestApi', 'Ingestion').Properties).toMatchObject({
      DisableExecuteApiEndpoint: true,
    });
    expect(own.findOutputs('IngestUrl')['IngestUrl']).toMatchObject({ Value: 'https://ingest.example.com' });
    expect(Object.keys(own.findOutputs('*'))).toContain('IngestDnsTarget');
  });

  test('a web ACL on the stage refuses an address that sends more requests with 429', () => {
    const acl = resource(own, 'AWS::WAFv2::WebACL', 'Ingestion');
    expect(acl.Properties['Rules']).toEqual([
      expect.objectContaining({
        Statement: {
          RateBasedStatement: { Limit: 500, AggregateKeyType: 'IP', EvaluationWindowSec: 300 },
        },
        Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
      }),
    ]);
    const association = resource(own, 'AWS::WAFv2::WebACLAssociation', 'Ingestion').Properties;
    expect(association['WebACLArn']).toEqual({ 'Fn::GetAtt': [acl.id, 'Arn'] });
    expect(JSON.stringify(association['ResourceArn'])).toContain(
      resource(own, 'AWS::ApiGateway::Stage', 'Ingestion').id,
    );
  });

  test('no finding of a rule pack is without an acknowledgement', () => {
    const found = rulePacks(stack).flatMap((pack) => pack.validateScope(stack).violations);
    expect(found.map(({ ruleName }) => ruleName)).toEqual([]);
  });
});

test('without these settings there is no custom domain and no web ACL', () => {
  expect(resources(template, 'AWS::ApiGateway::DomainName').size).toBe(0);
  expect(resources(template, 'AWS::WAFv2::WebACL').size).toBe(0);
});
