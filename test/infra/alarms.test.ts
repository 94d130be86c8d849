import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  METRIC_NAMESPACE,
  METRICS,
  STAGE_NAMES,
  STAGES,
  type Stage,
  TICKS_METRIC,
} from '../../shared/contract/stages.ts';
import { LOGICAL_NAMES, resource, resources, synthesise } from './synthesis.ts';

interface Alarm {
  AlarmDescription: string;
  MetricName: string;
  Namespace: string;
  Dimensions: { Name: string; Value: unknown }[];
  Threshold: number;
  ComparisonOperator: string;
  TreatMissingData: string;
  AlarmActions: unknown[];
}

const { template } = synthesise();
const runbook = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
const headings = [...runbook.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
const alarms = [...resources(template, 'AWS::CloudWatch::Alarm').values()].map(
  ({ Properties }) => Properties as unknown as Alarm,
);

test.each(alarms)(
  'the runbook has the heading that this alarm names: $AlarmDescription',
  ({ AlarmDescription }) => {
    const [, heading] = /docs\/operations\.md, "(.+)"\.$/.exec(AlarmDescription) ?? [];
    expect(headings).toContain(heading);
  },
);

test('every heading under "Alarms" in the runbook belongs to an alarm', () => {
  const section = runbook.slice(runbook.indexOf('\n# Alarms'), runbook.indexOf('\n# Operating a pipeline'));
  const runbookHeadings = [...section.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(runbookHeadings.length).toBeGreaterThan(0);
  for (const heading of runbookHeadings) {
    expect(alarms.filter(({ AlarmDescription }) => AlarmDescription.includes(`"${heading}"`))).not.toEqual(
      [],
    );
  }
});

test.each(['normalise', 'publish'] as const)(
  'the runbook states the timeout, the visibility timeout and the number of tries of %s correctly',
  (name) => {
    const { timeoutSeconds, queue } = STAGES[name];
    const from = runbook.indexOf(`\n## Errors in ${name}\n`);
    const section = runbook.slice(from, runbook.indexOf('\n## ', from + 1)).replaceAll('\n', ' ');
    expect(from).toBeGreaterThan(0);
    expect(section).toContain(`ran out of time (${timeoutSeconds} s)`);
    expect(section).toContain(`come back after ${queue.visibilitySeconds} s`);
    expect(section).toMatch(
      new RegExp(`\\b(?:${queue.maxReceives}|${WORDS[queue.maxReceives]}) (?:times|tries)\\b`),
    );
  },
);
const WORDS: Readonly<Record<number, string>> = { 5: 'five' };

test('every resource name in a command of the runbook matches exactly one resource', () => {
  const named = [...runbook.matchAll(/\bnamed (AWS::\w+::\w+) (\w+)/g)];
  expect(named.length).toBeGreaterThan(10);
  for (const [, type = '', prefix = ''] of named)
    expect(resource(template, type, prefix).id).toContain(prefix);
});

test('every stack output that a command of the runbook uses exists', () => {
  const asked = [...runbook.matchAll(/\boutput (\w+(?:Url|Name|Arn))\b/g)].map(([, name]) => name);
  expect(asked.length).toBeGreaterThan(3);
  expect(Object.keys(template.findOutputs('*'))).toEqual(expect.arrayContaining(asked));
});

test('each alarm notifies the SNS topic, and CloudWatch may publish to this topic', () => {
  const topic = { Ref: resource(template, 'AWS::SNS::Topic', '').id };
  for (const { AlarmActions } of alarms) expect(AlarmActions).toEqual([topic]);
  const policy = resource(template, 'AWS::SNS::TopicPolicy', '').Properties['PolicyDocument'];
  expect((policy as { Statement: unknown[] }).Statement).toContainEqual(
    expect.objectContaining({
      Effect: 'Allow',
      Action: 'sns:Publish',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
    }),
  );
});

const onAnyValue = {
  Threshold: 0,
  ComparisonOperator: 'GreaterThanThreshold',
  TreatMissingData: 'notBreaching',
};

for (const [id, { Properties }] of resources(template, 'AWS::SQS::Queue')) {
  const isWork = 'RedrivePolicy' in Properties;
  test(`${id} has an alarm for ${isWork ? 'old messages' : 'any message'}`, () => {
    const name = { 'Fn::GetAtt': [id, 'QueueName'] };
    expect(alarmsOn('QueueName', name)).toEqual([
      isWork
        ? expect.objectContaining({ MetricName: 'ApproximateAgeOfOldestMessage' })
        : expect.objectContaining({ MetricName: 'ApproximateNumberOfMessagesVisible', ...onAnyValue }),
    ]);
  });
}

test.each(STAGE_NAMES)('%s has alarms for errors and throttles', (name) => {
  const ref = { Ref: resource(template, 'AWS::Lambda::Function', `${LOGICAL_NAMES[name]}Function`).id };
  const found = alarmsOn('FunctionName', ref);
  expect(found).toContainEqual(expect.objectContaining({ MetricName: 'Errors', ...onAnyValue }));
  expect(found).toContainEqual(expect.objectContaining({ MetricName: 'Throttles', ...onAnyValue }));
});

test('a stage with a schedule has an alarm for missing ticks, which messages of its queue do not end', () => {
  const silence = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching');
  const scheduled = STAGE_NAMES.filter((name) => (STAGES[name] as Stage).scheduleMinutes !== undefined);
  // Without ticks there are no data points, so missing data must raise this alarm. It must not raise the others.
  expect(silence).toEqual(
    scheduled.map(
      () =>
        expect.objectContaining({
          Namespace: METRIC_NAMESPACE,
          MetricName: TICKS_METRIC,
          ComparisonOperator: 'LessThanThreshold',
          Threshold: 1,
        }) as unknown,
    ),
  );
});

test('the metrics of the code have the name of the stack, so that two pipelines do not share an alarm', () => {
  const own = alarms.filter(({ Namespace }) => Namespace === METRIC_NAMESPACE);
  expect(own.length).toBeGreaterThan(Object.keys(METRICS).length);
  for (const { Dimensions } of own)
    expect(Dimensions).toContainEqual({ Name: 'stack', Value: { Ref: 'AWS::StackName' } });
});

test('the alarms for held and stopped feeds last until two rounds of the sweep report none', () => {
  for (const MetricName of ['FeedsHeld', 'GateStops'])
    expect(alarms).toContainEqual(
      expect.objectContaining({ MetricName, Period: 900, EvaluationPeriods: 2, DatapointsToAlarm: 1 }),
    );
});

test('an alarm over a state, which every tick reports, stays as it is while values are missing', () => {
  const own = alarms.filter(({ MetricName }) => MetricName in METRICS);
  const kept = own.filter(({ TreatMissingData }) => TreatMissingData === 'ignore');
  expect(kept.map(({ MetricName }) => MetricName).toSorted()).toEqual(['FeedsHeld', 'GateStops']);
});

function alarmsOn(dimension: string, value: unknown): Alarm[] {
  return alarms.filter(({ Dimensions }) =>
    Dimensions.some(
      ({ Name, Value }) => Name === dimension && JSON.stringify(Value) === JSON.stringify(value),
    ),
  );
}
