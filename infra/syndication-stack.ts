import { join } from 'node:path';
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Code, Function } from 'aws-cdk-lib/aws-lambda';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { RAW_PREFIX } from '../shared/contract/keys.ts';
import { OUTPUTS, STAGE_NAMES, STAGES, type Stage, type StageName } from '../shared/contract/stages.ts';
import { PROJECT_ROOT } from './bundle.ts';
import type { CustomDomain } from './custom-domain.ts';
import { Edge } from './constructs/edge.ts';
import { IngestApi } from './constructs/ingest-api.ts';
import { Observability } from './constructs/observability.ts';
import { Tick } from './constructs/schedule.ts';
import { StageFunction, type StageResources } from './constructs/stage-function.ts';
import { Storage } from './constructs/storage.ts';
import { WorkQueue } from './constructs/work-queue.ts';

export interface SyndicationStackProps extends StackProps {
  /** The code of a stage's function. */
  code: (stage: StageName) => Code;
  /** A custom domain for the feeds. Its certificate is in us-east-1. */
  domain?: CustomDomain | undefined;
  /** A custom domain for the ingest API. Its certificate is in the region of the stack. */
  ingestDomain?: CustomDomain | undefined;
  /** Requests per five minutes that one address may send to the ingest API. */
  ingestRatePerAddress?: number | undefined;
}

/** The whole of Wiredesk. The table of stages (shared/contract/stages.ts) defines functions, queues and schedules. */
export class SyndicationStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { code, domain, ingestDomain, ingestRatePerAddress, ...props }: SyndicationStackProps,
  ) {
    super(scope, id, {
      description: 'Wiredesk: articles in, RSS, Atom and JSON feeds out',
      // `cdk destroy` refuses a stack with this protection. docs/operations.md, "Taking it down", says how to end it.
      terminationProtection: true,
      ...props,
    });

    const storage = new Storage(this, 'Storage');
    const observability = new Observability(this, 'Observability');
    const edge = new Edge(this, 'Edge', {
      feedBucket: storage.feedBucket,
      viewerRequest: join(PROJECT_ROOT, 'functions', 'edge', 'viewer-request.js'),
      domain,
    });

    const queues = {
      normalise: new WorkQueue(this, 'NormaliseWork', STAGES.normalise.queue),
      decisions: new WorkQueue(this, 'DecisionWork', STAGES.normalise.decisionQueue),
      'fan-out': new WorkQueue(this, 'FanOutWork', STAGES['fan-out'].queue),
      publish: new WorkQueue(this, 'PublishWork', STAGES.publish.queue),
    };
    const resources: StageResources = {
      table: storage.table,
      rawBucket: storage.rawBucket,
      feedBucket: storage.feedBucket,
      nowQueue: queues['fan-out'].queue,
      publishQueue: queues.publish.queue,
      normaliseQueue: queues.normalise.queue,
      decisionQueue: queues.decisions.queue,
      distribution: edge.distribution,
    };
    notifyOfRawObjects(storage, queues.normalise);

    const functions = Object.fromEntries(
      STAGE_NAMES.map((stage) => [
        stage,
        new StageFunction(this, pascalCase(stage), { stage, code: code(stage), resources }).function,
      ]),
    ) as Record<StageName, Function>;
    observability.watchMetrics();
    for (const stage of STAGE_NAMES) observability.watchFunction(stage, functions[stage]);
    for (const stage of ['normalise', 'fan-out', 'publish'] as const) {
      queues[stage].invoke(functions[stage]);
      observability.watchQueue(stage, queues[stage]);
    }
    queues.decisions.invoke(functions.normalise);
    observability.watchQueue('decisions', queues.decisions);
    for (const stage of STAGE_NAMES) {
      const { scheduleMinutes }: Stage = STAGES[stage];
      if (scheduleMinutes === undefined) continue;
      new Tick(this, `${pascalCase(stage)}Tick`, { minutes: scheduleMinutes, target: functions[stage] });
      observability.watchSchedule(stage);
    }

    const api = new IngestApi(this, 'Ingestion', {
      ingest: functions.ingest,
      domain: ingestDomain,
      requestsPerAddress: ingestRatePerAddress,
    });
    if (api.dnsTarget !== undefined) {
      const description = 'The host name to which the DNS record of the ingest domain points';
      this.#output('IngestDnsTarget', api.dnsTarget, description);
    }
    this.#output(OUTPUTS.ingestUrl, api.url, 'The base URL of the ingest API');
    this.#output(
      OUTPUTS.feedsUrl,
      edge.url,
      'The base URL of the feeds: {channel}/rss.xml, p/{partner}/{alias}/rss.xml; also atom.xml and feed.json',
    );
    this.#output(OUTPUTS.table, resources.table.tableName, 'The DynamoDB table');
    this.#output(
      OUTPUTS.rawBucket,
      resources.rawBucket.bucketName,
      'The bucket of submissions and configuration',
    );
    this.#output(OUTPUTS.feedBucket, resources.feedBucket.bucketName, 'The bucket of feed documents');
    this.#output(OUTPUTS.publishQueue, resources.publishQueue.queueUrl, 'The queue of feeds to publish');
    this.#output(
      OUTPUTS.partnerStore,
      edge.partners.keyValueStoreArn,
      'The key-value store of partners at the edge',
    );
    this.#output(
      OUTPUTS.nowQueue,
      resources.nowQueue.queueUrl,
      'The queue of articles that fan-out handles at once, after a decision',
    );
    this.#output(
      OUTPUTS.decisionQueue,
      resources.decisionQueue.queueUrl,
      'The queue of decisions that normalise records at once',
    );
    this.#output(
      'AlarmTopicArn',
      observability.topic.topicArn,
      'The SNS topic of the alarms; subscribe to it',
    );
  }

  #output(name: string, value: string, description: string): void {
    new CfnOutput(this, name, { value, description });
  }
}

/**
 * Sends a message to normalise's queue for every raw object. CDK's own helper is not used, because it adds a custom
 * resource with a Lambda function. When the bucket is created, S3 tests whether it may send to the queue. So the
 * queue's policy must exist before the bucket, and therefore the policy cannot contain the name of the bucket.
 * Instead the policy allows all buckets of this account to send.
 */
function notifyOfRawObjects({ rawBucket }: Storage, { queue }: WorkQueue): void {
  queue.grantSendMessages(
    new ServicePrincipal('s3.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(rawBucket).account } },
    }),
  );
  const bucket = rawBucket.node.defaultChild as CfnBucket;
  bucket.notificationConfiguration = {
    queueConfigurations: [
      {
        event: 's3:ObjectCreated:*',
        queue: queue.queueArn,
        filter: { s3Key: { rules: [{ name: 'prefix', value: RAW_PREFIX }] } },
      },
    ],
  };
  bucket.node.addDependency(queue.node.findChild('Policy'));
}

/** `fan-out` → `FanOut`, the form of construct ids. */
function pascalCase(stage: StageName): string {
  return stage.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
}
