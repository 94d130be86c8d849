import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Acknowledges findings of the rule packs on a construct and the constructs inside it. `reasons` maps a rule's id, as
 * the report prints it, to the reason why the finding does not matter here. Any other finding fails the synthesis.
 */
export function acknowledge(construct: IConstruct, reasons: Record<string, string>): void {
  for (const [id, reason] of Object.entries(reasons)) Validations.of(construct).acknowledge({ id, reason });
}
