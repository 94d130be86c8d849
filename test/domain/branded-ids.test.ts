import { expect, test } from 'vitest';
import type { ArticleStore, ErasureStore, FeedStore } from '../../shared/contract/stores.ts';
import { type ArticleId, articleId, type FeedId, isArticleId } from '../../shared/domain/identity.ts';

/** The compiler checks this file: a line under `@ts-expect-error` that has no error is an error itself. */

const refused = {
  textAsArticle: (text: string): ArticleId =>
    // @ts-expect-error -- a text is not an article's id
    text,
  textAsFeed: (text: string): FeedId =>
    // @ts-expect-error -- a text is not a feed's id
    text,
  feedAsArticle: (feed: FeedId): ArticleId =>
    // @ts-expect-error -- a feed's id is not an article's id
    feed,
  articleAsFeed: (article: ArticleId): FeedId =>
    // @ts-expect-error -- an article's id is not a feed's id
    article,
  headOfText: (articles: ArticleStore, text: string) =>
    // @ts-expect-error -- the store refuses a text
    articles.head(text),
  reachOfFeeds: (articles: ArticleStore, feeds: FeedId[]) =>
    // @ts-expect-error -- the store refuses the ids of feeds
    articles.reach(feeds),
  reachWithArticles: (articles: ArticleStore, article: ArticleId) =>
    // @ts-expect-error -- an article reaches feeds and not articles
    articles.extendReach(article, [article]),
  erasureOfFeed: (erasure: ErasureStore, feed: FeedId) =>
    // @ts-expect-error -- only an article can be erased
    erasure.removeContents(feed),
  stateOfArticle: (feeds: FeedStore, article: ArticleId) =>
    // @ts-expect-error -- the store refuses the id of an article
    feeds.state(article),
};

const accepted = {
  checked: (text: string): ArticleId | undefined => (isArticleId(text) ? text : undefined),
  made: (): ArticleId => articleId('desk', 'a'),
  asText: (article: ArticleId): string => article,
};

test('an id is made by a function from its parts or by a check of a text, and can be used as a text', () => {
  expect(Object.keys(refused)).not.toHaveLength(0);
  expect(accepted.checked('a')).toBeUndefined();
  expect(accepted.checked(accepted.made())).toBe(accepted.asText(articleId('desk', 'a')));
});
