import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPublishQueue } from '../../shared/aws/queues.ts';
import { feedId } from '../../shared/contract/feed-id.ts';
import { PUBLIC_TERMS } from '../../shared/domain/terms.ts';
import type { Template } from '../../local/cloud.ts';
import type { FeedId } from '../../shared/domain/identity.ts';
import {
  awsClientOptions,
  DOCUMENT_PATHS,
  type RunningWiredesk,
  startWiredesk,
} from '../support/running-wiredesk.ts';
import { decideOn } from '../support/operate.ts';

const idOf = (channel: string): FeedId => feedId(channel, 'standard', PUBLIC_TERMS);

/** Every address of a public feed's documents: as readers request them, and as CloudFront requests them from S3. */
const pathsOf = (channel: string): string[] =>
  DOCUMENT_PATHS.flatMap((file) => [
    `/${channel}/${file}`,
    `/feeds/${idOf(channel)}/${file}`,
    `/feeds/${idOf(channel)}/${file}.gz`,
  ]);

async function publish(wiredesk: RunningWiredesk, id: string): Promise<void> {
  await wiredesk.put(id, `News about ${id}\n\nIts body.`);
  await wiredesk.runUntilIdle();
}

async function kill(wiredesk: RunningWiredesk, id: string): Promise<void> {
  await wiredesk.kill(id);
  await wiredesk.runUntilIdle();
  for (const text of await wiredesk.documents('news')) expect(text).not.toContain(`News about ${id}`);
}

describe('CloudFront', () => {
  let wiredesk: RunningWiredesk;
  beforeAll(async () => {
    wiredesk = await startWiredesk();
    await publish(wiredesk, 'killed');
  });
  afterAll(() => wiredesk.stop());

  test('gets one invalidation for each feed that a killed article was in, also if publish gets the feed again', async () => {
    await kill(wiredesk, 'killed');
    const invalidations = wiredesk.session.cloud.invalidations();
    expect(invalidations.map(({ paths }) => paths.toSorted())).toEqual(
      expect.arrayContaining([pathsOf('news').toSorted(), pathsOf('all').toSorted()]),
    );
    expect(invalidations).toHaveLength(2);
    expect(new Set(invalidations.map(({ reference }) => reference)).size).toBe(2);

    const { session } = wiredesk;
    const url = session.cloud.outputs['PublishQueueUrl'] ?? '';
    const queue = openPublishQueue(url, () => crypto.randomUUID(), awsClientOptions(session));
    await queue.send([{ feed: idOf('news'), articles: [] }]);
    await wiredesk.runUntilIdle();
    expect(invalidations).toHaveLength(2);
  });

  test('gets no invalidation when an article is new, corrected, held, or killed before it was shown', async () => {
    const before = wiredesk.session.cloud.invalidations().length;
    await publish(wiredesk, 'other');
    await wiredesk.put('other', 'Another story\n\nIts body, corrected.');
    await wiredesk.runUntilIdle();
    await decideOn(wiredesk.session.pipeline, 'desk:other', { action: 'hold' }, wiredesk.session.working);
    await wiredesk.kill('unseen');
    await wiredesk.runUntilIdle();
    expect(wiredesk.session.cloud.invalidations()).toHaveLength(before);
  });
});

test('a failed invalidation does not stop the withdrawal, is counted and is logged', async () => {
  const lines: string[] = [];
  const withoutGrant = (template: Template): Template =>
    JSON.parse(
      JSON.stringify(template).replace('"cloudfront:CreateInvalidation"', '"cloudfront:GetInvalidation"'),
    ) as Template;
  const wiredesk = await startWiredesk({ log: (line) => lines.push(line), template: withoutGrant });
  try {
    await publish(wiredesk, 'refused');
    await kill(wiredesk, 'refused');
    expect(wiredesk.session.cloud.invalidations()).toEqual([]);
    expect(lines.join('\n')).toMatch(/AccessDenied: Publish\w+ may not cloudfront:CreateInvalidation/);
    const deadLetters = await wiredesk.session.cloud.deadLetters();
    expect(deadLetters.filter(({ messages }) => messages > 0)).toEqual([]);
    const logs = join(wiredesk.session.state, 'logs');
    const ofPublish = readdirSync(logs).find((file) => file.startsWith('Publish')) ?? '';
    const log = readFileSync(join(logs, ofPublish), 'utf8');
    expect(log).toContain('"Name":"InvalidationsFailed"');
    expect(log).toContain('the copies of a killed article in CloudFront could not be invalidated');
  } finally {
    await wiredesk.stop();
  }
});
