import { expect, test } from 'vitest';
import { objectKeys } from '../../shared/contract/keys.ts';
import { subscriptionName } from '../../shared/contract/partner-feeds.ts';
import type {
  ArticleStore,
  EdgeStore,
  ErasureStore,
  FeedStore,
  PartnerStore,
  ReceiptStore,
  WorkStore,
} from '../../shared/contract/stores.ts';
import type { Head } from '../../shared/domain/article.ts';
import {
  type ArticleId,
  articleId,
  checkedReceiptId,
  type FeedId,
  isArticleId,
  isPartnerId,
  type PartnerId,
  type ReceiptId,
} from '../../shared/domain/identity.ts';
import { type Instant, instantOf, isInstant, laterBy, parseInstant } from '../../shared/domain/instant.ts';
import { standing } from '../../shared/domain/lifecycle.ts';
import { partnerPath } from '../../shared/domain/partner.ts';

/**
 * The compiler does this test: if the line under a `@ts-expect-error` has no type error, the compiler reports an
 * error.
 */

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
    // @ts-expect-error -- the article store does not accept an unchecked text as an article's id
    articles.head(text),
  reachOfFeeds: (articles: ArticleStore, feeds: FeedId[]) =>
    // @ts-expect-error -- `reach` takes the id of one article, not ids of feeds
    articles.reach(feeds),
  reachWithArticles: (articles: ArticleStore, article: ArticleId) =>
    // @ts-expect-error -- the reach of an article consists of feeds, not of articles
    articles.extendReach(article, [article]),
  erasureOfFeed: (erasure: ErasureStore, feed: FeedId) =>
    // @ts-expect-error -- `removeContents` takes the id of an article, not of a feed
    erasure.removeContents(feed),
  stateOfArticle: (feeds: FeedStore, article: ArticleId) =>
    // @ts-expect-error -- the feed store does not accept the id of an article
    feeds.state(article),
  textAsInstant: (text: string): Instant =>
    // @ts-expect-error -- a text is not an instant
    text,
  articleAsInstant: (article: ArticleId): Instant =>
    // @ts-expect-error -- an article's id is not an instant
    article,
  emptyInstant: (): Instant =>
    // @ts-expect-error -- an empty text is not an instant
    '',
  standingAtDate: (head: Head, now: Date) =>
    // @ts-expect-error -- a Date object is not an instant
    standing(head, now),
  dueAtText: (work: WorkStore, article: ArticleId, text: string) =>
    // @ts-expect-error -- `scheduleDue` does not accept an unchecked text as an instant
    work.scheduleDue(text, article),
  laterThanText: (text: string): Instant =>
    // @ts-expect-error -- laterBy does not accept an unchecked text
    laterBy(text, 1),
  textAsReceipt: (text: string): ReceiptId =>
    // @ts-expect-error -- a text is not a receipt's id
    text,
  articleAsReceipt: (article: ArticleId): ReceiptId =>
    // @ts-expect-error -- an article's id is not a receipt's id
    article,
  receiptOfArticle: (receipts: ReceiptStore, article: ArticleId) =>
    // @ts-expect-error -- the receipt store does not accept the id of an article
    receipts.get(article),
  mentionByText: (articles: ArticleStore, article: ArticleId, text: string) =>
    // @ts-expect-error -- `noteMention` does not accept an unchecked text as a receipt's id
    articles.noteMention(article, text),
  itemOfArticle: (erasure: ErasureStore, article: ArticleId) =>
    erasure.replaceItem(
      // @ts-expect-error -- `replaceItem` takes the id of a receipt, not of an article
      { receipt: article, receivedAt: FIRST_INSTANT },
      { item: 0, outcome: 'erased', removed: [], notes: [], channels: [] },
    ),
  rawOfText: (text: string) =>
    // @ts-expect-error -- `objectKeys.raw` does not accept an unchecked text as a receipt's id
    objectKeys.raw('desk', text),
  textAsPartner: (text: string): PartnerId =>
    // @ts-expect-error -- a text is not a partner's id
    text,
  feedAsPartner: (feed: FeedId): PartnerId =>
    // @ts-expect-error -- a feed's id is not a partner's id
    feed,
  partnerAsReceipt: (partner: PartnerId): ReceiptId =>
    // @ts-expect-error -- a partner's id is not a receipt's id
    partner,
  partnerOfText: (partners: PartnerStore, text: string) =>
    // @ts-expect-error -- the store refuses a text
    partners.get(text),
  removalOfFeed: (partners: PartnerStore, feed: FeedId) =>
    // @ts-expect-error -- the store refuses the id of a feed
    partners.remove(feed, 1),
  entryOfText: (edge: EdgeStore, text: string) =>
    // @ts-expect-error -- the key of an entry is a partner's id
    edge.update({ put: new Map([[text, 'entry']]), remove: [] }),
  pathOfText: (text: string) =>
    // @ts-expect-error -- the path needs the id of a partner
    partnerPath(text, 'top'),
  subscriptionOfText: (text: string) =>
    // @ts-expect-error -- the name of a subscription needs the id of a partner
    subscriptionName(text, { alias: 'top' }),
};

const accepted = {
  checked: (text: string): ArticleId | undefined => (isArticleId(text) ? text : undefined),
  made: (): ArticleId => articleId('desk', 'a'),
  asText: (article: ArticleId): string => article,
  checkedInstant: (text: string): Instant | undefined => (isInstant(text) ? text : parseInstant(text)),
  checkedPartner: (text: string): PartnerId | undefined => (isPartnerId(text) ? text : undefined),
  madeInstant: (date: Date): Instant => laterBy(instantOf(date), 1),
};

test('an article id comes from its parts (articleId) or from a checked text (isArticleId), and is a string', () => {
  expect(Object.keys(refused)).not.toHaveLength(0);
  expect(accepted.checked('a')).toBeUndefined();
  expect(accepted.checked(accepted.made())).toBe(accepted.asText(articleId('desk', 'a')));
});

test('an instant comes from a Date object, from a checked text or from a parsed text', () => {
  expect(accepted.checkedInstant('yesterday')).toBeUndefined();
  expect(accepted.checkedInstant('2026-04-13T09:30:00+08:00')).toBe('2026-04-13T01:30:00.000Z');
  expect(accepted.madeInstant(new Date(0))).toBe('1970-01-01T00:01:00.000Z');
});

test('checkedReceiptId refuses a text that cannot be part of the key of a raw object', () => {
  expect(objectKeys.raw('desk', checkedReceiptId('r-1'))).toBe('raw/desk/r-1');
  expect(() => checkedReceiptId('r/1')).toThrow('r/1 is not a receipt id');
});

test('the id of a partner is made by a check of a text', () => {
  expect(accepted.checkedPartner('outlet-1')).toBe('outlet-1');
  expect(accepted.checkedPartner('Outlet/1')).toBeUndefined();
});
