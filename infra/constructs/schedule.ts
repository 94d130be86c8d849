import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule, ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { physicalName } from '../physical-name.ts';

/** A tick that is older than this number of seconds is dropped, because the next tick finds the same work. */
const TICK_AGE_SECONDS = 60;

export interface TickProps {
  minutes: number;
  target: Function;
}

/**
 * Calls a function at a fixed interval with `{"scheduled": true}`. A failed tick is not retried: retries would only
 * delay the ticks that follow.
 */
export class Tick extends Construct {
  constructor(scope: Construct, id: string, { minutes, target }: TickProps) {
    super(scope, id);

    // Scheduler calls the function asynchronously. By default Lambda retries a failed asynchronous call for hours.
    target.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.seconds(TICK_AGE_SECONDS) });
    acknowledge(target, {
      'Serverless-LambdaAsyncFailureDestination':
        'Only the schedule calls the function asynchronously. A lost tick carries no data, and the next tick, a minute later, finds the same rows. If the ticks stop, the alarm "Schedule not running" is raised.',
    });

    const group = new ScheduleGroup(this, 'Group', {
      scheduleGroupName: physicalName(this, 'schedules'),
      removalPolicy: RemovalPolicy.DESTROY,
    });
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

    // CDK's L2 target would also let the role call every version of the function.
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
