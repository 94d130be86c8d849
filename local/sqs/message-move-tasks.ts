import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { awsError } from '../protocol/errors.ts';
import type { AwsRequest, AwsResponse } from '../protocol/messages.ts';
import { received } from '../protocol/sqs-messages.ts';
import { sqsRequest } from '../protocol/sqs-request.ts';

/**
 * Moves messages of dead-letter queues back to the queues they came from (SQS API Reference, StartMessageMoveTask),
 * which the emulator of SQS cannot do. As on AWS, a moved message is a new message: its receives are counted from
 * zero. A message is sent before it is deleted, so that the end of the process at any moment loses none.
 */
export interface MessageMoveTasks {
  /** The answer to a request; undefined if the request has nothing to do with these tasks. */
  answer(request: AwsRequest): Promise<AwsResponse> | undefined;
  stop(): Promise<void>;
}

interface Parts {
  /** Sends a request to the emulator. */
  send: (request: AwsRequest) => Promise<AwsResponse>;
  /** The ARNs of the queues whose messages become dead letters in the queue with this ARN. */
  sourcesOf: (deadLetterQueue: string) => readonly string[];
  now: () => Date;
  log: (line: string) => void;
}

interface Task {
  id: string;
  source: string;
  destination: string;
  status: 'RUNNING' | 'COMPLETED' | 'CANCELLING' | 'CANCELLED' | 'FAILED';
  moved: number;
  toMove: number;
  startedAt: number;
  failure?: string;
  end: Promise<void>;
}

const start = z.object({ SourceArn: z.string(), DestinationArn: z.string().optional() });
const list = z.object({ SourceArn: z.string(), MaxResults: z.number().int().min(1).max(10).default(1) });
const cancel = z.object({ TaskHandle: z.string() });
const attributes = z.object({ Attributes: z.object({ ApproximateNumberOfMessages: z.coerce.number() }) });

/** Seconds for which the messages that are being moved are invisible to others. */
const MOVING_SECONDS = 30;

export function createMessageMoveTasks({ send, sourcesOf, now, log }: Parts): MessageMoveTasks {
  const tasks: Task[] = [];

  const call = async (operation: string, queue: string, parameters: object): Promise<unknown> => {
    const { status, body } = await send(sqsRequest(operation, queue, parameters));
    if (status !== 200) throw new Error(`${operation}: ${body.toString('utf8')}`);
    return JSON.parse(body.toString('utf8') || '{}');
  };

  const move = async (task: Task): Promise<void> => {
    const receive = {
      MaxNumberOfMessages: 10,
      VisibilityTimeout: MOVING_SECONDS,
      MessageSystemAttributeNames: ['MessageGroupId'],
      MessageAttributeNames: ['All'],
    };
    // A function and not a comparison, because the status may change during the calls below.
    const running = (): boolean => task.status === 'RUNNING';
    while (running()) {
      const { Messages } = received.parse(await call('ReceiveMessage', task.source, receive));
      if (Messages.length === 0) break;
      for (const { Body, Attributes, MessageAttributes, ReceiptHandle } of Messages) {
        if (!running()) break;
        const group = Attributes['MessageGroupId'];
        await call('SendMessage', task.destination, {
          MessageBody: Body,
          MessageAttributes,
          ...(group !== undefined && { MessageGroupId: group, MessageDeduplicationId: randomUUID() }),
        });
        await call('DeleteMessage', task.source, { ReceiptHandle });
        task.moved += 1;
      }
    }
    task.status = running() ? 'COMPLETED' : 'CANCELLED';
  };

  const startTask = async (body: unknown): Promise<AwsResponse> => {
    const parsed = start.safeParse(body);
    if (!parsed.success)
      return refused('MissingParameter', 'The request must contain the parameter SourceArn.');
    const { SourceArn: source, DestinationArn } = parsed.data;
    const sources = sourcesOf(source);
    if (sources.length === 0)
      return refused('InvalidParameterValue', 'Source queue must be configured as a Dead Letter Queue.');
    if (tasks.some((task) => task.source === source && task.status === 'RUNNING'))
      return refused(
        'UnsupportedOperation',
        'There is already a task running. Only one active task is allowed.',
      );
    const destination = DestinationArn ?? (sources.length === 1 ? sources[0] : undefined);
    if (destination === undefined)
      return refused(
        'UnsupportedOperation',
        'The local cloud needs DestinationArn for a queue with several sources.',
      );
    const counted = await call('GetQueueAttributes', source, {
      AttributeNames: ['ApproximateNumberOfMessages'],
    });
    const toMove = attributes.parse(counted).Attributes.ApproximateNumberOfMessages;
    const task: Task = {
      ...{ id: randomUUID(), source, destination, status: 'RUNNING', moved: 0, toMove },
      startedAt: now().getTime(),
      end: Promise.resolve(),
    };
    task.end = move(task).catch((error: unknown) => {
      task.status = 'FAILED';
      task.failure = error instanceof Error ? error.message : String(error);
      log(`the messages of ${source} cannot be moved: ${task.failure}`);
    });
    tasks.unshift(task);
    return answered({ TaskHandle: handleOf(task) });
  };

  const listTasks = (body: unknown): AwsResponse => {
    const parsed = list.safeParse(body);
    if (!parsed.success)
      return refused('MissingParameter', 'The request must contain the parameter SourceArn.');
    const { SourceArn, MaxResults } = parsed.data;
    const found = tasks.filter(({ source }) => source === SourceArn).slice(0, MaxResults);
    return answered({ Results: found.map(resultOf) });
  };

  const cancelTask = (body: unknown): AwsResponse => {
    const { TaskHandle } = cancel.catch({ TaskHandle: '' }).parse(body);
    const task = tasks.find((known) => handleOf(known) === TaskHandle);
    if (task?.status !== 'RUNNING')
      return refused(
        'ResourceNotFoundException',
        'The resource that you specified for the task does not exist.',
      );
    task.status = 'CANCELLING';
    return answered({ ApproximateNumberOfMessagesMoved: task.moved });
  };

  const operations: Record<string, (body: unknown) => Promise<AwsResponse> | AwsResponse> = {
    StartMessageMoveTask: startTask,
    ListMessageMoveTasks: listTasks,
    CancelMessageMoveTask: cancelTask,
  };
  return {
    answer({ headers, body }) {
      const operation = operations[headers['x-amz-target']?.split('.')[1] ?? ''];
      return operation && Promise.resolve(operation(JSON.parse(body.toString('utf8') || '{}')));
    },
    async stop() {
      for (const task of tasks) if (task.status === 'RUNNING') task.status = 'CANCELLING';
      await Promise.all(tasks.map(({ end }) => end));
    },
  };
}

/** Names the task and its queue, as the handles of AWS do. */
const handleOf = ({ id, source }: Task): string =>
  Buffer.from(JSON.stringify({ taskId: id, sourceArn: source })).toString('base64');

/** A task has a handle only while it can be cancelled. */
const resultOf = (task: Task): object => ({
  ...(task.status === 'RUNNING' && { TaskHandle: handleOf(task) }),
  Status: task.status,
  SourceArn: task.source,
  DestinationArn: task.destination,
  ApproximateNumberOfMessagesMoved: task.moved,
  ApproximateNumberOfMessagesToMove: task.toMove,
  StartedTimestamp: task.startedAt,
  ...(task.failure !== undefined && { FailureReason: task.failure }),
});

const answered = (value: object): AwsResponse => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from(JSON.stringify(value)),
});

const refused = (code: string, message: string): AwsResponse =>
  awsError('sqs', { status: 400, code, message });
