import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feedsOf } from '../shared/contract/feeds.ts';
import type { StoredConfiguration } from '../shared/contract/configuration.ts';
import type { ArticleContent, Head } from '../shared/domain/article.ts';
import type { Feed } from '../shared/domain/feed.ts';
import type { Partner } from '../shared/domain/partner.ts';
import { partnerFeedsOf } from '../shared/contract/partner-feeds.ts';
import { type FeedIndex, indexFeeds } from '../functions/fan-out/rules/feed-index.ts';
import { plan } from '../functions/fan-out/rules/plan.ts';
import { writeDocuments } from '../functions/publish/rules/documents.ts';
import { createFragmentCache } from '../functions/publish/rules/fragment-cache.ts';
import { type FragmentCache, fragmentKey, renderItem } from '../functions/publish/rules/items.ts';
import { articleId, type FeedId } from '../shared/domain/identity.ts';
import { instantOf } from '../shared/domain/instant.ts';
import { partnerIdSchema } from '../shared/domain/stored-text.ts';
import { cpu } from './cpu.ts';
import { idleTicks } from './idle-tick.ts';
import { renderAll } from './render-all.ts';

const NOW = instantOf(new Date('2026-04-13T09:00:00.000Z'));
const LONG_AGO = instantOf(new Date('2026-04-01T09:00:00.000Z'));
const ARTICLE = articleId('desk', 'bridge');
const PARTNERS = 10_000;
const FEEDS = 500;
const ITEMS = 50;
const ITEM_IDS = Array.from({ length: ITEMS }, (_, at) => articleId('desk', `item ${at}`));
/** The longest time to match one article against all selectors, in CPU milliseconds. */
const MAX_MATCHING = 2;
/** The baseline must need at least this many times the CPU time of the pipeline. */
const MIN_RATIO = 1000;

const content: ArticleContent = {
  headline: 'The bridge reopens two weeks early',
  language: 'en',
  bylines: [{ name: 'Jane Roe' }],
  body: `<p>${'Traffic has been back on the bridge since noon, the council says. '.repeat(120)}</p>`,
  subjects: [{ name: 'subject 0' }],
  genres: [],
  places: [],
  associations: [],
};

const head: Head = {
  article: ARTICLE,
  source: 'desk',
  declaredId: 'bridge',
  firstReceived: LONG_AGO,
  current: {
    version: '1',
    contentHash: 'h',
    pubstatus: 'usable',
    changed: NOW,
    created: NOW,
    // Received long ago, so that every delay has ended and the change affects all five feeds of the channel.
    received: LONG_AGO,
    facts: {
      source: 'desk',
      language: 'en',
      subjects: ['subject 0'],
      genres: [],
      places: [],
      headline: content.headline,
    },
  },
};

const CHANNELS = FEEDS / 5;
const DELAYS = [0, 30, 60, 120, 240];

/** A configuration with this number of channels. Each channel selects one of `subjects` subjects. */
function configurationOf(channels: number, subjects: number): StoredConfiguration {
  return {
    publisher: { name: 'The Desk', url: 'https://desk.example/', language: 'en' },
    feedsUrl: 'https://feeds.desk.example',
    sources: [],
    partnerFeeds: [],
    channels: Array.from({ length: channels }, (_, at) => ({
      id: `c${at}`,
      title: `Channel ${at}`,
      link: 'https://desk.example/',
      items: ITEMS,
      public: true,
      select: { all: [{ source: 'desk' }, { subject: `subject ${at % subjects}` }] },
    })),
  };
}

/** The feeds of a configuration whose channels are not public. `count` partners have FEEDS feeds in all. */
function withPartners(count: number): Feed[] {
  const { channels, ...rest } = configurationOf(CHANNELS, CHANNELS);
  const partners: Partner[] = Array.from({ length: count }, (_, at) => ({
    id: partnerIdSchema.parse(`p${at}`),
    name: `Partner ${at}`,
    tokens: [],
    subscriptions: Array.from({ length: Math.ceil(FEEDS / count) }, (_subscription, nth) => {
      const feed = at * Math.ceil(FEEDS / count) + nth;
      return {
        alias: `a${nth}`,
        channel: `c${feed % CHANNELS}`,
        profile: 'standard',
        territory: [],
        delayMinutes: DELAYS[Math.floor(feed / CHANNELS) % DELAYS.length] ?? 0,
      };
    }),
  }));
  const partnerFeeds = [...partnerFeedsOf(partners, new Map(), new Map()).values()];
  const configuration = {
    ...rest,
    channels: channels.map((channel) => ({ ...channel, public: false })),
    partnerFeeds,
  };
  return feedsOf(configuration);
}

const IMPRINT = {
  publisher: { name: 'The Desk', url: 'https://desk.example/' },
  feedsUrl: 'https://feeds.desk.example',
};

interface Change {
  feeds: ReadonlyMap<FeedId, Feed>;
  index: FeedIndex;
  fragments: FragmentCache;
  /** The content hash of the changed article. */
  revision: string;
}

/**
 * The pipeline's work for one changed article: find the feeds that it affects, and write the documents of each of
 * them once for all its partners.
 * @returns the number of feeds that were rendered
 */
function publishAffected({ feeds, index, fragments, revision }: Change): number {
  const change = { articles: [ARTICLE], feeds: [] };
  const { work } = plan({
    change,
    heads: new Map([[ARTICLE, head]]),
    index,
    reach: new Map(),
    now: NOW,
  });
  for (const { feed } of work) {
    const affected = feeds.get(feed);
    if (affected === undefined) continue;
    const items = ITEM_IDS.map((article, at) => {
      // Only the first item has changed. All other items are already rendered and cached.
      const contentHash = at === 0 ? revision : 'h';
      const entry = { article, version: '1', contentHash, released: NOW, changed: NOW, shown: true };
      const item = { entry, content, link: 'https://desk.example/a' };
      return fragments.get(fragmentKey(item, affected, IMPRINT), () => renderItem(item, affected, IMPRINT));
    });
    const rendered = items.flatMap((result) => (result.ok ? [result.item] : []));
    const written = writeDocuments({
      feed: affected,
      items: rendered,
      updated: NOW,
      imprint: IMPRINT,
      audited: false,
    });
    if (!written.ok) throw new Error('the gate refused the documents of the benchmark');
  }
  return work.length;
}

export async function run(): Promise<void> {
  const many = indexFeeds(feedsOf(configurationOf(10_000, 2000)));
  const matching = cpu(() => many.targets(head, NOW));
  console.log(
    `one article against 10,000 selectors: ${matching.toFixed(3)} ms of CPU (at most ${MAX_MATCHING})${matching > MAX_MATCHING ? ' TOO MUCH' : ''}`,
  );

  const items = Array.from({ length: ITEMS }, () => ({ title: content.headline, body: content.body }));
  const perPartner = cpu(() => renderAll(20, items, new Date(NOW))) / 20;
  const baseline = perPartner * PARTNERS;
  console.log(`\nThe baseline:\n${readFileSync(join(import.meta.dirname, 'render-all.ts'), 'utf8')}`);
  for (const partners of [100, PARTNERS]) {
    const feeds = withPartners(partners);
    const byId = new Map(feeds.map((feed) => [feed.id, feed]));
    const index = indexFeeds(feeds);
    const fragments = createFragmentCache(10_000);
    let revision = 0;
    const publishWith = (cache: FragmentCache): number =>
      publishAffected({ feeds: byId, index, fragments: cache, revision: String(revision++) });
    const renders = publishWith(fragments);
    const pipeline = cpu(() => publishWith(fragments));
    const started = cpu(() => publishWith(createFragmentCache(10_000)));
    const uncached = cpu(() => publishWith(createFragmentCache(0)));
    console.log(`one change, ${partners} partners, ${feeds.length} feeds: ${renders} feeds rendered`);
    if (partners !== PARTNERS) continue;
    console.log(
      `  the pipeline: ${pipeline.toFixed(1)} ms of CPU; ${started.toFixed(1)} ms in a function that has just started, ${uncached.toFixed(1)} ms without a cache of fragments`,
    );
    console.log(
      `  every partner's feed with the baseline: ${baseline.toFixed(0)} ms (measured for 20 partners, × ${PARTNERS / 20})`,
    );
    console.log(
      `  ${(baseline / pipeline).toFixed(0)} times less CPU time than the baseline (at least ${MIN_RATIO})${baseline / pipeline < MIN_RATIO ? ' TOO LITTLE' : ''}, ` +
        `${(baseline / started).toFixed(0)} times in a function that has just started, ${(baseline / uncached).toFixed(0)} times without a cache of fragments`,
    );
  }
  await idleTicks();
}
