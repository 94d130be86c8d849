import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { s3Address } from '../aws/required-permissions.ts';
import { REGION } from '../template/account.ts';
import type { Stack } from '../template/template.ts';
import type { AwsRequest, AwsResponse } from '../emulators/emulators.ts';
import type { Clock } from '../clock.ts';

const rule = z.object({
  Event: z.string(),
  Queue: z.string(),
  Filter: z
    .object({ S3Key: z.object({ Rules: z.array(z.object({ Name: z.string(), Value: z.string() })) }) })
    .optional(),
});
const bucket = z.object({
  NotificationConfiguration: z.strictObject({ QueueConfigurations: z.array(rule) }).optional(),
});

interface Notification {
  bucket: string;
  queue: string;
  wants(event: string, key: string): boolean;
}

export interface Notifications {
  /** Runs an object's write and, if it succeeded, sends the events the template asks for. */
  announce(request: AwsRequest, write: () => Promise<AwsResponse>): Promise<AwsResponse>;
  /** Sends the events of writes that a crash left between the object and its event. */
  recover(head: (bucket: string, key: string) => Promise<AwsResponse>): Promise<void>;
}

/**
 * S3's object-created events to SQS, at least once as on AWS: a write is noted down before it happens, so that the end
 * of the process between object and event loses no event.
 * @param send puts a body into a queue, by its ARN, on behalf of a bucket, by its ARN
 */
export function createNotifications(
  stack: Stack,
  stateDir: string,
  clock: Clock,
  send: (queueArn: string, bucketArn: string, body: string) => Promise<void>,
): Notifications {
  const notifications = readNotifications(stack);
  const journal = join(stateDir, 'notifications.log');
  let noted = 0;
  let open = 0;
  const note = (sign: '+' | '-', id: string, place: Created): void => {
    noted += 1;
    open += sign === '+' ? 1 : -1;
    if (open === 0 && noted > JOURNAL_LINES) {
      noted = 0;
      writeFileSync(journal, '');
    } else appendFileSync(journal, `${JSON.stringify({ sign, id, ...place })}\n`);
  };
  let sequence = clock.now().getTime() * 4096;

  const tell = async (created: Created, etag: string, size: number): Promise<void> => {
    const wanted = notifications.filter(
      (one) => one.bucket === created.bucket && one.wants(created.event, created.key),
    );
    for (const { queue } of wanted) {
      const arn = `arn:aws:s3:::${created.bucket}`;
      sequence += 1;
      await send(
        queue,
        arn,
        JSON.stringify(eventOf(created, { arn, etag, size, sequence, at: clock.now() })),
      );
    }
  };

  return {
    async announce(request, write) {
      const created = creation(request);
      const listening =
        created &&
        notifications.some((one) => one.bucket === created.bucket && one.wants(created.event, created.key));
      if (!created || !listening) return write();
      const id = String((sequence += 1));
      note('+', id, created);
      const response = await write();
      // A completed upload's size is not in the request; readers of the event fetch the object anyway.
      if (response.status === 200) await tell(created, etagOf(response), request.body.length);
      note('-', id, created);
      return response;
    },
    async recover(head) {
      const unfinished = new Map<string, Created>();
      for (const line of linesOf(journal)) {
        const { sign, id, ...created } = line;
        if (sign === '+') unfinished.set(id, created);
        else unfinished.delete(id);
      }
      for (const created of unfinished.values()) {
        const response = await head(created.bucket, created.key);
        if (response.status === 200)
          await tell(created, etagOf(response), Number(response.headers['content-length']));
      }
      writeFileSync(journal, '');
    },
  };
}

/** The journal starts afresh, when nothing is open, past this many lines. */
const JOURNAL_LINES = 10_000;

interface Created {
  bucket: string;
  key: string;
  event: string;
}

/** The object a request would create, and by which event. */
function creation({ method, path, headers }: AwsRequest): Created | undefined {
  const { bucket, key, query } = s3Address(path);
  if (key === '') return undefined;
  if (method === 'POST' && query.has('uploadId'))
    return { bucket, key, event: 'ObjectCreated:CompleteMultipartUpload' };
  if (method !== 'PUT' || query.has('partNumber')) return undefined;
  return { bucket, key, event: headers['x-amz-copy-source'] ? 'ObjectCreated:Copy' : 'ObjectCreated:Put' };
}

function readNotifications(stack: Stack): Notification[] {
  return stack.all('AWS::S3::Bucket', bucket).flatMap(({ properties, names }) =>
    (properties.NotificationConfiguration?.QueueConfigurations ?? []).map((one): Notification => {
      const event = one.Event.replace(/^s3:/, '').replace(/\*$/, '');
      const rules = one.Filter?.S3Key.Rules ?? [];
      return {
        bucket: names.ref,
        queue: one.Queue,
        wants: (name, key) =>
          name.startsWith(event) &&
          rules.every(({ Name, Value }) =>
            Name.toLowerCase() === 'prefix' ? key.startsWith(Value) : key.endsWith(Value),
          ),
      };
    }),
  );
}

/** S3 User Guide, "Event message structure", version 2.1. */
function eventOf(
  { bucket, key, event }: Created,
  { arn, etag, size, sequence, at }: { arn: string; etag: string; size: number; sequence: number; at: Date },
): object {
  const object = {
    // As in a form: a space is a plus sign, slashes stay.
    key: encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/'),
    size,
    eTag: etag.replaceAll('"', ''),
    sequencer: sequence.toString(16).toUpperCase().padStart(16, '0'),
  };
  const s3 = {
    s3SchemaVersion: '1.0',
    configurationId: 'local',
    bucket: { name: bucket, ownerIdentity: { principalId: 'LOCAL' }, arn },
    object,
  };
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: REGION,
        eventTime: at.toISOString(),
        eventName: event,
        s3,
      },
    ],
  };
}

const etagOf = ({ headers, body }: AwsResponse): string =>
  String(headers['etag'] ?? /<ETag>([^<]*)<\/ETag>/.exec(body.toString('utf8'))?.[1] ?? '');

function linesOf(file: string): ({ sign: '+' | '-'; id: string } & Created)[] {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // First start: nothing was ever noted.
  }
  // Only whole lines count: the last one may be cut short by a crash, before its write began.
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as { sign: '+' | '-'; id: string } & Created);
}
