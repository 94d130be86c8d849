import { join } from 'node:path';
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Code, Function } from 'aws-cdk-lib/aws-lambda';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { RAW_PREFIX } from '../shared/contract/keys.ts';
import { OUTPUTS, STAGE_NAMES, STAGES, type Stage, type StageName } from '../shared/contract/stages.ts';
import { PROJECT_ROOT } from './bundle.ts';
import { Edge, type OwnDomain } from './constructs/edge.ts';
import { IngestApi } from './constructs/ingest-api.ts';
import { Observability } from './constructs/observability.ts';
import { Tick } from './constructs/schedule.ts';
import { StageFunction, type Surroundings } from './constructs/stage-function.ts';
import { Storage } from './constructs/storage.ts';
import { WorkQueue } from './constructs/work-queue.ts';

export interface SyndicationStackProps extends StackProps {
  /** The code of a stage's function. */
  code: (stage: StageName) => Code;
  /** A name of one's own for the feeds. */
  domain?: OwnDomain | undefined;
}

/** Articles in, feeds out: all of Wiredesk, as the table of stages says. */
export class SyndicationStack extends Stack {
  constructor(scope: Construct, id: string, { code, domain, ...props }: SyndicationStackProps) {
    super(scope, id, { description: 'Wiredesk: articles in, RSS, Atom and JSON feeds out', ...props });

    const storage = new Storage(this, 'Storage');
    const observability = new Observability(this, 'Observability');
    const edge = new Edge(this, 'Edge', {
      feedBucket: storage.feedBucket,
      viewerRequest: join(PROJECT_ROOT, 'functions', 'edge', 'viewer-request.js'),
      domain,
    });

    const queues = {
      normalise: new WorkQueue(this, 'NormaliseWork', STAGES.normalise.queue),
      'fan-out': new WorkQueue(this, 'FanOutWork', STAGES['fan-out'].queue),
      publish: new WorkQueue(this, 'PublishWork', STAGES.publish.queue),
    };
    const surroundings: Surroundings = {
      table: storage.table,
      rawBucket: storage.rawBucket,
      feedBucket: storage.feedBucket,
      nowQueue: queues['fan-out'].queue,
      publishQueue: queues.publish.queue,
      normaliseQueue: queues.normalise.queue,
      distribution: edge.distribution,
    };
    notifyOfRawObjects(storage, queues.normalise);

    const functions = Object.fromEntries(
      STAGE_NAMES.map((stage) => [
        stage,
        new StageFunction(this, pascalCase(stage), { stage, code: code(stage), surroundings }).function,
      ]),
    ) as Record<StageName, Function>;
    observability.watchMetrics();
    for (const stage of STAGE_NAMES) observability.watchFunction(stage, functions[stage]);
    for (const stage of ['normalise', 'fan-out', 'publish'] as const) {
      queues[stage].feeds(functions[stage]);
      observability.watchQueue(stage, queues[stage]);
    }
    for (const stage of STAGE_NAMES) {
      const { scheduleMinutes }: Stage = STAGES[stage];
      if (scheduleMinutes === undefined) continue;
      new Tick(this, `${pascalCase(stage)}Tick`, { minutes: scheduleMinutes, target: functions[stage] });
      observability.watchSchedule(stage, functions[stage]);
    }

    const api = new IngestApi(this, 'Ingestion', functions.ingest);
    this.#output(OUTPUTS.ingestUrl, api.url, 'Where to send articles');
    this.#output(
      OUTPUTS.feedsUrl,
      edge.url,
      'Where the feeds are: {channel}/rss.xml, p/{partner}/{alias}/rss.xml; also atom.xml, feed.json',
    );
    this.#output(OUTPUTS.table, surroundings.table.tableName, 'The table');
    this.#output(OUTPUTS.rawBucket, surroundings.rawBucket.bucketName, 'Submissions and configuration');
    this.#output(OUTPUTS.feedBucket, surroundings.feedBucket.bucketName, 'Documents');
    this.#output(OUTPUTS.publishQueue, surroundings.publishQueue.queueUrl, 'Feeds to publish');
    this.#output(OUTPUTS.partnerStore, edge.partners.keyValueStoreArn, 'What the edge knows of partners');
    this.#output(OUTPUTS.nowQueue, surroundings.nowQueue.queueUrl, 'Kills for fan-out');
    this.#output('AlarmTopicArn', observability.topic.topicArn, 'Where alarms go; subscribe to be called');
  }

  #output(name: string, value: string, description: string): void {
    new CfnOutput(this, name, { value, description });
  }
}

/**
 * Tells normalise of every raw object. CDK's own helper would add a custom resource with a Lambda function behind it.
 * S3 tries the queue when the bucket is made, so the queue's policy comes first, and for that it cannot name the bucket:
 * it names the account, whose buckets are the only ones that may send.
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

/** `fan-out` → `FanOut`, as construct ids are written. */
function pascalCase(stage: StageName): string {
  return stage.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
}
