import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { log } from './log.ts';
import type { ReportUnreadable } from '../contract/stored/decode-each.ts';
import { METRIC_NAMESPACE, metricDimensions, type MetricName, SERVICE_NAME } from '../contract/stages.ts';

export interface Reporter {
  /** Reports the value of a metric, by default 1. */
  count: (metric: MetricName, value?: number) => void;
  /**
   * Logs a problem, with ids and reasons only. If `metric` is given, also adds one to that metric, which has an alarm.
   */
  warn: (message: string, facts: Record<string, unknown>, metric?: MetricName) => void;
  /** Reports a stored row that a list leaves out because it cannot be decoded. */
  unreadable: ReportUnreadable;
}

/**
 * Logs and counts for the stack with this name. In CloudWatch's embedded metric format a metric is a line of the log,
 * so counting sends no request.
 */
export function openReporter(stack: string): Reporter {
  const count = (metric: MetricName, value = 1): void => {
    const metrics = new Metrics({ namespace: METRIC_NAMESPACE, serviceName: SERVICE_NAME });
    metrics.addDimensions({ stack: metricDimensions(stack).stack });
    metrics.addMetric(metric, MetricUnit.Count, value);
    metrics.publishStoredMetrics();
  };
  const warn: Reporter['warn'] = (message, facts, metric) => {
    log.warn(message, facts);
    if (metric !== undefined) count(metric);
  };
  return {
    count,
    warn,
    unreadable: (reason) =>
      warn('a stored row cannot be decoded and is left out', { reason }, 'RowsUnreadable'),
  };
}
