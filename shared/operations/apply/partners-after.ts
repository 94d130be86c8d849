import type { PartnerEntry, SubscriptionEntry } from '../../contract/configuration.ts';
import { sha256 } from '../../domain/identity.ts';
import { type Instant, instantOf } from '../../domain/instant.ts';
import { isPresent, type Partner, type Subscription } from '../../domain/partner.ts';
import { hadOwnDecision, keepingOwnDecisions } from '../partners/own-decisions.ts';
import type { Pipeline } from '../pipeline.ts';
import { subscriptionsAfter } from './subscriptions-after.ts';

export interface PartnersAfter {
  partners: Partner[];
  /** Tokens of the partners that are new, by partner. */
  newPartnerTokens: Record<string, string>;
  /** What a command decided and the file does not change, one line each, with the words that change it. */
  kept: string[];
}

/**
 * The partners that a file asks for. What a command decided stays until the file says otherwise in words that are new:
 * each term is compared with what the last applied file said (`filed`), so a file that was not changed changes nothing.
 * A partner that a command disabled or removed comes back only with `disabled: false`. A partner that exists keeps its
 * tokens and its dedicated feeds, which are not in the file. A file without `partners` changes no partner.
 */
export function partnersAfter(
  entries: readonly PartnerEntry[] | undefined,
  before: readonly Partner[],
  pipeline: Pick<Pipeline, 'now' | 'newToken'>,
): PartnersAfter {
  const newPartnerTokens: Record<string, string> = {};
  if (entries === undefined) return { partners: [...before], newPartnerTokens, kept: [] };
  const known = new Map(before.map((partner) => [partner.id, partner]));
  const listed = new Set(entries.map(({ id }) => id));
  const now = instantOf(pipeline.now());
  const kept: string[] = [];
  const partners = entries.map((entry) => {
    const stored = known.get(entry.id);
    if (stored?.removed !== undefined && entry.disabled !== false) {
      kept.push(
        `partner ${entry.id} stays removed; "partner add" or "disabled: false" in the file brings it back`,
      );
      return stored;
    }
    if (stored !== undefined && stored.removed === undefined)
      return keepingOwnDecisions(changed(entry, stored, { now, kept }), stored);
    const token = pipeline.newToken();
    newPartnerTokens[entry.id] = token;
    return keepingOwnDecisions(created(entry, { hash: sha256(token), created: now }), stored);
  });
  const others = before.filter(({ id, byCommand }) => byCommand === true && !listed.has(id));
  kept.push(
    ...others.map(
      ({ id }) => `partner ${id} stays; it was added by command, and "partner remove" removes it`,
    ),
  );
  // The record that there was a decision about a partner lasts longer than the partner.
  const decidedOn = before.filter(
    (partner) => !isPresent(partner) && hadOwnDecision(partner) && !listed.has(partner.id),
  );
  return { partners: [...partners, ...others, ...decidedOn], newPartnerTokens, kept };
}

function created(
  { id, name, disabled, subscriptions }: PartnerEntry,
  token: Partner['tokens'][number],
): Partner {
  const filed = subscriptions.map(subscriptionOf);
  return {
    id,
    name,
    ...(disabled === true && { disabled: token.created }),
    tokens: [token],
    subscriptions: filed,
    filed,
  };
}

function changed(
  entry: PartnerEntry,
  old: Partner,
  { now, kept }: { now: Instant; kept: string[] },
): Partner {
  const { disabled: wasDisabled, byCommand, filed: base, ...others } = old;
  const { id, name, disabled = wasDisabled !== undefined } = entry;
  if (wasDisabled !== undefined && entry.disabled === undefined)
    kept.push(`partner ${id} stays disabled; "partner enable" or "disabled: false" in the file enables it`);
  const filed = entry.subscriptions.map(subscriptionOf);
  const merged = subscriptionsAfter(filed, old.subscriptions, base ?? (byCommand ? [] : undefined));
  kept.push(...merged.kept.map((line) => `${id}/${line}`));
  return {
    ...others,
    name,
    ...(disabled && { disabled: wasDisabled ?? now }),
    subscriptions: merged.subscriptions,
    filed,
  };
}

function subscriptionOf({ delay = 0, until, ...entry }: SubscriptionEntry): Subscription {
  return { ...entry, delayMinutes: delay, ...(until && { until }) };
}
