import type { Instant } from '../../domain/instant.ts';
import { type Partner, partnerPath, subscriptionStanding } from '../../domain/partner.ts';
import { termsLine } from '../partners/terms-line.ts';
import type { Difference } from './difference.ts';
import { namesInLine } from './names-in-line.ts';

/**
 * What `apply` changes for each partner, with a line for each address. `now` decides which subscriptions have ended.
 */
export function partnerDifferences(
  before: readonly Partner[],
  after: readonly Partner[],
  now: Instant,
): Difference[] {
  const old = new Map(before.map((partner) => [partner.id, partner]));
  const current = new Map(after.map((partner) => [partner.id, partner]));
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), current.get(id)];
    if (is === undefined) return [{ what: `- partner ${id}`, effects: [removalEffect(was)] }];
    const effects = [...subscriptionEffects(was, is, now), ...switchEffects(was, is)];
    if (was === undefined) {
      return [{ what: `+ partner ${id}`, effects: ['a token is made and shown once', ...effects] }];
    }
    return effects.length === 0 ? [] : [{ what: `~ partner ${id}`, effects }];
  });
}

function removalEffect(partner: Partner | undefined): string {
  const addresses = partner?.subscriptions.map(({ alias }) => partnerPath(partner.id, alias)) ?? [];
  if (addresses.length === 0) return 'it had no subscriptions';
  return `${namesInLine(addresses)} ${addresses.length === 1 ? 'answers' : 'answer'} 401 from then on`;
}

function switchEffects(was: Partner | undefined, is: Partner): string[] {
  if (was === undefined) return [];
  const isSwitched = (was.disabled === undefined) !== (is.disabled === undefined);
  return [
    ...(isSwitched && is.disabled === undefined ? ['may read again'] : []),
    ...(isSwitched && is.disabled !== undefined ? ['cannot read anything from then on (401)'] : []),
    ...(was.name === is.name ? [] : [`is renamed to ${is.name}`]),
  ];
}

function subscriptionEffects(was: Partner | undefined, is: Partner, now: Instant): string[] {
  const old = new Map(was?.subscriptions.map((subscription) => [subscription.alias, subscription]));
  const current = new Set(is.subscriptions.map(({ alias }) => alias));
  const removed = [...old.keys()].filter((alias) => !current.has(alias));
  return [
    ...is.subscriptions.flatMap((subscription) => {
      const before = old.get(subscription.alias);
      const address = partnerPath(is.id, subscription.alias);
      const isOver = subscriptionStanding(subscription, now) === 'ended';
      const end = isOver ? ', which is in the past: it answers 404' : '';
      if (before === undefined) return [`+ ${address}: ${termsLine(subscription)}${end}`];
      const [from, to] = [termsLine(before), termsLine(subscription)];
      return from === to ? [] : [`~ ${address} stays; its terms change from ${from} to ${to}${end}`];
    }),
    ...removed.map((alias) => `- ${partnerPath(is.id, alias)} answers 404 from then on`),
  ];
}
