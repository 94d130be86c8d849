import { join } from 'node:path';
import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { AwsRequest, AwsResponse } from '../protocol/messages.ts';
import type { Stack } from '../template/bound-stack.ts';
import { createdEvent, createdObject, type CreatedObject } from './created-event.ts';
import { openJournal } from './notification-journal.ts';

const queueConfiguration = z.object({
  Event: z.string(),
  Queue: z.string(),
  Filter: z
    .object({ S3Key: z.object({ Rules: z.array(z.object({ Name: z.string(), Value: z.string() })) }) })
    .optional(),
});
const bucket = z.object({
  NotificationConfiguration: z.strictObject({ QueueConfigurations: z.array(queueConfiguration) }).optional(),
});

/** One notification that a bucket of the template configures. */
interface Notification {
  /** The ARN of the queue that gets the events. */
  queue: string;
  covers(created: CreatedObject): boolean;
}

export interface Notifications {
  /** Runs the write of an object. If it succeeds, sends the events that the template configures. */
  notifyAfter(request: AwsRequest, write: () => Promise<AwsResponse>): Promise<AwsResponse>;
  /** Sends the events that a crash prevented: those of objects that the journal lists as unfinished. */
  recover(head: (bucket: string, key: string) => Promise<AwsResponse>): Promise<void>;
}

interface NotificationParts {
  stateDir: string;
  clock: Clock;
  /** Sends a message body to a queue, as S3 does on behalf of a bucket. */
  send: (message: { queueArn: string; bucketArn: string; body: string }) => Promise<void>;
}

/**
 * Sends S3's object-created events to SQS, at least once each, as on AWS. A journal records each write before it
 * happens. If the process ends between the write and its event, the next start sends the event.
 */
export function createNotifications(
  stack: Stack,
  { stateDir, clock, send }: NotificationParts,
): Notifications {
  const notifications = readNotifications(stack);
  const journal = openJournal(join(stateDir, 'notifications.log'));
  let sequence = clock.now().getTime() * 4096;

  const notify = async (created: CreatedObject, etag: string, size: number): Promise<void> => {
    for (const { queue } of notifications.filter((notification) => notification.covers(created))) {
      const bucketArn = `arn:aws:s3:::${created.bucket}`;
      sequence += 1;
      const event = createdEvent(created, { bucketArn, etag, size, sequence, at: clock.now() });
      await send({ queueArn: queue, bucketArn, body: JSON.stringify(event) });
    }
  };

  return {
    async notifyAfter(request, write) {
      const created = createdObject(request);
      if (!created || !notifications.some((notification) => notification.covers(created))) return write();
      const id = String((sequence += 1));
      journal.begin(id, created);
      const response = await write();
      // The request that completes a multipart upload does not have the object's size. The receiver of the
      // event does not read the size; it fetches the object.
      if (response.status === 200) await notify(created, etagOf(response), request.body.length);
      journal.end(id, created);
      return response;
    },
    async recover(head) {
      for (const created of journal.unfinished()) {
        const response = await head(created.bucket, created.key);
        if (response.status === 200)
          await notify(created, etagOf(response), Number(response.headers['content-length']));
      }
      journal.clear();
    },
  };
}

function readNotifications(stack: Stack): Notification[] {
  return stack.all('AWS::S3::Bucket', bucket).flatMap(({ properties, names }) =>
    (properties.NotificationConfiguration?.QueueConfigurations ?? []).map(({ Event, Queue, Filter }) => {
      const prefix = Event.replace(/^s3:/, '').replace(/\*$/, '');
      const rules = Filter?.S3Key.Rules ?? [];
      return {
        queue: Queue,
        covers: (created) =>
          created.bucket === names.ref &&
          created.event.startsWith(prefix) &&
          rules.every(({ Name, Value }) =>
            Name.toLowerCase() === 'prefix' ? created.key.startsWith(Value) : created.key.endsWith(Value),
          ),
      } satisfies Notification;
    }),
  );
}

const etagOf = ({ headers, body }: AwsResponse): string =>
  String(headers['etag'] ?? /<ETag>([^<]*)<\/ETag>/.exec(body.toString('utf8'))?.[1] ?? '');
