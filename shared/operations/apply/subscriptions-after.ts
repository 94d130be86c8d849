import { isDeepStrictEqual } from 'node:util';
import type { Subscription } from '../../domain/partner.ts';
import { termsLine } from '../partners/terms-line.ts';

/** The terms that a file and a command can both decide. */
const TERMS = ['channel', 'profile', 'delayMinutes', 'territory', 'until'] as const;

/**
 * The subscriptions of a partner after a file is applied. `filed`: what the file says. `base`: what the last applied
 * file said; undefined if that is not known, and then the file decides everything. A term changes only where the file
 * says something else than the last one; a subscription that the last file did not have was added by a command.
 * `kept`: what a command decided and the file does not change, one line each, beginning with the alias.
 */
export function subscriptionsAfter(
  filed: readonly Subscription[],
  current: readonly Subscription[],
  base: readonly Subscription[] | undefined,
): { subscriptions: Subscription[]; kept: string[] } {
  const kept: string[] = [];
  const subscriptions = filed.flatMap((wanted): Subscription[] => {
    const now = withAlias(current, wanted.alias);
    const before = withAlias(base, wanted.alias);
    const isRepeated = before !== undefined && sameTerms(before, wanted);
    if (now === undefined) {
      if (!isRepeated) return [wanted];
      kept.push(
        `${wanted.alias} stays ended; "partner subscribe", or other terms in the file, begins it again`,
      );
      return [];
    }
    const after = merged(wanted, now, before);
    if (!sameTerms(after, wanted))
      kept.push(
        `${wanted.alias} keeps its terms: ${termsLine(after)}; the file says what the last file said: ${termsLine(wanted)}`,
      );
    return [after];
  });
  const added = current.filter(
    ({ alias }) =>
      base !== undefined && withAlias(filed, alias) === undefined && withAlias(base, alias) === undefined,
  );
  kept.push(
    ...added.map(({ alias }) => `${alias} stays; it was added by command, and "partner unsubscribe" ends it`),
  );
  return { subscriptions: [...subscriptions, ...added], kept };
}

const withAlias = (list: readonly Subscription[] | undefined, alias: string): Subscription | undefined =>
  list?.find((subscription) => subscription.alias === alias);

const sameTerms = (a: Subscription, b: Subscription): boolean =>
  TERMS.every((term) => isDeepStrictEqual(comparable(a, term), comparable(b, term)));

/** The order of the countries has no meaning. */
function comparable(subscription: Subscription, term: (typeof TERMS)[number]): unknown {
  const value = subscription[term];
  return Array.isArray(value) ? value.toSorted() : value;
}

/** The terms of the file where they differ from those of the last file, and the current terms otherwise. */
function merged(wanted: Subscription, now: Subscription, before: Subscription | undefined): Subscription {
  if (before === undefined) return { ...wanted, ...(now.apart && { apart: true as const }) };
  const from = (term: (typeof TERMS)[number]): Subscription =>
    isDeepStrictEqual(comparable(wanted, term), comparable(before, term)) ? now : wanted;
  const { until } = from('until');
  return {
    alias: wanted.alias,
    channel: from('channel').channel,
    profile: from('profile').profile,
    delayMinutes: from('delayMinutes').delayMinutes,
    territory: from('territory').territory,
    ...(until !== undefined && { until }),
    ...(now.apart && { apart: true as const }),
  };
}
