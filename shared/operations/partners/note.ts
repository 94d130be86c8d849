import type { StoredConfiguration } from '../../contract/configuration.ts';
import type { FormatName } from '../../domain/feed.ts';
import type { PartnerId } from '../../domain/identity.ts';
import { type Instant, instantOf } from '../../domain/instant.ts';
import { type Partner, partnerPath, subscriptionStanding } from '../../domain/partner.ts';
import { durationOf } from '../../domain/terms.ts';
import { documentAddresses } from '../addresses.ts';
import type { Pipeline } from '../pipeline.ts';
import type { SubscriptionStanding } from './partner-row.ts';

/** What a partner needs to know to read its feeds. */
export interface PartnerNote {
  partner: PartnerId;
  name: string;
  /** The instant since which the partner is disabled; null if the partner is not disabled. */
  disabled: string | null;
  /** Null if the caller does not know the token. The pipeline stores only its hash and cannot look it up. */
  token: string | null;
  subscriptions: SubscriptionNote[];
}

export interface SubscriptionNote {
  alias: string;
  title: string;
  items: number;
  /** ISO 8601 duration; null without a delay. */
  delay: string | null;
  territory: string[];
  until: string | null;
  standing: SubscriptionStanding;
  addresses: Record<FormatName, string>;
}

/** The note for a partner under the configuration in force. `token`: the partner's token, if the caller knows it. */
export async function partnerNote(
  pipeline: Pick<Pipeline, 'configuration' | 'outputs' | 'now'>,
  partner: Partner,
  token?: string,
): Promise<PartnerNote> {
  const configuration = await pipeline.configuration.current();
  return noteFor(partner, token, {
    channels: configuration?.channels ?? [],
    feedsUrl: configuration?.feedsUrl ?? pipeline.outputs.feedsUrl,
    now: instantOf(pipeline.now()),
  });
}

export function noteFor(
  { id, name, disabled, subscriptions }: Partner,
  token: string | undefined,
  { channels, feedsUrl, now }: Pick<StoredConfiguration, 'channels' | 'feedsUrl'> & { now: Instant },
): PartnerNote {
  return {
    partner: id,
    name,
    disabled: disabled ?? null,
    token: token ?? null,
    subscriptions: subscriptions.map((subscription) => {
      const channel = channels.find((candidate) => candidate.id === subscription.channel);
      return {
        alias: subscription.alias,
        title: channel?.title ?? subscription.channel,
        items: channel?.items ?? 0,
        delay: subscription.delayMinutes > 0 ? durationOf(subscription.delayMinutes) : null,
        territory: subscription.territory,
        until: subscription.until ?? null,
        standing: subscriptionStanding(subscription, now),
        addresses: documentAddresses(partnerPath(id, subscription.alias), feedsUrl),
      };
    }),
  };
}
