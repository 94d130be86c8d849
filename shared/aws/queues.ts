import {
  ChangeMessageVisibilityCommand,
  SendMessageBatchCommand,
  SQSClient,
  type SQSClientConfig,
} from '@aws-sdk/client-sqs';
import { type NowMessage, objectCreatedMessage, type PublishMessage } from '../contract/messages.ts';
import type { NormaliseQueue, Queue } from '../contract/stores.ts';
import { LIMITS } from './limits.ts';

/** SendMessageBatch accepts ten entries with at most 1 MiB in total (SQS API Reference). */
const MESSAGES_PER_BATCH = 10;
const BYTES_PER_BATCH = 1_000_000;

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
    if (batch.length === MESSAGES_PER_BATCH || bytes + size > BYTES_PER_BATCH) await flush();
    batch.push(entry);
    bytes += size;
  }
  await flush();
}

export function openNowQueue(url: string, config: SQSClientConfig = {}): Queue<NowMessage> {
  return openStandardQueue(url, config, (message) => message);
}

/** A queue of normalise: for decisions, or for raw objects that it has to read again. */
export function openNormaliseQueue(url: string, config: SQSClientConfig = {}): NormaliseQueue {
  return openStandardQueue(url, config, objectCreatedMessage);
}

function openStandardQueue<Message>(
  url: string,
  config: SQSClientConfig,
  bodyOf: (message: Message) => unknown,
): Queue<Message> {
  const client = new SQSClient({ ...LIMITS, ...config });
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
 * The publish queue. Each feed is a FIFO group, so only one publish of a feed runs at a time. `newId` makes a new
 * de-duplication id for each message. For five minutes SQS drops a message whose id it has seen before, but a kill,
 * an unkill and another kill within that time must all arrive.
 */
export function openPublishQueue(
  url: string,
  newId: () => string,
  config: SQSClientConfig = {},
): Queue<PublishMessage> {
  const client = new SQSClient({ ...LIMITS, ...config });
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

/** Makes a received message visible again after `seconds`, before the queue's visibility timeout ends. */
export function openReturner(config: SQSClientConfig = {}) {
  const client = new SQSClient({ ...LIMITS, ...config });
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
