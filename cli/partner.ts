import { STANDARD_PROFILE } from '../shared/contract/feeds.ts';
import type { VersionedPartner } from '../shared/contract/stores.ts';
import { sha256 } from '../shared/domain/identity.ts';
import { laterBy } from '../shared/domain/instant.ts';
import { type Partner, type PartnerToken, type Subscription } from '../shared/domain/partner.ts';
import { newToken } from './apply.ts';
import { EXIT, Failure } from './failure.ts';
import { bringIntoLine, storePartners } from './partners.ts';
import { refuseOverflow } from './partners-at-edge.ts';
import type { Pipeline } from './pipeline.ts';
import type { Working } from './wait.ts';

/** How long both tokens are good after a rotation: as long as both webhook signatures are. */
const GRACE_MINUTES = 24 * 60;

/** A new partner, and its token, which is shown this once. */
export async function addPartner(
  pipeline: Pipeline,
  { id, name }: { id: string; name: string },
  working: Working,
): Promise<{ partner: Partner; token: string }> {
  const token = newToken();
  const created = pipeline.now().toISOString();
  const partner: Partner = { id, name, tokens: [{ hash: sha256(token), created }], subscriptions: [] };
  await change(pipeline, working, (partners) => {
    if (partners.some((one) => one.id === id)) {
      throw new Failure(
        `there is a partner ${id} already`,
        `"wiredesk partner show ${id}" shows it; "rotate" gives it a new token.`,
      );
    }
    return [...partners, partner];
  });
  return { partner, token };
}

/** What becomes of the tokens there are: the one in use stays for a day, or all go at once, or the newest goes alone. */
export type Rotation = 'beside' | 'now' | 'again';

/**
 * A new token beside the old one. Only two are good at a time: while an older one is, nothing is done but by `now` or
 * `again`, for either the partner still reads with the older one or the newest never reached it, and only a person
 * knows.
 */
export async function rotateToken(
  pipeline: Pipeline,
  id: string,
  rotation: Rotation,
  working: Working,
): Promise<{ partner: Partner; token: string; oldUntil: string | null }> {
  const token = newToken();
  const created = pipeline.now().toISOString();
  const partner = await changeOne(pipeline, id, working, (before) => ({
    ...before,
    tokens: [{ hash: sha256(token), created }, ...keptBeside(before, rotation, created)],
  }));
  return { partner, token, oldUntil: partner.tokens[1]?.until ?? null };
}

/** The older tokens that stay good beside a new one, made at `now`. */
export function keptBeside({ id, tokens }: Partner, rotation: Rotation, now: string): PartnerToken[] {
  const newest = tokens.find(({ until }) => until === undefined);
  const older = tokens.filter(({ until }) => until !== undefined && until > now);
  if (rotation === 'now') return [];
  if (rotation === 'again') {
    if (older.length > 0) return older;
    throw new Failure(
      `${id} has one token, and it may be in use`,
      'Leave --again out: the old one then stays good for a day.',
      EXIT.usage,
    );
  }
  if (older.length === 0)
    return newest === undefined ? [] : [{ ...newest, until: laterBy(now, GRACE_MINUTES) }];
  throw new Failure(
    `${id} was given a token ${newest?.created ?? ''}, and the one before is good until ${older[0]?.until ?? ''}`,
    `--again replaces the newer one, as when it was lost, and leaves the older one its time; --now ends both at once.`,
    EXIT.usage,
  );
}

/** Terms as a command gives them: what is left out stays as it is, or is none for a new subscription. */
export interface TermsChange {
  channel?: string;
  delayMinutes?: number;
  territory?: string[];
  /** null: no end. */
  until?: string | null;
}

/** Takes a subscription, or changes the terms of the one with that alias; its address stays. */
export async function subscribe(
  pipeline: Pipeline,
  id: string,
  alias: string,
  terms: TermsChange,
  working: Working,
): Promise<Partner> {
  const channels = (await pipeline.configuration.current())?.channels.map((one) => one.id) ?? [];
  return changeOne(pipeline, id, working, (partner) => {
    const at = partner.subscriptions.findIndex((one) => one.alias === alias);
    const subscription = withTerms(alias, partner.subscriptions[at], terms);
    if (!channels.includes(subscription.channel)) {
      const which =
        subscription.channel === '' ? 'no channel is named' : `there is no channel ${subscription.channel}`;
      throw new Failure(which, `There are: ${channels.join(', ')}.`, EXIT.usage);
    }
    const subscriptions = [...partner.subscriptions];
    subscriptions.splice(at === -1 ? subscriptions.length : at, at === -1 ? 0 : 1, subscription);
    return { ...partner, subscriptions };
  });
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

export async function unsubscribe(
  pipeline: Pipeline,
  id: string,
  alias: string,
  working: Working,
): Promise<Partner> {
  return changeOne(pipeline, id, working, (partner) => {
    const rest = partner.subscriptions.filter((one) => one.alias !== alias);
    if (rest.length < partner.subscriptions.length) return { ...partner, subscriptions: rest };
    throw new Failure(
      `partner ${id} has no subscription ${alias}`,
      `"wiredesk partner show ${id}" shows them.`,
      EXIT.usage,
    );
  });
}

/** Gives feeds of their own to a partner's subscriptions, so that something can be decided about them alone. */
export async function setApart(
  pipeline: Pipeline,
  id: string,
  alias: string | undefined,
  working: Working,
): Promise<Partner> {
  return changeOne(pipeline, id, working, (partner) => ({
    ...partner,
    subscriptions: partner.subscriptions.map((one) =>
      alias === undefined || one.alias === alias ? { ...one, apart: true as const } : one,
    ),
  }));
}

export async function disablePartner(pipeline: Pipeline, id: string, working: Working): Promise<Partner> {
  const now = pipeline.now().toISOString();
  return changeOne(pipeline, id, working, (partner) => ({ ...partner, disabled: partner.disabled ?? now }));
}

export async function enablePartner(pipeline: Pipeline, id: string, working: Working): Promise<Partner> {
  return changeOne(pipeline, id, working, ({ disabled: _, ...partner }) => partner);
}

export async function removePartner(pipeline: Pipeline, id: string, working: Working): Promise<void> {
  await findPartner(pipeline, id);
  await change(pipeline, working, (partners) => partners.filter((one) => one.id !== id));
}

/** All partners, by way of PARTNERS. */
export async function listPartners({ partners }: Pipeline): Promise<Partner[]> {
  return (await partners.list()).map(({ partner }) => partner);
}

export async function findPartner({ partners }: Pipeline, id: string): Promise<Partner> {
  const found = await partners.get(id);
  if (found) return found.partner;
  throw new Failure(`there is no partner ${id}`, '"wiredesk partner list" shows them.', EXIT.usage);
}

async function changeOne(
  pipeline: Pipeline,
  id: string,
  working: Working,
  edit: (partner: Partner) => Partner,
): Promise<Partner> {
  await findPartner(pipeline, id);
  const after = await change(pipeline, working, (partners) =>
    partners.map((one) => (one.id === id ? edit(one) : one)),
  );
  return after.find((one) => one.id === id) ?? (await findPartner(pipeline, id));
}

async function change(
  pipeline: Pipeline,
  working: Working,
  edit: (partners: Partner[]) => Partner[],
): Promise<Partner[]> {
  const before: VersionedPartner[] = await pipeline.partners.list();
  const after = edit(before.map(({ partner }) => partner));
  refuseOverflow(after);
  await storePartners(before, after, pipeline);
  await bringIntoLine(pipeline, working);
  return after;
}
