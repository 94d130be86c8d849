import { feedsOf } from './feeds.ts';
import type {
  ArticleStore,
  ConfigurationStore,
  FeedStore,
  ReceiptItem,
  ReceiptRecord,
  ReceiptStore,
} from './stores.ts';
import { articleUri, type ReceiptId } from '../domain/identity.ts';
import { instantOf } from '../domain/instant.ts';
import type { FeedState } from '../domain/manifest.ts';
import type { ReportedOutcome } from '../domain/outcome.ts';
import { reportedOutcome } from '../domain/reported-outcome.ts';

/** The stores and the clock that reading a receipt needs. */
export interface ReceiptReading {
  configuration: Pick<ConfigurationStore, 'current'>;
  receipts: Pick<ReceiptStore, 'whole'>;
  articles: Pick<ArticleStore, 'heads'>;
  feeds: Pick<FeedStore, 'state'>;
  now: () => Date;
}

export interface ReceiptView extends ReceiptRecord {
  /** Whether every item has an outcome. */
  done: boolean;
  outcomes: ItemView[];
}

export type ItemView = Omit<ReceiptItem, 'outcome'> & { outcome: ReportedOutcome; uri?: string };

/** Reads a receipt with the present outcome of each item; undefined if there is no such receipt. */
export async function readReceipt(
  receipt: ReceiptId,
  services: ReceiptReading,
): Promise<ReceiptView | undefined> {
  const [whole, configuration] = await Promise.all([
    services.receipts.whole(receipt),
    services.configuration.current(),
  ]);
  if (whole === undefined) return undefined;
  const { record, items } = whole;
  const heads = await services.articles.heads(items.flatMap(({ article }) => article ?? []));
  const channels = new Set(items.flatMap(({ channels }) => channels));
  const feeds = (configuration ? feedsOf(configuration) : []).filter(({ channel }) =>
    channels.has(channel.id),
  );
  // Several feeds have the same channel: the public one, and those of partners with other terms.
  const states: { channel: string; state: FeedState }[] = [];
  for (const { id, channel } of feeds) {
    const state = await services.feeds.state(id);
    if (state) states.push({ channel: channel.id, state });
  }
  const now = instantOf(services.now());
  const outcomes = items.map((item): ItemView => {
    const statesOfItem = states
      .filter(({ channel }) => item.channels.includes(channel))
      .map(({ state }) => state);
    const { code: _code, reason: _reason, ...facts } = item;
    const head = item.article === undefined ? undefined : heads.get(item.article);
    const reported = reportedOutcome({ item, head, states: statesOfItem, now });
    return { ...facts, ...reported, ...(item.article !== undefined && { uri: articleUri(item.article) }) };
  });
  return { ...record, done: record.items !== undefined, outcomes };
}
