import { STANDARD_PROFILE } from '../../contract/feeds.ts';
import type { PartnerId } from '../../domain/identity.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Partner, Subscription } from '../../domain/partner.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done, failed, type Refusal } from '../result.ts';
import type { Waiting } from '../waiting.ts';
import { changePartner } from './change-partners.ts';
import { refuseUnknownAlias } from './find-partner.ts';

/** New terms of a subscription. An absent member does not change the term; a new subscription gets the default. */
export interface TermsChange {
  channel?: string;
  delayMinutes?: number;
  territory?: string[];
  /** null: the subscription has no end. */
  until?: Instant | null;
}

/**
 * Adds a subscription to a partner. If the partner already has a subscription with this alias, changes its terms; its
 * address stays the same.
 */
export async function subscribe(
  pipeline: Pipeline,
  { id, alias, terms }: { id: PartnerId; alias: string; terms: TermsChange },
  waiting: Waiting,
): Promise<Done<Partner>> {
  const channels = (await pipeline.configuration.current())?.channels.map((channel) => channel.id) ?? [];
  const edit = (partner: Partner): Done<Partner> => {
    const old = partner.subscriptions.find((subscription) => subscription.alias === alias);
    const changed = withTerms(alias, old, terms);
    const refusal = refuseUnknownChannel(changed.channel, channels);
    if (refusal !== undefined) return refusal;
    const subscriptions =
      old === undefined
        ? [...partner.subscriptions, changed]
        : partner.subscriptions.map((subscription) => (subscription === old ? changed : subscription));
    return done({ ...partner, subscriptions });
  };
  return changePartner(pipeline, { id, edit }, waiting);
}

function withTerms(alias: string, old: Subscription | undefined, terms: TermsChange): Subscription {
  const until = terms.until === undefined ? old?.until : terms.until;
  return {
    alias,
    channel: terms.channel ?? old?.channel ?? '',
    profile: old?.profile ?? STANDARD_PROFILE,
    delayMinutes: terms.delayMinutes ?? old?.delayMinutes ?? 0,
    territory: terms.territory ?? old?.territory ?? [],
    ...(until && { until }),
    ...(old?.apart && { apart: true as const }),
  };
}

function refuseUnknownChannel(channel: string, channels: readonly string[]): Refusal | undefined {
  if (channels.includes(channel)) return undefined;
  return failed(
    'channel-unknown',
    channel === '' ? 'a new subscription needs a channel' : `there is no channel ${channel}`,
    `The channels are: ${channels.join(', ')}.`,
  );
}

export async function unsubscribe(
  pipeline: Pipeline,
  { id, alias }: { id: PartnerId; alias: string },
  waiting: Waiting,
): Promise<Done<Partner>> {
  const edit = (partner: Partner): Done<Partner> => {
    const subscriptions = partner.subscriptions.filter((subscription) => subscription.alias !== alias);
    return refuseUnknownAlias(partner, alias) ?? done({ ...partner, subscriptions });
  };
  return changePartner(pipeline, { id, edit }, waiting);
}

/**
 * Gives a dedicated feed to one subscription of a partner, or to each subscription if no alias is given. Other
 * partners do not read these feeds, so a decision can be about this partner alone.
 */
export async function dedicateFeeds(
  pipeline: Pipeline,
  { id, alias }: { id: PartnerId; alias: string | undefined },
  waiting: Waiting,
): Promise<Done<Partner>> {
  const edit = (partner: Partner): Done<Partner> =>
    done({
      ...partner,
      apart: true,
      subscriptions: partner.subscriptions.map((subscription) =>
        alias === undefined || subscription.alias === alias
          ? { ...subscription, apart: true as const }
          : subscription,
      ),
    });
  return changePartner(pipeline, { id, edit }, waiting);
}
