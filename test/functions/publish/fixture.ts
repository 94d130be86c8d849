import type { ArticleContent, CurrentRevision, Head } from '../../../shared/domain/article.ts';
import type { Decision } from '../../../shared/domain/decision.ts';
import type { Feed } from '../../../shared/domain/feed.ts';
import type { ArticleId } from '../../../shared/domain/identity.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { FeedState, ManifestEntry } from '../../../shared/domain/manifest.ts';
import { PUBLIC_TERMS } from '../../../shared/domain/terms.ts';
import { articleIdOf, asInstant, feedIdOf, receiptIdOf } from '../../support/ids.ts';

/** Heads, entries, states and feeds for the tests of publish. */

/** An instant on the day of the tests, at this hour. */
export const at = (hour: number): Instant =>
  asInstant(`2026-04-13T${String(hour).padStart(2, '0')}:00:00.000Z`);
export const NOW = at(12);

/** The id of the article with this number. */
export const id = (number: number): ArticleId =>
  articleIdOf(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

/** The ids of the articles with the numbers from `from` to `to - 1`. */
export const ids = (from: number, to: number): ArticleId[] =>
  Array.from({ length: to - from }, (_, index) => id(from + index));

export const FEED: Feed = {
  id: feedIdOf('f'),
  profile: 'standard',
  terms: PUBLIC_TERMS,
  inherits: [],
  channel: {
    id: 'news',
    title: 'News',
    link: 'https://desk.example/',
    items: 10,
    public: true,
    select: { source: 'desk' },
  },
};

export const feedOfItems = (items: number): Feed => ({ ...FEED, channel: { ...FEED.channel, items } });

/** A partner's feed that shows everything two hours later. */
export const DELAYED_FEED: Feed = {
  ...FEED,
  terms: { audience: 'partner', delayMinutes: 120, territory: [] },
};

export interface HeadOptions {
  source?: string;
  current?: Partial<CurrentRevision>;
  decisions?: Head['decisions'];
  firstReceived?: Instant;
}

/** The head of a usable article of the desk, created at 9 o'clock. */
export function headOf(
  article: string,
  { source = 'desk', current = {}, decisions = {}, firstReceived = at(9) }: HeadOptions = {},
): Head {
  return {
    article: articleIdOf(article),
    source,
    declaredId: article,
    firstSeen: at(9),
    firstReceived,
    decisions,
    current: {
      version: '1',
      contentHash: 'hash 1',
      pubstatus: 'usable',
      changed: at(9),
      received: at(9),
      created: at(9),
      facts: { source, language: 'en', subjects: [], genres: [], places: [], headline: article },
      ...current,
    },
  };
}

export const headsOf = (...heads: Head[]): Map<ArticleId, Head> =>
  new Map(heads.map((head) => [head.article, head]));

/** A decision in its register. */
export const decided = (
  action: Decision['action'],
  more: Partial<Decision> = {},
  register: string = action,
): NonNullable<Head['decisions']> => ({
  [register]: { action, at: at(11), by: 'Jane Roe', receipt: receiptIdOf('r'), ...more },
});

export const entryOf = (article: string, shown = true, part: Partial<ManifestEntry> = {}): ManifestEntry => ({
  article: articleIdOf(article),
  version: '1',
  contentHash: 'hash 1',
  released: at(9),
  changed: at(9),
  shown,
  ...part,
});

/** A manifest with these shown articles and these articles in the reserve. */
export const manifestOf = (shown: readonly string[], reserve: readonly string[] = []): ManifestEntry[] => [
  ...shown.map((article) => entryOf(article)),
  ...reserve.map((article) => entryOf(article, false)),
];

/** A settled state with this manifest. */
export const stateOf = (manifest: ManifestEntry[], part: Partial<FeedState> = {}): FeedState => ({
  rev: 4,
  settled: 4,
  manifest,
  documents: {},
  last: { at: at(10), added: [], changed: [], removed: [], withheld: [] },
  ...part,
});

export const CONTENT: ArticleContent = {
  headline: 'The bridge reopens',
  bylines: [],
  language: 'en',
  body: '<p>Traffic has been back on the bridge since noon.</p>',
  subjects: [],
  genres: [],
  places: [],
  associations: [],
};

/** No format can write an item without a headline and text. */
export const UNWRITABLE: ArticleContent = { ...CONTENT, headline: '', body: '' };
