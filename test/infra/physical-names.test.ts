import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, test } from 'vitest';
import cdk from '../../cdk.json' with { type: 'json' };
import { SyndicationStack } from '../../infra/syndication-stack.ts';

const ACCOUNT = '111111111111';

/** Members that are names of their own resource. The others that end in `Name` refer to something else. */
const NAMES = [
  'BucketName',
  'TableName',
  'QueueName',
  'TopicName',
  'FunctionName',
  'RoleName',
  'LogGroupName',
  'AlarmName',
  'Name',
];
/** CloudFront has these properties one level deeper. */
const CONFIGURATIONS = ['CachePolicyConfig', 'ResponseHeadersPolicyConfig', 'OriginAccessControlConfig'];

/** The resources that refer to another one with a member of these names. */
const REFERRING = new Set([
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Permission',
]);

type Properties = Record<string, unknown>;

function templateOf(name: string, region: string): Record<string, { Type: string; Properties?: Properties }> {
  const app = new App({
    context: { ...cdk.context, 'aws:cdk:bundling-stacks': [] },
    analyticsReporting: false,
    builtinCloudFormationValidation: false,
  });
  const code = (): Code => Code.fromInline('export const handler = () => undefined;');
  const stack = new SyndicationStack(app, name, { code, env: { account: ACCOUNT, region } });
  return Template.fromStack(stack).toJSON()['Resources'] as ReturnType<typeof templateOf>;
}

/** The physical names that a template gives: type and name. A name that CloudFormation makes is not in the list. */
function namesIn(template: ReturnType<typeof templateOf>): string[] {
  return Object.values(template).flatMap(({ Type, Properties = {} }) => {
    if (REFERRING.has(Type)) return [];
    const places = [Properties, ...CONFIGURATIONS.map((key) => (Properties[key] ?? {}) as Properties)];
    return places.flatMap((place) =>
      NAMES.flatMap((key) => (place[key] === undefined ? [] : [`${Type} ${JSON.stringify(place[key])}`])),
    );
  });
}

/** A name with a `Ref` to a resource of the same template differs in each stack. */
const isOwn = (name: string): boolean => !name.includes('"Ref"');

const first = namesIn(templateOf('Wiredesk', 'eu-west-1')).filter(isOwn);

test('some resources have a name that the template gives, so that this test can fail', () => {
  expect(first.length).toBeGreaterThanOrEqual(8);
});

describe.each([
  ['a second stack in the same region', 'Wiredesk2', 'eu-west-1'],
  ['the same stack in another region', 'Wiredesk', 'us-east-1'],
  ['two stacks with long names', 'wiredesk-for-the-newsroom-of-the-north-and-the-islands-two', 'eu-west-1'],
])('%s', (_title, name, region) => {
  test('has no physical name in common with the first', () => {
    const second = new Set(namesIn(templateOf(name, region)));
    expect(first.filter((one) => second.has(one))).toEqual([]);
  });
});

test('long stack names that begin with the same letters give different names of at most 64 characters', () => {
  const start = 'wiredesk-for-the-newsroom-of-the-north-and-the-islands';
  const [one, two] = [`${start}-one`, `${start}-two`].map((name) =>
    namesIn(templateOf(name, 'ap-southeast-1')).filter(isOwn),
  );
  expect(one?.filter((name) => two?.includes(name))).toEqual([]);
  for (const name of one ?? []) {
    const [, physical = ''] = /"(.+)"/.exec(name) ?? [];
    expect(physical.length).toBeLessThanOrEqual(64);
  }
});
