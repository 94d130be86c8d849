import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openClock } from '../../../local/clock.ts';
import { createNotifications, type Notifications } from '../../../local/s3/notifications.ts';
import { bindStack } from '../../../local/template/template.ts';
import type { AwsRequest, AwsResponse } from '../../../local/emulators/emulators.ts';
import { fixtureTemplate } from '../fixture-template.ts';

let directory: string;
let sent: string[];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'wiredesk-notifications-'));
  sent = [];
});
afterEach(() => rmSync(directory, { recursive: true }));

const start = (send: (body: string) => Promise<void>): Notifications => {
  const stack = bindStack('Small', fixtureTemplate(), 'http://127.0.0.1:1');
  return createNotifications(stack, directory, openClock(directory, undefined), (_queue, _bucket, body) =>
    send(body),
  );
};
const keep = async (body: string): Promise<void> => void sent.push(body);
const put: AwsRequest = {
  method: 'PUT',
  path: '/small-bucket/raw/a%20b.txt',
  headers: {},
  body: Buffer.from('abc'),
};
const answer = (status: number): AwsResponse => ({
  status,
  headers: { etag: '"e"', 'content-length': '3' },
  body: Buffer.alloc(0),
});
const written = async (): Promise<AwsResponse> => answer(200);

test('an event has the shape of S3’s', async () => {
  await start(keep).announce(put, written);
  expect(JSON.parse(sent[0] ?? '')).toMatchObject({
    Records: [
      {
        eventName: 'ObjectCreated:Put',
        eventSource: 'aws:s3',
        s3: {
          bucket: { name: 'small-bucket', arn: 'arn:aws:s3:::small-bucket' },
          object: {
            key: 'raw/a+b.txt',
            size: 3,
            eTag: 'e',
            sequencer: expect.stringMatching(/^[0-9A-F]{16}$/) as string,
          },
        },
      },
    ],
  });
});

test('sequencers grow from one write of a key to the next', async () => {
  const notifications = start(keep);
  await notifications.announce(put, written);
  await notifications.announce(put, written);
  const [first = '', second = ''] = sent.map((body) => /"sequencer":"(\w+)"/.exec(body)?.[1] ?? '');
  expect(second > first).toBe(true);
});

test('a write that failed tells nobody', async () => {
  await start(keep).announce(put, async () => answer(412));
  expect(sent).toEqual([]);
});

test('an object whose event was lost with the process is announced at the next start', async () => {
  const lost = start(() => new Promise(() => undefined));
  void lost.announce(put, written);
  await new Promise(setImmediate);
  const again = start(keep);
  await again.recover(async (bucket, key) =>
    answer(`${bucket}/${key}` === 'small-bucket/raw/a b.txt' ? 200 : 404),
  );
  expect(sent).toHaveLength(1);
  // And not once more at the start after.
  await start(keep).recover(written);
  expect(sent).toHaveLength(1);
});

test('a write that never happened is not announced at the next start', async () => {
  void start(keep).announce(put, () => new Promise(() => undefined));
  await start(keep).recover(async () => answer(404));
  expect(sent).toEqual([]);
});
