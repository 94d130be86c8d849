import { itemsOf, type Item, type Model, readStatus } from './model.ts';
import { type Expected, feedsOf, outcomeOf, receiptsOf } from './receipts.ts';
import { type Article, newestOf, standingAt } from './story.ts';

/** Everything that the documentation promises at one instant, as plain data. */
export interface Promises {
  documents: { base: string; reader?: string; items: Item[] }[];
  /** Requests of readers with a token that works or does not. The edge knows ends in whole seconds. */
  statuses: { path: string; reader: string; token: string; allowed: number[] }[];
  /** The outcome of each receipt; undefined where the documentation does not say enough. */
  receipts: { receipt: string; article: Article; expected: Expected | undefined }[];
  articles: { article: Article; standing: string; expected: Expected | undefined }[];
}

const SECOND = 1000;
const UNKNOWN_TOKEN = 'wdp_unknown';

export function promisesAt(model: Model, now: number): Promises {
  const documents = feedsOf(model, now).flatMap((feed) => {
    const items = itemsOf(model, feed, now);
    if (feed.reader === undefined) return [{ base: `/${feed.channel}`, items }];
    const isDisabled = model.readers.some(({ id, disabled }) => id === feed.reader && disabled);
    if (isDisabled) return [];
    return [{ base: `/p/${feed.reader}/${feed.subscription?.alias}`, reader: feed.reader, items }];
  });
  const statuses = model.readers.flatMap((reader) => {
    const tokens = [...reader.tokens.slice(-3).map(({ token }) => token), UNKNOWN_TOKEN];
    const aliases = [...reader.subscriptions.map((one) => one.alias), 'nothing'];
    return aliases.flatMap((alias) =>
      tokens.map((token) => ({
        ...{ path: `/p/${reader.id}/${alias}/rss.xml`, reader: reader.id, token },
        allowed: [-SECOND, 0, SECOND].map((off) => readStatus(reader, { token, alias }, now + off)),
      })),
    );
  });
  const known = [...model.articles.values()].filter((article) => newestOf(article) !== undefined);
  const receipts = [...model.articles.values()].flatMap((article) =>
    [...receiptsOf(model, article, now)].map(([receipt, expected]) => ({ receipt, article, expected })),
  );
  const articles = known.map((article) => ({
    article,
    standing: standingAt(article, now),
    expected: outcomeOf(model, article, now),
  }));
  return { documents, statuses, receipts, articles };
}
