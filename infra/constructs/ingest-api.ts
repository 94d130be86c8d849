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
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { problemOf } from '../../shared/contract/problem.ts';
import { acknowledge } from '../acknowledge.ts';
import type { CustomDomain } from '../custom-domain.ts';
import { physicalName } from '../physical-name.ts';

const STAGE = 'live';

/** The limits for all senders together: requests per second, and the size of a burst. Further requests get 429. */
const RATE_LIMIT = 100;
const BURST_LIMIT = 200;

/** The routes of the ingest API: method and path in API Gateway's syntax. */
const ROUTES: readonly (readonly [method: string, path: string])[] = [
  ['POST', '/v1/sources/{source}/submissions'],
  ['PUT', '/v1/sources/{source}/articles/{id}'],
  ['DELETE', '/v1/sources/{source}/articles/{id}'],
  ['GET', '/v1/receipts/{receipt}'],
];

/**
 * The answers that API Gateway gives itself, with the same members as those of the ingest function. They are fixed
 * texts. API Gateway's own texts echo the Authorization field for some requests, and have no code.
 *
 * For an unknown address the reason is "Missing Authentication Token", or without a type of its own "not a valid
 * key=value pair in Authorization header" if the request has a bearer token. So the default for 4XX means an unknown
 * address, and the other errors that a request without an authorizer and a validator can have are listed.
 */
const GATEWAY_ANSWERS: readonly (readonly [ResponseType, Parameters<typeof problemOf>[0]])[] = [
  [ResponseType.DEFAULT_4XX, 'ADDRESS_UNKNOWN'],
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, 'ADDRESS_UNKNOWN'],
  [ResponseType.BAD_REQUEST_BODY, 'REQUEST_INVALID'],
  [ResponseType.BAD_REQUEST_PARAMETERS, 'REQUEST_INVALID'],
  [ResponseType.REQUEST_TOO_LARGE, 'SIZE_BODY'],
  [ResponseType.UNSUPPORTED_MEDIA_TYPE, 'MEDIA_TYPE'],
  [ResponseType.THROTTLED, 'TOO_MANY_REQUESTS'],
  [ResponseType.QUOTA_EXCEEDED, 'TOO_MANY_REQUESTS'],
  [ResponseType.WAF_FILTERED, 'TOO_MANY_REQUESTS'],
  [ResponseType.DEFAULT_5XX, 'UNAVAILABLE'],
];

/** A line of the access log. Headers are not logged, because Authorization holds a token. */
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

export interface IngestApiProps {
  ingest: IFunction;
  /** A custom domain. Its certificate is in the region of the stack. */
  domain?: CustomDomain | undefined;
  /** Requests per five minutes that one address may send. Without it there is no limit for each address. */
  requestsPerAddress?: number | undefined;
}

/** The REST API that calls the ingest function. The function gets the bytes of a body as they were sent. */
export class IngestApi extends Construct {
  /** The base URL, without a slash at the end. */
  readonly url: string;
  /** The host name to which the DNS record of the custom domain points. */
  readonly dnsTarget: string | undefined;

  constructor(scope: Construct, id: string, { ingest, domain, requestsPerAddress }: IngestApiProps) {
    super(scope, id);
    const { region, urlSuffix } = Stack.of(this);

    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const api = new RestApi(this, 'Api', {
      restApiName: physicalName(this, 'ingest'),
      description: 'Wiredesk: the ingest API',
      endpointTypes: [EndpointType.REGIONAL],
      // Without this setting API Gateway reads a text body as UTF-8, which damages every other encoding.
      binaryMediaTypes: ['*/*'],
      // API Gateway has one role for logs per account and region. Other APIs may use it, so the role is retained.
      cloudWatchRole: true,
      cloudWatchRoleRemovalPolicy: RemovalPolicy.RETAIN,
      ...(domain && { disableExecuteApiEndpoint: true }),
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
    // Removes the output that CDK adds. The stack has its own output for the URL.
    api.node.tryRemoveChild('Endpoint');
    this.url =
      domain === undefined
        ? `https://${api.restApiId}.execute-api.${region}.${urlSuffix}/${STAGE}`
        : `https://${domain.name}`;
    this.dnsTarget = domain && addDomain(api, domain);
    if (requestsPerAddress !== undefined) limitAddresses(api, requestsPerAddress);

    // If this log group does not exist before the stage, API Gateway creates it without an expiry.
    const executionLog = new LogGroup(this, 'ExecutionLog', {
      logGroupName: `API-Gateway-Execution-Logs_${api.restApiId}/${STAGE}`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    api.deploymentStage.node.addDependency(executionLog);

    const integration = new LambdaIntegration(ingest, { allowTestInvoke: false });
    for (const [method, path] of ROUTES) api.root.resourceForPath(path).addMethod(method, integration);

    for (const [type, code] of GATEWAY_ANSWERS) {
      const problem = problemOf(code);
      api.addGatewayResponse(type.responseType, {
        type,
        statusCode: String(problem.status),
        templates: { 'application/json': JSON.stringify(problem) },
      });
    }

    acknowledge(api, {
      'AwsSolutions-APIG2':
        'API Gateway validates JSON bodies only, and a submission can have any bytes. The ingest function checks size and media type, and normalise checks the content.',
      'AwsSolutions-APIG3':
        'A request without a valid token is refused before its body is processed, and the stage throttles all callers. The context value ingestRatePerAddress adds a web ACL with a limit for each address.',
      'AwsSolutions-APIG4':
        'Each source has tokens, and the configuration holds their hashes. The ingest function reads the configuration and checks the bearer token before it stores anything.',
      'AwsSolutions-COG4':
        'Senders are content systems that use a token of their source. They are not people with accounts, so there is no user pool.',
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]':
        'API Gateway accepts an account role for logs only with these permissions, which AWS provides as this managed policy (API Gateway Developer Guide, "Set up CloudWatch logging").',
    });
  }
}

/** Serves the API at the root of a custom domain. Returns the host name for its DNS record. */
function addDomain(api: RestApi, { name, certificateArn }: CustomDomain): string {
  const domain = api.addDomainName('Domain', {
    domainName: name,
    certificate: Certificate.fromCertificateArn(api, 'Certificate', certificateArn),
    endpointType: EndpointType.REGIONAL,
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  return domain.domainNameAliasDomainName;
}

/**
 * Refuses the requests of an address that sends more than `limit` in five minutes, before they count towards the
 * limits of the stage, which all senders share. WAF counts an address for itself, so strangers cannot use up these limits.
 */
function limitAddresses(api: RestApi, limit: number): void {
  const metrics = (metricName: string) => ({
    cloudWatchMetricsEnabled: true,
    sampledRequestsEnabled: false,
    metricName,
  });
  const acl = new CfnWebACL(api, 'AddressLimit', {
    name: physicalName(api, 'ingest'),
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig: metrics('IngestRequests'),
    rules: [
      {
        name: 'RequestsPerAddress',
        priority: 0,
        statement: { rateBasedStatement: { limit, aggregateKeyType: 'IP', evaluationWindowSec: 300 } },
        action: { block: { customResponse: { responseCode: 429 } } },
        visibilityConfig: metrics('IngestRequestsRefused'),
      },
    ],
  });
  new CfnWebACLAssociation(api, 'AddressLimitAssociation', {
    resourceArn: api.deploymentStage.stageArn,
    webAclArn: acl.attrArn,
  });
}
