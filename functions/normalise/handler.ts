import { randomUUID } from 'node:crypto';
import { openArticleStore } from '../../shared/aws/article-store.ts';
import { openBucket } from '../../shared/aws/bucket.ts';
import { readEnvironment } from '../../shared/aws/config.ts';
import { openConfigurationStore } from '../../shared/aws/configuration-store.ts';
import { queueHandler } from '../../shared/aws/lambda.ts';
import { log } from '../../shared/aws/log.ts';
import { openNowQueue } from '../../shared/aws/queues.ts';
import { openRawStore } from '../../shared/aws/raw-store.ts';
import { openReceiptStore } from '../../shared/aws/receipt-store.ts';
import { openTable } from '../../shared/aws/table.ts';
import { openWorkStore } from '../../shared/aws/work-store.ts';
import { createdObjectKeys } from '../../shared/contract/messages.ts';
import { STAGE_ENVIRONMENT } from '../../shared/contract/stages.ts';
import { normaliseObject } from './normalise.ts';

const now = (): Date => new Date();
const environment = readEnvironment(STAGE_ENVIRONMENT.normalise);
const bucket = openBucket(environment.rawBucket);
const table = openTable(environment.table);
const services = {
  configuration: openConfigurationStore(bucket, now),
  raw: openRawStore(bucket),
  articles: openArticleStore(table, bucket),
  work: openWorkStore(table),
  receipts: openReceiptStore(table),
  nowQueue: openNowQueue(environment.nowQueue),
  now,
  newId: () => randomUUID(),
  warn: (message: string, facts: Record<string, unknown>) => log.warn(message, facts),
};

export const handler = queueHandler(
  async (body) => {
    for (const key of createdObjectKeys(body)) await normaliseObject(key, services);
  },
  { fifo: false },
);
