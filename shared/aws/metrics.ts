import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { METRIC_NAMESPACE, type MetricName } from '../contract/stages.ts';

/** Counts a happening, in CloudWatch's embedded metric format: a line of the log, no call. */
export function count(metric: MetricName): void {
  const metrics = new Metrics({ namespace: METRIC_NAMESPACE, serviceName: 'wiredesk' });
  metrics.addMetric(metric, MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
}
