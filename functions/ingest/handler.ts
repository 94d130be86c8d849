import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { openArticleStore } from '../../shared/aws/article-store.ts';
import { openBucket } from '../../shared/aws/bucket.ts';
import { readEnvironment } from '../../shared/aws/config.ts';
import { log } from '../../shared/aws/log.ts';
import { openNormaliseQueue } from '../../shared/aws/queues.ts';
import { openQuotaStore } from '../../shared/aws/quota-store.ts';
import { openRawStore } from '../../shared/aws/raw-store.ts';
import { openRecordStores } from '../../shared/aws/record-stores.ts';
import { openTable } from '../../shared/aws/table.ts';
import { STAGE_ENVIRONMENT } from '../../shared/contract/stages.ts';
import { respond } from './ingest.ts';

const now = (): Date => new Date();
const environment = readEnvironment(STAGE_ENVIRONMENT.ingest);
const bucket = openBucket(environment.rawBucket);
const table = openTable(environment.table);
const services = {
  ...openRecordStores(table, bucket, now),
  raw: openRawStore(bucket),
  quota: openQuotaStore(table),
  articles: openArticleStore(table, bucket),
  decisionQueue: openNormaliseQueue(environment.decisionQueue),
  now,
  newId: () => randomUUID(),
  warn: (message: string, facts: Record<string, unknown>) => log.warn(message, facts),
};

export const handler = (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> =>
  respond(event, services);
