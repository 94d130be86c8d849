import { expect, test } from 'vitest';
import type { Template } from '../../local/cloud.ts';
import { openDesk } from '../support/running-wiredesk.ts';

/** What runs locally is what the template says, no more: take a part out and it is missing. */

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

test('without the event source mapping of normalise nothing is normalised', async () => {
  const desk = await openDesk({
    template: (template) => without(template, 'AWS::Lambda::EventSourceMapping', /^Normalise/),
  });
  try {
    const path = '/v1/sources/desk/articles/stuck';
    const answer = await desk.send('PUT', path, 'Stuck\n\nHere.', { 'content-type': 'text/plain' });
    expect(answer.status).toBe(202);
    const { receipt } = (await answer.json()) as { receipt: string };
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(await desk.session.cloud.inFlight()).toBe(1);
    expect((await desk.session.pipeline.receipts.get(receipt))?.items).toBeUndefined();
  } finally {
    await desk.stop();
  }
});

test('without its permission to write documents publish is denied', async () => {
  const lines: string[] = [];
  const desk = await openDesk({
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
    await desk.put('denied', 'Denied\n\nIt cannot be written.');
    await desk.session.cloud.tick();
    await expect
      .poll(() => lines.join('\n'), { timeout: 15_000 })
      .toMatch(/AccessDenied.*Publish.*s3:PutObject/);
    expect((await desk.read('/news/rss.xml')).status).toBe(404);
  } finally {
    await desk.stop();
  }
});
