import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule, ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

/** Seconds after which a tick is not worth running: the next one sees the same work. */
const TICK_AGE_SECONDS = 60;

export interface TickProps {
  minutes: number;
  target: Function;
}

/**
 * Calls a function every so many minutes with `{"scheduled": true}`. A tick that fails is dropped, never retried:
 * retries would only pile up behind the ticks that follow.
 */
export class Tick extends Construct {
  constructor(scope: Construct, id: string, { minutes, target }: TickProps) {
    super(scope, id);

    // Scheduler hands over and forgets; Lambda itself would retry a failed asynchronous call for hours.
    target.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.seconds(TICK_AGE_SECONDS) });
    acknowledge(target, {
      'Serverless-LambdaAsyncFailureDestination':
        'Only the schedule calls asynchronously, and there is nothing in a lost tick to keep: the next one, a minute later, finds the same rows. Ticks that stop altogether raise the alarm "Schedule not running".',
    });

    const group = new ScheduleGroup(this, 'Group', { removalPolicy: RemovalPolicy.DESTROY });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: {
            'aws:SourceAccount': Stack.of(this).account,
            'aws:SourceArn': group.scheduleGroupArn,
          },
        },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }),
    );

    // The L2 target would let the role call every version of the function as well.
    new CfnSchedule(this, 'Schedule', {
      description: `Calls ${target.node.path} every ${minutes} min`,
      groupName: group.scheduleGroupName,
      scheduleExpression: `rate(${minutes} minute${minutes === 1 ? '' : 's'})`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ scheduled: true }),
        retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: TICK_AGE_SECONDS },
      },
    }).node.addDependency(group, role);
  }
}
