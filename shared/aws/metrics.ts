import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { log } from './log.ts';
import { METRIC_NAMESPACE, type MetricName } from '../contract/stages.ts';

/**
 * Adds one to a metric. In CloudWatch's embedded metric format a metric is a line of the log, so this sends no
 * request.
 */
export function count(metric: MetricName): void {
  const metrics = new Metrics({ namespace: METRIC_NAMESPACE, serviceName: 'wiredesk' });
  metrics.addMetric(metric, MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
}

/**
 * Logs a problem, with ids and reasons only. If `metric` is given, also adds one to that metric, which has an alarm.
 */
export function warn(message: string, facts: Record<string, unknown>, metric?: MetricName): void {
  log.warn(message, facts);
  if (metric !== undefined) count(metric);
}
