import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEdgeCache } from '../../shared/aws/edge-cache.ts';
import { openEdgeStore } from '../../shared/aws/edge-store.ts';
import { openBucket } from '../../shared/aws/bucket.ts';
import { LIMITS } from '../../shared/aws/limits.ts';
import { openNowQueue } from '../../shared/aws/queues.ts';
import { openTable } from '../../shared/aws/table.ts';
import { STAGES } from '../../shared/contract/stages.ts';
import { articleIdOf } from '../support/ids.ts';

/** A server that accepts connections and never answers, as a store does whose network has failed. */
let silent: Server;
let config: { endpoint: string; region: string; maxAttempts: number; credentials: Credentials };
interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

beforeAll(async () => {
  silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  config = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
});
afterAll(() => silent.close());

describe('a store that accepts a connection and does not answer', () => {
  test('ends each call with an error instead of the timeout of the function', async () => {
    const calls = [
      openTable('Table', config).get({ pk: 'a', sk: 'b' }),
      openBucket('bucket', { ...config, forcePathStyle: true }).get('key'),
      openEdgeStore('arn:aws:cloudfront::111111111111:key-value-store/a', config).entries(),
      openEdgeCache('distribution', config).invalidate(['/a'], 'reference'),
      openNowQueue(`${config.endpoint}/1/queue`, config).send([{ article: articleIdOf('story') }]),
    ];
    for (const call of await Promise.allSettled(calls)) {
      expect(call).toMatchObject({ status: 'rejected', reason: { name: 'TimeoutError' } });
    }
  });
});

test('every AWS client that the functions and the commands make has these limits', () => {
  const root = join(import.meta.dirname, '..', '..');
  const made = ['shared', 'cli', 'functions'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const text = readFileSync(join(root, folder, name), 'utf8');
        return [...text.matchAll(/new \w+Client\([^;]*/g)].map(([code]) => `${name}: ${code}`);
      }),
  );
  expect(made.length).toBeGreaterThanOrEqual(8);
  for (const one of made) expect(one).toMatch(/Client\((?:\{ \.\.\.LIMITS, |LIMITS\))/);
});

test('all attempts of one call together take less time than any function has', () => {
  const { connectionTimeout, requestTimeout } = LIMITS.requestHandler;
  const milliseconds = LIMITS.maxAttempts * (connectionTimeout + requestTimeout);
  for (const { timeoutSeconds } of Object.values(STAGES))
    expect(milliseconds).toBeLessThan(timeoutSeconds * 1000);
});
