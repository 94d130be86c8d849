import * as z from 'zod';
import { invalidationPermission } from '../cloudfront/invalidations.ts';
import { keyValuePermission } from '../cloudfront/key-value-api.ts';
import type { AwsRequest } from '../protocol/messages.ts';
import type { RequiredPermission, Service } from '../protocol/service.ts';
import { s3Permissions } from '../s3/required-permissions.ts';
import { ACCOUNT, REGION } from '../template/account.ts';
import { leadingKeys, leadingKeysOfBatch, type PartitionKeys } from './leading-keys.ts';

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
    ? [sqsPermission(operation, request.body)]
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
