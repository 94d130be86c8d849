import type { MetricName } from '../../../shared/contract/stages.ts';

/** A line for the operator's log. It has a metric if an alarm depends on it. */
export interface Warning {
  message: string;
  facts: Record<string, unknown>;
  metric?: MetricName;
}
