import type { AwsRequest } from '../protocol/messages.ts';
import type { RequiredPermission } from '../protocol/service.ts';
import { s3Address } from './address.ts';

/** Query parameters that do not change the IAM action of a request. */
const NEUTRAL_PARAMETERS = new Set(['x-id', 'versionId', 'partNumber', 'uploadId', 'uploads', 'attributes']);

const OBJECT_ACTIONS: Record<string, string> = {
  GET: 's3:GetObject',
  HEAD: 's3:GetObject',
  PUT: 's3:PutObject',
  POST: 's3:PutObject',
  DELETE: 's3:DeleteObject',
};
/** Requests about one version of an object have their own actions (Service Authorization Reference, Amazon S3). */
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

/** The permissions that an S3 request needs. Undefined if the local cloud does not know the request. */
export function s3Permissions(
  request: AwsRequest,
): [RequiredPermission, ...RequiredPermission[]] | undefined {
  const { bucket, key, query } = s3Address(request.path);
  const resource = `arn:aws:s3:::${bucket}`;
  if (!bucket) return [{ action: 's3:ListAllMyBuckets', resource: '*' }];
  if (!key) {
    if (request.method === 'POST' && query.has('delete')) return deleteObjects(request, resource);
    const listsVersions = request.method === 'GET' && query.has('versions');
    const action = listsVersions ? 's3:ListBucketVersions' : BUCKET_ACTIONS[request.method];
    return action ? [{ action, resource }] : undefined;
  }
  if ([...query.keys()].some((name) => !NEUTRAL_PARAMETERS.has(name) && !name.startsWith('response-')))
    return undefined;
  const abort = request.method === 'DELETE' && query.has('uploadId');
  const actions = query.has('versionId') ? VERSION_ACTIONS : OBJECT_ACTIONS;
  const action = abort ? 's3:AbortMultipartUpload' : actions[request.method];
  if (!action) return undefined;
  const ifNoneMatch = request.headers['if-none-match'];
  const own: RequiredPermission = {
    action,
    resource: `${resource}/${key}`,
    ...(ifNoneMatch !== undefined && { context: { 's3:if-none-match': [ifNoneMatch] } }),
  };
  const source = request.headers['x-amz-copy-source'];
  if (!source) return [own];
  const sourceKey = decodeURIComponent(source)
    .replace(/^\//, '')
    .replace(/\?versionId=.*$/, '');
  return [own, { action: 's3:GetObject', resource: `arn:aws:s3:::${sourceKey}` }];
}

function deleteObjects(
  request: AwsRequest,
  bucketArn: string,
): [RequiredPermission, ...RequiredPermission[]] | undefined {
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
