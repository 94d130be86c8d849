import { randomUUID } from 'node:crypto';
import { openArticleStore } from '../../shared/aws/article-store.ts';
import { openBucket } from '../../shared/aws/bucket.ts';
import { readEnvironment } from '../../shared/aws/config.ts';
import { openDocumentStore } from '../../shared/aws/document-store.ts';
import { openEdgeCache } from '../../shared/aws/edge-cache.ts';
import { queueHandler } from '../../shared/aws/lambda.ts';
import { openReporter } from '../../shared/aws/metrics.ts';
import { openReturner } from '../../shared/aws/queues.ts';
import { openRecordStores } from '../../shared/aws/record-stores.ts';
import { openTable } from '../../shared/aws/table.ts';
import { openWorkStores } from '../../shared/aws/work-stores.ts';
import { publishMessage } from '../../shared/contract/messages.ts';
import { STAGE_ENVIRONMENT } from '../../shared/contract/stages.ts';
import { publish } from './publish.ts';
import { createFragmentCache } from './rules/fragment-cache.ts';

/**
 * A failed message is delivered again after this number of seconds. It does not wait for the end of the longer
 * visibility timeout, because the message may bring a withdrawal, which is urgent.
 */
const RETRY_SECONDS = 5;

const now = (): Date => new Date();
const environment = readEnvironment(STAGE_ENVIRONMENT.publish);
const raw = openBucket(environment.rawBucket);
const { warn, unreadable } = openReporter(environment.stack);
const table = openTable(environment.table, {}, unreadable);
const services = {
  ...openRecordStores(table, raw, now),
  articles: openArticleStore(table, raw),
  documents: openDocumentStore(openBucket(environment.feedBucket)),
  ...openWorkStores(table),
  newId: () => randomUUID(),
  edge: openEdgeCache(environment.distribution),
  fragments: createFragmentCache(),
  now,
  warn,
};
const putBack = openReturner();

export const handler = queueHandler(
  (body, context) => publish(publishMessage.parse(body), services, () => context.getRemainingTimeInMillis()),
  {
    fifo: true,
    onFailure: (record) => putBack(environment.publishQueue, record.receiptHandle, RETRY_SECONDS),
  },
);
