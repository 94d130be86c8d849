import { s3Address } from '../aws/required-permissions.ts';
import { awsError } from '../aws/errors.ts';
import type { AwsRequest, AwsResponse } from '../emulators/emulators.ts';

type Forward = (request: AwsRequest) => Promise<AwsResponse>;

/**
 * Adds S3's conditional writes (S3 User Guide, "Conditional requests") to an emulator without them: `If-None-Match: *`
 * creates only, `If-Match: ETag` replaces only that; else 412. Writes to one key take turns; a conditional write that
 * meets another one under way is told so with 409 and changes nothing.
 */
export function conditionalWrites(forward: Forward): Forward {
  const underWay = new Map<string, Promise<unknown>>();

  return async (request) => {
    if (!writesObject(request)) return forward(request);
    const { bucket, key } = s3Address(request.path);
    const place = `${bucket}/${key}`;
    const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch, ...headers } = request.headers;
    const conditional = ifMatch !== undefined || ifNoneMatch !== undefined;
    if (ifNoneMatch !== undefined && ifNoneMatch !== '*')
      return awsError('s3', 501, 'NotImplemented', 'If-None-Match of a write takes only *');
    const before = underWay.get(place);
    if (before && conditional)
      return awsError(
        's3',
        409,
        'ConditionalRequestConflict',
        'A conflicting operation is in progress on this key',
      );

    const write = async (): Promise<AwsResponse> => {
      if (conditional) {
        const refusal = refuse(await currentEtag(forward, request), ifMatch, ifNoneMatch);
        if (refusal) return refusal;
      }
      return forward({ ...request, headers });
    };
    const turn = (before ?? Promise.resolve()).then(write, write);
    underWay.set(place, turn);
    try {
      return await turn;
    } finally {
      if (underWay.get(place) === turn) underWay.delete(place);
    }
  };
}

function refuse(etag: string | undefined, ifMatch?: string, ifNoneMatch?: string): AwsResponse | undefined {
  if (ifNoneMatch !== undefined && etag !== undefined) return failed('If-None-Match');
  if (ifMatch === undefined) return undefined;
  if (etag === undefined) return awsError('s3', 404, 'NoSuchKey', 'The specified key does not exist.');
  return ifMatch === '*' || bare(ifMatch) === bare(etag) ? undefined : failed('If-Match');
}

const bare = (etag: string): string => etag.replaceAll('"', '');

const failed = (condition: string): AwsResponse =>
  awsError('s3', 412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
    Condition: condition,
  });

/** PUT of an object, completion of a multipart upload, and deletion; not the upload of a part. */
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
