import { NAMING, type Names, type NamingContext } from './resource-names.ts';
import type { Template } from './template.ts';

/**
 * The resource types that the local cloud accepts. If the template has a resource of another type, the start fails.
 */
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
  // Nothing is started for these types. They change nothing that a function or a reader sees on this machine.
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
  // This type only says how often Lambda retries an asynchronous call. The local cloud never retries such a call.
  'AWS::Lambda::EventInvokeConfig': 'inert',
  'AWS::Logs::LogGroup': 'inert',
  'AWS::Logs::MetricFilter': 'inert',
  'AWS::SNS::Subscription': 'inert',
  'AWS::SNS::Topic': 'inert',
  'AWS::SNS::TopicPolicy': 'inert',
};

/**
 * What `Ref` and `Fn::GetAtt` give for a resource: its name and its attributes. If the local cloud does not know the
 * type, throws an error with the logical id.
 */
export function namesOf(id: string, type: string, context: NamingContext): Names {
  const kind = RESOURCE_TYPES[type];
  if (!kind) throw new Error(unknown(id, type));
  return NAMING[kind](id, context);
}

/** If the local cloud can neither start a resource nor safely ignore it, throws an error with the logical id. */
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
