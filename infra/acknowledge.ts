import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Answers findings of the rule packs on a construct and all below it: rule id, as the report prints it → the reason why
 * the rule's concern is met or void here. A finding that nobody answers fails the synthesis.
 */
export function acknowledge(construct: IConstruct, answers: Record<string, string>): void {
  for (const [id, reason] of Object.entries(answers)) Validations.of(construct).acknowledge({ id, reason });
}
