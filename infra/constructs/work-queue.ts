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
 * A feed is a message group, and thousands of feeds move at once: order and de-duplication are per group. The sender
 * names each message, since the same body twice is two wishes (a kill, an un-kill, a kill).
 */
const FIFO: QueueProps = {
  fifo: true,
  contentBasedDeduplication: false,
  deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
};

/** A stage's queue and the dead-letter queue behind it. */
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
      // Messages name work, they do not hold it: raw objects and DIRTY rows outlive any queue.
      removalPolicy: RemovalPolicy.DESTROY,
    };
    this.deadLetters = new Queue(this, 'DeadLetters', both);
    acknowledge(this.deadLetters, {
      'Serverless-SQSRedrivePolicy':
        'This is a dead-letter queue: what is in it waits for a person, who is called by an alarm.',
    });
    this.queue = new Queue(this, 'Queue', {
      ...both,
      visibilityTimeout: Duration.seconds(settings.visibilitySeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: settings.maxReceives },
    });
  }

  /** Lets the queue call the function, which answers with the messages that failed. */
  feeds(target: IFunction): void {
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
        'For an SQS source the failure destination is the redrive policy of the queue, which this one has; event source mappings take a destination for streams only.',
    });
  }
}
