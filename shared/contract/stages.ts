/**
 * The table of stages. infra/ builds the functions, queues and alarms from it. The code also takes the names of
 * environment variables, stack outputs and metrics from this file. Memory is in MiB, times are in seconds.
 */

export interface WorkQueue {
  fifo: boolean;
  batchSize: number;
  /** How long the event source may wait to fill a batch; 0 for FIFO queues, which do not support it. */
  batchWindowSeconds: number;
  /** The visibility timeout. At least 6 × the function's timeout (AWS Lambda, "Using Lambda with Amazon SQS"). */
  visibilitySeconds: number;
  /** How often a message is received before it moves to the dead-letter queue. */
  maxReceives: number;
  /** How many instances of the function the event source may run at the same time. */
  maxConcurrency: number;
}

export interface Stage {
  memoryMb: number;
  timeoutSeconds: number;
  /** The queue whose messages the stage handles, if it has one. */
  queue?: WorkQueue;
  /** A second queue of the stage, for decisions alone, so that they do not wait behind other submissions. */
  decisionQueue?: WorkQueue;
  /**
   * Whether the stage sends messages to its own queue. Lambda permits this only if the function says so (Developer
   * Guide, "Recursive loop detection"). Each such message must follow from progress, so that the chain ends.
   */
  sendsToItself?: boolean;
  /** Minutes between scheduled runs, if it has a schedule. */
  scheduleMinutes?: number;
}

export const STAGES = {
  ingest: { memoryMb: 512, timeoutSeconds: 15 },
  normalise: {
    memoryMb: 1024,
    // To read the slowest submission of 4 MiB takes 5 s of a whole CPU, and 1,024 MiB come with 0.6 of one.
    timeoutSeconds: 30,
    sendsToItself: true,
    queue: {
      fifo: false,
      batchSize: 10,
      batchWindowSeconds: 0,
      visibilitySeconds: 180,
      maxReceives: 5,
      maxConcurrency: 20,
    },
    decisionQueue: {
      fifo: false,
      batchSize: 10,
      batchWindowSeconds: 0,
      // Less than six timeouts: if a run is ended, its decisions must not wait for three minutes. Two runs on the
      // same decision do no harm.
      visibilitySeconds: 60,
      // A failed message is received again after 5 s. So no decision is lost if a store is unavailable for five
      // minutes.
      maxReceives: 60,
      maxConcurrency: 5,
    },
  },
  'fan-out': {
    memoryMb: 512,
    timeoutSeconds: 20,
    scheduleMinutes: 1,
    queue: {
      fifo: false,
      batchSize: 10,
      batchWindowSeconds: 0,
      visibilitySeconds: 120,
      maxReceives: 5,
      maxConcurrency: 2,
    },
  },
  publish: {
    memoryMb: 1024,
    timeoutSeconds: 15,
    queue: {
      fifo: true,
      // Each invocation publishes one feed. In a larger batch, a slow feed would use up the time of the other feeds.
      batchSize: 1,
      batchWindowSeconds: 0,
      visibilitySeconds: 90,
      // A failed message is received again after 5 s. So no message is lost if a store is unavailable for five
      // minutes.
      maxReceives: 60,
      maxConcurrency: 20,
    },
  },
} as const satisfies Record<string, Stage>;

export type StageName = keyof typeof STAGES;
export const STAGE_NAMES = Object.keys(STAGES) as StageName[];

/** Environment variables of the functions. infra/ sets them; shared/aws/config.ts reads them. */
export const ENVIRONMENT = {
  table: 'TABLE_NAME',
  rawBucket: 'RAW_BUCKET',
  feedBucket: 'FEED_BUCKET',
  nowQueue: 'NOW_QUEUE_URL',
  publishQueue: 'PUBLISH_QUEUE_URL',
  normaliseQueue: 'NORMALISE_QUEUE_URL',
  decisionQueue: 'DECISION_QUEUE_URL',
  distribution: 'DISTRIBUTION_ID',
  stack: 'STACK_NAME',
} as const;

export type EnvironmentName = keyof typeof ENVIRONMENT;

/** The environment variables of each stage. A stage gets only the names that it uses. */
export const STAGE_ENVIRONMENT = {
  ingest: ['table', 'rawBucket', 'decisionQueue'],
  normalise: ['table', 'rawBucket', 'nowQueue', 'normaliseQueue', 'decisionQueue'],
  'fan-out': ['table', 'rawBucket', 'feedBucket', 'publishQueue', 'normaliseQueue', 'stack'],
  publish: ['table', 'rawBucket', 'feedBucket', 'publishQueue', 'distribution', 'stack'],
} as const satisfies Record<StageName, readonly EnvironmentName[]>;

/** Names of the stack's outputs. Commands read them to find the parts of a deployed pipeline. */
export const OUTPUTS = {
  ingestUrl: 'IngestUrl',
  feedsUrl: 'FeedsUrl',
  table: 'TableName',
  rawBucket: 'RawBucketName',
  feedBucket: 'FeedBucketName',
  publishQueue: 'PublishQueueUrl',
  nowQueue: 'NowQueueUrl',
  decisionQueue: 'DecisionQueueUrl',
  partnerStore: 'PartnerStoreArn',
} as const;

/** The largest request body that the ingest API accepts, in bytes. A larger one is refused with status 413. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** The namespace of the metrics. */
export const METRIC_NAMESPACE = 'Wiredesk';
/**
 * Metrics, each with an alarm; `heading` is the heading for this alarm in docs/operations.md. One with `repeatMinutes`
 * is reported at least so often while its cause lasts (with up to 1,500 feeds), so its alarm lasts as long. One with
 * `isState` is reported by every tick, 0 too: if values are missing, nothing is known, and the alarm stays as it is.
 */
export const METRICS = {
  FeedsHeld: {
    repeatMinutes: 15,
    isState: true,
    heading: 'Feed held',
    says: 'A feed would lose more than half of its items. It is held until somebody releases it.',
  },
  SubscriptionsEnding: {
    repeatMinutes: 60,
    heading: 'Subscriptions end soon',
    says: 'A partner’s subscription ends within 30 days. After that its address answers 404.',
  },
  GateStops: {
    repeatMinutes: 15,
    isState: true,
    heading: 'Feed stopped at the gate',
    says: 'A feed’s new documents were not well-formed. Its last good documents stay in place.',
  },
  InvalidationsFailed: {
    heading: 'Invalidation failed',
    says: 'CloudFront’s copies of a killed article could not be invalidated. They expire within a minute.',
  },
  RowsUnreadable: {
    repeatMinutes: 15,
    heading: 'Stored row unreadable',
    says: 'A row of the table cannot be decoded. It is left out, and everything else goes on.',
  },
} as const;

/**
 * The number of ticks. The alarm "Schedule not running" is raised when it is missing. Only ticks count: a message of
 * the "now" queue must not hide that the schedule has stopped.
 */
export const TICKS_METRIC = 'Ticks';

export type MetricName = keyof typeof METRICS | typeof TICKS_METRIC;

/** The dimensions of the metrics. Two pipelines of one account and region differ in the name of their stack. */
export const metricDimensions = (stack: string): { service: string; stack: string } => ({
  service: SERVICE_NAME,
  stack,
});
export const SERVICE_NAME = 'wiredesk';
