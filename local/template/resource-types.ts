import { ACCOUNT, REGION } from './account.ts';
import type { Json, Template } from './template.ts';

/** What `Ref` and `Fn::GetAtt` give for a resource. */
export interface Names {
  ref: string;
  attributes: Record<string, string>;
}

interface NamingContext {
  stack: string;
  endpoint: string;
  /** A resolved property of the resource. */
  properties: (key: string) => Json | undefined;
}

type Naming = (id: string, context: NamingContext) => Names;

const arn = (service: string, resource: string, region = REGION): string =>
  `arn:aws:${service}:${region}:${ACCOUNT}:${resource}`;

/** A name given in the template, else one that is the same at every start. */
function given(context: NamingContext, key: string, otherwise: string): string {
  const name = context.properties(key);
  return typeof name === 'string' ? name : otherwise;
}

const NAMING = {
  bucket: (id, context) => {
    // Bucket names: lower case, at most 63 characters. The end of a logical id is its hash, so that is kept.
    const ref = given(
      context,
      'BucketName',
      `${context.stack}-${id}`.toLowerCase().slice(-63).replace(/^-+/, ''),
    );
    const DomainName = `${ref}.s3.amazonaws.com`;
    const RegionalDomainName = `${ref}.s3.${REGION}.amazonaws.com`;
    return { ref, attributes: { Arn: `arn:aws:s3:::${ref}`, DomainName, RegionalDomainName } };
  },
  queue: (id, context) => {
    const suffix = context.properties('FifoQueue') === true ? '.fifo' : '';
    const QueueName = given(context, 'QueueName', id + suffix);
    const ref = `${context.endpoint}/${ACCOUNT}/${QueueName}`;
    return { ref, attributes: { Arn: arn('sqs', QueueName), QueueName, QueueUrl: ref } };
  },
  table: (id, context) => {
    const ref = given(context, 'TableName', `${context.stack}-${id}`);
    return { ref, attributes: { Arn: arn('dynamodb', `table/${ref}`) } };
  },
  function: (id, context) => {
    const ref = given(context, 'FunctionName', id);
    return { ref, attributes: { Arn: arn('lambda', `function:${ref}`) } };
  },
  role: (id, context) => {
    const ref = given(context, 'RoleName', id);
    return { ref, attributes: { Arn: arn('iam', `role/${ref}`, ''), RoleId: id } };
  },
  schedule: (id, context) => {
    const ref = given(context, 'Name', id);
    const group = given(context, 'GroupName', 'default');
    return { ref, attributes: { Arn: arn('scheduler', `schedule/${group}/${ref}`) } };
  },
  scheduleGroup: (id, context) => {
    const ref = given(context, 'Name', id);
    return { ref, attributes: { Arn: arn('scheduler', `schedule-group/${ref}`) } };
  },
  api: (id) => {
    // An API's id is part of a host name.
    const ref = id.toLowerCase();
    return { ref, attributes: { RootResourceId: `${ref}-root`, RestApiId: ref } };
  },
  stage: (id, context) => ({ ref: given(context, 'StageName', id), attributes: {} }),
  distribution: (id) => ({
    ref: id,
    attributes: { Id: id, DomainName: `${id.toLowerCase()}.cloudfront.net` },
  }),
  edgeFunction: (id) => {
    const FunctionARN = arn('cloudfront', `function/${id}`, '');
    return { ref: FunctionARN, attributes: { FunctionARN, 'FunctionMetadata.FunctionARN': FunctionARN } };
  },
  keyValueStore: (id, context) => ({
    ref: given(context, 'Name', id),
    attributes: { Arn: arn('cloudfront', `key-value-store/${id}`, ''), Id: id, Status: 'READY' },
  }),
  plain: (id) => ({ ref: id, attributes: { Id: id } }),
  /** For what nobody calls: every attribute has some value, so that it can be handed on. */
  inert: (id) => ({
    ref: id,
    attributes: new Proxy({}, { get: (_, key) => arn('inert', `${id}/${String(key)}`) }),
  }),
} satisfies Record<string, Naming>;

/** Every resource type the local cloud accepts; what is not here stops the start by name. */
const RESOURCE_TYPES: Record<string, keyof typeof NAMING> = {
  'AWS::S3::Bucket': 'bucket',
  'AWS::S3::BucketPolicy': 'plain',
  'AWS::SQS::Queue': 'queue',
  'AWS::SQS::QueuePolicy': 'plain',
  'AWS::DynamoDB::Table': 'table',
  'AWS::DynamoDB::GlobalTable': 'table',
  'AWS::IAM::Role': 'role',
  'AWS::IAM::Policy': 'plain',
  'AWS::Lambda::Function': 'function',
  'AWS::Lambda::Permission': 'plain',
  'AWS::Lambda::EventSourceMapping': 'plain',
  'AWS::Scheduler::Schedule': 'schedule',
  'AWS::Scheduler::ScheduleGroup': 'scheduleGroup',
  'AWS::ApiGateway::RestApi': 'api',
  'AWS::ApiGateway::Resource': 'plain',
  'AWS::ApiGateway::Method': 'plain',
  'AWS::ApiGateway::Stage': 'stage',
  'AWS::ApiGateway::GatewayResponse': 'plain',
  'AWS::CloudFront::Distribution': 'distribution',
  'AWS::CloudFront::Function': 'edgeFunction',
  'AWS::CloudFront::KeyValueStore': 'keyValueStore',
  'AWS::CloudFront::ResponseHeadersPolicy': 'plain',
  // Known to change nothing that a function or a reader sees here: bookkeeping, logs, alarms, caching.
  'AWS::ApiGateway::Account': 'inert',
  'AWS::ApiGateway::Deployment': 'inert',
  'AWS::ApiGateway::UsagePlan': 'inert',
  'AWS::CDK::Metadata': 'inert',
  'AWS::CloudFront::CachePolicy': 'inert',
  'AWS::CloudFront::OriginAccessControl': 'inert',
  'AWS::CloudFront::OriginRequestPolicy': 'inert',
  'AWS::CloudWatch::Alarm': 'inert',
  'AWS::CloudWatch::CompositeAlarm': 'inert',
  'AWS::CloudWatch::Dashboard': 'inert',
  // Lambda's own retries of asynchronous calls: here the next tick is the retry.
  'AWS::Lambda::EventInvokeConfig': 'inert',
  'AWS::Logs::LogGroup': 'inert',
  'AWS::Logs::MetricFilter': 'inert',
  'AWS::SNS::Subscription': 'inert',
  'AWS::SNS::Topic': 'inert',
  'AWS::SNS::TopicPolicy': 'inert',
};

export function namesOf(id: string, type: string, context: NamingContext): Names {
  const kind = RESOURCE_TYPES[type];
  if (!kind) throw new Error(unknown(id, type));
  return NAMING[kind](id, context);
}

/** Throws, naming them, if the template holds resources that the local cloud can neither start nor safely leave out. */
export function refuseUnknown(template: Template): void {
  const faults = Object.entries(template.Resources).flatMap(([id, { Type, Condition }]) => {
    const kind = RESOURCE_TYPES[Type];
    if (!kind) return [unknown(id, Type)];
    if (Condition && kind !== 'inert')
      return [`${id} depends on the condition ${Condition}; conditions are not evaluated`];
    return [];
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

const unknown = (id: string, type: string): string =>
  `${id}: the local cloud does not know the resource type ${type}`;
