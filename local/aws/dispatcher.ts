import type { Emulators } from '../emulators/emulators.ts';
import type { Policies } from '../iam/policies.ts';
import type { Principal } from '../iam/policy.ts';
import { accessDenied, awsError } from '../protocol/errors.ts';
import type { AwsRequest, AwsResponse } from '../protocol/messages.ts';
import type { Service } from '../protocol/service.ts';
import { s3Address } from '../s3/address.ts';
import { conditionalWrites } from '../s3/conditional-writes.ts';
import type { Notifications } from '../s3/notifications.ts';
import type { MessageMoveTasks } from '../sqs/message-move-tasks.ts';
import { readUpload } from '../s3/upload-body.ts';
import { singleVersions } from '../s3/versions.ts';
import type { PartitionKeys } from './leading-keys.ts';
import { requiredPermissions } from './required-permissions.ts';

/** Who makes a call. The operator may do everything; any other caller needs permissions. */
export interface Caller {
  /** A function's logical id, or 'operator', 'edge' or 's3'. */
  name: string;
  principal: Principal | 'operator';
}

export const OPERATOR: Caller = { name: 'operator', principal: 'operator' };

/** A call, as a hook gets it. A hook is a function that a test adds; it runs before each call. */
export interface Call {
  /** The caller's name. */
  principal: string;
  service: string;
  /** The IAM action, such as s3:PutObject. */
  action: string;
  /** The ARN of the resource. */
  resource: string;
}

export type Hook = (call: Call) => Promise<void> | void;

export interface ServiceCall {
  caller: Caller;
  service: Service;
  request: AwsRequest;
  signal?: AbortSignal | undefined;
}

/** Checks the permissions of every AWS call, runs the hooks, and sends the call to the part that answers it. */
export interface Dispatcher {
  call(call: ServiceCall): Promise<AwsResponse>;
  intercept(hook: Hook): () => void;
}

export interface DispatcherParts {
  emulators: Emulators;
  policies: Policies;
  partitionKeys: PartitionKeys;
  log: (line: string) => void;
  notifications: Pick<Notifications, 'notifyAfter'>;
  moveTasks: Pick<MessageMoveTasks, 'answer'>;
  /** Answers calls to CloudFront, for which there is no emulator. */
  cloudfront: Record<'cloudfront' | 'cloudfront-keyvaluestore', (request: AwsRequest) => AwsResponse>;
  /** The origin for queue URLs. The URLs that the emulator stores may have the origin of an earlier start. */
  endpoint: string;
}

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { emulators, policies, partitionKeys, log, notifications, moveTasks, cloudfront, endpoint } = parts;
  const hooks = new Set<Hook>();
  const reported = new Set<string>();
  const forwardS3 = conditionalWrites(singleVersions((request) => emulators.send('storage', request)));

  const s3 = async (caller: Caller, request: AwsRequest): Promise<AwsResponse> => {
    const upload = readUpload(request);
    if (!upload.ok) return upload.error;
    const plain = upload.request;
    const response = await notifications.notifyAfter(plain, () => forwardS3(plain));
    if (response.status !== 404 || !hidesMissingKeys(caller, plain)) return response;
    const { bucket: resource } = s3Address(plain.path);
    return accessDenied('s3', caller.name, { action: 's3:ListBucket', resource });
  };

  // For a missing key S3 answers AccessDenied to a caller without s3:ListBucket (API Reference, GetObject,
  // "Permissions").
  const hidesMissingKeys = ({ principal }: Caller, { method, path }: AwsRequest): boolean => {
    const { bucket, key } = s3Address(path);
    if (principal === 'operator' || key === '' || (method !== 'GET' && method !== 'HEAD')) return false;
    return !policies.allows({ principal, action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` });
  };

  const sqs = async (request: AwsRequest, signal?: AbortSignal): Promise<AwsResponse> => {
    const moving = moveTasks.answer(request);
    if (moving) return moving;
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
    async call({ caller, service, request, signal }) {
      const needed = requiredPermissions(service, request, partitionKeys);
      if (!needed) {
        const message = `the local cloud does not support the request ${request.method} ${request.path}`;
        return awsError(service, { status: 501, code: 'NotImplemented', message });
      }
      const { name, principal } = caller;
      if (principal !== 'operator')
        for (const permission of needed) {
          if (policies.allows({ principal, ...permission })) continue;
          const line = `AccessDenied: ${name} may not ${permission.action} on ${permission.resource}`;
          if (!reported.has(line)) log(line);
          reported.add(line);
          return accessDenied(service, name, permission);
        }
      const [{ action, resource }] = needed;
      for (const hook of hooks) await hook({ principal: name, service, action, resource });
      if (service === 's3') return s3(caller, request);
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
