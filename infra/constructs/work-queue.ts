import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import {
  DeduplicationScope,
  FifoThroughputLimit,
  Queue,
  QueueEncryption,
  type QueueProps,
} from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { WorkQueue as WorkQueueSettings } from '../../shared/contract/stages.ts';

const RETENTION = Duration.days(14);

/**
 * Each feed is a message group. Order and deduplication apply within a group, so feeds do not wait for each other.
 * The sender gives each message a deduplication id, because two equal bodies can be two requests (kill, unkill,
 * kill).
 */
const FIFO: QueueProps = {
  fifo: true,
  contentBasedDeduplication: false,
  deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
};

/** A stage's queue and its dead-letter queue. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly #settings: WorkQueueSettings;

  constructor(scope: Construct, id: string, settings: WorkQueueSettings) {
    super(scope, id);
    this.#settings = settings;

    const both: QueueProps = {
      ...(settings.fifo ? FIFO : {}),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: RETENTION,
      // No data is lost with a queue: a message only names work, which is stored in raw objects and DIRTY rows.
      removalPolicy: RemovalPolicy.DESTROY,
    };
    this.deadLetters = new Queue(this, 'DeadLetters', both);
    acknowledge(this.deadLetters, {
      'Serverless-SQSRedrivePolicy':
        'This is a dead-letter queue. Its messages wait for a person, and an alarm notifies that person.',
    });
    this.queue = new Queue(this, 'Queue', {
      ...both,
      visibilityTimeout: Duration.seconds(settings.visibilitySeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: settings.maxReceives },
    });
  }

  /** Makes the queue invoke the function. The function reports the messages that failed. */
  invoke(target: IFunction): void {
    const { batchSize, batchWindowSeconds, maxConcurrency } = this.#settings;
    target.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize,
        maxConcurrency,
        reportBatchItemFailures: true,
        ...(batchWindowSeconds > 0 ? { maxBatchingWindow: Duration.seconds(batchWindowSeconds) } : {}),
      }),
    );
    acknowledge(target, {
      'Serverless-LambdaEventSourceMappingDestination':
        'For an SQS source the failure destination is the redrive policy of the queue, and this queue has one. An event source mapping takes a destination for streams only.',
    });
  }
}
