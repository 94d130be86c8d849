import * as z from 'zod';
import type { Clock } from '../clock.ts';
import { type Invalidations, recordInvalidations } from '../cloudfront/invalidations.ts';
import { keyValueApi, type KeyValueStores, openKeyValueStores } from '../cloudfront/key-value-api.ts';
import type { Emulators } from '../emulators/emulators.ts';
import type { Policies } from '../iam/policies.ts';
import type { AwsRequest } from '../protocol/messages.ts';
import { sqsRequest } from '../protocol/sqs-request.ts';
import { createNotifications } from '../s3/notifications.ts';
import { createMessageMoveTasks } from '../sqs/message-move-tasks.ts';
import type { Stack } from '../template/bound-stack.ts';
import { type Caller, createDispatcher, type Dispatcher, OPERATOR } from './dispatcher.ts';
import { partitionKeysOf } from './leading-keys.ts';

/** The AWS services of a local cloud. */
export interface Services {
  dispatcher: Dispatcher;
  keyValueStores: KeyValueStores;
  invalidations: Invalidations;
  /**
   * Sends the S3 events that were not sent before a crash. Call this after the buckets and queues have been created.
   */
  recoverNotifications(): Promise<void>;
  /** Ends the tasks that move messages of dead-letter queues. */
  stop(): Promise<void>;
}

const queueProperties = z.object({
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string() }).optional(),
});

interface ServiceParts {
  emulators: Emulators;
  policies: Policies;
  clock: Clock;
  stateDir: string;
  /** The origin of the AWS endpoint. */
  endpoint: string;
  log: (line: string) => void;
}

export function createServices(stack: Stack, parts: ServiceParts): Services {
  const { emulators, policies, clock, stateDir, endpoint, log } = parts;
  const notifications = createNotifications(stack, {
    stateDir,
    clock,
    async send({ queueArn, bucketArn: sourceArn, body }) {
      const caller: Caller = { name: 's3', principal: { service: 's3.amazonaws.com', sourceArn } };
      const request = sqsRequest('SendMessage', queueArn, { MessageBody: body });
      const response = await dispatcher.call({ caller, service: 'sqs', request });
      // S3 drops an event that it may not deliver. The dispatcher has logged the missing permission.
      if (response.status >= 500) throw new Error(`SendMessage: ${response.body.toString('utf8')}`);
    },
  });
  const keyValueStores = openKeyValueStores(stack, stateDir);
  const invalidations = recordInvalidations(
    stack.all('AWS::CloudFront::Distribution', z.unknown()).map(({ names }) => names.ref),
  );
  const queues = stack.all('AWS::SQS::Queue', queueProperties);
  const moveTasks = createMessageMoveTasks({
    send: (request) => emulators.send('storage', request),
    sourcesOf: (arn) =>
      queues
        .filter(({ properties }) => properties.RedrivePolicy?.deadLetterTargetArn === arn)
        .map(({ names }) => names.attributes['Arn'] ?? ''),
    now: () => clock.now(),
    log,
  });
  const dispatcher: Dispatcher = createDispatcher({
    emulators,
    policies,
    partitionKeys: partitionKeysOf(stack),
    log,
    notifications,
    moveTasks,
    cloudfront: {
      cloudfront: invalidations.answer,
      'cloudfront-keyvaluestore': keyValueApi(keyValueStores),
    },
    endpoint,
  });
  return {
    dispatcher,
    keyValueStores,
    invalidations,
    stop: moveTasks.stop,
    recoverNotifications: () =>
      notifications.recover((bucket, key) =>
        dispatcher.call({ caller: OPERATOR, service: 's3', request: headObject(bucket, key) }),
      ),
  };
}

const headObject = (bucket: string, key: string): AwsRequest => ({
  method: 'HEAD',
  path: `/${bucket}/${encodeURIComponent(key).replaceAll('%2F', '/')}`,
  headers: {},
  body: Buffer.alloc(0),
});
