import { awsError } from './errors.ts';
import { withoutHopByHop, type AwsResponse } from '../emulators/emulators.ts';
import { plainHeaders, type RequestHandler } from '../http.ts';
import type { Front, Principal } from './dispatcher.ts';
import type { Service } from './required-permissions.ts';

const SERVICES: readonly string[] = [
  's3',
  'sqs',
  'dynamodb',
  'cloudfront',
  'cloudfront-keyvaluestore',
] satisfies Service[];
const isService = (scope: string): scope is Service => SERVICES.includes(scope);

/** Key id and service of a signature. Version 4A, of services that are everywhere, has no region in its scope. */
const CREDENTIAL = /Credential=([^/,]+)\/\d{8}\/(?:[^/,]+\/)?([^/,]+)\/aws4_request/;

/**
 * The AWS endpoint: who calls is told by the access key id of the Authorization header, which service by its scope
 * (Signature Version 4 and 4A). Signatures are not checked: a developer's machine has no one to keep out but by mistake.
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
    const [, key = '', scope = ''] = CREDENTIAL.exec(headers['authorization'] ?? '') ?? [];
    const service = isService(scope) ? scope : undefined;
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
