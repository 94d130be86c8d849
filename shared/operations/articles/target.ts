import { feedsOf } from '../../contract/feeds.ts';
import type { ActionName } from '../../domain/decision.ts';
import type { PartnerId } from '../../domain/identity.ts';
import { findPartner, listPartners, partnerIdFrom, refuseUnknownAlias } from '../partners/find-partner.ts';
import { dedicateFeeds } from '../partners/subscriptions.ts';
import type { Pipeline } from '../pipeline.ts';
import { done, type Done, failed, type Refusal } from '../result.ts';
import type { Waiting } from '../waiting.ts';

/** Actions that undo another action. No dedicated feeds are made for them. */
const UNDOING: readonly ActionName[] = ['restore', 'select'];

/**
 * The target of a decision as it is stored, from the name that a person gave: the id of a channel, `feed:` and the id
 * of a feed, or `partner:` and a partner or one of its subscriptions as `partner/alias`. A name may have `channel:`,
 * `partner:` or `feed:` in front.
 */
export async function targetNamed(pipeline: Pipeline, name: string): Promise<Done<string>> {
  const configuration = await pipeline.configuration.current();
  const channels = configuration?.channels ?? [];
  const [kind, rest] = splitKind(name);
  const isChannel = channels.some(({ id }) => id === rest);
  const isFeed = configuration !== undefined && feedsOf(configuration).some(({ id }) => id === rest);
  if (isFeed && (kind === 'feed' || kind === undefined)) return done(`feed:${rest}`);
  if (kind === 'feed') {
    return failed('target-unknown', `there is no feed ${rest}`, 'Choose a feed from the list of feeds.');
  }
  const [partner = '', alias] = rest.split('/');
  const known =
    kind === 'channel' ? undefined : (await listPartners(pipeline)).find(({ id }) => id === partner);
  if (kind === undefined && isChannel && known !== undefined) {
    return failed(
      'target-ambiguous',
      `${rest} is the name of a channel and of a partner`,
      `Write channel:${rest} or partner:${rest}.`,
    );
  }
  if (kind !== 'partner' && isChannel) return done(rest);
  if (known === undefined) {
    return failed(
      'target-unknown',
      `there is no channel or partner ${rest}`,
      'Choose a channel from the list of feeds, or a partner from the list of partners.',
    );
  }
  return (await refuseUnknownSubscription(pipeline, known.id, alias)) ?? done(`partner:${rest}`);
}

/**
 * Gives dedicated feeds to the partner or the subscription that a decision is about, because otherwise the decision
 * would affect all partners with equal terms, who share a feed. The addresses stay the same. Call this after the
 * decision is stored. Then the new feeds follow the decision from the start, and the decision is in force even if the
 * new feeds take long to get ready.
 */
export async function dedicateFeedsToTarget(
  pipeline: Pipeline,
  { target, action }: { target: string; action: ActionName },
  waiting: Waiting,
): Promise<Refusal | undefined> {
  const [kind, name] = splitKind(target);
  if (kind !== 'partner' || UNDOING.includes(action)) return undefined;
  const [partner = '', alias] = name.split('/');
  const id = partnerIdFrom(partner);
  if (!id.ok) return id;
  const dedicated = await dedicateFeeds(pipeline, { id: id.value, alias }, waiting);
  return dedicated.ok ? undefined : dedicated;
}

function splitKind(name: string): [string | undefined, string] {
  const match = /^(channel|partner|feed):(.*)$/.exec(name);
  return match === null ? [undefined, name] : [match[1], match[2] ?? ''];
}

async function refuseUnknownSubscription(
  pipeline: Pipeline,
  partner: PartnerId,
  alias: string | undefined,
): Promise<Refusal | undefined> {
  const found = await findPartner(pipeline, partner);
  if (!found.ok) return found;
  return alias === undefined ? undefined : refuseUnknownAlias(found.value, alias);
}
