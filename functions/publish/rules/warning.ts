import type { MetricName } from '../../../shared/contract/stages.ts';

/** A line for the operator's log, and the metric that counts it where an alarm watches it. */
export interface Warning {
  message: string;
  facts: Record<string, unknown>;
  metric?: MetricName;
}
