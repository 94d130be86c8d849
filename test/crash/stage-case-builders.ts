import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { feedsOf, STANDARD_PROFILE } from '../../shared/contract/feeds.ts';
import type { PublishMessage } from '../../shared/contract/messages.ts';
import { feedSubject } from '../../shared/contract/subject.ts';
import { type FeedId, sha256 } from '../../shared/domain/identity.ts';
import { feedIdOf } from '../support/ids.ts';
import type { ManualPipeline, Stages } from './manual-pipeline.ts';
import { type Body, story } from './submission-bodies.ts';

/** One run of a stage, and what happened before that run. */
export interface StageCase {
  name: string;
  /**
   * Whether a run that follows an ended one goes further than one run alone. Then what is stored is compared only when
   * all work is done.
   */
  goesFurther?: true;
  /**
   * Does what happens before the stage starts. Returns the function that a worker of the stage runs. The test may run
   * this function more than once.
   */
  prepare(pipeline: ManualPipeline): Promise<(stages: Stages) => Promise<unknown>>;
}

const idsOf = (configuration: StoredConfiguration): FeedId[] => feedsOf(configuration).map(({ id }) => id);

/** Token of the source `desk`. */
export const TOKEN = 'a-token-of-the-desk';
export const CONFIGURATION: StoredConfiguration = {
  publisher: { name: 'The Test Desk', url: 'https://desk.example/', language: 'en' },
  feedsUrl: 'https://feeds.example',
  sources: [
    { id: 'desk', order: 'arrival', language: 'en', boilerplate: [], tokenHashes: [sha256(TOKEN)] },
    { id: 'wire', order: 'version', language: 'en', boilerplate: [], tokenHashes: [] },
  ],
  partnerFeeds: [],
  channels: [
    {
      id: 'news',
      items: 20,
      public: true,
      title: 'News',
      link: 'https://desk.example/news',
      select: { source: 'desk' },
    },
    {
      id: 'all',
      items: 20,
      public: true,
      title: 'All',
      link: 'https://desk.example/all',
      select: { all: [] },
    },
  ],
};
/**
 * `CONFIGURATION` and a partner that reads the channel `news` with this delay. `inherits`: the feeds
 * from which its feed inherits.
 */
const withPartner = (delayMinutes: number, inherits: FeedId[] = []): StoredConfiguration => ({
  ...CONFIGURATION,
  partnerFeeds: [
    { channel: 'news', profile: STANDARD_PROFILE, terms: { delayMinutes, territory: [] }, inherits },
  ],
});
const DELAYED = withPartner(20);
const [NEWS = feedIdOf('')] = idsOf(CONFIGURATION);
export const DELAYED_FEED = idsOf(DELAYED).at(-1) ?? feedIdOf('');
export const SUCCESSOR = withPartner(45, [DELAYED_FEED]);
export const SUCCESSOR_FEED = idsOf(SUCCESSOR).at(-1) ?? feedIdOf('');
export const withNews = (change: object): StoredConfiguration => ({
  ...CONFIGURATION,
  channels: CONFIGURATION.channels.map((channel) =>
    channel.id === 'news' ? { ...channel, ...change } : channel,
  ),
});

/** Puts a configuration in force and publishes these stories. */
export async function publishStories(
  pipeline: ManualPipeline,
  names: readonly string[],
  configuration = CONFIGURATION,
): Promise<void> {
  await pipeline.backend.stores.configure(configuration);
  for (const name of names) await pipeline.submit(name, story(name));
  await pipeline.runUntilIdle();
}

/** A case of normalise: some stories are published, then a submission is normalised. */
export const normaliseCase = (
  name: string,
  { before, id, body, source = 'desk' }: { before: string[]; id: string; body: Body; source?: string },
): StageCase => ({
  name: `normalise: ${name}`,
  async prepare(pipeline) {
    await publishStories(pipeline, before);
    const key = await pipeline.submit(id, body, { isLost: true, source });
    return ({ normalise }) => normalise(key);
  },
});

/** Normalises the submissions. Their articles are then dirty, and fan-out has not run. */
export async function normaliseAll(pipeline: ManualPipeline, keys: readonly string[]): Promise<void> {
  const { stores } = pipeline.backend;
  await stores.normaliseQueue.receive({ deletes: true });
  for (const key of keys) await pipeline.stages(stores).normalise(key);
}

interface PublishCase {
  before: string[];
  change: (pipeline: ManualPipeline) => Promise<unknown>;
  feed?: string;
}

/**
 * A case of publish: some stories are published, something changes, then one feed is published (by default the feed
 * of the channel `news`).
 */
export const publishCase = (name: string, { before, change, feed = NEWS }: PublishCase): StageCase => ({
  name: `publish: ${name}`,
  async prepare(pipeline) {
    await publishStories(pipeline, before, feed === NEWS ? CONFIGURATION : DELAYED);
    await change(pipeline);
    const { stores } = pipeline.backend;
    const stages = pipeline.stages(stores);
    for (const { key } of await stores.normaliseQueue.receive({ deletes: true })) await stages.normalise(key);
    await stores.nowQueue.receive({ deletes: true });
    await stages.tick();
    const messages = await stores.publishQueue.receive({ deletes: true });
    const own = messages.find((message) => message.feed === feed);
    for (const message of messages) if (message !== own) await stages.publish(message);
    return (worker) => worker.publish(own as PublishMessage);
  },
});

/** Puts another configuration in force and marks its feeds dirty. */
export const putInForce = async (
  { backend: { stores } }: ManualPipeline,
  configuration: StoredConfiguration,
) => {
  await stores.configure(configuration);
  for (const id of new Set([...idsOf(CONFIGURATION), ...idsOf(configuration)]))
    await stores.work.markDirty(feedSubject(id), 'applied');
};
