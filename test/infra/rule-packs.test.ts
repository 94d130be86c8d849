import { App, Stack, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { expect, test } from 'vitest';
import { rulePacks } from '../../infra/rule-packs.ts';
import { synthesise } from './synthesis.ts';

const plain = synthesise().stack;
const withDomain = synthesise({
  domain: {
    name: 'feeds.example.com',
    certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000',
  },
}).stack;

test.each([
  ['on its own', plain],
  ['with a domain', withDomain],
])('the stack %s has no finding that nobody has answered', (_name, stack) => {
  expect(findings(stack)).toEqual([]);
});

test('a queue without dead letters would be found', () => {
  const stack = new Stack(new App(), 'Careless');
  new Queue(stack, 'Queue');
  expect(findings(stack)).toContainEqual({ rule: 'AwsSolutions-SQS3', path: 'Careless/Queue/Resource' });
});

test('each acknowledgement answers a finding that is there, and gives a reason', () => {
  const unanswered = findings(plain, { deaf: true });
  const acknowledged = plain.node.findAll().flatMap(acknowledgements);
  expect(acknowledged.length).toBeGreaterThan(10);
  for (const { rule, path, reason } of acknowledged) {
    const answers = unanswered.filter((one) => one.rule === rule && `${one.path}/`.startsWith(`${path}/`));
    expect(answers, `${path} acknowledges ${rule}`).not.toEqual([]);
    expect(reason.length).toBeGreaterThan(40);
  }
});

interface Finding {
  rule: string;
  path: string;
}

/** What the packs find below a construct; a deaf pack hears no acknowledgement. */
function findings(scope: IConstruct, { deaf = false } = {}): Finding[] {
  return rulePacks(scope).flatMap((pack) => {
    if (deaf) Object.assign(pack, { isAcknowledged: () => false });
    return pack
      .validateScope(scope)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath = '' }) => ({ rule: ruleName, path: constructPath })),
      );
  });
}

/** Acknowledgements of the packs' rules on a construct; those of CDK's own warnings are left out. */
function acknowledgements({ node }: IConstruct): (Finding & { reason: string })[] {
  return node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries(data as Record<string, string>))
    .map(([id, reason]) => ({ rule: id.replace(/^annotation::/i, ''), path: node.path, reason }))
    .filter(({ rule }) => !rule.startsWith('@aws-cdk/'));
}
