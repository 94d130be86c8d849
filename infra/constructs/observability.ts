import { Aws, Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  TreatMissingData,
  Metric,
  type IMetric,
  type MetricOptions,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import {
  METRIC_NAMESPACE,
  metricDimensions,
  METRICS,
  STAGES,
  type Stage,
  type StageName,
  TICKS_METRIC,
} from '../../shared/contract/stages.ts';
import type { WorkQueue } from './work-queue.ts';

const RUNBOOK = 'docs/operations.md';

/** The text of an alarm: the heading in the runbook, and a sentence that says what has happened. */
interface Notice {
  heading: string;
  says: string;
}

interface MetricAlarm extends Notice {
  metric: IMetric;
  /** The alarm is raised above this value. */
  threshold?: number;
  /** The alarm lasts until the metric was at or below the threshold in this many periods; 1 if absent. */
  periods?: number;
  /** Whether the alarm stays as it is while values are missing. Otherwise a missing value means that nothing happened. */
  isState?: boolean;
}

/**
 * How many minutes the oldest message of a queue may wait before the alarm is raised. The limits of the queues that
 * carry decisions are the lowest.
 */
const MAX_WAIT_MINUTES = { normalise: 10, decisions: 2, 'fan-out': 5, publish: 10 } as const;
type QueueName = keyof typeof MAX_WAIT_MINUTES;

/** An alarm is raised after this many missed ticks: minutes, for a schedule that runs every minute. */
const SILENCE_MINUTES = 5;

/** The alarms of every function, queue and schedule. All go to one topic; each names its heading in the runbook. */
export class Observability extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.topic = new Topic(this, 'Alarms', { displayName: 'Wiredesk alarms', enforceSSL: true });
    // A topic with a policy loses the default policy, which lets the alarms of the account publish. Permit it again.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }

  watchFunction(stage: StageName, target: Function): void {
    const overFiveMinutes: MetricOptions = { period: Duration.minutes(5), statistic: 'Sum' };
    this.#alarm(`${stage}-errors`, {
      metric: target.metricErrors(overFiveMinutes),
      heading: `Errors in ${stage}`,
      says: `The ${stage} function threw an error or exceeded its timeout.`,
    });
    this.#alarm(`${stage}-throttles`, {
      metric: target.metricThrottles(overFiveMinutes),
      heading: 'Throttled functions',
      says: `Lambda throttled ${stage}: too many functions run at the same time in this account.`,
    });
  }

  watchQueue(name: QueueName, { queue, deadLetters }: WorkQueue): void {
    const worstOfMinute: MetricOptions = { period: Duration.minutes(1), statistic: 'Maximum' };
    this.#alarm(`${name}-dead-letters`, {
      metric: deadLetters.metricApproximateNumberOfMessagesVisible(worstOfMinute),
      heading: `Dead letters in ${name}`,
      says: `Messages for ${name} failed at every attempt and are in the dead-letter queue.`,
    });
    const maxWait = MAX_WAIT_MINUTES[name];
    this.#alarm(`${name}-waiting`, {
      metric: queue.metricApproximateAgeOfOldestMessage(worstOfMinute),
      heading: `Old messages in ${name}`,
      says: `The oldest message for ${name} has waited for more than ${maxWait} min.`,
      threshold: maxWait * 60,
    });
  }

  /**
   * Raises an alarm if the function does no ticks. The function counts them itself: the schedule's own metrics also
   * count calls that fail because a permission is missing, and the function's invocations also count messages of its
   * queue.
   */
  watchSchedule(stage: StageName): void {
    const { scheduleMinutes = 1 }: Stage = STAGES[stage];
    const silence = SILENCE_MINUTES * scheduleMinutes;
    new Alarm(this, `${stage}-silent`, {
      alarmDescription: describe({
        heading: 'Schedule not running',
        says: `The ${stage} function has finished no tick for ${silence} min; its schedule calls it every ${scheduleMinutes} min.`,
      }),
      metric: new Metric({
        namespace: METRIC_NAMESPACE,
        metricName: TICKS_METRIC,
        dimensionsMap: metricDimensions(Aws.STACK_NAME),
        period: Duration.minutes(silence),
        statistic: 'Sum',
      }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.BREACHING,
    }).addAlarmAction(new SnsAction(this.topic));
  }

  /** Alarms on the metrics that the code emits. */
  watchMetrics(): void {
    for (const [metricName, metricNotice] of Object.entries(METRICS)) {
      const { repeatMinutes, ...notice }: Notice & { repeatMinutes?: number; isState?: boolean } =
        metricNotice;
      const metric = new Metric({
        namespace: METRIC_NAMESPACE,
        metricName,
        dimensionsMap: metricDimensions(Aws.STACK_NAME),
        period: Duration.minutes(repeatMinutes ?? 5),
        statistic: 'Sum',
      });
      const periods = repeatMinutes === undefined ? 1 : 2;
      this.#alarm(metricName, { metric, periods, ...notice });
    }
  }

  #alarm(id: string, { metric, threshold = 0, periods = 1, isState = false, ...notice }: MetricAlarm): void {
    new Alarm(this, id, {
      alarmDescription: describe(notice),
      metric,
      threshold,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods,
      datapointsToAlarm: 1,
      treatMissingData: isState ? TreatMissingData.IGNORE : TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic));
  }
}

function describe({ heading, says }: Notice): string {
  return `${says} What to do: ${RUNBOOK}, "${heading}".`;
}
