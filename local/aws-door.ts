import { awsError } from './errors.ts';
import { withoutHopByHop, type AwsResponse } from './emulators.ts';
import { plainHeaders, type RequestHandler } from './http.ts';
import type { Front, Principal } from './front.ts';
import type { Service } from './calls.ts';

const SERVICES: Record<string, Service> = { s3: 's3', sqs: 'sqs', dynamodb: 'dynamodb' };

/**
 * The AWS endpoint: who calls is told by the access key id of the Authorization header, which service by its scope
 * (Signature Version 4). Signatures are not checked: a developer's machine has no one to keep out but by mistake.
 */
export function awsDoor(
  front: Front,
  principals: ReadonlyMap<string, Principal>,
  admin: RequestHandler,
): RequestHandler {
  return async (request, body): Promise<AwsResponse> => {
    const path = request.url ?? '/';
    if (path.startsWith('/_wiredesk/')) return admin(request, body);
    const headers = withoutHopByHop(plainHeaders(request));
    const [, key = '', scope = ''] =
      /Credential=([^/,]+)\/\d{8}\/[^/,]+\/([^/,]+)\/aws4_request/.exec(headers['authorization'] ?? '') ?? [];
    const service = SERVICES[scope];
    if (!service && scope) return awsError('sqs', 501, 'NotImplemented', `the local cloud has no ${scope}`);
    const principal = principals.get(key);
    if (!principal || !service)
      return awsError(
        service ?? 's3',
        403,
        service === 's3' || !service ? 'InvalidAccessKeyId' : 'UnrecognizedClientException',
        'The access key id is unknown to this local cloud.',
      );
    return front.call(principal, service, { method: request.method ?? 'GET', path, headers, body });
  };
}
