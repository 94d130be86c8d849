import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { feedId } from '../../shared/contract/feed-id.ts';
import { PUBLIC_TERMS } from '../../shared/domain/terms.ts';
import { articleId } from '../../shared/domain/identity.ts';
import type { ReferenceChannel } from './reference-types.ts';

/** The small newsroom the model plays in: three sources, one for each order; five articles; three channels. */

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
 * Channels as the reference knows them. `brief` is so short that its manifest overflows: what is then promised, see
 * rest.ts.
 */
const NEWS: ReferenceChannel = { id: 'news', items: 3, sources: ['desk'] };
const EVERYTHING: ReferenceChannel = { id: 'all', items: 3, sources: ['desk', 'wire', 'agency'] };
const BRIEF: ReferenceChannel = { id: 'brief', items: 1, sources: ['wire', 'agency'] };

/** The same partner's address under terms that change; each feed inherits what the other showed there. */
const PARTNER: ReferenceChannel = { ...NEWS, id: 'partner', of: NEWS.id, delay: 20 };
const PATIENT: ReferenceChannel = { ...PARTNER, id: 'patient partner', delay: 45 };

/** Configurations that are put in force: the first at the start. */
export const VARIANTS: readonly (readonly ReferenceChannel[])[] = [
  [NEWS, EVERYTHING, BRIEF, PARTNER],
  [...[NEWS, PATIENT].map((one) => ({ ...one, sources: ['desk', 'wire'] })), EVERYTHING, BRIEF],
  [...[NEWS, PARTNER].map((one) => ({ ...one, sources: ['agency'] })), { ...EVERYTHING, items: 2 }, BRIEF],
  [NEWS, EVERYTHING],
];

export const CHANNEL_IDS = [NEWS.id, EVERYTHING.id, BRIEF.id];
/** All that is read, by channel or by partner. */
export const READ_IDS = [...CHANNEL_IDS, PARTNER.id, PATIENT.id];
/** How long after its release something may still be told to a partner, in minutes. */
export const DELAYS = [PARTNER, PATIENT].flatMap(({ delay }) => delay ?? []);

const termsOf = ({ delay }: ReferenceChannel) => ({ delayMinutes: delay ?? 0, territory: [] });

/** The feed that is read under this name; its id is the same in whatever configuration. */
export function feedIdOf(channel: ReferenceChannel): string {
  const terms =
    channel.delay === undefined ? PUBLIC_TERMS : { ...PUBLIC_TERMS, ...PRIVATE, ...termsOf(channel) };
  return feedId(channel.of ?? channel.id, 'standard', terms);
}
const PRIVATE = { audience: 'partner' as const };

/** The channels themselves. */
export const publicOf = (channels: readonly ReferenceChannel[]): ReferenceChannel[] =>
  channels.filter(({ of }) => of === undefined);

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
        channel: channel.of ?? channel.id,
        profile: 'standard',
        terms: termsOf(channel),
        inherits: [PARTNER, PATIENT].map(feedIdOf).filter((id) => id !== feedIdOf(channel)),
      })),
    channels: publicOf(channels).map(({ id, items, sources }) => ({
      id,
      items,
      public: true,
      title: id,
      link: `https://desk.example/${id}`,
      language: 'en',
      select: { any: sources.map((name) => ({ source: name })) },
    })),
  };
}
