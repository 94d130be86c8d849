import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccessLogField,
  AccessLogFormat,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  ResponseType,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

const STAGE = 'live';

/** Requests a second, all senders together, and the burst above it; what is beyond gets 429. */
const RATE_LIMIT = 100;
const BURST_LIMIT = 200;

/** The door for articles: method and path as API Gateway writes them. */
const ROUTES: readonly (readonly [method: string, path: string])[] = [
  ['POST', '/v1/sources/{source}/submissions'],
  ['PUT', '/v1/sources/{source}/articles/{id}'],
  ['DELETE', '/v1/sources/{source}/articles/{id}'],
  ['GET', '/v1/receipts/{receipt}'],
];

/** A line of the access log. No header is logged: Authorization holds a token. */
const ACCESS_LOG = {
  time: AccessLogField.contextRequestTime(),
  requestId: AccessLogField.contextRequestId(),
  ip: AccessLogField.contextIdentitySourceIp(),
  userAgent: AccessLogField.contextIdentityUserAgent(),
  method: AccessLogField.contextHttpMethod(),
  path: AccessLogField.contextPath(),
  status: AccessLogField.contextStatus(),
  responseBytes: AccessLogField.contextResponseLength(),
  milliseconds: AccessLogField.contextResponseLatency(),
  error: AccessLogField.contextErrorMessage(),
};

/** The REST API in front of ingest: bytes in, as they were sent. */
export class IngestApi extends Construct {
  /** Where to send articles, without a slash at the end. */
  readonly url: string;

  constructor(scope: Construct, id: string, ingest: IFunction) {
    super(scope, id);
    const { region, urlSuffix } = Stack.of(this);

    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const api = new RestApi(this, 'Api', {
      description: 'Wiredesk: articles in',
      endpointTypes: [EndpointType.REGIONAL],
      // Without it the gateway reads text bodies as UTF-8 and breaks every other encoding.
      binaryMediaTypes: ['*/*'],
      // One role per account and region lets API Gateway write logs; other APIs may use it, so it stays.
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
      deployOptions: {
        stageName: STAGE,
        accessLogDestination: new LogGroupLogDestination(accessLog),
        accessLogFormat: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
        loggingLevel: MethodLoggingLevel.ERROR,
        dataTraceEnabled: false,
        metricsEnabled: true,
        tracingEnabled: true,
        throttlingRateLimit: RATE_LIMIT,
        throttlingBurstLimit: BURST_LIMIT,
      },
    });
    // The stack has an output of its own for it.
    api.node.tryRemoveChild('Endpoint');
    this.url = `https://${api.restApiId}.execute-api.${region}.${urlSuffix}/${STAGE}`;

    // API Gateway makes this group itself, to be kept for ever, unless it is there before the stage is.
    const executionLog = new LogGroup(this, 'ExecutionLog', {
      logGroupName: `API-Gateway-Execution-Logs_${api.restApiId}/${STAGE}`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    api.deploymentStage.node.addDependency(executionLog);

    const integration = new LambdaIntegration(ingest, { allowTestInvoke: false });
    for (const [method, path] of ROUTES) api.root.resourceForPath(path).addMethod(method, integration);

    // The gateway's own answer to an address it does not know is 403 "Missing Authentication Token".
    api.addGatewayResponse('UnknownAddress', {
      type: ResponseType.MISSING_AUTHENTICATION_TOKEN,
      statusCode: '404',
      templates: { 'application/json': JSON.stringify({ message: 'There is nothing at this address.' }) },
    });

    acknowledge(api, {
      'AwsSolutions-APIG2':
        'The gateway validates JSON bodies only; a submission is any bytes, judged by the function (size, media type) and then by the normaliser.',
      'AwsSolutions-APIG3':
        'Every request but a token-bearing one is refused before its body is read for anything; the stage throttles all callers. A web ACL can be attached from outside where policy asks for one.',
      'AwsSolutions-APIG4':
        'Tokens belong to sources, whose hashes are in the configuration that the function reads: ingest checks the bearer token before anything is stored.',
      'AwsSolutions-COG4':
        'Senders are content systems with a token of their source, not people with accounts: there is no user pool.',
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]':
        'API Gateway accepts an account role for logs only with these permissions, and AWS gives them as this policy (API Gateway Developer Guide, "Set up CloudWatch logging").',
    });
  }
}
