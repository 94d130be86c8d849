import { feedsOf } from '../../../shared/contract/feeds.ts';
import type {
  ArticleStore,
  ConfigurationStore,
  FeedStore,
  ReceiptItem,
  ReceiptRecord,
  ReceiptStore,
} from '../../../shared/contract/stores.ts';
import { articleUri, sha256 } from '../../../shared/domain/identity.ts';
import type { FeedState } from '../../../shared/domain/manifest.ts';
import type { ReportedOutcome } from '../../../shared/domain/outcome.ts';
import { reportedOutcome } from '../../../shared/domain/reported-outcome.ts';

export interface ReceiptServices {
  configuration: ConfigurationStore;
  receipts: ReceiptStore;
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

/** A receipt and what has become of its items by now; undefined if there is none. */
export async function readReceipt(
  receipt: string,
  services: ReceiptServices,
): Promise<ReceiptView | undefined> {
  const [whole, configuration] = await Promise.all([
    services.receipts.whole(receipt),
    services.configuration.current(),
  ]);
  if (whole === undefined) return undefined;
  const { record, items } = whole;
  const heads = await services.articles.heads(items.flatMap(({ article }) => article ?? []));
  const wanted = new Set(items.flatMap(({ channels }) => channels));
  const feeds = (configuration ? feedsOf(configuration) : []).filter(({ channel }) => wanted.has(channel.id));
  const states = new Map<string, FeedState>();
  for (const { id, channel } of feeds) {
    const state = await services.feeds.state(id);
    if (state) states.set(channel.id, state);
  }
  const now = services.now().toISOString();
  const outcomes = items.map((item): ItemView => {
    const meant = item.channels.flatMap((channel) => states.get(channel) ?? []);
    const { code: _code, reason: _reason, ...facts } = item;
    const reported = reportedOutcome(item, heads.get(item.article ?? ''), meant, now);
    return { ...facts, ...reported, ...(item.article !== undefined && { uri: articleUri(item.article) }) };
  });
  return { ...record, done: record.items !== undefined, outcomes };
}

/** The same for a client: a receipt is its own source's; to anybody else it does not exist. */
export async function readOwnReceipt(
  receipt: string,
  token: string | undefined,
  services: ReceiptServices,
): Promise<ReceiptView | undefined> {
  const [configuration, record] = await Promise.all([
    services.configuration.current(),
    services.receipts.get(receipt),
  ]);
  const source = configuration?.sources.find(({ id }) => id === record?.source);
  if (token === undefined || !source?.tokenHashes.includes(sha256(token))) return undefined;
  return readReceipt(receipt, services);
}
