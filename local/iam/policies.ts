import * as z from 'zod';
import {
  compilePolicy,
  isAllowed,
  policyDocument,
  type Asker,
  type Policy,
  type Question,
} from './policy.ts';
import type { Stack } from '../template/template.ts';

/** All policies of a stack, and the answer to "may it?". */
export interface Policies {
  allows(question: Question): boolean;
  /** Throws, naming both, unless the role may be assumed by the service on behalf of the resource. */
  requireTrust(role: string, service: string, sourceArn: string): void;
}

const named = z.object({ PolicyDocument: policyDocument });
const role = z.object({
  AssumeRolePolicyDocument: policyDocument,
  ManagedPolicyArns: z.array(z.string()).default([]),
  Policies: z.array(named.extend({ PolicyName: z.string() })).default([]),
});
const attached = named.extend({ Roles: z.array(z.string()).default([]) });
const bucketPolicy = named.extend({ Bucket: z.string() });
const queuePolicy = named.extend({ Queues: z.array(z.string()) });

/** AWS's own policies that a role may name. They grant nothing that is called here: logs and traces. */
const MANAGED = [
  'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
  'arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs',
  'arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess',
];

/** Reads every role, attached policy, bucket policy and queue policy. Throws, by name, on what it cannot evaluate. */
export function readPolicies(stack: Stack): Policies {
  const ofRole = new Map<string, Policy[]>();
  const trust = new Map<string, Policy>();
  const roleArns = new Map<string, string>();
  // The part of the ARN before a sub-resource (an object's key) → the resource's own policies.
  const ofResource = new Map<string, Policy[]>();

  for (const { id, properties, names } of stack.all('AWS::IAM::Role', role)) {
    const arn = names.attributes['Arn'] ?? id;
    const strange = properties.ManagedPolicyArns.filter((policy) => !MANAGED.includes(policy));
    if (strange.length > 0)
      throw new Error(`${id}: the local cloud does not know the managed policy ${strange.join(', ')}`);
    roleArns.set(names.ref, arn);
    trust.set(arn, compilePolicy(id, properties.AssumeRolePolicyDocument));
    ofRole.set(
      arn,
      properties.Policies.map((one) => compilePolicy(`${id}/${one.PolicyName}`, one.PolicyDocument)),
    );
  }
  for (const { id, properties } of stack.all('AWS::IAM::Policy', attached)) {
    const policy = compilePolicy(id, properties.PolicyDocument);
    for (const name of properties.Roles) ofRole.get(roleArns.get(name) ?? '')?.push(policy);
  }
  const attach = (arn: string, id: string, document: z.infer<typeof policyDocument>): void => {
    ofResource.set(arn, [...(ofResource.get(arn) ?? []), compilePolicy(id, document)]);
  };
  for (const { id, properties } of stack.all('AWS::S3::BucketPolicy', bucketPolicy))
    attach(`arn:aws:s3:::${properties.Bucket}`, id, properties.PolicyDocument);
  for (const { id, properties } of stack.all('AWS::SQS::QueuePolicy', queuePolicy))
    for (const url of properties.Queues) attach(queueArn(stack, url), id, properties.PolicyDocument);

  const policiesOf = (asker: Asker): Policy[] => ('role' in asker ? (ofRole.get(asker.role) ?? []) : []);
  return {
    allows: (question) => {
      const own = ofResource.get(question.resource.split('/')[0] ?? '') ?? [];
      return isAllowed([...policiesOf(question.asker), ...own], question);
    },
    requireTrust(roleArn, service, sourceArn) {
      const question: Question = {
        asker: { service, sourceArn },
        action: 'sts:AssumeRole',
        resource: roleArn,
      };
      const policy = trust.get(roleArn);
      if (!policy || !isAllowed([policy], question)) throw new Error(`${roleArn} does not trust ${service}`);
    },
  };
}

function queueArn(stack: Stack, url: string): string {
  const found = stack.all('AWS::SQS::Queue', z.unknown()).find(({ names }) => names.ref === url);
  if (!found) throw new Error(`a queue policy names ${url}, which is no queue of this stack`);
  return found.names.attributes['Arn'] ?? '';
}
