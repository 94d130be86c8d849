import * as z from 'zod';
import { REGION } from '../template/account.ts';
import type { Message } from '../protocol/sqs-messages.ts';
import type { InvocationResult } from './function-worker.ts';

const batchResponse = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullable();

/**
 * The messages that the function processed with success. Lambda deletes these messages of the batch (Lambda Developer Guide, "Partial batch responses").
 * @param reportsFailures whether the mapping has ReportBatchItemFailures; without it a batch succeeds or fails as a
 * whole
 */
export function succeeded(
  messages: Message[],
  result: InvocationResult,
  reportsFailures: boolean,
): Message[] {
  if (!result.ok) return [];
  if (!reportsFailures) return messages;
  const answer = batchResponse.safeParse(JSON.parse(result.payload));
  if (!answer.success) return [];
  const failed = new Set((answer.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier));
  const known = new Set(messages.map(({ MessageId }) => MessageId));
  // If the function reports a message that is not in the batch, the whole batch has failed.
  if ([...failed].some((id) => !known.has(id))) return [];
  return messages.filter(({ MessageId }) => !failed.has(MessageId));
}

/** A message as the function receives it (Lambda Developer Guide, "Using Lambda with SQS"). */
export const sqsRecord = (source: Message, eventSourceARN: string): object => ({
  messageId: source.MessageId,
  receiptHandle: source.ReceiptHandle,
  body: source.Body,
  attributes: source.Attributes,
  messageAttributes: Object.fromEntries(
    Object.entries(source.MessageAttributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      {
        dataType: DataType,
        stringValue: StringValue,
        binaryValue: BinaryValue,
        stringListValues: [],
        binaryListValues: [],
      },
    ]),
  ),
  md5OfBody: source.MD5OfBody,
  eventSource: 'aws:sqs',
  eventSourceARN,
  awsRegion: REGION,
});
