import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { LIMITS } from '../shared/aws/limits.ts';
import { EXIT, Failure } from './failure.ts';

/** The outputs of a deployed stack, by their names. */
export async function stackOutputs(stack: string): Promise<Record<string, string>> {
  const client = new CloudFormationClient(LIMITS);
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stack }));
    const outputs = Stacks[0]?.Outputs ?? [];
    return Object.fromEntries(
      outputs.map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']),
    );
  } catch (error) {
    throw new Failure(
      `the stack ${stack} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      'Check the name, AWS_REGION and your credentials (aws sts get-caller-identity).',
      EXIT.unreachable,
    );
  }
}
