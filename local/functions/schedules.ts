import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { ACCOUNT, REGION } from '../template/account.ts';
import type { Stack } from '../template/bound-stack.ts';
import type { Clock } from '../clock.ts';
import type { Functions } from './functions.ts';
import type { Policies } from '../iam/policies.ts';

const schedule = z.object({
  GroupName: z.string().default('default'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.object({ Arn: z.string(), RoleArn: z.string(), Input: z.string().optional() }),
});

export interface Schedules {
  /** Runs every enabled schedule once and waits for the invocations. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

interface Parts {
  functions: Functions;
  policies: Policies;
  clock: Clock;
  log: (line: string) => void;
}

/**
 * Emulates EventBridge Scheduler with Lambda targets. The rates of the schedules are ignored: a tick runs all
 * schedules, and the next tick starts `tickSeconds` after its end. With `idle`, schedules run only when `tick` is
 * called. A failed tick is not retried, because the next tick follows soon.
 */
export function startSchedules(stack: Stack, tickSeconds: number | 'idle', parts: Parts): Schedules {
  const { functions, policies, clock, log } = parts;
  const enabled = stack.all('AWS::Scheduler::Schedule', schedule).flatMap(({ id, properties, names }) => {
    const { Arn, RoleArn, Input } = properties.Target;
    const fn = functions.byArn(Arn);
    // The source ARN of the request to assume the role is the ARN of the schedule's group (EventBridge Scheduler User
    // Guide, "Confused deputy prevention").
    const group = `arn:aws:scheduler:${REGION}:${ACCOUNT}:schedule-group/${properties.GroupName}`;
    policies.requireTrust(RoleArn, 'scheduler.amazonaws.com', group);
    if (properties.State === 'DISABLED') return [];
    return [{ id, fn, role: RoleArn, input: Input, arn: names.attributes['Arn'] ?? '' }];
  });

  const fire = async ({ id, fn, role, input, arn }: (typeof enabled)[number]): Promise<void> => {
    if (!policies.allows({ principal: { role }, action: 'lambda:InvokeFunction', resource: fn.arn })) {
      log(`AccessDenied: ${id} may not lambda:InvokeFunction on ${fn.arn}`);
      return;
    }
    const time = clock.now().toISOString();
    const standard = {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account: ACCOUNT,
      time,
      region: REGION,
      resources: [arn],
      detail: '{}',
    };
    await functions.invoke(fn, input === undefined ? standard : JSON.parse(withContext(input, arn, time)));
  };
  const tick = async (): Promise<void> => {
    await Promise.all(enabled.map(fire));
  };

  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current = Promise.resolve();
  const wait = (): void => {
    if (stopped || tickSeconds === 'idle') return;
    timer = setTimeout(() => {
      current = tick().finally(wait);
    }, tickSeconds * 1000);
  };
  wait();
  return {
    tick,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}

/** Replaces context attributes in an input (EventBridge Scheduler User Guide, "Adding context attributes"). */
const withContext = (input: string, arn: string, time: string): string =>
  input
    .replaceAll('<aws.scheduler.schedule-arn>', arn)
    .replaceAll('<aws.scheduler.scheduled-time>', time.replace(/\.\d+/, ''))
    .replaceAll('<aws.scheduler.execution-id>', randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1');
