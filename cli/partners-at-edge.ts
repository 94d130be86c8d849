import { edgeOverflow, edgeRecord, feedsOfEdgeRecord } from '../shared/contract/edge-record.ts';
import { feedOfSubscription, subscriptionName } from '../shared/contract/partner-feeds.ts';
import type { Partner } from '../shared/domain/partner.ts';
import { Failure } from './failure.ts';
import type { Pipeline } from './pipeline.ts';

/** Throws a Failure, naming the partner, if what the edge must know of all these does not fit into its store. */
export function refuseOverflow(partners: readonly Partner[]): void {
  const problem = edgeOverflow(edgeEntries(partners));
  if (problem !== undefined) {
    throw new Failure(problem, 'Use shorter aliases or fewer subscriptions. Nothing was changed.');
  }
}

/** What the edge has to know of each partner; `choose`: the feed of a subscription, by its name and what it is to read. */
export function edgeEntries(
  partners: readonly Partner[],
  choose: (name: string, wanted: string) => string | undefined = (_, wanted) => wanted,
): Map<string, string> {
  return new Map(
    partners.flatMap((partner) => {
      const bySubscription = new Map(partner.subscriptions.map((one) => [one.alias, one]));
      const record = edgeRecord(partner, (alias) => {
        const subscription = bySubscription.get(alias);
        return (
          subscription &&
          choose(subscriptionName(partner.id, subscription), feedOfSubscription(partner.id, subscription))
        );
      });
      return record === undefined ? [] : [[partner.id, record] as const];
    }),
  );
}

/** Which feed each subscription reads at the edge, by its name. */
export function readingOf(edge: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...edge].flatMap(([partner, value]) =>
      [...feedsOfEdgeRecord(partner, value)].map(
        ([alias, feed]) => [subscriptionName(partner, { alias }), feed] as const,
      ),
    ),
  );
}

/** Puts what differs, and gives what then stands there. */
export async function updateEdge(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  { edge }: Pipeline,
): Promise<ReadonlyMap<string, string>> {
  const put = new Map([...after].filter(([partner, value]) => before.get(partner) !== value));
  const remove = [...before.keys()].filter((partner) => !after.has(partner));
  if (put.size + remove.length > 0) await edge.update({ put, remove });
  return after;
}
