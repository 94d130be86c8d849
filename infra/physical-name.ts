import { createHash } from 'node:crypto';
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * The longest stack name that is part of a name unchanged. CloudFront allows 64 characters for most of its names; the
 * longest part of this app and the longest name of a region leave these.
 */
const LONGEST_STACK_NAME = 32;
const HASH_LENGTH = 8;

/**
 * The physical name of a resource: `{stack}-{part}-{region}`. CloudFront and IAM have one space of names for the whole
 * account. So the name of the stack and the region must both be in a name, or a second stack, or the same stack in
 * another region, cannot be created. `part` has at most 16 characters. A long stack name is shortened, and a hash
 * keeps it unique.
 */
export function physicalName(scope: Construct, part: string): string {
  const { stackName, region } = Stack.of(scope);
  return `${shortened(stackName)}-${part}-${region}`;
}

function shortened(name: string): string {
  if (name.length <= LONGEST_STACK_NAME) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH_LENGTH);
  return `${name.slice(0, LONGEST_STACK_NAME - HASH_LENGTH - 1)}-${hash}`;
}
