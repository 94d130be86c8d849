import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { feedId } from '../../shared/contract/feed-id.ts';
import { PUBLIC_TERMS } from '../../shared/domain/terms.ts';
import { articleId, type FeedId } from '../../shared/domain/identity.ts';
import type { ReferenceChannel } from './reference-types.ts';

/**
 * The small newsroom of the model test. It has five articles, three sources, three public channels and one partner.
 * Each source orders its versions in another way (`order`).
 */

export const ARTICLES = (
  [
    ['desk', 'a'],
    ['desk', 'b'],
    ['wire', 'c'],
    ['wire', 'd'],
    ['agency', 'e'],
  ] as const
).map(([source, declaredId]) => ({ source, declaredId, article: articleId(source, declaredId) }));

export const ARTICLE_IDS = ARTICLES.map(({ article }) => article);

export function articleAt(index: number): (typeof ARTICLES)[number] {
  const found = ARTICLES[index % ARTICLES.length];
  if (found === undefined) throw new Error(`there is no article ${index}`);
  return found;
}

/**
 * Three channels. The channel `brief` shows so few items that not all articles fit into its manifest;
 * compare-with-reference.ts says what is promised for such a channel.
 */
const NEWS: ReferenceChannel = { id: 'news', items: 3, sources: ['desk'], onTopicOnly: true };
const EVERYTHING: ReferenceChannel = { id: 'all', items: 3, sources: ['desk', 'wire', 'agency'] };
const BRIEF: ReferenceChannel = { id: 'brief', items: 1, sources: ['wire', 'agency'] };

/**
 * The partner has one subscription. Its terms change between two delays, and its address stays the same. Each delay
 * has a feed of its own, and each of the two feeds inherits from the other (glossary: inherit).
 */
const PARTNER: ReferenceChannel = { ...NEWS, id: 'partner', basedOn: NEWS.id, delay: 20 };
const PARTNER_LATER: ReferenceChannel = { ...PARTNER, id: 'partner, later terms', delay: 45 };

/** The subject of articles that are off topic. */
export const OFF_TOPIC = 'Off topic';
/** The text of articles whose contents cannot be read afterwards. */
export const UNREADABLE = 'Nobody can read this again.';

/** The configurations that a history can put in force. The first is in force at the start. */
export const VARIANTS: readonly (readonly ReferenceChannel[])[] = [
  [NEWS, EVERYTHING, BRIEF, PARTNER],
  [...[NEWS, PARTNER_LATER].map((channel) => ({ ...channel, sources: ['desk', 'wire'] })), EVERYTHING, BRIEF],
  [
    ...[NEWS, PARTNER].map((channel) => ({ ...channel, sources: ['agency'] })),
    { ...EVERYTHING, items: 2 },
    BRIEF,
  ],
  [NEWS, EVERYTHING],
];

export const CHANNEL_IDS = [NEWS.id, EVERYTHING.id, BRIEF.id];
/** The ids of all channels that somebody reads: the public channels, and the partner's two. */
export const READ_IDS = [...CHANNEL_IDS, PARTNER.id, PARTNER_LATER.id];
/** The two delays of the partner's subscription, in minutes. */
export const DELAYS = [PARTNER, PARTNER_LATER].flatMap(({ delay }) => delay ?? []);

const termsOf = ({ delay }: ReferenceChannel) => ({ delayMinutes: delay ?? 0, territory: [] });

/** The id of the channel's feed. A feed has the same id in every configuration. */
export function feedIdOf(channel: ReferenceChannel): FeedId {
  const terms =
    channel.delay === undefined ? PUBLIC_TERMS : { ...PUBLIC_TERMS, ...PRIVATE, ...termsOf(channel) };
  return feedId(channel.basedOn ?? channel.id, 'standard', terms);
}
const PRIVATE = { audience: 'partner' as const };

/** The public channels: all channels except the partner's. */
export const publicOf = (channels: readonly ReferenceChannel[]): ReferenceChannel[] =>
  channels.filter(({ basedOn }) => basedOn === undefined);

export function configurationOf(channels: readonly ReferenceChannel[]): StoredConfiguration {
  const source = { language: 'en', boilerplate: [], tokenHashes: [] };
  return {
    publisher: { name: 'The Test Desk', url: 'https://desk.example/', language: 'en' },
    feedsUrl: 'https://feeds.example',
    sources: [
      { id: 'desk', order: 'arrival', ...source },
      { id: 'wire', order: 'version', ...source },
      { id: 'agency', order: 'versioncreated', ...source },
    ],
    partnerFeeds: channels
      .filter(({ delay }) => delay !== undefined)
      .map((channel) => ({
        channel: channel.basedOn ?? channel.id,
        profile: 'standard',
        terms: termsOf(channel),
        inherits: [PARTNER, PARTNER_LATER].map(feedIdOf).filter((id) => id !== feedIdOf(channel)),
      })),
    channels: publicOf(channels).map(({ id, items, sources, onTopicOnly }) => ({
      id,
      items,
      public: true,
      title: id,
      link: `https://desk.example/${id}`,
      language: 'en',
      select: {
        all: [
          { any: sources.map((name) => ({ source: name })) },
          ...(onTopicOnly ? [{ not: { subject: OFF_TOPIC } }] : []),
        ],
      },
    })),
  };
}
