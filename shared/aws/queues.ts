import {
  ChangeMessageVisibilityCommand,
  SendMessageBatchCommand,
  SQSClient,
  type SQSClientConfig,
} from '@aws-sdk/client-sqs';
import { type NowMessage, objectCreatedMessage, type PublishMessage } from '../contract/messages.ts';
import type { NormaliseQueue, Queue } from '../contract/stores.ts';

/** SendMessageBatch takes ten entries (API reference), and 1 MiB in all. */
const BATCH = 10;
const BATCH_BYTES = 1_000_000;

interface Entry {
  Id: string;
  MessageBody: string;
  MessageGroupId?: string;
  MessageDeduplicationId?: string;
}

async function sendAll(client: SQSClient, url: string, entries: readonly Entry[]): Promise<void> {
  let batch: Entry[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: batch }));
    if (Failed.length > 0)
      throw new Error(`SQS refused ${Failed.length} messages: ${Failed[0]?.Message ?? ''}`);
    batch = [];
    bytes = 0;
  };
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.MessageBody);
    if (batch.length === BATCH || bytes + size > BATCH_BYTES) await flush();
    batch.push(entry);
    bytes += size;
  }
  await flush();
}

export function openNowQueue(url: string, config: SQSClientConfig = {}): Queue<NowMessage> {
  return openStandardQueue(url, config, (message) => message);
}

/** Normalise's queue, to announce raw objects once more. */
export function openNormaliseQueue(url: string, config: SQSClientConfig = {}): NormaliseQueue {
  return openStandardQueue(url, config, ({ key }) => objectCreatedMessage(key));
}

function openStandardQueue<Message>(
  url: string,
  config: SQSClientConfig,
  bodyOf: (message: Message) => unknown,
): Queue<Message> {
  const client = new SQSClient(config);
  return {
    send: (messages) =>
      sendAll(
        client,
        url,
        messages.map((message, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(bodyOf(message)),
        })),
      ),
  };
}

/**
 * The publish queue: one FIFO group per feed, so one writer per feed. The de-duplication id is new with each send,
 * because a kill, an un-kill and a kill within five minutes must all arrive; `newId` makes it.
 */
export function openPublishQueue(
  url: string,
  newId: () => string,
  config: SQSClientConfig = {},
): Queue<PublishMessage> {
  const client = new SQSClient(config);
  return {
    send: (messages) =>
      sendAll(
        client,
        url,
        messages.map((message, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(message),
          MessageGroupId: message.feed,
          MessageDeduplicationId: newId(),
        })),
      ),
  };
}

/** Puts a received message back after `seconds`, sooner than the queue's visibility time-out would. */
export function openReturner(config: SQSClientConfig = {}) {
  const client = new SQSClient(config);
  return async (queueUrl: string, receiptHandle: string, seconds: number): Promise<void> => {
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: queueUrl,
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: seconds,
      }),
    );
  };
}
