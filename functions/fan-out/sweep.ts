import { feedsOf } from '../../shared/contract/feeds.ts';
import { objectKeys, parseDocumentKey } from '../../shared/contract/keys.ts';
import type {
  ConfigurationStore,
  DocumentStore,
  FeedStore,
  NormaliseQueue,
  PartnerStore,
  ReceiptStore,
  WorkStore,
} from '../../shared/contract/stores.ts';
import type { MetricName } from '../../shared/contract/stages.ts';
import { feedSubject } from '../../shared/contract/subject.ts';
import { subscriptionStanding } from '../../shared/domain/partner.ts';
import { astray } from './rules/mismatched-documents.ts';
import { type Stretch, stretchOf, turnOf } from './rules/sweep-schedule.ts';

export interface SweepServices {
  configuration: ConfigurationStore;
  receipts: Pick<ReceiptStore, 'unread'>;
  feeds: Pick<FeedStore, 'committed'>;
  documents: Pick<DocumentStore, 'etags'>;
  work: Pick<WorkStore, 'markDirty'>;
  partners: Pick<PartnerStore, 'list'>;
  normaliseQueue: NormaliseQueue;
  now: () => Date;
  newId: () => string;
  warn: (message: string, facts: Record<string, unknown>, metric?: MetricName) => void;
}

const SOURCES_A_MINUTE = 1;
/** As many as one BatchGetItem reads. */
const FEEDS_A_MINUTE = 100;

/** Minute of the hour at which subscriptions that end soon are looked for. */
const ENDINGS_MINUTE = 15;

/**
 * Finds what fell through: submissions that were accepted and have no outcome (their event was lost, or normalising
 * failed for good), which are announced once more; and feeds whose documents are not those of their state. Each tick
 * looks at a few of them, so that none costs more than another, however many there are.
 */
export async function sweep(services: SweepServices): Promise<void> {
  const configuration = await services.configuration.current();
  if (configuration === undefined) return;
  const now = services.now();
  const { sources } = configuration;
  const stretch = stretchOf(sources.length, SOURCES_A_MINUTE, now);
  const feeds = feedsOf(configuration).map(({ id }) => id);
  await Promise.all([
    ...turnOf(sources, SOURCES_A_MINUTE, now).those.map(({ id }) => announceUnread(id, stretch, services)),
    markAstray(feeds, services),
    warnOfEndings(services),
  ]);
}

async function announceUnread(source: string, { from, to }: Stretch, services: SweepServices): Promise<void> {
  const receipts = await services.receipts.unread(source, from, to);
  if (receipts.length === 0) return;
  services.warn('submissions without outcome are announced once more', { source, receipts });
  await services.normaliseQueue.send(receipts.map((receipt) => ({ key: objectKeys.raw(source, receipt) })));
}

async function markAstray(all: readonly string[], services: SweepServices): Promise<void> {
  const { feeds, documents, work, newId } = services;
  const { those, isFirst, next } = turnOf(all.toSorted(), FEEDS_A_MINUTE, services.now());
  const [first] = those;
  if (first === undefined && !isFirst) return;
  const [committed, etags] = await Promise.all([
    feeds.committed(those),
    // From each feed of the turn to the next, so that in a round everything is seen that lies in the bucket.
    documents.etags(...objectKeys.documentsBetween(isFirst ? undefined : first, next)),
  ]);
  const wrong = astray(those, committed, byFeed(etags));
  await Promise.all(wrong.map((feed) => work.markDirty(feedSubject(feed), newId())));
}

function byFeed(etags: ReadonlyMap<string, string>): Map<string, Record<string, string>> {
  const found = new Map<string, Record<string, string>>();
  for (const [key, etag] of etags) {
    const feed = parseDocumentKey(key);
    if (feed !== undefined) found.set(feed, { ...found.get(feed), [key]: etag });
  }
  return found;
}

/** Somebody has to know of it before a partner's feed stops. */
async function warnOfEndings({ partners, now, warn }: SweepServices): Promise<void> {
  if (now().getUTCMinutes() !== ENDINGS_MINUTE) return;
  const instant = now().toISOString();
  const ending = (await partners.list()).flatMap(({ partner: { id, disabled, subscriptions } }) =>
    subscriptions
      .filter((one) => disabled === undefined && subscriptionStanding(one, instant) === 'ending')
      .map(({ alias, until }) => ({ subscription: `${id}/${alias}`, until })),
  );
  if (ending.length > 0) warn('subscriptions end soon', { ending }, 'SubscriptionsEnding');
}
