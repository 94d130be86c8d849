import { accessDenied, awsError } from './errors.ts';
import { demandsOf, s3Address, type Service } from './required-permissions.ts';
import { conditionalWrites } from '../s3/conditional-writes.ts';
import { versionsOfOne } from '../s3/versions.ts';
import { plainUpload } from '../s3/upload-body.ts';
import type { AwsRequest, AwsResponse, Emulators } from '../emulators/emulators.ts';
import type { Asker } from '../iam/policy.ts';
import type { Policies } from '../iam/policies.ts';

/** Who makes a call: an asker whose permissions count, or the operator, who may do everything. */
export interface Principal {
  /** A function's logical id, or 'operator', 'scheduler', 'edge', 's3'. */
  name: string;
  asker: Asker | 'operator';
}

export interface Call {
  principal: string;
  service: string;
  /** In IAM's words, such as s3:PutObject. */
  action: string;
  /** ARN. */
  resource: string;
}

export type Hook = (call: Call) => Promise<void> | void;

/** The way to the emulators, for everything in the local cloud: permissions, hooks, then what the emulators lack. */
export interface Front {
  call(
    principal: Principal,
    service: Service,
    request: AwsRequest,
    signal?: AbortSignal,
  ): Promise<AwsResponse>;
  intercept(hook: Hook): () => void;
}

export interface FrontParts {
  emulators: Emulators;
  policies: Policies;
  log: (line: string) => void;
  /** Runs the write of an object; may announce it to whom the template says. */
  announce: (request: AwsRequest, write: () => Promise<AwsResponse>) => Promise<AwsResponse>;
  /** What answers for CloudFront: no emulator does. */
  cloudfront: Record<'cloudfront' | 'cloudfront-keyvaluestore', (request: AwsRequest) => AwsResponse>;
  /** Origin of queue URLs; the emulator remembers the one of an earlier start. */
  endpoint: string;
}

export function createFront({ emulators, policies, log, announce, cloudfront, endpoint }: FrontParts): Front {
  const hooks = new Set<Hook>();
  const reported = new Set<string>();
  const writeS3 = conditionalWrites(versionsOfOne((request) => emulators.send('storage', request)));

  const s3 = async (principal: Principal, request: AwsRequest): Promise<AwsResponse> => {
    const plain = plainUpload(request);
    if (!plain)
      return awsError('s3', 400, 'BadDigest', 'The CRC32 you specified did not match what we received');
    const response = await announce(plain, () => writeS3(plain));
    if (response.status !== 404 || !hidesMissingKeys(principal, plain)) return response;
    return accessDenied('s3', principal.name, 's3:ListBucket', s3Address(plain.path).bucket);
  };

  // Without s3:ListBucket nobody learns that a key is missing (API Reference, GetObject, "Permissions").
  const hidesMissingKeys = ({ asker }: Principal, { method, path }: AwsRequest): boolean => {
    const { bucket, key } = s3Address(path);
    if (asker === 'operator' || key === '' || (method !== 'GET' && method !== 'HEAD')) return false;
    return !policies.allows({ asker, action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` });
  };

  const sqs = async (request: AwsRequest, signal?: AbortSignal): Promise<AwsResponse> => {
    const response = await emulators.send('storage', request, signal);
    const target = request.headers['x-amz-target'] ?? '';
    if (!/\.(GetQueueUrl|CreateQueue|ListQueues)$/.test(target)) return response;
    const body = response.body.toString('utf8').replace(/http:\/\/[^/"]+(?=\/\d{12}\/)/g, endpoint);
    return {
      ...response,
      headers: { ...response.headers, 'content-length': String(Buffer.byteLength(body)) },
      body: Buffer.from(body),
    };
  };

  return {
    async call(principal, service, request, signal) {
      const demands = demandsOf(service, request);
      if (!demands)
        return awsError(
          service,
          501,
          'NotImplemented',
          `the local cloud has no ${request.method} ${request.path}`,
        );
      const { name, asker } = principal;
      if (asker !== 'operator')
        for (const { action, resource } of demands) {
          if (policies.allows({ asker, action, resource })) continue;
          const line = `AccessDenied: ${name} may not ${action} on ${resource}`;
          if (!reported.has(line)) log(line);
          reported.add(line);
          return accessDenied(service, name, action, resource);
        }
      for (const hook of hooks) await hook({ principal: name, service, ...demands[0] });
      if (service === 's3') return s3(principal, request);
      if (service === 'sqs') return sqs(request, signal);
      if (service === 'dynamodb') return emulators.send('dynamodb', request);
      return cloudfront[service](request);
    },
    intercept(hook) {
      hooks.add(hook);
      return () => void hooks.delete(hook);
    },
  };
}
