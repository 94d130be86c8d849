import { Duration, Stack } from 'aws-cdk-lib';
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
  METRICS,
  STAGES,
  type Stage,
  type StageName,
} from '../../shared/contract/stages.ts';
import type { WorkQueue } from './work-queue.ts';

const RUNBOOK = 'docs/operations.md';

/** What an alarm says: the heading of the runbook that answers it, and what has happened. */
interface Notice {
  heading: string;
  says: string;
}

/** Minutes that the oldest message may wait. Kills go through fan-out's queue, so that one is watched closest. */
const PATIENCE_MINUTES: Partial<Record<StageName, number>> = { normalise: 10, 'fan-out': 5, publish: 10 };

/** Minutes without a tick that are not a hiccup. */
const SILENCE_MINUTES = 5;

/** Alarms for each function, queue and schedule, sent to one topic. Each names the heading that answers it. */
export class Observability extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.topic = new Topic(this, 'Alarms', { displayName: 'Wiredesk alarms', enforceSSL: true });
    // A topic's own policy replaces the default one, by which the account's alarms may publish.
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
    this.#alarm(`${stage}-errors`, target.metricErrors(overFiveMinutes), {
      heading: `Errors in ${stage}`,
      says: `The ${stage} function threw or ran out of time.`,
    });
    this.#alarm(`${stage}-throttles`, target.metricThrottles(overFiveMinutes), {
      heading: 'Throttled functions',
      says: `Lambda refused to run ${stage}: too many functions run at once in this account.`,
    });
  }

  watchQueue(stage: StageName, { queue, deadLetters }: WorkQueue): void {
    this.#alarm(
      `${stage}-dead-letters`,
      deadLetters.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      {
        heading: `Dead letters in ${stage}`,
        says: `Messages for ${stage} failed time and again and were set aside.`,
      },
    );
    const patience = PATIENCE_MINUTES[stage] ?? SILENCE_MINUTES;
    this.#alarm(
      `${stage}-waiting`,
      queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1), statistic: 'Maximum' }),
      {
        heading: `Old messages in ${stage}`,
        says: `The oldest message for ${stage} has waited for more than ${patience} min.`,
      },
      patience * 60,
    );
  }

  /** Counts runs, not the schedule's attempts: a schedule that may not call its function attempts all the same. */
  watchSchedule(stage: StageName, target: Function): void {
    const { scheduleMinutes = 1 }: Stage = STAGES[stage];
    const silence = SILENCE_MINUTES * scheduleMinutes;
    new Alarm(this, `${stage}-silent`, {
      alarmDescription: describe({
        heading: 'Schedule not running',
        says: `The ${stage} function has not run for ${silence} min; its schedule calls it every ${scheduleMinutes} min.`,
      }),
      metric: target.metricInvocations({ period: Duration.minutes(silence), statistic: 'Sum' }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.BREACHING,
    }).addAlarmAction(new SnsAction(this.topic));
  }

  /** What the code itself counts. */
  watchMetrics(): void {
    for (const [metricName, notice] of Object.entries(METRICS)) {
      const metric = new Metric({
        ...{ namespace: METRIC_NAMESPACE, metricName, dimensionsMap: { service: 'wiredesk' } },
        ...{ period: Duration.minutes(5), statistic: 'Sum' },
      });
      this.#alarm(metricName, metric, notice);
    }
  }

  #alarm(id: string, metric: IMetric, notice: Notice, above = 0): void {
    new Alarm(this, id, {
      alarmDescription: describe(notice),
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic));
  }
}

function describe({ heading, says }: Notice): string {
  return `${says} What to do: ${RUNBOOK}, "${heading}".`;
}
