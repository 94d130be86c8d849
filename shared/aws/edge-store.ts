import {
  CloudFrontKeyValueStoreClient,
  type CloudFrontKeyValueStoreClientConfig,
  ConflictException,
  DescribeKeyValueStoreCommand,
  paginateListKeys,
  UpdateKeysCommand,
  type UpdateKeysCommandInput,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
// The API is everywhere and in no region, so it takes Signature Version 4A alone; the client finds the signer once
// this is loaded.
import '@aws-sdk/signature-v4a';
import type { EdgeStore } from '../contract/stores.ts';

/** CloudFront Developer Guide, "Quotas on key value stores": keys in one update, and in one page. */
const BATCH = 50;

/** How often an update is tried anew when somebody else has written in between. */
const ATTEMPTS = 5;

type Change = Pick<UpdateKeysCommandInput, 'Puts' | 'Deletes'>;

/**
 * The key value store with this ARN. An update is made in batches, each whole or not at all: first what is removed, so
 * that a revocation never waits for a store that is too full. One that fails in the middle is repaired by repeating it.
 */
export function openEdgeStore(arn: string, config: { endpoint?: string } & ClientConfig = {}): EdgeStore {
  const client = new CloudFrontKeyValueStoreClient(placed(config));

  const etag = async (): Promise<string | undefined> =>
    (await client.send(new DescribeKeyValueStoreCommand({ KvsARN: arn }))).ETag;

  async function send(change: Change, known: string | undefined): Promise<string | undefined> {
    let IfMatch = known;
    for (let attempt = 1; ; attempt++) {
      try {
        return (await client.send(new UpdateKeysCommand({ KvsARN: arn, IfMatch, ...change }))).ETag;
      } catch (error) {
        if (!(error instanceof ConflictException) || attempt === ATTEMPTS) throw error;
        IfMatch = await etag();
      }
    }
  }

  return {
    async entries() {
      const entries = new Map<string, string>();
      for await (const { Items = [] } of paginateListKeys({ client, pageSize: BATCH }, { KvsARN: arn })) {
        for (const { Key = '', Value = '' } of Items) entries.set(Key, Value);
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

type ClientConfig = Pick<CloudFrontKeyValueStoreClientConfig, 'region' | 'credentials'>;

/** The client puts the account's number before the host of an endpoint it is given, which the local cloud's has not. */
function placed({
  endpoint,
  ...config
}: Parameters<typeof openEdgeStore>[1] & object): CloudFrontKeyValueStoreClientConfig {
  return endpoint === undefined
    ? config
    : { ...config, endpointProvider: () => ({ url: new URL(endpoint) }) };
}

function inBatches<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, batch) =>
    items.slice(batch * BATCH, (batch + 1) * BATCH),
  );
}
