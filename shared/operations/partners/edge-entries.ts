import { edgeOverflow, edgeRecord, feedsOfEdgeRecord } from '../../contract/edge-record.ts';
import { feedOfSubscription, subscriptionName } from '../../contract/partner-feeds.ts';
import type { FeedId, PartnerId } from '../../domain/identity.ts';
import type { Partner } from '../../domain/partner.ts';
import type { Pipeline } from '../pipeline.ts';
import { failed, type Refusal } from '../result.ts';

/**
 * Returns a failure if the entries of all partners do not fit into the KeyValueStore. The failure names the first
 * partner whose entry does not fit.
 */
export function refuseOverflow(partners: readonly Partner[]): Refusal | undefined {
  const problem = edgeOverflow(edgeEntries(partners));
  if (problem === undefined) return undefined;
  return failed('edge-full', problem, 'Use shorter aliases or fewer subscriptions. Nothing was changed.');
}

/**
 * The entries that the KeyValueStore should have, by the partner's id. `choose` gets the name of a subscription and
 * the feed that belongs to its terms, and returns the feed that the subscription reads, or undefined if it reads
 * none. Without `choose`, each subscription reads the feed that belongs to its terms.
 */
export function edgeEntries(
  partners: readonly Partner[],
  choose: (subscription: string, feedOfTerms: FeedId) => FeedId | undefined = (_, feedOfTerms) => feedOfTerms,
): Map<PartnerId, string> {
  return new Map(
    partners.flatMap((partner) => {
      const byAlias = new Map(
        partner.subscriptions.map((subscription) => [subscription.alias, subscription]),
      );
      const record = edgeRecord(partner, (alias) => {
        const subscription = byAlias.get(alias);
        return (
          subscription &&
          choose(subscriptionName(partner.id, subscription), feedOfSubscription(partner.id, subscription))
        );
      });
      return record === undefined ? [] : [[partner.id, record] as const];
    }),
  );
}

/** The feed to which the edge leads each subscription now, by the name of the subscription (`partner/alias`). */
export function feedsReadAtEdge(edge: ReadonlyMap<PartnerId, string>): Map<string, FeedId> {
  return new Map(
    [...edge].flatMap(([partner, record]) =>
      [...feedsOfEdgeRecord(record)].map(
        ([alias, feed]) => [subscriptionName(partner, { alias }), feed] as const,
      ),
    ),
  );
}

/**
 * Writes to the edge the entries of `after` that are new or differ from `before`, and removes the entries that only
 * `before` has. Returns `after`.
 */
export async function updateEdge(
  before: ReadonlyMap<PartnerId, string>,
  after: ReadonlyMap<PartnerId, string>,
  { edge }: Pick<Pipeline, 'edge'>,
): Promise<ReadonlyMap<PartnerId, string>> {
  const put = new Map([...after].filter(([partner, record]) => before.get(partner) !== record));
  const remove = [...before.keys()].filter((partner) => !after.has(partner));
  if (put.size + remove.length > 0) await edge.update({ put, remove });
  return after;
}
