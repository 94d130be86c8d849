import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openClock } from '../../../local/clock.ts';
import { createNotifications, type Notifications } from '../../../local/s3/notifications.ts';
import { bindStack } from '../../../local/template/bound-stack.ts';
import type { AwsRequest, AwsResponse } from '../../../local/protocol/messages.ts';
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
  const clock = openClock(directory, undefined);
  return createNotifications(stack, { stateDir: directory, clock, send: ({ body }) => send(body) });
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

test('an event has the shape of an S3 event', async () => {
  await start(keep).notifyAfter(put, written);
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

test('the sequencer grows with each write of a key', async () => {
  const notifications = start(keep);
  await notifications.notifyAfter(put, written);
  await notifications.notifyAfter(put, written);
  const [first = '', second = ''] = sent.map((body) => /"sequencer":"(\w+)"/.exec(body)?.[1] ?? '');
  expect(second > first).toBe(true);
});

test('a failed write sends no event', async () => {
  await start(keep).notifyAfter(put, async () => answer(412));
  expect(sent).toEqual([]);
});

test('the next start of the local cloud sends an event that was lost when the process ended', async () => {
  const lost = start(() => new Promise(() => undefined));
  void lost.notifyAfter(put, written);
  await new Promise(setImmediate);
  const again = start(keep);
  await again.recover(async (bucket, key) =>
    answer(`${bucket}/${key}` === 'small-bucket/raw/a b.txt' ? 200 : 404),
  );
  expect(sent).toHaveLength(1);
  // The third start of the local cloud does not send the event again.
  await start(keep).recover(written);
  expect(sent).toHaveLength(1);
});

test('the next start of the local cloud sends no event for a write that did not happen', async () => {
  void start(keep).notifyAfter(put, () => new Promise(() => undefined));
  await start(keep).recover(async () => answer(404));
  expect(sent).toEqual([]);
});
