import * as z from 'zod';
import type { Stack } from '../template/bound-stack.ts';
import {
  compilePolicy,
  isAllowed,
  policyDocument,
  type AccessRequest,
  type Policy,
  type PolicyDocument,
  type Principal,
} from './policy.ts';

/** All policies of a stack. */
export interface Policies {
  allows(request: AccessRequest): boolean;
  /** Throws an error with both names if the service may not assume the role on behalf of the resource. */
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

/**
 * The managed policies of AWS that a role may name. They only allow logs and traces, which the local cloud does not
 * have.
 */
const MANAGED_POLICIES = [
  'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
  'arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs',
  'arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess',
];

/**
 * Reads every role, attached policy, bucket policy and queue policy. If the local cloud cannot evaluate a part of a
 * policy, throws an error with the name of the policy.
 */
export function readPolicies(stack: Stack): Policies {
  const { ofRole, trust } = readRoles(stack);
  const ofResource = readResourcePolicies(stack);
  const policiesOf = (principal: Principal): Policy[] =>
    'role' in principal ? (ofRole.get(principal.role) ?? []) : [];
  return {
    allows: (request) => {
      const own = ofResource.get(request.resource.split('/')[0] ?? '') ?? [];
      return isAllowed([...policiesOf(request.principal), ...own], request);
    },
    requireTrust(roleArn, service, sourceArn) {
      const request: AccessRequest = {
        principal: { service, sourceArn },
        action: 'sts:AssumeRole',
        resource: roleArn,
      };
      const policy = trust.get(roleArn);
      if (!policy || !isAllowed([policy], request)) throw new Error(`${roleArn} does not trust ${service}`);
    },
  };
}

/**
 * For each role, by its ARN: its permission policies (`ofRole`), and the policy that says who may assume it
 * (`trust`).
 */
function readRoles(stack: Stack): { ofRole: Map<string, Policy[]>; trust: Map<string, Policy> } {
  const ofRole = new Map<string, Policy[]>();
  const trust = new Map<string, Policy>();
  const arnOf = new Map<string, string>();
  for (const { id, properties, names } of stack.all('AWS::IAM::Role', role)) {
    const arn = names.attributes['Arn'] ?? id;
    const unknown = properties.ManagedPolicyArns.filter((policy) => !MANAGED_POLICIES.includes(policy));
    if (unknown.length > 0)
      throw new Error(`${id}: the local cloud does not know the managed policy ${unknown.join(', ')}`);
    arnOf.set(names.ref, arn);
    trust.set(arn, compilePolicy(id, properties.AssumeRolePolicyDocument));
    ofRole.set(
      arn,
      properties.Policies.map((policy) => compilePolicy(`${id}/${policy.PolicyName}`, policy.PolicyDocument)),
    );
  }
  for (const { id, properties } of stack.all('AWS::IAM::Policy', attached)) {
    const policy = compilePolicy(id, properties.PolicyDocument);
    for (const name of properties.Roles) ofRole.get(arnOf.get(name) ?? '')?.push(policy);
  }
  return { ofRole, trust };
}

/** The policies of buckets and queues, by ARN. An object's policies are those of its bucket. */
function readResourcePolicies(stack: Stack): Map<string, Policy[]> {
  const ofResource = new Map<string, Policy[]>();
  const attach = (arn: string, id: string, document: PolicyDocument): void => {
    ofResource.set(arn, [...(ofResource.get(arn) ?? []), compilePolicy(id, document)]);
  };
  for (const { id, properties } of stack.all('AWS::S3::BucketPolicy', bucketPolicy))
    attach(`arn:aws:s3:::${properties.Bucket}`, id, properties.PolicyDocument);
  for (const { id, properties } of stack.all('AWS::SQS::QueuePolicy', queuePolicy))
    for (const url of properties.Queues) attach(queueArn(stack, url), id, properties.PolicyDocument);
  return ofResource;
}

function queueArn(stack: Stack, url: string): string {
  const found = stack.all('AWS::SQS::Queue', z.unknown()).find(({ names }) => names.ref === url);
  if (!found) throw new Error(`a queue policy names ${url}, which is not a queue of this stack`);
  return found.names.attributes['Arn'] ?? '';
}
