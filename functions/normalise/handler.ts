import { randomUUID } from 'node:crypto';
import { openArticleStore } from '../../shared/aws/article-store.ts';
import { openBucket } from '../../shared/aws/bucket.ts';
import { readEnvironment } from '../../shared/aws/config.ts';
import { runHandler } from '../../shared/aws/lambda.ts';
import { log } from '../../shared/aws/log.ts';
import { openNormaliseQueue, openNowQueue, openReturner } from '../../shared/aws/queues.ts';
import { openRawStore } from '../../shared/aws/raw-store.ts';
import { openRecordStores } from '../../shared/aws/record-stores.ts';
import { openTable } from '../../shared/aws/table.ts';
import { openWorkStore } from '../../shared/aws/work-store.ts';
import { STAGE_ENVIRONMENT } from '../../shared/contract/stages.ts';
import { beginRun } from './begin-run.ts';
import { normaliseObject } from './normalise.ts';
import { retryOf, sizeOf } from './rules/message.ts';

const environment = readEnvironment(STAGE_ENVIRONMENT.normalise);
const bucket = openBucket(environment.rawBucket);
const table = openTable(environment.table);
const services = {
  ...openRecordStores(table, bucket, () => new Date()),
  raw: openRawStore(bucket),
  articles: openArticleStore(table, bucket),
  work: openWorkStore(table),
  nowQueue: openNowQueue(environment.nowQueue),
  normaliseQueue: openNormaliseQueue(environment.normaliseQueue),
  readers: () => import('./rules/read-items.ts'),
  now: () => new Date(),
  newId: () => randomUUID(),
  warn: (message: string, facts: Record<string, unknown>) => log.warn(message, facts),
};
const putBack = openReturner();

export const handler = runHandler(
  (context) =>
    beginRun({
      normalise: (key, hasTime) => normaliseObject(key, services, hasTime),
      queue: services.normaliseQueue,
      remaining: () => context.getRemainingTimeInMillis(),
    }),
  {
    fifo: false,
    sizeOf,
    onFailure: (record) => putBack(...retryOf(record, environment)),
  },
);
