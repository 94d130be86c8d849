import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Caller, Dispatcher } from '../aws/dispatcher.ts';
import type { Policies } from '../iam/policies.ts';
import { received } from '../protocol/sqs-messages.ts';
import { sqsRequest } from '../protocol/sqs-request.ts';
import type { Stack } from '../template/bound-stack.ts';
import type { Functions } from './functions.ts';
import type { LambdaFunction } from './lambda-function.ts';
import { sqsRecord, succeeded } from './sqs-batch.ts';

const mapping = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  Enabled: z.boolean().default(true),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
  // The local cloud does not evaluate filters. It refuses them, because messages that AWS drops would reach the
  // function.
  FilterCriteria: z.undefined({ error: 'filters are not evaluated locally' }).optional(),
});

const queue = z.object({ VisibilityTimeout: z.number().default(30) });

/** The largest number of loops that poll the queue of one event source mapping. AWS runs more. */
const MAX_POLLERS = 2;

/**
 * Lambda accepts a mapping only if the role of the function allows these actions (Developer Guide, "Using Lambda with
 * SQS").
 */
const NEEDED_ACTIONS = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

interface Parts {
  dispatcher: Dispatcher;
  functions: Functions;
  policies: Policies;
  log: (line: string) => void;
}

/**
 * Polls the queue of every enabled SQS mapping: receives messages, invokes the function, and deletes the messages
 * that succeeded. A failed message returns after its visibility timeout. Batching windows are ignored: a function
 * gets the messages at once, even if the batch is not full. Returns a function that stops the polling after the
 * current batches.
 */
export function startEventSources(stack: Stack, parts: Parts): () => Promise<void> {
  const stopping = new AbortController();
  const visibilityOf = new Map(
    stack
      .all('AWS::SQS::Queue', queue)
      .map(({ names, properties }) => [names.attributes['Arn'] ?? '', properties.VisibilityTimeout]),
  );
  const pollers = stack.all('AWS::Lambda::EventSourceMapping', mapping).flatMap(({ id, properties }) => {
    if (!properties.Enabled) return [];
    const fn = parts.functions.byArn(properties.FunctionName);
    const resource = properties.EventSourceArn;
    for (const action of NEEDED_ACTIONS)
      if (!parts.policies.allows({ principal: { role: fn.role }, action, resource }))
        throw new Error(`${id}: the role of ${fn.id} lacks ${action} on ${resource}`);
    const visibility = visibilityOf.get(resource) ?? 30;
    if (visibility < fn.timeoutSeconds)
      throw new Error(
        `${id}: the queue's visibility timeout (${visibility} s) is shorter than the timeout of ${fn.id} (${fn.timeoutSeconds} s)`,
      );
    const count = Math.min(properties.ScalingConfig?.MaximumConcurrency ?? MAX_POLLERS, MAX_POLLERS);
    const { signal } = stopping;
    return Array.from({ length: count }, () => poll({ source: properties, fn, signal }, parts));
  });
  return async () => {
    stopping.abort();
    await Promise.all(pollers);
  };
}

interface Polling {
  source: z.infer<typeof mapping>;
  fn: LambdaFunction;
  signal: AbortSignal;
}

async function poll({ source, fn, signal }: Polling, { dispatcher, functions, log }: Parts): Promise<void> {
  const caller: Caller = { name: fn.id, principal: { role: fn.role } };
  const sqs = async (operation: string, body: object, abort?: AbortSignal): Promise<unknown> => {
    const request = sqsRequest(operation, source.EventSourceArn, body);
    const response = await dispatcher.call({ caller, service: 'sqs', request, signal: abort });
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
  // A function and not a constant, because the signal may change during the calls below.
  const stopped = (): boolean => signal.aborted;
  while (!stopped()) {
    try {
      const { Messages } = received.parse(await sqs('ReceiveMessage', receive, signal));
      if (Messages.length === 0) continue;
      const result = await functions.invoke(fn, {
        Records: Messages.map((message) => sqsRecord(message, source.EventSourceArn)),
      });
      const done = succeeded(Messages, result, source.FunctionResponseTypes.length > 0);
      if (done.length > 0)
        await sqs('DeleteMessageBatch', {
          Entries: done.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
        });
    } catch (error) {
      if (stopped()) return;
      const reason = error instanceof Error ? error.message : String(error);
      log(`${fn.id} cannot poll ${source.EventSourceArn}: ${reason}`);
      await sleep(1000, undefined, { signal }).catch(() => undefined);
    }
  }
}
