import {
  CloudFrontKeyValueStoreClient,
  type CloudFrontKeyValueStoreClientConfig,
  ConflictException,
  DescribeKeyValueStoreCommand,
  paginateListKeys,
  UpdateKeysCommand,
  type UpdateKeysCommandInput,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
// The API of key-value stores has no region, so it accepts only Signature Version 4A. Importing this package
// registers the signer.
import '@aws-sdk/signature-v4a';
import type { EdgeStore } from '../contract/stores.ts';
import type { PartnerId } from '../domain/identity.ts';
import { partnerIdSchema } from '../domain/stored-text.ts';
import { LIMITS } from './limits.ts';

/** The most keys in one update and in one page (CloudFront Developer Guide, "Quotas on key value stores"). */
const KEYS_PER_BATCH = 50;

/** How many times an update is tried if other processes write at the same time. */
const UPDATE_ATTEMPTS = 5;

type Change = Pick<UpdateKeysCommandInput, 'Puts' | 'Deletes'>;

/**
 * The CloudFront KeyValueStore with this ARN. An update consists of batches; each is applied completely or not at
 * all. Removals come first, so that a token can be revoked even if the store is full. If an update fails between two
 * batches, the caller completes it by sending the whole update again.
 */
export function openEdgeStore(arn: string, config: EdgeStoreConfig = {}): EdgeStore {
  const client = new CloudFrontKeyValueStoreClient({ ...LIMITS, ...clientConfig(config) });

  const etag = async (): Promise<string | undefined> =>
    (await client.send(new DescribeKeyValueStoreCommand({ KvsARN: arn }))).ETag;

  async function send(change: Change, known: string | undefined): Promise<string | undefined> {
    let IfMatch = known;
    for (let attempt = 1; ; attempt++) {
      try {
        return (await client.send(new UpdateKeysCommand({ KvsARN: arn, IfMatch, ...change }))).ETag;
      } catch (error) {
        if (!(error instanceof ConflictException) || attempt === UPDATE_ATTEMPTS) throw error;
        IfMatch = await etag();
      }
    }
  }

  return {
    async entries() {
      const entries = new Map<PartnerId, string>();
      for await (const { Items = [] } of paginateListKeys(
        { client, pageSize: KEYS_PER_BATCH },
        { KvsARN: arn },
      )) {
        for (const { Key = '', Value = '' } of Items) entries.set(partnerIdSchema.parse(Key), Value);
      }
      return entries;
    },
    async update({ put, remove }) {
      const changes: Change[] = [
        ...inBatches(remove.map((Key) => ({ Key }))).map((Deletes) => ({ Deletes })),
        ...inBatches([...put].map(([Key, Value]) => ({ Key, Value }))).map((Puts) => ({ Puts })),
      ];
      if (changes.length === 0) return;
      let known = await etag();
      for (const change of changes) known = await send(change, known);
    },
  };
}

interface EdgeStoreConfig extends Pick<CloudFrontKeyValueStoreClientConfig, 'region' | 'credentials'> {
  endpoint?: string;
}

/**
 * By default the client puts the AWS account number before the host name of an endpoint. The local cloud has no such
 * host names, so an endpoint provider gives the address.
 */
function clientConfig({ endpoint, ...config }: EdgeStoreConfig): CloudFrontKeyValueStoreClientConfig {
  return endpoint === undefined
    ? config
    : { ...config, endpointProvider: () => ({ url: new URL(endpoint) }) };
}

function inBatches<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / KEYS_PER_BATCH) }, (_, batch) =>
    items.slice(batch * KEYS_PER_BATCH, (batch + 1) * KEYS_PER_BATCH),
  );
}
