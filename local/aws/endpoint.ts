import { awsError } from '../protocol/errors.ts';
import { plainHeaders, type RequestHandler } from '../protocol/http.ts';
import { withoutHopByHop, type AwsResponse } from '../protocol/messages.ts';
import type { Service } from '../protocol/service.ts';
import type { Caller, Dispatcher } from './dispatcher.ts';

const SERVICES: readonly string[] = [
  's3',
  'sqs',
  'dynamodb',
  'cloudfront',
  'cloudfront-keyvaluestore',
] satisfies Service[];
const isService = (scope: string): scope is Service => SERVICES.includes(scope);

/** The access key id and the service of a signature. The scope of a Version 4A signature has no region. */
const CREDENTIAL = /Credential=([^/,]+)\/\d{8}\/(?:[^/,]+\/)?([^/,]+)\/aws4_request/;

interface EndpointParts {
  dispatcher: Dispatcher;
  /** The callers by their access key ids. */
  callers: ReadonlyMap<string, Caller>;
  admin: RequestHandler;
}

/**
 * The AWS endpoint. In the Authorization header, the access key id identifies the caller, and the scope names the
 * service (Signature Version 4 and 4A). Signatures are not checked: on a developer's machine a key only identifies a
 * caller.
 */
export function awsEndpoint({ dispatcher, callers, admin }: EndpointParts): RequestHandler {
  return async (request, body): Promise<AwsResponse> => {
    const path = request.url ?? '/';
    if (path.startsWith('/_wiredesk/')) return admin(request, body);
    const headers = withoutHopByHop(plainHeaders(request));
    const [, key = '', scope = ''] = CREDENTIAL.exec(headers['authorization'] ?? '') ?? [];
    const service = isService(scope) ? scope : undefined;
    if (!service && scope)
      return awsError('sqs', {
        status: 501,
        code: 'NotImplemented',
        message: `the local cloud does not have the service ${scope}`,
      });
    const caller = callers.get(key);
    if (!caller || !service)
      return awsError(service ?? 's3', {
        status: 403,
        code: service === 's3' || !service ? 'InvalidAccessKeyId' : 'UnrecognizedClientException',
        message: 'The access key id is unknown to this local cloud.',
      });
    const method = request.method ?? 'GET';
    return dispatcher.call({ caller, service, request: { method, path, headers, body } });
  };
}
