import {
  BatchProcessor,
  EventType,
  processPartialResponse,
  SqsFifoPartialProcessorAsync,
} from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { log } from './log.ts';

export type QueueHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

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
 * the context of the invocation, and answers with the ids of the messages that failed. An empty list means that all messages succeeded.
 */
export function queueHandler(
  work: (body: unknown, context: Context) => Promise<void>,
  { fifo, onFailure }: QueueOptions,
): QueueHandler {
  const handleRecord = async (record: SQSRecord, context: Context): Promise<void> => {
    try {
      await work(JSON.parse(record.body), context);
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
    const handle = (record: SQSRecord): Promise<void> => handleRecord(record, context);
    return fifo
      ? processPartialResponse(event, handle, new SqsFifoPartialProcessorAsync(), {
          context,
          skipGroupOnError: true,
          throwOnFullBatchFailure: false,
        })
      : processPartialResponse(event, handle, new BatchProcessor(EventType.SQS), {
          context,
          throwOnFullBatchFailure: false,
        });
  };
}
