import {
  BatchProcessor,
  EventType,
  processPartialResponse,
  SqsFifoPartialProcessorAsync,
} from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { log } from './log.ts';

export type QueueHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

type Work = (body: unknown) => Promise<void>;

export interface QueueOptions {
  /**
   * Whether the queue is a FIFO queue. There, a failed message holds back only the later messages of its own group.
   */
  fifo: boolean;
  /** Called when a message has failed, before it returns to the queue. */
  onFailure?: (record: SQSRecord) => Promise<void>;
}

/**
 * Makes the handler of a stage that has a queue. The handler passes each message's body, parsed as JSON, to `work`, with
 * the context of the invocation, and answers with the ids of the messages that failed. An empty list means that all
 * messages succeeded.
 */
export function queueHandler(
  work: (body: unknown, context: Context) => Promise<void>,
  options: QueueOptions,
): QueueHandler {
  return runHandler((context) => (body) => work(body, context), options);
}

/**
 * Like `queueHandler`, for a stage whose messages share the time of one run. `begin` is called once for each run and
 * returns the work for its messages. With `sizeOf`, this work is called for the smallest body first, and at last for
 * bodies whose size it cannot tell.
 */
export function runHandler(
  begin: (context: Context) => Work,
  { fifo, onFailure, sizeOf }: QueueOptions & { sizeOf?: (body: unknown) => number },
): QueueHandler {
  const handleRecord = async (work: Work, record: SQSRecord): Promise<void> => {
    try {
      await work(JSON.parse(record.body));
    } catch (error) {
      log.error('a message failed and returns to its queue', {
        messageId: record.messageId,
        receives: record.attributes.ApproximateReceiveCount,
        error: error instanceof Error ? error : new Error(String(error)),
      });
      await onFailure?.(record);
      throw error;
    }
  };
  return (event, context) => {
    const work = begin(context);
    const handle = (record: SQSRecord): Promise<void> => handleRecord(work, record);
    const sorted = sizeOf === undefined ? event : { ...event, Records: bySize(event.Records, sizeOf) };
    return fifo
      ? processPartialResponse(sorted, handle, new SqsFifoPartialProcessorAsync(), {
          context,
          skipGroupOnError: true,
          throwOnFullBatchFailure: false,
        })
      : processPartialResponse(sorted, handle, new BatchProcessor(EventType.SQS), {
          context,
          throwOnFullBatchFailure: false,
        });
  };
}

function bySize(records: readonly SQSRecord[], sizeOf: (body: unknown) => number): SQSRecord[] {
  const size = ({ body }: SQSRecord): number => {
    try {
      return sizeOf(JSON.parse(body));
    } catch {
      // The work on this message fails in the same way, and this failure is reported.
      return Number.MAX_SAFE_INTEGER;
    }
  };
  const sizes = new Map(records.map((record) => [record, size(record)]));
  return records.toSorted((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0));
}
