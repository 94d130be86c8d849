import { ACCOUNT, REGION } from '../template/account.ts';
import type { AwsRequest } from '../emulators/emulators.ts';
import { invalidationDemands } from '../cloudfront/invalidations.ts';
import { keyValueDemands } from '../cloudfront/key-value-api.ts';

export type Service = 's3' | 'sqs' | 'dynamodb' | 'cloudfront' | 'cloudfront-keyvaluestore';

/** An action on a resource, in IAM's words; a call may need several. */
export interface Demand {
  action: string;
  resource: string;
}

/** What a request asks for, first the demand that names it. Undefined: no request that the local cloud knows. */
export function demandsOf(service: Service, request: AwsRequest): [Demand, ...Demand[]] | undefined {
  if (service === 's3') return s3Demands(request);
  if (service === 'cloudfront') return invalidationDemands(request);
  if (service === 'cloudfront-keyvaluestore') return keyValueDemands(request);
  const action = /\.([A-Za-z]+)$/.exec(request.headers['x-amz-target'] ?? '')?.[1];
  if (!action) return undefined;
  return service === 'sqs' ? [sqsDemand(action, request.body)] : dynamodbDemands(action, request.body);
}

/** Batches have no action of their own (Service Authorization Reference, Amazon SQS). */
function sqsDemand(operation: string, body: Buffer): Demand {
  const head = body.toString('utf8');
  const name =
    /"QueueUrl"\s*:\s*"[^"]*\/([^"/]+)"/.exec(head)?.[1] ??
    /"QueueName"\s*:\s*"([^"]+)"/.exec(head)?.[1] ??
    '*';
  return {
    action: `sqs:${operation.replace(/Batch$/, '')}`,
    resource: `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`,
  };
}

function dynamodbDemands(operation: string, body: Buffer): [Demand, ...Demand[]] {
  const action = `dynamodb:${operation}`;
  const tableArn = (table: string, index?: string): string =>
    `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${table}${index ? `/index/${index}` : ''}`;
  const text = body.toString('utf8');
  if (operation.startsWith('Batch')) {
    const { RequestItems = {} } = JSON.parse(text) as { RequestItems?: Record<string, unknown> };
    const [first = '*', ...others] = Object.keys(RequestItems);
    return [first, ...others].map((table) => ({ action, resource: tableArn(table) })) as [
      Demand,
      ...Demand[],
    ];
  }
  // Contents are never parsed here: a value's own quotes are escaped, so these patterns match member names only.
  const table = /"TableName"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? '*';
  const index = /"IndexName"\s*:\s*"([^"]+)"/.exec(text)?.[1];
  return [{ action, resource: tableArn(table, index) }];
}

/** Bucket and key of a path-style address; a key of '' means the bucket itself. */
export function s3Address(path: string): { bucket: string; key: string; query: URLSearchParams } {
  const [address = '', query = ''] = path.split(/\?(.*)/s);
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(address) ?? [];
  return { bucket, key: decodeURIComponent(key), query: new URLSearchParams(query) };
}

/** Query parameters that change nothing about which action a request is. */
const PLAIN_QUERY = new Set(['x-id', 'versionId', 'partNumber', 'uploadId', 'uploads', 'attributes']);

const OBJECT_ACTIONS: Record<string, string> = {
  GET: 's3:GetObject',
  HEAD: 's3:GetObject',
  PUT: 's3:PutObject',
  POST: 's3:PutObject',
  DELETE: 's3:DeleteObject',
};
/** A version has actions of its own (Service Authorization Reference, Amazon S3). */
const VERSION_ACTIONS: Record<string, string> = {
  GET: 's3:GetObjectVersion',
  HEAD: 's3:GetObjectVersion',
  DELETE: 's3:DeleteObjectVersion',
};
const BUCKET_ACTIONS: Record<string, string> = {
  GET: 's3:ListBucket',
  HEAD: 's3:ListBucket',
  PUT: 's3:CreateBucket',
  DELETE: 's3:DeleteBucket',
};

function s3Demands(request: AwsRequest): [Demand, ...Demand[]] | undefined {
  const { bucket, key, query } = s3Address(request.path);
  const resource = `arn:aws:s3:::${bucket}`;
  if (!bucket) return [{ action: 's3:ListAllMyBuckets', resource: '*' }];
  if (!key) {
    if (request.method === 'POST' && query.has('delete')) return deleteMany(request, resource);
    const listsVersions = request.method === 'GET' && query.has('versions');
    const action = listsVersions ? 's3:ListBucketVersions' : BUCKET_ACTIONS[request.method];
    return action ? [{ action, resource }] : undefined;
  }
  if ([...query.keys()].some((name) => !PLAIN_QUERY.has(name) && !name.startsWith('response-')))
    return undefined;
  const abort = request.method === 'DELETE' && query.has('uploadId');
  const actions = query.has('versionId') ? VERSION_ACTIONS : OBJECT_ACTIONS;
  const action = abort ? 's3:AbortMultipartUpload' : actions[request.method];
  if (!action) return undefined;
  const demands: [Demand, ...Demand[]] = [{ action, resource: `${resource}/${key}` }];
  const source = request.headers['x-amz-copy-source'];
  if (source) {
    const plain = decodeURIComponent(source)
      .replace(/^\//, '')
      .replace(/\?versionId=.*$/, '');
    demands.push({ action: 's3:GetObject', resource: `arn:aws:s3:::${plain}` });
  }
  return demands;
}

function deleteMany(request: AwsRequest, bucketArn: string): [Demand, ...Demand[]] | undefined {
  const keys = [...request.body.toString('utf8').matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) =>
    unescapeXml(key),
  );
  const [first, ...others] = keys.map((key) => ({
    action: 's3:DeleteObject',
    resource: `${bucketArn}/${key}`,
  }));
  return first && [first, ...others];
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescapeXml = (text: string): string =>
  text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
