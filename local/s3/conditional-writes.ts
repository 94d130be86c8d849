import { awsError } from '../protocol/errors.ts';
import type { AwsRequest, AwsResponse, Forward } from '../protocol/messages.ts';
import { s3Address } from './address.ts';

/**
 * Adds S3's conditional writes (S3 User Guide, "Conditional requests") to an emulator that lacks them.
 * `If-None-Match: *` writes only if there is no object with the key, `If-Match: ETag` only if the object has this
 * ETag; otherwise the answer is 412, or 404 if there is no object for `If-Match`. Writes of the same key run one
 * after the other. If another write of the same key is running, a conditional write gets 409 and changes nothing.
 */
export function conditionalWrites(forward: Forward): Forward {
  const running = new Map<string, Promise<unknown>>();

  return async (request) => {
    if (!writesObject(request)) return forward(request);
    const { bucket, key } = s3Address(request.path);
    const object = `${bucket}/${key}`;
    const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch, ...headers } = request.headers;
    const conditional = ifMatch !== undefined || ifNoneMatch !== undefined;
    if (ifNoneMatch !== undefined && ifNoneMatch !== '*') {
      const message = 'a write may have If-None-Match only with the value *';
      return awsError('s3', { status: 501, code: 'NotImplemented', message });
    }
    const before = running.get(object);
    if (before && conditional) {
      const message = 'A conflicting operation is in progress on this key';
      return awsError('s3', { status: 409, code: 'ConditionalRequestConflict', message });
    }

    const write = async (): Promise<AwsResponse> => {
      if (conditional) {
        const refusal = refuse(await currentEtag(forward, request), ifMatch, ifNoneMatch);
        if (refusal) return refusal;
      }
      return forward({ ...request, headers });
    };
    const own = (before ?? Promise.resolve()).then(write, write);
    running.set(object, own);
    try {
      return await own;
    } finally {
      if (running.get(object) === own) running.delete(object);
    }
  };
}

/** The error response to a write whose condition does not hold; undefined if it holds. */
function refuse(etag: string | undefined, ifMatch?: string, ifNoneMatch?: string): AwsResponse | undefined {
  if (ifNoneMatch !== undefined && etag !== undefined) return preconditionFailed('If-None-Match');
  if (ifMatch === undefined) return undefined;
  if (etag === undefined) {
    const message = 'The specified key does not exist.';
    return awsError('s3', { status: 404, code: 'NoSuchKey', message });
  }
  return ifMatch === '*' || unquoted(ifMatch) === unquoted(etag) ? undefined : preconditionFailed('If-Match');
}

const unquoted = (etag: string): string => etag.replaceAll('"', '');

const preconditionFailed = (condition: string): AwsResponse =>
  awsError('s3', {
    status: 412,
    code: 'PreconditionFailed',
    message: 'At least one of the pre-conditions you specified did not hold',
    details: { Condition: condition },
  });

/** True for PUT of an object, completion of a multipart upload, and deletion. False for the upload of a part. */
function writesObject({ method, path }: AwsRequest): boolean {
  const { key, query } = s3Address(path);
  if (key === '' || query.has('partNumber')) return false;
  if (method === 'POST') return query.has('uploadId');
  return method === 'PUT' || (method === 'DELETE' && !query.has('uploadId'));
}

async function currentEtag(forward: Forward, { path, headers }: AwsRequest): Promise<string | undefined> {
  const authorization = headers['authorization'] ?? '';
  const [address = ''] = path.split('?');
  const response = await forward({
    method: 'HEAD',
    path: address,
    headers: { authorization },
    body: Buffer.alloc(0),
  });
  const etag = response.headers['etag'];
  return response.status === 200 && typeof etag === 'string' ? etag : undefined;
}
