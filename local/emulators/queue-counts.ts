import * as z from 'zod';
import type { Emulators } from './emulators.ts';
import type { Stack } from '../template/bound-stack.ts';

const counts = z.array(
  z.object({
    name: z.string(),
    approximateMessageCount: z.number(),
    approximateInflightCount: z.number(),
    approximateDelayedCount: z.number(),
  }),
);
const queue = z.object({ RedrivePolicy: z.object({ deadLetterTargetArn: z.string() }).optional() });

export interface QueueCounts {
  /** The number of messages in each queue that is not a dead-letter queue, also of those being handled. */
  work(): Promise<{ queue: string; messages: number }[]>;
  /** The number of messages in all queues except dead-letter queues, counted at one instant. */
  inFlight(): Promise<number>;
  deadLetters(): Promise<{ queue: string; messages: number }[]>;
}

export function queueCounts(stack: Stack, emulators: Emulators): QueueCounts {
  const queues = stack.all('AWS::SQS::Queue', queue);
  const targets = new Set(queues.map(({ properties }) => properties.RedrivePolicy?.deadLetterTargetArn));
  const nameOf = ({ names }: (typeof queues)[number]): string => names.attributes['QueueName'] ?? '';
  const deadLetterQueues = new Set(
    queues.filter(({ names }) => targets.has(names.attributes['Arn'])).map(nameOf),
  );
  const workQueues = new Set(queues.map(nameOf).filter((name) => !deadLetterQueues.has(name)));

  const read = async (): Promise<{ queue: string; messages: number }[]> => {
    const request = { method: 'GET', path: '/_fauxqs/queues', headers: {}, body: Buffer.alloc(0) };
    const response = await emulators.send('storage', request);
    return counts.parse(JSON.parse(response.body.toString('utf8'))).map((count) => ({
      queue: count.name,
      messages:
        count.approximateMessageCount + count.approximateInflightCount + count.approximateDelayedCount,
    }));
  };
  const work = async () => (await read()).filter((count) => workQueues.has(count.queue));
  return {
    work,
    inFlight: async () => (await work()).reduce((sum, { messages }) => sum + messages, 0),
    deadLetters: async () => (await read()).filter((count) => deadLetterQueues.has(count.queue)),
  };
}
