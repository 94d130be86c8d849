import { expect, test } from 'vitest';
import type { Template } from '../../local/cloud.ts';
import type { ReceiptId } from '../../shared/domain/identity.ts';
import { startWiredesk } from '../support/running-wiredesk.ts';

/** The local cloud runs exactly what the template declares: a resource that is not in the template does not run. */

type Resources = Record<string, { Type: string; Properties?: Record<string, unknown> }>;

const resourcesOf = (template: Template): Resources =>
  (template as unknown as { Resources: Resources }).Resources;

function without(template: Template, type: string, named: RegExp): Template {
  const resources = resourcesOf(template);
  const ids = Object.keys(resources).filter((id) => resources[id]?.Type === type && named.test(id));
  expect(ids).toHaveLength(1);
  for (const id of ids) delete resources[id];
  return template;
}

test('nothing is normalised if the template lacks the event source mapping of normalise', async () => {
  const wiredesk = await startWiredesk({
    template: (template) => without(template, 'AWS::Lambda::EventSourceMapping', /^Normalise.*NormaliseWork/),
  });
  try {
    const path = '/v1/sources/desk/articles/stuck';
    const answer = await wiredesk.send('PUT', path, {
      body: 'Stuck\n\nHere.',
      headers: { 'content-type': 'text/plain' },
    });
    expect(answer.status).toBe(202);
    const { receipt } = (await answer.json()) as { receipt: ReceiptId };
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(await wiredesk.session.cloud.inFlight()).toBe(1);
    expect((await wiredesk.session.pipeline.receipts.get(receipt))?.items).toBeUndefined();
  } finally {
    await wiredesk.stop();
  }
});

test('publish cannot write documents if the template lacks its permission to do so', async () => {
  const lines: string[] = [];
  const wiredesk = await startWiredesk({
    log: (line) => lines.push(line),
    template: (template) => {
      const policies = Object.entries(resourcesOf(template)).filter(
        ([, { Type }]) => Type === 'AWS::IAM::Policy',
      );
      const [, policy] = policies.find(([id]) => id.startsWith('Publish')) ?? [];
      const text = JSON.stringify(policy?.Properties);
      expect(text).toContain('"s3:PutObject"');
      if (policy)
        policy.Properties = JSON.parse(text.replaceAll('"s3:PutObject"', '"s3:GetObject"')) as Record<
          string,
          unknown
        >;
      return template;
    },
  });
  try {
    await wiredesk.put('denied', 'Denied\n\nIt cannot be written.');
    await wiredesk.session.cloud.tick();
    await expect.poll(() => lines.join('\n')).toMatch(/AccessDenied.*Publish.*s3:PutObject/);
    expect((await wiredesk.read('/news/rss.xml')).status).toBe(404);
  } finally {
    await wiredesk.stop();
  }
});
