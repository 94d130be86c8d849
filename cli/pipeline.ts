import { randomBytes, randomUUID } from 'node:crypto';
import { openArticleStore } from '../shared/aws/article-store.ts';
import { type Bucket, openBucket } from '../shared/aws/bucket.ts';
import { openConfigurationStore } from '../shared/aws/configuration-store.ts';
import { openEdgeStore } from '../shared/aws/edge-store.ts';
import { openErasureStore } from '../shared/aws/erasure-store.ts';
import { openFeedStore } from '../shared/aws/feed-store.ts';
import { openPartnerStore } from '../shared/aws/partner-store.ts';
import { openNormaliseQueue } from '../shared/aws/queues.ts';
import { openQuotaStore } from '../shared/aws/quota-store.ts';
import { openReaderStore } from '../shared/aws/reader-store.ts';
import { openRawStore } from '../shared/aws/raw-store.ts';
import { openReceiptStore } from '../shared/aws/receipt-store.ts';
import { openTable } from '../shared/aws/table.ts';
import { openWorkStores } from '../shared/aws/work-stores.ts';
import { expiryBy } from '../shared/contract/expiry.ts';
import { OUTPUTS } from '../shared/contract/stages.ts';
import type { DecisionQueue } from '../shared/contract/stores.ts';
import type { Pipeline } from '../shared/operations/pipeline.ts';
import { DEFAULT_STATE, type Endpoints, readEndpoints, readTokens } from './endpoints.ts';
import { EXIT, Failure } from './failure.ts';
import { localNow } from './local-clock.ts';
import { printErrors } from './output.ts';
import { stackOutputs } from './stack-outputs.ts';

/** Which pipeline a command works on. */
export interface Target {
  /** A deployed stack's name; the local cloud if absent. */
  stack?: string;
  /** The local cloud's state directory. */
  state?: string;
}

/** A pipeline on AWS or on the local cloud that a command has opened. */
export interface OpenPipeline extends Pipeline {
  rawBucket: Bucket;
  feedBucket: Bucket;
  local?: Endpoints['cloud'] & { state: string };
}

interface ClientConfig {
  endpoint?: string;
  region?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
  requestHandler?: { connectionTimeout: number; requestTimeout: number };
}

/** A developer’s machine may be so busy that an answer takes longer than the limits of the clients (limits.ts) allow. */
const PATIENT = { connectionTimeout: 30_000, requestTimeout: 60_000 };

/** Opens the pipeline that a command works on, with the person's own AWS credentials or those of the local cloud. */
export async function openPipeline({ stack, state = DEFAULT_STATE }: Target): Promise<OpenPipeline> {
  if (stack !== undefined) return assemble(await stackOutputs(stack), {});
  const endpoints = readEndpoints(state);
  if (endpoints === undefined) {
    throw new Failure(
      `no local cloud is running with its state in ${state}`,
      'Start one with "npm start" in another terminal, or name a deployed stack with --stack NAME.',
      EXIT.unreachable,
    );
  }
  const pipeline = openLocal(endpoints.cloud, readTokens(state));
  return { ...pipeline, local: { ...endpoints.cloud, state }, now: await localNow(endpoints.cloud) };
}

/** The pipeline of a local cloud, for the process that runs it. */
export function openLocal(cloud: Endpoints['cloud'], tokens: Record<string, string>): OpenPipeline {
  const { endpoint, accessKeyId, secretAccessKey } = cloud;
  const credentials = { accessKeyId, secretAccessKey };
  const config = { endpoint, region: 'us-east-1', credentials, requestHandler: PATIENT };
  return { ...assemble(cloud.outputs, config), tokens };
}

/**
 * The queue of decisions. A stack that was deployed by an older version has none: there, a decision reaches normalise
 * by the event that S3 sends for its raw object.
 */
function openDecisionQueue(url: string, config: ClientConfig): DecisionQueue {
  return url === '' ? { send: () => Promise.resolve() } : openNormaliseQueue(url, config);
}

/** The rows that a list has left out, so that each is named once: a command may read a row several times. */
const said = new Set<string>();

function sayUnreadable(reason: string): void {
  if (said.has(reason)) return;
  said.add(reason);
  printErrors([`left out: ${reason}`]);
}

function assemble(found: Record<string, string>, config: ClientConfig): OpenPipeline {
  const outputs = Object.fromEntries(
    Object.entries(OUTPUTS).map(([name, output]) => [name, found[output] ?? '']),
  ) as OpenPipeline['outputs'];
  const rawBucket = openBucket(outputs.rawBucket, config);
  const table = openTable(outputs.table, config, sayUnreadable);
  const configuration = openConfigurationStore(rawBucket, () => new Date());
  const expiry = expiryBy(configuration, () => new Date());
  return {
    outputs,
    rawBucket,
    articles: openArticleStore(table, rawBucket),
    configuration,
    erasure: openErasureStore(table, rawBucket, expiry),
    feeds: openFeedStore(table, expiry),
    partners: openPartnerStore(table),
    readers: openReaderStore(table, expiry),
    edge: openEdgeStore(outputs.partnerStore, config),
    feedBucket: openBucket(outputs.feedBucket, config),
    raw: openRawStore(rawBucket),
    decisionQueue: openDecisionQueue(outputs.decisionQueue, config),
    receipts: openReceiptStore(table, expiry),
    quota: openQuotaStore(table),
    ...openWorkStores(table),
    tokens: {},
    unreadable: sayUnreadable,
    now: () => new Date(),
    newId: () => randomUUID(),
    newToken: () => randomBytes(32).toString('base64url'),
  };
}
