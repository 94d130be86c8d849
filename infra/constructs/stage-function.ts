import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Function,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
  Tracing,
  type Code,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import {
  ENVIRONMENT,
  STAGE_ENVIRONMENT,
  STAGES,
  type EnvironmentName,
  type Stage,
  type StageName,
} from '../../shared/contract/stages.ts';
import { PARTITION, type PartitionName } from '../../shared/contract/table-keys.ts';
import { acknowledge } from '../acknowledge.ts';
import { GRANTS, type Grant } from './grants.ts';

/** The resources that the functions use, by the names that they have in shared/contract/stages.ts. */
export interface StageResources {
  table: Table;
  rawBucket: Bucket;
  feedBucket: Bucket;
  nowQueue: Queue;
  publishQueue: Queue;
  normaliseQueue: Queue;
  decisionQueue: Queue;
  distribution: Distribution;
}

const NAME_OF: { [Name in EnvironmentName]: (resources: StageResources) => string } = {
  table: ({ table }) => table.tableName,
  rawBucket: ({ rawBucket }) => rawBucket.bucketName,
  feedBucket: ({ feedBucket }) => feedBucket.bucketName,
  nowQueue: ({ nowQueue }) => nowQueue.queueUrl,
  publishQueue: ({ publishQueue }) => publishQueue.queueUrl,
  normaliseQueue: ({ normaliseQueue }) => normaliseQueue.queueUrl,
  decisionQueue: ({ decisionQueue }) => decisionQueue.queueUrl,
  distribution: ({ distribution }) => distribution.distributionId,
  stack: () => Aws.STACK_NAME,
};

const ARN_OF: { [Name in Grant['on']]: (resources: StageResources) => string } = {
  table: ({ table }) => table.tableArn,
  rawBucket: ({ rawBucket }) => rawBucket.bucketArn,
  feedBucket: ({ feedBucket }) => feedBucket.bucketArn,
  nowQueue: ({ nowQueue }) => nowQueue.queueArn,
  publishQueue: ({ publishQueue }) => publishQueue.queueArn,
  normaliseQueue: ({ normaliseQueue }) => normaliseQueue.queueArn,
  decisionQueue: ({ decisionQueue }) => decisionQueue.queueArn,
  distribution: ({ distribution }) => distribution.distributionArn,
};

export interface StageFunctionProps {
  stage: StageName;
  code: Code;
  resources: StageResources;
}

/**
 * The Lambda function of a stage. `STAGES` and `STAGE_ENVIRONMENT` give its size and environment, `GRANTS` gives its
 * permissions.
 */
export class StageFunction extends Construct {
  readonly function: Function;

  constructor(scope: Construct, id: string, { stage, code, resources }: StageFunctionProps) {
    super(scope, id);
    const { memoryMb, timeoutSeconds, sendsToItself = false }: Stage = STAGES[stage];

    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    for (const grant of GRANTS[stage]) this.#grant(role, grant, resources);

    this.function = new Function(this, 'Function', {
      description: `Wiredesk: ${stage}`,
      code,
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMb,
      timeout: Duration.seconds(timeoutSeconds),
      environment: Object.fromEntries(
        STAGE_ENVIRONMENT[stage].map((name) => [ENVIRONMENT[name], NAME_OF[name](resources)]),
      ),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      // Lambda ends a chain of about 16 calls of a function by its own messages, unless it is told not to.
      ...(sendsToItself && { recursiveLoop: RecursiveLoop.ALLOW }),
    });

    acknowledge(role, {
      'AwsSolutions-IAM5[Resource::*]':
        'Active tracing needs xray:PutTraceSegments and xray:PutTelemetryRecords, which cannot be limited to a resource (Service Authorization Reference, AWS X-Ray).',
    });
    acknowledge(this.function, {
      'Serverless-LambdaDLQ':
        'The setting applies to asynchronous invocations only. A failed message goes to the dead-letter queue of its queue, an HTTP caller gets the error, and the next tick, a minute later, does the work of a failed tick.',
    });
  }

  #grant(role: Role, grant: Grant, resources: StageResources): void {
    const arn = ARN_OF[grant.on](resources);
    const resource = 'objects' in grant ? `${arn}/${grant.objects}` : arn;
    role.addToPolicy(
      new PolicyStatement({
        actions: [...grant.actions],
        resources: [resource],
        conditions: conditionsOf(grant),
      }),
    );
    if ('objects' in grant && grant.reason) {
      const bucket = Stack.of(this).getLogicalId(resources[grant.on].node.defaultChild as CfnBucket);
      acknowledge(role, { [`AwsSolutions-IAM5[Resource::<${bucket}.Arn>/${grant.objects}]`]: grant.reason });
    }
  }
}

/**
 * The conditions of a grant. `ForAllValues` also holds for a request without the key, so `Null` demands the key (IAM
 * User Guide, "Set operators"). S3 creates an object only with `If-None-Match: *`, the only value that it accepts.
 */
function conditionsOf(grant: Grant): Record<string, Record<string, unknown>> {
  if ('partitions' in grant) {
    const keys = grant.partitions.map((name) => partitionPattern(name));
    return {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    };
  }
  return 'writeOnce' in grant && grant.writeOnce ? { Null: { 's3:if-none-match': 'false' } } : {};
}

/** Matches the partition keys of one kind of row. */
const partitionPattern = (name: PartitionName): string =>
  PARTITION[name].endsWith('#') ? `${PARTITION[name]}*` : PARTITION[name];
