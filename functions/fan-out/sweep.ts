import pLimit from 'p-limit';
import { feedsOf } from '../../shared/contract/feeds.ts';
import { objectKeys } from '../../shared/contract/keys.ts';
import type {
  ConfigurationStore,
  FeedStore,
  NormaliseQueue,
  PartnerStore,
  ReceiptStore,
  WorkStore,
} from '../../shared/contract/stores.ts';
import type { MetricName } from '../../shared/contract/stages.ts';
import { feedSubject } from '../../shared/contract/subject.ts';
import { subscriptionStanding } from '../../shared/domain/partner.ts';

export interface SweepServices {
  configuration: ConfigurationStore;
  receipts: Pick<ReceiptStore, 'unread'>;
  feeds: Pick<FeedStore, 'state'>;
  work: Pick<WorkStore, 'markDirty'>;
  partners: Pick<PartnerStore, 'list'>;
  normaliseQueue: NormaliseQueue;
  now: () => Date;
  newId: () => string;
  warn: (message: string, facts: Record<string, unknown>, metric?: MetricName) => void;
}

const MINUTE = 60_000;
/** A submission without outcome after this long is no longer on its way: retries take five minutes. */
const PATIENCE = 10 * MINUTE;
/** How far back a sweep looks; several sweeps see each receipt. */
const REACH_BACK = 120 * MINUTE;
/** Minutes of the hour at which a tick sweeps as well. */
const EVERY_MINUTES = 15;
const READS_AT_A_TIME = 16;

/** Minute of the hour at which a sweep looks for subscriptions that end soon. */
const ENDINGS_MINUTE = 15;

/** Whether the tick at `now` is one that sweeps. One that is missed or doubled does no harm: the next finds the same. */
export function isSweepTime(now: Date): boolean {
  return now.getUTCMinutes() % EVERY_MINUTES === 0;
}

/**
 * Finds what fell through: submissions that were accepted and have no outcome (their event was lost, or normalising
 * failed for good), which are announced once more; and feeds whose documents did not follow their state.
 */
export async function sweep(services: SweepServices): Promise<void> {
  const configuration = await services.configuration.current();
  if (configuration === undefined) return;
  const limit = pLimit(READS_AT_A_TIME);
  await Promise.all([
    ...configuration.sources.map(({ id }) => limit(() => announceUnread(id, services))),
    ...feedsOf(configuration).map(({ id }) => limit(() => markUnsettled(id, services))),
    warnOfEndings(services),
  ]);
}

async function announceUnread(source: string, services: SweepServices): Promise<void> {
  const now = services.now().getTime();
  const from = new Date(now - REACH_BACK).toISOString();
  const to = new Date(now - PATIENCE).toISOString();
  const receipts = await services.receipts.unread(source, from, to);
  if (receipts.length === 0) return;
  services.warn('submissions without outcome are announced once more', { source, receipts });
  await services.normaliseQueue.send(receipts.map((receipt) => ({ key: objectKeys.raw(source, receipt) })));
}

async function markUnsettled(feed: string, { feeds, work, newId }: SweepServices): Promise<void> {
  const state = await feeds.state(feed);
  if (state !== undefined && state.settled < state.rev) await work.markDirty(feedSubject(feed), newId());
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
