import { ACCOUNT, REGION } from './account.ts';
import type { Json } from './template.ts';

/** What `Ref` and `Fn::GetAtt` return for a resource. */
export interface Names {
  ref: string;
  attributes: Record<string, string>;
}

export interface NamingContext {
  stack: string;
  endpoint: string;
  /** A property of the resource, resolved. */
  properties: (key: string) => Json | undefined;
}

type Naming = (id: string, context: NamingContext) => Names;

const arn = (service: string, resource: string, region = REGION): string =>
  `arn:aws:${service}:${region}:${ACCOUNT}:${resource}`;

/** The name that the template gives, or a default that is the same at every start. */
function given(context: NamingContext, key: string, otherwise: string): string {
  const name = context.properties(key);
  return typeof name === 'string' ? name : otherwise;
}

/** How each kind of resource gets its names. */
export const NAMING = {
  bucket: (id, context) => {
    // A bucket name has lower-case letters and at most 63 characters. Cut off the start, because a logical id ends
    // with its hash.
    const ref = given(
      context,
      'BucketName',
      `${context.stack}-${id}`.toLowerCase().slice(-63).replace(/^-+/, ''),
    );
    const DomainName = `${ref}.s3.amazonaws.com`;
    const RegionalDomainName = `${ref}.s3.${REGION}.amazonaws.com`;
    return { ref, attributes: { Arn: `arn:aws:s3:::${ref}`, DomainName, RegionalDomainName } };
  },
  queue: (id, context) => {
    const suffix = context.properties('FifoQueue') === true ? '.fifo' : '';
    const QueueName = given(context, 'QueueName', id + suffix);
    const ref = `${context.endpoint}/${ACCOUNT}/${QueueName}`;
    return { ref, attributes: { Arn: arn('sqs', QueueName), QueueName, QueueUrl: ref } };
  },
  table: (id, context) => {
    const ref = given(context, 'TableName', `${context.stack}-${id}`);
    return { ref, attributes: { Arn: arn('dynamodb', `table/${ref}`) } };
  },
  function: (id, context) => {
    const ref = given(context, 'FunctionName', id);
    return { ref, attributes: { Arn: arn('lambda', `function:${ref}`) } };
  },
  role: (id, context) => {
    const ref = given(context, 'RoleName', id);
    return { ref, attributes: { Arn: arn('iam', `role/${ref}`, ''), RoleId: id } };
  },
  schedule: (id, context) => {
    const ref = given(context, 'Name', id);
    const group = given(context, 'GroupName', 'default');
    return { ref, attributes: { Arn: arn('scheduler', `schedule/${group}/${ref}`) } };
  },
  scheduleGroup: (id, context) => {
    const ref = given(context, 'Name', id);
    return { ref, attributes: { Arn: arn('scheduler', `schedule-group/${ref}`) } };
  },
  api: (id) => {
    // The API's id is part of a host name.
    const ref = id.toLowerCase();
    return { ref, attributes: { RootResourceId: `${ref}-root`, RestApiId: ref } };
  },
  stage: (id, context) => ({ ref: given(context, 'StageName', id), attributes: {} }),
  distribution: (id) => ({
    ref: id,
    attributes: { Id: id, DomainName: `${id.toLowerCase()}.cloudfront.net` },
  }),
  edgeFunction: (id) => {
    const FunctionARN = arn('cloudfront', `function/${id}`, '');
    return { ref: FunctionARN, attributes: { FunctionARN, 'FunctionMetadata.FunctionARN': FunctionARN } };
  },
  keyValueStore: (id, context) => ({
    ref: given(context, 'Name', id),
    attributes: { Arn: arn('cloudfront', `key-value-store/${id}`, ''), Id: id, Status: 'READY' },
  }),
  plain: (id) => ({ ref: id, attributes: { Id: id } }),
  /** A resource that is not started. Every attribute has a value, because other resources may refer to it. */
  inert: (id) => ({
    ref: id,
    attributes: new Proxy({}, { get: (_, key) => arn('inert', `${id}/${String(key)}`) }),
  }),
} satisfies Record<string, Naming>;
