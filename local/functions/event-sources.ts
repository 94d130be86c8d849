import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { REGION } from '../template/account.ts';
import { sqsRequest } from '../aws/sqs-request.ts';
import type { Stack } from '../template/template.ts';
import type { Front, Principal } from '../aws/dispatcher.ts';
import type { Functions, LambdaFunction } from './functions.ts';
import type { Outcome } from './function-worker.ts';
import type { Policies } from '../iam/policies.ts';

const mapping = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  Enabled: z.boolean().default(true),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
  // An unevaluated filter would let through what AWS drops.
  FilterCriteria: z.undefined({ error: 'filters are not evaluated locally' }).optional(),
});

const queue = z.object({ VisibilityTimeout: z.number().default(30) });

/** Pollers per mapping: a laptop's share of what AWS would run. */
const MOST_POLLERS = 2;

/** What AWS requires of the function's role before it accepts a mapping (Lambda Developer Guide, "Using Lambda with SQS"). */
const NEEDED = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

const message = z.object({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  Body: z.string(),
  MD5OfBody: z.string(),
  Attributes: z.record(z.string(), z.string()).default({}),
  MessageAttributes: z
    .record(
      z.string(),
      z.object({
        DataType: z.string(),
        StringValue: z.string().optional(),
        BinaryValue: z.string().optional(),
      }),
    )
    .default({}),
});
const received = z.object({ Messages: z.array(message).default([]) });
type Message = z.infer<typeof message>;

interface Parts {
  front: Front;
  functions: Functions;
  policies: Policies;
  log: (line: string) => void;
}

/**
 * Starts polling every enabled SQS mapping: receive, invoke, delete what succeeded; the rest comes back after its
 * visibility time-out. Batching windows are not waited for. Returns what stops it; a batch in hand is finished first.
 */
export function startEventSources(stack: Stack, parts: Parts): () => Promise<void> {
  const stopping = new AbortController();
  const queues = new Map(
    stack
      .all('AWS::SQS::Queue', queue)
      .map(({ names, properties }) => [names.attributes['Arn'] ?? '', properties.VisibilityTimeout]),
  );
  const pollers = stack.all('AWS::Lambda::EventSourceMapping', mapping).flatMap(({ id, properties }) => {
    if (!properties.Enabled) return [];
    const fn = parts.functions.byArn(properties.FunctionName);
    for (const action of NEEDED)
      if (!parts.policies.allows({ asker: { role: fn.role }, action, resource: properties.EventSourceArn }))
        throw new Error(`${id}: the role of ${fn.id} lacks ${action} on ${properties.EventSourceArn}`);
    const visibility = queues.get(properties.EventSourceArn) ?? 30;
    if (visibility < fn.timeoutSeconds)
      throw new Error(
        `${id}: the queue's visibility time-out, ${visibility} s, is below that of ${fn.id}, ${fn.timeoutSeconds} s`,
      );
    const count = Math.min(properties.ScalingConfig?.MaximumConcurrency ?? MOST_POLLERS, MOST_POLLERS);
    return Array.from({ length: count }, () => poll(properties, fn, parts, stopping.signal));
  });
  return async () => {
    stopping.abort();
    await Promise.all(pollers);
  };
}

async function poll(
  source: z.infer<typeof mapping>,
  fn: LambdaFunction,
  parts: Parts,
  signal: AbortSignal,
): Promise<void> {
  const { front, functions, log } = parts;
  const principal: Principal = { name: fn.id, asker: { role: fn.role } };
  const sqs = async (operation: string, body: object, abort?: AbortSignal): Promise<unknown> => {
    const request = sqsRequest(operation, source.EventSourceArn, body);
    const response = await front.call(principal, 'sqs', request, abort);
    const text = response.body.toString('utf8');
    if (response.status !== 200) throw new Error(`${operation}: ${text}`);
    return JSON.parse(text || '{}');
  };
  const receive = {
    MaxNumberOfMessages: Math.min(source.BatchSize, 10),
    WaitTimeSeconds: 20,
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  };
  // A function: the signal changes while a call is awaited.
  const stopped = (): boolean => signal.aborted;
  while (!stopped()) {
    try {
      const { Messages } = received.parse(await sqs('ReceiveMessage', receive, signal));
      if (Messages.length === 0) continue;
      const outcome = await functions.invoke(fn, {
        Records: Messages.map((one) => record(one, source.EventSourceArn)),
      });
      const done = succeeded(Messages, outcome, source.FunctionResponseTypes.length > 0);
      if (done.length > 0)
        await sqs('DeleteMessageBatch', {
          Entries: done.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
        });
    } catch (error) {
      if (stopped()) return;
      log(
        `${fn.id} cannot poll ${source.EventSourceArn}: ${error instanceof Error ? error.message : String(error)}`,
      );
      await sleep(1000, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** The messages to delete: all, none, or all but those reported (Lambda Developer Guide, "Partial batch responses"). */
function succeeded(messages: Message[], outcome: Outcome, reports: boolean): Message[] {
  if (outcome.kind === 'failed') return [];
  if (!reports) return messages;
  const answer = failures.safeParse(JSON.parse(outcome.payload));
  if (!answer.success) return [];
  const failed = new Set((answer.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier));
  const known = new Set(messages.map(({ MessageId }) => MessageId));
  // An identifier that names no message fails the whole batch.
  if ([...failed].some((id) => !known.has(id))) return [];
  return messages.filter(({ MessageId }) => !failed.has(MessageId));
}

const failures = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullable();

const record = (one: Message, eventSourceARN: string): object => ({
  messageId: one.MessageId,
  receiptHandle: one.ReceiptHandle,
  body: one.Body,
  attributes: one.Attributes,
  messageAttributes: Object.fromEntries(
    Object.entries(one.MessageAttributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
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
  md5OfBody: one.MD5OfBody,
  eventSource: 'aws:sqs',
  eventSourceARN,
  awsRegion: REGION,
});
