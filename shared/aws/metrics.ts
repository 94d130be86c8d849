import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { log } from './log.ts';
import { METRIC_NAMESPACE, type MetricName } from '../contract/stages.ts';

/** Counts a happening, in CloudWatch's embedded metric format: a line of the log, no call. */
export function count(metric: MetricName): void {
  const metrics = new Metrics({ namespace: METRIC_NAMESPACE, serviceName: 'wiredesk' });
  metrics.addMetric(metric, MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
}

/** Reports what should not happen, ids and reasons only; counted where an alarm hangs on it. */
export function warn(message: string, facts: Record<string, unknown>, metric?: MetricName): void {
  log.warn(message, facts);
  if (metric !== undefined) count(metric);
}
