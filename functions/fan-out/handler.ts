import { randomUUID } from 'node:crypto';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { openArticleStore } from '../../shared/aws/article-store.ts';
import { openBucket } from '../../shared/aws/bucket.ts';
import { readEnvironment } from '../../shared/aws/config.ts';
import { openDocumentStore } from '../../shared/aws/document-store.ts';
import { queueHandler } from '../../shared/aws/lambda.ts';
import { openReporter } from '../../shared/aws/metrics.ts';
import { openPartnerStore } from '../../shared/aws/partner-store.ts';
import { openNormaliseQueue, openPublishQueue } from '../../shared/aws/queues.ts';
import { openRecordStores } from '../../shared/aws/record-stores.ts';
import { openTable } from '../../shared/aws/table.ts';
import { openWorkStores } from '../../shared/aws/work-stores.ts';
import { nowMessage } from '../../shared/contract/messages.ts';
import { STAGE_ENVIRONMENT, TICKS_METRIC } from '../../shared/contract/stages.ts';
import { fanOutNow, tick } from './fan-out.ts';
import { sweep } from './sweep.ts';

const now = (): Date => new Date();
const environment = readEnvironment(STAGE_ENVIRONMENT['fan-out']);
const bucket = openBucket(environment.rawBucket);
const reporter = openReporter(environment.stack);
const table = openTable(environment.table, {}, reporter.unreadable);
const services = {
  ...openRecordStores(table, bucket, now),
  articles: openArticleStore(table, bucket),
  ...openWorkStores(table),
  documents: openDocumentStore(openBucket(environment.feedBucket)),
  partners: openPartnerStore(table),
  publishQueue: openPublishQueue(environment.publishQueue, randomUUID),
  normaliseQueue: openNormaliseQueue(environment.normaliseQueue),
  newId: () => randomUUID(),
  ...reporter,
  now,
};

const onNowMessage = (body: unknown) => fanOutNow([nowMessage.parse(body).article], services);
const fromNowQueue = queueHandler(onNowMessage, { fifo: false });

/** Two events start fan-out: a message of the "now" queue, for an article that cannot wait, and the schedule's tick. */
export const handler = async (
  event: SQSEvent | { scheduled: true },
  context: Context,
): Promise<SQSBatchResponse | void> => {
  if ('Records' in event) return fromNowQueue(event, context);
  await tick(services, () => context.getRemainingTimeInMillis());
  services.count(TICKS_METRIC);
  // Sweep after the tick, so that known work never waits for the search for lost work.
  await sweep(services);
};
