import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { GetQueueUrlCommand, ListQueuesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { BatchWriteItemCommand, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Call, Template } from '../../../local/cloud.ts';
import { fresh, run, until, untilRow, writeFixture, type Running } from '../fixture.ts';

const fixture = writeFixture();
let small: Running;
let Bucket: string | undefined;
beforeAll(async () => {
  small = await run(fixture);
  Bucket = small.cloud.outputs['Bucket'];
});
afterAll(async () => {
  await small.stop();
  fixture.remove();
});

describe('an S3 upload', () => {
  test('keeps media type, content coding, cache control and metadata, however the SDK sends the body', async () => {
    const bytes = Buffer.from([0x1f, 0x8b, 0, 0xff, 0x0d, 0x0a, 0x30, 0x0d, 0x0a]);
    const sent = {
      ContentType: 'application/atom+xml',
      ContentEncoding: 'gzip',
      CacheControl: 'max-age=60',
      Metadata: { envelope: 'eyJhIjoxfQ' },
    };
    // The SDK sends a stream as aws-chunked, with the checksum in a trailer.
    const bodies = [bytes, Readable.from([bytes])];
    for (const Body of bodies) {
      const Key = `ü ber/${fresh()}`;
      const ContentLength = bytes.length;
      const { ETag } = await small.s3.send(
        new PutObjectCommand({ Bucket, Key, Body, ContentLength, ...sent }),
      );
      expect(ETag).toBe(`"${createHash('md5').update(bytes).digest('hex')}"`);
      const got = await small.s3.send(new GetObjectCommand({ Bucket, Key }));
      expect(got).toMatchObject(sent);
      expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(bytes);
      expect(await small.s3.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject(sent);
      const copy = { Bucket, Key: `${Key}-copy`, CopySource: encodeURIComponent(`${Bucket}/${Key}`) };
      await small.s3.send(new CopyObjectCommand(copy));
      expect(await small.s3.send(new HeadObjectCommand({ Bucket, Key: copy.Key }))).toMatchObject(sent);
    }
    const { Contents = [] } = await small.s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'ü ber/' }));
    expect(Contents).toHaveLength(4);
  });

  test('is refused if the bytes do not match the checksum', async () => {
    const put = new PutObjectCommand({ Bucket, Key: fresh(), Body: 'abc', ChecksumCRC32: 'AAAAAA==' });
    await expect(small.s3.send(put)).rejects.toMatchObject({ name: 'BadDigest' });
  });
});

describe('permissions', () => {
  test('a call without a key or with an unknown key gets 403', async () => {
    expect((await fetch(`${small.cloud.endpoint}/${Bucket}/x`)).status).toBe(403);
    const stranger = {
      endpoint: small.cloud.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIASTRANGER', secretAccessKey: 'x' },
    };
    const attempts = [
      new S3Client(stranger).send(new GetObjectCommand({ Bucket, Key: 'x' })),
      new SQSClient(stranger).send(new ListQueuesCommand({})),
      new DynamoDBClient(stranger).send(
        new GetItemCommand({ TableName: 'x', Key: { pk: { S: 'x' }, sk: { S: 'x' } } }),
      ),
    ];
    const statuses = await Promise.allSettled(attempts);
    expect(statuses).toMatchObject(
      Array(3).fill({ status: 'rejected', reason: { $metadata: { httpStatusCode: 403 } } }),
    );
  });

  test('the error for a missing key is NoSuchKey with permission to list the bucket, and AccessDenied without it', async () => {
    const id = fresh();
    await small.send({ do: 'get', id, key: 'never-written' });
    expect((await untilRow(small, id, 'get'))['get']).toBe('AccessDenied');
    const asOperator = small.s3.send(new GetObjectCommand({ Bucket, Key: 'never-written' }));
    await expect(asOperator).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test('a function needs s3:PutObject in its role to put an object', async () => {
    const key = fresh();
    await small.send({ do: 'put', key, body: 'x' });
    await until(
      () => small.cloud.inFlight(),
      (messages) => messages === 0,
    );
    await small.s3.send(new HeadObjectCommand({ Bucket, Key: key }));

    const other = writeFixture();
    const denied = await run(other, {
      template: (template: Template) =>
        JSON.parse(JSON.stringify(template).replace('"s3:PutObject"', '"s3:PutObjectTagging"')) as Template,
    });
    const refused = `AccessDenied: Worker may not s3:PutObject on arn:aws:s3:::${Bucket}/${key}`;
    await denied.send({ do: 'put', key, body: 'x' });
    await until(
      async () => denied.lines,
      (lines) => lines.includes(refused),
    );
    await denied.stop();
    other.remove();
  });

  test('for a batch write a hook sees a call on the table that the request names', async () => {
    const dynamodb = new DynamoDBClient({
      endpoint: small.cloud.endpoint,
      credentials: small.cloud.credentials,
      region: 'us-east-1',
    });
    const seen: Call[] = [];
    const remove = small.cloud.intercept((call) => void seen.push(call));
    const Item = { pk: { S: fresh() }, sk: { S: 'x' } };
    await dynamodb.send(
      new BatchWriteItemCommand({
        RequestItems: { [small.cloud.outputs['Table'] ?? '']: [{ PutRequest: { Item } }] },
      }),
    );
    remove();
    expect(seen).toContainEqual({
      principal: 'operator',
      service: 'dynamodb',
      action: 'dynamodb:BatchWriteItem',
      resource: `arn:aws:dynamodb:us-east-1:000000000000:table/${small.cloud.outputs['Table']}`,
    });
  });
});

describe('hooks', () => {
  test('a hook sees a call before the emulator gets it, and the call waits for the hook', async () => {
    const key = fresh();
    const reached = Promise.withResolvers<Call>();
    const release = Promise.withResolvers<void>();
    const remove = small.cloud.intercept(async (call) => {
      if (call.action !== 's3:PutObject' || !call.resource.endsWith(key)) return;
      reached.resolve(call);
      await release.promise;
    });
    await small.send({ do: 'put', key, body: 'held' });
    expect(await reached.promise).toMatchObject({ principal: 'Worker', service: 's3' });
    await expect(small.s3.send(new HeadObjectCommand({ Bucket, Key: key }))).rejects.toThrow();
    expect(await small.cloud.inFlight()).toBeGreaterThan(0);
    release.resolve();
    await until(
      () => small.cloud.inFlight(),
      (messages) => messages === 0,
    );
    await small.s3.send(new HeadObjectCommand({ Bucket, Key: key }));
    remove();
  });
});

test('GetQueueUrl returns a URL with the current port', async () => {
  const { QueueUrl } = await small.sqs.send(new GetQueueUrlCommand({ QueueName: 'Work' }));
  expect(QueueUrl).toBe(small.cloud.outputs['Work']);
  await small.sqs.send(
    new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ do: 'mark', id: fresh() }) }),
  );
});

test('a request that waits for 100 Continue is answered', async () => {
  const { port } = new URL(small.cloud.endpoint);
  const { accessKeyId } = small.cloud.credentials;
  const status = await new Promise((resolve, reject) => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0`;
    const put = httpRequest({
      port,
      host: '127.0.0.1',
      method: 'PUT',
      path: `/${Bucket}/${fresh()}`,
      headers: { authorization, expect: '100-continue', 'content-length': '3' },
    });
    put.on('continue', () => put.end('abc'));
    put.on('response', (response) => resolve(response.statusCode));
    put.on('error', reject);
    put.flushHeaders();
  });
  expect(status).toBe(200);
});
