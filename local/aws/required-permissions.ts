import { invalidationPermission } from '../cloudfront/invalidations.ts';
import { keyValuePermission } from '../cloudfront/key-value-api.ts';
import type { AwsRequest } from '../protocol/messages.ts';
import type { RequiredPermission, Service } from '../protocol/service.ts';
import { s3Permissions } from '../s3/required-permissions.ts';
import { ACCOUNT, REGION } from '../template/account.ts';

/**
 * The permissions that a request needs. The first one has the action of the request itself.
 * Undefined if the local cloud does not know the request.
 */
export function requiredPermissions(
  service: Service,
  request: AwsRequest,
): [RequiredPermission, ...RequiredPermission[]] | undefined {
  if (service === 's3') return s3Permissions(request);
  if (service === 'cloudfront') return invalidationPermission(request);
  if (service === 'cloudfront-keyvaluestore') return keyValuePermission(request);
  const operation = /\.([A-Za-z]+)$/.exec(request.headers['x-amz-target'] ?? '')?.[1];
  if (!operation) return undefined;
  return service === 'sqs'
    ? [sqsPermission(operation, request.body)]
    : dynamodbPermissions(operation, request.body);
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

function dynamodbPermissions(operation: string, body: Buffer): [RequiredPermission, ...RequiredPermission[]] {
  const action = `dynamodb:${operation}`;
  const tableArn = (table: string, index?: string): string =>
    `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${table}${index ? `/index/${index}` : ''}`;
  const text = body.toString('utf8');
  if (operation.startsWith('Batch')) {
    const { RequestItems = {} } = JSON.parse(text) as { RequestItems?: Record<string, unknown> };
    const [first = '*', ...others] = Object.keys(RequestItems);
    const needed = (table: string): RequiredPermission => ({ action, resource: tableArn(table) });
    return [needed(first), ...others.map(needed)];
  }
  // The body is not parsed. Quotes inside a value are escaped, so these patterns match member names only.
  const table = /"TableName"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? '*';
  const index = /"IndexName"\s*:\s*"([^"]+)"/.exec(text)?.[1];
  return [{ action, resource: tableArn(table, index) }];
}
