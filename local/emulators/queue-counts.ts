import * as z from 'zod';
import type { Emulators } from './emulators.ts';
import type { Stack } from '../template/template.ts';

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
  /** Messages in all queues that are not another's dead-letter queue, taken at one instant. */
  inFlight(): Promise<number>;
  deadLetters(): Promise<{ queue: string; messages: number }[]>;
}

export function queueCounts(stack: Stack, emulators: Emulators): QueueCounts {
  const queues = stack.all('AWS::SQS::Queue', queue);
  const targets = new Set(queues.map(({ properties }) => properties.RedrivePolicy?.deadLetterTargetArn));
  const name = ({ names }: (typeof queues)[number]): string => names.attributes['QueueName'] ?? '';
  const dead = new Set(queues.filter(({ names }) => targets.has(names.attributes['Arn'])).map(name));
  const living = new Set(queues.map(name).filter((one) => !dead.has(one)));

  const read = async (): Promise<{ queue: string; messages: number }[]> => {
    const request = { method: 'GET', path: '/_fauxqs/queues', headers: {}, body: Buffer.alloc(0) };
    const response = await emulators.send('storage', request);
    return counts.parse(JSON.parse(response.body.toString('utf8'))).map((one) => ({
      queue: one.name,
      messages: one.approximateMessageCount + one.approximateInflightCount + one.approximateDelayedCount,
    }));
  };
  return {
    inFlight: async () =>
      (await read())
        .filter(({ queue: one }) => living.has(one))
        .reduce((sum, { messages }) => sum + messages, 0),
    deadLetters: async () => (await read()).filter(({ queue: one }) => dead.has(one)),
  };
}
