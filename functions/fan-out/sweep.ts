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
import { astray } from '../../shared/fan-out/astray.ts';

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

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;
/** A submission without outcome after this long is no longer on its way: retries take five minutes. */
const PATIENCE = 10 * MINUTE;
/** How far back a source's turn looks, and its first of a day: normalising may have been down for hours. */
const REACH_BACK = { usual: 120 * MINUTE, daily: DAY_MINUTES * MINUTE };

/** Every source and every feed has a turn this often, or as often as so many a minute allow. */
const ROUND_MINUTES = 15;
const SOURCES_A_MINUTE = 1;
/** As many as one BatchGetItem reads. */
const FEEDS_A_MINUTE = 100;

/** Minute of the hour at which subscriptions that end soon are looked for. */
const ENDINGS_MINUTE = 15;

const minutesOf = (now: Date): number => Math.floor(now.getTime() / MINUTE);
const turnsOf = (count: number, aMinute: number): number =>
  Math.max(ROUND_MINUTES, Math.ceil(count / aMinute));

/** Those whose turn it is, and what comes after them. A turn that is missed or doubled does no harm. */
function turnOf<T>(
  all: readonly T[],
  aMinute: number,
  now: Date,
): { those: T[]; isFirst: boolean; next?: T } {
  const turns = turnsOf(all.length, aMinute);
  const size = Math.ceil(all.length / turns);
  const at = (minutesOf(now) % turns) * size;
  const next = all[at + size];
  return { those: all.slice(at, at + size), isFirst: at === 0, ...(next !== undefined && { next }) };
}

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
  const turns = turnsOf(sources.length, SOURCES_A_MINUTE);
  const isFirstOfDay = minutesOf(now) % DAY_MINUTES < turns;
  const reach = isFirstOfDay ? REACH_BACK.daily : Math.max(REACH_BACK.usual, 2 * turns * MINUTE);
  const feeds = feedsOf(configuration).map(({ id }) => id);
  await Promise.all([
    ...turnOf(sources, SOURCES_A_MINUTE, now).those.map(({ id }) => announceUnread(id, reach, services)),
    markAstray(feeds, services),
    warnOfEndings(services),
  ]);
}

async function announceUnread(source: string, reach: number, services: SweepServices): Promise<void> {
  const now = services.now().getTime();
  const from = new Date(now - reach).toISOString();
  const to = new Date(now - PATIENCE).toISOString();
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
