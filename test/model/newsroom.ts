import type { StoredConfiguration } from '../../shared/contract/configuration.ts';
import { articleId } from '../../shared/domain/identity.ts';
import type { ReferenceChannel } from './reference.ts';

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

/** Configurations that are put in force: the first at the start. */
export const VARIANTS: readonly (readonly ReferenceChannel[])[] = [
  [NEWS, EVERYTHING, BRIEF],
  [{ ...NEWS, sources: ['desk', 'wire'] }, EVERYTHING, BRIEF],
  [{ ...NEWS, sources: ['agency'] }, { ...EVERYTHING, items: 2 }, BRIEF],
  [NEWS, EVERYTHING],
];

export const CHANNEL_IDS = [NEWS.id, EVERYTHING.id, BRIEF.id];

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
    partnerFeeds: [],
    channels: channels.map(({ id, items, sources }) => ({
      ...{ id, items, public: true, title: id, link: `https://desk.example/${id}`, language: 'en' },
      select: { any: sources.map((name) => ({ source: name })) },
    })),
  };
}
