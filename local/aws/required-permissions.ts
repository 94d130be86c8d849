import * as z from 'zod';
import { invalidationPermission } from '../cloudfront/invalidations.ts';
import { keyValuePermission } from '../cloudfront/key-value-api.ts';
import type { AwsRequest } from '../protocol/messages.ts';
import type { RequiredPermission, Service } from '../protocol/service.ts';
import { s3Permissions } from '../s3/required-permissions.ts';
import { ACCOUNT, REGION } from '../template/account.ts';
import { leadingKeys, leadingKeysOfBatch, type PartitionKeys } from './leading-keys.ts';

const MOVE_ACTIONS = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const moveRequest = z.object({
  SourceArn: z.string().optional(),
  DestinationArn: z.string().optional(),
  TaskHandle: z.string().optional(),
});
const handled = z.object({ sourceArn: z.string() });

/**
 * The permissions that a request needs. The first one has the action of the request itself.
 * Undefined if the local cloud does not know the request.
 */
export function requiredPermissions(
  service: Service,
  request: AwsRequest,
  partitionKeys: PartitionKeys,
): [RequiredPermission, ...RequiredPermission[]] | undefined {
  if (service === 's3') return s3Permissions(request);
  if (service === 'cloudfront') return invalidationPermission(request);
  if (service === 'cloudfront-keyvaluestore') return keyValuePermission(request);
  const operation = /\.([A-Za-z]+)$/.exec(request.headers['x-amz-target'] ?? '')?.[1];
  if (!operation) return undefined;
  return service === 'sqs'
    ? (movePermissions(operation, request.body) ?? [sqsPermission(operation, request.body)])
    : dynamodbPermissions(operation, request.body, partitionKeys);
}

/** A batch operation needs the permission of the single operation (Service Authorization Reference, Amazon SQS). */
function sqsPermission(operation: string, body: Buffer): RequiredPermission {
  const text = body.toString('utf8');
  const name =
    /"QueueUrl"\s*:\s*"[^"]*\/([^"/]+)"/.exec(text)?.[1] ??
    /"QueueName"\s*:\s*"([^"]+)"/.exec(text)?.[1] ??
    '*';
  return {
    action: `sqs:${operation.replace(/Batch$/, '')}`,
    resource: `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`,
  };
}

/**
 * Who moves the messages of a dead-letter queue must be allowed to read and delete them there, and to send them to a
 * destination that the request names (SQS Developer Guide, "Dead-letter queue redrive permissions").
 */
function movePermissions(
  operation: string,
  body: Buffer,
): [RequiredPermission, ...RequiredPermission[]] | undefined {
  if (!/MessageMoveTasks?$/.test(operation)) return undefined;
  const { SourceArn, DestinationArn, TaskHandle } = moveRequest
    .catch({})
    .parse(parsed(body.toString('utf8')));
  const handle = handled.safeParse(parsed(Buffer.from(TaskHandle ?? '', 'base64').toString('utf8')));
  const resource = SourceArn ?? handle.data?.sourceArn ?? '*';
  const needed = [`sqs:${operation}`, ...(operation === 'ListMessageMoveTasks' ? [] : MOVE_ACTIONS)];
  const [first = '', ...others] = needed;
  return [
    { action: first, resource },
    ...others.map((action) => ({ action, resource })),
    ...(DestinationArn === undefined ? [] : [{ action: 'sqs:SendMessage', resource: DestinationArn }]),
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function dynamodbPermissions(
  operation: string,
  bytes: Buffer,
  partitionKeys: PartitionKeys,
): [RequiredPermission, ...RequiredPermission[]] {
  const action = `dynamodb:${operation}`;
  const body = dynamodbBody.parse(JSON.parse(bytes.toString('utf8')));
  const needed = (table: string, keys: string[] | undefined): RequiredPermission => ({
    action,
    resource: `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${table}`,
    ...(keys !== undefined && { context: { 'dynamodb:leadingkeys': keys } }),
  });
  if (operation.startsWith('Batch')) {
    const [first, ...others] = Object.entries(body.RequestItems ?? {}).map(([table, part]) =>
      needed(table, leadingKeysOfBatch(part, partitionKeys.get(table))),
    );
    return [first ?? needed('*', undefined), ...others];
  }
  const { TableName: table = '*', IndexName: index } = body;
  const keys = leadingKeys(body, partitionKeys.get(table));
  return [needed(index === undefined ? table : `${table}/index/${index}`, keys)];
}

const dynamodbBody = z.looseObject({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
});
