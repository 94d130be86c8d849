import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideOn } from '../../cli/article.ts';
import { openPublishQueue } from '../../shared/aws/queues.ts';
import { feedId } from '../../shared/contract/feed-id.ts';
import { PUBLIC_TERMS } from '../../shared/domain/terms.ts';
import type { Template } from '../../local/cloud.ts';
import { type Desk, DOCUMENT_PATHS, openDesk } from '../support/running-wiredesk.ts';

const idOf = (channel: string): string => feedId(channel, 'standard', PUBLIC_TERMS);

/** Every address of a public feed's documents, before the edge rewrites it and after. */
const pathsOf = (channel: string): string[] =>
  DOCUMENT_PATHS.flatMap((file) => [
    `/${channel}/${file}`,
    `/feeds/${idOf(channel)}/${file}`,
    `/feeds/${idOf(channel)}/${file}.gz`,
  ]);

async function publish(desk: Desk, id: string): Promise<void> {
  await desk.put(id, `Story ${id}\n\nIts body.`);
  await desk.settle();
}

async function kill(desk: Desk, id: string): Promise<void> {
  await desk.kill(id);
  await desk.settle();
  for (const file of DOCUMENT_PATHS)
    expect((await desk.read(`/news/${file}`)).text).not.toContain(`Story ${id}`);
}

describe('the edge', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
    await publish(desk, 'killed');
  }, 90_000);
  afterAll(() => desk.stop());

  test('is told to forget the documents of every feed that a killed article was in, once', async () => {
    await kill(desk, 'killed');
    const told = desk.session.cloud.invalidations();
    expect(told.map(({ paths }) => paths.toSorted())).toEqual(
      expect.arrayContaining([pathsOf('news').toSorted(), pathsOf('all').toSorted()]),
    );
    expect(told).toHaveLength(2);
    expect(new Set(told.map(({ reference }) => reference)).size).toBe(2);

    const { endpoint, credentials, outputs } = desk.session.cloud;
    const config = { endpoint, credentials, region: 'us-east-1' };
    const queue = openPublishQueue(outputs['PublishQueueUrl'] ?? '', () => crypto.randomUUID(), config);
    await queue.send([{ feed: idOf('news'), articles: [] }]);
    await desk.settle();
    expect(told).toHaveLength(2);
  });

  test('keeps its copies when a story comes, changes, is held or is killed before it was shown', async () => {
    const before = desk.session.cloud.invalidations().length;
    await publish(desk, 'other');
    await desk.put('other', 'Another story\n\nIts body, corrected.');
    await desk.settle();
    await decideOn(desk.session.pipeline, 'desk:other', { action: 'hold' }, desk.session.working);
    await desk.kill('unseen');
    await desk.settle();
    expect(desk.session.cloud.invalidations()).toHaveLength(before);
  });
});

test('an edge that cannot be told holds no withdrawal up, and is counted', async () => {
  const lines: string[] = [];
  const withoutGrant = (template: Template): Template =>
    JSON.parse(
      JSON.stringify(template).replace('"cloudfront:CreateInvalidation"', '"cloudfront:GetInvalidation"'),
    ) as Template;
  const desk = await openDesk({ log: (line) => lines.push(line), template: withoutGrant });
  try {
    await publish(desk, 'refused');
    await kill(desk, 'refused');
    expect(desk.session.cloud.invalidations()).toEqual([]);
    expect(lines.join('\n')).toMatch(/AccessDenied: Publish\w+ may not cloudfront:CreateInvalidation/);
    expect((await desk.session.cloud.deadLetters()).map(({ messages }) => messages)).toEqual([0, 0, 0]);
    const logs = join(desk.session.state, 'logs');
    const ofPublish = readdirSync(logs).find((file) => file.startsWith('Publish')) ?? '';
    const log = readFileSync(join(logs, ofPublish), 'utf8');
    expect(log).toContain('"Name":"InvalidationsFailed"');
    expect(log).toContain('the edge was not told to forget a killed article');
  } finally {
    await desk.stop();
  }
}, 90_000);
