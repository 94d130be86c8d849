import type { StoredConfiguration } from '../../contract/configuration.ts';
import type { Partner } from '../../domain/partner.ts';
import { DEFAULT_RETENTION } from '../../domain/retention.ts';
import { channelEffects } from './channel-effects.ts';
import { difference, type Difference, differencesById } from './difference.ts';
import { sourceEffects } from './source-effects.ts';

/** The differences between two configurations, each with its effects on readers and sources. */
export function configurationDifferences(
  before: StoredConfiguration | undefined,
  after: StoredConfiguration,
  partners: readonly Partner[],
): Difference[] {
  return [
    ...difference('publisher', { before: before?.publisher, after: after.publisher }, () => [
      'every feed is written again',
    ]),
    ...difference('feeds’ address', { before: before?.feedsUrl, after: after.feedsUrl }, () => [
      'every document is written again with the new address',
    ]),
    ...difference(
      'retention',
      { before: before?.retention ?? DEFAULT_RETENTION, after: after.retention ?? DEFAULT_RETENTION },
      () => ['applies to what is stored from then on; stored receipts and logs keep their day of removal'],
    ),
    ...differencesById('source', { before: before?.sources, after: after.sources }, (id) =>
      sourceEffects(id, withId(id, before?.sources), withId(id, after.sources)),
    ),
    ...differencesById('channel', { before: before?.channels, after: after.channels }, (id) =>
      channelEffects(withId(id, before?.channels), withId(id, after.channels), readersOf(id, partners)),
    ),
  ];
}

const withId = <Item extends { id: string }>(
  id: string,
  items: readonly Item[] | undefined,
): Item | undefined => items?.find((item) => item.id === id);

/** `partner/alias` of each subscription to a channel. */
function readersOf(channel: string, partners: readonly Partner[]): string[] {
  return partners.flatMap(({ id, subscriptions }) =>
    subscriptions
      .filter((subscription) => subscription.channel === channel)
      .map(({ alias }) => `${id}/${alias}`),
  );
}
