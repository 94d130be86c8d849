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
  ['without a custom domain', plain],
  ['with a custom domain', withDomain],
])('every finding of the rule packs on the stack %s is acknowledged', (_name, stack) => {
  expect(findings(stack)).toEqual([]);
});

test('the rule packs of cdk-nag report a queue without a dead-letter queue', () => {
  const stack = new Stack(new App(), 'Unchecked');
  new Queue(stack, 'Queue');
  expect(findings(stack)).toContainEqual({ rule: 'AwsSolutions-SQS3', path: 'Unchecked/Queue/Resource' });
});

test('each acknowledgement in the stack belongs to an existing finding and gives a reason', () => {
  const all = findings(plain, { ignoreAcknowledgements: true });
  const acknowledged = plain.node.findAll().flatMap(acknowledgements);
  expect(acknowledged.length).toBeGreaterThan(10);
  for (const { rule, path, reason } of acknowledged) {
    const matching = all.filter((found) => found.rule === rule && `${found.path}/`.startsWith(`${path}/`));
    expect(matching, `${path} acknowledges ${rule}`).not.toEqual([]);
    expect(reason.length).toBeGreaterThan(40);
  }
});

interface Finding {
  rule: string;
  path: string;
}

/** The findings of the rule packs on a construct and the constructs inside it. */
function findings(scope: IConstruct, { ignoreAcknowledgements = false } = {}): Finding[] {
  return rulePacks(scope).flatMap((pack) => {
    if (ignoreAcknowledgements) Object.assign(pack, { isAcknowledged: () => false });
    return pack
      .validateScope(scope)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath = '' }) => ({ rule: ruleName, path: constructPath })),
      );
  });
}

/** The acknowledgements on a construct, without those of CDK's own warnings. */
function acknowledgements({ node }: IConstruct): (Finding & { reason: string })[] {
  return node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries(data as Record<string, string>))
    .map(([id, reason]) => ({ rule: id.replace(/^annotation::/i, ''), path: node.path, reason }))
    .filter(({ rule }) => !rule.startsWith('@aws-cdk/'));
}
