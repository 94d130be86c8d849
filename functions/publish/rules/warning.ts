import type { MetricName } from '../../../shared/contract/stages.ts';

/** A line for the operator's log. `metric` is set if an alarm counts such lines. */
export interface Warning {
  message: string;
  facts: Record<string, unknown>;
  metric?: MetricName;
}
