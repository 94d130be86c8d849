import { expect, test } from 'vitest';
import { feedsOf } from '../../shared/contract/feeds.ts';
import { openMemory } from '../contract/backends.ts';
import { ManualPipeline } from './manual-pipeline.ts';
import { CONFIGURATION as TWO_CHANNELS } from './stage-case-builders.ts';

/** The configuration with the channel `news` only. */
const CONFIGURATION = { ...TWO_CHANNELS, channels: TWO_CHANNELS.channels.filter(({ id }) => id === 'news') };

/**
 * If a publisher takes longer than the visibility timeout, the queue delivers its message again and a second
 * publisher of the same feed starts. Here the feed is removed from the configuration, and the second publisher
 * removes the documents of the feed before the first publisher puts them.
 */
test('documents that a slow publisher puts after its feed was removed are removed too', async () => {
  const backend = await openMemory();
  const pipeline = new ManualPipeline(backend);
  await backend.stores.configure(CONFIGURATION);
  const [feed] = feedsOf(CONFIGURATION);
  if (feed === undefined) throw new Error('the configuration has no feed');
  const message = { feed: feed.id, articles: [] };

  const { documents } = backend.stores;
  let puts = 0;
  const slow = pipeline.stages({
    ...backend.stores,
    documents: {
      ...documents,
      async put(key, document, expected) {
        if (puts++ === 0) {
          await backend.stores.configure({ ...CONFIGURATION, channels: [] });
          await pipeline.stages(backend.stores).publish(message);
        }
        return documents.put(key, document, expected);
      },
    },
  });
  await slow.publish(message);

  expect(puts).toBeGreaterThan(1);
  const left = [...(await backend.everything()).keys()].filter((key) => key.startsWith('document'));
  expect(left).toEqual([]);
});
