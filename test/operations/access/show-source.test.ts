import { expect, test } from 'vitest';
import { objectKeys } from '../../../shared/contract/keys.ts';
import { DEFAULT_QUOTA, hourOf } from '../../../shared/domain/quota.ts';
import { showSource } from '../../../shared/operations/access/show-source.ts';
import { CONFIGURATION } from '../../crash/stage-case-builders.ts';
import { memoryCloud } from '../../support/memory/cloud.ts';

const NOW = new Date('2026-03-02T08:14:30.250Z');
const { quota } = memoryCloud();
const pipeline = {
  quota,
  now: () => NOW,
  rawBucket: {
    get: async (key: string) =>
      key === objectKeys.configuration
        ? { bytes: Buffer.from(JSON.stringify(CONFIGURATION)), etag: 'e' }
        : undefined,
    putIfAbsent: async () => 'refused' as const,
    putIfMatch: async () => 'refused' as const,
  },
};

test('a source is shown with its quota and what it has sent in the current hour', async () => {
  await quota.count('desk', hourOf(NOW), 10);
  await quota.count('desk', hourOf(NOW), 10);
  await quota.count('desk', hourOf(new Date('2026-03-02T07:59:59Z')), 10);
  await quota.count('wire', hourOf(NOW), 10);
  expect(await showSource(pipeline, 'desk')).toMatchObject({
    ok: true,
    value: { source: 'desk', quota: DEFAULT_QUOTA, used: 2, since: '2026-03-02T08:00:00.000Z' },
  });
});

test('a source that is not configured is a failure', async () => {
  expect(await showSource(pipeline, 'nobody')).toMatchObject({
    ok: false,
    failure: { code: 'source-unknown' },
  });
});
