import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { openArticleStore } from '../shared/aws/article-store.ts';
import { type Bucket, openBucket } from '../shared/aws/bucket.ts';
import { openConfigurationStore } from '../shared/aws/configuration-store.ts';
import { openErasureStore } from '../shared/aws/erasure-store.ts';
import { openFeedStore } from '../shared/aws/feed-store.ts';
import { openEdgeStore } from '../shared/aws/edge-store.ts';
import { openPartnerStore } from '../shared/aws/partner-store.ts';
import { openRawStore } from '../shared/aws/raw-store.ts';
import { openReceiptStore } from '../shared/aws/receipt-store.ts';
import { openTable } from '../shared/aws/table.ts';
import { openWorkStore } from '../shared/aws/work-store.ts';
import { OUTPUTS } from '../shared/contract/stages.ts';
import type { EdgeStore } from '../shared/contract/stores.ts';
import { DEFAULT_STATE, type Endpoints, readEndpoints, readTokens } from './endpoints.ts';
import { EXIT, Failure } from './failure.ts';

/** Which pipeline a command works on. */
export interface Target {
  /** A deployed stack's name; the local cloud if absent. */
  stack?: string;
  /** The local cloud's state directory. */
  state?: string;
}

type OutputName = keyof typeof OUTPUTS;

/** A pipeline as the command line operates it: the same stores the functions use, with the operator's credentials. */
export interface Pipeline {
  outputs: Record<OutputName, string>;
  rawBucket: Bucket;
  feedBucket: Bucket;
  articles: ReturnType<typeof openArticleStore>;
  configuration: ReturnType<typeof openConfigurationStore>;
  erasure: ReturnType<typeof openErasureStore>;
  feeds: ReturnType<typeof openFeedStore>;
  partners: ReturnType<typeof openPartnerStore>;
  edge: EdgeStore;
  raw: ReturnType<typeof openRawStore>;
  receipts: ReturnType<typeof openReceiptStore>;
  work: ReturnType<typeof openWorkStore>;
  /** Tokens of sources, where they are known: on the local cloud only. */
  tokens: Record<string, string>;
  local?: Endpoints['cloud'] & { state: string };
  now: () => Date;
}

interface ClientConfig {
  endpoint?: string;
  region?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

/** Opens the pipeline a command is aimed at. Throws a Failure that says how to start or name one. */
export async function openPipeline({ stack, state = DEFAULT_STATE }: Target): Promise<Pipeline> {
  if (stack !== undefined) return assemble(await stackOutputs(stack), {});
  const endpoints = readEndpoints(state);
  if (endpoints === undefined) {
    throw new Failure(
      `no local cloud is running with its state in ${state}`,
      'Start one with "npm start" in another terminal, or name a deployed one with --stack NAME.',
      EXIT.unreachable,
    );
  }
  const pipeline = openLocal(endpoints.cloud, readTokens(state));
  return { ...pipeline, local: { ...endpoints.cloud, state }, now: await localClock(endpoints.cloud) };
}

/** A local cloud's pipeline, for the process that runs it. */
export function openLocal(cloud: Endpoints['cloud'], tokens: Record<string, string>): Pipeline {
  const { endpoint, accessKeyId, secretAccessKey } = cloud;
  const config = { endpoint, region: 'us-east-1', credentials: { accessKeyId, secretAccessKey } };
  return { ...assemble(cloud.outputs, config), tokens };
}

function assemble(found: Record<string, string>, config: ClientConfig): Pipeline {
  const outputs = Object.fromEntries(
    Object.entries(OUTPUTS).map(([name, output]) => [name, found[output] ?? '']),
  ) as Record<OutputName, string>;
  const rawBucket = openBucket(outputs.rawBucket, config);
  const table = openTable(outputs.table, config);
  return {
    outputs,
    rawBucket,
    articles: openArticleStore(table, rawBucket),
    configuration: openConfigurationStore(rawBucket, () => new Date()),
    erasure: openErasureStore(table, rawBucket),
    feeds: openFeedStore(table),
    partners: openPartnerStore(table),
    edge: openEdgeStore(outputs.partnerStore, config),
    feedBucket: openBucket(outputs.feedBucket, config),
    raw: openRawStore(rawBucket),
    receipts: openReceiptStore(table),
    work: openWorkStore(table),
    tokens: {},
    now: () => new Date(),
  };
}

async function stackOutputs(stack: string): Promise<Record<string, string>> {
  const client = new CloudFormationClient({});
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }));
    const outputs = Stacks[0]?.Outputs ?? [];
    return Object.fromEntries(
      outputs.map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']),
    );
  } catch (error) {
    throw new Failure(
      `the stack ${stack} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      'Check the name, AWS_REGION and your credentials (aws sts get-caller-identity).',
      EXIT.unreachable,
    );
  }
}

/** The local cloud's clock may have been moved; decisions are stamped with its time. */
async function localClock(cloud: Endpoints['cloud']): Promise<() => Date> {
  const { now } = await clockOf(cloud);
  const offset = Date.parse(now) - Date.now();
  return () => new Date(Date.now() + offset);
}

/** Reads the local cloud's clock, or moves it and reads it. */
export async function clockOf(
  cloud: Endpoints['cloud'],
  move?: { shift: number } | { set: string },
): Promise<{ now: string }> {
  const url = `${cloud.endpoint}/_wiredesk/clock`;
  try {
    const response = await fetch(url, {
      method: move ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${cloud.secretAccessKey}`, 'content-type': 'application/json' },
      ...(move && { body: JSON.stringify(move) }),
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return (await response.json()) as { now: string };
  } catch (error) {
    throw new Failure(
      `the local cloud at ${cloud.endpoint} does not answer (${error instanceof Error ? error.message : String(error)})`,
      'It may have been ended without a goodbye; start it again with "npm start".',
      EXIT.unreachable,
    );
  }
}
