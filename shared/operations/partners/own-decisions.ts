import type { Partner, Subscription } from '../../domain/partner.ts';

/**
 * Decisions about a partner or about one of its subscriptions are in force in dedicated feeds only, and they last until
 * somebody undoes them. So a partner that ever had such a decision keeps this fact (`apart`), also when it is removed,
 * and each subscription that it gets afterwards has a dedicated feed: otherwise a story that was withdrawn from the
 * partner would show in the new subscription.
 */
export function keepingOwnDecisions(after: Partner, before: Partner | undefined): Partner {
  if (!hadOwnDecision(after) && (before === undefined || !hadOwnDecision(before))) return after;
  const known = new Set(before?.subscriptions.map(({ alias }) => alias));
  const subscriptions = after.subscriptions.map((subscription): Subscription =>
    known.has(subscription.alias) ? subscription : { ...subscription, apart: true },
  );
  const isKept = hadOwnDecision({ ...after, subscriptions });
  return { ...after, ...(!isKept && { apart: true as const }), subscriptions };
}

/** Whether there was a decision about this partner alone. A row of an older version has it at its subscriptions only. */
export const hadOwnDecision = ({ apart, subscriptions }: Partner): boolean =>
  apart === true || subscriptions.some((subscription) => subscription.apart === true);
